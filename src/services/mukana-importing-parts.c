/* mukana-importing-parts.c: rows of a folder that belong to people of its list.
 *
 * Consents, times, absences and themes have files of their own and name their
 * person by number.  A row whose person is not in the folder belongs to nobody.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"

static const MukanaListReason person_unknown = {
  "person-unknown", N_("No person of the list has this number") };
static const MukanaListReason person_refused = {
  "person-refused", N_("The person was refused, and this with them") };
static const MukanaListReason no_given_day = {
  "consent-no-given-day", N_("It is not told when the consent was given") };
static const MukanaListReason future = {
  "consent-in-future", N_("A consent cannot be given in the future.") };
static const MukanaListReason ends_first = {
  "ends-first", N_("The end is before the beginning.") };
static const MukanaListReason unknown_theme = {
  "unknown-theme", N_("There is no such theme") };

static void
keep_part (MukanaImportReader *reader,
           PersonPart          kind,
           gpointer            part)
{
  MukanaDraft *person = reader->draft->owner;

  mukana_import_add_part (person, kind, part);
  reader->draft->part = part;
}

static void
read_consent_row (MukanaImportReader *reader)
{
  const char *way_text = mukana_import_cell (reader, MUKANA_COLUMN_SOURCE);
  const MukanaListReason *reason;
  const char *purpose_text = mukana_import_cell (reader, MUKANA_COLUMN_PURPOSE);
  const char *purpose = mukana_list_read_purpose (purpose_text, &reason);
  MukanaDay given = mukana_import_read_day (reader, MUKANA_COLUMN_GIVEN);
  MukanaDay expires = mukana_import_read_expiry (reader);
  const char *theme = NULL, *perspective, *way;
  MukanaConsent *consent;

  if (purpose == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_PURPOSE, reason);
      return;
    }
  if (given == MUKANA_DAY_NONE || given > reader->today)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_GIVEN,
                            given == MUKANA_DAY_NONE ? &no_given_day : &future);
      return;
    }
  if (expires != MUKANA_DAY_NONE && expires < given)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_EXPIRES, &ends_first);
      return;
    }
  if (g_str_equal (purpose, "theme") &&
      mukana_list_match_theme (reader->themes, mukana_import_cell (reader, MUKANA_COLUMN_THEME),
                               &theme, &perspective) != MUKANA_WORD_MATCH_SURE)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_THEME, &unknown_theme);
      return;
    }

  if ((way = *way_text ? mukana_list_read_consent_way (way_text, &reason) : "list") == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_SOURCE, reason);

  consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme);
  mukana_record_init_int (consent, "given-on", given);
  mukana_record_init_int (consent, "expires-on", expires);
  mukana_record_init_int (consent, "withdrawn-on", mukana_import_read_withdrawal (reader));
  mukana_record_init_text (consent, "how", way ? way : "other");
  mukana_import_add_consent (reader->draft->owner, consent);
  reader->draft->part = consent;
}

static void
read_time_row (MukanaImportReader *reader)
{
  const MukanaListReason *reason;
  int weekday, start, end;
  MukanaFreeTime *time;

  if (!mukana_list_read_weekday (mukana_import_cell (reader, MUKANA_COLUMN_WEEKDAY), &weekday,
                                 &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_WEEKDAY, reason);
      return;
    }
  if (!mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_START), &start, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_START, reason);
      return;
    }
  if (!mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_END), &end, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_END, reason);
      return;
    }
  if (end <= start)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_END, &ends_first);
      return;
    }

  time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);
  mukana_record_init_int (time, "weekday", weekday);
  mukana_record_init_int (time, "start-minute", start);
  mukana_record_init_int (time, "end-minute", end);
  mukana_record_init_int (time, "valid-from", mukana_import_read_day (reader, MUKANA_COLUMN_FROM));
  mukana_record_init_int (time, "valid-until",
                          mukana_import_read_day (reader, MUKANA_COLUMN_UNTIL));
  keep_part (reader, PERSON_TIMES, time);
}

static void
read_absence_row (MukanaImportReader *reader)
{
  g_autofree char *reason_text = mukana_text_tidy (mukana_import_cell (reader,
                                                                       MUKANA_COLUMN_REASON));
  const MukanaListReason *reason;
  MukanaDay from, last;
  MukanaAbsence *absence;

  if (!mukana_list_read_day (mukana_import_cell (reader, MUKANA_COLUMN_FROM), &from, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_FROM, reason);
      return;
    }
  if (!mukana_list_read_day (mukana_import_cell (reader, MUKANA_COLUMN_UNTIL), &last, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_UNTIL, reason);
      return;
    }
  if (last < from)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_UNTIL, &ends_first);
      return;
    }

  absence = g_object_new (MUKANA_TYPE_ABSENCE, NULL);
  mukana_record_init_int (absence, "from-day", from);
  mukana_record_init_int (absence, "last-day", last);
  mukana_record_init_text (absence, "reason", reason_text);
  keep_part (reader, PERSON_ABSENCES, absence);
}

static void
read_theme_row (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_THEME);
  const char *perspective_text = mukana_import_cell (reader, MUKANA_COLUMN_PERSPECTIVE);
  const char *level_text = mukana_import_cell (reader, MUKANA_COLUMN_LEVEL);
  const MukanaListReason *reason;
  const char *id, *perspective, *said = NULL;
  MukanaExperience *theme;
  int level = 0;

  if (mukana_list_match_theme (reader->themes, text, &id, &perspective) != MUKANA_WORD_MATCH_SURE)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_THEME, &unknown_theme);
      return;
    }
  if (*perspective_text != '\0' &&
      (said = mukana_list_read_perspective (perspective_text, &reason)) == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_PERSPECTIVE, reason);
      return;
    }
  if (*level_text != '\0' && !mukana_list_read_whole (level_text, 0, 10, &level, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_LEVEL, reason);

  theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  mukana_record_init_text (theme, "theme-id", id);
  mukana_record_init_text (theme, "perspective", said ? said : perspective ? perspective : "own");
  mukana_record_init_int (theme, "level", level);
  keep_part (reader, PERSON_THEMES, theme);
}

/** mukana_import_read_person_part: the row belongs to a person that it names by number */
void
mukana_import_read_person_part (MukanaImportReader *reader)
{
  const char *ref = mukana_import_cell (reader, MUKANA_COLUMN_PERSON_ID);
  MukanaDraft *person = g_hash_table_lookup (reader->by_ref[MUKANA_LIST_PEOPLE], ref);

  if (person == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_PERSON_ID, &person_unknown);
      return;
    }

  reader->draft->owner = person;
  mukana_draft_label (reader->draft, person->label);
  if (person->item.outcome == MUKANA_IMPORT_REFUSED)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_PERSON_ID, &person_refused);
      return;
    }

  reader->keeper = person;
  switch (reader->list->kind)
    {
    case MUKANA_LIST_CONSENTS: read_consent_row (reader); break;
    case MUKANA_LIST_AVAILABILITY: read_time_row (reader); break;
    case MUKANA_LIST_ABSENCES: read_absence_row (reader); break;
    case MUKANA_LIST_PERSON_THEMES: read_theme_row (reader); break;
    default: g_assert_not_reached ();
    }
}
