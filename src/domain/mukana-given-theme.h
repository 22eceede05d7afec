#pragma once

#include "domain/mukana-consent.h"
#include "domain/mukana-person-parts.h"

G_BEGIN_DECLS

/* A theme as somebody tells it: what they know, and their explicit consent that it is stored.
 * Becomes an experience and a consent. */
#define MUKANA_TYPE_GIVEN_THEME (mukana_given_theme_get_type ())
G_DECLARE_FINAL_TYPE (MukanaGivenTheme, mukana_given_theme, MUKANA, GIVEN_THEME, MukanaRecord)

struct _MukanaGivenTheme
{
  MukanaRecord  parent_instance;

  const char *theme_id;
  const char *perspective;
  gint64      last_year;
  MukanaDay   given_on;
  const char *how;
  const char *given_to;           /* NULL: whoever records it */
  const char *proof;
  const char *language;           /* of the text they saw; NULL: the one they are written in */
  gint64      text_version;       /* 0: the newest */
};

MukanaGivenTheme *mukana_given_theme_new        (MukanaDay         today);
GPtrArray        *mukana_given_theme_check      (MukanaGivenTheme *self,
                                                 MukanaDay         today);
MukanaExperience *mukana_given_theme_experience (MukanaGivenTheme *self);
MukanaConsent    *mukana_given_theme_consent    (MukanaGivenTheme *self,
                                                 gint64            person_id,
                                                 const char       *language);

G_END_DECLS
