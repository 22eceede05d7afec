/* mukana-id-row.c: a row of a form that chooses one of many records. */

#include "ui/kit/mukana-id-row.h"

/* A list of organisations is long; a row is as wide as its window. */
#define DROP_WIDTH_PX 200

#define MINUTES_AN_HOUR 60
#define FIRST_HOUR 6
#define LAST_HOUR 22
#define LEAST_STEP_MINUTES 5
#define MOST_TIMES ((LAST_HOUR - FIRST_HOUR) * MINUTES_AN_HOUR / LEAST_STEP_MINUTES + 1)

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
 * Returns: (transfer floating): with what the draft has chosen, or else the first
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
  guint selected = 0;

  for (guint i = 0; i < n_choices; i++)
    {
      gtk_string_list_append (names, choices[i].label);
      g_array_append_val (ids, choices[i].id);
      if (choices[i].id == id)
        selected = i;
    }

  drop = gtk_drop_down_new (G_LIST_MODEL (names), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop, DROP_WIDTH_PX, -1);
  g_object_set_data (G_OBJECT (drop), "field", (gpointer) field);
  g_object_set_data_full (G_OBJECT (drop), "ids", ids, (GDestroyNotify) g_array_unref);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (chosen_cb), form, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  chosen_cb (GTK_DROP_DOWN (drop), NULL, form);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);
  return row;
}

/**
 * mukana_time_row_new:
 * @field: minutes since midnight; static
 * @step_minutes: 5 or more
 *
 * Returns: (transfer floating): chooses a time of a day's work
 */
GtkWidget *
mukana_time_row_new (const char *title,
                     const char *field,
                     MukanaForm *form,
                     int         step_minutes)
{
  MukanaIdChoice choices[MOST_TIMES];
  char labels[MOST_TIMES][8];
  guint n = 0;

  for (int minute = FIRST_HOUR * MINUTES_AN_HOUR; minute <= LAST_HOUR * MINUTES_AN_HOUR;
       minute += MAX (step_minutes, LEAST_STEP_MINUTES))
    {
      g_snprintf (labels[n], sizeof labels[n], "%d.%02d", minute / MINUTES_AN_HOUR,
                  minute % MINUTES_AN_HOUR);
      choices[n] = (MukanaIdChoice) { minute, labels[n] };
      n++;
    }

  return mukana_id_row_new (title, field, form, choices, n);
}
