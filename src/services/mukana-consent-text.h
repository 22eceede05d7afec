#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The text of a consent as a person was shown it. */
typedef struct
{
  char   *purpose;
  char   *language;      /* of mukana_contact_languages */
  gint64  version;       /* 0 in a question: the newest */
  char   *title;         /* NULL in a question */
  char   *body;
} MukanaConsentText;

MukanaConsentText *mukana_consent_text_new  (const char        *purpose,
                                             const char        *language);
void               mukana_consent_text_free (MukanaConsentText *self);

/* Job: takes a MukanaConsentText as a question, gives one with its text;
 * MUKANA_ERROR_NOT_FOUND when there is none in that language. */
extern const MukanaJob mukana_consent_text_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaConsentText, mukana_consent_text_free)

G_END_DECLS
