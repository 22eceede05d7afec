/* mukana-standard-texts.c: texts of consents that came with a newer program, and are offered.
 *
 * A register keeps the words that it was founded with, until its county takes others: which text
 * people consent to is the controller's decision.  So a newer standard text is told of and can be
 * taken as a new version; a version that is there is never changed.
 */

#include "services/mukana-standard-texts.h"

#include "domain/mukana-codes.h"
#include "services/mukana-founding.h"

static const char *
peek_cell (MukanaTable *table,
           guint        row,
           const char  *name)
{
  for (guint column = 0; column < mukana_table_get_n_cells (table, 0); column++)
    if (g_strcmp0 (mukana_table_peek_cell (table, 0, column), name) == 0)
      return mukana_table_peek_cell (table, row, column);

  return NULL;
}

/* The newest of the program for one purpose and language. */
static MukanaConsentText *
find_standard (MukanaTable *table,
               const char  *purpose,
               const char  *language)
{
  MukanaConsentText *found = NULL;

  for (guint row = 1; row < mukana_table_get_n_rows (table); row++)
    {
      gint64 version = g_ascii_strtoll (peek_cell (table, row, "version"), NULL, 10);

      if (g_strcmp0 (peek_cell (table, row, "purpose"), purpose) != 0 ||
          g_strcmp0 (peek_cell (table, row, "language"), language) != 0 ||
          (found != NULL && found->version >= version))
        continue;

      g_clear_pointer (&found, mukana_consent_text_free);
      found = mukana_consent_text_new (purpose, language);
      found->version = version;
      found->title = g_strdup (peek_cell (table, row, "title"));
      found->body = g_strdup (peek_cell (table, row, "body"));
      found->plain_body = g_strdup (peek_cell (table, row, "plain_body"));
    }

  return found;
}

static gboolean
has_same_words (const MukanaConsentText *a,
                const MukanaConsentText *b)
{
  return g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->body, b->body) == 0 &&
         g_strcmp0 (a->plain_body ? a->plain_body : "", b->plain_body ? b->plain_body : "") == 0;
}

/* In whichever version: a county that went on from it has decided so. */
static gboolean
is_there (GPtrArray               *texts,
          const MukanaConsentText *standard)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const MukanaConsentText *text = g_ptr_array_index (texts, i);

      if (g_str_equal (text->purpose, standard->purpose) &&
          g_str_equal (text->language, standard->language) && has_same_words (text, standard))
        return TRUE;
    }

  return FALSE;
}

/* All languages of a purpose or none: a version is there in every language at once. */
static void
add_purpose (GPtrArray   *offered,
             GPtrArray   *texts,
             MukanaTable *table,
             const char  *purpose)
{
  g_autoptr (GPtrArray) whole =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);
  gboolean is_new = FALSE;

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    {
      MukanaConsentText *standard = find_standard (table, purpose, mukana_contact_languages[i]);

      if (standard == NULL)
        return;
      is_new = is_new || !is_there (texts, standard);
      g_ptr_array_add (whole, standard);
    }

  if (is_new)
    g_ptr_array_extend_and_steal (offered, g_steal_pointer (&whole));
}

static gpointer
standard_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) texts = mukana_consent_texts_job.run (db, NULL, cancellable, error);
  g_autoptr (MukanaTable) table = texts != NULL ? mukana_founding_load_texts (error) : NULL;
  GPtrArray *offered;

  if (table == NULL)
    return NULL;

  offered = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);
  for (guint i = 0; mukana_purposes[i] != NULL; i++)
    add_purpose (offered, texts, table, mukana_purposes[i]);
  return offered;
}

/** mukana_standard_texts_of: Returns: yours, those of @texts for @purpose, borrowed from it */
GPtrArray *
mukana_standard_texts_of (GPtrArray  *texts,
                          const char *purpose)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < texts->len; i++)
    if (g_str_equal (((MukanaConsentText *) g_ptr_array_index (texts, i))->purpose, purpose))
      g_ptr_array_add (found, g_ptr_array_index (texts, i));

  return found;
}

const MukanaJob mukana_standard_texts_job = {
  "consenting.standard-texts", MUKANA_LANE_READ, standard_run, (GDestroyNotify) g_ptr_array_unref
};
