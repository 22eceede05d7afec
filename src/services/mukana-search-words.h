#pragma once

#include "domain/mukana-people-step.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

/* What people may be searched by, in the order of the sentence. */
typedef enum
{
  MUKANA_SEARCH_ROLE,
  MUKANA_SEARCH_THEME,
  MUKANA_SEARCH_MUNICIPALITY,
  MUKANA_SEARCH_COUNTY,
  MUKANA_SEARCH_CONSENT,
  MUKANA_SEARCH_STATE,
  MUKANA_SEARCH_ASKED,
  MUKANA_SEARCH_FREE,           /* a time, and no word of a list */
  MUKANA_N_SEARCH_CONDITIONS,
} MukanaSearchCondition;

const char         *mukana_search_name     (MukanaSearchCondition   condition);
int                 mukana_search_find     (const char             *name);
const char         *mukana_search_title    (MukanaSearchCondition   condition);
const char         *mukana_search_before   (MukanaSearchCondition   condition);
const char * const *mukana_search_codes    (MukanaSearchCondition   condition,
                                            MukanaLexiconList      *list);
char               *mukana_search_dup_label (MukanaLexicon          *words,
                                            MukanaSearchCondition   condition,
                                            const char             *code);
const char         *mukana_search_step     (MukanaPeopleStepKind    kind);
char               *mukana_search_sentence (MukanaLexicon          *words,
                                            const char             *conditions);

G_END_DECLS
