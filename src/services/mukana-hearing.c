/* mukana-hearing.c: what people said afterwards is handled, what was found is answered for.
 *
 * A finding (kokemustieto) names nobody.  It waits until somebody says what followed, and is
 * open until those who took part have been told; a request is not archived before that.
 */

#include "services/mukana-hearing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "services/mukana-correcting.h"
#include "services/mukana-registering.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define DAYS_A_YEAR 365
#define MAX_ROWS 500
#define MAX_FINDINGS 20000   /* all that are searched: a century of a large county */

MukanaHandling *
mukana_handling_new (gint64      feedback_id,
                     const char *how)
{
  MukanaHandling *self = g_new0 (MukanaHandling, 1);

  self->feedback_id = feedback_id;
  self->how = g_strdup (how);
  return self;
}

void
mukana_handling_free (MukanaHandling *self)
{
  g_free (self->how);
  g_free (self);
}

MukanaTelling *
mukana_telling_new (gint64      request_id,
                    const char *whom,
                    const char *how)
{
  MukanaTelling *self = g_new0 (MukanaTelling, 1);

  self->request_id = request_id;
  self->whom = mukana_text_tidy (whom);
  self->how = mukana_text_tidy (how);
  self->day = MUKANA_DAY_NONE;
  return self;
}

void
mukana_telling_free (MukanaTelling *self)
{
  g_free (self->whom);
  g_free (self->how);
  g_free (self);
}

/* ---- Reading ---- */

static void
free_unhandled (gpointer data)
{
  MukanaUnhandled *self = data;

  g_object_unref (self->feedback);
  g_free (self->title);
  g_free (self);
}

static void
free_finding (gpointer data)
{
  MukanaHeardFinding *self = data;

  g_object_unref (self->outcome);
  g_free (self->title);
  g_free (self);
}

void
mukana_heard_free (MukanaHeard *self)
{
  g_clear_pointer (&self->unhandled, g_ptr_array_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self);
}

/** mukana_handling_time_load: @time: (out): as the register has it, or the usual */
gboolean
mukana_handling_time_load (MukanaDb            *db,
                           MukanaHandlingTime  *time,
                           GError             **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "settings.get", error,
                                                    mukana_text ("name", MUKANA_HANDLING_TIME));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return FALSE;

  *time = mukana_handling_time_parse (result > 0 ? mukana_query_peek_text (query, "value") : NULL);
  return TRUE;
}

static gboolean
read_unhandled (MukanaDb     *db,
                MukanaHeard  *heard,
                GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "feedbacks.urgent", error,
                                                    mukana_int ("max_rows", MAX_ROWS));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaUnhandled *row = g_new0 (MukanaUnhandled, 1);

      row->feedback = mukana_record_read (query, MUKANA_TYPE_FEEDBACK);
      row->title = g_strdup (mukana_query_peek_text (query, "title"));
      row->due = mukana_handling_due (&heard->time, row->feedback->given_on);
      g_ptr_array_add (heard->unhandled, row);
    }

  return result == 0;
}

static gboolean
read_findings (MukanaDb     *db,
               MukanaHeard  *heard,
               GError      **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "outcomes.findings", error,
                                                    mukana_int ("max_rows", MAX_FINDINGS));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaHeardFinding *row = g_new0 (MukanaHeardFinding, 1);

      row->outcome = mukana_record_read (query, MUKANA_TYPE_OUTCOME);
      row->title = g_strdup (mukana_query_peek_text (query, "title"));
      g_ptr_array_add (heard->findings, row);
    }

  return result == 0;
}

/**
 * mukana_hearing_count_voices:
 * @voices: (out) (array): of MUKANA_N_VOICES sides, all set to nothing before
 *
 * Thread: worker.
 */
gboolean
mukana_hearing_count_voices (MukanaDb      *db,
                             MukanaDay      from,
                             MukanaDay      until,
                             MukanaVoices  *voices,
                             GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "feedbacks.voices", error,
                                                    mukana_day ("from_day", from),
                                                    mukana_day ("last_day", until));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      const char *side = mukana_query_peek_text (query, "side");
      MukanaVoices *of_side = &voices[g_str_equal (side, "expert") ? MUKANA_VOICES_EXPERTS
                                      : g_str_equal (side, "requester") ? MUKANA_VOICES_REQUESTERS
                                      : MUKANA_VOICES_PARTICIPANTS];

      of_side->n_answered = mukana_query_get_int (query, "n_answered");
      of_side->n_promoters = mukana_query_get_int (query, "n_promoters");
      of_side->n_detractors = mukana_query_get_int (query, "n_detractors");
    }

  return result == 0;
}

/**
 * mukana_hearing_count_promises:
 * @from: of the days on which requests were last held
 * @n_promised: (out): requests whose sixty days are over, or that have been told
 * @n_kept: (out): of those: told in sixty days
 *
 * A request whose days are not over and that nobody has been told of is not counted yet.
 *
 * Thread: worker.
 */
gboolean
mukana_hearing_count_promises (MukanaDb   *db,
                               MukanaDay   from,
                               MukanaDay   until,
                               guint      *n_promised,
                               guint      *n_kept,
                               GError    **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "outcomes.promises", error,
                                                    mukana_day ("from_day", from),
                                                    mukana_day ("last_day", until));
  guint n = 0, n_in_time = 0;
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaDay due = mukana_query_get_day (query, "held_on") + MUKANA_OUTCOME_TELLING_DAYS;
      MukanaDay told = mukana_query_get_day (query, "told_on");

      if (told == MUKANA_DAY_NONE && due >= mukana_db_today (db))
        continue;
      n++;
      n_in_time += told != MUKANA_DAY_NONE && told <= due;
    }
  if (result != 0)
    return FALSE;

  *n_promised = n;
  *n_kept = n_in_time;
  return TRUE;
}

static gpointer
heard_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaHeard) heard = g_new0 (MukanaHeard, 1);

  heard->today = mukana_db_today (db);
  heard->unhandled = g_ptr_array_new_with_free_func (free_unhandled);
  heard->findings = g_ptr_array_new_with_free_func (free_finding);
  if (!mukana_handling_time_load (db, &heard->time, error) ||
      !read_unhandled (db, heard, error) ||
      !read_findings (db, heard, error) ||
      !mukana_hearing_count_voices (db, heard->today - DAYS_A_YEAR, heard->today, heard->voices,
                                    error) ||
      !mukana_hearing_count_promises (db, heard->today - DAYS_A_YEAR, heard->today,
                                      &heard->n_promised, &heard->n_kept, error))
    return NULL;

  return g_steal_pointer (&heard);
}

static gboolean
look_at_feedback (gconstpointer  arg,
                  MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.feedback", MUKANA_KIND_FEEDBACK, 0, NULL };
  return TRUE;
}

const MukanaJob mukana_heard_job = {
  "hearing.read", MUKANA_LANE_READ, heard_run, (GDestroyNotify) mukana_heard_free,
  .looks_at = look_at_feedback, .needs = MUKANA_DEED_RECORD_FEEDBACK
};

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 n_unhandled = mukana_db_count (db, "feedbacks.count-urgent", error);
  gint64 n_waiting = n_unhandled >= 0 ? mukana_db_count (db, "outcomes.count-waiting", error) : -1;
  gint64 n = n_unhandled + n_waiting;

  return n_waiting >= 0 ? g_memdup2 (&n, sizeof n) : NULL;
}

const MukanaJob mukana_heard_count_job = {
  "hearing.count", MUKANA_LANE_READ, count_run, g_free, .needs = MUKANA_DEED_RECORD_FEEDBACK
};

/* ---- Writing ---- */

static gpointer
handle_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  const MukanaHandling *handling = arg;
  g_autofree char *how = mukana_text_tidy (handling->how);
  g_autoptr (MukanaFeedback) feedback = NULL;   /* only that there is one */
  gint64 n_handled;

  if (mukana_text_is_empty (how))
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("Say what was done about it."));
      return NULL;
    }

  if (!(feedback = mukana_record_get (db, "feedbacks.get", handling->feedback_id,
                                      MUKANA_TYPE_FEEDBACK, error)))
    return NULL;

  n_handled = mukana_db_run (db, "feedbacks.handle", error,
                             mukana_day ("day", mukana_db_today (db)),
                             mukana_text ("actor", mukana_db_peek_actor (db)),
                             mukana_text ("how", how), mukana_int ("id", handling->feedback_id));
  if (n_handled == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         N_("Somebody has handled it already."));
  if (n_handled <= 0 ||
      !mukana_journal_add (db, "hearing.handle", MUKANA_KIND_FEEDBACK, handling->feedback_id, NULL,
                           error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEEDBACK, handling->feedback_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gpointer
insert_checked (MukanaDb      *db,
                const char    *statement,
                MukanaRecord  *record,
                GPtrArray     *issues,
                GError       **error)
{
  gint64 id;

  if (!mukana_issues_pass (issues, error) ||
      (id = mukana_record_insert (db, statement, record, error)) < 0 ||
      !mukana_journal_add (db, statement, MUKANA_KIND_FEEDBACK, id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEEDBACK, id, MUKANA_EFFECT_ADDED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, mukana_record_get_int (record, "request-id"),
                   MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

static gpointer
participants_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  MukanaDay day = ((MukanaParticipants *) arg)->given_on;
  g_autoptr (MukanaParticipants) counts =
    mukana_record_with_int (arg, "given-on", day != MUKANA_DAY_NONE ? day : mukana_db_today (db));
  g_autoptr (GPtrArray) issues = mukana_participants_check (counts);

  if (!mukana_correcting_check_day (db, counts->given_on, error))
    return NULL;

  return insert_checked (db, "participants.add", MUKANA_RECORD (counts), issues, error);
}

static gpointer
outcome_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  g_autoptr (MukanaOutcome) outcome = mukana_record_with_int (arg, "recorded-on",
                                                              mukana_db_today (db));
  g_autoptr (GPtrArray) issues = mukana_outcome_check (outcome);
  g_autofree gint64 *id = insert_checked (db, "outcomes.add", MUKANA_RECORD (outcome), issues,
                                          error);

  if (id == NULL || !mukana_requests_index (db, outcome->request_id, error))
    return NULL;

  return g_steal_pointer (&id);
}

static gpointer
outcome_save_run (MukanaDb      *db,
                  gpointer       arg,
                  GCancellable  *cancellable,
                  GError       **error)
{
  MukanaOutcome *outcome = arg;
  g_autoptr (GPtrArray) issues = mukana_outcome_check (outcome);
  g_autoptr (MukanaOutcome) before = NULL;

  if (!mukana_issues_pass (issues, error) ||
      !(before = mukana_record_get (db, "outcomes.get", outcome->id, MUKANA_TYPE_OUTCOME, error)) ||
      mukana_db_run (db, "outcomes.save", error, mukana_text ("finding", outcome->finding),
                     mukana_text ("result", outcome->result),
                     mukana_text ("reason", outcome->reason),
                     mukana_text ("theme_id", outcome->theme_id),
                     mukana_text ("service", outcome->service),
                     mukana_int ("id", outcome->id)) < 0 ||
      !mukana_requests_index (db, before->request_id, error) ||
      !mukana_journal_add (db, "outcomes.save", MUKANA_KIND_FEEDBACK, outcome->id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEEDBACK, outcome->id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_REQUEST, before->request_id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

/* Nobody is told of a part: whoever took part for a finding that waits would hear nothing. */
static gboolean
check_telling (MukanaDb  *db,
               gint64     request_id,
               GError   **error)
{
  gint64 n_waiting = mukana_db_count (db, "outcomes.count-unknown", error,
                                      mukana_int ("request_id", request_id));

  if (n_waiting > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("Say of each finding first what followed."));
  return n_waiting == 0;
}

static gpointer
tell_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaTelling *telling = arg;
  gint64 id = telling->request_id;
  MukanaDay day = telling->day != MUKANA_DAY_NONE ? telling->day : mukana_db_today (db);
  gint64 n_told;

  if (!mukana_correcting_check_day (db, day, error) || !check_telling (db, id, error))
    return NULL;

  n_told = mukana_db_run (db, "outcomes.tell", error, mukana_day ("day", day),
                          mukana_text ("how", telling->how), mukana_text ("whom", telling->whom),
                          mukana_int ("request_id", id));
  /* Those who took part were told, and now the unit is. */
  if (n_told == 0)
    n_told = mukana_db_run (db, "outcomes.tell-also", error, mukana_text ("whom", telling->whom),
                            mukana_int ("request_id", id));
  if (n_told == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                         N_("Record first what followed."));
  if (n_told <= 0 ||
      mukana_db_run (db, "requests.tell", error, mukana_day ("day", day),
                     mukana_int ("updated_at", mukana_db_now_us (db)), mukana_int ("id", id)) < 0 ||
      !mukana_journal_add (db, "hearing.tell", MUKANA_KIND_REQUEST, id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_REQUEST, id, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_feedback_handle_job = { "hearing.handle", MUKANA_LANE_WRITE, handle_run,
                                               NULL, .needs = MUKANA_DEED_RECORD_FEEDBACK };
const MukanaJob mukana_participants_add_job = { "hearing.participants", MUKANA_LANE_WRITE,
                                                participants_run, g_free,
                                                .needs = MUKANA_DEED_RECORD_FEEDBACK };
const MukanaJob mukana_outcome_add_job = { "hearing.outcome", MUKANA_LANE_WRITE, outcome_run,
                                           g_free, .needs = MUKANA_DEED_RECORD_FEEDBACK };
const MukanaJob mukana_outcome_save_job = { "hearing.outcome-save", MUKANA_LANE_WRITE,
                                            outcome_save_run, NULL,
                                            .needs = MUKANA_DEED_RECORD_FEEDBACK };
const MukanaJob mukana_outcome_tell_job = { "hearing.tell", MUKANA_LANE_WRITE, tell_run, NULL,
                                            .needs = MUKANA_DEED_RECORD_FEEDBACK };
