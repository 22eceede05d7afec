/* mukana-cooperation-dialogs.c: points, encounters, theme days, groups and meetings as forms. */

#include "ui/cooperation/mukana-cooperation-dialogs.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "services/mukana-volunteering.h"
#include "ui/kit/mukana-choice-row.h"
#include "ui/kit/mukana-counted-dialog.h"
#include "ui/kit/mukana-date-row.h"
#include "ui/kit/mukana-field-row.h"
#include "ui/kit/mukana-id-row.h"
#include "ui/kit/mukana-number-row.h"
#include "ui/kit/mukana-pick-row.h"
#include "ui/kit/mukana-participants-row.h"
#include "ui/kit/mukana-record-deed.h"
#include "ui/kit/mukana-time-row.h"

#define MINUTES_AN_HOUR 60

static MukanaDay
today_of (MukanaPage *page)
{
  return mukana_context_today (mukana_page_get_context (page));
}

void
mukana_point_dialog_present (MukanaPage      *page,
                             MukanaOlkaPoint *point)
{
  g_autoptr (MukanaOlkaPoint) fresh = g_object_new (MUKANA_TYPE_OLKA_POINT, NULL);
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "opens-minute", 9 * MINUTES_AN_HOUR);
  mukana_record_init_int (fresh, "closes-minute", 15 * MINUTES_AN_HOUR);
  dialog = mukana_record_deed_ask (page, _("OLKA point"), mukana_olka_point_check, point, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_record_dialog_add (dialog, mukana_pick_row_new (_("Municipality"), "municipality-code",
                                                         form, words, MUKANA_LEXICON_MUNICIPALITY));
  mukana_record_dialog_add_group (dialog, _("Opening"));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Opens"), "opens-minute", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Closes"), "closes-minute", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("First day"), "opened-on", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Last day"), "closed-on", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mukana_encounters_dialog_present (MukanaPage *page,
                                  gint64      point_id)
{
  g_autoptr (MukanaOlkaDay) fresh = g_object_new (MUKANA_TYPE_OLKA_DAY, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "point-id", point_id);
  mukana_record_init_int (fresh, "day", today_of (page));
  dialog = mukana_counted_dialog_new (page, _("Encounters of a day"), mukana_olka_day_check, fresh,
                                      "day");
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_explain (dialog, _(
    "Conversations, and people shown the way. A number for the day takes the place of what was "
    "typed before."));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("How many"), "n-encounters", "",
                                                           form));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* What the organisation says afterwards. */
static GtkWidget *
make_score_row (MukanaForm *form)
{
  MukanaIdChoice choices[12] = { { MUKANA_THEME_DAY_NO_SCORE, _("Not given") } };
  char labels[12][8];

  for (int score = 0; score <= 10; score++)
    {
      g_snprintf (labels[score], sizeof labels[score], "%d", score);
      choices[score + 1] = (MukanaIdChoice) { score, labels[score] };
    }

  return mukana_id_row_new (_("Their feedback, 0 to 10"), "score", form, choices,
                            G_N_ELEMENTS (choices));
}

void
mukana_theme_day_dialog_present (MukanaPage     *page,
                                 gint64          point_id,
                                 MukanaThemeDay *day,
                                 GPtrArray      *participants)
{
  g_autoptr (MukanaThemeDay) fresh = g_object_new (MUKANA_TYPE_THEME_DAY, NULL);
  g_autofree MukanaIdChoice *choices = g_new0 (MukanaIdChoice, participants->len);
  MukanaRecordDialog *dialog;
  MukanaForm *form;
  guint n = 0;

  for (guint i = 0; i < participants->len; i++)
    {
      const MukanaParticipant *participant = g_ptr_array_index (participants, i);

      if (participant->contact_id == 0)
        choices[n++] = (MukanaIdChoice) { participant->organisation_id, participant->name };
    }

  mukana_record_init_int (fresh, "point-id", point_id);
  mukana_record_init_int (fresh, "day", today_of (page));
  mukana_record_init_int (fresh, "score", MUKANA_THEME_DAY_NO_SCORE);
  dialog = mukana_record_deed_ask (page, _("Theme day"), mukana_theme_day_check, day, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_id_row_new (_("Organisation"), "organisation-id", form,
                                                       choices, n));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "title", form));
  if (day != NULL)
    mukana_record_dialog_add (dialog, make_score_row (form));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
shift_saved (MukanaPage *page,
             gpointer    result,
             gpointer    data)
{
  g_free (result);
  mukana_page_did_for_good (page, _("The shift is agreed"));
}

static const MukanaRecordDeed shift_deed = {
  &mukana_shift_add_job, NULL, NULL, shift_saved
};

/** mukana_shift_dialog_present: @volunteers: of MukanaVolunteer */
void
mukana_shift_dialog_present (MukanaPage *page,
                             gint64      point_id,
                             GPtrArray  *volunteers)
{
  g_autoptr (MukanaForm) form = mukana_form_new (mukana_shift_check);
  g_autoptr (MukanaShift) fresh = g_object_new (MUKANA_TYPE_SHIFT, NULL);
  g_autofree MukanaIdChoice *choices = g_new0 (MukanaIdChoice, volunteers->len);
  MukanaRecordDialog *dialog;

  for (guint i = 0; i < volunteers->len; i++)
    {
      const MukanaVolunteer *volunteer = g_ptr_array_index (volunteers, i);

      choices[i] = (MukanaIdChoice) { volunteer->person_id, volunteer->name };
    }

  mukana_record_init_int (fresh, "point-id", point_id);
  mukana_record_init_int (fresh, "day", today_of (page));
  mukana_record_init_int (fresh, "start-minute", 9 * MINUTES_AN_HOUR);
  mukana_record_init_int (fresh, "end-minute", 12 * MINUTES_AN_HOUR);
  mukana_form_load (form, fresh);
  dialog = mukana_record_dialog_new (page, _("Shift of a volunteer"), _("Save"), form, &shift_deed,
                                     NULL, NULL);
  mukana_record_dialog_add (dialog, mukana_id_row_new (_("Volunteer"), "person-id", form, choices,
                                                       volunteers->len));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("From"), "start-minute", form));
  mukana_record_dialog_add (dialog, mukana_time_row_new (_("Until"), "end-minute", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mukana_group_dialog_present (MukanaPage             *page,
                             MukanaCooperationGroup *record)
{
  g_autoptr (MukanaCooperationGroup) fresh = g_object_new (MUKANA_TYPE_COOPERATION_GROUP, NULL);
  GtkWidget *kind;
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_text (fresh, "kind", "panel");
  dialog = mukana_record_deed_ask (page, _("Group"), mukana_cooperation_group_check, record, fresh);
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_explain (dialog, _(
    "Members are a number: nobody is named here without their consent."));
  kind = mukana_choice_row_new (_("Kind"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_group_kinds);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Name"), "name", form));
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Members"), "n-members", "", form));
  mukana_record_dialog_add_group (dialog, _("Term"));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("From"), "term-from", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Until"), "term-until", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("Note"), "note", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

void
mukana_meeting_dialog_present (MukanaPage             *page,
                               MukanaCooperationGroup *record)
{
  g_autoptr (MukanaGroupMeeting) fresh = g_object_new (MUKANA_TYPE_GROUP_MEETING, NULL);
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  mukana_record_init_int (fresh, "group-id", record->id);
  mukana_record_init_int (fresh, "day", today_of (page));
  dialog = mukana_counted_dialog_new (page, _("Meeting"), mukana_group_meeting_check, fresh, "day");
  form = mukana_record_dialog_get_form (dialog);
  mukana_record_dialog_add_group (dialog, record->name);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Day"), "day", form));
  mukana_record_dialog_add (dialog, mukana_number_row_new (_("Present"), "n-present", "", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "about", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

static GPtrArray *
check_asking (gpointer draft)
{
  GPtrArray *issues = mukana_statement_request_check (draft);

  if (MUKANA_STATEMENT_REQUEST (draft)->asked == NULL)
    mukana_issues_add (issues, "asked", N_("Choose an organisation."));
  return issues;
}

static gpointer
make_asking (gpointer draft,
             gpointer data)
{
  MukanaStatementRequest *statement = draft;
  MukanaAsking *asking = mukana_asking_new (statement);
  g_auto (GStrv) words = g_strsplit (statement->asked != NULL ? statement->asked : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        gint64 id = g_ascii_strtoll (words[i] + 1, NULL, 10);

        g_array_append_val (asking->organisations, id);
      }
  return asking;
}

static void
asked (MukanaPage *page,
       gpointer    result,
       gpointer    data)
{
  gulong n = (gulong) *(gint64 *) result;
  g_autofree char *sentence = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "A statement is asked of %lu organisation",
                 "A statement is asked of %lu organisations", n), n);

  g_free (result);
  mukana_page_did_for_good (page, sentence);
}

static const MukanaRecordDeed ask_deed = {
  &mukana_statements_ask_job, make_asking, (GDestroyNotify) mukana_asking_free, asked
};

static GPtrArray *
pick_organisations (GPtrArray *participants)
{
  GPtrArray *organisations = g_ptr_array_new ();

  for (guint i = 0; i < participants->len; i++)
    if (((MukanaParticipant *) g_ptr_array_index (participants, i))->contact_id == 0)
      g_ptr_array_add (organisations, g_ptr_array_index (participants, i));

  return organisations;
}

/** mukana_ask_dialog_present: one statement, asked of several */
void
mukana_ask_dialog_present (MukanaPage *page,
                           GPtrArray  *participants)
{
  g_autoptr (MukanaForm) form = mukana_form_new (check_asking);
  g_autoptr (MukanaStatementRequest) fresh = g_object_new (MUKANA_TYPE_STATEMENT_REQUEST, NULL);
  g_autoptr (GPtrArray) organisations = pick_organisations (participants);
  GtkWidget *kind;
  MukanaRecordDialog *dialog;

  mukana_record_init_text (fresh, "kind", "assessment");
  mukana_record_init_int (fresh, "asked-on", today_of (page));
  mukana_form_load (form, fresh);
  dialog = mukana_record_dialog_new (page, _("Ask for a statement"), _("Save"), form, &ask_deed,
                                     NULL, NULL);
  kind = mukana_choice_row_new (_("For what"), "kind", form);
  mukana_choice_row_add_codes (MUKANA_CHOICE_ROW (kind), mukana_statement_kinds);
  mukana_record_dialog_add (dialog, kind);
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("About what"), "about", form));
  mukana_record_dialog_add (dialog, mukana_participants_row_new (
    _("Asked of"), _("Nobody yet"), "asked", form, organisations));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Requested on"), "asked-on", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Due"), "due-on", form));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Given today, unless another day is chosen. */
void
mukana_given_dialog_present (MukanaPage             *page,
                             MukanaStatementRequest *statement)
{
  MukanaRecordDialog *dialog;
  MukanaForm *form;

  dialog = mukana_record_deed_ask (page, _("Statement"), mukana_statement_request_check, NULL,
                                   statement);
  form = mukana_record_dialog_get_form (dialog);
  if (mukana_form_get_int (form, "given-on") == MUKANA_DAY_NONE)
    mukana_form_set_int (form, "given-on", today_of (page));
  mukana_record_dialog_add_group (dialog, statement->about);
  mukana_record_dialog_explain (dialog, statement->organisation_name);
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Given"), "given-on", form));
  mukana_record_dialog_add (dialog, mukana_field_row_new (_("What was said"), "summary", form));
  mukana_record_dialog_add (dialog, mukana_date_row_new (_("Declined, or not given"),
                                                         "declined-on", form));
  gtk_window_present (GTK_WINDOW (dialog));
}
