/* mukana-guardian.c: people under 18, where the county lets them take part.
 *
 * Only the year of birth is kept, and where the year leaves it open the day when somebody comes
 * of age: until that is said, and past, they are protected.  The view usable_person judges the
 * same; test-consent-rule holds the two together.  Whoever changes one changes both.
 */

#include "domain/mukana-guardian.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaGuardian, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaGuardian, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, name), 200,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, NULL },
  { "email", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, email), 254,
    MUKANA_FIELD_CONTACT, NULL },
  { "phone", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, phone), 40,
    MUKANA_FIELD_CONTACT, NULL },
  { "own-view", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, own_view), 1000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "given-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaGuardian, given_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "how", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, how), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_consent_ways },
  { "proof", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, proof), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "recorded-by", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaGuardian, recorded_by), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "withdrawn-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaGuardian, withdrawn_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaGuardian, mukana_guardian, fields)

/* How old somebody certainly is: of an age that the year leaves open the younger one, unless the
 * day when they come of age tells. */
static int
get_age (MukanaPerson *person,
         MukanaDay     today)
{
  int year, month, day, age, of_year, of_month, of_day;

  mukana_day_split (today, &year, &month, &day);
  age = year - (int) person->birth_year;
  if (person->adult_on == MUKANA_DAY_NONE)
    return age - 1;

  mukana_day_split (person->adult_on, &of_year, &of_month, &of_day);
  return month > of_month || (month == of_month && day >= of_day) ? age : age - 1;
}

/** mukana_person_may_be_minor: Returns: whether a guardian is asked; not of an unknown year */
gboolean
mukana_person_may_be_minor (MukanaPerson *person,
                            MukanaDay     today)
{
  return person->birth_year != 0 && get_age (person, today) < MUKANA_ADULT_AGE;
}

/**
 * mukana_person_asks_for_day:
 *
 * Returns: whether the year of birth leaves open, this year or in those to come, whether a
 *   guardian is asked
 */
gboolean
mukana_person_asks_for_day (int       birth_year,
                            MukanaDay today)
{
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  return birth_year != 0 && year - birth_year <= MUKANA_ADULT_AGE;
}

/** mukana_person_comes_of_age: Returns: whether they turn 18 in the year of @today */
gboolean
mukana_person_comes_of_age (MukanaPerson *person,
                            MukanaDay     today)
{
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  return person->birth_year != 0 && year - person->birth_year == MUKANA_ADULT_AGE;
}

/**
 * mukana_guardians_allow:
 * @guardians: of MukanaGuardian, of one person
 * @youngest_age: who may take part with a guardian's yes; %MUKANA_ADULT_AGE for nobody
 *
 * Returns: whether age stands in nobody's way
 */
gboolean
mukana_guardians_allow (MukanaPerson *person,
                        GPtrArray    *guardians,
                        int           youngest_age,
                        MukanaDay     today)
{
  if (!mukana_person_may_be_minor (person, today))
    return TRUE;
  if (get_age (person, today) < youngest_age)
    return FALSE;

  for (guint i = 0; i < guardians->len; i++)
    if (MUKANA_GUARDIAN (g_ptr_array_index (guardians, i))->withdrawn_on == MUKANA_DAY_NONE)
      return TRUE;

  return FALSE;
}

/**
 * mukana_guardian_is_missing:
 * @guardians: of MukanaGuardian, of one person
 *
 * Returns: whether somebody who may be under 18 has no guardian's yes in force
 */
gboolean
mukana_guardian_is_missing (MukanaPerson *person,
                            GPtrArray    *guardians,
                            MukanaDay     today)
{
  return !mukana_guardians_allow (person, guardians, 0, today);
}

/** mukana_guardian_check: Returns: yours, the findings about what is to be recorded */
GPtrArray *
mukana_guardian_check (MukanaGuardian *self,
                       MukanaDay       today)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->given_on == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "given-on", N_("Say when the consent was given."));
  else if (self->given_on > today)
    mukana_issues_add (issues, "given-on", N_("A consent cannot be given in the future."));
  return issues;
}
