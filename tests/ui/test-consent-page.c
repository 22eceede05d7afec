/* test-consent-page.c: who is to be asked again, and what the county decides, at its page. */

#include <adwaita.h>

#include "kit/mukana-test.h"
#include "kit/mukana-test-undo.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-registering.h"
#include "ui/consents/mukana-renewal-group.h"

typedef struct
{
  MukanaTestWindow  window;
  gint64            person;
  const char       *words;   /* that are awaited */
} Fixture;

static gboolean
has_words (gpointer data)
{
  Fixture *fixture = data;

  return mukana_test_window_shows (&fixture->window, fixture->words);
}

static gboolean
lacks_words (gpointer data)
{
  return !has_words (data);
}

static void
await_words (Fixture    *fixture,
             const char *words)
{
  fixture->words = words;
  mukana_test_wait_until (has_words, fixture, words);
}

static gpointer
run (Fixture         *fixture,
     const MukanaJob *job,
     gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (fixture->window.place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static void
give_on (Fixture    *fixture,
         const char *purpose,
         MukanaDay   given_on,
         MukanaDay   expires_on)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", given_on);
  mukana_record_init_int (consent, "expires-on", expires_on);
  run (fixture, &mukana_consenting_give_job, consent);
}

static void
give (Fixture    *fixture,
      const char *purpose,
      MukanaDay   expires_on)
{
  give_on (fixture, purpose, MUKANA_TEST_TODAY - 700, expires_on);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  mukana_test_window_open (&fixture->window);
  fixture->person = mukana_test_add_person (fixture->window.place, 1);
  give (fixture, "register", MUKANA_TEST_TODAY + 20);
  give (fixture, "matching", MUKANA_TEST_TODAY + 20);
  g_assert_true (mukana_window_show_page (fixture->window.window, "consents", 0));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_window_close (&fixture->window);
}

static void
whoever_is_to_be_asked_stands_on_one_row (Fixture       *fixture,
                                          gconstpointer  data)
{
  await_words (fixture, "Matching, Register, until 13.12.2026");
}

static GtkWidget *
find_group (GtkWidget *root)
{
  GtkWidget *found = MUKANA_IS_RENEWAL_GROUP (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_group (child);

  return found;
}

static void
do_deed (Fixture    *fixture,
         const char *action,
         GVariant   *target)
{
  GtkWidget *page = GTK_WIDGET (mukana_window_get_page (fixture->window.window));
  g_autoptr (GVariant) owned = g_variant_ref_sink (target);

  g_assert_true (gtk_widget_activate_action_variant (find_group (page), action, owned));
}

static void
whoever_was_asked_to_consent_anew_is_told_so_and_it_can_be_taken_back (Fixture       *fixture,
                                                                       gconstpointer  data)
{
  await_words (fixture, "Matching, Register, until 13.12.2026");
  do_deed (fixture, "renewal.phone", g_variant_new ("(xb)", fixture->person, FALSE));
  await_words (fixture, "Asked by phone 23.11.2026. Without an answer it ends on its last day.");
  await_words (fixture, "Answer…");
  mukana_test_undo (fixture->window.context, GTK_WIDGET (fixture->window.window));
  await_words (fixture, "Ask to renew");

  fixture->words = "Asked by phone 23.11.2026.";
  mukana_test_wait_until (lacks_words, fixture, "nobody was asked");
}

static gboolean
has_window (gpointer data)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_strcmp0 (gtk_window_get_title (window), data) == 0)
        {
          gtk_window_destroy (window);
          return TRUE;
        }
    }

  return FALSE;
}

static void
what_was_agreed_to_is_opened_from_the_row (Fixture       *fixture,
                                           gconstpointer  data)
{
  await_words (fixture, "Matching, Register, until 13.12.2026");
  do_deed (fixture, "renewal.open", g_variant_new ("x", fixture->person));
  mukana_test_window_settle ();

  mukana_test_wait_until (has_window, (gpointer) "What was agreed to", "the consents");
}

static void
withdrawing_on_the_page_ends_it_at_once (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autoptr (MukanaPersonFile) file = NULL;

  await_words (fixture, "Matching, Register, until 13.12.2026");
  do_deed (fixture, "renewal.withdraw", g_variant_new ("(xss)", fixture->person, "register", ""));
  mukana_test_wait_until (lacks_words, fixture, "the row is gone");

  file = run (fixture, &mukana_person_file_job, &fixture->person);
  g_assert_false (file->is_usable);
  await_words (fixture, "No consent ends within two months.");
}

static void
whoever_s_consent_has_ended_waits_in_a_group_with_the_day_they_go (Fixture       *fixture,
                                                                   gconstpointer  data)
{
  gint64 staying = fixture->person;

  fixture->person = mukana_test_add_person (fixture->window.place, 2);
  give (fixture, "register", MUKANA_TEST_TODAY - 5);

  await_words (fixture, "Consent to the register has ended");
  await_words (fixture, "Ended 18.11.2026, to be erased 18.12.2026 at the latest");
  g_assert_true (mukana_window_show_page (fixture->window.window, "person", fixture->person));
  await_words (fixture, "What was told is hidden, and the data are to be erased 18.12.2026");
  await_words (fixture, "Ask to Renew the Consent");
  fixture->words = "No themes yet.";
  g_assert_false (has_words (fixture));
  g_assert_true (mukana_window_show_page (fixture->window.window, "person", staying));
  await_words (fixture, "No themes yet.");
}

static void
whoever_was_kept_too_long_is_told_of_as_late (Fixture       *fixture,
                                              gconstpointer  data)
{
  fixture->person = mukana_test_add_person (fixture->window.place, 2);
  give (fixture, "register", MUKANA_TEST_TODAY - 60);

  await_words (fixture, "Ended 24.9.2026, should have been erased 24.10.2026");
}

static void
new_version_is_shown_when_it_is_stored (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) texts =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_consent_text_free);
  static const char * const languages[] = { "fi", "sv", "en" };

  await_words (fixture, "Texts");
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      MukanaConsentText *text = mukana_consent_text_new ("media", languages[i]);

      text->title = g_strdup ("Otsikko");
      text->body = g_strdup ("Teksti");
      g_ptr_array_add (texts, text);
    }
  g_free (run (fixture, &mukana_consent_version_job, texts));

  await_words (fixture, "Version 3, added 23.11.2026");
}

static void
basis_of_another_user_is_shown (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

  await_words (fixture, "What the use of data rests on");
  mukana_record_init_text (purpose, "code", "assignment");
  mukana_record_init_text (purpose, "basis", "public-task");
  run (fixture, &mukana_purpose_set_job, purpose);
  mukana_record_init_text (purpose, "code", "feedback");
  mukana_record_init_text (purpose, "basis", "consent");
  run (fixture, &mukana_purpose_set_job, purpose);

  fixture->words = "Contract";
  mukana_test_wait_until (lacks_words, fixture, "nothing rests on a contract any more");
}

/* Somebody of whom nothing was heard since, and a write that lets the page know. */
static void
add_quiet_person (Fixture *fixture)
{
  gint64 id = mukana_test_add_person (fixture->window.place, 2);
  gint64 since_us = mukana_day_minute_us (mukana_day_new (2024, 9, 14), 600);
  g_autofree char *sql =
    g_strdup_printf ("UPDATE person SET joined_on = '2024-01-02', updated_at = %" G_GINT64_FORMAT
                     " WHERE id = %" G_GINT64_FORMAT, since_us, id);

  mukana_test_sql (fixture->window.place, sql);
  mukana_test_add_person (fixture->window.place, 3);
  await_words (fixture, "Last heard of 14.9.2024");
}

static gint64
count_withdrawn (Fixture *fixture,
                 gint64   person)
{
  g_autoptr (MukanaPersonFile) file = run (fixture, &mukana_person_file_job, &person);
  gint64 n = 0;

  for (guint i = 0; i < file->consents->len; i++)
    n += ((MukanaConsent *) g_ptr_array_index (file->consents, i))->withdrawn_on != MUKANA_DAY_NONE;

  return n;
}

static void
where_nobody_is_quiet_the_page_says_so (Fixture       *fixture,
                                        gconstpointer  data)
{
  await_words (fixture, "There is nobody to be asked whether they stay.");
}

static void
whoever_is_quiet_is_asked_by_phone_and_it_can_be_taken_back (Fixture       *fixture,
                                                             gconstpointer  data)
{
  add_quiet_person (fixture);
  mukana_test_window_click (&fixture->window, "By phone");
  await_words (fixture,
               "Asked by phone 23.11.2026. Without an answer, may be erased from 23.2.2027 on.");

  mukana_test_undo (fixture->window.context, GTK_WIDGET (fixture->window.window));
  await_words (fixture, "Last heard of 14.9.2024");
}

static void
whoever_stays_is_gone_from_the_list_and_back_when_it_is_taken_back (Fixture       *fixture,
                                                                    gconstpointer  data)
{
  add_quiet_person (fixture);
  mukana_test_window_click (&fixture->window, "By phone");
  await_words (fixture, "Without an answer");
  mukana_test_window_click (&fixture->window, "Stays");
  await_words (fixture, "There is nobody to be asked whether they stay.");

  mukana_test_undo (fixture->window.context, GTK_WIDGET (fixture->window.window));
  await_words (fixture, "Without an answer");
}

static gboolean
is_question (gpointer window)
{
  return ADW_IS_MESSAGE_DIALOG (window) && gtk_widget_get_visible (window);
}

static void
answer (const char *response)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GList *at = windows;

  while (at != NULL && !is_question (at->data))
    at = at->next;
  g_assert_nonnull (at);
  adw_message_dialog_response (at->data, response);
  gtk_window_destroy (at->data);   /* as a press of the button does */
}

static void
whoever_leaves_is_asked_for_once_more_and_withdraws (Fixture       *fixture,
                                                     gconstpointer  data)
{
  gint64 person = fixture->person + 1;
  gint64 first = fixture->person;

  add_quiet_person (fixture);
  fixture->person = person;
  give_on (fixture, "register", mukana_day_new (2024, 1, 2), MUKANA_DAY_NONE);
  fixture->person = first;
  mukana_test_window_click (&fixture->window, "By phone");
  await_words (fixture, "Without an answer");

  mukana_test_window_click (&fixture->window, "Leaves");
  answer ("cancel");
  mukana_test_window_settle ();
  g_assert_cmpint (count_withdrawn (fixture, person), ==, 0);

  mukana_test_window_click (&fixture->window, "Leaves");
  answer ("leaves");
  await_words (fixture, "There is nobody to be asked whether they stay.");
  g_assert_cmpint (count_withdrawn (fixture, person), ==, 1);
}

#define ADD(name) g_test_add ("/consent-page/" #name, Fixture, NULL, set_up, name, tear_down)

static AdwMessageDialog *
find_question (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return l->data;

  return NULL;
}

static gboolean
is_asked (gpointer data)
{
  return find_question () != NULL;
}

/* Whoever signs should know who keeps the data; the county has not written it down yet. */
static void
paper_without_its_controller_is_told_of_before_it_is_saved (Fixture       *fixture,
                                                            gconstpointer  data)
{
  g_assert_true (mukana_window_show_page (fixture->window.window, "consents", 0));
  await_words (fixture, "Consent form");
  mukana_test_window_click (&fixture->window, "PDF…");
  mukana_test_wait_until (is_asked, NULL, "the question about blank lines");

  g_assert_true (adw_message_dialog_has_response (find_question (), "lines"));
  g_assert_true (adw_message_dialog_has_response (find_question (), "fill-in"));
  adw_message_dialog_response (find_question (), "cancel");
  mukana_test_window_settle ();
}

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

  ADD (whoever_is_to_be_asked_stands_on_one_row);
  ADD (whoever_s_consent_has_ended_waits_in_a_group_with_the_day_they_go);
  ADD (whoever_was_kept_too_long_is_told_of_as_late);
  ADD (withdrawing_on_the_page_ends_it_at_once);
  ADD (whoever_was_asked_to_consent_anew_is_told_so_and_it_can_be_taken_back);
  ADD (what_was_agreed_to_is_opened_from_the_row);
  ADD (new_version_is_shown_when_it_is_stored);
  ADD (basis_of_another_user_is_shown);
  ADD (paper_without_its_controller_is_told_of_before_it_is_saved);
  ADD (where_nobody_is_quiet_the_page_says_so);
  ADD (whoever_is_quiet_is_asked_by_phone_and_it_can_be_taken_back);
  ADD (whoever_stays_is_gone_from_the_list_and_back_when_it_is_taken_back);
  ADD (whoever_leaves_is_asked_for_once_more_and_withdraws);

  return g_test_run ();
}
