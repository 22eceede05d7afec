/* test-identifying.c: identity codes and accounts are kept where it was decided, seen by whoever
 * pays, and gone when it is taken back. */

#include <string.h>

#include "base/mukana-error.h"
#include "fees-kit.h"
#include "services/mukana-identifying.h"
#include "store/mukana-journal.h"

#define CODE "131052-308T"
#define ACCOUNT "FI2112345600000785"
#define GROUND "Decision of the board, 12 §"

static void
set_up (FeesKit       *self,
        gconstpointer  data)
{
  fees_set_up (self, data);
  fees_sql (self, "UPDATE person SET birth_year = 1952");
}

static void
turn_on (FeesKit *self)
{
  fees_run (self, &mukana_identifying_turn_on_job, (gpointer) GROUND);
}

/* Returns: the version that is stored then */
static gint64
save (FeesKit    *self,
      gint64      version,
      const char *code,
      const char *account)
{
  g_autoptr (MukanaPayIdentity) identity = mukana_pay_identity_new (self->person, version, code,
                                                                    account);

  return fees_run_for_id (self, &mukana_identifying_save_job, identity);
}

static void
fail_to_save (FeesKit    *self,
              gint64      version,
              const char *code,
              const char *account,
              int         error_code)
{
  g_autoptr (MukanaPayIdentity) identity = mukana_pay_identity_new (self->person, version, code,
                                                                    account);

  fees_fail (self, &mukana_identifying_save_job, identity, error_code);
}

static MukanaMaskedIdentity *
read_masked (FeesKit *self)
{
  return fees_run (self, &mukana_identifying_masked_job, &self->person);
}

static MukanaPayIdentity *
show (FeesKit *self)
{
  return fees_run (self, &mukana_identifying_show_job, &self->person);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  GPtrArray *rows = mukana_journal_of_person (db, *(gint64 *) arg, error);

  return rows;
}

static guint
count_journal (FeesKit    *self,
               const char *action)
{
  const MukanaJob job = { "test.journal", MUKANA_LANE_READ, count_run,
                          (GDestroyNotify) g_ptr_array_unref };
  g_autoptr (GPtrArray) rows = fees_run (self, &job, &self->person);
  guint n_rows = 0;

  for (guint i = 0; i < rows->len; i++)
    n_rows += g_strcmp0 (((MukanaJournalRow *) rows->pdata[i])->action, action) == 0;
  return n_rows;
}

/* ---- Off, on, off ---- */

static void
new_register_keeps_none (FeesKit       *self,
                         gconstpointer  data)
{
  g_autoptr (MukanaIdentifying) setting = fees_run (self, &mukana_identifying_setting_job, NULL);
  g_autoptr (MukanaMaskedIdentity) masked = read_masked (self);

  g_assert_false (setting->is_on);
  g_assert_false (masked->is_on);
  fail_to_save (self, 0, CODE, NULL, MUKANA_ERROR_NOT_ALLOWED);
  fees_fail (self, &mukana_identifying_show_job, &self->person, MUKANA_ERROR_NOT_ALLOWED);
}

static void
nobody_turns_it_on_without_a_ground (FeesKit       *self,
                                     gconstpointer  data)
{
  g_autofree char *long_ground = g_strnfill (201, 'x');

  fees_fail (self, &mukana_identifying_turn_on_job, (gpointer) "  ", MUKANA_ERROR_INVALID);
  fees_fail (self, &mukana_identifying_turn_on_job, long_ground, MUKANA_ERROR_INVALID);
  new_register_keeps_none (self, data);
}

static void
ground_and_day_are_told (FeesKit       *self,
                         gconstpointer  data)
{
  g_autoptr (MukanaIdentifying) setting = NULL;

  turn_on (self);
  save (self, 0, CODE, NULL);
  setting = fees_run (self, &mukana_identifying_setting_job, NULL);

  g_assert_true (setting->is_on);
  g_assert_cmpstr (setting->ground, ==, GROUND);
  g_assert_cmpint (setting->decided_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpint (setting->n_codes, ==, 1);
  g_assert_cmpint (setting->n_accounts, ==, 0);
}

static void
turning_off_removes_all_of_them (FeesKit       *self,
                                 gconstpointer  data)
{
  g_autoptr (MukanaMaskedIdentity) masked = NULL;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  g_assert_cmpint (fees_run_for_id (self, &mukana_identifying_turn_off_job, NULL), ==, 1);
  new_register_keeps_none (self, data);
  turn_on (self);
  masked = read_masked (self);

  g_assert_null (masked->identity_code);
  g_assert_null (masked->account);
}

/* ---- Of one person ---- */

static void
only_the_ends_are_shown_until_it_is_asked_for (FeesKit       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaMaskedIdentity) masked = NULL;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  masked = read_masked (self);

  g_assert_cmpstr (masked->identity_code, ==, "131052-****");
  g_assert_cmpstr (masked->account, ==, "**** 0785");
  g_assert_cmpuint (count_journal (self, "looking.identity"), ==, 0);
}

static void
each_look_at_the_whole_is_in_the_journal (FeesKit       *self,
                                          gconstpointer  data)
{
  g_autoptr (MukanaPayIdentity) first = NULL, second = NULL;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  first = show (self);
  second = show (self);

  g_assert_cmpstr (first->identity_code, ==, CODE);
  g_assert_cmpstr (second->account, ==, ACCOUNT);
  g_assert_cmpuint (count_journal (self, "looking.identity"), ==, 2);
}

static void
change_has_a_version_and_emptying_leaves_nothing (FeesKit       *self,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaPayIdentity) empty = NULL;

  turn_on (self);
  g_assert_cmpint (save (self, 0, CODE, NULL), ==, 1);
  fail_to_save (self, 0, CODE, ACCOUNT, MUKANA_ERROR_CONFLICT);
  g_assert_cmpint (save (self, 1, CODE, ACCOUNT), ==, 2);
  g_assert_cmpint (save (self, 2, CODE, ACCOUNT), ==, 2);
  g_assert_cmpint (save (self, 2, NULL, NULL), ==, 0);
  empty = show (self);

  g_assert_null (empty->identity_code);
  g_assert_null (empty->account);
  g_assert_cmpint (empty->version, ==, 0);
  g_assert_cmpuint (count_journal (self, "identifying.save"), ==, 3);
}

static void
code_of_another_year_of_birth_is_not_taken (FeesKit       *self,
                                            gconstpointer  data)
{
  turn_on (self);
  fees_sql (self, "UPDATE person SET birth_year = 1953");
  fail_to_save (self, 0, CODE, NULL, MUKANA_ERROR_INVALID);
  fees_sql (self, "UPDATE person SET birth_year = 0");
  g_assert_cmpint (save (self, 0, CODE, NULL), ==, 1);
}

static void
code_of_somebody_else_is_not_taken (FeesKit       *self,
                                    gconstpointer  data)
{
  gint64 other = mukana_test_add_person (self->place, 2);
  g_autoptr (MukanaPayIdentity) same = mukana_pay_identity_new (other, 0, CODE, NULL);

  turn_on (self);
  save (self, 0, CODE, NULL);
  fees_sql (self, "UPDATE person SET birth_year = 1952");
  fees_fail (self, &mukana_identifying_save_job, same, MUKANA_ERROR_INVALID);
}

/* ---- Who sees it ---- */

static void
name_users (FeesKit *self)
{
  fees_sql (self, "INSERT INTO register_user (name, role, sees_article_10, added_on, added_by) "
                  "VALUES ('leader', 'coordinator', 1, '2026-11-01', 'test'), "
                  "('payer', 'fees', 0, '2026-11-01', 'test'), "
                  "('guest', 'reader', 0, '2026-11-01', 'test')");
}

static void
named_for_fees_sees_and_a_coordinator_does_not (FeesKit       *self,
                                                gconstpointer  data)
{
  g_autoptr (MukanaMaskedIdentity) masked = NULL;
  g_autoptr (MukanaPayIdentity) whole = NULL;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  name_users (self);
  fees_sit_down (self, "leader");
  masked = read_masked (self);
  g_assert_false (masked->may_see);
  g_assert_cmpstr (masked->identity_code, ==, "131052-****");
  fees_fail (self, &mukana_identifying_show_job, &self->person, MUKANA_ERROR_NOT_ALLOWED);
  fail_to_save (self, 1, NULL, NULL, MUKANA_ERROR_NOT_ALLOWED);

  fees_sit_down (self, "payer");
  whole = show (self);
  g_assert_cmpstr (whole->identity_code, ==, CODE);
}

static void
reader_sees_not_even_the_ends (FeesKit       *self,
                               gconstpointer  data)
{
  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  name_users (self);
  fees_sit_down (self, "guest");

  fees_fail (self, &mukana_identifying_masked_job, &self->person, MUKANA_ERROR_NOT_ALLOWED);
  fees_fail (self, &mukana_identifying_show_job, &self->person, MUKANA_ERROR_NOT_ALLOWED);
  fees_fail (self, &mukana_identifying_turn_off_job, NULL, MUKANA_ERROR_NOT_ALLOWED);
}

/* ---- To payroll ---- */

#define LAYOUT "name=Nimi\nidentity-code=Hetu\naccount=Tili\namount=Summa\n"

static gint64
approve_day (FeesKit *self)
{
  g_autoptr (GPtrArray) lines = NULL;

  fees_add_assignment (self, 1, "2026-11-10", "fee");
  lines = fees_complete (self, 1, 0, 0);
  return fees_approve_batch (self);
}

static void
payroll_is_told_in_the_countys_columns (FeesKit       *self,
                                        gconstpointer  data)
{
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL;
  gsize length;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  fees_run (self, &mukana_payroll_set_layout_job, (gpointer) LAYOUT);
  sent = fees_export (self, approve_day (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_nonnull (strstr (csv, "Nimi;Hetu;Tili;Summa\r\n"));
  g_assert_nonnull (strstr (csv, ";" CODE ";" ACCOUNT ";87,50\r\n"));
  g_assert_cmpuint (count_journal (self, "identifying.tell-payroll"), ==, 1);
}

static void
payroll_is_told_of_nobody_without_those_columns (FeesKit       *self,
                                                 gconstpointer  data)
{
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL;
  gsize length;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  sent = fees_export (self, approve_day (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_null (strstr (csv, CODE));
  g_assert_null (strstr (csv, ACCOUNT));
  g_assert_cmpuint (count_journal (self, "identifying.tell-payroll"), ==, 0);
}

static void
columns_are_for_registers_that_keep_them (FeesKit       *self,
                                          gconstpointer  data)
{
  g_autoptr (MukanaPayrollFile) sent = NULL;
  g_autofree char *csv = NULL, *layout = NULL;
  gsize length;

  fees_fail (self, &mukana_payroll_set_layout_job, (gpointer) LAYOUT, MUKANA_ERROR_NOT_ALLOWED);
  turn_on (self);
  fees_run (self, &mukana_payroll_set_layout_job, (gpointer) LAYOUT);
  g_free (fees_run (self, &mukana_identifying_turn_off_job, NULL));
  layout = fees_run (self, &mukana_payroll_layout_job, NULL);
  sent = fees_export (self, approve_day (self), "one.csv", FALSE);
  csv = fees_read_whole (sent->path, &length);

  g_assert_cmpstr (layout, ==, "name=Nimi\namount=Summa\n");
  g_assert_nonnull (strstr (csv, "Nimi;Summa\r\n"));
}

static void
coordinator_beside_a_payer_does_not_send_them (FeesKit       *self,
                                               gconstpointer  data)
{
  g_autoptr (MukanaBatchFile) file = NULL;
  g_autoptr (MukanaPayrollFile) wanted = NULL;
  g_autofree char *path = g_build_filename (self->folder, "one.csv", NULL);
  gint64 batch;

  turn_on (self);
  save (self, 0, CODE, ACCOUNT);
  fees_run (self, &mukana_payroll_set_layout_job, (gpointer) LAYOUT);
  batch = approve_day (self);
  name_users (self);
  fees_sit_down (self, "leader");
  file = fees_read_batch (self, batch);
  wanted = mukana_payroll_file_new (file->batch, path, FALSE);
  fees_fail (self, &mukana_payroll_write_job, wanted, MUKANA_ERROR_NOT_ALLOWED);

  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/identifying/" #name, FeesKit, NULL, set_up, name, fees_tear_down)
  ADD (new_register_keeps_none);
  ADD (nobody_turns_it_on_without_a_ground);
  ADD (ground_and_day_are_told);
  ADD (turning_off_removes_all_of_them);
  ADD (only_the_ends_are_shown_until_it_is_asked_for);
  ADD (each_look_at_the_whole_is_in_the_journal);
  ADD (change_has_a_version_and_emptying_leaves_nothing);
  ADD (code_of_another_year_of_birth_is_not_taken);
  ADD (code_of_somebody_else_is_not_taken);
  ADD (named_for_fees_sees_and_a_coordinator_does_not);
  ADD (reader_sees_not_even_the_ends);
  ADD (payroll_is_told_in_the_countys_columns);
  ADD (payroll_is_told_of_nobody_without_those_columns);
  ADD (columns_are_for_registers_that_keep_them);
  ADD (coordinator_beside_a_payer_does_not_send_them);
  return g_test_run ();
}
