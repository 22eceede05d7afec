#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One word for one code; a code may have many. */
typedef struct
{
  const char *code;
  const char *label;
} MukanaWord;

typedef enum
{
  MUKANA_WORD_LIST_PLAIN  = 0,
  MUKANA_WORD_LIST_PLACES = 1 << 0,   /* labels are inflected as places are: Helsingissä */
} MukanaWordListFlags;

typedef enum
{
  MUKANA_WORD_MATCH_NONE,
  MUKANA_WORD_MATCH_SEVERAL,      /* the text could be more than one of them */
  MUKANA_WORD_MATCH_GUESS,        /* a misspelling, or the beginning of one label only */
  MUKANA_WORD_MATCH_SURE,
} MukanaWordMatch;

typedef struct
{
  char            *text;         /* what stood there */
  const char      *code;         /* the word list's; NULL when not found */
  const char      *perspective;  /* "own" "close" "peer"; NULL when not said */
  MukanaWordMatch  match;
} MukanaThemeMatch;

typedef struct _MukanaWordList MukanaWordList;

MukanaWordList  *mukana_word_list_new     (const MukanaWord     *words,
                                           gsize                 n_words,
                                           MukanaWordListFlags   flags);
void             mukana_word_list_free    (MukanaWordList       *self);
MukanaWordMatch  mukana_word_list_match   (MukanaWordList       *self,
                                           const char           *text,
                                           const char          **code);
MukanaWordMatch  mukana_list_match_theme  (MukanaWordList       *themes,
                                           const char           *text,
                                           const char          **code,
                                           const char          **perspective);
GPtrArray       *mukana_list_match_themes (MukanaWordList       *themes,
                                           const char           *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaWordList, mukana_word_list_free)

G_END_DECLS
