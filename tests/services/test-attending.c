/* test-attending.c: who comes to an event, by name; what attending a training records; and lists
 * in and out. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-person-parts.h"
#include "kit/mukana-test.h"
#include "seeking-kit.h"
#include "domain/mukana-registration-columns.h"
#include "services/mukana-attending.h"
#include "services/mukana-beginning-day.h"
#include "services/mukana-consenting.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-naming.h"
#include "services/mukana-retaining.h"

typedef struct
{
  Seeking  seeking;
  char    *folder;
  gint64   aino;         /* of the register, aino@example.org */
  gint64   occurrence;   /* of a training, today */
} Fixture;

static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  return seeking_run (&fixture->seeking, job, arg);
}

static gint64
save (Fixture  *fixture,
      gpointer  record)
{
  return seeking_take_id (run (fixture, &mukana_cooperating_save_job, record));
}

static gint64
add_occurrence (Fixture    *fixture,
                const char *kind,
                MukanaDay   day)
{
  g_autoptr (MukanaHappening) event = g_object_new (MUKANA_TYPE_HAPPENING, NULL);
  g_autoptr (MukanaOccurrence) occurrence = g_object_new (MUKANA_TYPE_OCCURRENCE, NULL);

  mukana_record_init_text (event, "title", "Kokemuskouluttajan päivä");
  mukana_record_init_text (event, "kind", kind);
  mukana_record_init_text (event, "mode", "on-site");
  mukana_record_init_int (occurrence, "event-id", save (fixture, event));
  mukana_record_init_int (occurrence, "day", day);
  mukana_record_init_int (occurrence, "start-minute", 540);
  mukana_record_init_int (occurrence, "end-minute", 900);
  return save (fixture, occurrence);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  seeking_set_up (&fixture->seeking, NULL);
  fixture->folder = g_dir_make_tmp ("mukana-attending-XXXXXX", NULL);
  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "email", "aino@example.org");
  fixture->aino = seeking_add_person (&fixture->seeking, person, 8 * 60);
  fixture->occurrence = add_occurrence (fixture, "training", MUKANA_TEST_TODAY);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  static const char * const names[] = { "in.csv", "out.csv", "out.xlsx" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  seeking_tear_down (&fixture->seeking, NULL);
}

static MukanaRegistration *
new_registration (Fixture    *fixture,
                  const char *name,
                  const char *email,
                  const char *diet)
{
  MukanaRegistration *draft = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);

  mukana_record_init_int (draft, "occurrence-id", fixture->occurrence);
  mukana_record_init_text (draft, "name", name);
  mukana_record_init_text (draft, "email", email);
  mukana_record_init_text (draft, "diet", diet);
  return draft;
}

static gint64
register_one (Fixture    *fixture,
              const char *name,
              const char *email,
              const char *diet)
{
  g_autoptr (MukanaRegistration) draft = new_registration (fixture, name, email, diet);

  return seeking_take_id (run (fixture, &mukana_registration_save_job, draft));
}

static MukanaAttendance *
read_all (Fixture *fixture)
{
  return run (fixture, &mukana_attendance_job, &fixture->occurrence);
}

static MukanaRegistration *
at (const MukanaAttendance *attendance,
    guint                   position)
{
  g_assert_cmpuint (attendance->registrations->len, >, position);
  return g_ptr_array_index (attendance->registrations, position);
}

static void
mark (Fixture  *fixture,
      gint64    id,
      gboolean  is_attended)
{
  g_autoptr (MukanaAttending) attending = mukana_attending_new (fixture->occurrence, is_attended);

  if (id != 0)
    mukana_attending_add (attending, id);
  run (fixture, &mukana_attending_mark_job, attending);
}

static guint
count_trainings (Fixture *fixture)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &fixture->aino);
  guint n = 0;

  for (guint i = 0; i < file->credentials->len; i++)
    {
      MukanaCredential *credential = g_ptr_array_index (file->credentials, i);

      n += g_str_equal (credential->kind, "training") &&
           g_str_equal (credential->title, "Kokemuskouluttajan päivä") &&
           credential->done_on == MUKANA_TEST_TODAY;
    }
  return n;
}

static void
withdraw (Fixture *fixture)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "register", NULL, "phone");

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
}

/* Promises. */

static void
an_address_tells_who_it_is_and_is_not_kept (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaAttendance) attendance = NULL;

  register_one (fixture, "A. Korpi", "AINO@example.org", "Laktoositon");
  register_one (fixture, "Esa Virta", "esa@example.org", NULL);

  attendance = read_all (fixture);
  g_assert_cmpuint (attendance->registrations->len, ==, 2);
  g_assert_cmpint (at (attendance, 0)->person_id, ==, fixture->aino);
  g_assert_null (at (attendance, 0)->name);
  g_assert_nonnull (strstr (at (attendance, 0)->display_name, "Korpi"));
  g_assert_cmpint (at (attendance, 1)->person_id, ==, 0);
  g_assert_null (at (attendance, 1)->email);
  g_assert_cmpint (attendance->occurrence->n_registered, ==, 2);
}

static void
nobody_is_registered_twice (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (MukanaRegistration) again = new_registration (fixture, NULL, NULL, NULL);
  g_autoptr (GError) error = NULL;

  register_one (fixture, "Aino", "aino@example.org", NULL);
  mukana_record_init_int (again, "person-id", fixture->aino);

  g_assert_null (mukana_store_run (fixture->seeking.place->store, &mukana_registration_save_job,
                                   again, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

static void
nobody_is_registered_without_a_name (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (MukanaRegistration) draft = new_registration (fixture, " ", NULL, "Vegaani");
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (fixture->seeking.place->store, &mukana_registration_save_job,
                                   draft, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
}

static void
attending_a_training_is_recorded_with_the_person (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autoptr (MukanaAttendance) attendance = NULL;
  gint64 id = register_one (fixture, "Aino", "aino@example.org", NULL);

  register_one (fixture, "Esa Virta", NULL, NULL);
  mark (fixture, 0, TRUE);   /* all of them */
  mark (fixture, id, TRUE);  /* once more changes nothing */

  attendance = read_all (fixture);
  g_assert_cmpint (attendance->occurrence->n_attended, ==, 2);
  g_assert_cmpuint (count_trainings (fixture), ==, 1);
}

static void
attendance_is_taken_back_with_its_training (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaAttendance) attendance = NULL;
  gint64 id = register_one (fixture, "Aino", "aino@example.org", NULL);

  mark (fixture, id, TRUE);
  mark (fixture, id, FALSE);

  attendance = read_all (fixture);
  g_assert_false (at (attendance, 0)->is_attended);
  g_assert_cmpint (attendance->occurrence->n_attended, ==, 0);
  g_assert_cmpuint (count_trainings (fixture), ==, 0);
}

static void
training_that_was_typed_by_hand_stays (Fixture       *fixture,
                                       gconstpointer  data)
{
  gint64 id = register_one (fixture, "Aino", "aino@example.org", NULL);

  mark (fixture, id, TRUE);
  /* As if it had been there before. */
  mukana_test_sql (fixture->seeking.place, "UPDATE event_registration SET wrote_training = 0");
  mark (fixture, id, FALSE);

  g_assert_cmpuint (count_trainings (fixture), ==, 1);
}

static void
an_event_is_no_training (Fixture       *fixture,
                         gconstpointer  data)
{
  fixture->occurrence = add_occurrence (fixture, "event", MUKANA_TEST_TODAY);

  mark (fixture, register_one (fixture, "Aino", "aino@example.org", NULL), TRUE);

  g_assert_cmpuint (count_trainings (fixture), ==, 0);
}

static void
a_registration_that_was_removed_comes_back_as_it_was (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (MukanaAttending) attending = mukana_attending_new (fixture->occurrence, FALSE);
  g_autoptr (MukanaAttendance) before = NULL, between = NULL, after = NULL;
  g_autoptr (MukanaRegistration) back = NULL;
  gint64 id = register_one (fixture, "Aino", "aino@example.org", "Kasvis");

  mark (fixture, id, TRUE);
  before = read_all (fixture);
  mukana_attending_add (attending, id);
  run (fixture, &mukana_attending_drop_job, attending);
  between = read_all (fixture);
  g_assert_cmpuint (between->registrations->len, ==, 0);
  g_assert_cmpint (between->occurrence->n_registered, ==, 0);
  g_assert_cmpuint (count_trainings (fixture), ==, 0);

  back = mukana_record_with_int (at (before, 0), "id", 0);
  run (fixture, &mukana_registration_restore_job, back);
  after = read_all (fixture);
  g_assert_cmpstr (at (after, 0)->diet, ==, "Kasvis");
  g_assert_true (at (after, 0)->is_attended);
  g_assert_cmpint (after->occurrence->n_attended, ==, 1);
  g_assert_cmpuint (count_trainings (fixture), ==, 1);
}

static void
who_has_left_the_register_is_not_in_the_list (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaAttendance) attendance = NULL;
  g_autoptr (MukanaRegistration) again = NULL;
  g_autoptr (GError) error = NULL;

  register_one (fixture, "Aino", "aino@example.org", NULL);
  withdraw (fixture);

  attendance = read_all (fixture);
  g_assert_cmpuint (attendance->registrations->len, ==, 0);
  g_assert_cmpint (attendance->occurrence->n_registered, ==, 1);   /* the number stays */
  fixture->occurrence = add_occurrence (fixture, "training", MUKANA_TEST_TODAY + 1);
  again = new_registration (fixture, NULL, NULL, NULL);
  mukana_record_init_int (again, "person-id", fixture->aino);
  g_assert_null (mukana_store_run (fixture->seeking.place->store, &mukana_registration_save_job,
                                   again, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
}

static MukanaAttendingList *
read_list (Fixture    *fixture,
           const char *text)
{
  g_autofree char *path = g_build_filename (fixture->folder, "in.csv", NULL);
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (fixture->occurrence, path);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return run (fixture, &mukana_attending_read_job, asked);
}

static void
a_list_says_what_it_would_bring_and_then_brings_it_once (Fixture       *fixture,
                                                         gconstpointer  data)
{
  static const char text[] = "Etunimi;Sukunimi;Sähköposti;Ruokavalio\n"
                             "Aino;Korpi;aino@example.org;Gluteeniton\n"
                             "Esa;Virta;;\n"
                             ";;;Vegaani\n"
                             "esa;VIRTA;;\n";
  g_autoptr (MukanaAttendingList) list = read_list (fixture, text);
  g_autoptr (MukanaAttendance) before = read_all (fixture), after = NULL;
  g_autoptr (MukanaAttendingList) again = NULL;
  g_autoptr (MukanaAttending) brought = NULL;

  g_assert_cmpuint (list->rows->len, ==, 2);
  g_assert_cmpuint (list->n_same, ==, 1);
  g_assert_cmpuint (list->n_empty, ==, 1);
  g_assert_cmpuint (before->registrations->len, ==, 0);   /* nothing is changed by reading */

  brought = run (fixture, &mukana_attending_bring_job, list);
  again = read_list (fixture, text);
  after = read_all (fixture);
  g_assert_cmpuint (brought->ids->len, ==, 2);
  g_assert_cmpint (at (after, 0)->person_id, ==, fixture->aino);
  g_assert_cmpstr (at (after, 0)->diet, ==, "Gluteeniton");
  g_assert_cmpstr (at (after, 1)->name, ==, "Esa Virta");
  g_assert_cmpuint (again->rows->len, ==, 0);
}

static void
a_list_without_names_says_so_until_the_column_is_said (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (MukanaAttendingList) list = read_list (fixture,
                                                    "Kuka tulee;Ruokavalio\nEsa;Vegaani\n");
  g_autoptr (MukanaAttendingList) said = NULL;

  g_assert_false (list->says_names);
  g_assert_cmpuint (list->rows->len, ==, 0);

  g_array_index (list->columns, guint8, 0) = MUKANA_REGISTRATION_NAME;
  said = run (fixture, &mukana_attending_read_job, list);
  g_assert_true (said->says_names);
  g_assert_cmpuint (said->rows->len, ==, 1);
}

static void
a_diet_is_read_from_whatever_the_form_asked (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char text[] = "Osallistujan koko nimi;S-posti;Ruokavalio;Onko sinulla allergioita?\n"
                             "Esa Virta;;Vegaani;Pähkinä\n"
                             "Maija Niemi;;;Ei\n";
  g_autoptr (MukanaAttendingList) list = read_list (fixture, text);
  g_autoptr (MukanaAttending) brought = run (fixture, &mukana_attending_bring_job, list);
  g_autoptr (MukanaAttendance) after = read_all (fixture);

  g_assert_cmpuint (brought->ids->len, ==, 2);
  g_assert_cmpstr (at (after, 0)->diet, ==, "Vegaani, Pähkinä");
  g_assert_null (at (after, 1)->diet);
}

static void
a_diet_is_brought_to_those_who_are_registered (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaAttendingList) list = NULL;
  g_autoptr (MukanaAttending) brought = NULL;
  g_autoptr (MukanaAttendance) with = NULL, without = NULL;

  register_one (fixture, "Esa Virta", NULL, NULL);
  register_one (fixture, "Maija Niemi", NULL, "Vegaani");
  list = read_list (fixture, "Nimi;Allergiat\nEsa Virta;Pähkinä\nMaija Niemi;Kala\n");
  brought = run (fixture, &mukana_attending_bring_job, list);
  with = read_all (fixture);
  run (fixture, &mukana_attending_drop_job, brought);
  without = read_all (fixture);

  g_assert_cmpuint (list->diets->len, ==, 1);
  g_assert_cmpuint (list->other_diets->len, ==, 1);   /* told, and not written over */
  g_assert_cmpuint (brought->ids->len, ==, 0);
  g_assert_cmpstr (at (with, 0)->diet, ==, "Pähkinä");
  g_assert_cmpstr (at (with, 1)->diet, ==, "Vegaani");
  g_assert_null (at (without, 0)->diet);
  g_assert_cmpuint (without->registrations->len, ==, 2);
}

static void
a_diet_that_is_too_long_is_told (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *diet = g_strnfill (400, 'a');
  g_autofree char *text = g_strdup_printf ("Nimi;Allergiat\nEsa Virta;%s\n", diet);
  g_autoptr (MukanaAttendingList) list = read_list (fixture, text);

  g_assert_cmpuint (list->rows->len, ==, 0);
  g_assert_cmpuint (list->n_long, ==, 1);
}

static void
the_list_goes_out_as_text_and_as_a_workbook (Fixture       *fixture,
                                             gconstpointer  data)
{
  static const char * const names[] = { "out.csv", "out.xlsx" };

  register_one (fixture, "Esa Virta", NULL, "Vegaani");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);
      g_autofree char *content = NULL;
      g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (fixture->occurrence,
                                                                         path);
      g_autoptr (MukanaAttendingList) written = run (fixture, &mukana_attending_write_job, asked);

      run (fixture, &mukana_attending_note_job, written);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
      g_assert_true (i == 0 ? strstr (content, "Esa Virta") != NULL
                            : g_str_has_prefix (content, "PK"));
    }
}

/* Returns: yours, what is in the list that a user of that role has written; NULL: refused */
static char *
write_as (Fixture    *fixture,
          const char *role)
{
  g_autofree char *path = g_build_filename (fixture->folder, "as.csv", NULL);
  g_autoptr (MukanaAttendingList) asked = mukana_attending_list_new (fixture->occurrence, path);
  g_autoptr (MukanaAttendingList) written = NULL;
  g_autoptr (MukanaStore) store = NULL;
  g_autoptr (GError) error = NULL;
  MukanaTestRegister *place = fixture->seeking.place;
  char *content = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (MukanaRegisterUser) user = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);

      mukana_record_init_text (user, "name", i == 0 ? "pekka" : "maija");
      mukana_record_init_text (user, "role", i == 0 ? "coordinator" : role);
      run (fixture, &mukana_user_save_job, user);
    }
  mukana_test_register_close (place);
  store = mukana_test_open_for (place, "maija");
  written = mukana_store_run (store, &mukana_attending_write_job, asked, &error);
  if (written != NULL)
    {
      mukana_store_run (store, &mukana_attending_note_job, written, &error);
      g_assert_no_error (error);
      g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
    }
  else
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED);
  mukana_store_close (store);
  return content;
}

static void
who_sees_no_people_gets_the_list_without_their_names (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autofree char *content = NULL;

  register_one (fixture, "Esa Virta", NULL, NULL);
  register_one (fixture, "Aino", "aino@example.org", "Gluteeniton");

  content = write_as (fixture, "hyte");
  g_assert_nonnull (content);
  g_assert_nonnull (strstr (content, "Esa Virta"));
  g_assert_nonnull (strstr (content, "Somebody of the register"));
  g_assert_nonnull (strstr (content, "Gluteeniton"));   /* the kitchen needs it */
  g_assert_null (strstr (content, "Aino"));
}

static void
who_has_no_events_gets_no_list (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *content = NULL;

  register_one (fixture, "Esa Virta", NULL, NULL);

  content = write_as (fixture, "reader");
  g_assert_null (content);
}

static void
diets_go_two_weeks_after_the_event_and_names_stay (Fixture       *fixture,
                                                   gconstpointer  data)
{
  g_autoptr (MukanaRetention) retention = NULL;
  MukanaRetentionOrder *order;
  g_autoptr (MukanaAttendance) attendance = NULL;
  gint64 recent, old;

  recent = add_occurrence (fixture, "event", MUKANA_TEST_TODAY - 13);
  old = add_occurrence (fixture, "event", MUKANA_TEST_TODAY - 15);
  fixture->occurrence = recent;
  register_one (fixture, "Esa Virta", NULL, "Vegaani");
  fixture->occurrence = old;
  register_one (fixture, "Esa Virta", NULL, "Vegaani");

  retention = run (fixture, &mukana_retaining_read_job, NULL);
  order = mukana_retention_order_new ("diet", retention->due);
  g_free (run (fixture, &mukana_retaining_run_job, order));

  attendance = read_all (fixture);
  g_assert_cmpuint (order->ids->len, ==, 1);
  mukana_retention_order_free (order);
  g_assert_cmpstr (at (attendance, 0)->name, ==, "Esa Virta");
  g_assert_null (at (attendance, 0)->diet);
}

static int
fail_run (Fixture         *fixture,
          const MukanaJob *job,
          gpointer         arg)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->seeking.place->store, job, arg, &error);
  return error != NULL ? error->code : -1;
}

/* Nobody has come to what is yet to come, and nobody registers for what was cancelled. */
static void
nobody_comes_before_the_day_or_to_what_was_cancelled (Fixture       *fixture,
                                                      gconstpointer  data)
{
  g_autoptr (MukanaRegistration) late = NULL;
  MukanaAttending *attending;

  fixture->occurrence = add_occurrence (fixture, "event", MUKANA_TEST_TODAY + 5);
  register_one (fixture, "Ilta Kuvitelma", NULL, NULL);
  attending = mukana_attending_new (fixture->occurrence, TRUE);
  g_assert_cmpint (fail_run (fixture, &mukana_attending_mark_job, attending), ==,
                   MUKANA_ERROR_INVALID);
  mukana_attending_free (attending);

  mukana_test_sql (fixture->seeking.place,
                   "UPDATE event_occurrence SET cancelled_on = '2026-11-01'");
  late = new_registration (fixture, "Onni Kuvitelma", NULL, NULL);
  g_assert_cmpint (fail_run (fixture, &mukana_registration_save_job, late), ==,
                   MUKANA_ERROR_INVALID);
}

/* Of the event of that many days ago one registration, with a diet, after a day has begun. */
static char *
dup_diet_after_a_new_day (Fixture *fixture,
                          int      days_ago)
{
  gboolean has_turned = FALSE;
  g_autoptr (MukanaAttendance) attendance = NULL;

  fixture->occurrence = add_occurrence (fixture, "event", MUKANA_TEST_TODAY - days_ago);
  register_one (fixture, "Esa Virta", NULL, "Vegaani");
  run (fixture, &mukana_new_day_job, &has_turned);
  attendance = read_all (fixture);
  return g_strdup (at (attendance, 0)->diet);
}

static void
diets_of_past_events_go_by_themselves (Fixture       *fixture,
                                       gconstpointer  data)
{
  g_autofree char *recent = dup_diet_after_a_new_day (fixture, 13);
  g_autofree char *old = dup_diet_after_a_new_day (fixture, 15);
  g_autofree char *asked_about = NULL;

  mukana_test_sql (fixture->seeking.place, "UPDATE retention_rule SET needs_second = 1 "
                                           "WHERE code = 'diet'");
  asked_about = dup_diet_after_a_new_day (fixture, 20);

  g_assert_cmpstr (recent, ==, "Vegaani");
  g_assert_null (old);
  g_assert_cmpstr (asked_about, ==, "Vegaani");
}

static void
a_time_with_registrations_is_not_removed (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autoptr (MukanaAttendance) attendance = NULL;
  g_autoptr (GError) error = NULL;

  register_one (fixture, "Esa Virta", NULL, NULL);
  attendance = read_all (fixture);

  mukana_store_run (fixture->seeking.place->store, &mukana_cooperating_drop_job,
                    attendance->occurrence, &error);
  g_assert_nonnull (error);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/attending/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (an_address_tells_who_it_is_and_is_not_kept);
  ADD (nobody_is_registered_twice);
  ADD (nobody_is_registered_without_a_name);
  ADD (attending_a_training_is_recorded_with_the_person);
  ADD (attendance_is_taken_back_with_its_training);
  ADD (training_that_was_typed_by_hand_stays);
  ADD (an_event_is_no_training);
  ADD (a_registration_that_was_removed_comes_back_as_it_was);
  ADD (who_has_left_the_register_is_not_in_the_list);
  ADD (a_list_says_what_it_would_bring_and_then_brings_it_once);
  ADD (a_list_without_names_says_so_until_the_column_is_said);
  ADD (a_diet_is_read_from_whatever_the_form_asked);
  ADD (a_diet_is_brought_to_those_who_are_registered);
  ADD (a_diet_that_is_too_long_is_told);
  ADD (the_list_goes_out_as_text_and_as_a_workbook);
  ADD (who_sees_no_people_gets_the_list_without_their_names);
  ADD (who_has_no_events_gets_no_list);
  ADD (diets_go_two_weeks_after_the_event_and_names_stay);
  ADD (diets_of_past_events_go_by_themselves);
  ADD (a_time_with_registrations_is_not_removed);
  ADD (nobody_comes_before_the_day_or_to_what_was_cancelled);

  return g_test_run ();
}
