/* test-moves.c: records move only where their rules let them, and say what is wrong with them. */

#include "base/mukana-issue.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-person.h"
#include "domain/mukana-proposal.h"
#include "domain/mukana-request.h"

static gpointer
in_state (GType       type,
          const char *state)
{
  gpointer record = g_object_new (type, NULL);

  mukana_record_init_text (record, "state", state);
  return record;
}

static MukanaDay
today (void)
{
  return mukana_day_new (2026, 11, 24);
}

static void
an_answered_proposal_stays_answered (void)
{
  static const char * const ends[] = { "accepted", "declined", "withdrawn", "cancelled" };

  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_autoptr (MukanaProposal) asked = in_state (MUKANA_TYPE_PROPOSAL, "proposed");
      g_autoptr (MukanaProposal) ended = in_state (MUKANA_TYPE_PROPOSAL, ends[i]);

      g_assert_true (mukana_proposal_may_become (asked, ends[i]));
      for (gsize k = 0; mukana_proposal_states[k] != NULL; k++)
        g_assert_false (mukana_proposal_may_become (ended, mukana_proposal_states[k]));
    }
}

static void
a_late_answer_is_an_answer (void)
{
  g_autoptr (MukanaProposal) silent = in_state (MUKANA_TYPE_PROPOSAL, "no-answer");

  g_assert_true (mukana_proposal_may_become (silent, "accepted"));
  g_assert_true (mukana_proposal_may_become (silent, "declined"));
  g_assert_false (mukana_proposal_may_become (silent, "proposed"));
}

static void
an_answer_is_awaited_for_five_working_days (void)
{
  MukanaDay monday = mukana_day_new (2026, 11, 23);

  g_assert_cmpint (mukana_proposal_answer_by (monday), ==, monday + 7);
  g_assert_cmpint (mukana_proposal_answer_by (monday + 4), ==, monday + 11);
  g_assert_cmpint (mukana_proposal_answer_by (monday + 5), ==, monday + 11);
}

static void
a_held_request_goes_only_forward (void)
{
  g_autoptr (MukanaRequest) open = in_state (MUKANA_TYPE_REQUEST, "open");
  g_autoptr (MukanaRequest) held = in_state (MUKANA_TYPE_REQUEST, "held");
  g_autoptr (MukanaRequest) cancelled = in_state (MUKANA_TYPE_REQUEST, "cancelled");

  g_assert_true (mukana_request_may_become (open, "draft"));
  g_assert_true (mukana_request_may_become (open, "cancelled"));
  g_assert_true (mukana_request_may_become (held, "told"));
  g_assert_false (mukana_request_may_become (held, "filled"));
  g_assert_false (mukana_request_may_become (held, "cancelled"));
  g_assert_false (mukana_request_may_become (cancelled, "open"));
  g_assert_false (mukana_request_may_become (open, "elsewhere"));
}

static void
roles_need_no_more_people_than_the_request (void)
{
  g_autoptr (MukanaRequest) request = in_state (MUKANA_TYPE_REQUEST, "open");
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) enough = NULL;
  g_autoptr (GPtrArray) too_few = NULL;

  for (int i = 0; i < 2; i++)
    {
      MukanaRequestNeed *need = g_object_new (MUKANA_TYPE_REQUEST_NEED, NULL);

      mukana_record_init_text (need, "role-code", i == 0 ? "expert" : "peer-supporter");
      mukana_record_init_int (need, "people", 2);
      g_ptr_array_add (needs, need);
    }
  mukana_record_init_int (request, "people", 4);
  enough = mukana_request_check_needs (request, needs);
  mukana_record_init_int (request, "people", 3);
  too_few = mukana_request_check_needs (request, needs);

  g_assert_cmpuint (enough->len, ==, 0);
  g_assert_nonnull (mukana_issues_find (too_few, "people"));
}

static MukanaAssignment *
work (const char *state,
      gint64      start_minute,
      gint64      end_minute)
{
  MukanaAssignment *assignment = in_state (MUKANA_TYPE_ASSIGNMENT, state);

  mukana_record_init_int (assignment, "day", today ());
  mukana_record_init_int (assignment, "start-minute", start_minute);
  mukana_record_init_int (assignment, "end-minute", end_minute);
  return assignment;
}

static void
work_clashes_when_it_shares_a_minute (void)
{
  g_autoptr (MukanaAssignment) agreed = work ("agreed", 600, 720);
  g_autoptr (MukanaAssignment) cancelled = work ("cancelled", 600, 720);
  g_autoptr (MukanaAssignment) without_time = work ("agreed", 0, 0);

  g_assert_true (mukana_assignment_clashes (agreed, today (), 719, 800));
  g_assert_true (mukana_assignment_clashes (agreed, today (), 500, 601));
  g_assert_false (mukana_assignment_clashes (agreed, today (), 720, 800));
  g_assert_false (mukana_assignment_clashes (agreed, today (), 500, 600));
  g_assert_false (mukana_assignment_clashes (agreed, today () + 1, 600, 720));
  g_assert_false (mukana_assignment_clashes (cancelled, today (), 600, 720));
  g_assert_false (mukana_assignment_clashes (without_time, today (), 600, 720));
}

static void
only_those_who_were_there_are_paid (void)
{
  g_assert_true (mukana_assignment_is_paid ("full"));
  g_assert_true (mukana_assignment_is_paid ("part"));
  g_assert_false (mukana_assignment_is_paid ("no-show"));
  g_assert_false (mukana_assignment_is_paid (NULL));
}

static GPtrArray *
check_person (const char *field,
              const char *text,
              int         birth_year)
{
  g_autoptr (MukanaPerson) person = in_state (MUKANA_TYPE_PERSON, "candidate");

  mukana_person_init_names (person, "Aino", "Mäkelä");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_int (person, "birth-year", birth_year);
  if (field != NULL)
    mukana_record_init_text (person, field, text);
  return mukana_person_check (person, today ());
}

static void
a_person_is_told_what_is_wrong_with_them (void)
{
  static const struct { const char *field, *text; int birth_year; const char *wrong; } cases[] = {
    { "email", "aino.example.org", 0, "email" },
    { "email", "aino@", 0, "email" },
    { "phone", "ring the bell", 0, "phone" },
    { "work-languages", "fi xx", 0, "work-languages" },
    { "display-name", "", 0, "display-name" },
    { NULL, NULL, 2027, "birth-year" },
    { NULL, NULL, 2012, "birth-year" },
    { NULL, NULL, 1890, "birth-year" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) issues =
        check_person (cases[i].field, cases[i].text, cases[i].birth_year);

      g_assert_cmpuint (issues->len, ==, 1);
      g_assert_nonnull (mukana_issues_find (issues, cases[i].wrong));
    }
}

static void
a_person_of_a_name_may_be_stored (void)
{
  g_autoptr (GPtrArray) adult = check_person ("email", "aino.makela@example.org", 2008);
  g_autoptr (GPtrArray) unknown = check_person ("phone", "+358 40 123 4567", 0);

  g_assert_cmpuint (adult->len, ==, 0);
  g_assert_cmpuint (unknown->len, ==, 0);
}

static void
a_consent_holds_to_the_end_of_its_last_day (void)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  g_autoptr (MukanaConsent) withdrawn = NULL;

  mukana_record_init_text (consent, "purpose", "matching");
  mukana_record_init_int (consent, "given-on", today () - 30);
  mukana_record_init_int (consent, "expires-on", today ());
  withdrawn = mukana_record_with_int (consent, "withdrawn-at", 1);

  g_assert_true (mukana_consent_holds (consent, today ()));
  g_assert_false (mukana_consent_holds (consent, today () + 1));
  g_assert_false (mukana_consent_holds (withdrawn, today ()));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/moves/" #test, test)
  ADD (an_answered_proposal_stays_answered);
  ADD (a_late_answer_is_an_answer);
  ADD (an_answer_is_awaited_for_five_working_days);
  ADD (a_held_request_goes_only_forward);
  ADD (roles_need_no_more_people_than_the_request);
  ADD (work_clashes_when_it_shares_a_minute);
  ADD (only_those_who_were_there_are_paid);
  ADD (a_person_is_told_what_is_wrong_with_them);
  ADD (a_person_of_a_name_may_be_stored);
  ADD (a_consent_holds_to_the_end_of_its_last_day);

  return g_test_run ();
}
