#pragma once

#include <glib/gi18n-lib.h>

G_BEGIN_DECLS

/* Words of the program, in its language or, on a thread that has asked for it, in another: what a
 * person is given is in theirs.  Includes gi18n-lib.h, and stands in its place where the words of
 * a file may be for somebody else than the user. */

/* Returns: (nullable): borrowed, what @catalogue has for @word */
typedef const char *(*MukanaWordsFind) (gpointer    catalogue,
                                        const char *context,
                                        const char *word);

void        mukana_words_use     (MukanaWordsFind  find,
                                  gpointer         catalogue);
const char *mukana_words_say     (const char      *word) G_GNUC_FORMAT (1);
const char *mukana_words_say_of  (const char      *context,
                                  const char      *word) G_GNUC_FORMAT (2);

#undef _
#define _(word) mukana_words_say (word)
#undef C_
#define C_(context, word) mukana_words_say_of (context, word)

G_END_DECLS
