/* test-protection.c: what a person asks for about their data, from their page to the diary. */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "kit/mukana-test-window.h"
#include "services/mukana-rights.h"
#include "ui/people/mukana-duplicates-page.h"
#include "ui/people/mukana-erase-dialog.h"
#include "ui/people/mukana-person-page.h"
#include "ui/people/mukana-person-rights.h"
#include "ui/protection/mukana-protection-page.h"
#include "domain/mukana-consent.h"

typedef struct
{
  MukanaTestWindow  window;
  gint64            person;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (&fixture->window);
  fixture->person = mukana_test_add_person (fixture->window.place, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static MukanaPage *
show_page (Fixture    *fixture,
           const char *route,
           gint64      id)
{
  mukana_window_show_page (fixture->window.window, route, id);
  mukana_test_window_settle ();
  return mukana_window_get_page (fixture->window.window);
}

static void
do_in_dialog (Fixture    *fixture,
              MukanaPage *page,
              const char *action,
              const char *field,
              const char *text)
{
  MukanaRecordDialog *dialog;

  gtk_widget_activate_action (GTK_WIDGET (page), action, NULL);
  dialog = mukana_person_page_peek_dialog (MUKANA_PERSON_PAGE (page));
  g_assert_nonnull (dialog);
  mukana_form_set_text (mukana_record_dialog_get_form (dialog), field, text);
  mukana_record_dialog_save (dialog);
  mukana_test_window_settle ();
}

static gint64
get_restricted_at (MukanaPage *page)
{
  return mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->person->restricted_at;
}

static void
restriction_is_told_at_the_top_and_lifted_from_there (Fixture       *fixture,
                                                      gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  gint64 restricted_at;

  do_in_dialog (fixture, page, "person.restrict", "words", "Not for now.");
  restricted_at = get_restricted_at (page);
  g_assert_true (mukana_test_window_shows (&fixture->window,
                                           "Processing restricted: nothing is asked"));
  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "_Lift the Restriction…"));
  do_in_dialog (fixture, page, "person.lift", "decision-reason", "Corrected.");

  g_assert_cmpint (restricted_at, !=, 0);
  g_assert_cmpint (get_restricted_at (page), ==, 0);
}

static void
note (Fixture    *fixture,
      const char *kind)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (request, "person-id", fixture->person);
  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "how", "email");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY);
  g_free (mukana_store_run (fixture->window.place->store, &mukana_rights_note_job, request,
                            &error));
  g_assert_no_error (error);
}

static void
objection_that_was_granted_is_taken_back_from_the_top (Fixture       *fixture,
                                                       gconstpointer  data)
{
  MukanaPage *page;

  mukana_test_sql (fixture->window.place, "UPDATE purpose SET basis = 'public-task' "
                                          "WHERE code = 'register'");
  note (fixture, "objection");
  page = show_page (fixture, "person", fixture->person);
  do_in_dialog (fixture, page, "person.decide", "decision", "granted");
  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "Objection Ta_ken Back…"));
  do_in_dialog (fixture, page, "person.take-back", "decision-reason", "You may ask me again.");

  g_assert_cmpint (mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->person->objected_at,
                   ==, 0);
}

static void
noted_request_stands_in_the_diary_with_its_days_until_it_is_answered (Fixture       *fixture,
                                                                      gconstpointer  data)
{
  MukanaPage *page;
  MukanaRecordDialog *dialog;

  note (fixture, "access");
  page = show_page (fixture, "protection", 0);
  g_assert_true (mukana_test_window_shows (&fixture->window, "30 days left"));
  mukana_test_window_click (&fixture->window, "_Answer…");
  dialog = mukana_protection_page_peek_dialog (MUKANA_PROTECTION_PAGE (page));
  g_assert_nonnull (dialog);
  mukana_record_dialog_save (dialog);
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "Nobody waits for an answer."));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Done as asked"));
}

static void
late_answer_tells_when_it_came_and_when_it_was_due (Fixture       *fixture,
                                                    gconstpointer  data)
{
  mukana_test_sql (fixture->window.place,
                   "INSERT INTO rights_request (kind, received_on, how, due_on, decision, "
                   "answered_on, recorded_by, created_at, asker_name) VALUES ('access', "
                   "'2026-09-01', 'email', '2026-10-01', 'granted', '2026-11-20', 'tester', 1, "
                   "'Ulla Ulkoinen')");
  show_page (fixture, "protection", 0);

  g_assert_true (mukana_test_window_shows (&fixture->window, "Late: the answer was due by"));
  g_assert_true (mukana_test_window_shows (&fixture->window, "Ulla Ulkoinen, received "));
}

static void
refusal_without_a_reason_is_not_recorded (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaPage *page;
  MukanaRecordDialog *dialog;

  note (fixture, "correction");
  page = show_page (fixture, "protection", 0);
  mukana_test_window_click (&fixture->window, "_Answer…");
  dialog = mukana_protection_page_peek_dialog (MUKANA_PROTECTION_PAGE (page));
  mukana_form_set_text (mukana_record_dialog_get_form (dialog), "decision", "refused");
  mukana_record_dialog_save (dialog);
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "30 days left"));
  mukana_form_set_text (mukana_record_dialog_get_form (dialog), "decision-reason", "Not true.");
  mukana_record_dialog_save (dialog);
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (&fixture->window, "Refused"));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
      n++;
    }

  g_rmdir (folder);
  return n;
}

static void
copy_of_all_data_is_said_to_be_saved_when_it_is (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  g_autofree char *folder = g_dir_make_tmp ("mukana-copy-XXXXXX", NULL);

  mukana_person_rights_copy_to (page, fixture->person, folder, FALSE);
  mukana_test_window_settle ();
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "Copy saved"));
  g_assert_cmpuint (count_files (folder), ==, 2);
}

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

/* Before it is saved somewhere, and without a request that nobody has made. */
static void
copy_says_whose_it_is_and_that_nobody_has_asked_for_it (Fixture       *fixture,
                                                        gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  const char *name =
    mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->person->display_name;
  AdwMessageDialog *question;

  gtk_widget_activate_action (GTK_WIDGET (page), "person.copy-data", NULL);
  mukana_test_window_settle ();
  question = find_question ();

  g_assert_nonnull (question);
  g_assert_nonnull (strstr (adw_message_dialog_get_body (question), name));
  g_assert_true (adw_message_dialog_has_response (question, "note"));
  g_assert_null (strstr (gtk_window_get_title (GTK_WINDOW (question)), name));

  adw_message_dialog_response (question, "note");
  mukana_test_window_settle ();
  g_assert_nonnull (mukana_person_page_peek_dialog (MUKANA_PERSON_PAGE (page)));
}

/* The question before it may not be gone yet. */
static gboolean
asks_about_lines (gpointer data)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  AdwMessageDialog **question = data;

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data) && adw_message_dialog_has_response (l->data, "lines"))
      *question = l->data;

  return *question != NULL;
}

/* The notice is in it, which says who keeps the data: the county has not written it down. */
static void
copy_does_not_go_out_with_blank_lines_unawares (Fixture       *fixture,
                                                gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  AdwMessageDialog *question = NULL;

  gtk_widget_activate_action (GTK_WIDGET (page), "person.copy-data", NULL);
  mukana_test_window_settle ();
  adw_message_dialog_response (find_question (), "copy");
  mukana_test_wait_until (asks_about_lines, &question, "the question about blank lines");

  adw_message_dialog_response (question, "cancel");
  mukana_test_window_settle ();
}

static void
erased_person_is_gone_when_it_is_said_and_not_before (Fixture       *fixture,
                                                      gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  g_autoptr (GError) error = NULL;
  GtkWidget *question;

  gtk_widget_activate_action (GTK_WIDGET (page), "person.erase", NULL);
  mukana_test_window_settle ();
  question = mukana_erase_dialog_peek (page);
  g_assert_nonnull (question);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (question)), ==, "Erase this person's data?");
  g_assert_true (g_str_has_prefix (
    adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)),
    mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->person->display_name));
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "cancel");
  mukana_test_window_settle ();
  g_assert_nonnull (mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page)));

  gtk_widget_activate_action (GTK_WIDGET (page), "person.erase", NULL);
  mukana_test_window_settle ();
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (mukana_erase_dialog_peek (page)), "erase");
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "The data are erased"));
  g_assert_null (mukana_store_run (fixture->window.place->store, &mukana_person_file_job,
                                   &fixture->person, &error));
  g_assert_nonnull (error);
}

static void
whoever_was_taken_out_of_the_lists_is_found_and_comes_back (Fixture       *fixture,
                                                            gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);

  gtk_widget_activate_action (GTK_WIDGET (page), "person.remove", NULL);
  mukana_test_window_settle ();
  page = show_page (fixture, "protection", 0);
  g_assert_true (mukana_test_window_shows (&fixture->window, "Taken out 23.11.2026"));

  gtk_widget_activate_action (GTK_WIDGET (page), "protection.bring-back", "x", fixture->person);
  mukana_test_window_settle ();
  mukana_test_window_settle ();

  g_assert_false (mukana_test_window_shows (&fixture->window, "Taken out 23.11.2026"));
  page = show_page (fixture, "person", fixture->person);
  g_assert_nonnull (mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page)));
}

static void
objection_can_be_noted_whatever_the_register_rests_on (Fixture       *fixture,
                                                       gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);

  do_in_dialog (fixture, page, "person.note-request", "kind", "objection");

  show_page (fixture, "protection", 0);
  g_assert_true (mukana_test_window_shows (&fixture->window, "Objection"));
}

static gpointer
age_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  mukana_db_exec (db, "UPDATE person SET state = 'candidate', created_at = 1420070400000000",
                  error);
  return NULL;
}

static void
what_is_due_is_shown_and_goes_by_one_decision (Fixture       *fixture,
                                               gconstpointer  data)
{
  MukanaPage *page;
  GtkWidget *question;

  mukana_test_write (fixture->window.place, age_run, NULL);
  page = show_page (fixture, "protection", 0);
  g_assert_true (mukana_test_window_shows (&fixture->window, "Candidates who did not join"));
  gtk_widget_activate_action (GTK_WIDGET (page), "protection.due", "s", "candidate");
  mukana_test_window_settle ();
  question = mukana_protection_page_peek_question (MUKANA_PROTECTION_PAGE (page));
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "remove");
  mukana_test_window_settle ();

  g_assert_true (mukana_test_window_shows (&fixture->window, "1 removed"));
  g_assert_null (mukana_test_window_find_button (&fixture->window, "_Show…"));
}

static void
two_records_of_one_person_are_merged_and_parted (Fixture       *fixture,
                                                 gconstpointer  data)
{
  MukanaPage *page;
  GtkWidget *question;

  mukana_test_add_person (fixture->window.place, 1);
  page = show_page (fixture, "duplicates", 0);
  mukana_test_window_click (&fixture->window, "_Merge…");
  mukana_test_window_settle ();
  question = mukana_duplicates_page_peek_question (MUKANA_DUPLICATES_PAGE (page));
  g_assert_nonnull (question);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "merge");
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (&fixture->window, "No two records look alike."));
  mukana_test_window_click (&fixture->window, "_Part again");
  mukana_test_window_settle ();

  g_assert_nonnull (mukana_test_window_find_button (&fixture->window, "_Merge…"));
  mukana_test_window_click (&fixture->window, "_Not the same");
  mukana_test_window_settle ();
  g_assert_true (mukana_test_window_shows (&fixture->window, "No two records look alike."));
}

#define NEWER_TEXT(version) \
  "INSERT INTO consent_text (purpose, version, language, title, body) " \
  "VALUES ('register', " version ", 'fi', 'Suostumus', 'Suostun.'), " \
  "('register', " version ", 'sv', 'Samtycke', 'Jag samtycker.')"

static gboolean
text_is_shown (gpointer data)
{
  return mukana_form_get_int (data, "text-version") == 3;
}

/* A newer text that comes while the window is open is not what was read and signed. */
static void
consent_rests_on_the_text_that_was_shown (Fixture       *fixture,
                                          gconstpointer  data)
{
  MukanaPage *page = show_page (fixture, "person", fixture->person);
  MukanaDay earlier = MUKANA_TEST_TODAY - 40;
  MukanaForm *form;
  GPtrArray *consents;
  MukanaConsent *given;

  mukana_test_sql (fixture->window.place, NEWER_TEXT ("3"));
  gtk_widget_activate_action (GTK_WIDGET (page), "person.give", "(ss)", "register", "");
  form = mukana_record_dialog_get_form (mukana_person_page_peek_dialog (MUKANA_PERSON_PAGE (page)));
  mukana_test_wait_until (text_is_shown, form, "the text of the consent");
  g_assert_false (mukana_form_get_dirty (form));   /* nobody has changed anything yet */
  mukana_test_sql (fixture->window.place, NEWER_TEXT ("4"));
  mukana_form_set_int (form, "given-on", earlier);
  mukana_record_dialog_save (mukana_person_page_peek_dialog (MUKANA_PERSON_PAGE (page)));
  mukana_test_window_settle ();
  consents = mukana_person_page_peek_file (MUKANA_PERSON_PAGE (page))->consents;
  given = g_ptr_array_index (consents, 0);

  g_assert_cmpint (given->text_version, ==, 3);
  g_assert_cmpint (given->given_on, ==, earlier);
  g_assert_cmpint (given->expires_on, ==, mukana_consent_default_end (earlier));
}

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

#define ADD(name) g_test_add ("/protection/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (restriction_is_told_at_the_top_and_lifted_from_there);
  ADD (objection_that_was_granted_is_taken_back_from_the_top);
  ADD (consent_rests_on_the_text_that_was_shown);
  ADD (noted_request_stands_in_the_diary_with_its_days_until_it_is_answered);
  ADD (late_answer_tells_when_it_came_and_when_it_was_due);
  ADD (refusal_without_a_reason_is_not_recorded);
  ADD (copy_says_whose_it_is_and_that_nobody_has_asked_for_it);
  ADD (copy_does_not_go_out_with_blank_lines_unawares);
  ADD (erased_person_is_gone_when_it_is_said_and_not_before);
  ADD (whoever_was_taken_out_of_the_lists_is_found_and_comes_back);
  ADD (objection_can_be_noted_whatever_the_register_rests_on);
  ADD (what_is_due_is_shown_and_goes_by_one_decision);
  ADD (two_records_of_one_person_are_merged_and_parted);
  ADD (copy_of_all_data_is_said_to_be_saved_when_it_is);

  return g_test_run ();
}
