/* test-fee-batch.c: a batch moves only onwards or openly back, and nobody approves alone. */

#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-fee-batch.h"
#include "domain/mukana-payroll-layout.h"

static MukanaFeeBatch *
new_batch (const char *state)
{
  MukanaFeeBatch *batch = g_object_new (MUKANA_TYPE_FEE_BATCH, NULL);

  mukana_record_init_text (batch, "title", "November");
  mukana_record_init_text (batch, "state", state);
  mukana_record_init_text (batch, "made-by", "anna");
  mukana_record_init_text (batch, "checked-by", "bert");
  mukana_record_init_int (batch, "n-lines", 3);
  return batch;
}

/* Which moves each state allows, in the order of the states. */
static void
only_these_moves_are_legal (void)
{
  static const gboolean legal[][MUKANA_N_BATCH_MOVES] = {
    /*               check  approve export ack    reopen return */
    /* draft */    { TRUE,  FALSE,  FALSE, FALSE, FALSE, FALSE },
    /* checked */  { FALSE, TRUE,   FALSE, FALSE, TRUE,  FALSE },
    /* approved */ { FALSE, FALSE,  TRUE,  FALSE, TRUE,  FALSE },
    /* exported */ { FALSE, FALSE,  FALSE, TRUE,  FALSE, TRUE },
    /* paid */     { FALSE, FALSE,  FALSE, FALSE, FALSE, FALSE },
    /* returned */ { FALSE, FALSE,  FALSE, FALSE, FALSE, FALSE },
  };

  for (guint i = 0; mukana_fee_batch_states[i] != NULL; i++)
    for (int move = 0; move < MUKANA_N_BATCH_MOVES; move++)
      {
        g_autoptr (MukanaFeeBatch) batch = new_batch (mukana_fee_batch_states[i]);

        g_assert_cmpint (mukana_fee_batch_refuse (batch, move, "cecilia", "why") == NULL, ==,
                         legal[i][move]);
      }
}

static void
approver_is_neither_maker_nor_checker (void)
{
  g_autoptr (MukanaFeeBatch) batch = new_batch ("checked");

  g_assert_nonnull (mukana_fee_batch_refuse (batch, MUKANA_BATCH_APPROVE, "anna", NULL));
  g_assert_nonnull (mukana_fee_batch_refuse (batch, MUKANA_BATCH_APPROVE, "bert", NULL));
  g_assert_null (mukana_fee_batch_refuse (batch, MUKANA_BATCH_APPROVE, "cecilia", NULL));
}

static void
going_back_needs_a_reason_and_an_empty_batch_is_not_checked (void)
{
  g_autoptr (MukanaFeeBatch) approved = new_batch ("approved");
  g_autoptr (MukanaFeeBatch) sent = new_batch ("exported");
  g_autoptr (MukanaFeeBatch) draft = new_batch ("draft");

  mukana_record_init_int (draft, "n-lines", 0);

  g_assert_nonnull (mukana_fee_batch_refuse (approved, MUKANA_BATCH_REOPEN, "anna", "  "));
  g_assert_nonnull (mukana_fee_batch_refuse (sent, MUKANA_BATCH_RETURN, "anna", NULL));
  g_assert_nonnull (mukana_fee_batch_refuse (draft, MUKANA_BATCH_CHECK, "anna", NULL));
}

static void
reopening_voids_what_was_checked_and_approved (void)
{
  g_autoptr (MukanaFeeBatch) batch = new_batch ("checked");
  g_autoptr (MukanaFeeBatch) approved =
    mukana_fee_batch_moved (batch, MUKANA_BATCH_APPROVE, "cecilia", 7, NULL);
  g_autoptr (MukanaFeeBatch) back =
    mukana_fee_batch_moved (approved, MUKANA_BATCH_REOPEN, "anna", 9, "Wrong month");

  g_assert_cmpstr (approved->approved_by, ==, "cecilia");
  g_assert_cmpint (approved->approved_at, ==, 7);
  g_assert_null (back->approved_by);
  g_assert_null (back->checked_by);
  g_assert_cmpint (back->approved_at, ==, 0);
  g_assert_cmpstr (back->return_reason, ==, "Wrong month");
}

static void
columns_are_read_as_they_were_written (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) usual = mukana_payroll_layout_default ();
  g_autofree char *text = mukana_payroll_layout_to_text (usual);
  g_autoptr (GPtrArray) read = mukana_payroll_layout_parse (text, &error);
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  again = mukana_payroll_layout_to_text (read);
  g_assert_cmpstr (text, ==, again);
}

/* Who decides them knows no codes. */
static void
columns_are_told_and_read_in_words (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = mukana_payroll_layout_parse ("Name\nname of nothing=x", &error);
  g_autoptr (GPtrArray) layout = NULL;
  g_autofree char *words = NULL;
  g_autofree char *codes = NULL;

  g_assert_null (read);
  g_clear_error (&error);
  layout = mukana_payroll_layout_parse ("Number in payroll\nAMOUNT = Summa\n", &error);
  g_assert_no_error (error);
  words = mukana_payroll_layout_to_words (layout);
  codes = mukana_payroll_layout_to_text (layout);

  g_assert_cmpstr (words, ==, "Number in payroll\nAmount = Summa\n");
  g_assert_cmpstr (codes, ==, "payroll-id=Number in payroll\namount=Summa\n");
}

static void
columns_that_cannot_be_are_refused (void)
{
  static const char * const bad[] = {
    "", "amount=Sum", "name=Name", "name=A\nname=B\namount=C", "theme=Theme\nname=A\namount=B",
    "role=R\nname=A\namount=B", "request=R\nname=A\namount=B",
    "name=Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\namount=B",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (mukana_payroll_layout_parse (bad[i], &error));
      g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/fee-batch/" #test, test)
  ADD (only_these_moves_are_legal);
  ADD (approver_is_neither_maker_nor_checker);
  ADD (going_back_needs_a_reason_and_an_empty_batch_is_not_checked);
  ADD (reopening_voids_what_was_checked_and_approved);
  ADD (columns_are_read_as_they_were_written);
  ADD (columns_are_told_and_read_in_words);
  ADD (columns_that_cannot_be_are_refused);

  return g_test_run ();
}
