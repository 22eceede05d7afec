/* mukana-consent.c: what a person has allowed, and until when.
 *
 * A consent is a fact with a beginning and perhaps an end.  It is never edited
 * and, while the person is in the register, never deleted, so that "what had
 * they allowed in May?" keeps its answer.  Consenting again after a withdrawal
 * is a new fact; the old one is not revived.
 *
 * The rule here is the same as in the views usable_person and matchable_person;
 * test-consent-rule holds them together.  Whoever changes one changes both.
 */

#include "domain/mukana-consent.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaConsent, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaConsent, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "purpose", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, purpose), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_purposes },
  { "theme-id", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, theme_id), 40,
    MUKANA_FIELD_SPECIAL, NULL },
  { "text-version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaConsent, text_version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "language", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, language), 10,
    MUKANA_FIELD_PERSONAL, mukana_contact_languages },
  { "given-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaConsent, given_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "how", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, how), 20,
    MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED, mukana_consent_ways },
  { "given-to", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, given_to), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "recorded-by", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, recorded_by), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "recorded-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaConsent, recorded_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "proof", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, proof), 200,
    MUKANA_FIELD_PERSONAL, NULL },
  { "expires-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaConsent, expires_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "withdrawn-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaConsent, withdrawn_on), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "withdrawn-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaConsent, withdrawn_at), 0,
    MUKANA_FIELD_PERSONAL, NULL },
  { "withdrawn-how", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaConsent, withdrawn_how), 20,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaConsent, mukana_consent, fields)


/**
 * mukana_consent_holds:
 *
 * Returns: whether this consent is in force on @day; its last day included
 */
gboolean
mukana_consent_holds (MukanaConsent *self,
                      MukanaDay      day)
{
  return self->withdrawn_at == 0 &&
         (self->expires_on == MUKANA_DAY_NONE || day <= self->expires_on);
}

/**
 * mukana_consent_allows:
 * @history: of MukanaConsent, of one person, in any order
 * @theme_id: (nullable): for the purpose "theme"
 * @day: the register's civil day
 *
 * GDPR Articles 6(1)(a), 7(3) and, for a theme, 9(2)(a).
 *
 * Returns: whether one of the consents holds on @day
 */
gboolean
mukana_consent_allows (GPtrArray  *history,
                       const char *purpose,
                       const char *theme_id,
                       MukanaDay   day)
{
  for (guint i = 0; i < history->len; i++)
    {
      MukanaConsent *consent = g_ptr_array_index (history, i);

      if (g_strcmp0 (consent->purpose, purpose) == 0 &&
          g_strcmp0 (consent->theme_id, theme_id) == 0 && mukana_consent_holds (consent, day))
        return TRUE;
    }

  return FALSE;
}

/**
 * mukana_consent_find:
 *
 * Returns: (nullable): borrowed, the consent that tells where @purpose stands:
 *   one in force before one that ended, then the newest
 */
MukanaConsent *
mukana_consent_find (GPtrArray  *history,
                     const char *purpose,
                     const char *theme_id)
{
  MukanaConsent *best = NULL;

  for (guint i = 0; i < history->len; i++)
    {
      MukanaConsent *consent = g_ptr_array_index (history, i);

      if (g_strcmp0 (consent->purpose, purpose) != 0 ||
          g_strcmp0 (consent->theme_id, theme_id) != 0)
        continue;

      if (best == NULL || (consent->withdrawn_at == 0) > (best->withdrawn_at == 0) ||
          ((consent->withdrawn_at == 0) == (best->withdrawn_at == 0) &&
           consent->given_on >= best->given_on))
        best = consent;
    }

  return best;
}

/** mukana_consent_check: Returns: yours, the findings about a consent to be recorded */
GPtrArray *
mukana_consent_check (MukanaConsent *self,
                      MukanaDay      today)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->given_on == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "given-on", N_("Say when the consent was given."));
  else if (self->given_on > today)
    mukana_issues_add (issues, "given-on", N_("A consent cannot be given in the future."));
  if (self->expires_on != MUKANA_DAY_NONE && self->given_on != MUKANA_DAY_NONE &&
      self->expires_on < self->given_on)
    mukana_issues_add (issues, "expires-on", N_("The end is before the beginning."));
  if ((g_strcmp0 (self->purpose, "theme") == 0) != (self->theme_id != NULL))
    mukana_issues_add (issues, "theme-id", N_("A consent for a theme needs its theme."));

  return issues;
}

/**
 * mukana_consent_default_end:
 *
 * asked again every 24 months; Source: retention defaults of the field
 */
MukanaDay
mukana_consent_default_end (MukanaDay given_on)
{
  return mukana_day_add_months (given_on, 12 * MUKANA_CONSENT_YEARS);
}
