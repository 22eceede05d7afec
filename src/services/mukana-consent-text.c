/* mukana-consent-text.c: what a consent says, in the words the person reads.
 *
 * Texts are never changed, only followed by a newer version, so that a consent
 * of long ago can still be shown as it was given.
 */

#include "services/mukana-consent-text.h"

#include "base/mukana-error.h"

MukanaConsentText *
mukana_consent_text_new (const char *purpose,
                         const char *language)
{
  MukanaConsentText *self = g_new0 (MukanaConsentText, 1);

  self->purpose = g_strdup (purpose);
  self->language = g_strdup (language);
  return self;
}

void
mukana_consent_text_free (MukanaConsentText *self)
{
  g_free (self->purpose);
  g_free (self->language);
  g_free (self->title);
  g_free (self->body);
  g_free (self);
}

static gpointer
text_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaConsentText *question = arg;
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.text", error,
                                                    mukana_text ("purpose", question->purpose),
                                                    mukana_text ("language", question->language),
                                                    mukana_int ("version", question->version));
  MukanaConsentText *text;
  int result;

  if (query == NULL || (result = mukana_query_step (query, error)) < 0)
    return NULL;

  if (result == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                   "There is no text of this consent in this language");
      return NULL;
    }

  text = mukana_consent_text_new (question->purpose, question->language);
  text->version = mukana_query_get_int (query, "version");
  text->title = g_strdup (mukana_query_peek_text (query, "title"));
  text->body = g_strdup (mukana_query_peek_text (query, "body"));
  return text;
}

const MukanaJob mukana_consent_text_job = {
  "consenting.text", MUKANA_LANE_READ, text_run, (GDestroyNotify) mukana_consent_text_free
};
