/* mukana-lexicon.c: the county's words, read once and shared.
 *
 * Vocabularies are small and asked for on every row that is drawn, so they are
 * held whole.  When one changes, a new lexicon is loaded and the old one dies
 * with its last user.
 *
 * Themes keep the order of their ids, in which a child follows its parent; the
 * other lists are in the order of their labels.
 */

#include "services/mukana-lexicon-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-fee.h"
#include "store/mukana-record-io.h"

/* Of each record: that of the program's language, then all. */
#define N_NAMES 4

struct _MukanaLexicon
{
  GObject          parent_instance;

  const char      *language;                            /* static */
  GPtrArray       *lists[MUKANA_LEXICON_N_LISTS];
  GHashTable      *by_code[MUKANA_LEXICON_N_LISTS];     /* code -> record, both of the list */
  GHashTable      *words;      /* record -> GStrv: its N_NAMES folded, then synonyms */
  char            *county_code;                         /* the county's own; NULL when unknown */
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
  g_hash_table_unref (self->words);
  g_free (self->county_code);
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
  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
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

static char **
fold_words (MukanaLexicon *self,
            gpointer       record,
            const char    *synonyms)
{
  g_auto (GStrv) more = g_strsplit (synonyms ? synonyms : "", ";", -1);
  const char *names[N_NAMES] = {
    mukana_vocabulary_label (record, self->language), mukana_vocabulary_label (record, "fi"),
    mukana_vocabulary_label (record, "sv"), mukana_vocabulary_label (record, "en"),
  };
  GPtrArray *words = g_ptr_array_new ();

  for (guint i = 0; i < N_NAMES; i++)
    g_ptr_array_add (words, mukana_text_fold (names[i]));
  for (guint i = 0; more[i] != NULL; i++)
    g_ptr_array_add (words, mukana_text_fold (more[i]));
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

static void
fold_all_words (MukanaLexicon *self,
                GHashTable    *theme_synonyms)
{
  for (int list = 0; list < MUKANA_LEXICON_N_LISTS; list++)
    for (guint i = 0; i < self->lists[list]->len; i++)
      {
        gpointer record = g_ptr_array_index (self->lists[list], i);
        const char *synonyms = MUKANA_IS_THEME (record)
                                 ? g_hash_table_lookup (theme_synonyms,
                                                        mukana_lexicon_peek_code (record)) : NULL;

        g_hash_table_insert (self->words, record, fold_words (self, record, synonyms));
      }
}

static gboolean
read_county (MukanaLexicon  *self,
             MukanaDb       *db,
             GError        **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);
  int result = query ? mukana_query_step (query, error) : -1;

  if (result > 0)
    self->county_code = g_strdup (mukana_query_peek_text (query, "county_code"));
  return result >= 0;
}

/** mukana_lexicon_load_in: @language: static, of those of papers; Returns: yours; Thread: worker */
MukanaLexicon *
mukana_lexicon_load_in (MukanaDb    *db,
                        const char  *language,
                        GError     **error)
{
  g_autoptr (MukanaLexicon) self = g_object_new (MUKANA_TYPE_LEXICON, NULL);
  g_autoptr (GHashTable) synonyms = read_synonyms (self, db, error);

  self->language = language;
  if (synonyms == NULL ||
      !read_list (self, db, MUKANA_LEXICON_THEME, "themes.all", MUKANA_TYPE_THEME, error) ||
      !read_list (self, db, MUKANA_LEXICON_METHOD, "methods.all", MUKANA_TYPE_METHOD, error) ||
      !read_list (self, db, MUKANA_LEXICON_ROLE, "roles.all", MUKANA_TYPE_ROLE, error) ||
      !read_list (self, db, MUKANA_LEXICON_MUNICIPALITY, "municipalities.all",
                  MUKANA_TYPE_MUNICIPALITY, error) ||
      !read_list (self, db, MUKANA_LEXICON_COUNTY, "counties.all", MUKANA_TYPE_COUNTY, error) ||
      !(self->fee_rules = read_table (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error)) ||
      !(self->travel_rates = read_table (db, "fees.rates", MUKANA_TYPE_TRAVEL_RATE, error)) ||
      !read_county (self, db, error))
    return NULL;

  self->tree = make_tree (self->lists[MUKANA_LEXICON_THEME], synonyms);
  fold_all_words (self, synonyms);
  return g_steal_pointer (&self);
}

/** mukana_lexicon_load: in the language of the program; Returns: yours; Thread: worker */
MukanaLexicon *
mukana_lexicon_load (MukanaDb  *db,
                     GError   **error)
{
  return mukana_lexicon_load_in (db, mukana_lexicon_language (), error);
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

/** mukana_lexicon_dup_title: Returns: yours, its label; a method's with its steps on the scales */
char *
mukana_lexicon_dup_title (MukanaLexicon     *self,
                          MukanaLexiconList  list,
                          const char        *code)
{
  gpointer record = mukana_lexicon_find (self, list, code);
  const char *label = mukana_lexicon_label (self, list, code);

  if (record == NULL || list != MUKANA_LEXICON_METHOD)
    return g_strdup (label);

  return g_strdup_printf (_("%1$s (ladder %2$d, house %3$d)"), label,
                          (int) MUKANA_METHOD (record)->ladder_level,
                          (int) MUKANA_METHOD (record)->house_level);
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
  char **words = g_hash_table_lookup (self->words, theme);

  for (guint i = 0; words != NULL && words[i] != NULL; i++)
    if (strstr (words[i], folded_needle) != NULL)
      return TRUE;

  return FALSE;
}

/* How well a record fits what is looked for: less is better. */
enum { NAME_BEGINS, IS_IT, NAME_WORD_BEGINS, OTHER_NAME_BEGINS, SYNONYM_BEGINS, HOLDS, FITS_NOT };

static guint
judge_fit (char       **words,
           const char  *needle)
{
  g_autofree char *later_word = g_strconcat (" ", needle, NULL);
  guint best = FITS_NOT;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint fit = strstr (words[i], needle) != NULL ? HOLDS : FITS_NOT;

      if (i > 0 && *needle != '\0' && g_str_equal (words[i], needle))
        fit = IS_IT;
      else if (g_str_has_prefix (words[i], needle))
        fit = i == 0 ? NAME_BEGINS : i < N_NAMES ? OTHER_NAME_BEGINS : SYNONYM_BEGINS;
      else if (i == 0 && strstr (words[i], later_word) != NULL)
        fit = NAME_WORD_BEGINS;
      best = MIN (best, fit);
    }

  return best;
}

static gboolean
is_far (MukanaLexicon *self,
        gpointer       record)
{
  return MUKANA_IS_MUNICIPALITY (record) &&
         g_strcmp0 (MUKANA_MUNICIPALITY (record)->county_code, self->county_code) != 0;
}

/**
 * mukana_lexicon_search:
 * @typed: what is looked for; "" for all
 *
 * Finds words by what they, or a synonym, are called in any language: first those whose name
 * begins so, then what has just that for another name or a synonym, then those with such a word
 * in their name, then those of another name or synonym that begins so, last those that only hold
 * it.  What fits as well stays in the order of the list, but the county's own municipalities come
 * before others.
 *
 * Returns: (transfer container): records of the list, retired ones among them
 */
GPtrArray *
mukana_lexicon_search (MukanaLexicon     *self,
                       MukanaLexiconList  list,
                       const char        *typed)
{
  g_autofree char *needle = mukana_text_fold (typed);
  GPtrArray *all = self->lists[list];
  g_autofree guint *ranks = g_new (guint, all->len);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++)
    {
      gpointer record = g_ptr_array_index (all, i);

      ranks[i] = 2 * judge_fit (g_hash_table_lookup (self->words, record), needle) +
                 is_far (self, record);
    }
  for (guint rank = 0; rank < 2 * FITS_NOT; rank++)
    for (guint i = 0; i < all->len; i++)
      if (ranks[i] == rank)
        g_ptr_array_add (found, g_ptr_array_index (all, i));

  return found;
}

/** mukana_lexicon_is_own: Returns: FALSE for a municipality of another county */
gboolean
mukana_lexicon_is_own (MukanaLexicon *self,
                       gpointer       record)
{
  return !is_far (self, record);
}

/** mukana_lexicon_is_retired: Returns: whether @record is a word that is no longer offered */
gboolean
mukana_lexicon_is_retired (gpointer record)
{
  return !MUKANA_IS_MUNICIPALITY (record) && !MUKANA_IS_COUNTY (record) &&
         mukana_record_get_int (record, "is-retired") != 0;
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
