/* mukana-shortlist-dialogs.c: a date to ask about, a note on a candidate; and what cannot be taken
 * back, which is asked first: telling a name, and giving a request its time.
 */

#include "ui/shortlist/mukana-shortlist-dialogs.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-polling.h"
#include "ui/app/mukana-work-words.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/kit/mukana-text-row.h"
#include "ui/kit/mukana-time-row.h"

#define FIRST_MINUTE (9 * 60)
#define LAST_MINUTE (11 * 60)
#define A_WEEK 7

static void
day_added (MukanaPage *page,
           gpointer    result,
           gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("Date added"));
}

static void
note_saved (MukanaPage *page,
            gpointer    result,
            gpointer    data)
{
  mukana_page_did_for_good (page, _("Saved"));
}

static const MukanaRecordDeed add_day = {
  &mukana_poll_day_add_job, NULL, NULL, day_added
};
static const MukanaRecordDeed save_note = {
  &mukana_shortlist_note_job, NULL, NULL, note_saved
};

/* The request's own next date, where there is one that is not asked about yet. */
static MukanaPollDay *
guess_day (MukanaPage            *page,
           const MukanaShortlist *list)
{
  MukanaPollDay *guess;

  if (list->own_days->len > 0)
    return g_object_ref (g_ptr_array_index (list->own_days, 0));

  guess = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  mukana_record_init_int (guess, "request-id", list->request_id);
  mukana_record_init_int (guess, "day",
                          mukana_context_today (mukana_page_get_context (page)) + A_WEEK);
  mukana_record_init_int (guess, "start-minute", FIRST_MINUTE);
  mukana_record_init_int (guess, "end-minute", LAST_MINUTE);
  return guess;
}

/** mukana_poll_day_dialog_new: Returns: (transfer none): a window that adds a date to the poll */
GtkWidget *
mukana_poll_day_dialog_new (MukanaPage            *page,
                            const MukanaShortlist *list)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_poll_day_check);
  g_autoptr (MukanaPollDay) fresh = guess_day (page, list);
  MukanaRecordDialog *dialog;

  mukana_form_load (form, fresh);
  dialog = mukana_record_dialog_new (page, _("A date to ask about"), _("Add"), form, &add_day,
                                     NULL, NULL);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("From"), "start-minute", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Until"), "end-minute", form));
  return GTK_WIDGET (dialog);
}

/** mukana_listed_note_dialog_new: Returns: (transfer none): a window with the note alone */
GtkWidget *
mukana_listed_note_dialog_new (MukanaPage      *page,
                                  MukanaListed *candidate)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_listed_check);
  MukanaRecordDialog *dialog;

  mukana_form_load (form, candidate);
  dialog = mukana_record_dialog_new (page, _("Note on a candidate"), _("Save"), form, &save_note,
                                     NULL, NULL);
  mukana_record_dialog_explain (dialog, _(
    "For those who look for people. The unit does not see it; the person does, if they ask for "
    "their data."));
  mukana_record_dialog_add (dialog, mukana_text_row_new (_("Note"), "note", form));
  return GTK_WIDGET (dialog);
}

static AdwMessageDialog *
make_question (MukanaPage *page,
               const char *heading,
               const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_object_set_data_full (G_OBJECT (dialog), "page", g_object_ref (page), g_object_unref);
  return ADW_MESSAGE_DIALOG (dialog);
}

static void
released_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, _("The name is on the shortlist now"));
}

static void
release_cb (GObject    *dialog,
            const char *response,
            gpointer    data)
{
  MukanaPage *page = g_object_get_data (dialog, "page");
  MukanaListed *candidate = g_object_get_data (dialog, "candidate");

  if (g_str_equal (response, "tell"))
    mukana_page_run_async (page, &mukana_shortlist_release_job,
                           g_memdup2 (&candidate->id, sizeof candidate->id), g_free, released_cb,
                           g_object_ref (page));
}

/** mukana_release_dialog_new: Returns: (transfer none): asks before the unit is told a name */
GtkWidget *
mukana_release_dialog_new (MukanaPage      *page,
                           MukanaListed *candidate)
{
  g_autofree char *body = g_strdup_printf (
    /* Translators: a code and a name */
    _("%1$s is %2$s, who has said yes. From now on the name stands on the shortlist beside the "
      "code, and their own log shows that the unit was told."), candidate->code,
    candidate->display_name);
  AdwMessageDialog *dialog = make_question (page, _("Tell the unit the name?"), body);

  adw_message_dialog_add_response (dialog, "tell", _("_Tell the Name"));
  adw_message_dialog_set_response_appearance (dialog, "tell", ADW_RESPONSE_SUGGESTED);
  g_object_set_data_full (G_OBJECT (dialog), "candidate", g_object_ref (candidate),
                          g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (release_cb), NULL);
  return GTK_WIDGET (dialog);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaPollChosen *chosen = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (chosen == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  sentence = chosen->n_proposed == 0
    ? g_strdup (_("The date is chosen"))
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "The date is chosen and proposed to %u person",
                                    "The date is chosen and proposed to %u people",
                                    (gulong) chosen->n_proposed), (guint) chosen->n_proposed);
  mukana_page_did (page, sentence,
                   mukana_step_new (_("Date chosen"), &mukana_poll_unchoose_job, chosen,
                                    (GDestroyNotify) mukana_poll_chosen_free));
}

static void
choose_cb (GObject    *dialog,
           const char *response,
           gpointer    data)
{
  MukanaPage *page = g_object_get_data (dialog, "page");
  MukanaPollDay *poll_day = g_object_get_data (dialog, "day");
  MukanaPollChoice choice = { poll_day->id, g_str_equal (response, "propose") };

  if (!g_str_equal (response, "cancel"))
    mukana_page_run_async (page, &mukana_poll_choose_job, g_memdup2 (&choice, sizeof choice),
                           g_free, chosen_cb, g_object_ref (page));
}

/** mukana_choose_day_dialog_new: @n_yes: who can come; Returns: (transfer none) */
GtkWidget *
mukana_choose_day_dialog_new (MukanaPage    *page,
                              MukanaPollDay *poll_day,
                              guint          n_yes)
{
  g_autofree char *when = mukana_work_when (poll_day->day, poll_day->start_minute,
                                            poll_day->end_minute);
  g_autofree char *body = g_strdup_printf (
    _("%s takes the place of the request's other times. Those who said yes to it can be proposed "
      "at the same time."), when);
  AdwMessageDialog *dialog = make_question (page, _("Choose this date?"), body);

  adw_message_dialog_add_response (dialog, "choose", _("C_hoose Only"));
  adw_message_dialog_add_response (dialog, "propose", _("Choose and _Propose"));
  adw_message_dialog_set_response_appearance (dialog, "propose", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (dialog, "propose", n_yes > 0);
  g_object_set_data_full (G_OBJECT (dialog), "day", g_object_ref (poll_day), g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (choose_cb), NULL);
  return GTK_WIDGET (dialog);
}
