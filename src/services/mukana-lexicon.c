/* mukana-lexicon.c: the county's words, read once and shared.
 *
 * Vocabularies are small and asked for on every row that is drawn, so they are
 * held whole.  When one changes, a new lexicon is loaded and the old one dies
 * with its last user.
 *
 * Themes keep the order of their ids, in which a child follows its parent; the
 * other lists are in the order of their labels.
 */

#include "services/mukana-lexicon.h"

#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-fee.h"
#include "store/mukana-record-io.h"

struct _MukanaLexicon
{
  GObject          parent_instance;

  const char      *language;                            /* static */
  GPtrArray       *lists[MUKANA_LEXICON_N_LISTS];
  GHashTable      *by_code[MUKANA_LEXICON_N_LISTS];     /* code -> record, both of the list */
  GHashTable      *theme_words;                         /* id -> folded labels and synonyms */
  GHashTable      *synonyms;                            /* "mt:fi" -> "a, b" */
  MukanaThemeTree *tree;
  GPtrArray       *fee_rules;
  GPtrArray       *travel_rates;
};

G_DEFINE_FINAL_TYPE (MukanaLexicon, mukana_lexicon, G_TYPE_OBJECT)

static void
mukana_lexicon_finalize (GObject *object)
{
  MukanaLexicon *self = MUKANA_LEXICON (object);

  for (int list = 0; list < MUKANA_LEXICON_N_LISTS; list++)
    {
      g_hash_table_unref (self->by_code[list]);
      g_clear_pointer (&self->lists[list], g_ptr_array_unref);
    }
  g_hash_table_unref (self->theme_words);
  g_hash_table_unref (self->synonyms);
  g_clear_object (&self->tree);
  g_clear_pointer (&self->fee_rules, g_ptr_array_unref);
  g_clear_pointer (&self->travel_rates, g_ptr_array_unref);

  G_OBJECT_CLASS (mukana_lexicon_parent_class)->finalize (object);
}

static void
mukana_lexicon_class_init (MukanaLexiconClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_lexicon_finalize;
}

static void
mukana_lexicon_init (MukanaLexicon *self)
{
  self->language = mukana_lexicon_language ();
  self->theme_words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->synonyms = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int list = 0; list < MUKANA_LEXICON_N_LISTS; list++)
    self->by_code[list] = g_hash_table_new (g_str_hash, g_str_equal);
}

/** mukana_lexicon_peek_code: Returns: borrowed, the code of a word or place */
const char *
mukana_lexicon_peek_code (gpointer record)
{
  return mukana_record_peek_text (record, MUKANA_IS_THEME (record) ? "id" : "code");
}

static GPtrArray *
read_table (MukanaDb    *db,
            const char  *statement,
            GType        type,
            GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error);

  return query ? mukana_record_read_all (query, type, error) : NULL;
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
read_list (MukanaLexicon      *self,
           MukanaDb           *db,
           MukanaLexiconList   list,
           const char         *statement,
           GType               type,
           GError            **error)
{
  GPtrArray *records = self->lists[list] = read_table (db, statement, type, error);

  if (records == NULL)
    return FALSE;

  if (list != MUKANA_LEXICON_THEME)
    g_ptr_array_sort_with_data (records, compare_labels, (gpointer) self->language);

  for (guint i = 0; i < records->len; i++)
    g_hash_table_insert (self->by_code[list],
                         (gpointer) mukana_lexicon_peek_code (g_ptr_array_index (records, i)),
                         g_ptr_array_index (records, i));
  return TRUE;
}

static void
append_word (GHashTable *words,
             char       *key,
             const char *separator,
             const char *word)
{
  const char *before = g_hash_table_lookup (words, key);

  g_hash_table_insert (words, key,
                       before ? g_strconcat (before, separator, word, NULL) : g_strdup (word));
}

/* Theme id -> its synonyms joined with ";", as the tree takes them. */
static GHashTable *
read_synonyms (MukanaLexicon  *self,
               MukanaDb       *db,
               GError        **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "themes.synonyms", error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      const char *theme = mukana_query_peek_text (query, "theme_id");
      const char *word = mukana_query_peek_text (query, "word");

      append_word (words, g_strdup (theme), ";", word);
      append_word (self->synonyms,
                   g_strconcat (theme, ":", mukana_query_peek_text (query, "language"), NULL),
                   ", ", word);
    }

  return result < 0 ? NULL : g_steal_pointer (&words);
}

static MukanaThemeTree *
make_tree (GPtrArray  *themes,
           GHashTable *synonyms)
{
  g_autofree MukanaThemeRow *rows = g_new0 (MukanaThemeRow, themes->len);

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);

      rows[i].id = theme->id;
      rows[i].parent_id = theme->parent_id;
      rows[i].label_fi = theme->label_fi;
      rows[i].label_sv = theme->label_sv;
      rows[i].label_en = theme->label_en;
      rows[i].sensitivity = theme->sensitivity;
      rows[i].synonyms = g_hash_table_lookup (synonyms, theme->id);
    }

  return mukana_theme_tree_new (rows, themes->len);
}

static void
add_folded (GString    *words,
            const char *word)
{
  g_autofree char *folded = mukana_text_fold (word);

  /* Parted by what no needle holds, so that none is found across two words. */
  g_string_append_printf (words, "\n%s", folded);
}

static void
fold_theme_words (MukanaLexicon *self,
                  GHashTable    *synonyms)
{
  GPtrArray *themes = self->lists[MUKANA_LEXICON_THEME];

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaTheme *theme = g_ptr_array_index (themes, i);
      const char *more = g_hash_table_lookup (synonyms, theme->id);
      g_auto (GStrv) parts = g_strsplit (more ? more : "", ";", -1);
      GString *words = g_string_new (NULL);

      add_folded (words, theme->label_fi);
      add_folded (words, theme->label_sv);
      add_folded (words, theme->label_en);
      for (guint j = 0; parts[j] != NULL; j++)
        add_folded (words, parts[j]);

      g_hash_table_insert (self->theme_words, g_strdup (theme->id),
                           g_string_free (words, FALSE));
    }
}

/** mukana_lexicon_load: Returns: yours; Thread: worker */
MukanaLexicon *
mukana_lexicon_load (MukanaDb  *db,
                     GError   **error)
{
  g_autoptr (MukanaLexicon) self = g_object_new (MUKANA_TYPE_LEXICON, NULL);
  g_autoptr (GHashTable) synonyms = read_synonyms (self, db, error);

  if (synonyms == NULL ||
      !read_list (self, db, MUKANA_LEXICON_THEME, "themes.all", MUKANA_TYPE_THEME, error) ||
      !read_list (self, db, MUKANA_LEXICON_METHOD, "methods.all", MUKANA_TYPE_METHOD, error) ||
      !read_list (self, db, MUKANA_LEXICON_ROLE, "roles.all", MUKANA_TYPE_ROLE, error) ||
      !read_list (self, db, MUKANA_LEXICON_MUNICIPALITY, "municipalities.all",
                  MUKANA_TYPE_MUNICIPALITY, error) ||
      !read_list (self, db, MUKANA_LEXICON_COUNTY, "counties.all", MUKANA_TYPE_COUNTY, error) ||
      !(self->fee_rules = read_table (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error)) ||
      !(self->travel_rates = read_table (db, "fees.rates", MUKANA_TYPE_TRAVEL_RATE, error)))
    return NULL;

  self->tree = make_tree (self->lists[MUKANA_LEXICON_THEME], synonyms);
  fold_theme_words (self, synonyms);
  return g_steal_pointer (&self);
}

static gpointer
load_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_lexicon_load (db, error);
}

const MukanaJob mukana_lexicon_job = { "lexicon.load", MUKANA_LANE_READ, load_run, g_object_unref };

/** mukana_lexicon_language: Returns: "fi", "sv" or "en", the first that the desktop asks for */
const char *
mukana_lexicon_language (void)
{
  static const char * const ours[] = { "fi", "sv", "en" };
  const char * const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ours); j++)
      if (g_str_equal (names[i], ours[j]))
        return ours[j];

  return "en";
}

/** mukana_lexicon_find: Returns: (nullable): borrowed, the record of @code */
gpointer
mukana_lexicon_find (MukanaLexicon     *self,
                     MukanaLexiconList  list,
                     const char        *code)
{
  return code != NULL ? g_hash_table_lookup (self->by_code[list], code) : NULL;
}

/** mukana_lexicon_label: Returns: borrowed, what people read; @code when unknown, "" for NULL */
const char *
mukana_lexicon_label (MukanaLexicon     *self,
                      MukanaLexiconList  list,
                      const char        *code)
{
  gpointer record = mukana_lexicon_find (self, list, code);
  const char *label = record ? mukana_vocabulary_label (record, self->language) : NULL;

  return label != NULL ? label : (code != NULL ? code : "");
}

/** mukana_lexicon_peek_all: Returns: borrowed, the records of a list, retired ones among them */
GPtrArray *
mukana_lexicon_peek_all (MukanaLexicon     *self,
                         MukanaLexiconList  list)
{
  return self->lists[list];
}

/**
 * mukana_lexicon_theme_matches:
 *
 * Returns: whether a label or synonym of any language holds the needle
 */
gboolean
mukana_lexicon_theme_matches (MukanaLexicon *self,
                              MukanaTheme   *theme,
                              const char    *folded_needle)
{
  const char *words = g_hash_table_lookup (self->theme_words, theme->id);

  return words != NULL && strstr (words, folded_needle) != NULL;
}

/** mukana_lexicon_peek_synonyms: Returns: borrowed, "a, b"; "" when there are none */
const char *
mukana_lexicon_peek_synonyms (MukanaLexicon *self,
                              const char    *theme_id,
                              const char    *language)
{
  g_autofree char *key = g_strconcat (theme_id ? theme_id : "", ":", language, NULL);
  const char *words = g_hash_table_lookup (self->synonyms, key);

  return words != NULL ? words : "";
}

MukanaThemeTree *
mukana_lexicon_peek_themes (MukanaLexicon *self)
{
  return self->tree;
}

GPtrArray *
mukana_lexicon_peek_fee_rules (MukanaLexicon *self)
{
  return self->fee_rules;
}

GPtrArray *
mukana_lexicon_peek_travel_rates (MukanaLexicon *self)
{
  return self->travel_rates;
}

static const char *
municipality_cb (const char *code,
                 gpointer    data)
{
  return mukana_lexicon_label (data, MUKANA_LEXICON_MUNICIPALITY, code);
}

static const char *
role_cb (const char *code,
         gpointer    data)
{
  return mukana_lexicon_label (data, MUKANA_LEXICON_ROLE, code);
}

/** mukana_lexicon_explain_words: Returns: words that borrow from @self */
MukanaExplainWords
mukana_lexicon_explain_words (MukanaLexicon *self)
{
  return (MukanaExplainWords) { self->language, municipality_cb, role_cb, self };
}
