/* mukana-happening.c: events and trainings, their occurrences, agenda and survey results. */

#include "domain/mukana-happening.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-programme.h"

#define MOST 100000
#define AGENDA_BYTES 20000   /* of a whole programme */
#define DAY_MINUTES 1440
#define YEAR_DAYS 366
#define MOST_PARTS 1000

#define PLAIN MUKANA_FIELD_PLAIN
#define NEEDED (MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED)

#define AT(field) G_STRUCT_OFFSET (MukanaHappening, field)
static const MukanaField happening_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, NEEDED, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, NEEDED, mukana_happening_kinds },
  { "mode", MUKANA_FIELD_TEXT, AT (mode), 20, NEEDED, mukana_happening_modes },
  { "series", MUKANA_FIELD_TEXT, AT (series), 200, PLAIN, NULL },
  { "part", MUKANA_FIELD_INT, AT (part), MOST_PARTS, PLAIN, NULL },
  { "audience", MUKANA_FIELD_TEXT, AT (audience), 300, PLAIN, NULL },
  { "facilitators", MUKANA_FIELD_TEXT, AT (facilitators), 300, PLAIN, NULL },
  { "price-cents", MUKANA_FIELD_CENTS, AT (price_cents), 0, PLAIN, NULL },
  { "is-recorded", MUKANA_FIELD_BOOL, AT (is_recorded), 0, PLAIN, NULL },
  { "minimum-minutes", MUKANA_FIELD_INT, AT (minimum_minutes), MOST, PLAIN, NULL },
  { "register-days", MUKANA_FIELD_INT, AT (register_days), YEAR_DAYS, PLAIN, NULL },
  { "register-by", MUKANA_FIELD_DAY, AT (register_by), 0, PLAIN, NULL },
  { "done-by", MUKANA_FIELD_DAY, AT (done_by), 0, PLAIN, NULL },
  { "note", MUKANA_FIELD_TEXT, AT (note), 2000, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaHappening, mukana_happening, happening_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaOccurrence, field)
static const MukanaField occurrence_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "event-id", MUKANA_FIELD_INT, AT (event_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, AT (start_minute), DAY_MINUTES, PLAIN, NULL },
  { "end-minute", MUKANA_FIELD_INT, AT (end_minute), DAY_MINUTES, PLAIN, NULL },
  { "venue", MUKANA_FIELD_TEXT, AT (venue), 200, PLAIN, NULL },
  { "address", MUKANA_FIELD_TEXT, AT (address), 200, PLAIN, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, AT (municipality_code), 10, PLAIN, NULL },
  { "link", MUKANA_FIELD_TEXT, AT (link), 300, PLAIN, NULL },
  { "n-registered", MUKANA_FIELD_INT, AT (n_registered), MOST, PLAIN, NULL },
  { "n-attended", MUKANA_FIELD_INT, AT (n_attended), MOST, PLAIN, NULL },
  { "cancelled-on", MUKANA_FIELD_DAY, AT (cancelled_on), 0, PLAIN, NULL },
  { "cancel-reason", MUKANA_FIELD_TEXT, AT (cancel_reason), 300, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaOccurrence, mukana_occurrence, occurrence_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaAgendaItem, field)
static const MukanaField agenda_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "event-id", MUKANA_FIELD_INT, AT (event_id), 0, PLAIN, NULL },
  { "start-minute", MUKANA_FIELD_INT, AT (start_minute), DAY_MINUTES, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 300, NEEDED, NULL },
  { "speaker", MUKANA_FIELD_TEXT, AT (speaker), 200, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaAgendaItem, mukana_agenda_item, agenda_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaAgendaVersion, field)
static const MukanaField version_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "event-id", MUKANA_FIELD_INT, AT (event_id), 0, PLAIN, NULL },
  { "until-day", MUKANA_FIELD_DAY, AT (until_day), 0, PLAIN, NULL },
  { "changed-by", MUKANA_FIELD_TEXT, AT (changed_by), 200, PLAIN, NULL },
  { "body", MUKANA_FIELD_TEXT, AT (body), AGENDA_BYTES, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaAgendaVersion, mukana_agenda_version, version_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaSurveyResult, field)
static const MukanaField survey_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "event-id", MUKANA_FIELD_INT, AT (event_id), 0, PLAIN, NULL },
  { "asked-on", MUKANA_FIELD_DAY, AT (asked_on), 0, PLAIN, NULL },
  { "question", MUKANA_FIELD_TEXT, AT (question), 300, NEEDED, NULL },
  { "audience", MUKANA_FIELD_TEXT, AT (audience), 200, PLAIN, NULL },
  { "n-asked", MUKANA_FIELD_INT, AT (n_asked), MOST, NEEDED, NULL },
  { "percent-hundredths", MUKANA_FIELD_CENTS, AT (percent_hundredths), 0, NEEDED, NULL },
  { "is-estimate", MUKANA_FIELD_BOOL, AT (is_estimate), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaSurveyResult, mukana_survey_result, survey_fields)

static GPtrArray *
check_fields (gpointer draft)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  return issues;
}

GPtrArray *
mukana_happening_check (gpointer draft)
{
  MukanaHappening *event = draft;
  GPtrArray *issues = check_fields (draft);

  if (event->register_days > 0 && event->register_by != MUKANA_DAY_NONE)
    mukana_issues_add (issues, "register-by",
                       N_("Registration ends some days before, or on a day, not both."));
  if (event->price_cents < 0)
    mukana_issues_add (issues, "price-cents", N_("A price is not negative."));
  return issues;
}

GPtrArray *
mukana_occurrence_check (gpointer draft)
{
  MukanaOccurrence *occurrence = draft;
  GPtrArray *issues = check_fields (draft);

  if (occurrence->day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "day", N_("A day is needed."));
  if (occurrence->end_minute <= occurrence->start_minute)
    mukana_issues_add (issues, "end-minute", N_("The end is before the beginning."));
  if (occurrence->cancelled_on == MUKANA_DAY_NONE && occurrence->cancel_reason != NULL)
    mukana_issues_add (issues, "cancelled-on", N_("Say the day on which it was cancelled."));
  if (occurrence->cancelled_on != MUKANA_DAY_NONE && occurrence->n_attended > 0)
    mukana_issues_add (issues, "cancelled-on", N_("Somebody came: it took place."));
  return issues;
}

/** mukana_agenda_item_tell: Returns: yours, "12.50 Welcome" */
char *
mukana_agenda_item_tell (MukanaAgendaItem *self)
{
  return g_strdup_printf ("%d.%02d %s", (int) self->start_minute / 60,
                          (int) self->start_minute % 60, self->title);
}

/**
 * mukana_agenda_tell:
 * @items: of MukanaAgendaItem, in order
 *
 * Returns: yours, a line for each item with who speaks; what is too long to be kept ends in "…"
 */
char *
mukana_agenda_tell (GPtrArray *items)
{
  g_autoptr (GString) body = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      MukanaAgendaItem *item = g_ptr_array_index (items, i);
      g_autofree char *line = mukana_agenda_item_tell (item);
      gsize needed = strlen (line) + (item->speaker != NULL ? strlen (item->speaker) : 0);

      if (body->len + needed + 10 > AGENDA_BYTES)
        {
          g_string_append (body, "\n…");
          break;
        }
      g_string_append_printf (body, "%s%s%s%s", body->len > 0 ? "\n" : "", line,
                              item->speaker != NULL ? ", " : "",
                              item->speaker != NULL ? item->speaker : "");
    }

  return g_strdup (body->str);
}

GPtrArray *
mukana_agenda_item_check (gpointer draft)
{
  return check_fields (draft);
}

GPtrArray *
mukana_survey_result_check (gpointer draft)
{
  MukanaSurveyResult *result = draft;
  GPtrArray *issues = check_fields (draft);

  if (result->asked_on == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "asked-on", N_("A day is needed."));
  if (result->n_asked < 1 && result->n_asked != MUKANA_NUMBER_UNSAID)
    mukana_issues_add (issues, "n-asked", N_("Of how many? A share of nobody says nothing."));
  if (result->percent_hundredths != MUKANA_NUMBER_UNSAID &&
      (result->percent_hundredths < 0 || result->percent_hundredths > 10000))
    mukana_issues_add (issues, "percent-hundredths", N_("A percentage is from 0 to 100."));
  return issues;
}

/**
 * mukana_happening_deadline:
 *
 * Returns: the last day to register for @occurrence: so many days before it, or the same day
 *   for all; %MUKANA_DAY_NONE when nobody need register
 */
MukanaDay
mukana_happening_deadline (MukanaHappening  *self,
                           MukanaOccurrence *occurrence)
{
  if (self->register_days > 0)
    return occurrence->day - (MukanaDay) self->register_days;

  return self->register_by;
}

/** mukana_survey_result_tell: Returns: yours, "27 % (N=40)", "N<5" for what is not shown */
char *
mukana_survey_result_tell (MukanaSurveyResult *self)
{
  g_autofree char *percent = mukana_indicator_tell ("percent", self->percent_hundredths);

  if (self->n_asked < MUKANA_SURVEY_LEAST)
    return g_strdup_printf ("N<%d", MUKANA_SURVEY_LEAST);

  return g_strdup_printf ("%s (N=%d)", percent, (int) self->n_asked);
}
