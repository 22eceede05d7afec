/* mukana-words.c: the words of the program, for once in another language than its own.
 *
 * gettext has one language for a whole process, and a locale for another may not be installed.
 * So a thread that makes something for a person brings the catalogue of their language, and
 * takes it away again.  What it is and where it comes from is not known here.
 */

#include "base/mukana-words.h"

typedef struct
{
  MukanaWordsFind find;
  gpointer        catalogue;
} Use;

static GPrivate in_use = G_PRIVATE_INIT (g_free);

/**
 * mukana_words_use:
 * @find: (nullable): looks up; NULL: the language of the program again
 * @catalogue: borrowed until then
 *
 * Thread: any, for itself alone.
 */
void
mukana_words_use (MukanaWordsFind find,
                  gpointer        catalogue)
{
  Use *use = find != NULL ? g_new0 (Use, 1) : NULL;

  if (use != NULL)
    *use = (Use) { find, catalogue };
  g_private_replace (&in_use, use);
}

/** mukana_words_say_of: @context: (nullable): as of C_(); Returns: borrowed, translated */
const char *
mukana_words_say_of (const char *context,
                     const char *word)
{
  const Use *use = g_private_get (&in_use);
  const char *said = use != NULL ? use->find (use->catalogue, context, word) : NULL;

  if (said != NULL)
    return said;

  return context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, context, word)
                         : g_dgettext (GETTEXT_PACKAGE, word);
}

/** mukana_words_say: Returns: borrowed, @word translated */
const char *
mukana_words_say (const char *word)
{
  return mukana_words_say_of (NULL, word);
}
