#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word for one code; a code may have many. */
typedef struct
{
  const char *code;
  const char *label;
} MukanaVocabularyWord;

typedef enum
{
  MUKANA_VOCABULARY_PLAIN  = 0,
  MUKANA_VOCABULARY_PLACES = 1 << 0,   /* labels are inflected as places are: Helsingissä */
} MukanaVocabularyFlags;

typedef enum
{
  MUKANA_MATCH_NONE,
  MUKANA_MATCH_SEVERAL,      /* the text could be more than one of them */
  MUKANA_MATCH_GUESS,        /* a misspelling, or the beginning of one label only */
  MUKANA_MATCH_SURE,
} MukanaMatch;

typedef struct
{
  char        *text;             /* what stood there */
  const char  *code;             /* the vocabulary's; NULL when not found */
  const char  *perspective;      /* "own" "close" "peer"; NULL when not said */
  MukanaMatch  match;
} MukanaThemeMatch;

typedef struct _MukanaVocabulary MukanaVocabulary;

MukanaVocabulary *mukana_vocabulary_new      (const MukanaVocabularyWord *words,
                                              gsize                       n_words,
                                              MukanaVocabularyFlags       flags);
void              mukana_vocabulary_free     (MukanaVocabulary           *self);
MukanaMatch       mukana_vocabulary_match    (MukanaVocabulary           *self,
                                              const char                 *text,
                                              const char                **code);
MukanaMatch       mukana_list_match_theme    (MukanaVocabulary           *themes,
                                              const char                 *text,
                                              const char                **code,
                                              const char                **perspective);
GPtrArray        *mukana_list_match_themes   (MukanaVocabulary           *themes,
                                              const char                 *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaVocabulary, mukana_vocabulary_free)

G_END_DECLS
