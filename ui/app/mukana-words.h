#pragma once

#include "services/mukana-lexicon.h"

/* The former names of the lexicon, for pages that still use them. */
#define MukanaWords                MukanaLexicon
#define MukanaWordsList            MukanaLexiconList
#define mukana_words_ref           g_object_ref
#define mukana_words_unref         g_object_unref
#define MUKANA_WORDS_THEME         MUKANA_LEXICON_THEME
#define MUKANA_WORDS_METHOD        MUKANA_LEXICON_METHOD
#define MUKANA_WORDS_ROLE          MUKANA_LEXICON_ROLE
#define MUKANA_WORDS_MUNICIPALITY  MUKANA_LEXICON_MUNICIPALITY
#define mukana_words_label         mukana_lexicon_label
#define mukana_words_find          mukana_lexicon_find
#define mukana_words_peek_all      mukana_lexicon_peek_all
#define mukana_words_peek_code     mukana_lexicon_peek_code
#define mukana_words_theme_matches mukana_lexicon_theme_matches
