/* mukana-polling.c: candidates are asked which of some dates they can come on.
 *
 * The coordinator types in what they say; mukana-poll-choosing.c makes one of the dates the time of
 * the request.  Nobody who has withdrawn is counted or answered for: candidates are read by the
 * consent view.
 */

#include "services/mukana-polling.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "services/mukana-registering.h"
#include "services/mukana-shortlisting.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

MukanaPollAnswer *
mukana_poll_answer_new (gint64      poll_day_id,
                        gint64      candidate_id,
                        const char *answer)
{
  MukanaPollAnswer *self = g_new0 (MukanaPollAnswer, 1);

  self->poll_day_id = poll_day_id;
  self->candidate_id = candidate_id;
  self->answer = g_strdup (answer);
  return self;
}

void
mukana_poll_answer_free (MukanaPollAnswer *self)
{
  g_free (self->answer);
  g_free (self);
}

/** mukana_polling_note: writes a deed with a poll into the journal, and tells pages of it */
gboolean
mukana_polling_note (MukanaDb    *db,
                     const char  *action,
                     gint64       request_id,
                     GError     **error)
{
  if (!mukana_journal_add (db, action, MUKANA_KIND_REQUEST, request_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, request_id, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gboolean
is_possible (MukanaDb       *db,
             MukanaPollDay  *draft,
             GError        **error)
{
  g_autoptr (GPtrArray) issues = mukana_poll_day_check (draft);
  g_autoptr (GPtrArray) days = mukana_record_list (db, "polls.days", MUKANA_TYPE_POLL_DAY, error,
                                                   mukana_int ("request_id", draft->request_id));

  if (days == NULL)
    return FALSE;

  if (draft->day != MUKANA_DAY_NONE && draft->day < mukana_db_today (db))
    mukana_issues_add (issues, "day", N_("The day is over."));
  if (days->len >= MUKANA_POLL_MOST_DAYS)
    mukana_issues_add (issues, "day", N_("A poll has at most five dates."));
  for (guint i = 0; i < days->len; i++)
    {
      MukanaPollDay *other = g_ptr_array_index (days, i);

      if (other->day == draft->day && other->start_minute == draft->start_minute)
        mukana_issues_add (issues, "day", N_("The poll has this date already."));
    }

  return mukana_issues_pass (issues, error);
}

static gpointer
add_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  MukanaPollDay *draft = arg;
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", draft->request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  gint64 id;

  if (request == NULL || !is_possible (db, draft, error) ||
      (id = mukana_record_insert (db, "polls.add-day", MUKANA_RECORD (draft), error)) < 0 ||
      !mukana_polling_note (db, "polling.add-day", request->id, error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

/**
 * mukana_polling_own_times:
 * @times: of the request
 * @days: of its poll
 *
 * Returns: yours, alternative times of the request that are ahead and not in the poll, as
 *   MukanaPollDay; no more than the poll has room for
 */
GPtrArray *
mukana_polling_own_times (GPtrArray *times,
                          GPtrArray *days,
                          MukanaDay  today)
{
  GPtrArray *own = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < times->len && days->len + own->len < MUKANA_POLL_MOST_DAYS; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);
      MukanaPollDay *poll_day;
      gboolean is_in = !time->is_alternative || time->day < today;

      for (guint k = 0; k < days->len; k++)
        {
          poll_day = g_ptr_array_index (days, k);
          is_in |= poll_day->day == time->day && poll_day->start_minute == time->start_minute;
        }
      if (is_in)
        continue;

      poll_day = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
      mukana_record_init_int (poll_day, "request-id", time->request_id);
      mukana_record_init_int (poll_day, "day", time->day);
      mukana_record_init_int (poll_day, "start-minute", time->start_minute);
      mukana_record_init_int (poll_day, "end-minute", time->end_minute);
      g_ptr_array_add (own, poll_day);
    }

  return own;
}

static gpointer
own_days_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (GPtrArray) days = NULL, own = NULL;
  g_autoptr (GPtrArray) times = mukana_record_list (db, "requests.slots",
                                                    MUKANA_TYPE_REQUEST_TIME, error,
                                                    mukana_int ("request_id", id));

  if (times == NULL ||
      !(days = mukana_record_list (db, "polls.days", MUKANA_TYPE_POLL_DAY, error,
                                   mukana_int ("request_id", id))))
    return NULL;

  own = mukana_polling_own_times (times, days, mukana_db_today (db));
  for (guint i = 0; i < own->len; i++)
    if (mukana_record_insert (db, "polls.add-day", g_ptr_array_index (own, i), error) < 0 ||
        !mukana_polling_note (db, "polling.add-day", id, error))
      return NULL;

  return NULL;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaPollDay) poll_day = mukana_record_get (db, "polls.day", *(gint64 *) arg,
                                                          MUKANA_TYPE_POLL_DAY, error);

  if (poll_day != NULL && mukana_db_run (db, "polls.set-out", error, mukana_int ("is_out", 1),
                                         mukana_int ("id", poll_day->id)) >= 0)
    mukana_polling_note (db, "polling.drop-day", poll_day->request_id, error);

  return NULL;
}

static gpointer
restore_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaPollDay) poll_day = NULL;

  if (mukana_db_run (db, "polls.set-out", error, mukana_int ("is_out", 0),
                     mukana_int ("id", id)) >= 0 &&
      (poll_day = mukana_record_get (db, "polls.day", id, MUKANA_TYPE_POLL_DAY, error)) != NULL)
    mukana_polling_note (db, "polling.add-day", poll_day->request_id, error);

  return NULL;
}

static gpointer
answer_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaPollAnswer *given = arg;
  g_autoptr (MukanaPollDay) poll_day = mukana_record_get (db, "polls.day", given->poll_day_id,
                                                          MUKANA_TYPE_POLL_DAY, error);
  g_autoptr (MukanaListed) candidate =
    poll_day != NULL ? mukana_shortlist_find (db, given->candidate_id, error) : NULL;
  gint64 n_written;

  if (candidate == NULL)
    return NULL;

  if (given->answer == NULL)
    n_written = mukana_db_run (db, "polls.clear-answer", error,
                               mukana_int ("poll_day_id", poll_day->id),
                               mukana_int ("entry_id", candidate->id));
  else
    n_written = mukana_db_run (db, "polls.answer", error,
                               mukana_int ("poll_day_id", poll_day->id),
                               mukana_text ("answer", given->answer),
                               mukana_int ("entry_id", candidate->id));

  if (n_written > 0 &&
      mukana_journal_add (db, "polling.answer", MUKANA_KIND_PERSON, candidate->person_id, NULL,
                          error))
    mukana_db_touch (db, MUKANA_KIND_REQUEST, poll_day->request_id, MUKANA_EFFECT_CHANGED);

  return NULL;
}

const MukanaJob mukana_poll_day_add_job = {
  "polling.add-day", MUKANA_LANE_WRITE, add_run, g_free, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_poll_own_days_job = {
  "polling.own-days", MUKANA_LANE_WRITE, own_days_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_poll_day_drop_job = {
  "polling.drop-day", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_poll_day_restore_job = {
  "polling.restore-day", MUKANA_LANE_WRITE, restore_run, NULL, .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_poll_answer_job = {
  "polling.answer", MUKANA_LANE_WRITE, answer_run, NULL, .needs = MUKANA_DEED_MATCH
};
