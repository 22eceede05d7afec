#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The text of a consent as a person was shown it. */
typedef struct
{
  char     *purpose;
  char     *language;      /* of mukana_contact_languages */
  gint64    version;       /* 0 in a question: the newest */
  char     *title;         /* NULL in a question */
  char     *body;
  char     *plain_body;    /* the same in plain language; or NULL */
  MukanaDay added_on;      /* NONE: came with the program */
  char     *added_by;
  gint64    n_used;        /* consents that rest on it; -1: not counted */
} MukanaConsentText;

MukanaConsentText *mukana_consent_text_new   (const char        *purpose,
                                              const char        *language);
void               mukana_consent_text_free  (MukanaConsentText *self);
GPtrArray         *mukana_consent_text_check (const MukanaConsentText *self);

/* Job: takes a MukanaConsentText as a question, gives one with its text;
 * MUKANA_ERROR_NOT_FOUND when there is none in that language. */
extern const MukanaJob mukana_consent_text_job;

/* Job: takes a purpose (char *; NULL: all), gives a GPtrArray of MukanaConsentText, the newest
 * first. */
extern const MukanaJob mukana_consent_texts_job;
extern const MukanaJob mukana_counted_texts_job;   /* of all purposes */

/* Job: takes a GPtrArray of MukanaConsentText of one purpose, one for each language of
 * mukana_contact_languages, and gives the number of the version that they are (gint64 *). */
extern const MukanaJob mukana_consent_version_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaConsentText, mukana_consent_text_free)

G_END_DECLS
