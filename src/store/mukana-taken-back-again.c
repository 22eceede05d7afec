/* mukana-taken-back-again.c: what people have taken back, held against an older register.
 *
 * Restoring a backup applies it, and so does opening: whoever copies an older file over the
 * register by hand restores it as well, and does not know what came between.  The list
 * beside the register says from which of its states it is; an older register lacks what is
 * in it.  A register that is as new as the list is not touched, because there a line may be
 * missing of what was lawfully given anew, when a power cut came between.
 *
 * A list of an older program does not say from which state it is.  It counts until the first
 * write adds that: to hold somebody back by mistake does less harm than to ask whoever left.
 */

#include "store/mukana-taken-back.h"

#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-schema.h"
#include "store/mukana-side-file.h"

/* What is taken back, and whose records change with it. */
static const struct
{
  const char *kind;
  const char *statement;
  const char *owner;        /* NULL: not found by any word */
} rules[] = {
  { "consent", "restores.withdraw", "restores.owner-of-consent" },
  { "guardian", "restores.end-guardian", NULL },
  { "restricted", "restores.restrict", "restores.owner-of-person" },
  { "objected", "restores.restrict", "restores.owner-of-person" },
  { "hidden", "restores.restrict", "restores.owner-of-person" },
};

/* What may not be known any more is not found by its words either.  Whose a row is in the
 * backup need not be whose it has become since. */
static gboolean
index_again (MukanaDb    *db,
             const char  *statement,
             gint64       id,
             GError     **error)
{
  gint64 owner = mukana_db_count (db, statement, error, mukana_int ("id", id));
  gint64 is_there = owner > 0 ? mukana_db_count (db, "people.is-there", error,
                                                 mukana_int ("id", owner)) : owner;

  return is_there >= 0 && (is_there == 0 || mukana_people_index (db, owner, error));
}

/* Returns: how many rows it changed, or -1 */
static gint64
apply (MukanaDb               *db,
       const char             *statement,
       const MukanaTakenBack  *one,
       GError                **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);
  const MukanaArg args[] = {
    mukana_int ("id", one->id), mukana_int ("made_at", one->made_at), mukana_int ("at", one->at),
    mukana_day ("day", one->day), mukana_text ("how", one->how), mukana_text ("kind", one->kind),
  };

  for (guint arg = 0; query != NULL && arg < G_N_ELEMENTS (args); arg++)
    if (mukana_query_wants (query, args[arg].name))
      mukana_query_bind (query, &args[arg]);

  return query ? mukana_query_run (query, error) : -1;
}

static gboolean
apply_each (MukanaDb   *db,
            GPtrArray  *taken_back,
            gint64     *n_applied,
            GError    **error)
{
  for (guint i = 0; i < taken_back->len; i++)
    {
      const MukanaTakenBack *one = g_ptr_array_index (taken_back, i);

      for (guint rule = 0; rule < G_N_ELEMENTS (rules); rule++)
        if (strcmp (rules[rule].kind, one->kind) == 0)
          {
            gint64 n = apply (db, rules[rule].statement, one, error);

            if (n < 0 || (n > 0 && rules[rule].owner != NULL &&
                          !index_again (db, rules[rule].owner, one->id, error)))
              return FALSE;
            *n_applied += n;
          }
    }

  return TRUE;
}

/* What was taken back since is in no pack of the backup. */
static gboolean
renew_packs (MukanaDb  *db,
             GError   **error)
{
  int step = mukana_schema_current (db, error);

  return step >= 0 && (step < MUKANA_SCHEMA_FIRST_WITH_PACKS ||
                       mukana_db_run (db, "packs.renew", error) >= 0);
}

/* Themes go with their consent, as they went then. */
static gboolean
forget_themes (MukanaDb   *db,
               GPtrArray  *taken_back,
               GError    **error)
{
  int step = mukana_schema_current (db, error);

  if (step < mukana_schema_newest ())
    return step >= 0;

  for (guint i = 0; i < taken_back->len; i++)
    {
      const MukanaTakenBack *one = g_ptr_array_index (taken_back, i);
      gint64 owner = strcmp (one->kind, "consent") != 0 ? 0
                     : mukana_db_count (db, "restores.owner-of-ended-theme", error,
                                        mukana_int ("id", one->id),
                                        mukana_int ("made_at", one->made_at));

      if (owner < 0 || (owner > 0 && mukana_db_run (db, "changes.forget-themes", error,
                                                    mukana_int ("person_id", owner)) < 0))
        return FALSE;
    }

  return TRUE;
}

/**
 * mukana_taken_back_apply:
 * @taken_back: of MukanaTakenBack
 * @n_applied: (inout): what changed is added
 *
 * In a register that is older than what is in the list: ends and restricts what is there.
 *
 * Thread: the one that has the connection, in a write.
 */
gboolean
mukana_taken_back_apply (MukanaDb   *db,
                         GPtrArray  *taken_back,
                         gint64     *n_applied,
                         GError    **error)
{
  return apply_each (db, taken_back, n_applied, error) &&
         mukana_db_run (db, "proposals.close-unmatchable", error,
                        mukana_text ("state", "withdrawn"),
                        mukana_day ("day", mukana_db_today (db))) >= 0 &&
         renew_packs (db, error) && forget_themes (db, taken_back, error);
}

/* Returns: how much of it the register has forgotten, or -1 */
static gint64
count_forgotten (MukanaDb   *db,
                 GPtrArray  *taken_back,
                 GError    **error)
{
  gint64 n = 0;

  for (guint i = 0; i < taken_back->len; i++)
    {
      const MukanaTakenBack *one = g_ptr_array_index (taken_back, i);
      gint64 n_more = mukana_db_count (db, "restores.count-forgotten", error,
                                       mukana_int ("id", one->id), mukana_text ("how", one->how),
                                       mukana_int ("made_at", one->made_at),
                                       mukana_text ("kind", one->kind));

      if (n_more < 0)
        return -1;
      n += n_more;
    }

  return n;
}

static gboolean
apply_in_turn (MukanaDb   *db,
               GPtrArray  *taken_back,
               gint64     *n_applied,
               GError    **error)
{
  g_autoptr (MukanaChangeSet) changes = NULL;

  if (!mukana_db_begin_write (db, error))
    return FALSE;
  if (mukana_taken_back_apply (db, taken_back, n_applied, error) &&
      mukana_journal_add (db, "restoring.reapply", MUKANA_KIND_REGISTER, 0, NULL, error))
    return mukana_db_commit (db, &changes, error);

  mukana_db_rollback (db);
  return FALSE;
}

/**
 * mukana_taken_back_catch_up:
 * @revision: of the register as it was found, before it was brought up to date
 * @n_applied: (out): how much of it the register had forgotten
 *
 * Before the first job of an opened register, so that nobody is asked by a consent that is over.
 *
 * Thread: the one that has the connection, outside a transaction.
 * Errors: %MUKANA_ERROR_TOO_NEW when something is to be applied and the register may only be read
 */
gboolean
mukana_taken_back_catch_up (MukanaDb  *db,
                            gint64     revision,
                            gboolean   only_reads,
                            gint64    *n_applied,
                            GError   **error)
{
  g_autoptr (GPtrArray) taken_back = NULL;
  g_autofree char *path = NULL;
  gint64 list_revision = 0, n_forgotten = -1;

  *n_applied = 0;
  if (mukana_db_peek_file (db) == NULL)
    return TRUE;

  path = mukana_side_file_dup_path (mukana_db_peek_file (db), "withdrawals");
  if (!mukana_db_begin_read (db, error))
    return FALSE;
  taken_back = mukana_taken_back_read (db, path, &list_revision, error);
  if (taken_back != NULL)
    n_forgotten = list_revision == 0 || revision < list_revision
                  ? count_forgotten (db, taken_back, error) : 0;
  mukana_db_rollback (db);

  if (n_forgotten > 0 && only_reads)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW,
                   "An older copy of a register has consents in it that were withdrawn");
      return FALSE;
    }
  return n_forgotten == 0 || (n_forgotten > 0 && apply_in_turn (db, taken_back, n_applied, error));
}

/* Returns: how many of the requests in the list the register does not have, or -1 */
static gint64
count_not_asked (MukanaDb   *db,
                 GPtrArray  *list,
                 GError    **error)
{
  gint64 n_lost = 0;

  for (guint i = 0; i < list->len; i++)
    {
      const MukanaTakenBack *one = g_ptr_array_index (list, i);
      gint64 n = strcmp (one->kind, MUKANA_TAKEN_BACK_ASKED) != 0 ? 1
                 : mukana_db_count (db, "restores.is-asked", error,
                                    mukana_int ("made_at", one->made_at));

      if (n < 0)
        return -1;
      n_lost += n == 0;
    }

  return n_lost;
}

/**
 * mukana_taken_back_count_lost:
 * @revision: as for mukana_taken_back_catch_up()
 * @n_lost: (out): how many requests of people about their data an older copy lacks
 *
 * They cannot be brought back, because the list knows neither who asked nor what; but they have
 * their month, and whoever opened the copy can look for them.
 *
 * Thread: the one that has the connection, outside a transaction; up to date.
 */
gboolean
mukana_taken_back_count_lost (MukanaDb  *db,
                              gint64     revision,
                              gint64    *n_lost,
                              GError   **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *path = NULL;
  gint64 list_revision = 0;

  *n_lost = 0;
  if (mukana_db_peek_file (db) == NULL)
    return TRUE;

  path = mukana_side_file_dup_path (mukana_db_peek_file (db), "withdrawals");
  if (!mukana_db_begin_read (db, error))
    return FALSE;
  list = mukana_taken_back_read (db, path, &list_revision, error);
  if (list != NULL && revision < list_revision)
    *n_lost = count_not_asked (db, list, error);
  mukana_db_rollback (db);
  return list != NULL && *n_lost >= 0;
}
