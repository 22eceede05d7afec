/* mukana-person-parts.c: what belongs to a person and comes in several.
 */

#include "domain/mukana-person-parts.h"

#include "domain/mukana-codes.h"

static const MukanaField role_term_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRoleTerm, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaRoleTerm, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "role-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaRoleTerm, role_code), 40,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, NULL },
  { "from-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRoleTerm, from_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "until-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaRoleTerm, until_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaRoleTerm, mukana_role_term, role_term_fields)

static const MukanaField experience_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaExperience, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaExperience, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "theme-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaExperience, theme_id), 40,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
  { "perspective", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaExperience, perspective), 10,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, mukana_perspectives },
  { "level", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaExperience, level), 10,
    MUKANA_FIELD_SPECIAL, NULL },
  { "last-year", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaExperience, last_year), 2100,
    MUKANA_FIELD_SPECIAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaExperience, mukana_experience, experience_fields)

static const MukanaField free_time_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFreeTime, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFreeTime, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "weekday", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFreeTime, weekday), 7,
    MUKANA_FIELD_PERSONAL, NULL },
  { "start-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFreeTime, start_minute), 1440,
    MUKANA_FIELD_PERSONAL, NULL },
  { "end-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFreeTime, end_minute), 1440,
    MUKANA_FIELD_PERSONAL, NULL },
  { "valid-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFreeTime, valid_from), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "valid-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFreeTime, valid_until), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaFreeTime, mukana_free_time, free_time_fields)

static const MukanaField own_week_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOwnWeek, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaOwnWeek, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "monday", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaOwnWeek, monday), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "times", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaOwnWeek, times), 2000,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaOwnWeek, mukana_own_week, own_week_fields)

static const MukanaField absence_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAbsence, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAbsence, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "from-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaAbsence, from_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "last-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaAbsence, last_day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAbsence, reason), 200,
    MUKANA_FIELD_SPECIAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaAbsence, mukana_absence, absence_fields)

static const MukanaField busy_time_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaBusyTime, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaBusyTime, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "source", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaBusyTime, source), 64,
    MUKANA_FIELD_PERSONAL, NULL },
  { "day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaBusyTime, day), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "start-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaBusyTime, start_minute), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "end-minute", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaBusyTime, end_minute), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaBusyTime, mukana_busy_time, busy_time_fields)

static const MukanaField credential_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaCredential, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaCredential, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCredential, kind), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_credential_kinds },
  { "title", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaCredential, title), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "done-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaCredential, done_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "expires-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaCredential, expires_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "level", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaCredential, level), 10,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaCredential, mukana_credential, credential_fields)

static const MukanaField stated_fact_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaStatedFact, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaStatedFact, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaStatedFact, kind), 20,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, mukana_fact_kinds },
  { "value", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaStatedFact, value), 40,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
  { "stated-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaStatedFact, stated_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaStatedFact, mukana_stated_fact, stated_fact_fields)

static const MukanaField note_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaNote, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaNote, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaNote, created_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "author", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaNote, author), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "body", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaNote, body), 8000,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
};

MUKANA_DEFINE_RECORD (MukanaNote, mukana_note, note_fields)
