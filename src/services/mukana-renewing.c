/* mukana-renewing.c: which consents are to be asked for again.
 *
 * Those that end within two months, and those that ended of themselves within half a year
 * and were not given anew; a consent that was withdrawn is not asked for.  Without the one to the
 * register nothing allows the data: whoever is not asked and says yes is erased.
 */

#include "services/mukana-renewing.h"

#include "domain/mukana-retention.h"

void
mukana_renewal_free (MukanaRenewal *self)
{
  g_free (self->name);
  g_free (self);
}

static gpointer
renewals_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaDay today = mukana_db_today (db);
  g_autoptr (MukanaQuery) query =
    mukana_db_select (db, "consents.renewals", error,
                      mukana_day ("since", today - MUKANA_RENEWAL_DAYS_BACK),
                      mukana_day ("soon", today + MUKANA_RENEWAL_DAYS_AHEAD),
                      mukana_int ("max_rows", *(int *) arg));
  g_autoptr (GPtrArray) renewals =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_renewal_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaRenewal *renewal = g_new0 (MukanaRenewal, 1);

      renewal->person_id = mukana_query_get_int (query, "person_id");
      renewal->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      renewal->purpose = g_intern_string (mukana_query_peek_text (query, "purpose"));
      renewal->theme_id = g_intern_string (mukana_query_peek_text (query, "theme_id"));
      renewal->expires_on = mukana_query_get_day (query, "expires_on");
      g_ptr_array_add (renewals, renewal);
    }

  return result == 0 ? g_steal_pointer (&renewals) : NULL;
}

const MukanaJob mukana_renewals_job = {
  "renewing.list", MUKANA_LANE_READ, renewals_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};

void
mukana_ended_free (MukanaEnded *self)
{
  g_free (self->name);
  g_free (self);
}

static MukanaEnded *
read_ended (MukanaQuery *query)
{
  MukanaEnded *ended = g_new0 (MukanaEnded, 1);
  gint64 days = mukana_query_get_int (query, "days");

  ended->person_id = mukana_query_get_int (query, "person_id");
  ended->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  ended->ended_on = mukana_query_get_day (query, "ended_on");
  ended->erase_on = days < 0 ? MUKANA_DAY_NONE
                             : mukana_retention_due_on ("ended", ended->ended_on, days);
  ended->is_withdrawn = mukana_query_get_int (query, "is_withdrawn") != 0;
  return ended;
}

/** mukana_ended_list: Returns: yours, of #MukanaEnded, the longest ended first */
GPtrArray *
mukana_ended_list (MukanaDb  *db,
                   int        max_rows,
                   GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "consents.ended", error,
                                                    mukana_int ("max_rows", max_rows));
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_ended_free);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (all, read_ended (query));

  return result == 0 ? g_steal_pointer (&all) : NULL;
}

static gpointer
ended_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return mukana_ended_list (db, *(int *) arg, error);
}

const MukanaJob mukana_ended_job = {
  "renewing.ended", MUKANA_LANE_READ, ended_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
