/* test-assignment-paper.c: the papers of an assignment are in its person's language, tell no
 * illness unasked, and are not printed of somebody whose data may not be given out. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "seeking-kit.h"
#include "services/mukana-assignment-paper.h"
#include "services/mukana-consenting.h"
#include "services/mukana-journaling.h"
#include "services/mukana-proposing.h"

typedef struct
{
  Seeking  seeking;
  char    *path;         /* of the paper */
  gint64   aino;
  gint64   assignment;   /* of today */
} Fixture;

static gint64
add_request (Fixture *fixture)
{
  g_autoptr (MukanaRequestFile) file = seeking_new_request ("Psykoosista toipuminen", 1, 9);

  mukana_record_init_text (file->request, "unit", "Psykiatrian poliklinikka");
  mukana_record_init_text (file->request, "role-code", "expert");
  mukana_record_init_text (file->request, "method-code", "kokemusasiantuntija_luento");
  mukana_record_init_text (file->request, "requester-name", "Oili Pyytäjä");
  mukana_record_init_int (file->request, "fee-cents", 12550);
  mukana_record_init_int (g_ptr_array_index (file->times, 0), "day", MUKANA_TEST_TODAY);
  return seeking_take_id (seeking_run (&fixture->seeking, &mukana_request_save_job, file));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-paper-XXXXXX", NULL);
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);

  seeking_set_up (&fixture->seeking, NULL);
  fixture->path = g_build_filename (folder, "paper.pdf", NULL);
  mukana_person_init_names (person, "Aino", "Korpi");
  mukana_record_init_text (person, "contact-language", "sv");
  fixture->aino = seeking_add_person (&fixture->seeking, person, 8 * 60);
  fixture->assignment = seeking_agree (&fixture->seeking, add_request (fixture), fixture->aino);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
  seeking_tear_down (&fixture->seeking, NULL);
}

static void
complete (Fixture    *fixture,
          const char *attendance,
          int         minutes)
{
  MukanaCompleting *completing = mukana_completing_new (fixture->assignment, attendance, minutes);

  g_ptr_array_unref (seeking_run (&fixture->seeking, &mukana_completing_job, completing));
  mukana_completing_free (completing);
}

static gpointer
text_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (MukanaDocument) document = mukana_assignment_paper_make (db, arg, error);

  return document != NULL ? mukana_document_to_text (document) : NULL;
}

static const MukanaJob text_job = { "test.paper", MUKANA_LANE_DOOR, text_run, g_free };

static char *
read_paper (Fixture    *fixture,
            const char *paper,
            gboolean    tells_all)
{
  g_autoptr (MukanaAssignmentPaper) asked =
    mukana_assignment_paper_new (fixture->assignment, paper, tells_all, NULL);

  return seeking_run (&fixture->seeking, &text_job, asked);
}

static void
refuse (Fixture    *fixture,
        const char *paper,
        int         code)
{
  g_autoptr (MukanaAssignmentPaper) asked =
    mukana_assignment_paper_new (fixture->assignment, paper, FALSE, fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_null (mukana_store_run (fixture->seeking.place->store, &mukana_assignment_paper_job,
                                   asked, &error));
  g_assert_error (error, MUKANA_ERROR, code);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
}

static guint
count_in_journal (Fixture    *fixture,
                  const char *action)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) ids = seeking_run (&fixture->seeking, &mukana_journal_ids_job, filter);
  MukanaIdPage page = { .n_ids = MIN (ids->len, MUKANA_LIST_PAGE) };
  g_autoptr (GPtrArray) rows = NULL;
  guint n_found = 0;

  mukana_journal_filter_free (filter);
  memcpy (page.ids, ids->data, page.n_ids * sizeof (gint64));
  rows = seeking_run (&fixture->seeking, &mukana_journal_rows_job, &page);
  for (guint i = 0; i < rows->len; i++)
    n_found += g_str_equal (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action, action);
  return n_found;
}

/* Promises. */

static void
confirmation_tells_when_where_and_how_it_is_paid (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *text = read_paper (fixture, "confirmation", FALSE);

  g_assert_nonnull (strstr (text, "Bekräftelse på uppdrag"));
  g_assert_nonnull (strstr (text, "23.11.2026 9.00–11.00"));
  g_assert_nonnull (strstr (text, "Kajana"));
  g_assert_nonnull (strstr (text, "125,50 €"));
  g_assert_nonnull (strstr (text, "via löneräkningen"));
  g_assert_nonnull (strstr (text, "Oili Pyytäjä"));
  g_assert_null (strstr (text, "Förberedelser"));   /* none is asked for */
}

static void
commitment_has_places_to_sign (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *text = read_paper (fixture, "commitment", FALSE);

  g_assert_nonnull (strstr (text, "Tystnadsförbindelse"));
  g_assert_nonnull (strstr (text, "Korpi"));
  g_assert_nonnull (strstr (text, "Underskrift: ____"));
}

static void
certificate_tells_the_days_and_no_illness (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *text = NULL;

  complete (fixture, "full", 150);
  text = read_paper (fixture, "certificate", FALSE);

  g_assert_nonnull (strstr (text, "Korpi"));
  g_assert_nonnull (strstr (text, "23.11.2026 (2 h 30 min)"));
  g_assert_null (strstr (text, "Psyk"));
  g_assert_null (strstr (text, "psyk"));
  g_assert_null (strstr (text, "rfarenhet"));
}

static void
certificate_tells_all_when_the_person_asks (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autofree char *text = NULL;

  complete (fixture, "full", 150);
  text = read_paper (fixture, "certificate", TRUE);

  g_assert_nonnull (strstr (text, "Psykoosista toipuminen"));
  g_assert_nonnull (strstr (text, "Psykiatrian poliklinikka"));
  g_assert_nonnull (strstr (text, "rfarenhet"));
}

static void
no_certificate_without_a_day_that_was_done (Fixture       *fixture,
                                            gconstpointer  data)
{
  refuse (fixture, "certificate", MUKANA_ERROR_INVALID);
  complete (fixture, "no-show", 0);
  refuse (fixture, "certificate", MUKANA_ERROR_INVALID);
}

static void
nothing_is_confirmed_that_was_cancelled (Fixture       *fixture,
                                         gconstpointer  data)
{
  complete (fixture, "cancelled-person", 0);

  refuse (fixture, "confirmation", MUKANA_ERROR_INVALID);
}

static void
each_paper_is_noted_under_its_own_name (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaAssignmentPaper) asked =
    mukana_assignment_paper_new (fixture->assignment, "commitment", FALSE, fixture->path);
  g_autoptr (MukanaAssignmentPaper) written = seeking_run (&fixture->seeking,
                                                           &mukana_assignment_paper_job, asked);

  seeking_run (&fixture->seeking, &mukana_assignment_paper_note_job, written);

  g_assert_cmpint (written->person_id, ==, fixture->aino);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_in_journal (fixture, "assigning.print-commitment"), ==, 1);
  g_assert_cmpuint (count_in_journal (fixture, "assigning.print-certificate"), ==, 0);
}

static void
nothing_is_printed_of_who_has_left_the_register (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "register", NULL, "phone");

  seeking_run (&fixture->seeking, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);

  refuse (fixture, "confirmation", MUKANA_ERROR_NOT_ALLOWED);
}

static void
every_language_has_every_paper (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char * const languages[] = { "fi", "sv", "en" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    for (guint j = 0; mukana_assignment_papers[j] != NULL; j++)
      {
        g_autofree char *path = g_strdup_printf ("/fi/mukana/documents/assignment-%s.%s.txt",
                                                 mukana_assignment_papers[j], languages[i]);
        g_autoptr (GBytes) template = g_resources_lookup_data (path, 0, NULL);

        g_assert_nonnull (template);
      }
}

/* No fee was agreed for the request and no rule was chosen, as in an imported one. */
static void
confirmation_tells_the_fee_that_will_be_paid (Fixture       *fixture,
                                              gconstpointer  data)
{
  MukanaTestRegister *place = fixture->seeking.place;
  g_autofree char *usual = NULL, *own = NULL;

  mukana_test_sql (place, "UPDATE request SET fee_cents = 0, fee_rule_code = NULL");
  mukana_test_sql (place, "UPDATE assignment SET fee_rule_code = NULL");
  usual = read_paper (fixture, "confirmation", FALSE);
  mukana_test_sql (place, "UPDATE fee_rule SET role_code = 'expert', amount_cents = 4100 "
                          "WHERE code = 'hour'");
  mukana_test_sql (place, "INSERT INTO person_role (person_id, role_code) SELECT id, 'expert' "
                          "FROM person");
  own = read_paper (fixture, "confirmation", FALSE);

  g_assert_nonnull (strstr (usual, "25,00 € / timme"));
  g_assert_nonnull (strstr (own, "41,00 € / timme"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/assignment-paper/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (confirmation_tells_when_where_and_how_it_is_paid);
  ADD (confirmation_tells_the_fee_that_will_be_paid);
  ADD (commitment_has_places_to_sign);
  ADD (certificate_tells_the_days_and_no_illness);
  ADD (certificate_tells_all_when_the_person_asks);
  ADD (no_certificate_without_a_day_that_was_done);
  ADD (nothing_is_confirmed_that_was_cancelled);
  ADD (each_paper_is_noted_under_its_own_name);
  ADD (nothing_is_printed_of_who_has_left_the_register);
  ADD (every_language_has_every_paper);

  return g_test_run ();
}
