/* test-consent-page.c: who is to be asked again, and what the county decides, at its page. */

#include <adwaita.h>

#include "kit/mukana-test.h"
#include "kit/mukana-test-window.h"
#include "services/mukana-consent-text.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-registering.h"

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
give (Fixture    *fixture,
      const char *purpose,
      MukanaDay   expires_on)
{
  g_autoptr (MukanaConsent) consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);

  mukana_record_init_int (consent, "person-id", fixture->person);
  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_text (consent, "how", "form");
  mukana_record_init_int (consent, "given-on", MUKANA_TEST_TODAY - 700);
  mukana_record_init_int (consent, "expires-on", expires_on);
  run (fixture, &mukana_consenting_give_job, consent);
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

static void
withdrawing_on_the_page_ends_it_at_once (Fixture       *fixture,
                                         gconstpointer  data)
{
  MukanaPage *page = mukana_window_get_page (fixture->window.window);
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new ("(xss)", fixture->person,
                                                                   "register", ""));
  g_autoptr (MukanaPersonFile) file = NULL;

  await_words (fixture, "Matching, Register, until 13.12.2026");
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (page), "consents.withdraw",
                                                     target));
  mukana_test_wait_until (lacks_words, fixture, "the row is gone");

  file = run (fixture, &mukana_person_file_job, &fixture->person);
  g_assert_false (file->is_usable);
  await_words (fixture, "No consent ends within two months.");
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

  await_words (fixture, "Version 2, added 23.11.2026");
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

#define ADD(name) g_test_add ("/consent-page/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  mukana_test_window_init (&argc, &argv);

  ADD (whoever_is_to_be_asked_stands_on_one_row);
  ADD (withdrawing_on_the_page_ends_it_at_once);
  ADD (new_version_is_shown_when_it_is_stored);
  ADD (basis_of_another_user_is_shown);

  return g_test_run ();
}
