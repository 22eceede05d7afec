/* test-fees.c: what is owed is paid once, to the cent, and nobody pays alone. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "fees-kit.h"
#include "services/mukana-budgeting.h"
#include "services/mukana-checking.h"
#include "services/mukana-consenting.h"
#include "services/mukana-counting.h"
#include "services/mukana-fee-summary.h"
#include "services/mukana-pricing.h"
#include "services/mukana-registering.h"
#include "services/mukana-table.h"

#define DAY mukana_day_new (2026, 11, 10)
#define N_MANY 1000

/* ---- What is owed ---- */

static void
kilometres_are_paid_by_the_year_of_the_trip (FeesKit       *self,
                                             gconstpointer  data)
{
  g_autoptr (GPtrArray) now = NULL, before = NULL, together = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "volunteer");
  fees_add_assignment (self, 2, "2025-11-10", "volunteer");
  fees_add_assignment (self, 3, "2026-11-10", "expenses");
  now = fees_complete (self, 1, 8200, 0);
  before = fees_complete (self, 2, 8200, 0);
  together = fees_complete (self, 3, 8200, 1);

  g_assert_cmpint (fees_amount (now, 0), ==, 4510);
  g_assert_cmpint (fees_amount (before, 0), ==, 4838);
  g_assert_cmpint (fees_amount (together, 0), ==, 4838);
  g_assert_cmpuint (together->len, ==, 1);
  g_assert_cmpstr (((MukanaFeeLine *) g_ptr_array_index (now, 0))->income_type, ==, "357");
}

static void
every_cost_of_a_trip_is_a_line_with_its_calculation (FeesKit       *self,
                                                     gconstpointer  data)
{
  MukanaCompleting *completing = mukana_completing_new (1, "full", 210);
  g_autoptr (GPtrArray) lines = NULL;
  static const struct { const char *kind; gint64 cents; } wanted[] = {
    { "fee", 8750 }, { "travel", 550 }, { "public", 1240 }, { "taxi", 2310 }, { "expense", 499 },
    { "meal", 2700 },
  };

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  completing->hundredths_km = 1000;
  completing->public_cents = 1240;
  completing->taxi_cents = 2310;
  completing->other_cents = 499;
  completing->n_meals = 2;
  fees_fail (self, &mukana_completing_job, completing, MUKANA_ERROR_INVALID);
  completing->taxi_reason = g_strdup ("No bus in the evening");
  fees_fail (self, &mukana_completing_job, completing, MUKANA_ERROR_INVALID);
  completing->receipt = g_strdup ("T 17");
  lines = fees_run (self, &mukana_completing_job, completing);
  mukana_completing_free (completing);

  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < lines->len; i++)
    {
      MukanaFeeLine *line = g_ptr_array_index (lines, i);

      g_assert_cmpstr (line->kind, ==, wanted[i].kind);
      g_assert_cmpint (line->amount_cents, ==, wanted[i].cents);
      g_assert_cmpstr (line->calculation, !=, "");
    }
}

static void
a_trip_is_not_paid_above_what_the_county_pays_at_most (FeesKit       *self,
                                                       gconstpointer  data)
{
  MukanaCompleting *completing = mukana_completing_new (1, "full", 210);
  g_autoptr (GPtrArray) lines = NULL;

  fees_sql (self, "UPDATE travel_rate SET trip_max_cents = 5000 WHERE valid_from = '2026-01-01'");
  fees_add_assignment (self, 1, "2026-11-10", "expenses");
  completing->hundredths_km = 8200;
  completing->public_cents = 1240;
  lines = fees_run (self, &mukana_completing_job, completing);
  mukana_completing_free (completing);

  g_assert_cmpint (fees_amount (lines, 0), ==, 4510);
  g_assert_cmpint (fees_amount (lines, 1), ==, 490);
}

static void
late_cancelling_by_the_unit_is_paid_by_the_rule (FeesKit       *self,
                                                 gconstpointer  data)
{
  MukanaCompleting *late = mukana_completing_new (1, "cancelled-unit", 0);
  MukanaCompleting *early = mukana_completing_new (2, "cancelled-unit", 0);
  g_autoptr (GPtrArray) paid = NULL, unpaid = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  fees_add_assignment (self, 2, "2026-11-10", "fee");
  late->notice_hours = 23;
  early->notice_hours = 24;
  paid = fees_run (self, &mukana_completing_job, late);
  unpaid = fees_run (self, &mukana_completing_job, early);
  mukana_completing_free (late);
  mukana_completing_free (early);

  /* Three hours were planned, 75 euros; half of it. */
  g_assert_cmpuint (paid->len, ==, 1);
  g_assert_cmpint (fees_amount (paid, 0), ==, 3750);
  g_assert_cmpuint (unpaid->len, ==, 0);
}

static void
who_declined_or_invoices_gets_no_fee_line (FeesKit       *self,
                                           gconstpointer  data)
{
  static const char * const modes[] = { "declined", "volunteer", "expenses",
                                        "own-invoice", "organisation-invoice" };

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_autoptr (GPtrArray) lines = NULL;

      fees_add_assignment (self, i + 1, "2026-11-10", modes[i]);
      lines = fees_complete (self, i + 1, 0, 0);
      g_assert_cmpuint (lines->len, ==, 0);
    }
}

static MukanaCheckup *
check (FeesKit *self)
{
  return fees_run (self, &mukana_checking_job, NULL);
}

static void
every_line_comes_to_the_same_cents_later (FeesKit       *self,
                                          gconstpointer  data)
{
  g_autoptr (MukanaCheckup) whole = NULL, changed = NULL;
  g_autoptr (GPtrArray) lines = NULL, other = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  fees_add_assignment (self, 2, "2025-11-10", "volunteer");
  lines = fees_complete (self, 1, 8200, 1);
  other = fees_complete (self, 2, 12345, 3);
  whole = check (self);
  fees_sql (self, "UPDATE fee_line SET amount_cents = amount_cents + 1 WHERE kind = 'fee'");
  changed = check (self);

  g_assert_cmpuint (whole->other_fees->len, ==, 0);
  g_assert_cmpuint (changed->other_fees->len, ==, 1);
  g_assert_cmpint (g_array_index (changed->other_fees, gint64, 0), ==,
                   ((MukanaFeeLine *) g_ptr_array_index (lines, 0))->id);
}

static void
a_price_that_a_line_quotes_stays (FeesKit       *self,
                                  gconstpointer  data)
{
  g_autoptr (MukanaTravelRate) rate = g_object_new (MUKANA_TYPE_TRAVEL_RATE, NULL);
  g_autoptr (GPtrArray) lines = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "volunteer");
  lines = fees_complete (self, 1, 8200, 0);
  mukana_record_init_int (rate, "valid-from", mukana_day_new (2026, 1, 1));
  mukana_record_init_int (rate, "km-cents", 99);

  fees_fail (self, &mukana_travel_rate_drop_job, rate, MUKANA_ERROR_NOT_ALLOWED);
}

/* ---- Batches ---- */

static void
a_batch_is_not_approved_alone (FeesKit       *self,
                               gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaBatchFile) approved = NULL;
  gint64 id;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 8200, 0);
  id = fees_make_batch (self);
  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_APPROVE, NULL), ==, MUKANA_ERROR_NOT_ALLOWED);
  fees_sit_down (self, "second");
  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_CHECK, NULL), ==, 0);

  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_APPROVE, NULL), ==, MUKANA_ERROR_NOT_ALLOWED);
  fees_sit_down (self, "test");
  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_APPROVE, NULL), ==, MUKANA_ERROR_NOT_ALLOWED);
  fees_sit_down (self, "third");
  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_APPROVE, NULL), ==, 0);
  approved = fees_read_batch (self, id);

  g_assert_cmpstr (approved->batch->state, ==, "approved");
  g_assert_cmpstr (approved->batch->approved_by, ==, "third");
  g_assert_cmpint (approved->batch->sum_cents, ==, 8750 + 4510);
  g_assert_cmpuint (approved->sums->len, ==, 2);
}

static void
what_was_sent_is_locked_and_only_corrected (FeesKit       *self,
                                            gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (MukanaBatchFile) after = NULL, next = NULL;
  MukanaCompleting *again = mukana_completing_new (1, "full", 240);
  MukanaCorrecting *correcting;
  MukanaFeeLine *line;
  gint64 batch, correction;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  line = g_ptr_array_index (lines, 0);
  batch = fees_approve_batch (self);
  sent = fees_export (self, batch, "one.csv", FALSE);

  fees_fail (self, &mukana_completing_job, again, MUKANA_ERROR_NOT_ALLOWED);
  fees_fail (self, &mukana_batch_drop_job, &batch, MUKANA_ERROR_NOT_ALLOWED);
  after = fees_read_batch (self, batch);
  fees_fail (self, &mukana_batch_take_out_job, ((MukanaFeeRow *) after->rows->pdata[0])->line,
             MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_REOPEN, "no"), ==,
                   MUKANA_ERROR_NOT_ALLOWED);

  correcting = mukana_correcting_new (line->id, 7500, "Three hours, not three and a half");
  correction = fees_run_for_id (self, &mukana_fee_correct_job, correcting);
  fees_fail (self, &mukana_fee_correct_job, correcting, MUKANA_ERROR_INVALID);
  mukana_correcting_free (correcting);
  mukana_completing_free (again);
  next = fees_read_batch (self, fees_make_batch (self));

  g_assert_cmpuint (next->rows->len, ==, 1);
  line = ((MukanaFeeRow *) next->rows->pdata[0])->line;
  g_assert_cmpint (line->id, ==, correction);
  g_assert_cmpint (line->amount_cents, ==, -1250);
  g_assert_cmpint (line->corrects_id, ==, ((MukanaFeeLine *) lines->pdata[0])->id);
}

static void
the_same_assignment_is_not_paid_twice (FeesKit       *self,
                                       gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GError) error = NULL;
  MukanaBatchMaking *making = mukana_batch_making_new ("Again", MUKANA_TEST_TODAY);
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_make_batch (self);
  fees_sql (self, "INSERT INTO fee_line (assignment_id, person_id, kind, amount_cents, "
                  "calculation, service_day, state) SELECT assignment_id, person_id, kind, "
                  "amount_cents, calculation, service_day, 'draft' FROM fee_line");

  /* Neither by a batch of its own, nor past every rule. */
  fees_fail (self, &mukana_batch_make_job, making, MUKANA_ERROR_INVALID);
  mukana_test_try_sql (self->place,
                       "UPDATE fee_line SET batch_id = (SELECT max(id) FROM fee_batch)", &error);
  g_assert_nonnull (error);
  g_assert_cmpint (batch, >, 0);
  mukana_batch_making_free (making);
}

static void
a_line_taken_out_waits_and_can_come_back (FeesKit       *self,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaBatchFile) full = NULL, less = NULL, again = NULL;
  g_autoptr (MukanaFeeDesk) desk = NULL;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 8200, 0);
  batch = fees_make_batch (self);
  full = fees_read_batch (self, batch);
  fees_run (self, &mukana_batch_take_out_job, ((MukanaFeeRow *) full->rows->pdata[0])->line);
  less = fees_read_batch (self, batch);
  desk = fees_run (self, &mukana_fee_desk_job, NULL);
  fees_run (self, &mukana_batch_put_back_job, ((MukanaFeeRow *) full->rows->pdata[0])->line);
  again = fees_read_batch (self, batch);

  g_assert_cmpint (less->batch->n_lines, ==, 1);
  g_assert_cmpint (desk->n_waiting, ==, 1);
  g_assert_cmpint (again->batch->n_lines, ==, 2);
  g_assert_cmpint (again->batch->sum_cents, ==, full->batch->sum_cents);
}

static void
a_batch_goes_back_with_a_reason_and_its_checks_are_void (FeesKit       *self,
                                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaBatchFile) reopened = NULL;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_REOPEN, " "), ==, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_REOPEN, "A line is missing"), ==, 0);
  reopened = fees_read_batch (self, batch);

  g_assert_cmpstr (reopened->batch->state, ==, "draft");
  g_assert_cmpstr (reopened->batch->return_reason, ==, "A line is missing");
  g_assert_null (reopened->batch->approved_by);
  g_assert_null (reopened->batch->checked_by);
  g_assert_cmpstr (((MukanaFeeRow *) reopened->rows->pdata[0])->line->state, ==, "draft");
}

static void
what_payroll_returns_waits_again_and_what_it_pays_is_paid (FeesKit       *self,
                                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) first = NULL, second = NULL;
  g_autoptr (MukanaBatchFile) paid = NULL;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  first = fees_export (self, batch, "one.csv", FALSE);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_RETURN, "No such cost centre"), ==, 0);
  fees_sit_down (self, "test");
  batch = fees_approve_batch (self);
  second = fees_export (self, batch, "two.csv", FALSE);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_ACKNOWLEDGE, NULL), ==, 0);
  paid = fees_read_batch (self, batch);

  g_assert_cmpstr (paid->batch->state, ==, "acknowledged");
  g_assert_cmpstr (((MukanaFeeRow *) paid->rows->pdata[0])->line->state, ==, "paid");
  g_assert_cmpint (((MukanaFeeRow *) paid->rows->pdata[0])->line->paid_on, ==, MUKANA_TEST_TODAY);
}

/* One line sent, corrected, and its correction in the next batch. */
static gint64
send_and_correct (FeesKit *self,
                  gint64  *next)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree gint64 *correction = NULL;
  MukanaCorrecting *correcting;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  sent = fees_export (self, batch, "one.csv", FALSE);
  correcting = mukana_correcting_new (((MukanaFeeLine *) lines->pdata[0])->id, 7500, "Shorter");
  correction = fees_run (self, &mukana_fee_correct_job, correcting);
  mukana_correcting_free (correcting);
  fees_sit_down (self, "test");
  *next = fees_make_batch (self);
  return batch;
}

static void
a_correction_leaves_its_batch_when_its_line_comes_back (FeesKit       *self,
                                                        gconstpointer  data)
{
  g_autoptr (MukanaBatchFile) left = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 next, batch = send_and_correct (self, &next);

  g_assert_cmpint (fees_move (self, next, MUKANA_BATCH_CHECK, NULL), ==, 0);
  fees_sit_down (self, "second");
  g_assert_cmpint (fees_move (self, next, MUKANA_BATCH_APPROVE, NULL), ==, 0);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_RETURN, "No such cost centre"), ==, 0);

  left = fees_read_batch (self, next);
  g_assert_cmpstr (left->batch->state, ==, "draft");
  g_assert_cmpstr (left->batch->return_reason, ==, mukana_batch_lost_line);
  g_assert_null (left->batch->approved_by);
  g_assert_cmpuint (left->rows->len, ==, 0);
  g_assert_cmpint (left->batch->sum_cents, ==, 0);

  /* No circle: the day is recorded anew, and nothing corrects it beside. */
  lines = fees_complete (self, 1, 0, 0);
  g_assert_cmpuint (fees_lines_of (self, 1)->len, ==, 1);
}

static void
a_correction_goes_with_its_line_or_after_it (FeesKit       *self,
                                             gconstpointer  data)
{
  g_autoptr (MukanaBatchFile) both = NULL, none = NULL, again = NULL;
  g_autoptr (MukanaFeeLine) line = NULL;
  gint64 next, batch = send_and_correct (self, &next), third;

  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_RETURN, "No such cost centre"), ==, 0);
  third = fees_make_batch (self);
  both = fees_read_batch (self, third);
  g_assert_cmpuint (both->rows->len, ==, 2);
  g_assert_cmpint (both->batch->sum_cents, ==, 7500);

  for (guint i = 0; i < both->rows->len; i++)
    if (((MukanaFeeRow *) both->rows->pdata[i])->line->corrects_id == 0)
      line = g_object_ref (((MukanaFeeRow *) both->rows->pdata[i])->line);
  fees_run (self, &mukana_batch_take_out_job, line);
  none = fees_read_batch (self, third);
  g_assert_cmpuint (none->rows->len, ==, 0);

  fees_run (self, &mukana_batch_put_back_job, line);
  again = fees_read_batch (self, third);
  g_assert_cmpuint (again->rows->len, ==, 2);
}

/* Payroll has the correction: what is left to put right comes beside it. */
static void
a_line_that_waits_beside_its_sent_correction_is_corrected (FeesKit       *self,
                                                           gconstpointer  data)
{
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaBatchFile) third = NULL;
  MukanaCorrecting *correcting;
  gint64 next, batch = send_and_correct (self, &next);

  g_assert_cmpint (fees_move (self, next, MUKANA_BATCH_CHECK, NULL), ==, 0);
  fees_sit_down (self, "second");
  g_assert_cmpint (fees_move (self, next, MUKANA_BATCH_APPROVE, NULL), ==, 0);
  sent = fees_export (self, next, "two.csv", FALSE);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_RETURN, "No such cost centre"), ==, 0);

  lines = fees_lines_of (self, 1);
  correcting = mukana_correcting_new (((MukanaFeeLine *) lines->pdata[0])->id, 7000, "Shorter yet");
  g_free (fees_run (self, &mukana_fee_correct_job, correcting));
  mukana_correcting_free (correcting);
  third = fees_read_batch (self, fees_make_batch (self));

  g_assert_cmpuint (third->rows->len, ==, 2);
  g_assert_cmpint (third->batch->sum_cents + -1250, ==, 7000);
}

/* ---- The file ---- */

static void
the_file_is_as_its_checksum_says_and_tells_no_theme (FeesKit       *self,
                                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (MukanaBatchFile) after = NULL;
  g_autofree char *csv = NULL, *sum = NULL;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 8200, 0);
  fees_sql (self, "UPDATE person SET display_name = '=HYPERLINK(1)' WHERE id > 0");
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  after = fees_read_batch (self, sent->batch_id);
  csv = fees_read_whole (sent->path, &length);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) csv, length);

  g_assert_cmpstr (after->batch->checksum, ==, sum);
  g_assert_nonnull (strstr (csv, ";\"'=HYPERLINK(1)\";"));
  g_assert_nonnull (strstr (csv, ";2026-11-10;3,50;25,00;87,50;"));
  g_assert_nonnull (strstr (csv, ";82,00;0,55;45,10;82,00;"));
  g_assert_null (strstr (csv, "riisiraati"));
  g_assert_null (strstr (csv, "expert"));
}

static void
the_county_says_which_columns_and_what_they_are_called (FeesKit       *self,
                                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL, *wanted = NULL;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  fees_fail (self, &mukana_payroll_set_layout_job, (gpointer) "amount=Summa", MUKANA_ERROR_INVALID);
  fees_fail (self, &mukana_payroll_set_layout_job,
             (gpointer) "theme=Teema\nperson=Nro\namount=Summa",
             MUKANA_ERROR_INVALID);
  fees_run (self, &mukana_payroll_set_layout_job, (gpointer) "amount=Summa\nperson=Nro\n");
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);
  wanted = g_strdup_printf ("Summa;Nro\r\n87,50;%" G_GINT64_FORMAT "\r\n", self->person);

  g_assert_cmpstr (csv, ==, wanted);
}

/* A file gets lost, or payroll wants the other form: the batch is what it was. */
static void
what_was_sent_is_written_again (FeesKit       *self,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) first = NULL, again = NULL;
  g_autoptr (MukanaBatchFile) after = NULL;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  first = fees_export (self, batch, "one.csv", FALSE);
  again = fees_export (self, batch, "two.csv", FALSE);
  mukana_payroll_file_free (fees_export (self, batch, "three.xlsx", TRUE));
  after = fees_read_batch (self, batch);

  g_assert_cmpstr (again->checksum, ==, first->checksum);
  g_assert_cmpstr (after->batch->state, ==, "exported");
  g_assert_cmpstr (after->batch->checksum, ==, first->checksum);
}

static void
the_workbook_has_the_same_rows (FeesKit       *self,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (MukanaTable) table = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 8200, 0);
  fees_sql (self, "UPDATE person SET display_name = '=1+1 & <Åke>' WHERE id > 0");
  fees_run (self, &mukana_payroll_set_layout_job,
            (gpointer) "name=Nimi\nday=Päivä\namount=Summa");
  sent = fees_export (self, fees_approve_batch (self), "one.xlsx", TRUE);
  content = fees_read_whole (sent->path, &length);
  bytes = g_bytes_new_take (content, length);
  table = mukana_table_parse_xlsx (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 3);
  g_assert_cmpstr (mukana_table_peek_cell (table, 0, 1), ==, "Päivä");
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 0), ==, "=1+1 & <Åke>");
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 2), ==, "87.5");
}

static void
a_file_that_could_not_be_noted_is_taken_away (FeesKit       *self,
                                              gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaBatchFile) file = NULL;
  g_autoptr (MukanaPayrollFile) wanted = NULL, written = NULL;
  g_autofree char *path = g_build_filename (self->folder, "late.csv", NULL);
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  file = fees_read_batch (self, batch);
  wanted = mukana_payroll_file_new (file->batch, path, FALSE);
  written = fees_run (self, &mukana_payroll_write_job, wanted);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_REOPEN, "Wait"), ==, 0);

  fees_fail (self, &mukana_payroll_note_job, written, MUKANA_ERROR_CONFLICT);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
allow (FeesKit    *self,
       const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", self->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 30);
  fees_run (self, &mukana_consenting_give_job, consent);
}

static gpointer
matchable_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  gint64 *id = arg;

  *id = mukana_db_count (db, "consents.is-matchable", error, mukana_int ("person_id", *id));
  return NULL;
}

static gboolean
is_matchable (FeesKit *self)
{
  gint64 n = self->person;

  mukana_test_read (self->place, matchable_run, &n);
  return n > 0;
}

static void
who_has_withdrawn_is_still_paid_and_not_put_forward (FeesKit       *self,
                                                     gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (self->person, "register", NULL, "phone");
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  allow (self, "register");
  allow (self, "matching");
  g_assert_true (is_matchable (self));
  fees_run (self, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_nonnull (strstr (csv, "87,50"));
  g_assert_false (is_matchable (self));
}

/* ---- Limits ---- */

static void
kilometres_and_days_of_a_volunteer_are_counted_by_the_year (FeesKit       *self,
                                                            gconstpointer  data)
{
  MukanaCompleting *whole_day = mukana_completing_new (3, "full", 480);
  g_autoptr (GPtrArray) near = NULL, far = NULL, before = NULL, day = NULL;
  g_autoptr (MukanaFeeCount) count = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "volunteer");
  fees_add_assignment (self, 2, "2025-11-10", "volunteer");
  fees_add_assignment (self, 3, "2026-11-11", "volunteer");
  far = fees_complete (self, 1, 440000, 0);
  before = fees_complete (self, 2, 440000, 0);
  whole_day->per_diem = g_strdup ("per-diem");
  day = fees_run (self, &mukana_completing_job, whole_day);
  mukana_completing_free (whole_day);
  count = fees_run (self, &mukana_fee_count_job, &self->person);
  near = fees_run (self, &mukana_fee_near_job, NULL);

  /* 4,400 km of 0.55 euros; the year before is another. */
  g_assert_cmpint (count->volunteer_km_cents, ==, 242000);
  g_assert_cmpint (count->volunteer_days, ==, 1);
  g_assert_cmpint (count->year_cents, ==, 0);
  g_assert_cmpuint (near->len, ==, 1);
  g_assert_cmpint (((MukanaFeeCount *) near->pdata[0])->person_id, ==, self->person);
}

static guint
count_over (FeesKit *self)
{
  MukanaProposing *proposing = mukana_proposing_new (900, NULL);
  g_autoptr (GPtrArray) names = NULL;

  mukana_proposing_add (proposing, self->person, 0, FALSE);
  names = fees_run (self, &mukana_fee_over_job, proposing);
  mukana_proposing_free (proposing);
  return names->len;
}

static void
own_ceiling_is_told_before_inviting (FeesKit       *self,
                                     gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;

  fees_sql (self, "UPDATE request SET fee_cents = 10000 WHERE id = 900");
  fees_sql (self, "INSERT INTO request_slot (request_id, day, start_minute, end_minute) "
                  "VALUES (900, '2026-11-27', 600, 720)");
  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 30000");
  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  g_assert_cmpuint (count_over (self), ==, 0);

  /* Agreed and not done yet counts, too. */
  fees_add_assignment (self, 2, "2026-11-20", "fee");
  g_assert_cmpuint (count_over (self), ==, 0);
  fees_add_assignment (self, 3, "2026-11-21", "fee");
  g_assert_cmpuint (count_over (self), ==, 1);

  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 0, fee_ceiling_year_cents = 39999");
  g_assert_cmpuint (count_over (self), ==, 1);
  fees_sql (self, "UPDATE person SET fee_ceiling_year_cents = 40000");
  g_assert_cmpuint (count_over (self), ==, 0);
}

/* ---- Budgets ---- */

static MukanaBudget *
make_budget (const char *unit)
{
  MukanaBudget *budget = g_object_new (MUKANA_TYPE_BUDGET, NULL);

  mukana_record_init_text (budget, "unit", unit);
  mukana_record_init_int (budget, "year", 2026);
  mukana_record_init_text (budget, "item", "fees");
  return budget;
}

static void
budget_shows_what_is_spent_and_what_is_committed (FeesKit       *self,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaBudget) budget = make_budget ("Kriisikeskus");
  g_autoptr (GPtrArray) paid = NULL, waiting = NULL, rows = NULL;
  gint64 year = 2026;
  MukanaBudgetRow *row;

  fees_sql (self, "UPDATE request SET unit = 'Kriisikeskus' WHERE id = 900");
  fees_add_assignment (self, 1, "2026-11-10", "fee");
  fees_add_assignment (self, 2, "2026-11-11", "fee");
  fees_add_assignment (self, 3, "2026-11-12", "fee");
  fees_add_assignment (self, 4, "2025-11-12", "fee");
  paid = fees_complete (self, 1, 0, 0);
  waiting = fees_complete (self, 2, 0, 0);
  fees_sql (self, "UPDATE fee_line SET state = 'paid' WHERE assignment_id = 1");
  mukana_record_init_int (budget, "planned-cents", 100000);
  g_free (fees_run (self, &mukana_budget_save_job, budget));
  mukana_record_init_int (budget, "planned-cents", 200000);
  g_free (fees_run (self, &mukana_budget_save_job, budget));
  rows = fees_run (self, &mukana_budgets_job, &year);

  /* 87.50 paid; 87.50 waits, and three hours of 25.00 are agreed. */
  g_assert_cmpuint (rows->len, ==, 1);
  row = rows->pdata[0];
  g_assert_cmpint (row->budget->planned_cents, ==, 200000);
  g_assert_cmpint (row->spent_cents, ==, 8750);
  g_assert_cmpint (row->committed_cents, ==, 8750 + 7500);
}

static void
budget_of_a_project_counts_what_its_requests_cost (FeesKit       *self,
                                                   gconstpointer  data)
{
  g_autoptr (GPtrArray) paid = NULL, rows = NULL;
  gint64 year = 2026;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  paid = fees_complete (self, 1, 0, 0);
  fees_sql (self, "UPDATE request SET unit = 'Kriisikeskus', project = 'Yöhanke'");
  fees_sql (self, "INSERT INTO budget (unit, project, year, item, planned_cents) VALUES "
                  "('', 'Yöhanke', 2026, 'fees', 10000), "
                  "('Kriisikeskus', 'Yöhanke', 2026, 'fees', 1), "
                  "('Kriisikeskus', '', 2026, 'fees', 1), "
                  "('Kriisikeskus', 'Muu', 2026, 'fees', 1), "
                  "('Toinen', 'Yöhanke', 2026, 'fees', 1)");
  rows = fees_run (self, &mukana_budgets_job, &year);

  g_assert_cmpuint (rows->len, ==, 5);
  for (guint i = 0; i < rows->len; i++)
    {
      MukanaBudgetRow *row = rows->pdata[i];
      gboolean is_other = g_strcmp0 (row->budget->project, "Muu") == 0 ||
                          g_strcmp0 (row->budget->unit, "Toinen") == 0;

      g_assert_cmpint (row->committed_cents, ==, is_other ? 0 : 8750);
    }
}

static void
budget_is_somebodys (FeesKit       *self,
                     gconstpointer  data)
{
  g_autoptr (MukanaBudget) budget = make_budget (NULL);

  fees_fail (self, &mukana_budget_save_job, budget, MUKANA_ERROR_INVALID);
}

static void
what_fees_cost_is_not_typed (FeesKit       *self,
                                  gconstpointer  data)
{
  g_autoptr (MukanaBudget) budget = make_budget ("Kriisikeskus");

  mukana_record_init_int (budget, "actual-cents", 1);
  fees_fail (self, &mukana_budget_save_job, budget, MUKANA_ERROR_INVALID);
}

/* ---- The person's own paper ---- */

static gpointer
paper_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  gint64 *id = arg;
  g_autoptr (MukanaDocument) document = mukana_fee_summary_make (db, *id, 2026, error);

  g_assert_no_error (*error);
  return mukana_document_to_text (document);
}

static void
summary_is_in_the_persons_language_and_tells_no_request (FeesKit       *self,
                                                         gconstpointer  data)
{
  g_autoptr (GPtrArray) now = NULL, before = NULL;
  g_autofree char *text = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  fees_add_assignment (self, 2, "2025-11-10", "fee");
  now = fees_complete (self, 1, 8200, 0);
  before = fees_complete (self, 2, 0, 0);
  fees_sql (self, "UPDATE person SET contact_language = 'sv'");
  text = mukana_test_read (self->place, paper_run, &self->person);

  g_assert_nonnull (strstr (text, "Arvoden 2026"));
  g_assert_nonnull (strstr (text, "3,50 × 25,00 €"));
  g_assert_nonnull (strstr (text, "Kilometer med egen bil"));
  g_assert_nonnull (strstr (text, "132,60 €"));
  g_assert_null (strstr (text, "2025"));
  g_assert_null (strstr (text, "riisiraati"));
}

static void
summary_is_saved_and_never_over_another_file (FeesKit       *self,
                                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "fees.pdf", NULL);
  MukanaFeeSummary *summary = mukana_fee_summary_new (self->person, 2026, path);
  g_autofree char *pdf = NULL, *after = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  fees_run (self, &mukana_fee_summary_job, summary);
  pdf = fees_read_whole (path, &length);
  mukana_store_run (self->place->store, &mukana_fee_summary_job, summary, &error);
  after = fees_read_whole (path, &length);

  g_assert_true (g_str_has_prefix (pdf, "%PDF"));
  g_assert_nonnull (error);
  g_assert_cmpstr (after, ==, pdf);
  mukana_fee_summary_free (summary);
}

/* ---- Many ---- */

static void
a_thousand_lines_are_quick (FeesKit       *self,
                            gconstpointer  data)
{
  GString *statements = g_string_new (NULL);
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (MukanaBatchFile) file = NULL;
  g_autofree char *csv = NULL;
  gsize length;
  gint64 began, batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  for (int i = 0; i < N_MANY; i++)
    g_string_append_printf (statements,
      "INSERT INTO fee_line (assignment_id, person_id, kind, unit_cents, amount_cents, "
      "calculation, service_day, state) VALUES (1, %" G_GINT64_FORMAT ", 'expense', %d, %d, "
      "'x', '2026-11-10', 'draft');", self->person, i, i);
  fees_sql (self, statements->str);
  g_string_free (statements, TRUE);

  began = g_get_monotonic_time ();
  batch = fees_approve_batch (self);
  sent = fees_export (self, batch, "many.csv", FALSE);
  file = fees_read_batch (self, batch);
  csv = fees_read_whole (sent->path, &length);

  /* Opening twice and all deeds together; a second is far more than they take. */
  g_assert_cmpint (g_get_monotonic_time () - began, <, 20 * G_USEC_PER_SEC);
  g_assert_cmpint (file->batch->n_lines, ==, N_MANY);
  g_assert_cmpint (file->batch->sum_cents, ==, N_MANY * (N_MANY - 1) / 2);
  g_assert_nonnull (strstr (csv, ";9,99;"));
}

#define ADD(name) g_test_add ("/fees/" #name, FeesKit, NULL, fees_set_up, name, fees_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (kilometres_are_paid_by_the_year_of_the_trip);
  ADD (every_cost_of_a_trip_is_a_line_with_its_calculation);
  ADD (a_trip_is_not_paid_above_what_the_county_pays_at_most);
  ADD (late_cancelling_by_the_unit_is_paid_by_the_rule);
  ADD (who_declined_or_invoices_gets_no_fee_line);
  ADD (every_line_comes_to_the_same_cents_later);
  ADD (a_price_that_a_line_quotes_stays);
  ADD (a_batch_is_not_approved_alone);
  ADD (what_was_sent_is_locked_and_only_corrected);
  ADD (a_correction_leaves_its_batch_when_its_line_comes_back);
  ADD (a_correction_goes_with_its_line_or_after_it);
  ADD (a_line_that_waits_beside_its_sent_correction_is_corrected);
  ADD (the_same_assignment_is_not_paid_twice);
  ADD (a_line_taken_out_waits_and_can_come_back);
  ADD (a_batch_goes_back_with_a_reason_and_its_checks_are_void);
  ADD (what_payroll_returns_waits_again_and_what_it_pays_is_paid);
  ADD (the_file_is_as_its_checksum_says_and_tells_no_theme);
  ADD (the_county_says_which_columns_and_what_they_are_called);
  ADD (the_workbook_has_the_same_rows);
  ADD (what_was_sent_is_written_again);
  ADD (a_file_that_could_not_be_noted_is_taken_away);
  ADD (who_has_withdrawn_is_still_paid_and_not_put_forward);
  ADD (kilometres_and_days_of_a_volunteer_are_counted_by_the_year);
  ADD (own_ceiling_is_told_before_inviting);
  ADD (budget_shows_what_is_spent_and_what_is_committed);
  ADD (budget_of_a_project_counts_what_its_requests_cost);
  ADD (budget_is_somebodys);
  ADD (what_fees_cost_is_not_typed);
  ADD (summary_is_in_the_persons_language_and_tells_no_request);
  ADD (summary_is_saved_and_never_over_another_file);
  ADD (a_thousand_lines_are_quick);

  return g_test_run ();
}
