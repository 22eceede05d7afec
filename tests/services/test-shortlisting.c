/* test-shortlisting.c: what a unit learns of candidates before and after their yes, and that a
 * poll about dates counts, asks and proposes only those who still take part. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-consenting.h"
#include "services/mukana-journaling.h"
#include "services/mukana-polling.h"
#include "services/mukana-shortlisting.h"

typedef Seeking Fixture;

static gint64
add_expert (Fixture    *fixture,
            const char *given,
            gboolean    non_disclosure)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  mukana_person_init_names (person, given, "Kuvitelma");
  mukana_record_init_int (person, "non-disclosure", non_disclosure);
  return seeking_add_person (fixture, person, 8 * 60);
}

static gpointer
try (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg,
     int              code)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->place->store, job, arg, &error);

  g_assert_error (error, MUKANA_ERROR, code);
  return result;
}

static void
list (Fixture *fixture,
      gint64   request_id,
      gint64   person_id)
{
  MukanaProposing *chosen = mukana_proposing_new (request_id, NULL);

  mukana_proposing_add (chosen, person_id, 70, FALSE);
  seeking_run (fixture, &mukana_shortlist_add_job, chosen);
  mukana_proposing_free (chosen);
}

static MukanaShortlist *
read_list (Fixture *fixture,
           gint64   request_id)
{
  return seeking_run (fixture, &mukana_shortlist_job, &request_id);
}

static const MukanaShortlistRow *
row_of (const MukanaShortlist *shortlist,
        gint64                 person_id)
{
  for (guint i = 0; i < shortlist->rows->len; i++)
    {
      const MukanaShortlistRow *row = g_ptr_array_index (shortlist->rows, i);

      if (row->candidate->person_id == person_id)
        return row;
    }

  return NULL;
}

static void
withdraw (Fixture    *fixture,
          gint64      person_id,
          const char *purpose,
          const char *theme_id)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (person_id, purpose, theme_id, "phone");

  seeking_run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

/* Asks, and has the answer at once. */
static void
say_yes (Fixture *fixture,
         gint64   request_id,
         gint64   person_id)
{
  MukanaProposing *proposing = mukana_proposing_new (request_id, "theme");
  g_autoptr (GArray) proposals = NULL, assignments = NULL;
  MukanaAnswering *answering;

  mukana_proposing_add (proposing, person_id, 70, FALSE);
  proposals = seeking_run (fixture, &mukana_proposing_job, proposing);
  mukana_proposing_free (proposing);
  answering = mukana_answering_new (g_array_index (proposals, gint64, 0), "accepted", NULL, NULL);
  assignments = seeking_run (fixture, &mukana_answering_job, answering);
  mukana_answering_free (answering);
}

/* Returns: yours, what the unit gets as a file */
static char *
write_list (Fixture *fixture,
            gint64   request_id)
{
  g_autofree char *folder = g_dir_make_tmp ("shortlist-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr (MukanaShortlistPaper) asked = mukana_shortlist_paper_new (request_id, path);
  g_autoptr (MukanaShortlistPaper) written = seeking_run (fixture, &mukana_shortlist_print_job,
                                                          asked);
  char *text = NULL;

  seeking_run (fixture, &mukana_shortlist_print_note_job, written);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_unlink (path);
  g_rmdir (folder);
  return text;
}

static gboolean
journal_has (Fixture    *fixture,
             gint64      person_id,
             const char *action,
             const char *fields)
{
  g_autoptr (GPtrArray) rows = seeking_run (fixture, &mukana_journal_of_person_job, &person_id);

  for (guint i = 0; i < rows->len; i++)
    {
      MukanaJournalRow *row = g_ptr_array_index (rows, i);

      if (g_str_equal (row->action, action) && strstr (row->fields ? row->fields : "", fields))
        return TRUE;
    }

  return FALSE;
}

static void
unit_learns_no_name_before_the_yes (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autofree char *text = NULL;

  list (fixture, request, aino);
  text = write_list (fixture, request);

  g_autoptr (MukanaShortlist) shortlist = read_list (fixture, request);
  g_assert_nonnull (strstr (text, row_of (shortlist, aino)->candidate->code));
  g_assert_null (strstr (text, "Aino"));
  g_assert_null (strstr (text, "Kuvitelma"));
  g_assert_true (journal_has (fixture, aino, "shortlisting.print", "themes"));
  g_assert_false (journal_has (fixture, aino, "shortlisting.print", "display-name"));
}

/* A unit that has asked for several things sees which one the list is for. */
static void
list_says_when_and_where_it_is_for (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaShortlist) before = NULL, after = NULL;

  before = read_list (fixture, request);
  mukana_test_sql (fixture->place, "UPDATE request SET venue = 'Kirjaston sali'");
  after = read_list (fixture, request);

  g_assert_nonnull (strstr (before->when, " 10.00–12.00"));
  g_assert_cmpint (before->day, !=, MUKANA_DAY_NONE);
  g_assert_cmpstr (before->where, ==, "Kajaani");
  g_assert_cmpstr (after->where, ==, "Kirjaston sali, Kajaani");
}

static void
name_is_told_only_after_the_yes_and_the_log_says_so (Fixture       *fixture,
                                                     gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autofree char *text = NULL;
  gint64 id;

  list (fixture, request, aino);
  g_autoptr (MukanaShortlist) shortlist = read_list (fixture, request);
  id = row_of (shortlist, aino)->candidate->id;
  try (fixture, &mukana_shortlist_release_job, &id, MUKANA_ERROR_CONFLICT);
  say_yes (fixture, request, aino);
  seeking_run (fixture, &mukana_shortlist_release_job, &id);
  text = write_list (fixture, request);

  g_assert_nonnull (strstr (text, "Aino Kuvitelma"));
  g_assert_true (journal_has (fixture, aino, "shortlisting.release", "display-name"));
  g_assert_true (journal_has (fixture, aino, "shortlisting.print", "display-name"));
}

static void
who_withdraws_leaves_the_list_and_the_poll (Fixture       *fixture,
                                            gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 veikko = add_expert (fixture, "Veikko", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaPollDay) draft = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  MukanaPollAnswer *answer;
  g_autofree char *text = NULL;
  gint64 id, day;

  list (fixture, request, aino);
  list (fixture, request, veikko);
  mukana_record_init_int (draft, "request-id", request);
  mukana_record_init_int (draft, "day", MUKANA_TEST_TODAY + 9);
  mukana_record_init_int (draft, "start-minute", 600);
  mukana_record_init_int (draft, "end-minute", 660);
  day = seeking_take_id (seeking_run (fixture, &mukana_poll_day_add_job, draft));
  g_autoptr (MukanaShortlist) before = read_list (fixture, request);
  id = row_of (before, aino)->candidate->id;
  answer = mukana_poll_answer_new (day, id, "yes");
  seeking_run (fixture, &mukana_poll_answer_job, answer);
  say_yes (fixture, request, aino);
  seeking_run (fixture, &mukana_shortlist_release_job, &id);
  g_autoptr (MukanaShortlist) told = read_list (fixture, request);

  withdraw (fixture, aino, "matching", NULL);

  g_assert_cmpuint (mukana_shortlist_count (told, day, "yes"), ==, 1);
  g_autoptr (MukanaShortlist) after = read_list (fixture, request);
  g_assert_null (row_of (after, aino));
  g_assert_cmpuint (mukana_shortlist_count (after, day, "yes"), ==, 0);
  text = write_list (fixture, request);
  g_assert_null (strstr (text, "Aino"));
  try (fixture, &mukana_poll_answer_job, answer, MUKANA_ERROR_NOT_ALLOWED);
  try (fixture, &mukana_shortlist_release_job, &id, MUKANA_ERROR_NOT_ALLOWED);
  try (fixture, &mukana_shortlist_drop_job, &id, MUKANA_ERROR_NOT_ALLOWED);
  mukana_poll_answer_free (answer);
}

static void
who_does_not_take_part_is_not_listed (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  MukanaProposing *chosen = mukana_proposing_new (request, NULL);

  withdraw (fixture, aino, "matching", NULL);
  mukana_proposing_add (chosen, aino, 70, FALSE);
  try (fixture, &mukana_shortlist_add_job, chosen, MUKANA_ERROR_NOT_ALLOWED);

  mukana_proposing_free (chosen);
}

static void
code_stays_when_somebody_comes_back (Fixture       *fixture,
                                     gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 id;

  list (fixture, request, aino);
  g_autoptr (MukanaShortlist) first = read_list (fixture, request);
  id = row_of (first, aino)->candidate->id;
  seeking_run (fixture, &mukana_shortlist_drop_job, &id);
  g_autoptr (MukanaShortlist) without = read_list (fixture, request);
  list (fixture, request, aino);

  g_autoptr (MukanaShortlist) again = read_list (fixture, request);
  g_assert_null (row_of (without, aino));
  g_assert_cmpstr (row_of (again, aino)->candidate->code, ==,
                   row_of (first, aino)->candidate->code);
}

static void
theme_is_told_while_the_person_consents_to_it (Fixture       *fixture,
                                               gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  list (fixture, request, aino);
  g_autoptr (MukanaShortlist) before = read_list (fixture, request);
  withdraw (fixture, aino, "theme", "ik.kot");
  g_autoptr (MukanaShortlist) after = read_list (fixture, request);

  g_assert_nonnull (strstr (row_of (before, aino)->themes, "own experience"));
  g_assert_cmpstr (row_of (after, aino)->themes, ==, "");
}

static void
place_is_told_only_where_enough_live (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 hidden = add_expert (fixture, "Veikko", TRUE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);

  list (fixture, request, aino);
  list (fixture, request, hidden);
  g_autoptr (MukanaShortlist) few = read_list (fixture, request);
  for (guint i = 1; i < MUKANA_SHORTLIST_FEW; i++)
    add_expert (fixture, "Naapuri", FALSE);
  g_autoptr (MukanaShortlist) many = read_list (fixture, request);

  g_assert_cmpstr (row_of (few, aino)->place, ==, "at most 30 km away");
  g_assert_cmpstr (row_of (many, aino)->place, ==, "Kajaani");
  g_assert_null (row_of (few, hidden)->place);
  g_assert_null (row_of (many, hidden)->place);
}

/* ---- The poll ---- */

static gint64
add_day (Fixture   *fixture,
         gint64     request_id,
         MukanaDay  day)
{
  g_autoptr (MukanaPollDay) draft = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);

  mukana_record_init_int (draft, "request-id", request_id);
  mukana_record_init_int (draft, "day", day);
  mukana_record_init_int (draft, "start-minute", 600);
  mukana_record_init_int (draft, "end-minute", 660);
  return seeking_take_id (seeking_run (fixture, &mukana_poll_day_add_job, draft));
}

static void
say (Fixture    *fixture,
     gint64      request_id,
     gint64      day,
     gint64      person_id,
     const char *words)
{
  g_autoptr (MukanaShortlist) shortlist = read_list (fixture, request_id);
  MukanaPollAnswer *answer = mukana_poll_answer_new (day,
                                                     row_of (shortlist, person_id)->candidate->id,
                                                     words);

  seeking_run (fixture, &mukana_poll_answer_job, answer);
  mukana_poll_answer_free (answer);
}

static void
chosen_date_is_the_time_and_those_who_can_come_are_asked (Fixture       *fixture,
                                                          gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 veikko = add_expert (fixture, "Veikko", FALSE);
  gint64 leena = add_expert (fixture, "Leena", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 first, second;
  MukanaPollChoice choice;
  g_autoptr (MukanaPollChosen) chosen = NULL;

  list (fixture, request, aino);
  list (fixture, request, veikko);
  list (fixture, request, leena);
  first = add_day (fixture, request, MUKANA_TEST_TODAY + 9);
  second = add_day (fixture, request, MUKANA_TEST_TODAY + 10);
  say (fixture, request, first, veikko, "yes");
  say (fixture, request, second, aino, "yes");
  say (fixture, request, second, veikko, "maybe");
  say (fixture, request, second, leena, "yes");
  withdraw (fixture, leena, "matching", NULL);
  choice = (MukanaPollChoice) { second, TRUE };
  chosen = seeking_run (fixture, &mukana_poll_choose_job, &choice);

  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);
  MukanaProposal *proposal = ((MukanaProposalRow *) file->proposals->pdata[0])->proposal;
  MukanaRequestTime *time = file->times->pdata[0];
  g_assert_cmpint (chosen->n_proposed, ==, 1);
  g_assert_cmpuint (file->times->len, ==, 1);
  g_assert_cmpint (time->day, ==, MUKANA_TEST_TODAY + 10);
  g_assert_cmpuint (file->proposals->len, ==, 1);
  g_assert_cmpint (proposal->person_id, ==, aino);
  g_assert_cmpint (proposal->slot_id, ==, time->id);
}

/* The request has its time: a yes to one date, and then another one. */
static gint64
begin_poll (Fixture *fixture,
            gint64   request,
            gint64   person,
            gint64   days[2])
{
  MukanaPollChoice choice;
  g_autoptr (MukanaPollChosen) chosen = NULL;

  list (fixture, request, person);
  days[0] = add_day (fixture, request, MUKANA_TEST_TODAY + 9);
  days[1] = add_day (fixture, request, MUKANA_TEST_TODAY + 10);
  say (fixture, request, days[0], person, "yes");
  choice = (MukanaPollChoice) { days[0], TRUE };
  chosen = seeking_run (fixture, &mukana_poll_choose_job, &choice);
  return g_array_index (chosen->proposals, gint64, 0);
}

static void
answer_proposal (Fixture    *fixture,
                 gint64      proposal,
                 const char *state,
                 const char *reason)
{
  MukanaAnswering *answering = mukana_answering_new (proposal, state, reason, NULL);
  g_autoptr (GArray) assignments = seeking_run (fixture, &mukana_answering_job, answering);

  mukana_answering_free (answering);
}

/* Returns: the only day of the request; there is never a second one */
static MukanaDay
only_day (Fixture *fixture,
          gint64   request)
{
  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);

  g_assert_cmpuint (file->times->len, ==, 1);
  g_assert_cmpint (((MukanaRequestTime *) file->times->pdata[0])->is_alternative, ==, 0);
  return ((MukanaRequestTime *) file->times->pdata[0])->day;
}

static void
no_other_date_is_chosen_over_those_who_are_asked_or_agreed (Fixture       *fixture,
                                                            gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 days[2];
  gint64 proposal = begin_poll (fixture, request, aino, days);
  MukanaPollChoice other = { days[1], FALSE };

  try (fixture, &mukana_poll_choose_job, &other, MUKANA_ERROR_CONFLICT);
  answer_proposal (fixture, proposal, "accepted", NULL);
  try (fixture, &mukana_poll_choose_job, &other, MUKANA_ERROR_CONFLICT);

  g_assert_cmpint (only_day (fixture, request), ==, MUKANA_TEST_TODAY + 9);
}

static void
other_date_can_be_chosen_when_all_have_said_no (Fixture       *fixture,
                                                gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 days[2];
  gint64 proposal = begin_poll (fixture, request, aino, days);
  MukanaPollChoice other = { days[1], TRUE };
  g_autoptr (MukanaPollChosen) chosen = NULL;

  answer_proposal (fixture, proposal, "declined", "time");
  say (fixture, request, days[1], aino, "yes");
  chosen = seeking_run (fixture, &mukana_poll_choose_job, &other);

  g_assert_cmpint (only_day (fixture, request), ==, MUKANA_TEST_TODAY + 10);
  g_assert_cmpint (chosen->n_proposed, ==, 1);
}

static void
chosen_date_can_be_taken_back (Fixture       *fixture,
                               gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 days[2];
  gint64 proposal = begin_poll (fixture, request, aino, days);
  MukanaPollChoice other = { days[1], TRUE };
  g_autoptr (MukanaPollChosen) chosen = NULL;

  answer_proposal (fixture, proposal, "declined", "time");
  say (fixture, request, days[1], aino, "yes");
  chosen = seeking_run (fixture, &mukana_poll_choose_job, &other);
  seeking_run (fixture, &mukana_poll_unchoose_job, chosen);

  g_autoptr (MukanaRequestFile) file = seeking_run (fixture, &mukana_request_file_job, &request);
  g_autoptr (MukanaShortlist) shortlist = read_list (fixture, request);
  MukanaRequestTime *time = file->times->pdata[0];
  g_assert_cmpint (only_day (fixture, request), ==, MUKANA_TEST_TODAY + 9);
  g_assert_cmpuint (file->proposals->len, ==, 1);
  g_assert_cmpint (((MukanaProposalRow *) file->proposals->pdata[0])->proposal->slot_id, ==,
                   time->id);
  g_assert_cmpint (((MukanaPollDay *) shortlist->days->pdata[0])->chosen_on, ==,
                   MUKANA_TEST_TODAY);
  g_assert_cmpint (((MukanaPollDay *) shortlist->days->pdata[1])->chosen_on, ==,
                   MUKANA_DAY_NONE);
}

static void
answered_choice_is_not_taken_back (Fixture       *fixture,
                                   gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 day;
  MukanaPollChoice choice;
  g_autoptr (MukanaPollChosen) chosen = NULL;

  list (fixture, request, aino);
  day = add_day (fixture, request, MUKANA_TEST_TODAY + 9);
  say (fixture, request, day, aino, "yes");
  choice = (MukanaPollChoice) { day, TRUE };
  chosen = seeking_run (fixture, &mukana_poll_choose_job, &choice);
  answer_proposal (fixture, g_array_index (chosen->proposals, gint64, 0), "accepted", NULL);

  try (fixture, &mukana_poll_unchoose_job, chosen, MUKANA_ERROR_CONFLICT);

  g_assert_cmpint (only_day (fixture, request), ==, MUKANA_TEST_TODAY + 9);
}

static void
poll_begins_with_the_dates_of_the_request (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Raati", 1, 10);
  MukanaRequestTime *second = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);
  gint64 request;

  mukana_record_init_int (file->times->pdata[0], "is-alternative", 1);
  mukana_record_init_int (second, "day", REQUEST_DAY + 1);
  mukana_record_init_int (second, "start-minute", 600);
  mukana_record_init_int (second, "end-minute", 660);
  mukana_record_init_int (second, "is-alternative", 1);
  g_ptr_array_add (file->times, second);
  request = seeking_take_id (seeking_run (fixture, &mukana_request_save_job, file));
  g_autoptr (MukanaShortlist) before = read_list (fixture, request);
  seeking_run (fixture, &mukana_poll_own_days_job, &request);

  g_autoptr (MukanaShortlist) after = read_list (fixture, request);
  g_assert_cmpuint (before->own_days->len, ==, 2);
  g_assert_cmpuint (after->own_days->len, ==, 0);
  g_assert_cmpuint (after->days->len, ==, 2);
  g_assert_cmpint (((MukanaPollDay *) after->days->pdata[1])->day, ==, REQUEST_DAY + 1);
}

static void
answer_can_be_changed_and_taken_back (Fixture       *fixture,
                                      gconstpointer  data)
{
  gint64 aino = add_expert (fixture, "Aino", FALSE);
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  gint64 day;

  list (fixture, request, aino);
  day = add_day (fixture, request, MUKANA_TEST_TODAY + 9);
  say (fixture, request, day, aino, "yes");
  say (fixture, request, day, aino, "no");
  g_autoptr (MukanaShortlist) changed = read_list (fixture, request);
  say (fixture, request, day, aino, NULL);
  g_autoptr (MukanaShortlist) taken_back = read_list (fixture, request);

  g_assert_cmpuint (mukana_shortlist_count (changed, day, "yes"), ==, 0);
  g_assert_cmpuint (mukana_shortlist_count (changed, day, "no"), ==, 1);
  g_assert_cmpuint (mukana_shortlist_count (taken_back, day, "no"), ==, 0);
}

static void
poll_has_five_dates_that_are_ahead (Fixture       *fixture,
                                    gconstpointer  data)
{
  gint64 request = seeking_add_request (fixture, "Raati", 2, 10);
  g_autoptr (MukanaPollDay) past = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  g_autoptr (MukanaPollDay) sixth = NULL;

  mukana_record_init_int (past, "request-id", request);
  mukana_record_init_int (past, "day", MUKANA_TEST_TODAY - 1);
  mukana_record_init_int (past, "end-minute", 60);
  try (fixture, &mukana_poll_day_add_job, past, MUKANA_ERROR_INVALID);
  for (int i = 0; i < MUKANA_POLL_MOST_DAYS; i++)
    add_day (fixture, request, MUKANA_TEST_TODAY + i);
  sixth = mukana_record_with_int (past, "day", MUKANA_TEST_TODAY + 30);
  try (fixture, &mukana_poll_day_add_job, sixth, MUKANA_ERROR_INVALID);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/shortlisting/" #name, Fixture, NULL, seeking_set_up, name, seeking_tear_down)
  ADD (unit_learns_no_name_before_the_yes);
  ADD (list_says_when_and_where_it_is_for);
  ADD (name_is_told_only_after_the_yes_and_the_log_says_so);
  ADD (who_withdraws_leaves_the_list_and_the_poll);
  ADD (who_does_not_take_part_is_not_listed);
  ADD (code_stays_when_somebody_comes_back);
  ADD (theme_is_told_while_the_person_consents_to_it);
  ADD (place_is_told_only_where_enough_live);
  ADD (chosen_date_is_the_time_and_those_who_can_come_are_asked);
  ADD (no_other_date_is_chosen_over_those_who_are_asked_or_agreed);
  ADD (other_date_can_be_chosen_when_all_have_said_no);
  ADD (chosen_date_can_be_taken_back);
  ADD (answered_choice_is_not_taken_back);
  ADD (poll_begins_with_the_dates_of_the_request);
  ADD (answer_can_be_changed_and_taken_back);
  ADD (poll_has_five_dates_that_are_ahead);
#undef ADD

  return g_test_run ();
}
