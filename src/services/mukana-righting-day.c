/* mukana-righting-day.c: a register whose day ran ahead comes back to the clock's.
 *
 * The register's day never goes back by itself, because a clock that is set back must revive
 * no consent.  So one opening under a clock that is years ahead ends every consent, for good.
 * It is told, nobody is erased for it, and whoever keeps the register may say, once the clock
 * is right, that the day is the clock's.  The journal has that.
 */

#include "services/mukana-righting-day.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "services/mukana-beginning-day.h"
#include "store/mukana-journal.h"

/* Clocks of two computers and two time zones. */
#define USUAL_DAYS 1

static gpointer
ahead_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaDayAhead ahead = { mukana_db_today (db),
                           mukana_db_today (db) - mukana_db_days_ahead (db) };

  return mukana_db_days_ahead (db) > USUAL_DAYS ? g_memdup2 (&ahead, sizeof ahead) : NULL;
}

const MukanaJob mukana_day_ahead_job = {
  "righting.ahead", MUKANA_LANE_READ, ahead_run, g_free, .needs = MUKANA_DEED_WORK_HERE
};

static gpointer
put_right_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  MukanaDay day = mukana_db_today (db) - mukana_db_days_ahead (db);

  if (mukana_db_days_ahead (db) == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The register's day is not ahead of the clock."));
      return NULL;
    }

  if (mukana_db_run (db, "state.put-day-right", error, mukana_day ("day", day)) >= 0 &&
      mukana_db_run (db, "packs.renew", error) >= 0 &&
      mukana_beginning_day_undo (db, day, mukana_db_today (db), error) &&
      mukana_journal_add (db, "righting.day", MUKANA_KIND_REGISTER, 0, NULL, error))
    mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_day_put_right_job = {
  "righting.day", MUKANA_LANE_WRITE, put_right_run, NULL, .needs = MUKANA_DEED_KEEP_REGISTER
};

/**
 * mukana_righting_day_may_erase:
 *
 * Nobody is erased because of a day that is not that of the clock.
 *
 * Errors: %MUKANA_ERROR_NOT_ALLOWED
 */
gboolean
mukana_righting_day_may_erase (MukanaDb  *db,
                               GError   **error)
{
  if (mukana_db_days_ahead (db) <= USUAL_DAYS)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("The register's day is ahead of the clock. Nothing is erased because of "
                          "its age before one of them has been put right."));
  return FALSE;
}
