/* mukana-lexicon.c: the county's words, read once and shared.
 *
 * Vocabularies are small and asked for on every row that is drawn, so they are
 * held whole.  When one changes, a new lexicon is loaded and the old one dies
 * with its last user.
 */

#include "services/mukana-lexicon.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-fee.h"
#include "store/mukana-record-io.h"

struct _MukanaLexicon
{
  GObject          parent_instance;

  MukanaThemeTree *tree;
  GPtrArray       *themes;
  GPtrArray       *methods;
  GPtrArray       *roles;
  GPtrArray       *municipalities;
  GPtrArray       *fee_rules;
  GPtrArray       *travel_rates;
  GHashTable      *by_key;      /* "theme:mt" -> record, borrowed from the arrays */
};

G_DEFINE_FINAL_TYPE (MukanaLexicon, mukana_lexicon, G_TYPE_OBJECT)

static void
mukana_lexicon_finalize (GObject *object)
{
  MukanaLexicon *self = MUKANA_LEXICON (object);

  g_clear_object (&self->tree);
  g_clear_pointer (&self->by_key, g_hash_table_unref);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->methods, g_ptr_array_unref);
  g_clear_pointer (&self->roles, g_ptr_array_unref);
  g_clear_pointer (&self->municipalities, g_ptr_array_unref);
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
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static GPtrArray *
read_table (MukanaDb    *db,
            const char  *statement,
            GType        type,
            GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error);

  return mukana_record_read_all (query, type, error);
}

static void
remember (MukanaLexicon *self,
          const char    *prefix,
          const char    *key_field,
          GPtrArray     *records)
{
  for (guint i = 0; i < records->len; i++)
    {
      MukanaRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (self->by_key,
                           g_strconcat (prefix, mukana_record_peek_text (record, key_field), NULL),
                           record);
    }
}

/* Theme id -> its synonyms joined with ";", as the tree takes them. */
static GHashTable *
read_synonyms (MukanaDb  *db,
               GError   **error)
{
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "themes.synonyms", error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      const char *theme = mukana_query_peek_text (query, "theme_id");
      const char *before = g_hash_table_lookup (words, theme);

      g_hash_table_insert (words, g_strdup (theme),
                           g_strconcat (before ? before : "", before ? ";" : "",
                                        mukana_query_peek_text (query, "word"), NULL));
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

/** mukana_lexicon_load: Returns: yours; Thread: worker */
MukanaLexicon *
mukana_lexicon_load (MukanaDb  *db,
                     GError   **error)
{
  g_autoptr (MukanaLexicon) self = g_object_new (MUKANA_TYPE_LEXICON, NULL);
  g_autoptr (GHashTable) synonyms = read_synonyms (db, error);

  if (synonyms == NULL ||
      !(self->themes = read_table (db, "themes.all", MUKANA_TYPE_THEME, error)) ||
      !(self->methods = read_table (db, "methods.all", MUKANA_TYPE_METHOD, error)) ||
      !(self->roles = read_table (db, "roles.all", MUKANA_TYPE_ROLE, error)) ||
      !(self->municipalities = read_table (db, "municipalities.all", MUKANA_TYPE_MUNICIPALITY,
                                           error)) ||
      !(self->fee_rules = read_table (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error)) ||
      !(self->travel_rates = read_table (db, "fees.rates", MUKANA_TYPE_TRAVEL_RATE, error)))
    return NULL;

  self->tree = make_tree (self->themes, synonyms);
  remember (self, "theme:", "id", self->themes);
  remember (self, "method:", "code", self->methods);
  remember (self, "role:", "code", self->roles);
  remember (self, "municipality:", "code", self->municipalities);
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

/** mukana_lexicon_language: Returns: "fi", "sv" or "en": the language the program speaks */
const char *
mukana_lexicon_language (void)
{
  /* Translators: the code of this language: fi, sv or en.  It chooses which of
   * the names of themes and municipalities is shown. */
  return C_("language code", "en");
}

MukanaThemeTree *
mukana_lexicon_peek_themes (MukanaLexicon *self)
{
  return self->tree;
}

GPtrArray *
mukana_lexicon_peek_theme_list (MukanaLexicon *self)
{
  return self->themes;
}

GPtrArray *
mukana_lexicon_peek_methods (MukanaLexicon *self)
{
  return self->methods;
}

GPtrArray *
mukana_lexicon_peek_roles (MukanaLexicon *self)
{
  return self->roles;
}

GPtrArray *
mukana_lexicon_peek_municipalities (MukanaLexicon *self)
{
  return self->municipalities;
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
find_label (MukanaLexicon *self,
            const char    *prefix,
            const char    *key)
{
  g_autofree char *full = key ? g_strconcat (prefix, key, NULL) : NULL;
  gpointer record = full ? g_hash_table_lookup (self->by_key, full) : NULL;

  return record ? mukana_vocabulary_label (record, mukana_lexicon_language ()) : key;
}

/**
 * mukana_lexicon_theme:
 *
 * Returns: (nullable): borrowed, its name; @id itself when it is not known
 */
const char *
mukana_lexicon_theme (MukanaLexicon *self,
                      const char    *id)
{
  return find_label (self, "theme:", id);
}

const char *
mukana_lexicon_method (MukanaLexicon *self,
                       const char    *code)
{
  return find_label (self, "method:", code);
}

const char *
mukana_lexicon_role (MukanaLexicon *self,
                     const char    *code)
{
  return find_label (self, "role:", code);
}

const char *
mukana_lexicon_municipality (MukanaLexicon *self,
                             const char    *code)
{
  return find_label (self, "municipality:", code);
}

/** mukana_lexicon_find_municipality: Returns: (nullable): borrowed */
MukanaMunicipality *
mukana_lexicon_find_municipality (MukanaLexicon *self,
                                  const char    *code)
{
  g_autofree char *full = g_strconcat ("municipality:", code ? code : "", NULL);

  return g_hash_table_lookup (self->by_key, full);
}

static const char *
municipality_cb (const char *code,
                 gpointer    data)
{
  return mukana_lexicon_municipality (data, code);
}

static const char *
role_cb (const char *code,
         gpointer    data)
{
  return mukana_lexicon_role (data, code);
}

/** mukana_lexicon_explain_words: Returns: words that borrow from @self */
MukanaExplainWords
mukana_lexicon_explain_words (MukanaLexicon *self)
{
  return (MukanaExplainWords) { mukana_lexicon_language (), municipality_cb, role_cb, self };
}
