/* mukana-stay-letter.c: the letter that asks somebody whether they stay, in their language.
 *
 * Says until when they may answer, and what follows when they do not.  What they have experience
 * of, and what they took part in, is not in it: others may open it.
 */

#include "services/mukana-document-words.h"
#include "services/mukana-paper.h"
#include "services/mukana-staying.h"

static void
put (GHashTable *details,
     const char *name,
     char       *value)
{
  g_hash_table_insert (details, g_strdup (name), value);
}

/**
 * mukana_stay_letter_make:
 * @due_on: the first day on which they may be erased, if they are asked today
 *
 * Thread: worker.
 * Returns: yours
 */
MukanaDocument *
mukana_stay_letter_make (MukanaDb          *db,
                         const MukanaStay  *stay,
                         MukanaDay          due_on,
                         GError           **error)
{
  g_autoptr (GHashTable) details = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  put (details, "name", g_strdup (stay->name));
  put (details, "today", mukana_document_words_day (mukana_db_today (db)));
  put (details, "last-day", mukana_document_words_day (due_on - 1));
  put (details, "due", mukana_document_words_day (due_on));
  return mukana_paper_fill (db, "stay-question", stay->language, details, error);
}
