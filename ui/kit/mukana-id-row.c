/* mukana-id-row.c: a row of a form that chooses one of many records. */

#include "ui/kit/mukana-id-row.h"

#include <glib/gi18n-lib.h>

/* A list of organisations is long; a row is as wide as its window. */
#define DROP_WIDTH_PX 200

#define FIRST_MINUTE (6 * 60)
#define LAST_MINUTE  (22 * 60)
#define STEP_MINUTES 5
#define MOST_TIMES   ((LAST_MINUTE - FIRST_MINUTE) / STEP_MINUTES + 2)

static void
chosen_cb (GtkDropDown *drop,
           GParamSpec  *pspec,
           MukanaForm  *form)
{
  GArray *ids = g_object_get_data (G_OBJECT (drop), "ids");
  const char *field = g_object_get_data (G_OBJECT (drop), "field");
  guint selected = gtk_drop_down_get_selected (drop);

  if (selected < ids->len)
    mukana_form_set_int (form, field, g_array_index (ids, gint64, selected));
}

/**
 * mukana_id_row_new:
 * @field: a number of the draft; static
 *
 * Returns: (transfer floating): with what the draft has chosen; where that is none of @choices,
 *   nothing is chosen until somebody does
 */
GtkWidget *
mukana_id_row_new (const char           *title,
                   const char           *field,
                   MukanaForm           *form,
                   const MukanaIdChoice *choices,
                   guint                 n_choices)
{
  GtkStringList *names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop;
  gint64 id = mukana_form_get_int (form, field);
  guint selected = n_choices;

  for (guint i = 0; i < n_choices; i++)
    {
      gtk_string_list_append (names, choices[i].label);
      g_array_append_val (ids, choices[i].id);
      if (choices[i].id == id)
        selected = i;
    }
  if (selected == n_choices)
    {
      gtk_string_list_append (names, _("Choose…"));
      g_array_append_val (ids, id);
    }

  drop = gtk_drop_down_new (G_LIST_MODEL (names), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop, DROP_WIDTH_PX, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (drop), "field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (drop), "ids", ids, (GDestroyNotify) g_array_unref);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (chosen_cb), form, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);
  return row;
}

/**
 * mukana_id_row_new_time:
 * @field: minutes since midnight; static
 *
 * Returns: (transfer floating): five minutes apart from morning to evening, and the time of the
 *   draft where it is none of them
 */
GtkWidget *
mukana_id_row_new_time (const char *title,
                        const char *field,
                        MukanaForm *form)
{
  MukanaIdChoice choices[MOST_TIMES];
  char labels[MOST_TIMES][8];
  gint64 now = mukana_form_get_int (form, field);
  guint n = 0;

  for (gint64 minute = FIRST_MINUTE; minute <= LAST_MINUTE; minute += STEP_MINUTES)
    choices[n++].id = minute;
  if (now > 0 && (now < FIRST_MINUTE || now > LAST_MINUTE || now % STEP_MINUTES != 0))
    choices[n++].id = now;

  for (guint i = 0; i < n; i++)
    {
      g_snprintf (labels[i], sizeof labels[i], "%d.%02d", (int) choices[i].id / 60,
                  (int) choices[i].id % 60);
      choices[i].label = labels[i];
    }

  return mukana_id_row_new (title, field, form, choices, n);
}
