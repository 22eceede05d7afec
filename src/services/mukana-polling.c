/* mukana-polling.c: candidates are asked which of some dates they can come on.
 *
 * The coordinator types in what they say.  The date that is chosen takes the place of the
 * request's times, and whoever said yes to it can be proposed in the same transaction.  Nobody
 * who has withdrawn is counted, answered for or proposed: candidates are read by the consent view.
 */

#include "services/mukana-polling.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "services/mukana-proposing.h"
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

static gboolean
note_day (MukanaDb    *db,
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
      !note_day (db, "polling.add-day", request->id, error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
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
    note_day (db, "polling.drop-day", poll_day->request_id, error);

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
    note_day (db, "polling.add-day", poll_day->request_id, error);

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

/* The date alone, in the place of all times that nobody has been asked to yet. */
static gboolean
set_time (MukanaDb       *db,
          MukanaPollDay  *poll_day,
          gint64         *slot_id,
          GError        **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_job.run (db, &poll_day->request_id,
                                                                    NULL, error);
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  g_autoptr (GPtrArray) times = NULL;

  mukana_record_init_int (time, "day", poll_day->day);
  mukana_record_init_int (time, "start-minute", poll_day->start_minute);
  mukana_record_init_int (time, "end-minute", poll_day->end_minute);
  if (file == NULL)
    {
      g_object_unref (time);
      return FALSE;
    }

  if (!mukana_request_is_waiting (file->request))
    {
      g_object_unref (time);
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The request no longer looks for people."));
      return FALSE;
    }

  g_ptr_array_set_size (file->times, 0);
  g_ptr_array_add (file->times, time);
  if (mukana_registering_save_request (db, file, error) < 0 ||
      !(times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                    mukana_int ("request_id", poll_day->request_id))))
    return FALSE;

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *stored = g_ptr_array_index (times, i);

      if (stored->day == poll_day->day && stored->start_minute == poll_day->start_minute &&
          stored->end_minute == poll_day->end_minute)
        *slot_id = stored->id;
    }

  return TRUE;
}

static gint64
propose (MukanaDb       *db,
         MukanaPollDay  *poll_day,
         gint64          slot_id,
         GError        **error)
{
  MukanaProposing *proposing = mukana_proposing_new (poll_day->request_id, "other");
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "polls.free", error,
                                                    mukana_int ("poll_day_id", poll_day->id));
  g_autoptr (GArray) ids = NULL;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      mukana_proposing_add (proposing, mukana_query_get_int (query, "person_id"),
                            mukana_query_get_int (query, "score"), FALSE);
      g_array_index (proposing->people, MukanaProposalSeed,
                     proposing->people->len - 1).slot_id = slot_id;
    }
  /* They have said themselves that they can come. */
  mukana_proposing_except (proposing, "agreed");
  if (result == 0)
    ids = mukana_proposing_run (db, proposing, error);

  mukana_proposing_free (proposing);
  return ids != NULL ? (gint64) ids->len : -1;
}

static gpointer
choose_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaPollChoice *choice = arg;
  g_autoptr (MukanaPollDay) poll_day = mukana_record_get (db, "polls.day", choice->poll_day_id,
                                                          MUKANA_TYPE_POLL_DAY, error);
  gint64 n_proposed = 0, slot_id = 0;

  if (poll_day == NULL || !set_time (db, poll_day, &slot_id, error) ||
      mukana_db_run (db, "polls.choose", error, mukana_int ("id", poll_day->id),
                     mukana_day ("day", mukana_db_today (db)),
                     mukana_int ("request_id", poll_day->request_id)) < 0 ||
      (choice->is_proposing && (n_proposed = propose (db, poll_day, slot_id, error)) < 0) ||
      !note_day (db, "polling.choose", poll_day->request_id, error))
    return NULL;

  return g_memdup2 (&n_proposed, sizeof n_proposed);
}

const MukanaJob mukana_poll_day_add_job = {
  "polling.add-day", MUKANA_LANE_WRITE, add_run, g_free, .needs = MUKANA_DEED_MATCH
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
const MukanaJob mukana_poll_choose_job = {
  "polling.choose", MUKANA_LANE_WRITE, choose_run, g_free, .needs = MUKANA_DEED_MATCH
};
