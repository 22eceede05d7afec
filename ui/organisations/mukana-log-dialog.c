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
#include "services/mukana-registering.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-id-row.h"
#include "ui/kit/mukana-participants-row.h"
#include "ui/organisations/mukana-form-dialog.h"

#define DIALOG_WIDTH_PX 520
#define DIALOG_HEIGHT_PX 640

typedef struct
{
  GtkWindow     *parent;
  MukanaContext *context;
  gint64         organisation_id;
} Asking;

static GPtrArray *
check_entry (gpointer draft,
             gpointer data)
{
  GPtrArray *issues = mukana_log_entry_check (draft);

  if (MUKANA_LOG_ENTRY (draft)->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));

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
  MukanaForm *form = mukana_form_new (check_entry, NULL);

  mukana_record_init_int (entry, "organisation-id", organisation_id);
  mukana_record_init_int (entry, "day", mukana_context_today (context));
  mukana_record_init_text (entry, "kind", mukana_log_kinds[0]);
  mukana_form_load (form, entry);
  return form;
}

static void
present (Asking    *asking,
         GPtrArray *participants)
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
  mukana_form_dialog_add (dialog, make_organisation_row (form, participants));
  mukana_form_dialog_add (dialog, kind);
  mukana_form_dialog_add (dialog, summary);
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("When"), "day", form));
  mukana_form_dialog_add (dialog, mukana_participants_row_new (
    _("Also took part"), _("Nobody else"), "also", form, participants));
  mukana_form_dialog_add_group (dialog, _("Next step"));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("What is to be done"), "next-deed",
                                                        form));
  mukana_form_dialog_add (dialog, mukana_field_row_new (_("By whom"), "next-who", form));
  mukana_form_dialog_add (dialog, mukana_date_row_new (_("Next step by"), "next-day", form));
  gtk_window_set_default_size (GTK_WINDOW (dialog), DIALOG_WIDTH_PX, DIALOG_HEIGHT_PX);
  g_signal_connect_object (dialog, "stored", G_CALLBACK (stored_cb), asking->parent,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  if (asking->organisation_id != 0)
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
    mukana_error_view_show (GTK_WIDGET (asking->parent), error);
  else if (participants->len == 0)
    gtk_widget_activate_action (GTK_WIDGET (asking->parent), "win.toast", "(sx)",
                                _("Add an organisation first"), (gint64) 0);
  else
    present (asking, participants);

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
  mukana_store_run_async (mukana_context_get_store (context), &mukana_participants_job, NULL,
                          NULL, NULL, participants_read_cb, asking);
}
