/* test-drafting.c: what was typed outlives a lock, for whoever typed it and while it may. */

#include "base/mukana-error.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-drafting.h"
#include "services/mukana-erasing.h"
#include "services/mukana-founding.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
  gint64              other_person;
} Fixture;

static MukanaKeptDraft *
make_draft (const char *page,
            gint64      record_id,
            const char *body)
{
  MukanaKeptDraft *draft = g_object_new (MUKANA_TYPE_KEPT_DRAFT, NULL);

  mukana_record_init_text (draft, "page", page);
  mukana_record_init_int (draft, "record-id", record_id);
  mukana_record_init_text (draft, "body", body);
  return draft;
}

static void
keep (Fixture    *fixture,
      const char *page,
      gint64      record_id,
      const char *body)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (drafts, make_draft (page, record_id, body));
  run (fixture, &mukana_drafts_keep_job, drafts);
}

static char *
dup_kept (Fixture *fixture)
{
  g_autoptr (GPtrArray) drafts = run (fixture, &mukana_drafts_list_job, NULL);
  GString *bodies = g_string_new (NULL);

  for (guint i = 0; i < drafts->len; i++)
    g_string_append_printf (bodies, "%s%s", i > 0 ? "|" : "",
                            ((MukanaKeptDraft *) g_ptr_array_index (drafts, i))->body);
  return g_string_free (bodies, FALSE);
}

static void
assert_kept (Fixture    *fixture,
             const char *bodies)
{
  g_autofree char *kept = dup_kept (fixture);

  g_assert_cmpstr (kept, ==, bodies);
}

static void
let_days_pass (Fixture *fixture,
               int      n_days)
{
  mukana_clock_set_still (fixture->place->clock, mukana_clock_now_us (fixture->place->clock) +
                                                   n_days * G_TIME_SPAN_DAY);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->person = mukana_test_add_person (fixture->place, 1);
  fixture->other_person = mukana_test_add_person (fixture->place, 2);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
newer_takes_the_place_of_the_older_of_the_same (Fixture       *fixture,
                                                gconstpointer  data)
{
  keep (fixture, "request-form", 0, "first");
  keep (fixture, "person", fixture->person, "of a person");
  let_days_pass (fixture, 1);
  keep (fixture, "request-form", 0, "second");

  assert_kept (fixture, "second|of a person");
}

static void
dropped_is_gone_and_the_others_stay (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaKeptDraft) draft = make_draft ("person", fixture->person, "x");

  keep (fixture, "person", fixture->person, "one");
  keep (fixture, "person", fixture->other_person, "two");
  run (fixture, &mukana_draft_drop_job, draft);

  assert_kept (fixture, "two");
}

static void
another_account_is_given_none (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (MukanaStore) theirs = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GError) error = NULL;

  keep (fixture, "request-form", 0, "mine");
  mukana_test_register_close (fixture->place);
  theirs = mukana_test_open_for (fixture->place, "somebody-else");
  drafts = mukana_store_run (theirs, &mukana_drafts_list_job, NULL, &error);
  mukana_store_close (theirs);

  g_assert_no_error (error);
  g_assert_cmpuint (drafts->len, ==, 0);
}

static void
nobody_came_back_to_goes_after_a_month (Fixture       *fixture,
                                        gconstpointer  data)
{
  keep (fixture, "request-form", 0, "old");
  let_days_pass (fixture, MUKANA_KEPT_DRAFT_DAYS + 1);
  keep (fixture, "person", fixture->person, "new");

  assert_kept (fixture, "new");
}

static void
withdrawn_takes_what_was_typed_about_the_person (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->person, "register", NULL, "phone");

  keep (fixture, "person", fixture->person, "of who withdraws");
  keep (fixture, "person", fixture->other_person, "of another");
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  assert_kept (fixture, "of another");
}

static void
erased_takes_what_was_typed_about_the_person (Fixture       *fixture,
                                              gconstpointer  data)
{
  keep (fixture, "person", fixture->person, "of who is erased");
  keep (fixture, "person", fixture->other_person, "of another");
  run (fixture, &mukana_erasing_job, &fixture->person);

  assert_kept (fixture, "of another");
}

static void
too_long_is_refused_and_what_was_there_stays (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (GPtrArray) drafts = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *body = g_strnfill (MUKANA_KEPT_DRAFT_MAX_BYTES + 1, 'x');
  g_autoptr (GError) error = NULL;

  keep (fixture, "request-form", 0, "short");
  g_ptr_array_add (drafts, make_draft ("request-form", 0, body));
  mukana_store_run (fixture->place->store, &mukana_drafts_keep_job, drafts, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  assert_kept (fixture, "short");
}

#define ADD(name) g_test_add ("/drafting/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (newer_takes_the_place_of_the_older_of_the_same);
  ADD (dropped_is_gone_and_the_others_stay);
  ADD (another_account_is_given_none);
  ADD (nobody_came_back_to_goes_after_a_month);
  ADD (withdrawn_takes_what_was_typed_about_the_person);
  ADD (erased_takes_what_was_typed_about_the_person);
  ADD (too_long_is_refused_and_what_was_there_stays);

  return g_test_run ();
}
