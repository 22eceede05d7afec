/* test-pay-identity.c: what was typed wrong in a code or an account is found, and the person's own
 * is taken.  The code is the example of those who give them out. */

#include "base/mukana-issue.h"
#include "domain/mukana-account-number.h"
#include "domain/mukana-identity-code.h"
#include "domain/mukana-pay-identity.h"

#define CODE "131052-308T"
#define ACCOUNT "FI2112345600000785"
#define TODAY mukana_day_new (2026, 11, 29)

static void
code_of_the_person_is_taken (void)
{
  g_assert_null (mukana_identity_code_refuse (CODE, 1952, TODAY));
  g_assert_null (mukana_identity_code_refuse (CODE, 0, TODAY));
  g_assert_cmpint (mukana_identity_code_born (CODE), ==, mukana_day_new (1952, 10, 13));
}

static void
every_sign_of_a_century_is_known (void)
{
  for (const char *sign = "-YXWVU"; *sign != '\0'; sign++)
    {
      g_autofree char *code = g_strdup_printf ("131052%c308T", *sign);

      g_assert_null (mukana_identity_code_refuse (code, 1952, TODAY));
    }
  for (const char *sign = "ABCDEF"; *sign != '\0'; sign++)
    {
      g_autofree char *code = g_strdup_printf ("131052%c308T", *sign);

      g_assert_cmpint (mukana_identity_code_born (code), ==, mukana_day_new (2052, 10, 13));
      g_assert_null (mukana_identity_code_refuse (code, 2052, mukana_day_new (2060, 1, 1)));
      g_assert_nonnull (mukana_identity_code_refuse (code, 0, TODAY));
    }
}

/* A sign of the same century means the same day, so no check can find it; all else is found. */
static void
any_other_character_makes_the_code_another (void)
{
  for (guint place = 0; place < strlen (CODE); place++)
    for (int character = 1; character < 256; character++)
      {
        g_autofree char *code = g_strdup (CODE);
        gboolean means_the_same = character == CODE[place] ||
                                  (place == 6 && strchr ("-YXWVU", character) != NULL);

        code[place] = (char) character;
        g_assert_cmpint (mukana_identity_code_refuse (code, 0, TODAY) == NULL, ==, means_the_same);
      }
}

static void
code_that_is_cut_or_longer_is_refused (void)
{
  for (guint length = 0; length < strlen (CODE); length++)
    {
      g_autofree char *code = g_strndup (CODE, length);

      g_assert_nonnull (mukana_identity_code_refuse (code, 0, TODAY));
    }
  g_assert_nonnull (mukana_identity_code_refuse (CODE "T", 0, TODAY));
}

static void
code_of_another_year_of_birth_is_refused (void)
{
  g_assert_nonnull (mukana_identity_code_refuse (CODE, 1953, TODAY));
}

/* Published as an example of a code that is given for a while. */
static void
temporary_code_is_refused (void)
{
  g_assert_cmpstr (mukana_identity_code_refuse ("010594Y9021", 1994, TODAY), ==,
                   "The code is a temporary one, by which payroll knows nobody.");
}

static void
day_that_there_is_not_is_refused (void)
{
  g_assert_cmpint (mukana_identity_code_born ("290201A308T"), ==, MUKANA_DAY_NONE);
  g_assert_cmpint (mukana_identity_code_born ("290200A308T"), ==, mukana_day_new (2000, 2, 29));
  g_assert_cmpint (mukana_identity_code_born ("131052+308T"), ==, MUKANA_DAY_NONE);
}

static void
accounts_of_several_countries_are_taken (void)
{
  static const char * const accounts[] = { ACCOUNT, "SE4550000000058398257466",
                                           "EE382200221020145685", "GB29NWBK60161331926819" };

  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    g_assert_null (mukana_account_number_refuse (accounts[i]));
}

static void
any_other_character_makes_the_account_another (void)
{
  for (guint place = 0; place < strlen (ACCOUNT); place++)
    for (int character = 1; character < 256; character++)
      {
        g_autofree char *account = g_strdup (ACCOUNT);

        account[place] = (char) character;
        g_assert_cmpint (mukana_account_number_refuse (account) == NULL, ==,
                         character == ACCOUNT[place]);
      }
}

static void
finnish_account_has_eighteen_characters (void)
{
  for (guint length = 0; length < strlen (ACCOUNT); length++)
    {
      g_autofree char *account = g_strndup (ACCOUNT, length);

      g_assert_nonnull (mukana_account_number_refuse (account));
    }

  g_assert_cmpstr (mukana_account_number_refuse ("FI211234560000078"), ==,
                   "The account number is too long or too short for its country.");
}

static void
what_was_typed_is_stored_without_spaces_and_in_capitals (void)
{
  g_autoptr (MukanaPayIdentity) typed = mukana_pay_identity_new (1, 0, " 131052-308t ",
                                                                 "fi21 1234 5600 0007 85");
  g_autoptr (GPtrArray) issues = mukana_pay_identity_check (typed, 1952, TODAY);
  g_autofree char *read_aloud = mukana_account_number_format (typed->account);

  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpstr (typed->identity_code, ==, CODE);
  g_assert_cmpstr (typed->account, ==, ACCOUNT);
  g_assert_cmpstr (read_aloud, ==, "FI21 1234 5600 0007 85");
}

static void
either_may_be_missing_and_each_is_told_at_its_field (void)
{
  g_autoptr (MukanaPayIdentity) none = mukana_pay_identity_new (1, 0, "  ", NULL);
  g_autoptr (MukanaPayIdentity) wrong = mukana_pay_identity_new (1, 0, "131052-3080",
                                                                 "FI2112345600000786");
  g_autoptr (GPtrArray) no_issues = mukana_pay_identity_check (none, 1952, TODAY);
  g_autoptr (GPtrArray) issues = mukana_pay_identity_check (wrong, 1952, TODAY);

  g_assert_cmpuint (no_issues->len, ==, 0);
  g_assert_null (none->identity_code);
  g_assert_nonnull (mukana_issues_find (issues, "identity-code"));
  g_assert_nonnull (mukana_issues_find (issues, "account"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(promise) g_test_add_func ("/pay-identity/" #promise, promise)
  TEST (code_of_the_person_is_taken);
  TEST (every_sign_of_a_century_is_known);
  TEST (any_other_character_makes_the_code_another);
  TEST (code_that_is_cut_or_longer_is_refused);
  TEST (code_of_another_year_of_birth_is_refused);
  TEST (temporary_code_is_refused);
  TEST (day_that_there_is_not_is_refused);
  TEST (accounts_of_several_countries_are_taken);
  TEST (any_other_character_makes_the_account_another);
  TEST (finnish_account_has_eighteen_characters);
  TEST (what_was_typed_is_stored_without_spaces_and_in_capitals);
  TEST (either_may_be_missing_and_each_is_told_at_its_field);
  return g_test_run ();
}
