/* test-feedback.c: what is counted of feedback, and when it is to be handled. */

#include "domain/mukana-feedback.h"

static void
nps_is_promoters_minus_detractors (void)
{
  static const struct { int promoters, detractors, answered, nps; } cases[] = {
    { 0, 0, 1, 0 }, { 1, 0, 1, 100 }, { 0, 1, 1, -100 }, { 5, 5, 10, 0 },
    { 2, 0, 3, 67 }, { 0, 2, 3, -67 }, { 1, 0, 3, 33 }, { 0, 1, 3, -33 },
    { 1, 0, 8, 13 }, { 0, 1, 8, -13 },            /* 12.5, away from nought */
    { 70, 10, 100, 60 }, { 1, 0, 1000, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (mukana_nps (cases[i].promoters, cases[i].detractors, cases[i].answered), ==,
                     cases[i].nps);
}

static MukanaFeedback *
make_feedback (int         score,
               const char *body)
{
  MukanaFeedback *feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);

  mukana_record_init_text (feedback, "side", "expert");
  mukana_record_init_int (feedback, "score", score);
  mukana_record_init_text (feedback, "body", body);
  return feedback;
}

static void
only_words_with_six_points_or_less_wait_to_be_handled (void)
{
  static const struct { int score; const char *body; gboolean is_urgent; } cases[] = {
    { 6, "Kiire", TRUE }, { 0, "Kiire", TRUE }, { 7, "Kiire", FALSE }, { 6, NULL, FALSE },
    { 3, "  ", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaFeedback) feedback = make_feedback (cases[i].score, cases[i].body);

      g_assert_true (mukana_feedback_is_urgent (feedback) == cases[i].is_urgent);
    }
}

static void
answer_that_was_not_given_is_not_nought (void)
{
  g_autoptr (MukanaFeedback) feedback = make_feedback (8, NULL);
  g_autoptr (GPtrArray) issues = mukana_feedback_check (feedback);
  g_autoptr (MukanaFeedback) too_much = mukana_record_with_int (feedback, "heard", 11);
  g_autoptr (GPtrArray) found = mukana_feedback_check (too_much);

  g_assert_cmpint (feedback->heard, ==, MUKANA_FEEDBACK_NO_POINTS);
  g_assert_cmpuint (issues->len, ==, 0);
  g_assert_cmpuint (found->len, ==, 1);
}

static void
handling_time_is_of_calendar_or_working_days (void)
{
  static const struct { const char *text; const char *given; const char *due; } cases[] = {
    { NULL, "2026-12-18", "2026-12-25" },
    { "", "2026-12-18", "2026-12-25" },
    { "often", "2026-12-18", "2026-12-25" },
    { "0 working", "2026-12-18", "2026-12-25" },
    { "7 calendar", "2026-12-18", "2026-12-25" },
    { "7 working", "2026-12-18", "2026-12-31" },
    { "3 working", "2027-03-24", "2027-03-31" },   /* Easter */
    { "14 calendar", "2026-12-18", "2027-01-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaHandlingTime time = mukana_handling_time_parse (cases[i].text);
      MukanaDay given = mukana_day_parse_iso (cases[i].given);
      g_autofree char *due = mukana_day_to_iso (mukana_handling_due (&time, given));

      g_assert_cmpstr (due, ==, cases[i].due);
    }
}

static void
handling_time_is_read_as_it_was_written (void)
{
  const MukanaHandlingTime time = { 10, TRUE };
  g_autofree char *text = mukana_handling_time_to_text (&time);
  MukanaHandlingTime again = mukana_handling_time_parse (text);

  g_assert_cmpint (again.n_days, ==, 10);
  g_assert_true (again.is_working);
}

static void
counts_of_participants_fit_together (void)
{
  static const struct { int answered, promoters, detractors; guint n_issues; } cases[] = {
    { 10, 6, 4, 0 }, { 0, 0, 0, 1 }, { 10, 6, 5, 1 }, { 10, -1, 2, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (MukanaParticipants) counts = g_object_new (MUKANA_TYPE_PARTICIPANTS, NULL);
      g_autoptr (GPtrArray) issues = NULL;

      mukana_record_init_int (counts, "n-answered", cases[i].answered);
      mukana_record_init_int (counts, "n-promoters", cases[i].promoters);
      mukana_record_init_int (counts, "n-detractors", cases[i].detractors);
      issues = mukana_participants_check (counts);

      g_assert_cmpuint (issues->len, ==, cases[i].n_issues);
    }
}

static void
finding_is_open_until_what_followed_is_told (void)
{
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  g_autoptr (GPtrArray) waiting = NULL;
  g_autoptr (GPtrArray) refused = NULL;

  mukana_record_init_text (outcome, "finding", "Opasteet ovat liian pieniä");
  mukana_record_init_text (outcome, "result", "waiting");
  waiting = mukana_outcome_check (outcome);
  g_assert_cmpuint (waiting->len, ==, 0);
  g_assert_true (mukana_outcome_is_open (outcome));

  mukana_record_init_text (outcome, "result", "not");
  refused = mukana_outcome_check (outcome);
  g_assert_cmpuint (refused->len, ==, 1);

  mukana_record_init_int (outcome, "told-on", mukana_day_new (2026, 11, 28));
  g_assert_false (mukana_outcome_is_open (outcome));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/feedback/" #name, name)
  ADD (nps_is_promoters_minus_detractors);
  ADD (only_words_with_six_points_or_less_wait_to_be_handled);
  ADD (answer_that_was_not_given_is_not_nought);
  ADD (handling_time_is_of_calendar_or_working_days);
  ADD (handling_time_is_read_as_it_was_written);
  ADD (counts_of_participants_fit_together);
  ADD (finding_is_open_until_what_followed_is_told);

  return g_test_run ();
}
