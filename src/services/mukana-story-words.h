#pragma once

#include "base/mukana-field.h"
#include "services/mukana-lexicon.h"

G_BEGIN_DECLS

char       *mukana_story_words_of_value   (MukanaLexicon     *words,
                                           const MukanaField *field,
                                           const char        *name,
                                           const char        *value);
char       *mukana_story_words_of_week    (const char        *times);
const char *mukana_story_words_of_weekday (int                weekday);

G_END_DECLS
