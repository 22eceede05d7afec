/* test-paying.c: a day that is recorded again is paid as it then stands, and nothing beside it. */

#include <string.h>

#include "base/mukana-error.h"
#include "fees-kit.h"
#include "services/mukana-fee-summary.h"

static void
a_waiting_correction_goes_with_the_line_it_corrects (FeesKit       *self,
                                                     gconstpointer  data)
{
  MukanaCompleting *again = mukana_completing_new (1, "full", 180);
  g_autoptr (GPtrArray) lines = NULL, after = NULL, left = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autoptr (MukanaBatchFile) next = NULL;
  MukanaCorrecting *correcting;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  batch = fees_approve_batch (self);
  sent = fees_export (self, batch, "one.csv", FALSE);
  correcting = mukana_correcting_new (((MukanaFeeLine *) lines->pdata[0])->id, 7500, "Three hours");
  fees_run_for_id (self, &mukana_fee_correct_job, correcting);
  mukana_correcting_free (correcting);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_RETURN, "No such cost centre"), ==, 0);
  after = fees_run (self, &mukana_completing_job, again);
  mukana_completing_free (again);
  left = fees_lines_of (self, 1);
  next = fees_read_batch (self, fees_make_batch (self));

  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpint (next->batch->sum_cents, ==, 7500);
}

static void
a_line_is_corrected_only_once_it_was_sent (FeesKit       *self,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  MukanaCorrecting *correcting;
  gint64 batch;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  correcting = mukana_correcting_new (((MukanaFeeLine *) lines->pdata[0])->id, 7500, "Three hours");
  batch = fees_make_batch (self);

  fees_fail (self, &mukana_fee_correct_job, correcting, MUKANA_ERROR_INVALID);
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_CHECK, NULL), ==, 0);
  fees_fail (self, &mukana_fee_correct_job, correcting, MUKANA_ERROR_INVALID);
  fees_sit_down (self, "second");
  g_assert_cmpint (fees_move (self, batch, MUKANA_BATCH_APPROVE, NULL), ==, 0);
  fees_fail (self, &mukana_fee_correct_job, correcting, MUKANA_ERROR_INVALID);
  mukana_correcting_free (correcting);
}

static gpointer
summary_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  gint64 *id = arg;
  g_autoptr (MukanaDocument) document = mukana_fee_summary_make (db, *id, 2026, error);

  g_assert_no_error (*error);
  return mukana_document_to_text (document);
}

/* 1 h 40 min of 25 euros are 41.67, and 1.67 × 25 are not. */
static void
odd_minutes_are_the_same_money_to_payroll_and_the_person (FeesKit       *self,
                                                          gconstpointer  data)
{
  MukanaCompleting *completing = mukana_completing_new (1, "full", 100);
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL, *paper = NULL;
  gsize length;

  fees_sql (self, "UPDATE travel_rate SET trip_max_cents = 4000 WHERE valid_from = '2026-01-01'");
  fees_add_assignment (self, 1, "2026-11-10", "fee");
  completing->hundredths_km = 8200;
  lines = fees_run (self, &mukana_completing_job, completing);
  mukana_completing_free (completing);
  paper = mukana_test_read (self->place, summary_run, &self->person);
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_nonnull (strstr (csv, ";2026-11-10;1,00;41,67;41,67;"));
  g_assert_nonnull (strstr (csv, ";1,00;40,00;40,00;82,00;"));
  g_assert_nonnull (strstr (paper, "1 h 40 min × 25,00 €"));
  g_assert_nonnull (strstr (paper, "1,00 × 40,00 €"));
}

#define ADD(name) g_test_add ("/paying/" #name, FeesKit, NULL, fees_set_up, name, fees_tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (a_waiting_correction_goes_with_the_line_it_corrects);
  ADD (odd_minutes_are_the_same_money_to_payroll_and_the_person);
  ADD (a_line_is_corrected_only_once_it_was_sent);

  return g_test_run ();
}
