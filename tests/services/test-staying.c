/* test-staying.c: nobody is erased for being quiet who was not asked, or who stays. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test.h"
#include "services/mukana-consenting.h"
#include "services/mukana-overview.h"
#include "services/mukana-retaining.h"
#include "services/mukana-staying.h"

/* As the rule says when a register is made. */
#define DAYS 822
#define QUIET_SINCE (MUKANA_TEST_TODAY - 800)

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
  char               *folder;
  MukanaStayDeed     *deed;
} Fixture;

static void
give (Fixture    *self,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", self->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", QUIET_SINCE);
  mukana_record_init_int (consent, "expires-on", MUKANA_DAY_NONE);
  mukana_record_init_int (consent, "withdrawn-on", MUKANA_DAY_NONE);
  mukana_test_run (self->place, &mukana_consenting_give_job, consent);
}

static void
be_quiet_since (Fixture   *self,
                MukanaDay  day)
{
  g_autofree char *sql =
    g_strdup_printf ("UPDATE person SET joined_on = '2023-02-01', updated_at = %" G_GINT64_FORMAT
                     " WHERE id = %" G_GINT64_FORMAT, mukana_day_minute_us (day, 600),
                     self->person);

  mukana_test_sql (self->place, sql);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  self->person = mukana_test_add_person (self->place, 1);
  self->folder = g_dir_make_tmp ("mukana-staying-XXXXXX", &error);
  g_assert_no_error (error);
  self->deed = mukana_stay_deed_new (self->person);
  self->deed->path = g_build_filename (self->folder, "letter.pdf", NULL);
  give (self, "register");
  give (self, "matching");
  be_quiet_since (self, QUIET_SINCE);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->deed->path);
  g_rmdir (self->folder);
  mukana_stay_deed_free (self->deed);
  mukana_test_register_free (self->place);
  g_free (self->folder);
}

static void
set_day (Fixture   *self,
         MukanaDay  day)
{
  mukana_clock_set_still (self->place->clock, mukana_day_minute_us (day, 0));
}

static GPtrArray *
list (Fixture *self)
{
  int most = 100;

  return mukana_test_run (self->place, &mukana_staying_list_job, &most);
}

/* Returns: how many are to be asked or answer; -1 when it is one whose answer is awaited */
static int
count_listed (Fixture *self)
{
  g_autoptr (GPtrArray) stays = list (self);
  const MukanaStay *first = stays->len > 0 ? g_ptr_array_index (stays, 0) : NULL;

  return first != NULL && first->question_id != 0 ? -1 : (int) stays->len;
}

static gint64
run_for_id (Fixture         *self,
            const MukanaJob *job)
{
  g_autofree gint64 *id = mukana_test_run (self->place, job, self->deed);

  return *id;
}

static gint64
ask (Fixture *self)
{
  return run_for_id (self, &mukana_staying_ask_job);
}

static void
answer (Fixture    *self,
        const char *what)
{
  g_clear_pointer (&self->deed->answer, g_free);
  self->deed->answer = g_strdup (what);
  self->deed->question_id = run_for_id (self, &mukana_staying_answer_job);
}

static guint
count_due (Fixture    *self,
           const char *code)
{
  g_autoptr (MukanaRetention) retention = mukana_test_run (self->place, &mukana_retaining_read_job,
                                                           NULL);
  guint n = 0;

  for (guint i = 0; i < retention->due->len; i++)
    n += g_str_equal (((MukanaRetentionItem *) g_ptr_array_index (retention->due, i))->code, code);

  return n;
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return GSIZE_TO_POINTER ((gsize) mukana_test_number (db, arg));
}

static gint64
count (Fixture    *self,
       const char *sql)
{
  return (gint64) GPOINTER_TO_SIZE (mukana_test_read (self->place, count_run, (gpointer) sql));
}

static void
whoever_does_not_answer_in_three_months_is_due_and_not_a_day_before (Fixture       *self,
                                                                     gconstpointer  data)
{
  g_autoptr (MukanaRetention) shown = NULL;
  MukanaRetentionOrder *order;
  g_autofree gint64 *n = NULL;

  ask (self);
  g_assert_cmpint (count_listed (self), ==, -1);
  set_day (self, MUKANA_TEST_TODAY + 91);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
  set_day (self, MUKANA_TEST_TODAY + 92);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 1);

  shown = mukana_test_run (self->place, &mukana_retaining_read_job, NULL);
  order = mukana_retention_order_new ("inactive", shown->due);
  n = mukana_test_run (self->place, &mukana_retaining_run_job, order);
  mukana_retention_order_free (order);
  g_assert_cmpint (*n, ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM stay_question"), ==, 0);
  g_assert_cmpint (count_listed (self), ==, 0);
}

static void
nobody_is_due_unasked_however_long_it_is (Fixture       *self,
                                          gconstpointer  data)
{
  be_quiet_since (self, QUIET_SINCE);
  g_assert_cmpint (count_listed (self), ==, 1);
  set_day (self, MUKANA_TEST_TODAY + 4000);

  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
  g_assert_cmpint (count_listed (self), ==, 1);
}

static void
nobody_is_asked_before_the_time (Fixture       *self,
                                 gconstpointer  data)
{
  be_quiet_since (self, MUKANA_TEST_TODAY - (DAYS - 92) + 1);
  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_ask_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);
  mukana_test_fail (self->place, &mukana_staying_print_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_false (g_file_test (self->deed->path, G_FILE_TEST_EXISTS));

  set_day (self, MUKANA_TEST_TODAY + 1);
  g_assert_cmpint (count_listed (self), ==, 1);
}

static void
whoever_stays_is_asked_again_after_the_whole_time (Fixture       *self,
                                                   gconstpointer  data)
{
  ask (self);
  set_day (self, MUKANA_TEST_TODAY + 10);
  answer (self, "stays");
  g_assert_cmpint (count_listed (self), ==, 0);

  set_day (self, MUKANA_TEST_TODAY + 10 + DAYS - 92 - 1);
  g_assert_cmpint (count_listed (self), ==, 0);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
  set_day (self, MUKANA_TEST_TODAY + 10 + DAYS - 92);
  g_assert_cmpint (count_listed (self), ==, 1);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
}

static void
that_somebody_stays_can_be_taken_back (Fixture       *self,
                                       gconstpointer  data)
{
  ask (self);
  answer (self, "stays");
  mukana_test_run (self->place, &mukana_staying_unanswer_job, self->deed);
  g_assert_cmpint (count_listed (self), ==, -1);

  mukana_test_run (self->place, &mukana_staying_unask_job, self->deed);
  g_assert_cmpint (count_listed (self), ==, 1);
  mukana_test_fail (self->place, &mukana_staying_unask_job, self->deed, MUKANA_ERROR_CONFLICT);
}

static void
whoever_leaves_withdraws_and_it_cannot_be_taken_back (Fixture       *self,
                                                      gconstpointer  data)
{
  ask (self);
  answer (self, "leaves");

  g_assert_cmpint (count (self, "SELECT count(*) FROM consent WHERE withdrawn_at IS NULL"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM usable_person"), ==, 0);
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal WHERE action IN "
                                "('staying.answer', 'consenting.withdraw')"), ==, 2);
  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_unanswer_job, self->deed, MUKANA_ERROR_CONFLICT);
  mukana_test_fail (self->place, &mukana_staying_unask_job, self->deed, MUKANA_ERROR_CONFLICT);
  mukana_test_fail (self->place, &mukana_staying_answer_job, self->deed, MUKANA_ERROR_CONFLICT);

  /* Their time runs as it did. */
  set_day (self, QUIET_SINCE + DAYS - 1);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
  set_day (self, QUIET_SINCE + DAYS);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 1);
}

static void
whoever_has_withdrawn_is_not_asked (Fixture       *self,
                                    gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (self->person, "register", NULL, "phone");

  mukana_test_run (self->place, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_ask_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);
  set_day (self, QUIET_SINCE + DAYS);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 1);
}

static void
activity_after_the_question_makes_it_void (Fixture       *self,
                                           gconstpointer  data)
{
  ask (self);
  set_day (self, MUKANA_TEST_TODAY + 30);
  be_quiet_since (self, MUKANA_TEST_TODAY + 20);
  self->deed->answer = g_strdup ("leaves");

  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_answer_job, self->deed, MUKANA_ERROR_CONFLICT);
  set_day (self, MUKANA_TEST_TODAY + 200);
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
}

static void
whoever_is_restricted_is_neither_asked_nor_erased (Fixture       *self,
                                                   gconstpointer  data)
{
  ask (self);
  set_day (self, MUKANA_TEST_TODAY + 400);
  mukana_test_sql (self->place,
                   "INSERT INTO person (id, display_name, sort_key, state, created_at, updated_at) "
                   "VALUES (5000, 'k', 'k', 'candidate', 1, 1)");
  g_assert_cmpuint (count_due (self, "inactive"), ==, 1);
  g_assert_cmpuint (count_due (self, "candidate"), ==, 1);

  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 1");
  g_assert_cmpuint (count_due (self, "inactive"), ==, 0);
  g_assert_cmpuint (count_due (self, "candidate"), ==, 0);
  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_print_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);

  mukana_test_sql (self->place, "UPDATE person SET restricted_at = 0");
  g_assert_cmpuint (count_due (self, "inactive"), ==, 1);
}

static void
nobody_is_asked_while_the_rule_is_not_in_use (Fixture       *self,
                                              gconstpointer  data)
{
  mukana_test_sql (self->place, "UPDATE retention_rule SET is_on = 0 WHERE code = 'inactive'");

  g_assert_cmpint (count_listed (self), ==, 0);
  mukana_test_fail (self->place, &mukana_staying_ask_job, self->deed, MUKANA_ERROR_NOT_ALLOWED);
}

static void
letter_is_written_and_then_they_were_asked (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (GPtrArray) stays = NULL;
  const MukanaStay *stay;

  mukana_test_run (self->place, &mukana_staying_print_job, self->deed);
  stays = list (self);
  stay = g_ptr_array_index (stays, 0);

  g_assert_true (g_file_test (self->deed->path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (stay->how, ==, "letter");
  g_assert_cmpint (stay->asked_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpint (stay->due_on, ==, MUKANA_TEST_TODAY + 92);
  g_assert_cmpint (count (self, "SELECT count(*) FROM journal WHERE action = 'staying.print'"), ==,
                   1);
}

static void
letter_that_is_not_written_asks_nobody (Fixture       *self,
                                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (self->deed->path, "here already", -1, &error);
  g_assert_no_error (error);
  mukana_store_run (self->place->store, &mukana_staying_print_job, self->deed, &error);

  g_assert_nonnull (error);
  g_assert_cmpint (count_listed (self), ==, 1);
  g_assert_cmpint (count (self, "SELECT count(*) FROM stay_question"), ==, 0);
}

static gpointer
make_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaDocument) letter = mukana_stay_letter_make (db, arg, MUKANA_TEST_TODAY + 92,
                                                               error);

  return letter != NULL ? mukana_document_to_text (letter) : NULL;
}

static void
letter_tells_the_last_day_in_the_persons_language (Fixture       *self,
                                                   gconstpointer  data)
{
  static const struct { const char *language, *words; } cases[] = {
    { "fi", "viimeistään 22.2.2027" }, { "sv", "senast 22.2.2027" }, { "en", "by 22.2.2027" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaStay stay = { .name = (char *) "Aino Koetinen",
                          .language = (char *) cases[i].language };
      g_autofree char *text = mukana_test_read (self->place, make_run, &stay);

      g_assert_nonnull (text);
      g_assert_nonnull (strstr (text, cases[i].words));
      g_assert_nonnull (strstr (text, "Aino Koetinen"));
      g_assert_null (strchr (text, '{'));
    }
}

static void
whoever_is_to_be_asked_waits_on_today (Fixture       *self,
                                       gconstpointer  data)
{
  g_autoptr (MukanaOverview) before = mukana_test_run (self->place, &mukana_overview_job, NULL);
  g_autoptr (MukanaOverview) after = NULL;
  const MukanaWaitingItem *item = g_ptr_array_index (before->items, 0);

  g_assert_cmpint (before->counts[MUKANA_WAITING_STAY], ==, 1);
  g_assert_cmpint (item->kind, ==, MUKANA_WAITING_STAY);
  g_assert_cmpint (item->record_id, ==, self->person);
  g_assert_cmpint (item->since, ==, QUIET_SINCE + DAYS - 92);
  g_assert_cmpint (item->number, ==, QUIET_SINCE);

  ask (self);
  after = mukana_test_run (self->place, &mukana_overview_job, NULL);
  g_assert_cmpint (after->counts[MUKANA_WAITING_STAY], ==, 0);
}

static void
who_is_to_be_asked_comes_first_and_who_is_quiet_longest (Fixture       *self,
                                                         gconstpointer  data)
{
  gint64 first = self->person, second = mukana_test_add_person (self->place, 2);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;

  self->person = second;
  be_quiet_since (self, QUIET_SINCE + 10);
  self->person = first;
  before = list (self);
  ask (self);
  after = list (self);

  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpint (((MukanaStay *) g_ptr_array_index (before, 0))->person_id, ==, first);
  g_assert_cmpint (((MukanaStay *) g_ptr_array_index (after, 0))->person_id, ==, second);
  g_assert_cmpuint (mukana_staying_count (before), ==, 2);
  g_assert_cmpuint (mukana_staying_count (after), ==, 1);
}

#define ADD(name) g_test_add ("/staying/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (whoever_does_not_answer_in_three_months_is_due_and_not_a_day_before);
  ADD (nobody_is_due_unasked_however_long_it_is);
  ADD (nobody_is_asked_before_the_time);
  ADD (whoever_stays_is_asked_again_after_the_whole_time);
  ADD (that_somebody_stays_can_be_taken_back);
  ADD (whoever_leaves_withdraws_and_it_cannot_be_taken_back);
  ADD (whoever_has_withdrawn_is_not_asked);
  ADD (activity_after_the_question_makes_it_void);
  ADD (whoever_is_restricted_is_neither_asked_nor_erased);
  ADD (nobody_is_asked_while_the_rule_is_not_in_use);
  ADD (letter_is_written_and_then_they_were_asked);
  ADD (letter_that_is_not_written_asks_nobody);
  ADD (letter_tells_the_last_day_in_the_persons_language);
  ADD (whoever_is_to_be_asked_waits_on_today);
  ADD (who_is_to_be_asked_comes_first_and_who_is_quiet_longest);

  return g_test_run ();
}
