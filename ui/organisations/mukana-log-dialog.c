/* mukana-log-dialog.c: ten seconds from thought to saved: a deed of cooperation.
 *
 * With whom, what, about what; the day is today and the next step is asked for
 * but never required.  Opens from anywhere, over anything.
 */

#include "ui/organisations/mukana-log-dialog.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-correcting.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-id-row.h"
#include "ui/kit/mukana-participants-row.h"
#include "ui/kit/mukana-record-dialog.h"

#define HEIGHT_PX 640
#define LINE_HEIGHT_PX 740   /* with what removes it */

typedef struct
{
  MukanaPage     *page;
  gint64          organisation_id;
  MukanaLogEntry *entry;     /* a line that is there; NULL for a new one */
} Asking;

static void
asking_free (Asking *self)
{
  g_object_unref (self->page);
  g_clear_object (&self->entry);
  g_free (self);
}

static GPtrArray *
check_entry (gpointer draft)
{
  GPtrArray *issues = mukana_log_entry_check (draft);

  if (MUKANA_LOG_ENTRY (draft)->organisation_id == 0 &&
      MUKANA_LOG_ENTRY (draft)->organisation_new == NULL)
    mukana_issues_add (issues, "organisation-id", N_("Choose an organisation."));
  if (MUKANA_LOG_ENTRY (draft)->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));

  return issues;
}

static void
logged (MukanaPage *page,
        gpointer    result,
        gpointer    data)
{
  mukana_page_did (page, _("Cooperation logged"),
                   mukana_step_new (_("Cooperation logged"), &mukana_log_entry_drop_job, result,
                                    g_free));
}

static const MukanaRecordDeed log_deed = { &mukana_log_entry_add_job, NULL, NULL, logged };

static GtkWidget *
make_organisation_row (MukanaForm *form,
                       GPtrArray  *participants)
{
  g_autofree MukanaIdChoice *choices = g_new0 (MukanaIdChoice, participants->len);
  guint n = 0;

  for (guint i = 0; i < participants->len; i++)
    {
      const MukanaParticipant *participant = g_ptr_array_index (participants, i);

      if (participant->contact_id == 0)
        choices[n++] = (MukanaIdChoice) { participant->organisation_id, participant->name };
    }

  return mukana_id_row_new (_("With whom"), "organisation-id", form, choices, n);
}

static MukanaForm *
make_form (MukanaContext *context,
           gint64         organisation_id)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  MukanaForm *form = mukana_form_new (check_entry);

  mukana_record_init_int (entry, "organisation-id", organisation_id);
  mukana_record_init_int (entry, "day", mukana_context_today (context));
  mukana_record_init_text (entry, "kind", mukana_log_kinds[0]);
  mukana_form_load (form, entry);
  return form;
}

static void
add_rows (MukanaRecordDialog *dialog,
          GPtrArray          *participants)
{
  MukanaForm *form = mukana_record_dialog_get_form (dialog);
  GtkWidget *organisation = make_organisation_row (form, participants);
  GtkWidget *kind = mukana_choice_row_new (_("What"), "kind", form);
  GtkWidget *summary = mukana_field_row_new (_("About what, and what was agreed"), "summary", form);

  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_log_kinds);
  if (MUKANA_LOG_ENTRY (mukana_form_get_draft (form))->id == 0)
    mukana_id_row_offer_new (organisation, "organisation-new");
  mukana_record_dialog_add (dialog, organisation);
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, summary);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("When"), "day", form));
  mukana_record_dialog_add (dialog, mukana_participants_row_new (
    _("Also took part"), _("Nobody else"), "also", form, participants));
  mukana_record_dialog_add_group (dialog, _("Next step"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What is to be done"), "next-deed",
                                                          form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("By whom"), "next-who", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Next step by"), "next-day", form));
  gtk_window_present (GTK_WINDOW (dialog));
  if (MUKANA_LOG_ENTRY (mukana_form_get_draft (form))->organisation_id != 0)
    gtk_widget_grab_focus (summary);
}

static void
present_new (MukanaPage *page,
             gint64      organisation_id,
             GPtrArray  *participants)
{
  MukanaContext *context = mukana_page_get_context (page);
  g_autoptr (MukanaForm) form = make_form (context, organisation_id);

  mukana_drafts_add_form (mukana_context_get_drafts (context), MUKANA_LOG_DRAFT, organisation_id,
                          form);
  add_rows (mukana_record_dialog_new (page, _("Log cooperation"), _("Save"), form, &log_deed, NULL,
                                      NULL), participants);
}

/* ---- A line that is there ---- */

static void
corrected (MukanaPage *page,
           gpointer    result,
           gpointer    data)
{
  MukanaLogEntry *before = data;

  /* Saved once more by then: that is the version to take back. */
  mukana_page_did (page, _("Line of the log changed"),
                   mukana_step_new (_("Line of the log changed"), &mukana_log_entry_save_job,
                                    mukana_record_with_int (before, "version",
                                                            before->version + 1),
                                    g_object_unref));
}

static const MukanaRecordDeed correct_deed = {
  &mukana_log_entry_save_job, NULL, NULL, corrected
};

/* The window goes first: what is removed cannot be changed in it. */
static void
remove_clicked_cb (GtkWidget      *button,
                   MukanaLogEntry *entry)
{
  g_autoptr (MukanaPage) page = g_object_ref (g_object_get_data (G_OBJECT (button), "page"));
  g_autoptr (MukanaLogEntry) removed = g_object_ref (entry);

  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (button)));
  mukana_page_do (page, &mukana_log_entry_drop_job, g_memdup2 (&removed->id, sizeof removed->id),
                  g_free, _("Line of the log removed"),
                  mukana_step_new (_("Line of the log removed"), &mukana_log_entry_restore_job,
                                   g_object_ref (removed), g_object_unref));
}

static GtkWidget *
make_remove (MukanaPage     *page,
             MukanaLogEntry *entry)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Remove the Line"));

  gtk_widget_add_css_class (button, "destructive-action");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), "page", g_object_ref (page), g_object_unref);
  g_signal_connect_data (button, "clicked", G_CALLBACK (remove_clicked_cb), g_object_ref (entry),
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  return button;
}

static void
present_line (MukanaPage     *page,
              MukanaLogEntry *entry,
              GPtrArray      *participants)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_entry);
  MukanaRecordDialog *dialog;

  mukana_form_load (form, entry);
  dialog = mukana_record_dialog_new (page, _("Line of the log"), _("Save"), form, &correct_deed,
                                     g_object_ref (entry), g_object_unref);
  add_rows (dialog, participants);
  mukana_record_dialog_set_height (dialog, LINE_HEIGHT_PX);
  mukana_record_dialog_add_group (dialog, NULL);
  mukana_record_dialog_add (dialog, make_remove (page, entry));
}

static void
participants_read_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) participants = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                NULL, &error);

  if (participants == NULL)
    mukana_page_fail (asking->page, error);
  else if (asking->entry != NULL)
    present_line (asking->page, asking->entry, participants);
  else
    present_new (asking->page, asking->organisation_id, participants);

  asking_free (asking);
}

/**
 * mukana_log_dialog_present:
 *
 * @page: over which it opens, whatever it is about
 * @organisation_id: with whom, to begin with; 0 when it is to be chosen
 */
void
mukana_log_dialog_present (MukanaPage *page,
                           gint64      organisation_id)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->page = g_object_ref (page);
  asking->organisation_id = organisation_id;
  mukana_page_run_async (page, &mukana_participants_job, NULL, NULL, participants_read_cb, asking);
}

static void
entry_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Asking *asking = data;
  g_autoptr (GError) error = NULL;

  asking->entry = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (asking->entry != NULL)
    {
      mukana_page_run_async (asking->page, &mukana_participants_job, NULL, NULL,
                             participants_read_cb, asking);
      return;
    }

  mukana_page_fail (asking->page, error);
  asking_free (asking);
}

/** mukana_log_dialog_present_line: a line that is there, to be corrected or removed */
void
mukana_log_dialog_present_line (MukanaPage *page,
                                gint64      id)
{
  Asking *asking = g_new0 (Asking, 1);

  asking->page = g_object_ref (page);
  mukana_page_run_async (page, &mukana_log_entry_get_job, g_memdup2 (&id, sizeof id), g_free,
                         entry_read_cb, asking);
}
