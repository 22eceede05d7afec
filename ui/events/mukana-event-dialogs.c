/* mukana-event-dialogs.c: events, their occurrences, agenda and survey results as forms. */

#include "ui/events/mukana-event-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-switch-row.h"
#include "ui/kit/mukana-time-row.h"

#define MINUTES_AN_HOUR 60
#define HEIGHT_PX 640

void
mukana_event_dialog_present (MukanaPage      *page,
                             MukanaHappening *event)
{
  g_autoptr (MukanaHappening) fresh = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  GtkWidget *kind, *mode;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_text (fresh, "kind", "event");
  mukana_record_init_text (fresh, "mode", "on-site");
  dialog = mukana_record_deed_ask (page, _("Event or training"), mukana_happening_check, event,
                                   fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  kind = mukana_choice_row_new (_("Kind"), "kind", form);
  mode = mukana_choice_row_new (_("How to take part"), "mode", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_happening_kinds);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (mode), mukana_happening_modes);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Title"), "title", form));
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mode);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("For whom"), "audience", form));
  mukana_record_dialog_add (dialog,
                            mukana_field_row_new (_("Facilitators, by role or organisation"),
                                                  "facilitators", form));
  mukana_record_dialog_add_group (dialog, _("Registration"));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Ends so many days before each time"),
                                                           "register-days", "", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Or ends on"), "register-by", form));
  mukana_record_dialog_add (dialog, mukana_money_row_new (_("Price, euros"), "price-cents", form));
  mukana_record_dialog_add_group (dialog, _("Series and recording"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Series"), "series", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Part"), "part", "", form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (_("It is recorded"), "is-recorded",
                                                           form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("To be done by, in own time"), "done-by",
                                                         form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Takes at least, minutes"),
                                                           "minimum-minutes", "", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Note"), "note", form));
  mukana_record_deed_present (dialog, page, event, _("Event removed"));
}

/* What does not take place stays, with those who registered: they have to be told. */
static void
add_cancelling (MukanaRecordDialog *dialog,
                MukanaForm         *form)
{
  mukana_record_dialog_add_group (dialog, _("It does not take place"));
  mukana_record_dialog_explain (dialog, _(
    "The time stays as cancelled, and so do those who registered: tell them. A calendar file that "
    "is saved after this takes it out of their calendars."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Cancelled on"), "cancelled-on", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Why"), "cancel-reason", form));
}

void
mukana_occurrence_dialog_present (MukanaPage       *page,
                                  MukanaOccurrence *occurrence,
                                  MukanaHappening  *event)
{
  g_autoptr (MukanaOccurrence) fresh = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "event-id", event->id);
  mukana_record_init_int (fresh, "day", mukana_context_today (mukana_page_get_context (page)));
  mukana_record_init_int (fresh, "start-minute", 9 * MINUTES_AN_HOUR);
  mukana_record_init_int (fresh, "end-minute", 12 * MINUTES_AN_HOUR);
  dialog = mukana_record_deed_ask (page, _("Time and place"), mukana_occurrence_check, occurrence,
                                   fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_set_height (dialog, HEIGHT_PX);
  mukana_record_dialog_add_group (dialog, event->title);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("From"), "start-minute", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Until"), "end-minute", form));
  mukana_record_dialog_add_group (dialog, _("Place"));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Venue"), "venue", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Street address"), "address", form));
  mukana_record_dialog_add (dialog, mukana_pick_row_new (_("Municipality"), "municipality-code",
                                                         form, words, MUKANA_LEXICON_MUNICIPALITY));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Remote link"), "link", form));
  mukana_record_dialog_add_group (dialog, _("Who came"));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Registered"), "n-registered", "",
                                                           form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Attended"), "n-attended", "", form));
  if (occurrence != NULL)
    add_cancelling (dialog, form);
  mukana_record_deed_present (dialog, page, occurrence, _("Time removed"));
}

void
mukana_agenda_dialog_present (MukanaPage       *page,
                              MukanaAgendaItem *item,
                              MukanaHappening  *event)
{
  g_autoptr (MukanaAgendaItem) fresh = g_object_new (MUKANA_TYPE_AGENDA_ITEM, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "event-id", event->id);
  mukana_record_init_int (fresh, "start-minute", 9 * MINUTES_AN_HOUR);
  dialog = mukana_record_deed_ask (page, _("Agenda"), mukana_agenda_item_check, item, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add_group (dialog, event->title);
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("From"), "start-minute", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "title", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Speaker, by role and organisation"),
                                                          "speaker", form));
  mukana_record_deed_present (dialog, page, item, _("Removed from the agenda"));
}

void
mukana_survey_dialog_present (MukanaPage         *page,
                              MukanaSurveyResult *result,
                              MukanaHappening    *event)
{
  g_autoptr (MukanaSurveyResult) fresh = g_object_new (MUKANA_TYPE_SURVEY_RESULT, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "event-id", event->id);
  mukana_record_init_int (fresh, "asked-on",
                          mukana_context_today (mukana_page_get_context (page)));
  dialog = mukana_record_deed_ask (page, _("Survey result"), mukana_survey_result_check, result,
                                   fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add_group (dialog, event->title);
  mukana_record_dialog_explain (dialog, _(
    "As it was reported. A result of fewer than five is kept and not shown."));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Question"), "question", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Who answered"), "audience", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Of how many (N)"), "n-asked", "",
                                                           form));
  mukana_record_dialog_add (dialog, mukana_money_row_new_of (_("Per cent"), "percent-hundredths",
                                                             "%", form));
  mukana_record_dialog_add (dialog, mukana_switch_row_new (
    _("Estimated by others than those it is about"), "is-estimate", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "asked-on", form));
  mukana_record_deed_present (dialog, page, result, _("Result removed"));
}
