/* test-paying.c: a day that is recorded again is paid as it then stands, and nothing beside it. */

#include <string.h>

#include "base/mukana-error.h"
#include "fees-kit.h"
#include "services/mukana-budgeting.h"
#include "services/mukana-counting.h"
#include "services/mukana-fee-summary.h"
#include "services/mukana-naming.h"
#include "services/mukana-overview.h"
#include "services/mukana-paying-mode.h"
#include "services/mukana-pricing.h"

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

/* ---- Whose rule ---- */

/* A county that pays experts alone, and by a rule of its own for those who are trained. */
static void
set_experts_rules (FeesKit *self)
{
  fees_sql (self, "UPDATE fee_rule SET role_code = 'expert' WHERE code = 'hour'");
  fees_sql (self, "INSERT INTO fee_rule (code, label_fi, label_sv, label_en, unit, amount_cents, "
                  "valid_from, role_code, needs_training) SELECT code, label_fi, label_sv, "
                  "label_en, unit, 4000, '2024-01-01', 'expert', 1 FROM fee_rule "
                  "WHERE code = 'hour' AND id = (SELECT max(id) FROM fee_rule "
                  "WHERE code = 'hour')");
  fees_sql (self, "INSERT INTO person_role (person_id, role_code) SELECT id, 'expert' "
                  "FROM person");
}

static gint64
count_committed (FeesKit *self)
{
  g_autoptr (GPtrArray) rows = NULL;
  gint64 year = 2026;

  rows = fees_run (self, &mukana_budgets_job, &year);
  return ((MukanaBudgetRow *) rows->pdata[0])->committed_cents;
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
add_time (FeesKit    *self,
          const char *day,
          gboolean    is_alternative)
{
  g_autofree char *statement =
    g_strdup_printf ("INSERT INTO request_slot (request_id, day, start_minute, end_minute, "
                     "is_alternative) VALUES (900, '%s', 600, 780, %d)", day, is_alternative);

  fees_sql (self, statement);
}

static void
a_rule_of_a_role_is_counted_as_it_is_paid (FeesKit       *self,
                                           gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;

  set_experts_rules (self);
  fees_sql (self, "INSERT INTO budget (unit, project, year, item, planned_cents) VALUES "
                  "('Kriisikeskus', '', 2026, 'fees', 1)");
  fees_sql (self, "UPDATE request SET unit = 'Kriisikeskus' WHERE id = 900");
  fees_add_assignment (self, 1, "2026-11-10", "fee");
  g_assert_cmpint (count_committed (self), ==, 7500);
  fees_sql (self, "INSERT INTO credential (person_id, kind, done_on) SELECT id, 'training', "
                  "'2020-01-01' FROM person");
  g_assert_cmpint (count_committed (self), ==, 12000);

  /* The ceiling before an invitation: 3 h and half an hour of preparation, 140 euros. */
  add_time (self, "2026-11-20", FALSE);
  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 25999");
  g_assert_cmpuint (count_over (self), ==, 1);
  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 26000");
  g_assert_cmpuint (count_over (self), ==, 0);
  lines = fees_complete (self, 1, 0, 0);
  g_assert_cmpint (fees_amount (lines, 0), ==, 14000);
}

/* Four times 100 euros are 400. */
static void
every_time_of_a_series_counts_towards_a_ceiling (FeesKit       *self,
                                                 gconstpointer  data)
{
  fees_sql (self, "UPDATE request SET fee_cents = 10000 WHERE id = 900");
  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 30000");
  add_time (self, "2026-11-03", FALSE);
  add_time (self, "2026-11-10", FALSE);
  add_time (self, "2026-11-17", FALSE);
  g_assert_cmpuint (count_over (self), ==, 0);
  add_time (self, "2026-12-01", FALSE);
  g_assert_cmpuint (count_over (self), ==, 0);
  fees_sql (self, "UPDATE person SET fee_ceiling_year_cents = 39999");
  g_assert_cmpuint (count_over (self), ==, 1);
  fees_sql (self, "UPDATE person SET fee_ceiling_year_cents = 0");
  add_time (self, "2026-11-24", FALSE);
  g_assert_cmpuint (count_over (self), ==, 1);
  fees_sql (self, "UPDATE request_slot SET is_alternative = 1");
  g_assert_cmpuint (count_over (self), ==, 0);
}

static void
who_declined_fees_is_not_told_of_a_ceiling (FeesKit       *self,
                                            gconstpointer  data)
{
  fees_sql (self, "UPDATE request SET fee_cents = 10000 WHERE id = 900");
  fees_sql (self, "UPDATE person SET fee_ceiling_cents = 1");
  add_time (self, "2026-11-03", FALSE);
  g_assert_cmpuint (count_over (self), ==, 1);
  fees_sql (self, "UPDATE person SET fee_mode = 'declined'");
  g_assert_cmpuint (count_over (self), ==, 0);
}

/* ---- What payroll is told of the person ---- */

static void
payroll_is_told_its_own_number_of_the_person (FeesKit       *self,
                                              gconstpointer  data)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  fees_sql (self, "UPDATE person SET payroll_ref = 'P 17', tax_card_on = '2026-02-03'");
  fees_run (self, &mukana_payroll_set_layout_job,
            (gpointer) "payroll-id=Nro\nname=Nimi\namount=Summa\ntax-card=Verokortti\n"
                       "pension=Eläke");
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_true (g_str_has_prefix (csv, "Nro;Nimi;Summa;Verokortti;Eläke\r\nP 17;"));
  g_assert_true (g_str_has_suffix (csv, ";87,50;2026-02-03;\r\n"));
}

/* Returns: yours, the file of one batch with one line, in the usual columns */
static char *
dup_usual_file (FeesKit *self)
{
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (MukanaPayrollFile) sent = NULL;
  gsize length;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  sent = fees_export (self, fees_approve_batch (self), "one.csv", FALSE);
  return fees_read_whole (sent->path, &length);
}

/* Two of the same name are told apart by some number. */
static void
payroll_is_told_our_number_where_its_own_is_not_known (FeesKit       *self,
                                                       gconstpointer  data)
{
  g_autofree char *csv = dup_usual_file (self);

  g_assert_true (g_str_has_prefix (csv, "Number of the person in Mukana;Name;"));
}

static void
payroll_is_not_told_our_number_where_its_own_is_known (FeesKit       *self,
                                                       gconstpointer  data)
{
  g_autofree char *csv = NULL;

  fees_sql (self, "UPDATE person SET payroll_ref = 'P 17'");
  csv = dup_usual_file (self);

  g_assert_true (g_str_has_prefix (csv, "Number in payroll;Name;"));
  g_assert_null (strstr (csv, "Number of the person"));
}

/* ---- How it is paid ---- */

static MukanaAssignment *
with_mode (FeesKit    *self,
           gint64      id,
           const char *mode)
{
  g_autoptr (MukanaAssignmentFile) file = fees_run (self, &mukana_assignment_file_job, &id);

  return mukana_record_with_text (file->assignment, "fee-mode", mode);
}

static void
set_mode (FeesKit    *self,
          gint64      id,
          const char *mode)
{
  g_autoptr (MukanaAssignment) wanted = with_mode (self, id, mode);

  fees_run (self, &mukana_paying_mode_job, wanted);
}

static void
one_fee_can_be_declined_and_taken_all_the_same (FeesKit       *self,
                                                gconstpointer  data)
{
  MukanaCompleting *completing = mukana_completing_new (1, "full", 210);
  g_autoptr (GPtrArray) lines = NULL, declined = NULL, taken = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  completing->hundredths_km = 8200;
  completing->fee_rule_code = g_strdup ("lecture");
  lines = fees_run (self, &mukana_completing_job, completing);
  mukana_completing_free (completing);
  set_mode (self, 1, "declined");
  declined = fees_lines_of (self, 1);
  set_mode (self, 1, "fee");
  taken = fees_lines_of (self, 1);

  /* The journey is paid throughout, and the lecture is still one. */
  g_assert_cmpuint (declined->len, ==, 1);
  g_assert_cmpint (fees_amount (declined, 0), ==, 4510);
  g_assert_cmpuint (taken->len, ==, 2);
  g_assert_cmpint (fees_amount (taken, 0), ==, 10000);
}

static void
how_it_is_paid_is_not_changed_while_a_batch_has_it (FeesKit       *self,
                                                    gconstpointer  data)
{
  g_autoptr (MukanaAssignment) wanted = NULL, stale = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  stale = with_mode (self, 1, "declined");
  lines = fees_complete (self, 1, 0, 0);
  fees_fail (self, &mukana_paying_mode_job, stale, MUKANA_ERROR_CONFLICT);
  fees_make_batch (self);
  wanted = with_mode (self, 1, "declined");
  fees_fail (self, &mukana_paying_mode_job, wanted, MUKANA_ERROR_NOT_ALLOWED);
}

static void
costs_are_not_lost_to_an_invoice (FeesKit       *self,
                                  gconstpointer  data)
{
  g_autoptr (MukanaAssignment) wanted = NULL;
  g_autoptr (GPtrArray) lines = NULL, after = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 8200, 0);
  wanted = with_mode (self, 1, "own-invoice");
  fees_fail (self, &mukana_paying_mode_job, wanted, MUKANA_ERROR_NOT_ALLOWED);
  after = fees_lines_of (self, 1);

  g_assert_cmpuint (after->len, ==, 2);
}

#define ADD(name) g_test_add ("/paying/" #name, FeesKit, NULL, fees_set_up, name, fees_tear_down)

static gint64
add_price (FeesKit   *self,
           MukanaDay  from)
{
  g_autoptr (MukanaFeeRule) rule = g_object_new (MUKANA_TYPE_FEE_RULE, NULL);

  mukana_record_init_text (rule, "code", "hour");
  mukana_record_init_text (rule, "label-fi", "Tuntipalkkio");
  mukana_record_init_text (rule, "label-sv", "Timarvode");
  mukana_record_init_text (rule, "label-en", "Hourly fee");
  mukana_record_init_text (rule, "unit", "hour");
  mukana_record_init_text (rule, "income-type", "215");
  mukana_record_init_int (rule, "amount-cents", 12000);
  mukana_record_init_int (rule, "valid-from", from);
  mukana_record_init_int (rule, "valid-until", MUKANA_DAY_NONE);
  return fees_run_for_id (self, &mukana_fee_rule_add_job, rule);
}

static void
drop_price (FeesKit   *self,
            gint64     id,
            MukanaDay  from,
            gboolean   is_dropped)
{
  g_autoptr (MukanaFeeRule) rule = g_object_new (MUKANA_TYPE_FEE_RULE, NULL);

  mukana_record_init_int (rule, "id", id);
  mukana_record_init_text (rule, "code", "hour");
  mukana_record_init_int (rule, "valid-from", from);
  if (is_dropped)
    fees_run (self, &mukana_fee_rule_drop_job, rule);
  else
    fees_fail (self, &mukana_fee_rule_drop_job, rule, MUKANA_ERROR_NOT_ALLOWED);
}

static void
a_price_from_the_past_goes_until_somebody_is_paid_by_it (FeesKit       *self,
                                                         gconstpointer  data)
{
  MukanaDay from = mukana_day_new (2026, 9, 1);
  g_autoptr (GPtrArray) before = NULL, after = NULL;
  gint64 slip, price;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  before = fees_complete (self, 1, 0, 0);
  slip = add_price (self, from);
  drop_price (self, slip, from, TRUE);   /* that line was paid by the price before */

  price = add_price (self, from);
  fees_add_assignment (self, 2, "2026-11-10", "fee");
  after = fees_complete (self, 2, 0, 0);
  drop_price (self, price, from, FALSE);
}

static void
who_does_not_pay_is_not_told_of_fees (FeesKit       *self,
                                      gconstpointer  data)
{
  g_autoptr (MukanaRegisterUser) pekka = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);
  g_autoptr (MukanaOverview) own = NULL, overview = NULL;
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  gint64 id = 1;

  fees_add_assignment (self, id, "2026-11-10", "fee");
  lines = fees_complete (self, id, 0, 0);
  own = fees_run (self, &mukana_overview_job, NULL);
  mukana_record_init_text (pekka, "name", "pekka");
  mukana_record_init_text (pekka, "role", "reader");
  fees_run (self, &mukana_user_save_job, pekka);
  fees_sit_down (self, "pekka");
  overview = fees_run (self, &mukana_overview_job, NULL);
  file = fees_run (self, &mukana_assignment_file_job, &id);

  g_assert_cmpint (own->counts[MUKANA_WAITING_FEE], ==, 1);
  g_assert_cmpint (overview->counts[MUKANA_WAITING_FEE], ==, 0);
  g_assert_cmpuint (file->fees->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (a_waiting_correction_goes_with_the_line_it_corrects);
  ADD (who_does_not_pay_is_not_told_of_fees);
  ADD (a_price_from_the_past_goes_until_somebody_is_paid_by_it);
  ADD (odd_minutes_are_the_same_money_to_payroll_and_the_person);
  ADD (a_rule_of_a_role_is_counted_as_it_is_paid);
  ADD (every_time_of_a_series_counts_towards_a_ceiling);
  ADD (who_declined_fees_is_not_told_of_a_ceiling);
  ADD (one_fee_can_be_declined_and_taken_all_the_same);
  ADD (how_it_is_paid_is_not_changed_while_a_batch_has_it);
  ADD (costs_are_not_lost_to_an_invoice);
  ADD (payroll_is_told_its_own_number_of_the_person);
  ADD (payroll_is_told_our_number_where_its_own_is_not_known);
  ADD (payroll_is_not_told_our_number_where_its_own_is_known);
  ADD (a_line_is_corrected_only_once_it_was_sent);

  return g_test_run ();
}
