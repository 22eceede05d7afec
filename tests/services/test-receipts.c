/* test-receipts.c: papers that show what a day cost. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-attaching.h"
#include "services/mukana-founding.h"
#include "services/mukana-registering.h"

#define ASSIGNMENT 1001

typedef struct
{
  MukanaTestRegister *place;
  gint64              person;
  char               *folder;
  char               *path;      /* of a picture of a taxi receipt */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *statements = NULL;

  fixture->place = mukana_test_register_new ();
  mukana_test_run (fixture->place, &mukana_founding_job, NULL);
  fixture->person = mukana_test_add_person (fixture->place, 1);
  statements = g_strdup_printf (
    "INSERT INTO request (id, title, sort_key, state, mode, language, people, created_on, "
    "created_at, updated_at) VALUES (900, 'Raati', 'raati', 'held', 'remote', 'fi', 1, "
    "'2026-01-01', 0, 0); "
    "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, state, "
    "fee_mode, agreed_on) VALUES (%d, 900, %d, '2026-11-10', 600, 780, 'held', 'fee', "
    "'2026-10-01')", ASSIGNMENT, (int) fixture->person);
  mukana_test_sql (fixture->place, statements);
  fixture->folder = g_dir_make_tmp ("mukana-receipts-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "taksi.pdf", NULL);
  g_assert_true (g_file_set_contents (fixture->path, "%PDF-1.5\nTaksi", -1, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

static gint64
add_receipt (Fixture *fixture)
{
  MukanaNewAttachment *asked = mukana_new_attachment_new (0, ASSIGNMENT, fixture->path);
  g_autofree gint64 *id = mukana_test_run (fixture->place, &mukana_receipt_add_job, asked);

  mukana_new_attachment_free (asked);
  return *id;
}

static GPtrArray *
list_receipts (Fixture *fixture)
{
  gint64 id = ASSIGNMENT;

  return mukana_test_run (fixture->place, &mukana_receipts_job, &id);
}

static MukanaPersonFile *
read_person (Fixture *fixture)
{
  return mukana_test_run (fixture->place, &mukana_person_file_job, &fixture->person);
}

/* Promises. */

static void
receipt_is_the_assignments_and_not_among_the_persons_papers (Fixture       *fixture,
                                                             gconstpointer  data)
{
  gint64 id = add_receipt (fixture);
  g_autoptr (GPtrArray) receipts = list_receipts (fixture);
  g_autoptr (MukanaPersonFile) file = read_person (fixture);
  MukanaAttachment *receipt = receipts->pdata[0];
  g_autoptr (GBytes) content = mukana_test_run (fixture->place, &mukana_receipt_read_job, receipt);

  g_assert_cmpuint (receipts->len, ==, 1);
  g_assert_cmpint (receipt->id, ==, id);
  g_assert_cmpint (receipt->person_id, ==, fixture->person);
  g_assert_cmpmem (g_bytes_get_data (content, NULL), g_bytes_get_size (content),
                   "%PDF-1.5\nTaksi", 14);
  g_assert_cmpuint (file->attachments->len, ==, 0);
}

static void
another_paper_is_not_read_as_a_receipt (Fixture       *fixture,
                                        gconstpointer  data)
{
  MukanaNewAttachment *asked = mukana_new_attachment_new (fixture->person, 0, fixture->path);
  g_autofree gint64 *id = mukana_test_run (fixture->place, &mukana_attachment_add_job, asked);
  g_autoptr (MukanaPersonFile) file = read_person (fixture);

  mukana_test_fail (fixture->place, &mukana_receipt_read_job, file->attachments->pdata[0],
                    MUKANA_ERROR_NOT_ALLOWED);
  mukana_test_fail (fixture->place, &mukana_receipt_remove_job, id, MUKANA_ERROR_NOT_ALLOWED);
  mukana_new_attachment_free (asked);
}

static void
receipt_goes_until_its_costs_have_gone_to_payroll (Fixture       *fixture,
                                                   gconstpointer  data)
{
  gint64 first = add_receipt (fixture), second = add_receipt (fixture);
  g_autoptr (GPtrArray) left = NULL;

  mukana_test_run (fixture->place, &mukana_receipt_remove_job, &first);
  mukana_test_sql (fixture->place,
    "INSERT INTO fee_batch (id, title, state, made_at, made_by) "
    "VALUES (1, 'Marraskuu', 'exported', 0, 'a'); "
    "INSERT INTO fee_line (assignment_id, person_id, kind, amount_cents, calculation, service_day, "
    "state, batch_id) SELECT id, person_id, 'taxi', 2350, '23,50 €', day, 'approved', 1 "
    "FROM assignment");
  mukana_test_fail (fixture->place, &mukana_receipt_remove_job, &second, MUKANA_ERROR_NOT_ALLOWED);
  left = list_receipts (fixture);

  g_assert_cmpuint (left->len, ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/receipts/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (receipt_is_the_assignments_and_not_among_the_persons_papers);
  ADD (another_paper_is_not_read_as_a_receipt);
  ADD (receipt_goes_until_its_costs_have_gone_to_payroll);

  return g_test_run ();
}
