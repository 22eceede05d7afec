/* mukana-renewing.c: which consents are to be asked for again.
 *
 * Those that end within two months, and those that ended of themselves within half a year
 * and were not given anew; a consent that was withdrawn is not asked for.
 */

#include "services/mukana-renewing.h"

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
