/* test-log-lines.c: a line of the log of cooperation is corrected or removed, and that is taken
 * back. */

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-correcting.h"
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"

typedef struct
{
  MukanaTestRegister *place;
  gint64              organisation;
  gint64              other;
} Fixture;

static gint64
add_organisation (Fixture    *fixture,
                  const char *name)
{
  MukanaOrganisationFile file = { 0 };
  g_autoptr (MukanaOrganisation) organisation = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  g_autofree gint64 *id = NULL;

  mukana_organisation_init_name (organisation, name);
  mukana_record_init_text (organisation, "kind", "association");
  file.organisation = organisation;
  id = run (fixture, &mukana_organisation_save_job, &file);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->organisation = add_organisation (fixture, "Mielen tuki ry");
  fixture->other = add_organisation (fixture, "Toinen tuki ry");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
}

static MukanaOrganisationFile *
read_file (Fixture *fixture,
           gint64   id)
{
  return run (fixture, &mukana_organisation_file_job, &id);
}

/* Returns: yours, a line in the log with the other organisation, as it is read to be corrected */
static MukanaLogEntry *
log_with_other (Fixture *fixture)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  g_autofree gint64 *id = NULL;
  g_autofree char *also = g_strdup_printf ("o%d", (int) fixture->other);

  mukana_record_init_int (entry, "organisation-id", fixture->organisation);
  mukana_record_init_int (entry, "day", MUKANA_TEST_TODAY);
  mukana_record_init_text (entry, "kind", "meeting");
  mukana_record_init_text (entry, "summary", "Sovittu esittelystä");
  mukana_record_init_int (entry, "next-day", MUKANA_TEST_TODAY + 7);
  mukana_record_init_text (entry, "also", also);
  id = run (fixture, &mukana_log_entry_add_job, entry);
  return run (fixture, &mukana_log_entry_get_job, id);
}

static void
a_line_is_corrected_with_whoever_took_part (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) changed = mukana_record_with_text (entry, "summary", "Sovittu kaksi");
  g_autoptr (MukanaLogEntry) alone = mukana_record_with_text (changed, "also", NULL);
  g_autoptr (MukanaLogEntry) now = NULL;
  g_autoptr (MukanaOrganisationFile) theirs = NULL;

  run (fixture, &mukana_log_entry_save_job, alone);
  now = run (fixture, &mukana_log_entry_get_job, &entry->id);
  theirs = read_file (fixture, fixture->other);

  g_assert_cmpstr (now->summary, ==, "Sovittu kaksi");
  g_assert_null (now->also);
  g_assert_cmpstr (now->author, ==, entry->author);
  g_assert_cmpuint (theirs->log->len, ==, 0);
}

static void
a_correction_is_taken_back_by_saving_what_was (Fixture       *fixture,
                                               gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) changed = mukana_record_with_text (entry, "summary", "Muuta");
  g_autoptr (MukanaLogEntry) before = mukana_record_with_int (entry, "version", entry->version + 1);
  g_autoptr (MukanaLogEntry) now = NULL;

  run (fixture, &mukana_log_entry_save_job, changed);
  run (fixture, &mukana_log_entry_save_job, before);
  now = run (fixture, &mukana_log_entry_get_job, &entry->id);

  g_assert_cmpstr (now->summary, ==, entry->summary);
  g_assert_cmpstr (now->also, ==, entry->also);
}

static void
a_line_that_somebody_corrected_meanwhile_is_not_written_over (Fixture       *fixture,
                                                              gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) first = mukana_record_with_text (entry, "summary", "Ensin");
  g_autoptr (MukanaLogEntry) second = mukana_record_with_text (entry, "summary", "Sitten");
  g_autoptr (GError) error = NULL;

  run (fixture, &mukana_log_entry_save_job, first);
  mukana_store_run (fixture->place->store, &mukana_log_entry_save_job, second, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
}

static void
a_correction_is_judged_as_a_new_line_is (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) empty = mukana_record_with_text (entry, "summary", NULL);
  g_autoptr (GError) error = NULL;

  mukana_store_run (fixture->place->store, &mukana_log_entry_save_job, empty, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_nonnull (mukana_issues_find (mukana_error_get_issues (error), "summary"));
}

static void
a_line_that_was_removed_comes_back_as_it_was (Fixture       *fixture,
                                              gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) entry = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) done = NULL;
  g_autoptr (MukanaOrganisationFile) gone = NULL, back = NULL;
  MukanaLogEntry *line;

  run (fixture, &mukana_task_done_job, &entry->id);
  done = run (fixture, &mukana_log_entry_get_job, &entry->id);
  run (fixture, &mukana_log_entry_drop_job, &entry->id);
  gone = read_file (fixture, fixture->organisation);
  run (fixture, &mukana_log_entry_restore_job, done);
  back = read_file (fixture, fixture->organisation);

  g_assert_cmpuint (gone->log->len, ==, 0);
  g_assert_cmpuint (back->log->len, ==, 1);
  line = g_ptr_array_index (back->log, 0);
  g_assert_cmpstr (line->summary, ==, entry->summary);
  g_assert_cmpstr (line->author, ==, entry->author);
  g_assert_cmpint (line->created_at, ==, entry->created_at);
  g_assert_cmpint (line->next_done_on, ==, MUKANA_TEST_TODAY);
  g_assert_cmpstr (line->with, ==, "Toinen tuki ry");
}

static void
the_newest_lines_are_on_the_desk (Fixture       *fixture,
                                  gconstpointer  data)
{
  g_autoptr (MukanaLogEntry) first = log_with_other (fixture);
  g_autoptr (MukanaLogEntry) second = log_with_other (fixture);
  g_autoptr (MukanaCooperationDesk) desk = run (fixture, &mukana_cooperation_desk_job, NULL);

  g_assert_cmpuint (desk->log->len, ==, 2);
  g_assert_cmpint (MUKANA_LOG_ENTRY (g_ptr_array_index (desk->log, 0))->id, ==, second->id);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) \
  g_test_add ("/log-lines/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (a_line_is_corrected_with_whoever_took_part);
  ADD (a_correction_is_taken_back_by_saving_what_was);
  ADD (a_line_that_somebody_corrected_meanwhile_is_not_written_over);
  ADD (a_correction_is_judged_as_a_new_line_is);
  ADD (a_line_that_was_removed_comes_back_as_it_was);
  ADD (the_newest_lines_are_on_the_desk);
  return g_test_run ();
}
