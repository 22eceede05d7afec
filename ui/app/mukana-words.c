/* mukana-words.c: themes, methods, roles and places by their codes, with their labels.
 *
 * A few hundred rows that nearly every screen names, so they are read once and
 * again when the county changes them.  Themes keep the order of their ids, in
 * which a child follows its parent; the other lists are in the order of their
 * labels.
 */

#include "ui/app/mukana-words.h"

#include <string.h>

#include "base/mukana-text.h"
#include "store/mukana-record-io.h"

struct _MukanaWords
{
  gatomicrefcount  ref_count;

  char            *language;
  GPtrArray       *lists[MUKANA_WORDS_N_LISTS];
  GHashTable      *by_code[MUKANA_WORDS_N_LISTS];   /* code -> record, both of the list */
  GHashTable      *theme_words;                     /* theme id -> folded labels and synonyms */
};

G_DEFINE_BOXED_TYPE (MukanaWords, mukana_words, mukana_words_ref, mukana_words_unref)

static const char * const statements[MUKANA_WORDS_N_LISTS] = {
  "themes.all", "methods.all", "roles.all", "municipalities.all"
};

static GType
type_of_list (MukanaWordsList list)
{
  const GType types[MUKANA_WORDS_N_LISTS] = {
    MUKANA_TYPE_THEME, MUKANA_TYPE_METHOD, MUKANA_TYPE_ROLE, MUKANA_TYPE_MUNICIPALITY
  };

  return types[list];
}

/** mukana_words_peek_code: Returns: borrowed, the code of a theme, method, role or municipality */
const char *
mukana_words_peek_code (gpointer record)
{
  return mukana_record_peek_text (record, MUKANA_IS_THEME (record) ? "id" : "code");
}

static int
compare_labels (gconstpointer a,
                gconstpointer b,
                gpointer      language)
{
  g_autofree char *left = mukana_text_sort_key (mukana_vocabulary_label (*(gpointer *) a,
                                                                         language));
  g_autofree char *right = mukana_text_sort_key (mukana_vocabulary_label (*(gpointer *) b,
                                                                          language));

  return strcmp (left, right);
}

static gboolean
read_list (MukanaWords      *self,
           MukanaDb         *db,
           MukanaWordsList   list,
           GError          **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statements[list], error);
  GPtrArray *records;

  if (query == NULL || (records = mukana_record_read_all (query, type_of_list (list),
                                                          error)) == NULL)
    return FALSE;

  if (list != MUKANA_WORDS_THEME)
    g_ptr_array_sort_with_data (records, compare_labels, self->language);

  self->lists[list] = records;
  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (self->by_code[list],
                         (gpointer) mukana_words_peek_code (g_ptr_array_index (records, i)),
                         g_ptr_array_index (records, i));
  return TRUE;
}

static void
add_theme_word (MukanaWords *self,
                const char  *id,
                const char  *word)
{
  GString *words = g_hash_table_lookup (self->theme_words, id);
  g_autofree char *folded = mukana_text_fold (word ? word : "");

  if (words == NULL)
    {
      words = g_string_new (NULL);
      g_hash_table_insert (self->theme_words, g_strdup (id), words);
    }
  g_string_append_printf (words, "\n%s", folded);
}

static gboolean
read_theme_words (MukanaWords  *self,
                  MukanaDb     *db,
                  GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "themes.synonyms", error);
  GPtrArray *themes = self->lists[MUKANA_WORDS_THEME];
  int result;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      add_theme_word (self, theme->id, theme->label_fi);
      add_theme_word (self, theme->id, theme->label_sv);
      add_theme_word (self, theme->id, theme->label_en);
    }

  while ((result = mukana_query_step (query, error)) > 0)
    add_theme_word (self, mukana_query_peek_text (query, "theme_id"),
                    mukana_query_peek_text (query, "word"));

  return result == 0;
}

static void
free_string (gpointer data)
{
  g_string_free (data, TRUE);
}

/**
 * mukana_words_read:
 * @language: "fi", "sv" or "en"
 *
 * Thread: worker.
 * Returns: yours
 */
MukanaWords *
mukana_words_read (MukanaDb    *db,
                   const char  *language,
                   GError     **error)
{
  g_autoptr (MukanaWords) self = g_new0 (MukanaWords, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->language = g_strdup (language);
  self->theme_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);

  for (int list = 0; list < MUKANA_WORDS_N_LISTS; list++)
    {
      self->by_code[list] = g_hash_table_new (g_str_hash, g_str_equal);
      if (!read_list (self, db, list, error))
        return NULL;
    }

  return read_theme_words (self, db, error) ? g_steal_pointer (&self) : NULL;
}

MukanaWords *
mukana_words_ref (MukanaWords *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
mukana_words_unref (MukanaWords *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int list = 0; list < MUKANA_WORDS_N_LISTS; list++)
    {
      g_clear_pointer (&self->by_code[list], g_hash_table_unref);
      g_clear_pointer (&self->lists[list], g_ptr_array_unref);
    }
  g_hash_table_unref (self->theme_words);
  g_free (self->language);
  g_free (self);
}

/** mukana_words_peek_language: Returns: borrowed, "fi", "sv" or "en" */
const char *
mukana_words_peek_language (MukanaWords *self)
{
  return self->language;
}

/** mukana_words_find: Returns: (nullable): borrowed, the record of @code */
gpointer
mukana_words_find (MukanaWords     *self,
                   MukanaWordsList  list,
                   const char      *code)
{
  return code != NULL ? g_hash_table_lookup (self->by_code[list], code) : NULL;
}

/** mukana_words_label: Returns: borrowed, the words for @code; itself when unknown, "" for NULL */
const char *
mukana_words_label (MukanaWords     *self,
                    MukanaWordsList  list,
                    const char      *code)
{
  gpointer record = mukana_words_find (self, list, code);
  const char *label = record ? mukana_vocabulary_label (record, self->language) : NULL;

  return label != NULL ? label : (code != NULL ? code : "");
}

/** mukana_words_peek_all: Returns: borrowed, the records of a list, retired ones among them */
GPtrArray *
mukana_words_peek_all (MukanaWords     *self,
                       MukanaWordsList  list)
{
  return self->lists[list];
}

/**
 * mukana_words_theme_matches:
 *
 * Returns: whether a label or synonym of any language holds the needle
 */
gboolean
mukana_words_theme_matches (MukanaWords *self,
                            MukanaTheme *theme,
                            const char  *folded_needle)
{
  GString *words = g_hash_table_lookup (self->theme_words, theme->id);

  return words != NULL && strstr (words->str, folded_needle) != NULL;
}
