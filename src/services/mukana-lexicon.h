#pragma once

#include "domain/mukana-explain.h"
#include "domain/mukana-theme-tree.h"
#include "domain/mukana-vocabulary.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The county's words as they stood at one revision: themes, methods, roles,
 * municipalities, counties' fee and kilometre tables.  Never changes; any thread. */
#define MUKANA_TYPE_LEXICON (mukana_lexicon_get_type ())
G_DECLARE_FINAL_TYPE (MukanaLexicon, mukana_lexicon, MUKANA, LEXICON, GObject)

/* Job: takes NULL, gives a MukanaLexicon. */
extern const MukanaJob mukana_lexicon_job;

MukanaLexicon      *mukana_lexicon_load              (MukanaDb       *db,
                                                      GError        **error);
const char         *mukana_lexicon_language          (void);
MukanaThemeTree    *mukana_lexicon_peek_themes       (MukanaLexicon  *self);
GPtrArray          *mukana_lexicon_peek_theme_list   (MukanaLexicon  *self);
GPtrArray          *mukana_lexicon_peek_methods      (MukanaLexicon  *self);
GPtrArray          *mukana_lexicon_peek_roles        (MukanaLexicon  *self);
GPtrArray          *mukana_lexicon_peek_municipalities (MukanaLexicon *self);
GPtrArray          *mukana_lexicon_peek_fee_rules    (MukanaLexicon  *self);
GPtrArray          *mukana_lexicon_peek_travel_rates (MukanaLexicon  *self);
const char         *mukana_lexicon_theme             (MukanaLexicon  *self,
                                                      const char     *id);
const char         *mukana_lexicon_method            (MukanaLexicon  *self,
                                                      const char     *code);
const char         *mukana_lexicon_role              (MukanaLexicon  *self,
                                                      const char     *code);
const char         *mukana_lexicon_municipality      (MukanaLexicon  *self,
                                                      const char     *code);
MukanaMunicipality *mukana_lexicon_find_municipality (MukanaLexicon  *self,
                                                      const char     *code);
MukanaExplainWords  mukana_lexicon_explain_words     (MukanaLexicon  *self);

G_END_DECLS
