/* mukana-consent-text.c: what a consent says, in the words the person reads.
 *
 * Texts are never changed, only followed by a newer version, so that a consent
 * of long ago can still be shown as it was given.  A version is there in every
 * language of service at once.
 */

#include "services/mukana-consent-text.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "store/mukana-journal.h"

#define TITLE_BYTES 200
#define BODY_BYTES 8000

MukanaConsentText *
mukana_consent_text_new (const char *purpose,
                         const char *language)
{
  MukanaConsentText *self = g_new0 (MukanaConsentText, 1);

  self->purpose = g_strdup (purpose);
  self->language = g_strdup (language);
  self->added_on = MUKANA_DAY_NONE;
  return self;
}

void
mukana_consent_text_free (MukanaConsentText *self)
{
  g_free (self->purpose);
  g_free (self->language);
  g_free (self->title);
  g_free (self->body);
  g_free (self->plain_body);
  g_free (self->added_by);
  g_free (self);
}

static void
check_length (GPtrArray  *issues,
              const char *field,
              const char *text,
              gsize       limit)
{
  if (text != NULL && strlen (text) > limit)
    mukana_issues_add (issues, field, N_("That is too long."));
}

/** mukana_consent_text_check: Returns: yours, the findings about a text to be added */
GPtrArray *
mukana_consent_text_check (const MukanaConsentText *self)
{
  GPtrArray *issues = mukana_issues_new ();

  if (mukana_text_is_empty (self->title))
    mukana_issues_add (issues, "title", N_("The text needs a heading in each language."));
  if (mukana_text_is_empty (self->body))
    mukana_issues_add (issues, "body", N_("The text is needed in each language."));
  check_length (issues, "title", self->title, TITLE_BYTES);
  check_length (issues, "body", self->body, BODY_BYTES);
  check_length (issues, "plain-body", self->plain_body, BODY_BYTES);
  return issues;
}

static void
read_words (MukanaConsentText *text,
            MukanaQuery       *query)
{
  text->version = mukana_query_get_int (query, "version");
  text->title = g_strdup (mukana_query_peek_text (query, "title"));
  text->body = g_strdup (mukana_query_peek_text (query, "body"));
  text->plain_body = g_strdup (mukana_query_peek_text (query, "plain_body"));
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
  read_words (text, query);
  return text;
}

static GPtrArray *
read_texts (MukanaQuery  *query,
            GError      **error)
{
  g_autoptr (GPtrArray) texts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaConsentText *text = mukana_consent_text_new (mukana_query_peek_text (query, "purpose"),
                                                         mukana_query_peek_text (query,
                                                                                 "language"));

      read_words (text, query);
      text->added_on = mukana_query_get_day (query, "added_on");
      text->added_by = g_strdup (mukana_query_peek_text (query, "added_by"));
      text->n_used = mukana_query_get_int (query, "n_used");
      g_ptr_array_add (texts, text);
    }

  return result == 0 ? g_steal_pointer (&texts) : NULL;
}

static gpointer
texts_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.texts", error,
                                                    mukana_text ("purpose", arg));

  return read_texts (query, error);
}

static gpointer
counted_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.counted-texts", error);

  return read_texts (query, error);
}

/* One purpose, each language once, and words in every one. */
static gboolean
check_version (GPtrArray  *texts,
               GError    **error)
{
  const MukanaConsentText *first = texts->len > 0 ? g_ptr_array_index (texts, 0) : NULL;

  if (texts->len != g_strv_length ((char **) mukana_contact_languages))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                   "A version of a text is there in every language of service");
      return FALSE;
    }

  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);
      g_autoptr (GPtrArray) issues = mukana_consent_text_check (text);

      if (mukana_code_index (mukana_purposes, text->purpose) < 0 ||
          g_strcmp0 (text->purpose, first->purpose) != 0)
        {
          g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       "There is no such purpose of consent");
          return FALSE;
        }
      if (!mukana_issues_pass (issues, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_text (MukanaDb                 *db,
          const MukanaConsentText  *text,
          gint64                    version,
          GError                  **error)
{
  return mukana_db_run (db, "consents.add-version", error, mukana_text ("purpose", text->purpose),
                        mukana_int ("version", version), mukana_text ("language", text->language),
                        mukana_text ("title", text->title), mukana_text ("body", text->body),
                        mukana_text ("plain_body", mukana_text_is_empty (text->plain_body)
                                                   ? NULL : text->plain_body),
                        mukana_day ("day", mukana_db_today (db)),
                        mukana_text ("actor", mukana_db_peek_actor (db))) >= 0;
}

static gpointer
version_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  GPtrArray *texts = arg;
  const MukanaConsentText *first;
  gint64 version;

  if (!check_version (texts, error))
    return NULL;

  first = g_ptr_array_index (texts, 0);
  version = mukana_db_count (db, "consents.newest-text", error,
                             mukana_text ("purpose", first->purpose)) + 1;
  if (version <= 0)
    return NULL;

  for (guint i = 0; i < texts->len; i++)
    if (!add_text (db, g_ptr_array_index (texts, i), version, error))
      return NULL;

  if (!mukana_journal_add (db, "consenting.add-text", MUKANA_KIND_REGISTER, 0, first->purpose,
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_REGISTER, 0, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&version, sizeof version);
}

const MukanaJob mukana_consent_text_job = {
  "consenting.text", MUKANA_LANE_READ, text_run, (GDestroyNotify) mukana_consent_text_free
};
const MukanaJob mukana_consent_texts_job = {
  "consenting.texts", MUKANA_LANE_READ, texts_run, (GDestroyNotify) g_ptr_array_unref
};
const MukanaJob mukana_counted_texts_job = {
  "consenting.counted-texts", MUKANA_LANE_LONG, counted_run, (GDestroyNotify) g_ptr_array_unref
};
const MukanaJob mukana_consent_version_job = {
  "consenting.add-text", MUKANA_LANE_WRITE, version_run, g_free
};
