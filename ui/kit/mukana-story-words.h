#pragma once

#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

char *mukana_story_words_of_parts (MukanaLexicon *words,
                                   const char    *kind,
                                   const char    *text);

G_END_DECLS
