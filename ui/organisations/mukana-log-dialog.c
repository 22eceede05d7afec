/* mukana-log-dialog.c: ten seconds from thought to saved: a deed of cooperation.
 *
 * With whom, what, about what; the day is today and the next step is asked for
 * but never required.  Opens from anywhere, over anything.
 */

#include "ui/organisations/mukana-log-dialog.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/organisations/mukana-form-dialog.h"

/* An organisation to choose. */
typedef struct
{
  gint64  id;
  char   *name;
  char   *sort_key;
} Choice;

typedef struct
{
  GtkWindow     *parent;
  MukanaContext *context;
  gint64         organisation_id;
} Asking;

static void
free_choice (gpointer data)
{
  Choice *choice = data;

  g_free (choice->name);
  g_free (choice->sort_key);
  g_free (choice);
}

static int
compare_choices (gconstpointer a,
                 gconstpointer b)
{
  return strcmp ((*(const Choice **) a)->sort_key, (*(const Choice **) b)->sort_key);
}

static gpointer
choices_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (GPtrArray) choices = g_ptr_array_new_with_free_func (free_choice);
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, "organisations.names", NULL, error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      Choice *choice = g_new0 (Choice, 1);

      choice->id = mukana_query_get_int (query, "id");
      choice->name = g_strdup (mukana_query_peek_text (query, "name"));
      choice->sort_key = mukana_text_sort_key (choice->name);
      g_ptr_array_add (choices, choice);
    }
  if (result < 0)
    return NULL;

  g_ptr_array_sort (choices, compare_choices);
  return g_steal_pointer (&choices);
}

static const MukanaJob choices_job = {
  "log.organisations", MUKANA_LANE_READ, choices_run, (GDestroyNotify) g_ptr_array_unref
};

static GPtrArray *
check_entry (gpointer draft,
             gpointer data)
{
  MukanaLogEntry *entry = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (entry->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));
  if (entry->next_day != MUKANA_DAY_NONE && entry->day != MUKANA_DAY_NONE &&
      entry->next_day < entry->day)
    mukana_issues_add (issues, "next-day", N_("The next step is before the day itself."));

  return issues;
}

static gpointer
make_arg (gpointer draft,
          gpointer data)
{
  return g_object_ref (draft);
}

static const MukanaFormDialogDeed log_deed = {
  &mukana_log_entry_add_job, make_arg, g_object_unref
};

static void
stored_cb (GtkWindow *parent)
{
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.toast", "(sx)", _("Cooperation logged"),
                              (gint64) 0);
}

static void
organisation_chosen_cb (GtkDropDown *drop,
                        GParamSpec  *pspec,
                        MukanaForm  *form)
{
  GPtrArray *choices = g_object_get_data (G_OBJECT (drop), "choices");
  guint selected = gtk_drop_down_get_selected (drop);

  if (selected < choices->len)
    mukana_form_set_int (form, "organisation-id",
                         ((Choice *) g_ptr_array_index (choices, selected))->id);
}

static GtkWidget *
make_organisation_row (MukanaForm *form,
                       GPtrArray  *choices)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *drop;
  gint64 id = mukana_form_get_int (form, "organisation-id");
  guint selected = 0;

  for (guint i = 0; i < choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (choices, i);

      gtk_string_list_append (names, choice->name);
      if (choice->id == id)
        selected = i;
    }

  drop = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), expression);
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (drop), TRUE);
  gtk_widget_set_valign (drop, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (drop, 240, -1);
  g_object_set_data_full (G_OBJECT (drop), "choices", g_ptr_array_ref (choices),
                          (GDestroyNotify) g_ptr_array_unref);
  g_signal_connect_object (drop, "notify::selected", G_CALLBACK (organisation_chosen_cb), form, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop), selected);
  organisation_chosen_cb (GTK_DROP_DOWN (drop), NULL, form);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("With whom"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), drop);
  return row;
}

static MukanaForm *
make_form (MukanaContext *context,
           gint64         organisation_id)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  MukanaForm *form = mukana_form_new (check_entry, NULL);

  mukana_record_init_int (entry, "organisation-id", organisation_id);
  mukana_record_init_int (entry, "day", mukana_context_today (context));
  mukana_record_init_text (entry, "kind", mukana_log_kinds[0]);
  mukana_form_load (form, entry);
  return form;
}

static void
present (Asking    *asking,
         GPtrArray *choices)
{
  g_autoptr (MukanaForm) form = make_form (asking->context, asking->organisation_id);
  GtkWidget *kind = mukana_choice_row_new (_("What"), "kind", form);
  GtkWidget *summary = mukana_field_row_new (_("About what, and what was agreed"), "summary", form);
  MukanaFormDialog *dialog;

  mukana_drafts_add_form (mukana_context_get_drafts (asking->context), MUKANA_LOG_DRAFT,
                          asking->organisation_id, form);
  dialog = mukana_form_dialog_new (asking->parent, _("Log cooperation"),
                                   mukana_context_get_store (asking->context), form, &log_deed,
                                   NULL, NULL);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_log_kinds);
  mukana_form_dialog_add (dialog, make_organisation_row (form, choices));
  mukana_form_dialog_add (dialog, kind);
  mukana_form_dialog_add (dialog, summary);
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("When"), "day", form));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("Next step by"), "next-day", form));
  g_signal_connect_object (dialog, "stored", G_CALLBACK (stored_cb), asking->parent,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asking->organisation_id != 0)
    gtk_widget_grab_focus (summary);
}

static void
choices_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                           &error);

  if (choices == NULL)
    mukana_error_view_show (GTK_WIDGET (asking->parent), error);
  else if (choices->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (asking->parent), "win.toast", "(sx)",
                                _("Add an organisation first"), (gint64) 0);
  else
    present (asking, choices);

  g_object_unref (asking->parent);
  g_object_unref (asking->context);
  g_free (asking);
}

/**
 * mukana_log_dialog_present:
 *
 * @organisation_id: with whom, to begin with; 0 when it is to be chosen
 */
void
mukana_log_dialog_present (GtkWindow     *parent,
                           MukanaContext *context,
                           gint64         organisation_id)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->parent = g_object_ref (parent);
  asking->context = g_object_ref (context);
  asking->organisation_id = organisation_id;
  mukana_store_run_async (mukana_context_get_store (context), &choices_job, NULL, NULL, NULL,
                          choices_read_cb, asking);
}
