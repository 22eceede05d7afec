/* mukana-used-words.c: units, projects and cost centres as they were written before.
 *
 * There is no list of them: a county's units change faster than anybody keeps a list.  But a
 * budget counts what is written alike, so what was written is offered to whoever writes again.
 */

#include "services/mukana-used-words.h"

#include "store/mukana-query.h"

void
mukana_used_words_free (MukanaUsedWords *self)
{
  g_strfreev (self->units);
  g_strfreev (self->projects);
  g_strfreev (self->cost_centres);
  g_free (self);
}

/* Returns: (nullable): yours; NULL with @error set */
static char **
read_words (MukanaDb    *db,
            const char  *statement,
            GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    g_strv_builder_add (words, mukana_query_peek_text (query, "word"));

  return result == 0 ? g_strv_builder_end (words) : NULL;
}

static gpointer
used_words_run (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr (MukanaUsedWords) self = g_new0 (MukanaUsedWords, 1);

  if (!(self->units = read_words (db, "budgets.used-units", error)) ||
      !(self->projects = read_words (db, "budgets.used-projects", error)) ||
      !(self->cost_centres = read_words (db, "budgets.used-cost-centres", error)))
    return NULL;

  return g_steal_pointer (&self);
}

const MukanaJob mukana_used_words_job = {
  "budgeting.words", MUKANA_LANE_READ, used_words_run, (GDestroyNotify) mukana_used_words_free
};
