/* test-role-rights.c: what each role sees and may do, as a table. */

#include "domain/mukana-role-rights.h"

static void
rights_are_as_the_table_says (void)
{
  /* In the order of mukana_roles: coordinator hyte fees reader auditor. */
  static const struct
  {
    MukanaDeed  deed;
    const char *who;
  } cells[] = {
    { MUKANA_DEED_UNNAMED, "c...." },
    { MUKANA_DEED_WORK_HERE, "chfra" },
    { MUKANA_DEED_SEE_WAITING, "chfr." },
    { MUKANA_DEED_SEE_PEOPLE, "c.fr." },
    { MUKANA_DEED_SEE_SENSITIVE, "c...." },
    { MUKANA_DEED_CHANGE_PEOPLE, "c...." },
    { MUKANA_DEED_MATCH, "c...." },
    { MUKANA_DEED_CHANGE_REQUESTS, "c...." },
    { MUKANA_DEED_CHANGE_ORGANISATIONS, "ch..." },
    { MUKANA_DEED_RECORD_WORK, "c.f.." },
    { MUKANA_DEED_SEE_IDENTITY, "c.f.." },
    { MUKANA_DEED_RECORD_FEEDBACK, "ch..." },
    { MUKANA_DEED_ARRANGE_SUPPORT, "c...." },
    { MUKANA_DEED_CHANGE_WORDS, "c...." },
    { MUKANA_DEED_GIVE_OUT, "c...." },
    { MUKANA_DEED_READ_JOURNAL, "c...a" },
    { MUKANA_DEED_ACCOUNT, "c...a" },
    { MUKANA_DEED_NAME_USERS, "c...." },
    { MUKANA_DEED_KEEP_REGISTER, "c...." },
  };

  g_assert_cmpuint (G_N_ELEMENTS (cells), ==, MUKANA_N_DEEDS);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    for (guint role = 0; mukana_roles[role] != NULL; role++)
      g_assert_cmpint (mukana_role_may (mukana_roles[role], cells[i].deed), ==,
                       cells[i].who[role] != '.');
}

static void
an_unknown_role_may_nothing (void)
{
  for (int deed = 0; deed < MUKANA_N_DEEDS; deed++)
    {
      g_assert_false (mukana_role_may ("king", (MukanaDeed) deed));
      g_assert_false (mukana_role_may (NULL, (MukanaDeed) deed));
    }
}

static void
a_page_that_nobody_named_is_the_coordinators (void)
{
  g_assert_true (mukana_role_may_open ("coordinator", "made-tomorrow"));
  for (guint role = 1; mukana_roles[role] != NULL; role++)
    g_assert_false (mukana_role_may_open (mukana_roles[role], "made-tomorrow"));

  g_assert_true (mukana_role_may_open ("auditor", "journal"));
  g_assert_false (mukana_role_may_open ("auditor", "people"));
  g_assert_true (mukana_role_may_open ("hyte", "organisations"));
}

static void
with_nobody_named_everybody_coordinates_and_later_strangers_read (void)
{
  g_assert_cmpstr (mukana_role_of (0, NULL), ==, "coordinator");
  g_assert_cmpstr (mukana_role_of (2, NULL), ==, "reader");
  g_assert_cmpstr (mukana_role_of (2, "fees"), ==, "fees");
}

static void
identity_is_seen_by_whoever_sees_to_fees_and_else_by_the_coordinator (void)
{
  g_assert_true (mukana_role_sees_identity ("fees", 1));
  g_assert_true (mukana_role_sees_identity ("coordinator", 0));
  g_assert_false (mukana_role_sees_identity ("coordinator", 1));
  for (int n_of_fees = 0; n_of_fees < 2; n_of_fees++)
    {
      g_assert_false (mukana_role_sees_identity ("hyte", n_of_fees));
      g_assert_false (mukana_role_sees_identity ("reader", n_of_fees));
      g_assert_false (mukana_role_sees_identity ("auditor", n_of_fees));
    }
}

static void
every_role_has_words (void)
{
  for (guint role = 0; mukana_roles[role] != NULL; role++)
    {
      g_assert_cmpstr (mukana_role_label (mukana_roles[role]), !=, mukana_roles[role]);
      g_assert_cmpstr (mukana_role_describe (mukana_roles[role]), !=, "");
    }
}

static void
an_action_follows_the_longest_word_that_is_named (void)
{
  g_assert_true (mukana_role_may_act ("fees", "assignment.record"));
  g_assert_false (mukana_role_may_act ("fees", "person.edit"));
  g_assert_false (mukana_role_may_act ("reader", "request.tell"));
  g_assert_true (mukana_role_may_act ("hyte", "organisation.log"));
  g_assert_true (mukana_role_may_act ("reader", "timeline.filter"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/role-rights/" #name, name)
  TEST (rights_are_as_the_table_says);
  TEST (an_unknown_role_may_nothing);
  TEST (a_page_that_nobody_named_is_the_coordinators);
  TEST (with_nobody_named_everybody_coordinates_and_later_strangers_read);
  TEST (an_action_follows_the_longest_word_that_is_named);
  TEST (identity_is_seen_by_whoever_sees_to_fees_and_else_by_the_coordinator);
  TEST (every_role_has_words);
#undef TEST
  return g_test_run ();
}
