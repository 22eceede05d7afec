/* mukana-event-dialogs.c: events, their occurrences, agenda and survey results as forms. */

#include "ui/events/mukana-event-dialogs.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-id-row.h"
#include "ui/kit/mukana-money-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-switch-row.h"

#define MINUTES_AN_HOUR 60
#define HEIGHT_PX 640

/* A window with one form. */
typedef struct
{
  MukanaForm          *form;
  MukanaRecordDialog  *dialog;
  AdwPreferencesGroup *group;
} Asking;

static Asking
ask (MukanaPage      *page,
     const char      *title,
     MukanaFormCheck  check,
     gpointer         record,
     gpointer         fresh)
{
  Asking asking = { .form = mukana_form_new (check, NULL) };

  mukana_form_load (asking.form, record != NULL ? record : fresh);
  asking.dialog = mukana_record_dialog_new (page, title, _("Save"), asking.form,
                                            &mukana_record_deed_save, NULL, NULL);
  asking.group = mukana_record_dialog_add_group (asking.dialog, NULL);
  return asking;
}

static void
add (Asking    *asking,
     GtkWidget *row)
{
  mukana_record_dialog_add (asking->group, row);
}

static void
present (Asking     *asking,
         MukanaPage *page,
         gpointer    record,
         const char *sentence)
{
  if (record != NULL)
    {
      asking->group = mukana_record_dialog_add_group (asking->dialog, NULL);
      mukana_record_dialog_add (asking->group, mukana_record_deed_remove_button (page, record,
                                                                                 sentence));
    }

  gtk_window_present (GTK_WINDOW (asking->dialog));
  g_object_unref (asking->form);
}

static GPtrArray *
check_event (gpointer draft,
             gpointer data)
{
  return mukana_happening_check (draft);
}

void
mukana_event_dialog_present (MukanaPage      *page,
                             MukanaHappening *event)
{
  g_autoptr (MukanaHappening) fresh = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  GtkWidget *kind, *mode;
  Asking asking;

  mukana_record_init_text (fresh, "kind", "event");
  mukana_record_init_text (fresh, "mode", "on-site");
  asking = ask (page, _("Event or training"), check_event, event, fresh);
  mukana_record_dialog_set_height (asking.dialog, HEIGHT_PX);
  kind = mukana_choice_row_new (_("Kind"), "kind", asking.form);
  mode = mukana_choice_row_new (_("How to take part"), "mode", asking.form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_happening_kinds);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (mode), mukana_happening_modes);
  add (&asking, mukana_field_row_new (_("Title"), "title", asking.form));
  add (&asking, kind);
  add (&asking, mode);
  add (&asking, mukana_field_row_new (_("For whom"), "audience", asking.form));
  add (&asking, mukana_field_row_new (_("Facilitators, by role or organisation"), "facilitators",
                                      asking.form));
  asking.group = mukana_record_dialog_add_group (asking.dialog, _("Registration"));
  add (&asking, mukana_number_row_new (_("Ends so many days before each time"), "register-days",
                                       "", asking.form));
  add (&asking, mukana_date_row_new (_("Or ends on"), "register-by", asking.form));
  add (&asking, mukana_money_row_new (_("Price, euros"), "price-cents", asking.form));
  asking.group = mukana_record_dialog_add_group (asking.dialog, _("Series and recording"));
  add (&asking, mukana_field_row_new (_("Series"), "series", asking.form));
  add (&asking, mukana_number_row_new (_("Part"), "part", "", asking.form));
  add (&asking, mukana_switch_row_new (_("It is recorded"), "is-recorded", asking.form));
  add (&asking, mukana_date_row_new (_("To be done by, in own time"), "done-by", asking.form));
  add (&asking, mukana_number_row_new (_("Takes at least, minutes"), "minimum-minutes", "",
                                       asking.form));
  add (&asking, mukana_field_row_new (_("Note"), "note", asking.form));
  present (&asking, page, event, _("Event removed"));
}

static GPtrArray *
check_occurrence (gpointer draft,
                  gpointer data)
{
  return mukana_occurrence_check (draft);
}

static GtkWidget *
make_municipality_row (MukanaPage *page,
                       MukanaForm *form)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  GPtrArray *all = mukana_lexicon_peek_all (words, MUKANA_LEXICON_MUNICIPALITY);
  GtkWidget *row = mukana_choice_row_new (_("Municipality"), "municipality-code", form);

  mukana_choice_row_add (MUKANA_CHOICE_ROW (row), NULL, _("Not told"));
  for (guint i = 0; i < all->len; i++)
    {
      const char *code = mukana_lexicon_peek_code (g_ptr_array_index (all, i));

      mukana_choice_row_add (MUKANA_CHOICE_ROW (row), code,
                             mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, code));
    }

  return row;
}

void
mukana_occurrence_dialog_present (MukanaPage       *page,
                                  MukanaOccurrence *occurrence,
                                  gint64            event_id)
{
  g_autoptr (MukanaOccurrence) fresh = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "event-id", event_id);
  mukana_record_init_int (fresh, "day", mukana_context_today (mukana_page_get_context (page)));
  mukana_record_init_int (fresh, "start-minute", 9 * MINUTES_AN_HOUR);
  mukana_record_init_int (fresh, "end-minute", 12 * MINUTES_AN_HOUR);
  asking = ask (page, _("Time and place"), check_occurrence, occurrence, fresh);
  mukana_record_dialog_set_height (asking.dialog, HEIGHT_PX);
  add (&asking, mukana_date_row_new (_("Day"), "day", asking.form));
  add (&asking, mukana_id_row_new_time (_("From"), "start-minute", asking.form));
  add (&asking, mukana_id_row_new_time (_("Until"), "end-minute", asking.form));
  asking.group = mukana_record_dialog_add_group (asking.dialog, _("Place"));
  add (&asking, mukana_field_row_new (_("Venue"), "venue", asking.form));
  add (&asking, mukana_field_row_new (_("Street address"), "address", asking.form));
  add (&asking, make_municipality_row (page, asking.form));
  add (&asking, mukana_field_row_new (_("Remote link"), "link", asking.form));
  asking.group = mukana_record_dialog_add_group (asking.dialog, _("Who came"));
  add (&asking, mukana_number_row_new (_("Registered"), "n-registered", "", asking.form));
  add (&asking, mukana_number_row_new (_("Attended"), "n-attended", "", asking.form));
  present (&asking, page, occurrence, _("Time removed"));
}

static GPtrArray *
check_agenda (gpointer draft,
              gpointer data)
{
  return mukana_agenda_item_check (draft);
}

void
mukana_agenda_dialog_present (MukanaPage       *page,
                              MukanaAgendaItem *item,
                              gint64            event_id)
{
  g_autoptr (MukanaAgendaItem) fresh = g_object_new (MUKANA_TYPE_AGENDA_ITEM, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "event-id", event_id);
  mukana_record_init_int (fresh, "start-minute", 9 * MINUTES_AN_HOUR);
  asking = ask (page, _("Agenda"), check_agenda, item, fresh);
  add (&asking, mukana_id_row_new_time (_("From"), "start-minute", asking.form));
  add (&asking, mukana_field_row_new (_("About what"), "title", asking.form));
  add (&asking, mukana_field_row_new (_("Speaker, by role and organisation"), "speaker",
                                      asking.form));
  present (&asking, page, item, _("Removed from the agenda"));
}

static GPtrArray *
check_survey (gpointer draft,
              gpointer data)
{
  return mukana_survey_result_check (draft);
}

void
mukana_survey_dialog_present (MukanaPage         *page,
                              MukanaSurveyResult *result,
                              gint64              event_id)
{
  g_autoptr (MukanaSurveyResult) fresh = g_object_new (MUKANA_TYPE_SURVEY_RESULT, NULL);
  Asking asking;

  mukana_record_init_int (fresh, "event-id", event_id);
  mukana_record_init_int (fresh, "asked-on",
                          mukana_context_today (mukana_page_get_context (page)));
  asking = ask (page, _("Survey result"), check_survey, result, fresh);
  adw_preferences_group_set_description (asking.group, _(
    "As it was reported. A result of fewer than five is kept and not shown."));
  add (&asking, mukana_field_row_new (_("Question"), "question", asking.form));
  add (&asking, mukana_field_row_new (_("Who answered"), "audience", asking.form));
  add (&asking, mukana_number_row_new (_("Of how many (N)"), "n-asked", "", asking.form));
  add (&asking, mukana_money_row_new (_("Per cent"), "percent-hundredths", asking.form));
  add (&asking, mukana_switch_row_new (_("Others estimated it"), "is-estimate", asking.form));
  add (&asking, mukana_date_row_new (_("Day"), "asked-on", asking.form));
  present (&asking, page, result, _("Result removed"));
}
