/* test-giving-out.c: a list that leaves the register has in it who may be given out, as allowed. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-consent.h"
#include "kit/mukana-test-faults.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-giving-out.h"
#include "services/mukana-journaling.h"
#include "services/mukana-listing.h"
#include "services/mukana-registering.h"
#include "services/mukana-sheet.h"
#include "services/mukana-table.h"
#include "services/mukana-theme-adding.h"

#define THEME "ik.kot"

typedef struct
{
  MukanaTestRegister *place;
  char               *path;      /* of the list */
  gint64              aino;      /* allows the register */
  gint64              eero;      /* allows it, under non-disclosure */
  gint64              liisa;     /* allows nothing */
} Fixture;

static void
give (Fixture    *fixture,
      gint64      person,
      const char *purpose)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 3);
  run (fixture, &mukana_consenting_give_job, consent);
}

static gint64
add_person (Fixture    *fixture,
            const char *given_name,
            const char *family_name,
            const char *email,
            gboolean    non_disclosure)
{
  g_autoptr (MukanaPerson) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  g_autofree gint64 *id = NULL;

  mukana_person_init_names (person, given_name, family_name);
  mukana_record_init_text (person, "state", "active");
  mukana_record_init_text (person, "fee-mode", "fee");
  mukana_record_init_text (person, "work-languages", "fi sv");
  mukana_record_init_text (person, "email", email);
  mukana_record_init_text (person, "municipality-code", "205");
  mukana_record_init_int (person, "non-disclosure", non_disclosure);
  id = run (fixture, &mukana_person_save_job, person);
  return *id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *folder = g_dir_make_tmp ("mukana-list-XXXXXX", NULL);

  fixture->path = g_build_filename (folder, "people.csv", NULL);
  fixture->place = mukana_test_register_new ();
  run (fixture, &mukana_founding_job, NULL);
  fixture->aino = add_person (fixture, "Aino", "Korpi", "aino@example.org", FALSE);
  fixture->eero = add_person (fixture, "=Eero", "Aalto", NULL, TRUE);
  fixture->liisa = add_person (fixture, "Liisa", "Vaiti", "liisa@example.org", FALSE);
  give (fixture, fixture->aino, "register");
  give (fixture, fixture->aino, "communication");
  give (fixture, fixture->eero, "register");
  give (fixture, fixture->eero, "communication");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_unlink (fixture->path);
  g_rmdir (folder);
  g_free (fixture->path);
  mukana_test_register_free (fixture->place);
}

static GArray *
everybody (Fixture *fixture)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_array_append_val (ids, fixture->aino);
  g_array_append_val (ids, fixture->eero);
  g_array_append_val (ids, fixture->liisa);
  return ids;
}

static MukanaGivenOut *
read_contacts (Fixture *fixture)
{
  g_autoptr (GArray) ids = everybody (fixture);

  return run (fixture, &mukana_giving_contacts_job, ids);
}

/* Returns: yours, what stands in the file */
static char *
write_list (Fixture *fixture)
{
  g_autoptr (GArray) ids = everybody (fixture);
  g_autoptr (MukanaListFile) asked = mukana_list_file_new (ids, fixture->path);
  g_autoptr (MukanaListFile) written = run (fixture, &mukana_giving_list_job, asked);
  char *content;

  run (fixture, &mukana_giving_note_job, written);
  g_assert_cmpuint (written->n_given, ==, 2);
  g_assert_cmpuint (written->n_withheld, ==, 1);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  return content;
}

static void
who_allows_nothing_is_counted_and_not_given (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autoptr (MukanaGivenOut) given = read_contacts (fixture);
  g_autofree char *content = write_list (fixture);

  g_assert_cmpuint (given->people->len, ==, 2);
  g_assert_cmpuint (given->n_withheld, ==, 1);
  g_assert_cmpstr (((MukanaPerson *) g_ptr_array_index (given->people, 1))->email, ==,
                   "aino@example.org");
  g_assert_nonnull (strstr (content, "Korpi"));
  g_assert_null (strstr (content, "Vaiti"));
  g_assert_null (strstr (content, "liisa@"));
}

static void
who_withdraws_is_in_no_later_list (Fixture       *fixture,
                                   gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "register", NULL, "phone");
  g_autoptr (MukanaGivenOut) given = NULL;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  given = read_contacts (fixture);

  g_assert_cmpuint (given->people->len, ==, 1);
  g_assert_cmpuint (given->n_withheld, ==, 2);
}

/* Being in the register is one thing, being written to another. */
static void
who_has_not_agreed_to_be_contacted_is_not_written_to (Fixture       *fixture,
                                                      gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "communication", NULL,
                                                        "phone");
  g_autoptr (MukanaGivenOut) given = NULL;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  given = read_contacts (fixture);

  g_assert_cmpuint (given->people->len, ==, 1);
  g_assert_cmpint (((MukanaPerson *) g_ptr_array_index (given->people, 0))->id, ==, fixture->eero);
  g_assert_cmpuint (given->n_not_asked, ==, 1);
  g_assert_cmpuint (given->n_withheld, ==, 1);
}

static void
where_contact_is_a_public_task_all_are_written_to (Fixture       *fixture,
                                                   gconstpointer  data)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "communication", NULL,
                                                        "phone");
  g_autoptr (MukanaGivenOut) given = NULL;

  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  mukana_test_sql (fixture->place, "UPDATE purpose SET basis = 'public-task' "
                                   "WHERE code = 'communication'");
  given = read_contacts (fixture);

  g_assert_cmpuint (given->people->len, ==, 2);
  g_assert_cmpuint (given->n_not_asked, ==, 0);
}

static void
place_under_non_disclosure_is_not_told (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (MukanaGivenOut) given = read_contacts (fixture);
  g_autofree char *content = write_list (fixture);
  const char *first = strstr (content, "Kajaani");

  g_assert_null (((MukanaPerson *) g_ptr_array_index (given->people, 0))->municipality_code);
  g_assert_nonnull (first);
  g_assert_null (strstr (first + 1, "Kajaani"));
}

static void
what_a_spreadsheet_would_take_for_a_formula_is_a_text (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autofree char *content = write_list (fixture);

  g_assert_nonnull (strstr (content, "=Eero"));
  g_assert_null (strstr (content, "\n=Eero"));
  g_assert_null (strstr (content, "\"=Eero"));
}

/* Whatever a spreadsheet takes to divide the cells. */
static void
assert_computes_nothing (GBytes *csv)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (csv, NULL), g_bytes_get_size (csv));
  gboolean is_quoted = FALSE;

  for (const char *at = text; *at != '\0'; at++)
    {
      gboolean begins = at == text || (!is_quoted && strchr (";,\t\n", at[-1]) != NULL);
      const char *cell = begins && *at == '"' ? at + 1 : at;

      if (begins)
        g_assert_false (strchr ("=@", *cell) != NULL);
      if (begins && *cell == '+')
        g_assert_true (g_str_has_prefix (cell, "+358"));
      if (begins && *cell == '-')
        g_assert_cmpint (cell[1], ==, ';');
      is_quoted ^= *at == '"';
    }
}

/* Every beginning with every end: what a spreadsheet computes is a text for it, and what was
 * written is what is read again. */
static void
texts_come_back_as_they_were_and_compute_nothing (Fixture       *fixture,
                                                  gconstpointer  data)
{
  static const char * const begins[] = { "=", "+", "-", "@", "'=", "''+" };
  static const char * const ends[] = { "1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\";\"y\")",
                                       "SUM(A1:A9)", "name", ",=1;2", "1-2", " 5", "\"", "10%" };
  static const char * const plain[] = { "+358 40 1234567", "+358401234567", "-", "'", "O'Hara" };
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  MukanaSheet *sheet = mukana_sheet_new ();
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (MukanaTable) table = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (begins) * G_N_ELEMENTS (ends); i++)
    g_ptr_array_add (texts, g_strconcat (begins[i / G_N_ELEMENTS (ends)],
                                         ends[i % G_N_ELEMENTS (ends)], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (plain); i++)
    g_ptr_array_add (texts, g_strdup (plain[i]));
  for (guint i = 0; i < texts->len; i++)
    {
      mukana_sheet_begin_row (sheet);
      mukana_sheet_add_text (sheet, g_ptr_array_index (texts, i));
      mukana_sheet_add_text (sheet, "end");
    }
  csv = mukana_sheet_to_csv (sheet);
  mukana_sheet_free (sheet);
  table = mukana_table_parse_csv (csv, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, texts->len);
  for (guint i = 0; i < texts->len; i++)
    g_assert_cmpstr (mukana_table_peek_cell (table, i, 0), ==, g_ptr_array_index (texts, i));
  assert_computes_nothing (csv);
}

static void
file_that_is_there_stays_as_it_was (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (GArray) ids = everybody (fixture);
  g_autoptr (MukanaListFile) asked = mukana_list_file_new (ids, fixture->path);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "mine", -1, NULL));
  mukana_store_run (fixture->place->store, &mukana_giving_list_job, asked, &error);

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "mine");
}

static guint
count_in_journal (Fixture    *fixture,
                  const char *action)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (GArray) ids = run (fixture, &mukana_journal_ids_job, filter);
  MukanaIdPage page = { .n_ids = MIN (ids->len, MUKANA_LIST_PAGE) };
  g_autoptr (GPtrArray) rows = NULL;
  guint n_found = 0;

  mukana_journal_filter_free (filter);
  memcpy (page.ids, ids->data, page.n_ids * sizeof (gint64));
  rows = run (fixture, &mukana_journal_rows_job, &page);
  for (guint i = 0; i < rows->len; i++)
    n_found += g_str_equal (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action, action);
  return n_found;
}

static void
each_list_is_in_the_journal (Fixture       *fixture,
                             gconstpointer  data)
{
  mukana_given_out_free (read_contacts (fixture));
  g_free (write_list (fixture));
  g_unlink (fixture->path);
  g_free (write_list (fixture));

  g_assert_cmpuint (count_in_journal (fixture, "giving-out.contacts"), ==, 1);
  g_assert_cmpuint (count_in_journal (fixture, "giving-out.list"), ==, 2);
}

static guint
count_of_person (Fixture    *fixture,
                 gint64      person,
                 const char *action)
{
  g_autoptr (GPtrArray) rows = run (fixture, &mukana_journal_of_person_job, &person);
  guint n_found = 0;

  for (guint i = 0; i < rows->len; i++)
    n_found += g_str_equal (((MukanaJournalRow *) g_ptr_array_index (rows, i))->action, action);
  return n_found;
}

static void
each_persons_journal_tells_the_lists_they_went_out_in (Fixture       *fixture,
                                                       gconstpointer  data)
{
  g_autoptr (GArray) ids = everybody (fixture);

  g_free (write_list (fixture));
  g_array_set_size (ids, 1);
  run (fixture, &mukana_giving_contacts_note_job, ids);

  g_assert_cmpuint (count_of_person (fixture, fixture->aino, "giving-out.listed"), ==, 1);
  g_assert_cmpuint (count_of_person (fixture, fixture->eero, "giving-out.listed"), ==, 1);
  g_assert_cmpuint (count_of_person (fixture, fixture->liisa, "giving-out.listed"), ==, 0);
  g_assert_cmpuint (count_of_person (fixture, fixture->aino, "giving-out.addresses"), ==, 1);
  g_assert_cmpuint (count_of_person (fixture, fixture->eero, "giving-out.addresses"), ==, 0);
}

/* Returns: yours, what takes it back */
static MukanaThemeAddition *
add_theme (Fixture *fixture)
{
  g_autoptr (GArray) ids = everybody (fixture);
  g_autoptr (MukanaGivenTheme) given = mukana_given_theme_new (MUKANA_TEST_TODAY);
  g_autoptr (MukanaThemeAddition) addition = NULL;

  mukana_record_init_text (given, "theme-id", THEME);
  addition = mukana_theme_addition_new (ids, given);
  return run (fixture, &mukana_theme_adding_job, addition);
}

static gboolean
consents_to_theme (Fixture *fixture,
                   gint64   person)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person);

  return mukana_consent_allows (file->consents, "theme", THEME, MUKANA_TEST_TODAY);
}

static guint
count_themes (Fixture *fixture,
              gint64   person)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person);

  return file->themes->len;
}

static void
theme_comes_to_each_once_with_its_consent_and_goes_with_it (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_autoptr (MukanaThemeAddition) back = add_theme (fixture);
  g_autoptr (MukanaThemeAddition) again = add_theme (fixture);
  g_autoptr (MukanaThemeAddition) gone = NULL;

  g_assert_cmpuint (back->ids->len, ==, 3);
  g_assert_cmpuint (again->ids->len, ==, 0);
  g_assert_cmpuint (count_themes (fixture, fixture->aino), ==, 1);
  g_assert_true (consents_to_theme (fixture, fixture->aino));

  gone = run (fixture, &mukana_theme_adding_job, back);
  g_assert_cmpuint (gone->ids->len, ==, 3);
  g_assert_cmpuint (count_themes (fixture, fixture->aino), ==, 0);
  g_assert_false (consents_to_theme (fixture, fixture->aino));
}

/* Taking the theme back takes no consent that was there before it. */
static void
consent_that_was_there_is_neither_given_again_nor_ended (Fixture       *fixture,
                                                         gconstpointer  data)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  g_autoptr (MukanaThemeAddition) back = NULL, gone = NULL;

  mukana_record_init_int (consent, "person-id", fixture->aino);
  mukana_record_init_text (consent, "purpose", "theme");
  mukana_record_init_text (consent, "theme-id", THEME);
  mukana_record_init_text (consent, "how", "phone");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 9);
  run (fixture, &mukana_consenting_give_job, consent);
  back = add_theme (fixture);
  gone = run (fixture, &mukana_theme_adding_job, back);

  g_assert_cmpuint (back->consented->len, ==, 2);
  g_assert_true (consents_to_theme (fixture, fixture->aino));
  g_assert_false (consents_to_theme (fixture, fixture->eero));
}

static void
theme_of_which_nothing_was_said_is_refused (Fixture       *fixture,
                                            gconstpointer  data)
{
  g_autoptr (GArray) ids = everybody (fixture);
  g_autoptr (MukanaGivenTheme) given = mukana_given_theme_new (MUKANA_TEST_TODAY + 1);
  g_autoptr (MukanaThemeAddition) addition = NULL;
  g_autoptr (GError) error = NULL;

  mukana_record_init_text (given, "theme-id", THEME);
  addition = mukana_theme_addition_new (ids, given);
  g_assert_null (mukana_store_run (fixture->place->store, &mukana_theme_adding_job, addition,
                                   &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  g_assert_cmpuint (count_themes (fixture, fixture->aino), ==, 0);
}

static void
theme_is_on_no_row_without_its_consent (Fixture       *fixture,
                                        gconstpointer  data)
{
  MukanaIdPage page = { { fixture->aino }, 1 };
  g_autoptr (MukanaThemeAddition) back = add_theme (fixture);
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (fixture->aino, "theme", THEME, "phone");
  g_autoptr (GPtrArray) before = NULL, after = NULL;

  give (fixture, fixture->aino, "matching");
  before = run (fixture, &mukana_people_rows_job, &page);
  run (fixture, &mukana_consenting_withdraw_job, withdrawal);
  mukana_withdrawal_free (withdrawal);
  after = run (fixture, &mukana_people_rows_job, &page);

  g_assert_nonnull (((MukanaPersonRow *) g_ptr_array_index (before, 0))->themes);
  g_assert_null (((MukanaPersonRow *) g_ptr_array_index (after, 0))->themes);
}

static void
who_has_gone_is_passed_over (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (MukanaThemeAddition) back = NULL;

  run (fixture, &mukana_person_remove_job, &fixture->liisa);
  back = add_theme (fixture);

  g_assert_cmpuint (back->ids->len, ==, 2);
}

/* What left the register is in the journal, or has not left. */
static void
list_whose_note_fails_is_taken_away (Fixture       *fixture,
                                     gconstpointer  data)
{
  g_autoptr (GArray) ids = everybody (fixture);
  g_autoptr (MukanaListFile) asked = mukana_list_file_new (ids, fixture->path);
  gboolean has_failed = TRUE;
  int n;

  for (n = 0; has_failed; n++)
    {
      g_autoptr (MukanaListFile) written = run (fixture, &mukana_giving_list_job, asked);
      g_autoptr (GError) error = NULL;

      has_failed = mukana_test_fail_at (fixture->place, &mukana_giving_note_job, written, n,
                                        &error);

      g_assert_cmpint (has_failed, ==, error != NULL);
      g_assert_cmpint (has_failed, ==, !g_file_test (fixture->path, G_FILE_TEST_EXISTS));
    }

  g_assert_cmpint (n, >, 3);
}

#define ADD(name) g_test_add ("/giving-out/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (who_allows_nothing_is_counted_and_not_given);
  ADD (who_withdraws_is_in_no_later_list);
  ADD (who_has_not_agreed_to_be_contacted_is_not_written_to);
  ADD (where_contact_is_a_public_task_all_are_written_to);
  ADD (place_under_non_disclosure_is_not_told);
  ADD (what_a_spreadsheet_would_take_for_a_formula_is_a_text);
  ADD (texts_come_back_as_they_were_and_compute_nothing);
  ADD (file_that_is_there_stays_as_it_was);
  ADD (each_list_is_in_the_journal);
  ADD (each_persons_journal_tells_the_lists_they_went_out_in);
  ADD (list_whose_note_fails_is_taken_away);
  ADD (theme_comes_to_each_once_with_its_consent_and_goes_with_it);
  ADD (consent_that_was_there_is_neither_given_again_nor_ended);
  ADD (theme_of_which_nothing_was_said_is_refused);
  ADD (theme_is_on_no_row_without_its_consent);
  ADD (who_has_gone_is_passed_over);

  return g_test_run ();
}
