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

typedef struct
{
  MukanaPage *page;
  gint64      organisation_id;
} Asking;

static GPtrArray *
check_entry (gpointer draft)
{
  GPtrArray *issues = mukana_log_entry_check (draft);

  if (MUKANA_LOG_ENTRY (draft)->organisation_id == 0)
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
present (MukanaPage *page,
         gint64      organisation_id,
         GPtrArray  *participants)
{
  MukanaContext *context = mukana_page_get_context (page);
  g_autoptr (MukanaForm) form = make_form (context, organisation_id);
  GtkWidget *kind = mukana_choice_row_new (_("What"), "kind", form);
  GtkWidget *summary = mukana_field_row_new (_("About what, and what was agreed"), "summary", form);
  MukanaRecordDialog *dialog;

  mukana_drafts_add_form (mukana_context_get_drafts (context), MUKANA_LOG_DRAFT, organisation_id,
                          form);
  dialog = mukana_record_dialog_new (page, _("Log cooperation"), _("Save"), form, &log_deed, NULL,
                                     NULL);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_log_kinds);
  mukana_record_dialog_add (dialog, make_organisation_row (form, participants));
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
  if (organisation_id != 0)
    gtk_widget_grab_focus (summary);
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
  else if (participants->len == 0)
    mukana_page_toast (asking->page, _("Add an organisation first"));
  else
    present (asking->page, asking->organisation_id, participants);

  g_object_unref (asking->page);
  g_free (asking);
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
