/* mukana-journal.c: who did what to which record, in a chain.
 *
 * Each row carries a keyed hash over itself and the row before it.  The newest
 * link stands in the state row too, so that a cut tail is noticed, and outside the
 * register (services/mukana-anchor), because who cuts the one can set the other.
 * Rows older than the law asks for may go: the link before the oldest that is left
 * is then kept, with a seal of its own.  Field names only: a value in here could
 * not be erased with the person.
 */

#include "store/mukana-journal.h"

#include <string.h>

#include "store/mukana-record-io.h"

static char *
make_link (MukanaDb   *db,
           const char *before,
           gint64      at,
           const char *actor,
           const char *action,
           const char *kind,
           gint64      record_id,
           const char *fields,
           GError    **error)
{
  gsize key_length = 0;
  GBytes *seal = mukana_db_peek_seal (db, error);
  const guint8 *key = seal ? g_bytes_get_data (seal, &key_length) : NULL;
  g_autofree char *row =
    g_strdup_printf ("%s\n%" G_GINT64_FORMAT "\n%s\n%s\n%s\n%" G_GINT64_FORMAT "\n%s",
                     before, at, actor, action, kind, record_id, fields);

  return seal == NULL ? NULL
                      : g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, key_length, row, -1);
}

#define BASE_SETTING "journal-base"

static char *
seal_base (MukanaDb    *db,
           const char  *link,
           GError     **error)
{
  gsize key_length = 0;
  GBytes *seal = mukana_db_peek_seal (db, error);
  const guint8 *key = seal ? g_bytes_get_data (seal, &key_length) : NULL;
  g_autofree char *text = g_strconcat ("base\n", link, NULL);

  return seal == NULL ? NULL
                      : g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, key_length, text, -1);
}

/* Returns: yours, the link before the oldest row; "" when none went or the seal is not ours */
static char *
read_base (MukanaDb  *db,
           GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", BASE_SETTING));
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  g_auto (GStrv) parts = NULL;
  g_autofree char *seal = NULL;

  if (result < 0)
    return NULL;

  parts = g_strsplit (result > 0 ? mukana_query_peek_text (query, "value") : "", " ", 2);
  if (g_strv_length (parts) < 2)
    return g_strdup ("");

  if (!(seal = seal_base (db, parts[0], error)))
    return NULL;

  return g_strdup (strcmp (seal, parts[1]) == 0 ? parts[0] : "");
}

/** mukana_journal_dup_tip: Returns: yours, the newest link; "" when there is none yet */
char *
mukana_journal_dup_tip (MukanaDb  *db,
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
  return mukana_journal_add_at (db, mukana_db_now_us (db), action, kind, record_id, fields, error);
}

/**
 * mukana_journal_add_at:
 * @at: when it happened, if that was before the register was open; microseconds
 *
 * The order of the rows is that of their ids, not of their times.
 */
gboolean
mukana_journal_add_at (MukanaDb    *db,
                       gint64       at,
                       const char  *action,
                       MukanaKind   kind,
                       gint64       record_id,
                       const char  *fields,
                       GError     **error)
{
  const char *actor = mukana_db_peek_actor (db);
  const char *names = fields ? fields : "";
  g_autofree char *before = mukana_journal_dup_tip (db, error);
  g_autofree char *link = NULL;

  if (before == NULL)
    return FALSE;

  link = make_link (db, before, at, actor, action, mukana_kind_name (kind), record_id, names,
                    error);
  return link != NULL &&
         mukana_db_insert (db, "journal.add", error, mukana_int ("at", at),
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
  g_autofree char *before = read_base (db, error);
  g_autoptr (MukanaQuery) query = before ? mukana_db_select (db, "journal.all", error) : NULL;
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
                                         mukana_query_peek_text (query, "fields"), error);

      if (link == NULL)
        return -1;

      last_id = mukana_query_get_int (query, "id");
      /* A row forged in front of the first has no better name than the first. */
      if (strcmp (link, mukana_query_peek_text (query, "link")) != 0)
        return MAX (last_id, 1);

      g_free (before);
      before = g_steal_pointer (&link);
    }

  if (result < 0 || (tip = mukana_journal_dup_tip (db, error)) == NULL)
    return -1;

  return strcmp (tip, before) == 0 ? 0 : MAX (last_id, 0) + 1;
}

/**
 * mukana_journal_trim:
 * @before: rows of a time before this go; microseconds since 1970 UTC
 *
 * Lets old rows go from the head of the chain and keeps the rest verifiable.  The
 * newest row stays however old it is.  Not a row of its own: see to that.
 *
 * Thread: worker, in a write.
 * Returns: how many went, or -1
 */
gint64
mukana_journal_trim (MukanaDb  *db,
                     gint64     before,
                     GError   **error)
{
  gint64 first = mukana_db_count (db, "journal.first-since", error, mukana_int ("at", before));
  g_autoptr (MukanaQuery) query = NULL;
  g_autofree char *seal = NULL;
  g_autofree char *base = NULL;
  int result;

  if (first < 0 ||
      !(query = mukana_db_select (db, "journal.link-before", error, mukana_int ("id", first))) ||
      (result = mukana_query_step (query, error)) < 0)
    return -1;
  if (result == 0)
    return 0;

  if (!(seal = seal_base (db, mukana_query_peek_text (query, "link"), error)))
    return -1;

  base = g_strjoin (" ", mukana_query_peek_text (query, "link"), seal, NULL);
  g_clear_pointer (&query, mukana_query_free);
  if (mukana_db_run (db, "settings.set", error, mukana_text ("name", BASE_SETTING),
                     mukana_text ("value", base)) < 0)
    return -1;

  return mukana_db_run (db, "journal.drop-before", error, mukana_int ("id", first));
}

/** mukana_journal_has_link: Returns: whether a row of the chain has it: 0 or 1, or -1 */
int
mukana_journal_has_link (MukanaDb    *db,
                         const char  *link,
                         GError     **error)
{
  gint64 n_found = mukana_db_count (db, "journal.has-link", error, mukana_text ("link", link));

  return n_found < 0 ? -1 : n_found > 0;
}

/**
 * mukana_journal_of_person:
 *
 * Who has looked at a person or changed something of theirs.  Rows outlive the
 * person: they hold a number and names of fields.
 *
 * Thread: worker.
 * Returns: yours, of MukanaJournalRow, newest first; NULL with @error set
 */
GPtrArray *
mukana_journal_of_person (MukanaDb  *db,
                          gint64     person_id,
                          GError   **error)
{
  return mukana_record_list (db, "journal.of-person", MUKANA_TYPE_JOURNAL_ROW, error,
                             mukana_int ("person_id", person_id));
}
