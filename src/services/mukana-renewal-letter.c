/* mukana-renewal-letter.c: the letter that asks somebody to consent anew, with the form to do so.
 *
 * Says of each consent what it is for, until when it holds and what ends with it.  An experience is
 * not named: a theme may tell of health, and others may open the letter.  It is known by the day
 * on which it was consented to, and written on the form by the person.  Nor is there a place or an
 * address in it, so that it tells nothing of where somebody lives who must not be found.
 */

#include "services/mukana-document-words.h"
#include "services/mukana-paper.h"
#include "services/mukana-renewing.h"

/* @name, as "{until}", of @pattern becomes @value. */
static char *
put_in (const char *pattern,
        const char *name,
        const char *value)
{
  g_auto (GStrv) around = g_strsplit (pattern, name, -1);

  return g_strjoinv (value, around);
}

static char *
describe (GKeyFile            *words,
          const MukanaRenewal *renewal,
          MukanaDay            today)
{
  g_autofree char *end = mukana_document_words_day (renewal->expires_on);
  g_autofree char *given = mukana_document_words_day (renewal->given_on);
  const char *standing = renewal->expires_on < today ? "ended" : "holds";
  g_autofree char *when = mukana_document_words_dup (words, "renewal", standing);
  g_autofree char *until = put_in (when, "{day}", end);
  g_autofree char *what = mukana_document_words_dup (words, "renewal", renewal->purpose);
  g_autofree char *with_given = put_in (what, "{given}", given);

  return put_in (with_given, "{until}", until);
}

static void
put (GHashTable *details,
     const char *name,
     char       *value)
{
  g_hash_table_insert (details, g_strdup (name), value);
}

/**
 * mukana_renewal_letter_make:
 * @renewals: of #MukanaRenewal, at least one, all of one person
 *
 * Thread: worker.
 * Returns: yours, in the language of the person
 */
MukanaDocument *
mukana_renewal_letter_make (MukanaDb   *db,
                            GPtrArray  *renewals,
                            GError    **error)
{
  const MukanaRenewal *first = g_ptr_array_index (renewals, 0);
  g_autoptr (GKeyFile) words = mukana_document_words_load (first->language, error);
  g_autoptr (GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) purposes = g_ptr_array_new ();
  gboolean has_theme = FALSE;

  if (words == NULL)
    return NULL;

  for (guint i = 0; i < renewals->len; i++)
    {
      const MukanaRenewal *renewal = g_ptr_array_index (renewals, i);

      g_ptr_array_add (lines, describe (words, renewal, mukana_db_today (db)));
      g_ptr_array_add (purposes, (gpointer) renewal->purpose);
      has_theme = has_theme || renewal->theme_id != NULL;
    }
  if (has_theme)
    g_ptr_array_add (lines, mukana_document_words_dup (words, "renewal", "theme-note"));
  g_ptr_array_add (lines, NULL);
  g_ptr_array_add (purposes, NULL);

  put (details, "name", g_strdup (first->name));
  put (details, "today", mukana_document_words_day (mukana_db_today (db)));
  return mukana_paper_fill_asking (db, "renewal-question", first->language, details,
                                   &(MukanaPaperAsking) {
                                     (const char * const *) lines->pdata,
                                     (const char * const *) purposes->pdata }, error);
}
