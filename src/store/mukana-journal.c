/* mukana-journal.c: who did what to which record, in a chain.
 *
 * Each row carries a keyed hash over itself and the row before it.  The newest
 * link stands in the state row too, so that a cut tail is noticed.  Field
 * names only: a value in here could not be erased with the person.
 */

#include "store/mukana-journal.h"

#include <string.h>

static char *
make_link (MukanaDb   *db,
           const char *before,
           gint64      at,
           const char *actor,
           const char *action,
           const char *kind,
           gint64      record_id,
           const char *fields)
{
  gsize key_length;
  const guint8 *key = g_bytes_get_data (mukana_db_peek_seal (db), &key_length);
  g_autofree char *row =
    g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%" G_GINT64_FORMAT "\n%s",
                     before, at, actor, action, kind, record_id, fields);

  return g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, key_length, row, -1);
}

static char *
dup_tip (MukanaDb  *db,
         GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.tip", error);

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return NULL;

  return g_strdup (mukana_query_peek_text (query, "journal_tip"));
}

/**
 * mukana_journal_add:
 * @action: what was done, as the job is called: "consenting.withdraw"
 * @fields: (nullable): names of fields, separated by spaces
 *
 * Thread: worker, in a write.
 */
gboolean
mukana_journal_add (MukanaDb    *db,
                    const char  *action,
                    MukanaKind   kind,
                    gint64       record_id,
                    const char  *fields,
                    GError     **error)
{
  gint64 at = mukana_db_now_us (db);
  const char *actor = mukana_db_peek_actor (db);
  const char *names = fields ? fields : "";
  g_autofree char *before = dup_tip (db, error);
  g_autofree char *link = NULL;

  if (before == NULL)
    return FALSE;

  link = make_link (db, before, at, actor, action, mukana_kind_name (kind), record_id, names);
  return mukana_db_insert (db, "journal.add", error, mukana_int ("at", at),
                           mukana_text ("actor", actor), mukana_text ("action", action),
                           mukana_text ("kind", mukana_kind_name (kind)),
                           mukana_int ("record_id", record_id), mukana_text ("fields", names),
                           mukana_text ("link", link)) >= 0 &&
         mukana_db_run (db, "state.move-tip", error, mukana_text ("tip", link)) >= 0;
}

/**
 * mukana_journal_check:
 * @n_rows: (out): how many rows were read
 *
 * Returns: 0 when the chain is whole; the id of the first row that is not as it
 *   was written; one past the last id when rows are missing at the end; -1 with
 *   @error set
 */
gint64
mukana_journal_check (MukanaDb  *db,
                      gint64    *n_rows,
                      GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "journal.all", error);
  g_autofree char *before = g_strdup ("");
  g_autofree char *tip = NULL;
  gint64 last_id = 0;
  int result;

  if (query == NULL)
    return -1;

  for (*n_rows = 0; (result = mukana_query_step (query, error)) > 0; (*n_rows)++)
    {
      g_autofree char *link = make_link (db, before, mukana_query_get_int (query, "at"),
                                         mukana_query_peek_text (query, "actor"),
                                         mukana_query_peek_text (query, "action"),
                                         mukana_query_peek_text (query, "kind"),
                                         mukana_query_get_int (query, "record_id"),
                                         mukana_query_peek_text (query, "fields"));

      last_id = mukana_query_get_int (query, "id");
      if (strcmp (link, mukana_query_peek_text (query, "link")) != 0)
        return last_id;

      g_free (before);
      before = g_steal_pointer (&link);
    }

  if (result < 0 || (tip = dup_tip (db, error)) == NULL)
    return -1;

  return strcmp (tip, before) == 0 ? 0 : last_id + 1;
}
