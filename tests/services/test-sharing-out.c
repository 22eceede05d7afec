/* test-sharing-out.c: who waits and who carries much is told of those who may be asked, and small
 * counts of themes and places of nobody. */

#include "domain/mukana-assignment.h"
#include "domain/mukana-consent.h"
#include "domain/mukana-person-parts.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-journaling.h"
#include "services/mukana-registering.h"
#include "services/mukana-sharing-out.h"
#include "store/mukana-people.h"
#include "store/mukana-record-io.h"

#define THEME "ik.kot"
#define ROOT "ik"
#define PLACE "205"

typedef struct
{
  MukanaTestRegister *place;
} Fixture;

static void
give (Fixture    *fixture,
      gint64      person,
      const char *purpose,
      const char *theme)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "theme-id", theme);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gpointer
theme_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (MukanaExperience) theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);

  mukana_record_init_text (theme, "theme-id", THEME);
  mukana_record_init_text (theme, "perspective", "own");
  mukana_people_add_part (db, "people.add-theme", *(gint64 *) arg, theme, error);
  return NULL;
}

/* Somebody who allows the register, matching and, when @allows_theme, their theme. */
static gint64
add_person (Fixture  *fixture,
            guint     number,
            gboolean  non_disclosure,
            gboolean  allows_theme)
{
  g_autofree char *name = g_strdup_printf ("Keksitty%u", number);
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *id = NULL;

  mukana_person_init_names (person, "Aino", name);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi");
  mukana_record_init_text (person, "municipality-code", PLACE);
  mukana_record_init_int (person, "non-disclosure", non_disclosure);
  mukana_record_init_int (person, "joined-on", MUKANA_TEST_TODAY - 400 + (int) number);
  id = run (fixture, &mukana_person_save_job, person);
  mukana_test_write (fixture->place, theme_run, id);
  give (fixture, *id, "register", NULL);
  give (fixture, *id, "matching", NULL);
  if (allows_theme)
    give (fixture, *id, "theme", THEME);
  return *id;
}

static MukanaSharedWork *
look (Fixture *fixture)
{
  return run (fixture, &mukana_sharing_out_job, NULL);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static void
who_withdraws_is_gone_at_once (Fixture       *fixture,
                               gconstpointer  data)
{
  gint64 first = add_person (fixture, 1, FALSE, TRUE);
  gint64 second = add_person (fixture, 2, FALSE, TRUE);
  g_autoptr (MukanaSharedWork) before = look (fixture);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (first, "matching", NULL, "other");

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  g_autoptr (MukanaSharedWork) after = look (fixture);
  g_assert_cmpuint (before->waiting->len, ==, 2);
  g_assert_cmpint (g_array_index (before->waiting, MukanaShare *, 0)->person_id, ==, first);
  g_assert_cmpuint (after->waiting->len, ==, 1);
  g_assert_cmpint (g_array_index (after->waiting, MukanaShare *, 0)->person_id, ==, second);
  g_assert_null (mukana_shared_work_peek_name (after, first));
  g_assert_nonnull (mukana_shared_work_peek_name (after, second));
}

static void
small_counts_are_not_told (Fixture       *fixture,
                           gconstpointer  data)
{
  for (guint i = 1; i < MUKANA_SHARING_FEW; i++)
    add_person (fixture, i, FALSE, TRUE);

  g_autoptr (MukanaSharedWork) few = look (fixture);
  add_person (fixture, MUKANA_SHARING_FEW, FALSE, TRUE);
  g_autoptr (MukanaSharedWork) enough = look (fixture);

  g_assert_true (mukana_shared_work_find_cell (few, ROOT, PLACE)->is_few);
  g_assert_cmpuint (mukana_shared_work_find_cell (few, ROOT, PLACE)->n_people, ==, 0);
  g_assert_false (mukana_shared_work_find_cell (enough, ROOT, PLACE)->is_few);
  g_assert_cmpuint (mukana_shared_work_find_cell (enough, ROOT, PLACE)->n_people, ==,
                    MUKANA_SHARING_FEW);
}

static void
place_under_non_disclosure_is_counted_to_none (Fixture       *fixture,
                                               gconstpointer  data)
{
  add_person (fixture, 1, TRUE, TRUE);

  g_autoptr (MukanaSharedWork) work = look (fixture);

  g_assert_null (mukana_shared_work_find_cell (work, ROOT, PLACE));
  g_assert_nonnull (mukana_shared_work_find_cell (work, ROOT, ""));
}

static void
theme_without_its_own_consent_is_a_hole (Fixture       *fixture,
                                         gconstpointer  data)
{
  add_person (fixture, 1, FALSE, FALSE);

  g_autoptr (MukanaSharedWork) work = look (fixture);

  g_assert_cmpuint (work->shares->len, ==, 1);
  g_assert_cmpuint (work->cells->len, ==, 0);
}

/* ---- Work that was done ---- */

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = mukana_request_file_new ();
  g_autofree gint64 *id = NULL;

  file->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  mukana_request_init_title (file->request, "Kotihoidon kehittäminen");
  mukana_record_init_text (file->request, "state", "draft");
  mukana_record_init_text (file->request, "mode", "period");
  mukana_record_init_text (file->request, "language", "fi");
  mukana_record_init_int (file->request, "people", 1);
  id = run (fixture, &mukana_request_save_job, file);
  return *id;
}

typedef struct
{
  gint64    request_id;
  gint64    person_id;
  MukanaDay day;
} Held;

static gpointer
held_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const Held *held = arg;
  g_autoptr (MukanaAssignment) assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);

  mukana_record_init_int (assignment, "request-id", held->request_id);
  mukana_record_init_int (assignment, "person-id", held->person_id);
  mukana_record_init_int (assignment, "day", held->day);
  mukana_record_init_int (assignment, "agreed-on", held->day);
  mukana_record_init_text (assignment, "state", "held");
  mukana_record_init_text (assignment, "fee-mode", "fee");
  mukana_record_insert (db, "assignments.add", MUKANA_RECORD (assignment), error);
  return NULL;
}

static void
only_the_last_twelve_months_are_counted (Fixture       *fixture,
                                         gconstpointer  data)
{
  gint64 works = add_person (fixture, 1, FALSE, TRUE), waits = add_person (fixture, 2, FALSE, TRUE);
  Held held = { add_request (fixture), works, MUKANA_TEST_TODAY };
  static const int days_ago[] = { 0, 1, 100, 365, 366, 800 };

  for (guint i = 0; i < G_N_ELEMENTS (days_ago); i++)
    {
      held.day = MUKANA_TEST_TODAY - days_ago[i];
      mukana_test_write (fixture->place, held_run, &held);
    }

  g_autoptr (MukanaSharedWork) work = look (fixture);
  const MukanaShare *share = &g_array_index (work->shares, MukanaShare, 0);

  g_assert_cmpint (share->person_id, ==, works);
  g_assert_cmpuint (share->n_held, ==, 4);
  g_assert_cmpuint (share->most_in_month, ==, 2);
  g_assert_cmpuint (work->sharing.n_carrying_half, ==, 1);
  g_assert_cmpuint (work->waiting->len, ==, 1);
  g_assert_cmpint (g_array_index (work->waiting, MukanaShare *, 0)->person_id, ==, waits);
}

#define ADD(name) \
  g_test_add ("/sharing-out/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (who_withdraws_is_gone_at_once);
  ADD (small_counts_are_not_told);
  ADD (place_under_non_disclosure_is_counted_to_none);
  ADD (theme_without_its_own_consent_is_a_hole);
  ADD (only_the_last_twelve_months_are_counted);

  return g_test_run ();
}
