#pragma once

#include "domain/mukana-explain.h"
#include "domain/mukana-theme-tree.h"
#include "domain/mukana-vocabulary.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_LEXICON_THEME,
  MUKANA_LEXICON_METHOD,
  MUKANA_LEXICON_ROLE,
  MUKANA_LEXICON_MUNICIPALITY,
  MUKANA_LEXICON_COUNTY,
  MUKANA_LEXICON_N_LISTS,
} MukanaLexiconList;

/* The county's words as they stood at one revision, in the language of the
 * program, with its fee and kilometre tables.  Never changes; any thread. */
#define MUKANA_TYPE_LEXICON (mukana_lexicon_get_type ())
G_DECLARE_FINAL_TYPE (MukanaLexicon, mukana_lexicon, MUKANA, LEXICON, GObject)

/* Job: takes NULL, gives a MukanaLexicon. */
extern const MukanaJob mukana_lexicon_job;

MukanaLexicon      *mukana_lexicon_load              (MukanaDb           *db,
                                                      GError            **error);
const char         *mukana_lexicon_language          (void);

gpointer            mukana_lexicon_find              (MukanaLexicon      *self,
                                                      MukanaLexiconList   list,
                                                      const char         *code);
const char         *mukana_lexicon_label             (MukanaLexicon      *self,
                                                      MukanaLexiconList   list,
                                                      const char         *code);
char               *mukana_lexicon_dup_title         (MukanaLexicon      *self,
                                                      MukanaLexiconList   list,
                                                      const char         *code);
GPtrArray          *mukana_lexicon_peek_all          (MukanaLexicon      *self,
                                                      MukanaLexiconList   list);
const char         *mukana_lexicon_peek_code         (gpointer            record);
gboolean            mukana_lexicon_theme_matches     (MukanaLexicon      *self,
                                                      MukanaTheme        *theme,
                                                      const char         *folded_needle);
GPtrArray          *mukana_lexicon_search            (MukanaLexicon      *self,
                                                      MukanaLexiconList   list,
                                                      const char         *typed);
gboolean            mukana_lexicon_is_own            (MukanaLexicon      *self,
                                                      gpointer            record);
gboolean            mukana_lexicon_is_retired        (gpointer            record);
const char         *mukana_lexicon_peek_synonyms     (MukanaLexicon      *self,
                                                      const char         *theme_id,
                                                      const char         *language);
MukanaThemeTree    *mukana_lexicon_peek_themes       (MukanaLexicon      *self);
GPtrArray          *mukana_lexicon_peek_fee_rules    (MukanaLexicon      *self);
GPtrArray          *mukana_lexicon_peek_travel_rates (MukanaLexicon      *self);
MukanaExplainWords  mukana_lexicon_explain_words     (MukanaLexicon      *self);

G_END_DECLS
