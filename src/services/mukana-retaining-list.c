/* mukana-retaining-list.c: what a run of one rule would remove, told so that it can be judged.
 *
 * Of somebody with three themes three consents run out: whoever says what goes must see which.
 * Only here are they named, and that somebody looked is in the journal; the page of all rules
 * and the numbers in the sidebar know of no theme.
 */

#include "services/mukana-retaining.h"

#include "store/mukana-query.h"

/* Where the theme of a record stands: spelled out, so that each statement is seen to be used. */
static const struct { const char *code, *statement; } themes[] = {
  { "theme", "retention.theme-of-consent" },
  { "ended-theme", "retention.theme-of-consent" },
  { "waiting-theme", "retention.theme-of-experience" },
};

static gboolean
name_theme (MukanaDb             *db,
            const char           *statement,
            MukanaRetentionItem  *item,
            GError              **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error,
                                                    mukana_int ("id", item->record_id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result > 0)
    item->theme_id = g_strdup (mukana_query_peek_text (query, "theme_id"));
  return result >= 0;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) due = mukana_retaining_due (db, arg, error);
  const char *statement = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (themes); i++)
    if (g_str_equal (themes[i].code, arg))
      statement = themes[i].statement;

  for (guint i = 0; due != NULL && statement != NULL && i < due->len; i++)
    if (!name_theme (db, statement, g_ptr_array_index (due, i), error))
      return NULL;

  return g_steal_pointer (&due);
}

static gboolean
look_at_due (gconstpointer  arg,
             MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.due", MUKANA_KIND_PERSON, 0, "themes" };
  return TRUE;
}

const MukanaJob mukana_retaining_list_job = {
  "retaining.list", MUKANA_LANE_LONG, list_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_at_due
};
