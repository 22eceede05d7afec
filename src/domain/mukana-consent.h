#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A consent given, and perhaps withdrawn. */
/* After which a consent is asked for anew, when nobody says another day. */
#define MUKANA_CONSENT_YEARS 2

#define MUKANA_TYPE_CONSENT (mukana_consent_get_type ())
G_DECLARE_FINAL_TYPE (MukanaConsent, mukana_consent, MUKANA, CONSENT, MukanaRecord)

struct _MukanaConsent
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      person_id;
  const char *purpose;
  const char *theme_id;           /* only of purpose "theme" */
  gint64      text_version;       /* of the text they saw */
  const char *language;
  MukanaDay   given_on;
  const char *how;
  const char *given_to;           /* who was told; NULL: whoever recorded it */
  const char *recorded_by;
  gint64      recorded_at;
  const char *proof;              /* where the signed paper is */
  MukanaDay   expires_on;         /* last day it holds */
  MukanaDay   withdrawn_on;
  gint64      withdrawn_at;       /* 0: in force */
  const char *withdrawn_how;
};

gboolean mukana_consent_holds  (MukanaConsent *self,
                                MukanaDay      day);
gboolean mukana_consent_allows (GPtrArray     *history,
                                const char    *purpose,
                                const char    *theme_id,
                                MukanaDay      day);
MukanaConsent *mukana_consent_find (GPtrArray  *history,
                                    const char *purpose,
                                    const char *theme_id);
GPtrArray *mukana_consent_check (MukanaConsent *self,
                                 MukanaDay      today);
MukanaDay mukana_consent_default_end (MukanaDay given_on);

G_END_DECLS
