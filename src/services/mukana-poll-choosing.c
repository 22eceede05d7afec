/* mukana-poll-choosing.c: one of the dates of a poll becomes the time of the request.
 *
 * It takes the place of all other times, and whoever said yes to it can be proposed in the same
 * transaction.  A request takes place once: while somebody is asked to another time, or has agreed
 * to one, no date is chosen, because the choice would move nobody and leave the request with two
 * times.  An answer to a time that is no more stays, without the time.
 */

#include "services/mukana-polling.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "services/mukana-proposing.h"
#include "services/mukana-registering.h"
#include "services/mukana-unasking.h"
#include "store/mukana-record-io.h"

void
mukana_poll_chosen_free (MukanaPollChosen *self)
{
  g_clear_pointer (&self->proposals, g_array_unref);
  g_clear_pointer (&self->times, g_ptr_array_unref);
  g_clear_pointer (&self->let_go, g_array_unref);
  g_free (self);
}

static gboolean
is_at (MukanaRequestTime *time,
       MukanaPollDay     *poll_day)
{
  return time->day == poll_day->day && time->start_minute == poll_day->start_minute &&
         time->end_minute == poll_day->end_minute;
}

static gint64
count_elsewhere (MukanaDb       *db,
                 const char     *statement,
                 MukanaPollDay  *poll_day,
                 GError        **error)
{
  return mukana_db_count (db, statement, error, mukana_int ("request_id", poll_day->request_id),
                          mukana_day ("day", poll_day->day),
                          mukana_int ("start_minute", poll_day->start_minute),
                          mukana_int ("end_minute", poll_day->end_minute));
}

static gboolean
check_nobody_elsewhere (MukanaDb       *db,
                        MukanaPollDay  *poll_day,
                        GError        **error)
{
  gint64 n_agreed = count_elsewhere (db, "polls.agreed-elsewhere", poll_day, error);
  gint64 n_asked = n_agreed == 0 ? count_elsewhere (db, "polls.asked-elsewhere", poll_day, error)
                                 : 0;

  if (n_agreed > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Somebody has agreed to come at another time. Move or cancel what was "
                            "agreed first, on the page of the assignment; then choose this date. "
                            "Nothing was changed."));
  else if (n_asked > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Somebody is asked to another time. Record their answers first, on the "
                            "page of the request; then choose this date. Nothing was changed."));
  return n_agreed == 0 && n_asked == 0;
}

static gboolean
let_go (MukanaDb          *db,
        MukanaPollDay     *poll_day,
        MukanaPollChosen  *chosen,
        GError           **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (
    db, "polls.closed-elsewhere", error, mukana_int ("request_id", poll_day->request_id),
    mukana_day ("day", poll_day->day), mukana_int ("start_minute", poll_day->start_minute),
    mukana_int ("end_minute", poll_day->end_minute));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  for (; result > 0; result = mukana_query_step (query, error))
    {
      MukanaPollLetGo one = { mukana_query_get_int (query, "id"),
                              mukana_query_get_int (query, "slot_id") };

      g_array_append_val (chosen->let_go, one);
    }

  for (guint i = 0; result == 0 && i < chosen->let_go->len; i++)
    result = mukana_db_run (db, "polls.set-slot", error, mukana_int ("slot_id", 0),
                            mukana_int ("id", g_array_index (chosen->let_go, MukanaPollLetGo,
                                                             i).proposal_id)) < 0 ? -1 : 0;
  return result == 0;
}

/* The date alone.  A time that it is already, as an alternative, stays the row that people are
 * asked to. */
static gboolean
set_time (MukanaDb           *db,
          MukanaRequestFile  *file,
          MukanaPollDay      *poll_day,
          gint64             *slot_id,
          GError            **error)
{
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  g_autoptr (GPtrArray) times = NULL;

  mukana_record_init_int (time, "day", poll_day->day);
  mukana_record_init_int (time, "start-minute", poll_day->start_minute);
  mukana_record_init_int (time, "end-minute", poll_day->end_minute);
  for (guint i = 0; i < file->times->len; i++)
    if (is_at (g_ptr_array_index (file->times, i), poll_day))
      {
        g_object_unref (time);
        time = mukana_record_with_int (g_ptr_array_index (file->times, i), "is-alternative", 0);
        break;
      }

  g_ptr_array_set_size (file->times, 0);
  g_ptr_array_add (file->times, time);
  if (mukana_registering_save_request (db, file, error) < 0 ||
      !(times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                    mukana_int ("request_id", poll_day->request_id))))
    return FALSE;

  for (guint i = 0; i < times->len; i++)
    if (is_at (g_ptr_array_index (times, i), poll_day))
      *slot_id = ((MukanaRequestTime *) g_ptr_array_index (times, i))->id;

  return mukana_db_run (db, "polls.set-alternative", error, mukana_int ("is_alternative", 0),
                        mukana_int ("id", *slot_id)) >= 0;
}

static gboolean
propose (MukanaDb          *db,
         MukanaPollDay     *poll_day,
         gint64             slot_id,
         MukanaPollChosen  *chosen,
         GError           **error)
{
  MukanaProposing *proposing = mukana_proposing_new (poll_day->request_id, "other");
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "polls.free", error,
                                                    mukana_int ("poll_day_id", poll_day->id));
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
    chosen->proposals = mukana_proposing_run (db, proposing, error);

  mukana_proposing_free (proposing);
  if (chosen->proposals != NULL)
    chosen->n_proposed = chosen->proposals->len;
  return chosen->proposals != NULL;
}

static gboolean
remember (MukanaDb           *db,
          MukanaRequestFile  *file,
          MukanaPollChosen   *chosen,
          GError            **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "polls.chosen", error,
                                                    mukana_int ("request_id", file->request->id));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result > 0)
    {
      chosen->chosen_before = mukana_query_get_int (query, "id");
      chosen->chosen_on = mukana_query_get_day (query, "chosen_on");
    }
  chosen->request_id = file->request->id;
  chosen->times = g_ptr_array_copy (file->times, (GCopyFunc) (void *) g_object_ref, NULL);
  g_ptr_array_set_free_func (chosen->times, g_object_unref);
  chosen->let_go = g_array_new (FALSE, FALSE, sizeof (MukanaPollLetGo));
  chosen->n_standing = result < 0 ? -1 : mukana_db_count (db, "polls.count-standing", error,
                                                          mukana_int ("request_id",
                                                                      file->request->id));
  return chosen->n_standing >= 0;
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
  g_autoptr (MukanaRequestFile) file =
    poll_day != NULL ? mukana_request_file_job.run (db, &poll_day->request_id, NULL, error) : NULL;
  g_autoptr (MukanaPollChosen) chosen = g_new0 (MukanaPollChosen, 1);
  gint64 slot_id = 0;

  if (file == NULL)
    return NULL;

  if (!mukana_request_is_waiting (file->request))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           N_("The request no longer looks for people."));
      return NULL;
    }

  if (!check_nobody_elsewhere (db, poll_day, error) || !remember (db, file, chosen, error) ||
      !let_go (db, poll_day, chosen, error) || !set_time (db, file, poll_day, &slot_id, error) ||
      mukana_db_run (db, "polls.choose", error, mukana_int ("id", poll_day->id),
                     mukana_day ("day", mukana_db_today (db)),
                     mukana_int ("request_id", poll_day->request_id)) < 0 ||
      (choice->is_proposing && !propose (db, poll_day, slot_id, chosen, error)) ||
      !mukana_polling_note (db, "polling.choose", poll_day->request_id, error))
    return NULL;

  return g_steal_pointer (&chosen);
}

/* ---- Taking it back ---- */

static gboolean
unask (MukanaDb                *db,
       const MukanaPollChosen  *chosen,
       GError                 **error)
{
  g_autoptr (GError) refusal = NULL;
  gint64 n_standing;

  if (chosen->proposals != NULL)
    mukana_proposing_take_back_job.run (db, chosen->proposals, NULL, &refusal);
  if (refusal != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&refusal));
      return FALSE;
    }

  n_standing = mukana_db_count (db, "polls.count-standing", error,
                                mukana_int ("request_id", chosen->request_id));
  if (n_standing > chosen->n_standing)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Somebody has been asked to this date since, so that it stays."));
  return n_standing >= 0 && n_standing <= chosen->n_standing;
}

static const MukanaRequestTime *
find_time (GPtrArray *times,
           gint64     id)
{
  for (guint i = 0; i < times->len; i++)
    if (((MukanaRequestTime *) g_ptr_array_index (times, i))->id == id)
      return g_ptr_array_index (times, i);

  return NULL;
}

/* Rows that were made anew have other numbers: a time is found by what it is. */
static gint64
find_same (GPtrArray               *times,
           const MukanaRequestTime *before)
{
  for (guint i = 0; before != NULL && i < times->len; i++)
    {
      const MukanaRequestTime *time = g_ptr_array_index (times, i);

      if (time->day == before->day && time->start_minute == before->start_minute &&
          time->end_minute == before->end_minute)
        return time->id;
    }

  return 0;
}

static gboolean
put_times_back (MukanaDb                *db,
                const MukanaPollChosen  *chosen,
                MukanaRequestFile       *file,
                GError                 **error)
{
  g_autoptr (GPtrArray) times = NULL;

  g_ptr_array_set_size (file->times, 0);
  g_ptr_array_extend (file->times, chosen->times, (GCopyFunc) (void *) g_object_ref, NULL);
  if (mukana_registering_save_request (db, file, error) < 0 ||
      !(times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                    mukana_int ("request_id", chosen->request_id))))
    return FALSE;

  for (guint i = 0; i < chosen->times->len; i++)
    {
      const MukanaRequestTime *before = g_ptr_array_index (chosen->times, i);

      if (mukana_db_run (db, "polls.set-alternative", error,
                         mukana_int ("is_alternative", before->is_alternative),
                         mukana_int ("id", find_same (times, before))) < 0)
        return FALSE;
    }

  for (guint i = 0; i < chosen->let_go->len; i++)
    {
      const MukanaPollLetGo *one = &g_array_index (chosen->let_go, MukanaPollLetGo, i);

      if (mukana_db_run (db, "polls.set-slot", error,
                         mukana_int ("slot_id", find_same (times, find_time (chosen->times,
                                                                             one->slot_id))),
                         mukana_int ("id", one->proposal_id)) < 0)
        return FALSE;
    }

  return TRUE;
}

static gpointer
unchoose_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  const MukanaPollChosen *chosen = arg;
  gint64 request_id = chosen->request_id;
  g_autoptr (MukanaRequestFile) file = NULL;

  if (!unask (db, chosen, error) ||
      !(file = mukana_request_file_job.run (db, &request_id, NULL, error)) ||
      !put_times_back (db, chosen, file, error) ||
      mukana_db_run (db, "polls.choose", error, mukana_int ("id", chosen->chosen_before),
                     mukana_day ("day", chosen->chosen_before != 0 ? chosen->chosen_on
                                                                   : mukana_db_today (db)),
                     mukana_int ("request_id", request_id)) < 0)
    return NULL;

  mukana_polling_note (db, "polling.unchoose", request_id, error);
  return NULL;
}

const MukanaJob mukana_poll_choose_job = {
  "polling.choose", MUKANA_LANE_WRITE, choose_run, (GDestroyNotify) mukana_poll_chosen_free,
  .needs = MUKANA_DEED_MATCH
};
const MukanaJob mukana_poll_unchoose_job = {
  "polling.unchoose", MUKANA_LANE_WRITE, unchoose_run, NULL, .needs = MUKANA_DEED_MATCH
};
