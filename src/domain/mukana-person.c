/* mukana-person.c: a person in the register, and what makes one complete.
 *
 * Knows the rules about the fields of one person.  Knows nothing of consents,
 * of which a person may be without: then they are a candidate and nobody is
 * shown their data in a match.
 */

#include "domain/mukana-person.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "given-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, given_name), 100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "family-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, family_name), 100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "display-name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, display_name), 200,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, NULL },
  { "sort-key", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, sort_key), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "pronoun", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, pronoun), 40,
    MUKANA_FIELD_PERSONAL, NULL },
  { "birth-year", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, birth_year), 2100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "adult-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, adult_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "email", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, email), 254,
    MUKANA_FIELD_CONTACT, NULL },
  { "phone", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, phone), 40,
    MUKANA_FIELD_CONTACT, NULL },
  { "street", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, street), 200,
    MUKANA_FIELD_CONTACT, NULL },
  { "postal-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, postal_code), 10,
    MUKANA_FIELD_CONTACT, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, municipality_code), 10,
    MUKANA_FIELD_CONTACT, NULL },
  { "non-disclosure", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaPerson, non_disclosure), 0,
    MUKANA_FIELD_SPECIAL, NULL },
  { "channel", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, channel), 20,
    MUKANA_FIELD_PERSONAL, mukana_channels },
  { "contact-language", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, contact_language), 10,
    MUKANA_FIELD_PERSONAL, mukana_contact_languages },
  { "work-languages", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, work_languages), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, state), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_person_states },
  { "paused-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, paused_until), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "joined-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, joined_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "ended-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, ended_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "remote-ok", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaPerson, remote_ok), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "max-travel-km", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, max_travel_km), 2000,
    MUKANA_FIELD_PERSONAL, NULL },
  { "max-per-month", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, max_per_month), 100,
    MUKANA_FIELD_PERSONAL, NULL },
  { "notice-days", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaPerson, notice_days), 365,
    MUKANA_FIELD_PERSONAL, NULL },
  { "refusals", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, refusals), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "skills", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, skills), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "excluded-units", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, excluded_units), 1000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "fee-mode", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, fee_mode), 30,
    MUKANA_FIELD_MONEY | MUKANA_FIELD_REQUIRED, mukana_fee_modes },
  { "fee-ceiling-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaPerson, fee_ceiling_cents), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "fee-ceiling-year-cents", MUKANA_FIELD_CENTS,
    G_STRUCT_OFFSET (MukanaPerson, fee_ceiling_year_cents), 0, MUKANA_FIELD_MONEY, NULL },
  { "tax-card-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, tax_card_on), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "pension-mark-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaPerson, pension_mark_on), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "payroll-ref", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, payroll_ref), 40,
    MUKANA_FIELD_MONEY, NULL },
  { "support-needs", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, support_needs), 1000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "support-kinds", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, support_kinds), 200,
    MUKANA_FIELD_SPECIAL, NULL },
  { "not-talked", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, not_talked), 1000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "note", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaPerson, note), 8000,
    MUKANA_FIELD_SPECIAL, NULL },
  { "restricted-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaPerson, restricted_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "objected-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaPerson, objected_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "removed-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaPerson, removed_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "created-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaPerson, created_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "updated-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaPerson, updated_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaPerson, mukana_person, fields)


/** mukana_codes_hold: Returns: whether @code is a word of the space-separated @list */
gboolean
mukana_codes_hold (const char *list,
                   const char *code)
{
  gsize length = strlen (code);

  for (const char *p = list; p != NULL && *p != '\0'; p = strchr (p, ' '))
    {
      p += strspn (p, " ");
      if (strncmp (p, code, length) == 0 && (p[length] == ' ' || p[length] == '\0'))
        return TRUE;
    }

  return FALSE;
}

gboolean
mukana_person_works_in (MukanaPerson *self,
                        const char   *language)
{
  return mukana_codes_hold (self->work_languages, language);
}

static gboolean
is_phone (const char *text)
{
  g_autofree char *digits = mukana_text_digits (text);

  return strlen (digits) >= 5 && strspn (text, "+0123456789 ()-/") == strlen (text);
}

static void
check_code_list (GPtrArray          *issues,
                 const char         *field,
                 const char         *list,
                 const char * const *codes)
{
  g_auto (GStrv) words = g_strsplit (list ? list : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && mukana_code_index (codes, words[i]) < 0)
      {
        mukana_issues_add (issues, field, N_("This is not one of the choices."));
        return;
      }
}

static gboolean
is_adult_day (MukanaPerson *self)
{
  int year, month, day;

  mukana_day_split (self->adult_on, &year, &month, &day);
  return self->birth_year != 0 && year == self->birth_year + MUKANA_PERSON_ADULT_AGE;
}

/**
 * mukana_person_check:
 * @today: the day the rules are asked on
 *
 * Returns: yours, the findings; empty when the person may be stored
 */
GPtrArray *
mukana_person_check (MukanaPerson *self,
                     MukanaDay     today)
{
  GPtrArray *issues = mukana_issues_new ();
  int year, month, day;

  mukana_day_split (today, &year, &month, &day);
  mukana_record_check (MUKANA_RECORD (self), issues);

  if (self->email != NULL && !mukana_text_is_email (self->email))
    mukana_issues_add (issues, "email", N_("This does not look like an e-mail address."));
  if (self->phone != NULL && !is_phone (self->phone))
    mukana_issues_add (issues, "phone", N_("This does not look like a phone number."));
  if (self->birth_year != 0 && (self->birth_year < year - 120 || self->birth_year > year))
    mukana_issues_add (issues, "birth-year", N_("The year of birth cannot be right."));
  /* From here to 18 years the county decides; see mukana-guardian.h. */
  else if (self->birth_year > year - 15)
    mukana_issues_add (issues, "birth-year",
                       N_("Everyone in the register is at least 15 years old."));
  if (self->adult_on != MUKANA_DAY_NONE && !is_adult_day (self))
    mukana_issues_add (issues, "adult-on",
                       N_("This is the 18th birthday: its year is the year of birth and 18."));
  if (self->ended_on != MUKANA_DAY_NONE && self->joined_on != MUKANA_DAY_NONE &&
      self->ended_on < self->joined_on)
    mukana_issues_add (issues, "ended-on", N_("The end is before the beginning."));

  check_code_list (issues, "work-languages", self->work_languages, mukana_languages);
  check_code_list (issues, "refusals", self->refusals, mukana_refusals);
  return issues;
}

/**
 * mukana_person_init_names:
 *
 * sets the four fields that follow from a name, of a record in the making
 */
void
mukana_person_init_names (MukanaPerson *self,
                          const char   *given_name,
                          const char   *family_name)
{
  g_autofree char *given = mukana_text_tidy (given_name);
  g_autofree char *family = mukana_text_tidy (family_name);
  g_autofree char *shown = g_strjoin (given && family ? " " : "", given ? given : "",
                                      family ? family : "", NULL);
  g_autofree char *ordered = g_strjoin (" ", family ? family : "", given ? given : "", NULL);
  g_autofree char *key = mukana_text_sort_key (ordered);

  mukana_record_init_text (self, "given-name", given);
  mukana_record_init_text (self, "family-name", family);
  mukana_record_init_text (self, "display-name", shown);
  mukana_record_init_text (self, "sort-key", key);
}

/** mukana_person_with_names: Returns: yours, a copy under another name */
MukanaPerson *
mukana_person_with_names (MukanaPerson *self,
                          const char   *given_name,
                          const char   *family_name)
{
  MukanaPerson *copy = mukana_record_with_text (self, "given-name", given_name);

  mukana_person_init_names (copy, given_name, family_name);
  return copy;
}

static void
append_initial (GString    *initials,
                const char *name)
{
  if (name != NULL)
    g_string_append_unichar (initials, g_unichar_toupper (g_utf8_get_char (name)));
}

/** mukana_person_dup_initials: Returns: yours, one or two letters for a picture */
char *
mukana_person_dup_initials (MukanaPerson *self)
{
  GString *initials = g_string_new (NULL);

  append_initial (initials, self->given_name);
  append_initial (initials, self->family_name);
  if (initials->len == 0)
    append_initial (initials, self->display_name);

  return g_string_free (initials, FALSE);
}

/**
 * mukana_person_tells_support:
 * @before: (nullable): what they were; NULL: nothing was told
 *
 * Returns: whether something is told of the support they need that was not told before
 */
gboolean
mukana_person_tells_support (MukanaPerson *self,
                             MukanaPerson *before)
{
  if (self->support_needs != NULL &&
      (before == NULL || g_strcmp0 (before->support_needs, self->support_needs) != 0))
    return TRUE;

  for (guint i = 0; mukana_support_kinds[i] != NULL; i++)
    if (mukana_codes_hold (self->support_kinds, mukana_support_kinds[i]) &&
        (before == NULL || !mukana_codes_hold (before->support_kinds, mukana_support_kinds[i])))
      return TRUE;

  return FALSE;
}
