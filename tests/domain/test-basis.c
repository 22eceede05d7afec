/* test-basis.c: each legal basis gives the rights that the law gives, and the month is a month. */

#include "base/mukana-issue.h"
#include "domain/mukana-basis.h"
#include "domain/mukana-rights-request.h"

static gboolean
has (const char   *basis,
     MukanaRights  right)
{
  return (mukana_basis_rights (basis) & right) != 0;
}

static void
consent_is_withdrawn_and_not_objected_to (void)
{
  g_assert_true (has ("consent", MUKANA_RIGHT_WITHDRAWAL));
  g_assert_true (has ("consent", MUKANA_RIGHT_ERASURE));
  g_assert_true (has ("consent", MUKANA_RIGHT_PORTABILITY));
  g_assert_false (has ("consent", MUKANA_RIGHT_OBJECTION));
}

static void
public_task_is_objected_to_and_not_carried_away (void)
{
  g_assert_true (has ("public-task", MUKANA_RIGHT_OBJECTION));
  g_assert_false (has ("public-task", MUKANA_RIGHT_PORTABILITY));
  g_assert_false (has ("public-task", MUKANA_RIGHT_WITHDRAWAL));
}

static void
law_is_neither_erased_nor_objected_to (void)
{
  g_assert_false (has ("law", MUKANA_RIGHT_ERASURE));
  g_assert_false (has ("law", MUKANA_RIGHT_PORTABILITY));
  g_assert_false (has ("law", MUKANA_RIGHT_OBJECTION));
}

static void
access_correction_and_restriction_hold_on_every_basis (void)
{
  static const char * const all[] = { "consent", "public-task", "contract", "law", "unknown" };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      g_assert_true (has (all[i], MUKANA_RIGHT_ACCESS));
      g_assert_true (has (all[i], MUKANA_RIGHT_CORRECTION));
      g_assert_true (has (all[i], MUKANA_RIGHT_RESTRICTION));
    }
}

static void
answer_is_due_after_a_month_of_the_calendar (void)
{
  static const struct
  {
    int received[3], due[3], extended[3];
  } cases[] = {
    { { 2026, 11, 23 }, { 2026, 12, 23 }, { 2027, 2, 23 } },
    { { 2026, 1, 31 }, { 2026, 2, 28 }, { 2026, 4, 30 } },
    { { 2028, 1, 30 }, { 2028, 2, 29 }, { 2028, 4, 30 } },
    { { 2026, 12, 31 }, { 2027, 1, 31 }, { 2027, 3, 31 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaDay received = mukana_day_new (cases[i].received[0], cases[i].received[1],
                                           cases[i].received[2]);

      g_assert_cmpint (mukana_rights_due_on (received, FALSE), ==,
                       mukana_day_new (cases[i].due[0], cases[i].due[1], cases[i].due[2]));
      g_assert_cmpint (mukana_rights_due_on (received, TRUE), ==,
                       mukana_day_new (cases[i].extended[0], cases[i].extended[1],
                                       cases[i].extended[2]));
    }
}

static MukanaRightsRequest *
make_request (void)
{
  MukanaRightsRequest *request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_text (request, "kind", "access");
  mukana_record_init_text (request, "how", "email");
  mukana_record_init_int (request, "received-on", mukana_day_new (2026, 11, 1));
  return request;
}

static void
refusal_needs_its_reason (void)
{
  g_autoptr (MukanaRightsRequest) request = make_request ();
  g_autoptr (GPtrArray) undecided = mukana_rights_request_check_answer (request, MUKANA_DAY_NONE);
  g_autoptr (GPtrArray) bare = NULL;
  g_autoptr (GPtrArray) reasoned = NULL;

  mukana_record_init_text (request, "decision", "refused");
  bare = mukana_rights_request_check_answer (request, MUKANA_DAY_NONE);
  mukana_record_init_text (request, "decision-reason", "Asked twice in a week.");
  reasoned = mukana_rights_request_check_answer (request, MUKANA_DAY_NONE);

  g_assert_nonnull (mukana_issues_find (undecided, "decision"));
  g_assert_nonnull (mukana_issues_find (bare, "decision-reason"));
  g_assert_cmpuint (reasoned->len, ==, 0);
}

static void
answer_is_between_the_request_and_today (void)
{
  static const struct { int day; gboolean is_fine; } cases[] = {
    { 0, FALSE }, { 1, TRUE }, { 4, TRUE }, { 5, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaRightsRequest) request = make_request ();
      g_autoptr (GPtrArray) found = NULL;

      mukana_record_init_text (request, "decision", "granted");
      mukana_record_init_int (request, "answered-on", mukana_day_new (2026, 11, 1) - 1 +
                                                      cases[i].day);
      found = mukana_rights_request_check_answer (request, mukana_day_new (2026, 11, 4));
      g_assert_true ((mukana_issues_find (found, "answered-on") == NULL) == cases[i].is_fine);
    }
}

static void
more_time_is_taken_only_within_the_first_month (void)
{
  g_autoptr (MukanaRightsRequest) request = make_request ();
  g_autoptr (GPtrArray) in_time = NULL;
  g_autoptr (GPtrArray) late = NULL;

  mukana_record_init_text (request, "extended-reason", "Many papers.");
  in_time = mukana_rights_request_check_extension (request, mukana_day_new (2026, 12, 1));
  late = mukana_rights_request_check_extension (request, mukana_day_new (2026, 12, 2));

  g_assert_cmpuint (in_time->len, ==, 0);
  g_assert_cmpuint (late->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/basis/" #name, name)
  ADD (consent_is_withdrawn_and_not_objected_to);
  ADD (public_task_is_objected_to_and_not_carried_away);
  ADD (law_is_neither_erased_nor_objected_to);
  ADD (access_correction_and_restriction_hold_on_every_basis);
  ADD (answer_is_due_after_a_month_of_the_calendar);
  ADD (refusal_needs_its_reason);
  ADD (answer_is_between_the_request_and_today);
  ADD (more_time_is_taken_only_within_the_first_month);

  return g_test_run ();
}
