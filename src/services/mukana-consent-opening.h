#pragma once

#include "domain/mukana-consent.h"
#include "services/mukana-consent-text.h"

G_BEGIN_DECLS

/* A consent as it was given: what was agreed to, and what tells of it. */
typedef struct
{
  MukanaConsent     *consent;
  MukanaConsentText *text;           /* that was shown, in its language; NULL: there is none */
  const char        *basis;          /* interned, of mukana_legal_bases: of the purpose */
  GPtrArray         *papers;         /* of char *: names of the attachments that prove it */
  char              *withdrawn_by;   /* who noted it; NULL: not withdrawn, or forgotten */
} MukanaConsentSheet;

/* Whose consents, and which. */
typedef struct
{
  gint64  person_id;
  char   *purpose;     /* NULL: all of them */
  char   *theme_id;    /* of the purpose "theme" */
} MukanaConsentQuestion;

MukanaConsentQuestion *mukana_consent_question_new  (gint64                 person_id,
                                                     const char            *purpose,
                                                     const char            *theme_id);
void                   mukana_consent_question_free (MukanaConsentQuestion *self);

/* Job: takes a MukanaConsentQuestion, gives a GPtrArray of MukanaConsentSheet, the newest first. */
extern const MukanaJob mukana_consent_open_job;

G_END_DECLS
