/* mukana-wording.c: the county edits its own words: themes, methods, names of roles.
 *
 * A word keeps its code for ever, because records hold the code; what people
 * read is what changes.  People who know a renamed theme are found by its new
 * name from the same commit on.
 */

#include "services/mukana-wording.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

/* A theme below another has room for both in its 40 letters. */
#define LONGEST_SLUG 16

static gboolean
is_code (const char *text)
{
  return text != NULL && *text != '\0' &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789._-") == strlen (text);
}

static const char * const languages[] = { "fi", "sv", "en" };

static const char *
code_field (gpointer word)
{
  return MUKANA_IS_THEME (word) ? "id" : "code";
}

/* Of six steps and seven levels none is "no step". */
static void
check_levels (MukanaMethod *method,
              GPtrArray    *issues)
{
  if (method->ladder_level < 1)
    mukana_issues_add (issues, "ladder-level", N_("A step of the ladder is from 1 to 6."));
  if (method->house_level < 1)
    mukana_issues_add (issues, "house-level", N_("A level of the house is from 1 to 7."));
}

/** mukana_wording_check: Returns: yours, what is wrong with a theme, method or role */
GPtrArray *
mukana_wording_check (gpointer word)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (word, issues);
  if (!is_code (mukana_record_peek_text (word, code_field (word))))
    mukana_issues_add (issues, code_field (word),
                       N_("A code has small letters a to z, digits, dots and hyphens only."));
  if (MUKANA_IS_METHOD (word))
    check_levels (word, issues);
  return issues;
}

static gboolean
check_word (MukanaRecord  *word,
            GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_wording_check (word);
  GError *invalid = mukana_issues_to_error (issues);

  if (invalid == NULL)
    return TRUE;

  g_propagate_error (error, invalid);
  return FALSE;
}

/**
 * mukana_wording_with_code:
 * @word: a new theme, method or role that has its names
 *
 * A code is made of the Finnish name and never shown to a person.  Below a
 * theme it begins with the code of that theme: who is looked for by a theme is
 * found by what is below it too.
 *
 * Returns: yours, @word with a code that no other word of the list has
 */
gpointer
mukana_wording_with_code (MukanaLexicon *lexicon,
                          gpointer       word)
{
  MukanaLexiconList list = MUKANA_IS_THEME (word) ? MUKANA_LEXICON_THEME
                           : MUKANA_IS_METHOD (word) ? MUKANA_LEXICON_METHOD : MUKANA_LEXICON_ROLE;
  const char *parent = MUKANA_IS_THEME (word) ? MUKANA_THEME (word)->parent_id : NULL;
  g_autofree char *made = mukana_text_slug (mukana_record_peek_text (word, "label-fi"),
                                            LONGEST_SLUG);
  const char *slug = *made != '\0' ? made : "word";

  for (int n = 1; ; n++)
    {
      g_autofree char *end = n > 1 ? g_strdup_printf ("-%d", n) : g_strdup ("");
      g_autofree char *code = g_strconcat (parent ? parent : "", parent ? "." : "", slug,
                                           end, NULL);

      if (mukana_lexicon_find (lexicon, list, code) == NULL)
        return mukana_record_with_text (word, code_field (word), code);
    }
}

static gboolean
index_people (MukanaDb    *db,
              const char  *theme_id,
              GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "themes.people", error,
                                                    mukana_text ("theme_id", theme_id));
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mukana_people_index (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
store_word (MukanaDb      *db,
            MukanaRecord  *word,
            GError       **error)
{
  const char *statement = MUKANA_IS_THEME (word) ? "themes.put"
                          : MUKANA_IS_METHOD (word) ? "methods.put" : "roles.put";
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);
  gint64 n_put;

  if (query == NULL)
    return FALSE;

  mukana_record_bind (word, query);
  if ((n_put = mukana_query_run (query, error)) == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("This name is taken by a word that you do not see. Choose another."));
  if (n_put <= 0 ||
      !mukana_journal_add (db, "wording.put", MUKANA_KIND_VOCABULARY, 0, statement, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_VOCABULARY, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* @words have commas or semicolons between and replace those of the language. */
static gboolean
set_synonyms (MukanaDb    *db,
              const char  *theme_id,
              const char  *language,
              const char  *words,
              GError     **error)
{
  g_auto (GStrv) parts = g_strsplit_set (words, ",;", -1);

  if (mukana_db_run (db, "themes.drop-synonyms", error, mukana_text ("theme_id", theme_id),
                     mukana_text ("language", language)) < 0)
    return FALSE;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *word = mukana_text_tidy (parts[i]);

      if (word != NULL &&
          mukana_db_run (db, "themes.add-synonym", error, mukana_text ("theme_id", theme_id),
                         mukana_text ("language", language), mukana_text ("word", word)) < 0)
        return FALSE;
    }

  mukana_db_touch (db, MUKANA_KIND_VOCABULARY, 0, MUKANA_EFFECT_CHANGED);
  return mukana_journal_add (db, "wording.synonyms", MUKANA_KIND_VOCABULARY, 0, "synonyms", error);
}

/** mukana_word_change_new: @before: (nullable): as it was read; NULL for a new word */
MukanaWordChange *
mukana_word_change_new (gpointer before,
                        gpointer after)
{
  MukanaWordChange *self = g_new0 (MukanaWordChange, 1);

  self->before = before != NULL ? g_object_ref (before) : NULL;
  self->after = g_object_ref (after);
  return self;
}

/** mukana_word_change_set_synonyms: @language: "fi", "sv" or "en" */
void
mukana_word_change_set_synonyms (MukanaWordChange *self,
                                 const char       *language,
                                 const char       *before,
                                 const char       *after)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i], language))
      {
        g_free (self->synonyms_before[i]);
        g_free (self->synonyms_after[i]);
        self->synonyms_before[i] = g_strdup (before);
        self->synonyms_after[i] = g_strdup (after);
      }
}

/** mukana_word_change_reverse: Returns: yours, what takes the change of a word back */
MukanaWordChange *
mukana_word_change_reverse (MukanaWordChange *self)
{
  MukanaWordChange *reverse = mukana_word_change_new (self->after, self->before);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      reverse->synonyms_before[i] = g_strdup (self->synonyms_after[i]);
      reverse->synonyms_after[i] = g_strdup (self->synonyms_before[i]);
    }

  return reverse;
}

void
mukana_word_change_free (MukanaWordChange *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_free (self->synonyms_before[i]);
      g_free (self->synonyms_after[i]);
    }
  g_clear_object (&self->before);
  g_object_unref (self->after);
  g_free (self);
}

/* Nobody's change is lost: what is stored must be what was read. */
static gboolean
check_unchanged (MukanaDb          *db,
                 MukanaWordChange  *change,
                 GError           **error)
{
  g_autoptr (MukanaLexicon) lexicon = mukana_lexicon_load (db, error);
  const char *code = mukana_record_peek_text (change->after, code_field (change->after));
  MukanaLexiconList list = MUKANA_IS_THEME (change->after) ? MUKANA_LEXICON_THEME
                           : MUKANA_IS_METHOD (change->after) ? MUKANA_LEXICON_METHOD
                           : MUKANA_LEXICON_ROLE;
  MukanaRecord *stored;

  if (lexicon == NULL)
    return FALSE;

  stored = mukana_lexicon_find (lexicon, list, code);
  if (stored == NULL ? change->before == NULL
                     : change->before != NULL && mukana_record_equal (stored, change->before))
    return TRUE;

  g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT, "The word was changed meanwhile");
  return FALSE;
}

static gpointer
change_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  MukanaWordChange *change = arg;

  if (!check_word (change->after, error) || !check_unchanged (db, change, error))
    return NULL;

  if (!store_word (db, change->after, error) || !MUKANA_IS_THEME (change->after))
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (change->synonyms_after[i] != NULL &&
        !set_synonyms (db, MUKANA_THEME (change->after)->id, languages[i],
                       change->synonyms_after[i], error))
      return NULL;

  index_people (db, MUKANA_THEME (change->after)->id, error);
  return NULL;
}

const MukanaJob mukana_wording_change_job = {
  "wording.change", MUKANA_LANE_WRITE, change_run, NULL, .needs = MUKANA_DEED_CHANGE_WORDS
};
