/* mukana-batching.c: batches of fee lines, from a draft to the payroll's answer.
 *
 * Whose lines they are is not asked for a consent: what was agreed and done is owed,
 * also to somebody who has left.  A line is in one batch at most, because the batch is
 * a column of the line; what was sent is not changed by anything here.
 */

#include "services/mukana-batching.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MAX_WAITING_SHOWN 200
#define REASON_LIMIT 300

static void
free_row (gpointer data)
{
  MukanaFeeRow *row = data;

  g_object_unref (row->line);
  g_free (row->name);
  g_free (row->payroll_ref);
  g_free (row);
}

static void
free_sum (gpointer data)
{
  MukanaFeeSum *sum = data;

  g_free (sum->income_type);
  g_free (sum);
}

void
mukana_fee_desk_free (MukanaFeeDesk *self)
{
  g_clear_pointer (&self->waiting, g_ptr_array_unref);
  g_clear_pointer (&self->batches, g_ptr_array_unref);
  g_free (self);
}

void
mukana_batch_file_free (MukanaBatchFile *self)
{
  g_clear_object (&self->batch);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->sums, g_ptr_array_unref);
  g_free (self->actor);
  g_free (self);
}

MukanaBatchMaking *
mukana_batch_making_new (const char *title,
                         MukanaDay   until)
{
  MukanaBatchMaking *self = g_new0 (MukanaBatchMaking, 1);

  self->title = g_strdup (title);
  self->until = until;
  return self;
}

void
mukana_batch_making_free (MukanaBatchMaking *self)
{
  g_free (self->title);
  g_free (self);
}

MukanaBatchMoving *
mukana_batch_moving_new (MukanaFeeBatch  *batch,
                         MukanaBatchMove  move,
                         const char      *reason)
{
  MukanaBatchMoving *self = g_new0 (MukanaBatchMoving, 1);

  self->batch_id = batch->id;
  self->version = batch->version;
  self->move = move;
  self->reason = g_strdup (reason);
  return self;
}

void
mukana_batch_moving_free (MukanaBatchMoving *self)
{
  g_free (self->reason);
  g_free (self);
}

MukanaCorrecting *
mukana_correcting_new (gint64      line_id,
                       gint64      amount_cents,
                       const char *reason)
{
  MukanaCorrecting *self = g_new0 (MukanaCorrecting, 1);

  self->line_id = line_id;
  self->amount_cents = amount_cents;
  self->reason = g_strdup (reason);
  return self;
}

void
mukana_correcting_free (MukanaCorrecting *self)
{
  g_free (self->reason);
  g_free (self);
}

/* ---- Reading ---- */

static GPtrArray *
read_rows (MukanaQuery  *query,
           GError      **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (free_row);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaFeeRow *row = g_new0 (MukanaFeeRow, 1);

      row->line = mukana_record_read (query, MUKANA_TYPE_FEE_LINE);
      row->name = g_strdup (mukana_query_peek_text (query, "display_name"));
      row->payroll_ref = g_strdup (mukana_query_peek_text (query, "payroll_ref"));
      row->tax_card_on = mukana_query_get_day (query, "tax_card_on");
      row->pension_mark_on = mukana_query_get_day (query, "pension_mark_on");
      row->n_corrections = mukana_query_get_int (query, "n_corrections");
      row->corrections_cents = mukana_query_get_int (query, "corrections_cents");
      g_ptr_array_add (rows, row);
    }

  return result < 0 ? NULL : g_steal_pointer (&rows);
}

/** mukana_batch_rows_load: Returns: yours, of MukanaFeeRow, by person and day */
GPtrArray *
mukana_batch_rows_load (MukanaDb  *db,
                        gint64     batch_id,
                        GError   **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "batches.lines", error,
                                                    mukana_int ("batch_id", batch_id));

  return read_rows (query, error);
}

static GPtrArray *
read_sums (MukanaDb  *db,
           gint64     batch_id,
           GError   **error)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (free_sum);
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "batches.sums", error,
                                                    mukana_int ("batch_id", batch_id));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaFeeSum *sum = g_new0 (MukanaFeeSum, 1);

      sum->income_type = g_strdup (mukana_query_peek_text (query, "income_type"));
      sum->n_lines = mukana_query_get_int (query, "n_lines");
      sum->sum_cents = mukana_query_get_int (query, "sum_cents");
      g_ptr_array_add (sums, sum);
    }

  return result < 0 ? NULL : g_steal_pointer (&sums);
}

static gpointer
desk_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaFeeDesk) desk = g_new0 (MukanaFeeDesk, 1);
  g_autoptr (MukanaQuery) waiting = mukana_db_select (db, "batches.waiting", error,
                                                      mukana_int ("max_rows", MAX_WAITING_SHOWN));

  if (!(desk->waiting = read_rows (waiting, error)) ||
      (desk->n_waiting = mukana_db_count (db, "fees.count-waiting", error)) < 0 ||
      !(desk->batches = mukana_record_list (db, "batches.list", MUKANA_TYPE_FEE_BATCH, error)))
    return NULL;

  return g_steal_pointer (&desk);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 count = mukana_db_count (db, "batches.count-waiting", error);

  return count < 0 ? NULL : g_memdup2 (&count, sizeof count);
}

static gpointer
file_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaBatchFile) file = g_new0 (MukanaBatchFile, 1);

  if (!(file->batch = mukana_record_get (db, "batches.get", id, MUKANA_TYPE_FEE_BATCH, error)) ||
      !(file->rows = mukana_batch_rows_load (db, id, error)) ||
      !(file->sums = read_sums (db, id, error)))
    return NULL;

  file->actor = g_strdup (mukana_db_peek_actor (db));
  return g_steal_pointer (&file);
}

/* ---- Writing ---- */

static gboolean
refuse (const char  *sentence,
        int          code,
        GError     **error)
{
  g_set_error_literal (error, MUKANA_ERROR, code, sentence);
  return FALSE;
}

/* Counts the lines anew, and says that they and the batch are others now. */
static gboolean
sum_up (MukanaDb    *db,
        gint64       batch_id,
        const char  *action,
        GError     **error)
{
  if (mukana_db_run (db, "batches.sum-up", error, mukana_int ("id", batch_id)) < 0 ||
      !mukana_journal_add (db, action, MUKANA_KIND_FEE_BATCH, batch_id, NULL, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_FEE_BATCH, batch_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

/* Returns: yours, ids of batches */
static GArray *
find_astray (MukanaDb  *db,
             GError   **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "batches.astray", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (ids, id);
    }

  return result < 0 ? NULL : g_steal_pointer (&ids);
}

/* What two have looked at is another batch without its correction. */
static gboolean
open_again (MukanaDb        *db,
            MukanaFeeBatch  *batch,
            GError         **error)
{
  g_autoptr (MukanaFeeBatch) moved = NULL;

  if (mukana_fee_batch_is_open (batch))
    return TRUE;

  moved = mukana_fee_batch_moved (batch, MUKANA_BATCH_REOPEN, mukana_db_peek_actor (db),
                                  mukana_db_now_us (db), mukana_batch_lost_line);
  return mukana_record_update (db, "batches.save", MUKANA_RECORD (moved), error) &&
         mukana_db_run (db, "batches.set-lines", error, mukana_int ("batch_id", batch->id),
                        mukana_text ("state", "draft"),
                        mukana_day ("paid_on", MUKANA_DAY_NONE)) >= 0 &&
         mukana_journal_add (db, mukana_batch_move_action (MUKANA_BATCH_REOPEN),
                             MUKANA_KIND_FEE_BATCH, batch->id, "state", error);
}

/* Corrections whose line is not on its way leave the batches that have not been sent, and wait
 * with their line. */
static gboolean
free_astray (MukanaDb  *db,
             GError   **error)
{
  g_autoptr (GArray) ids = find_astray (db, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);
      g_autoptr (MukanaFeeBatch) batch = mukana_record_get (db, "batches.get", id,
                                                            MUKANA_TYPE_FEE_BATCH, error);

      if (batch == NULL || !open_again (db, batch, error) ||
          mukana_db_run (db, "batches.free-astray", error, mukana_int ("batch_id", id)) < 0 ||
          !sum_up (db, id, "batching.take-out", error))
        return FALSE;
    }

  return ids != NULL;
}

static gpointer
make_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaBatchMaking *making = arg;
  gint64 id, n_taken;

  if (mukana_text_is_empty (making->title) || g_utf8_strlen (making->title, -1) > 100)
    {
      refuse (N_("Give the batch a name of at most 100 characters."), MUKANA_ERROR_INVALID, error);
      return NULL;
    }

  if ((id = mukana_db_insert (db, "batches.add", error, mukana_text ("title", making->title),
                              mukana_int ("made_at", mukana_db_now_us (db)),
                              mukana_text ("made_by", mukana_db_peek_actor (db)))) < 0 ||
      (n_taken = mukana_db_run (db, "batches.take", error, mukana_int ("batch_id", id),
                                mukana_day ("until", making->until))) < 0 ||
      (n_taken > 0 && !free_astray (db, error)) ||
      (n_taken = mukana_db_count (db, "batches.count-lines", error,
                                  mukana_int ("batch_id", id))) < 0)
    return NULL;

  if (n_taken == 0)
    {
      refuse (N_("No fee waits for a batch until that day."), MUKANA_ERROR_INVALID, error);
      return NULL;
    }

  return sum_up (db, id, "batching.make", error) ? g_memdup2 (&id, sizeof id) : NULL;
}

static gpointer
drop_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaFeeBatch) batch = mukana_record_get (db, "batches.get", id,
                                                        MUKANA_TYPE_FEE_BATCH, error);

  if (batch == NULL)
    return NULL;
  if (!mukana_fee_batch_is_open (batch))
    {
      refuse (N_("The batch is not a draft any more."), MUKANA_ERROR_NOT_ALLOWED, error);
      return NULL;
    }

  if (mukana_db_run (db, "batches.release", error, mukana_int ("batch_id", id)) < 0 ||
      mukana_db_run (db, "batches.drop", error, mukana_int ("id", id)) < 0 ||
      !mukana_journal_add (db, "batching.drop", MUKANA_KIND_FEE_BATCH, id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEE_BATCH, id, MUKANA_EFFECT_REMOVED);
  mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

static gboolean
move_lines (MukanaDb         *db,
            gint64            batch_id,
            MukanaBatchMove   move,
            GError          **error)
{
  MukanaDay paid_on = move == MUKANA_BATCH_ACKNOWLEDGE ? mukana_db_today (db) : MUKANA_DAY_NONE;

  if (move == MUKANA_BATCH_RETURN)
    return mukana_db_run (db, "batches.release", error, mukana_int ("batch_id", batch_id)) >= 0 &&
           free_astray (db, error);

  return mukana_db_run (db, "batches.set-lines", error, mukana_int ("batch_id", batch_id),
                        mukana_text ("state", mukana_batch_move_line_state (move)),
                        mukana_day ("paid_on", paid_on)) >= 0;
}

/* Nothing takes such lines into a batch any more, but one may hold them from before. */
static gboolean
is_payable (MukanaDb         *db,
            gint64            batch_id,
            MukanaBatchMove   move,
            GError          **error)
{
  gint64 n_astray = move > MUKANA_BATCH_EXPORT ? 0
                    : mukana_db_count (db, "batches.count-astray", error,
                                       mukana_int ("batch_id", batch_id));

  if (n_astray > 0)
    return refuse (N_("A correction is in the batch without the line that it corrects. Take it "
                      "out."), MUKANA_ERROR_NOT_ALLOWED, error);
  return n_astray == 0;
}

/**
 * mukana_batch_move:
 * @version: of the batch as it was seen
 * @word: (nullable): the checksum of what was exported, or the reason of going back
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_ALLOWED with a sentence, %MUKANA_ERROR_CONFLICT
 */
gboolean
mukana_batch_move (MukanaDb         *db,
                   gint64            batch_id,
                   gint64            version,
                   MukanaBatchMove   move,
                   const char       *word,
                   GError          **error)
{
  g_autoptr (MukanaFeeBatch) batch = mukana_record_get (db, "batches.get", batch_id,
                                                        MUKANA_TYPE_FEE_BATCH, error);
  g_autoptr (MukanaFeeBatch) moved = NULL;
  const char *actor = mukana_db_peek_actor (db), *problem;

  if (batch == NULL)
    return FALSE;
  if (batch->version != version)
    return refuse (N_("The batch was changed since."), MUKANA_ERROR_CONFLICT, error);
  if ((problem = mukana_fee_batch_refuse (batch, move, actor, word)) != NULL)
    return refuse (problem, MUKANA_ERROR_NOT_ALLOWED, error);
  if (!is_payable (db, batch_id, move, error))
    return FALSE;

  moved = mukana_fee_batch_moved (batch, move, actor, mukana_db_now_us (db), word);
  if (!mukana_record_update (db, "batches.save", MUKANA_RECORD (moved), error) ||
      !move_lines (db, batch_id, move, error) ||
      !mukana_journal_add (db, mukana_batch_move_action (move), MUKANA_KIND_FEE_BATCH, batch_id,
                           "state", error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_FEE_BATCH, batch_id, MUKANA_EFFECT_CHANGED);
  mukana_db_touch (db, MUKANA_KIND_FEE, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gpointer
move_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaBatchMoving *moving = arg;

  /* A batch that was sent has a checksum of what was sent: that is the export's to say. */
  if (moving->move == MUKANA_BATCH_EXPORT)
    refuse (N_("The batch is sent by writing the file for the payroll."),
            MUKANA_ERROR_NOT_ALLOWED, error);
  else
    mukana_batch_move (db, moving->batch_id, moving->version, moving->move, moving->reason, error);

  return NULL;
}

static gpointer
take_out_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaFeeLine *line = arg;
  gint64 n_taken = mukana_db_run (db, "batches.take-out", error, mukana_int ("id", line->id));

  if (n_taken == 0)
    refuse (N_("The batch is not a draft any more."), MUKANA_ERROR_NOT_ALLOWED, error);
  else if (n_taken > 0 && sum_up (db, line->batch_id, "batching.take-out", error))
    free_astray (db, error);

  return NULL;
}

static gpointer
put_back_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaFeeLine *line = arg;
  gint64 n_put = mukana_db_run (db, "batches.put-back", error, mukana_int ("id", line->id),
                                mukana_int ("batch_id", line->batch_id));

  if (n_put == 0)
    refuse (N_("The batch is not a draft any more."), MUKANA_ERROR_NOT_ALLOWED, error);
  else if (n_put > 0 &&
           mukana_db_run (db, "batches.put-back-corrections", error, mukana_int ("id", line->id),
                          mukana_int ("batch_id", line->batch_id)) >= 0)
    sum_up (db, line->batch_id, "batching.put-back", error);

  return NULL;
}

/* A line that waits is recorded anew, unless payroll has a correction of it: that stays, and what
 * is left to put right comes beside it. */
static gboolean
is_locked (MukanaDb       *db,
           MukanaFeeLine  *wrong,
           GError        **error)
{
  gint64 n_sent = wrong->batch_id != 0 || g_strcmp0 (wrong->state, "draft") != 0 ? 1
                  : mukana_db_count (db, "batches.count-sent-corrections", error,
                                     mukana_int ("id", wrong->id));

  if (n_sent == 0)
    return refuse (N_("The line is not locked: record the day again."), MUKANA_ERROR_INVALID,
                   error);
  return n_sent > 0;
}

static gboolean
check_correcting (const MukanaCorrecting  *correcting,
                  MukanaFeeLine           *wrong,
                  GError                 **error)
{
  if (wrong->corrects_id != 0)
    return refuse (N_("Correct the line that was wrong first, not its correction."),
                   MUKANA_ERROR_INVALID, error);
  if (correcting->amount_cents < 0)
    return refuse (N_("What a line should have been is not negative."), MUKANA_ERROR_INVALID,
                   error);
  if (mukana_text_is_empty (correcting->reason) ||
      g_utf8_strlen (correcting->reason, -1) > REASON_LIMIT)
    return refuse (N_("Say in a few words why the line is corrected."), MUKANA_ERROR_INVALID,
                   error);

  return TRUE;
}

/* Before it is sent a batch can be returned to draft, and the day recorded as it was. */
static gboolean
check_sent (MukanaDb       *db,
            MukanaFeeLine  *wrong,
            GError        **error)
{
  g_autoptr (MukanaFeeBatch) batch = NULL;

  if (wrong->batch_id == 0)
    return TRUE;
  if (!(batch = mukana_record_get (db, "batches.get", wrong->batch_id, MUKANA_TYPE_FEE_BATCH,
                                   error)))
    return FALSE;
  if (!mukana_fee_batch_was_sent (batch))
    return refuse (N_("The batch has not been sent: take the line out of it and record the day "
                      "again."), MUKANA_ERROR_INVALID, error);

  return TRUE;
}

static gpointer
correct_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  MukanaCorrecting *correcting = arg;
  g_autoptr (MukanaFeeLine) wrong = mukana_record_get (db, "fees.get", correcting->line_id,
                                                       MUKANA_TYPE_FEE_LINE, error);
  g_autoptr (MukanaFeeLine) line = NULL;
  g_autoptr (GError) failure = NULL;
  gint64 so_far_cents, id;

  if (wrong == NULL || !check_correcting (correcting, wrong, error) ||
      !is_locked (db, wrong, error) || !check_sent (db, wrong, error))
    return NULL;

  /* The sum may be negative, so the error alone tells whether it was read. */
  so_far_cents = mukana_db_count (db, "batches.corrected-cents", &failure,
                                  mukana_int ("id", wrong->id));
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return NULL;
    }
  if (so_far_cents == correcting->amount_cents)
    {
      refuse (N_("The line is of that amount already."), MUKANA_ERROR_INVALID, error);
      return NULL;
    }

  line = mukana_fee_line_new_correction (wrong, so_far_cents,
                                         correcting->amount_cents - so_far_cents,
                                         correcting->reason);
  if ((id = mukana_record_insert (db, "fees.add", MUKANA_RECORD (line), error)) < 0 ||
      !mukana_journal_add (db, "paying.correct", MUKANA_KIND_FEE, id, NULL, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_FEE, id, MUKANA_EFFECT_ADDED);
  mukana_db_touch (db, MUKANA_KIND_PERSON, wrong->person_id, MUKANA_EFFECT_CHANGED);
  return g_memdup2 (&id, sizeof id);
}

const MukanaJob mukana_fee_desk_job = {
  "batching.desk", MUKANA_LANE_READ, desk_run, (GDestroyNotify) mukana_fee_desk_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_fees_count_job = {
  "batching.count", MUKANA_LANE_READ, count_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_file_job = {
  "batching.file", MUKANA_LANE_READ, file_run, (GDestroyNotify) mukana_batch_file_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_make_job = {
  "batching.make", MUKANA_LANE_WRITE, make_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_drop_job = {
  "batching.drop", MUKANA_LANE_WRITE, drop_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_move_job = {
  "batching.move", MUKANA_LANE_WRITE, move_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_take_out_job = {
  "batching.take-out", MUKANA_LANE_WRITE, take_out_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_batch_put_back_job = {
  "batching.put-back", MUKANA_LANE_WRITE, put_back_run, NULL, .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_fee_correct_job = {
  "batching.correct", MUKANA_LANE_WRITE, correct_run, g_free, .needs = MUKANA_DEED_RECORD_WORK
};
