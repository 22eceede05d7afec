/* mukana-search-index.c: words into terms, and terms into the index.
 *
 * A text is found by what was typed so far (a range of terms that begin with
 * it) and by base forms: "päihdekuntoutujille" finds "päihdekuntoutuja".
 * Finnish forms come from libvoikko, Swedish stems from libstemmer.  Each
 * worker has handles of its own, because a handle may not be shared, and a
 * cache, because each different word is analysed once.
 */

#include "store/mukana-search-index.h"

#include <libstemmer.h>
#include <libvoikko/voikko.h>
#include <string.h>

#include "base/mukana-text.h"

#define MIN_PART_LETTERS 3
#define MAX_CACHED_WORDS 50000

typedef struct
{
  struct VoikkoHandle *voikko;     /* NULL when no Finnish dictionary is installed */
  struct sb_stemmer   *swedish;
  GHashTable          *forms;      /* word -> GStrv of its other forms */
} Analyser;

static void
free_analyser (gpointer data)
{
  Analyser *self = data;

  if (self->voikko != NULL)
    voikkoTerminate (self->voikko);
  if (self->swedish != NULL)
    sb_stemmer_delete (self->swedish);
  g_hash_table_unref (self->forms);
  g_free (self);
}

static GPrivate analysers = G_PRIVATE_INIT (free_analyser);

static Analyser *
peek_analyser (void)
{
  Analyser *self = g_private_get (&analysers);
  const char *problem = NULL;

  if (self == NULL)
    {
      self = g_new0 (Analyser, 1);
      self->voikko = voikkoInit (&problem, "fi", NULL);
      self->swedish = sb_stemmer_new ("swedish", "UTF_8");
      self->forms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                           (GDestroyNotify) g_strfreev);
      g_private_set (&analysers, self);
    }

  return self;
}

static void
add_form (GPtrArray  *forms,
          const char *form)
{
  g_autofree char *folded = mukana_text_fold (form);

  if (*folded != '\0' && strchr (folded, ' ') == NULL &&
      !g_ptr_array_find_with_equal_func (forms, folded, g_str_equal, NULL))
    g_ptr_array_add (forms, g_steal_pointer (&folded));
}

/* "=pppppp=ppppppp": one letter for each of the word, "=" before each part.
 * Every part, and every end that begins at a part, so that "työpaja" finds
 * "osallisuustyöpaja". */
static void
add_compound_parts (GPtrArray  *forms,
                    const char *base,
                    const char *structure)
{
  const char *start = base;
  gboolean is_first = TRUE;

  for (const char *s = structure, *p = base; *s != '\0' && *p != '\0'; s++)
    {
      if (*s == '=')
        {
          g_autofree char *part = g_strndup (start, (gsize) (p - start));

          if (!is_first && g_utf8_strlen (part, -1) >= MIN_PART_LETTERS)
            {
              add_form (forms, part);
              add_form (forms, p);
            }
          start = p;
          is_first = FALSE;
        }
      else
        p = g_utf8_next_char (p);
    }
}

static void
add_finnish (Analyser   *self,
             GPtrArray  *forms,
             const char *word,
             gboolean    with_parts)
{
  struct voikko_mor_analysis **analyses = voikkoAnalyzeWordCstr (self->voikko, word);

  for (guint i = 0; analyses != NULL && analyses[i] != NULL; i++)
    {
      char *base = voikko_mor_analysis_value_cstr (analyses[i], "BASEFORM");
      char *structure = voikko_mor_analysis_value_cstr (analyses[i], "STRUCTURE");

      if (base != NULL)
        add_form (forms, base);
      if (base != NULL && structure != NULL && with_parts)
        add_compound_parts (forms, base, structure);
      if (base != NULL)
        voikko_free_mor_analysis_value_cstr (base);
      if (structure != NULL)
        voikko_free_mor_analysis_value_cstr (structure);
    }

  if (analyses != NULL)
    voikko_free_mor_analysis (analyses);
}

static void
add_swedish (Analyser   *self,
             GPtrArray  *forms,
             const char *word)
{
  const sb_symbol *stem = sb_stemmer_stem (self->swedish, (const sb_symbol *) word,
                                           (int) strlen (word));

  if (stem != NULL && g_utf8_strlen ((const char *) stem, -1) >= MIN_PART_LETTERS)
    add_form (forms, (const char *) stem);
}

static char **
analyse (const char *word,
         gboolean    with_parts)
{
  Analyser *self = peek_analyser ();
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();

  if (self->voikko != NULL)
    add_finnish (self, forms, word, with_parts);
  if (self->swedish != NULL)
    add_swedish (self, forms, word);

  g_ptr_array_add (forms, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&forms), FALSE);
}

static char **
peek_forms (const char *word)
{
  Analyser *self = peek_analyser ();
  char **forms = g_hash_table_lookup (self->forms, word);

  if (forms == NULL)
    {
      if (g_hash_table_size (self->forms) >= MAX_CACHED_WORDS)
        g_hash_table_remove_all (self->forms);
      forms = analyse (word, TRUE);
      g_hash_table_insert (self->forms, g_strdup (word), forms);
    }

  return forms;
}

/** mukana_search_base_forms: Returns: yours, the base forms of one folded word; Thread: any */
char **
mukana_search_base_forms (const char *word)
{
  return analyse (word, FALSE);
}

/**
 * mukana_search_add_names:
 *
 * adds the words of a name as they stand: names are not inflected in lists
 */
void
mukana_search_add_names (GHashTable *terms,
                         const char *text)
{
  g_auto (GStrv) words = mukana_text_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (terms, g_strdup (words[i]));
}

/** mukana_search_add_text: adds the words of a text, their base forms and parts */
void
mukana_search_add_text (GHashTable *terms,
                        const char *text)
{
  g_auto (GStrv) words = mukana_text_words (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char **forms = peek_forms (words[i]);

      g_hash_table_add (terms, g_strdup (words[i]));
      for (guint j = 0; forms[j] != NULL; j++)
        g_hash_table_add (terms, g_strdup (forms[j]));
    }
}

/**
 * mukana_search_put:
 * @kind: "person", "organisation" or "request"
 * @terms: a set of strings; replaces what the record had
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_search_put (MukanaDb    *db,
                   const char  *kind,
                   gint64       record_id,
                   GHashTable  *terms,
                   GError     **error)
{
  GHashTableIter iter;
  gpointer term;

  if (!mukana_search_clear (db, kind, record_id, error))
    return FALSE;

  g_hash_table_iter_init (&iter, terms);
  while (g_hash_table_iter_next (&iter, &term, NULL))
    if (mukana_db_run (db, "search.add", error, mukana_text ("term", term),
                       mukana_text ("kind", kind),
                       mukana_int ("record_id", record_id)) < 0)
      return FALSE;

  return TRUE;
}

/** mukana_search_clear: forgets the words of a record that is no longer to be found */
gboolean
mukana_search_clear (MukanaDb    *db,
                     const char  *kind,
                     gint64       record_id,
                     GError     **error)
{
  return mukana_db_run (db, "search.clear", error, mukana_text ("kind", kind),
                        mukana_int ("record_id", record_id)) >= 0;
}

/**
 * mukana_search_put_words:
 * @statement: a SELECT with the parameter :id whose column "word" holds texts
 *
 * Makes the terms of a record anew from the texts of the statement.
 */
gboolean
mukana_search_put_words (MukanaDb    *db,
                         const char  *kind,
                         gint64       record_id,
                         const char  *statement,
                         GError     **error)
{
  g_autoptr (GHashTable) terms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MukanaQuery) words = mukana_db_select (db, statement, error,
                                                    mukana_int ("id", record_id));
  int result;

  if (words == NULL)
    return FALSE;

  while ((result = mukana_query_step (words, error)) > 0)
    mukana_search_add_text (terms, mukana_query_peek_text (words, "word"));

  return result == 0 && mukana_search_put (db, kind, record_id, terms, error);
}

static void
bind_word (MukanaQuery *query,
           guint        number,
           const char  *part,
           const char  *suffix,
           const char  *value)
{
  g_autofree char *name = g_strdup_printf ("%s_%u%s", part, number, suffix);
  MukanaArg arg = mukana_text (name, value);

  mukana_query_bind (query, &arg);
}

/* As names are sorted, for a statement that looks for them alone. */
static void
bind_key (MukanaQuery *query,
          guint        number,
          const char  *word)
{
  g_autofree char *name = g_strdup_printf ("key_%u", number);
  g_autofree char *key = word ? mukana_text_sort_key (word) : NULL;

  if (mukana_query_wants (query, name))
    bind_word (query, number, "key", "", key);
}

/**
 * mukana_search_bind:
 * @needle: (nullable): what was typed
 * @n_words: how many words the statement takes: word_1, word_2 …
 *
 * Binds each word as a range of terms that begin with it and up to two base
 * forms.  More words than the statement takes are left out: they only narrow.
 */
void
mukana_search_bind (MukanaQuery *query,
                    const char  *needle,
                    guint        n_words)
{
  g_auto (GStrv) words = mukana_text_words (needle);
  guint n_given = g_strv_length (words);

  for (guint i = 0; i < n_words; i++)
    {
      const char *word = i < n_given ? words[i] : NULL;
      g_auto (GStrv) forms = word ? mukana_search_base_forms (word) : g_new0 (char *, 1);
      /* The last letter of Unicode's plane of ordinary scripts ends the range. */
      g_autofree char *end = word ? g_strconcat (word, "\xef\xbf\xbf", NULL) : NULL;
      guint n_forms = g_strv_length (forms);

      bind_word (query, i + 1, "word", "", word);
      bind_word (query, i + 1, "word", "_end", end);
      bind_word (query, i + 1, "base", "", n_forms > 0 ? forms[0] : word);
      bind_word (query, i + 1, "other", "", n_forms > 1 ? forms[1] : word);
      bind_key (query, i + 1, word);
    }
}
