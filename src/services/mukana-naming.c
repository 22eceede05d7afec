/* mukana-naming.c: naming the users of a register and their roles.
 *
 * Whoever names the first user becomes the coordinator: else they would have shut
 * themself out.  There is always a coordinator while anybody is named.  Who sees
 * criminal background is named apart from the role, and nobody sees it who is not.
 * Source: GDPR Article 10.
 */

#include "services/mukana-naming.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  return mukana_record_list (db, "users.list", MUKANA_TYPE_REGISTER_USER, error);
}

const MukanaJob mukana_users_list_job = {
  "naming.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_NAME_USERS
};

/* Words of criminal background are in no index.  A register that was made before had
 * them there. */
static gboolean
index_article_10 (MukanaDb  *db,
                  GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "users.people-of-article-10", error);
  g_autoptr (GArray) ids = query ? mukana_ids_read (query, error) : NULL;

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!mukana_people_index (db, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
put_user (MukanaDb            *db,
          MukanaRegisterUser  *user,
          GError             **error)
{
  return mukana_db_run (db, "users.put", error, mukana_text ("name", user->name),
                        mukana_text ("role", user->role),
                        mukana_int ("sees_article_10", user->sees_article_10),
                        mukana_day ("added_on", mukana_db_today (db)),
                        mukana_text ("added_by", mukana_db_peek_actor (db))) >= 0 &&
         mukana_journal_add (db, "naming.user", MUKANA_KIND_USER, 0, "role sees-article-10", error);
}

static gboolean
put_first (MukanaDb            *db,
           MukanaRegisterUser  *user,
           GError             **error)
{
  g_autoptr (MukanaRegisterUser) first = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);

  if (g_strcmp0 (user->name, mukana_db_peek_actor (db)) == 0)
    return TRUE;

  mukana_record_init_text (first, "name", mukana_db_peek_actor (db));
  mukana_record_init_text (first, "role", "coordinator");
  return put_user (db, first, error);
}

/* After the change: somebody coordinates, or nobody is named at all. */
static gboolean
check_coordinator (MukanaDb  *db,
                   GError   **error)
{
  gint64 n_users = mukana_db_count (db, "users.count", error);
  gint64 n_coordinators = n_users < 0 ? -1
                                      : mukana_db_count (db, "users.count-coordinators", error);

  if (n_coordinators < 0)
    return FALSE;
  if (n_users == 0 || n_coordinators > 0)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("Somebody must be the coordinator. Name another one first."));
  return FALSE;
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) issues = mukana_register_user_check (arg);
  gint64 n_users;

  if (!mukana_issues_pass (issues, error) ||
      (n_users = mukana_db_count (db, "users.count", error)) < 0 ||
      (n_users == 0 && !put_first (db, arg, error)) || !put_user (db, arg, error) ||
      !check_coordinator (db, error) || !index_article_10 (db, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_USER, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_user_save_job = {
  "naming.save", MUKANA_LANE_WRITE, save_run, NULL, .needs = MUKANA_DEED_NAME_USERS
};

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaRegisterUser *user = arg;

  if (mukana_db_run (db, "users.drop", error, mukana_text ("name", user->name)) >= 0 &&
      check_coordinator (db, error) &&
      mukana_journal_add (db, "naming.drop", MUKANA_KIND_USER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_USER, 0, MUKANA_EFFECT_REMOVED);

  return NULL;
}

const MukanaJob mukana_user_drop_job = {
  "naming.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_NAME_USERS
};
