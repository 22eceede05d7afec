/* mukana-given-theme.c: a theme and the consent without which it is not stored.
 *
 * One form asks both, so that neither is forgotten.  Source: GDPR Article 9(2)(a).
 */

#include "domain/mukana-given-theme.h"

#include "domain/mukana-codes.h"

#define OFFSET(field) G_STRUCT_OFFSET (MukanaGivenTheme, field)

static const MukanaField fields[] = {
  { "theme-id", MUKANA_FIELD_TEXT, OFFSET (theme_id), 40,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
  { "perspective", MUKANA_FIELD_TEXT, OFFSET (perspective), 10,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, mukana_perspectives },
  { "last-year", MUKANA_FIELD_INT, OFFSET (last_year), 2100, MUKANA_FIELD_SPECIAL, NULL },
  { "given-on", MUKANA_FIELD_DAY, OFFSET (given_on), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "how", MUKANA_FIELD_TEXT, OFFSET (how), 20, MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED,
    mukana_consent_ways },
  { "given-to", MUKANA_FIELD_TEXT, OFFSET (given_to), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "proof", MUKANA_FIELD_TEXT, OFFSET (proof), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "language", MUKANA_FIELD_TEXT, OFFSET (language), 10, MUKANA_FIELD_PERSONAL,
    mukana_contact_languages },
  { "text-version", MUKANA_FIELD_INT, OFFSET (text_version), 0, MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaGivenTheme, mukana_given_theme, fields)


/** mukana_given_theme_new: what is most often so: own experience, said today on a form */
MukanaGivenTheme *
mukana_given_theme_new (MukanaDay today)
{
  MukanaGivenTheme *self = g_object_new (MUKANA_TYPE_GIVEN_THEME, NULL);

  mukana_record_init_text (self, "perspective", "own");
  mukana_record_init_text (self, "how", "form");
  mukana_record_init_int (self, "given-on", today);
  return self;
}

/** mukana_given_theme_experience: Returns: yours */
MukanaExperience *
mukana_given_theme_experience (MukanaGivenTheme *self)
{
  MukanaExperience *experience = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

  mukana_record_init_text (experience, "theme-id", self->theme_id);
  mukana_record_init_text (experience, "perspective", self->perspective);
  mukana_record_init_int (experience, "last-year", self->last_year);
  return experience;
}

/**
 * mukana_given_theme_consent:
 * @language: (nullable): in which the person is written to
 *
 * Returns: yours, until the usual end
 */
MukanaConsent *
mukana_given_theme_consent (MukanaGivenTheme *self,
                            gint64            person_id,
                            const char       *language)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person_id);
  mukana_record_init_text (consent, "purpose", "theme");
  mukana_record_init_text (consent, "theme-id", self->theme_id);
  mukana_record_init_int (consent, "text-version", self->text_version);
  mukana_record_init_text (consent, "language", self->language ? self->language : language);
  mukana_record_init_int (consent, "given-on", self->given_on);
  mukana_record_init_text (consent, "how", self->how);
  mukana_record_init_text (consent, "given-to", self->given_to);
  mukana_record_init_text (consent, "proof", self->proof);
  if (self->given_on != MUKANA_DAY_NONE)
    mukana_record_init_int (consent, "expires-on", mukana_consent_default_end (self->given_on));
  return consent;
}

/** mukana_given_theme_check: Returns: yours, the findings about both parts */
GPtrArray *
mukana_given_theme_check (MukanaGivenTheme *self,
                          MukanaDay         today)
{
  g_autoptr (MukanaConsent) consent = mukana_given_theme_consent (self, 0, NULL);
  GPtrArray *issues = mukana_consent_check (consent, today);

  mukana_record_check (MUKANA_RECORD (self), issues);
  return issues;
}
