/* test-papers.c: papers of data protection say what the register rests on, in each language. */

#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-retention.h"
#include "kit/mukana-test-jobs.h"
#include "services/mukana-document-words.h"
#include "services/mukana-founding.h"
#include "services/mukana-naming.h"
#include "services/mukana-paper.h"
#include "services/mukana-purpose-setting.h"
#include "services/mukana-remembering.h"
#include "services/mukana-rights.h"

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  fixture->folder = g_dir_make_tmp ("papers-XXXXXX", NULL);
  run (fixture, &mukana_founding_job, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  mukana_test_register_free (fixture->place);
}

static void
set_basis (Fixture    *fixture,
           const char *code,
           const char *basis)
{
  g_autoptr (MukanaPurpose) purpose = g_object_new (MUKANA_TYPE_PURPOSE, NULL);

  mukana_record_init_text (purpose, "code", code);
  mukana_record_init_text (purpose, "basis", basis);
  run (fixture, &mukana_purpose_set_job, purpose);
}

static void
set_setting (Fixture    *fixture,
             const char *name,
             const char *value)
{
  MukanaSetting *setting = mukana_setting_new (name, value);

  run (fixture, &mukana_setting_set_job, setting);
  mukana_setting_free (setting);
}

static gpointer
paper_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  const MukanaPaper *paper = arg;
  g_autoptr (MukanaDocument) document = mukana_paper_make (db, paper->kind, paper->language,
                                                           paper->is_plain, error);

  return mukana_document_to_text (document);
}

static char *
read_paper (Fixture         *fixture,
            MukanaPaperKind  kind,
            const char      *language,
            gboolean         is_plain)
{
  g_autoptr (MukanaPaper) paper = mukana_paper_new (kind, language, is_plain, NULL);

  return mukana_test_read (fixture->place, paper_run, paper);
}

static void
papers_are_there_in_every_language_with_the_county_s_details (Fixture       *fixture,
                                                              gconstpointer  data)
{
  set_setting (fixture, "dpo-name", "Tietosuoja Koetinen");

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    for (int kind = 0; kind <= MUKANA_PAPER_REQUEST_DIARY; kind++)
      for (int is_plain = 0; is_plain < 2; is_plain++)
        {
          g_autofree char *text = read_paper (fixture, kind, mukana_contact_languages[i], is_plain);

          g_assert_nonnull (strstr (text, "Tietosuoja Koetinen"));
          g_assert_null (strchr (text, '{'));
          g_assert_null (strchr (text, '@'));
          g_assert_null (strstr (text, "%d"));
        }
}

static void
notice_says_what_the_register_rests_on (Fixture       *fixture,
                                        gconstpointer  data)
{
  g_autofree char *before = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "en", FALSE);
  g_autofree char *after = NULL;

  set_basis (fixture, "matching", "public-task");
  after = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "en", FALSE);

  g_assert_nonnull (strstr (before, "Proposing suitable assignments | Consent, 6(1)(a)"));
  g_assert_nonnull (strstr (after,
                            "Proposing suitable assignments | Task in the public interest"));
  g_assert_nonnull (strstr (after, "Experience themes | Consent, 6(1)(a), and explicit consent, "
                                   "9(2)(a)"));
  g_assert_nonnull (strstr (after, "criminal background | Consent, 6(1)(a); Article 10 and "
                                   "section 7 of the Data Protection Act"));
  g_assert_nonnull (strstr (after, "Assignment and fee | 6 years"));
  g_assert_nonnull (strstr (after, "Experience theme after withdrawal | 30 days"));
  g_assert_nonnull (strstr (after, "Candidate who did not join | 6 months"));
}

/* What may rest on a duty by law or a public task; papers name the law then. */
static const char * const purposes_by_law[] = {
  "register", "matching", "communication", "assignment", "fee", "feedback", "organisation",
  "statistics", NULL
};

static void
what_may_rest_on_a_law_is_known (void)
{
  for (guint i = 0; mukana_all_purposes[i] != NULL; i++)
    g_assert_true (g_strv_contains (purposes_by_law, mukana_all_purposes[i]) ==
                   (mukana_purpose_may_rest_on (mukana_all_purposes[i], "law") ||
                    mukana_purpose_may_rest_on (mukana_all_purposes[i], "public-task")));
}

/* A code that has no words would be printed as it is; so each has them, in each language. */
static void
papers_have_words_for_every_code (Fixture       *fixture,
                                  gconstpointer  data)
{
  const struct
  {
    const char          *group;
    const char * const  *codes;
  } lists[] = { { "retention", mukana_retention_codes }, { "purpose", mukana_all_purposes },
                { "basis", mukana_legal_bases }, { "plain-title", mukana_purposes },
                { "law", purposes_by_law },
                { "request-mode", mukana_request_modes }, { "fee-kind", mukana_fee_kinds } };

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    {
      g_autoptr (GKeyFile) words = mukana_document_words_load (mukana_contact_languages[i], NULL);

      for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
        for (guint c = 0; lists[l].codes[c] != NULL; c++)
          if (!g_key_file_has_key (words, lists[l].group, lists[l].codes[c], NULL))
            g_error ("%s: no words for %s of %s", mukana_contact_languages[i], lists[l].codes[c],
                     lists[l].group);
    }
}

static void
retention_stands_by_subject_and_not_by_code (Fixture       *fixture,
                                             gconstpointer  data)
{
  g_autofree char *text = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "en", FALSE);
  const char *candidate = strstr (text, "Candidate who did not join |");
  const char *fee = strstr (text, "Assignment and fee |");
  const char *journal = strstr (text, "Journal |");

  g_assert_true (candidate < fee && fee < journal);
  g_assert_null (strstr (text, "\nextract"));
  g_assert_null (strstr (text, "\nshortlist"));
}

/* Until when it holds, and who speaks in it: one person from its beginning to its end. */
static void
form_says_how_long_a_consent_holds_and_speaks_as_one_person (Fixture       *fixture,
                                                             gconstpointer  data)
{
  g_autofree char *text = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", FALSE);
  g_autofree char *plain = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", TRUE);

  g_assert_nonnull (strstr (text, "Suostumus on voimassa 2 vuotta"));
  g_assert_nonnull (strstr (text, "ei vaikuta hoitooni eikä palveluihini"));
  g_assert_null (strstr (text, "hoitoosi"));
  g_assert_nonnull (strstr (plain, "Saako tietosi kirjoittaa rekisteriin? (versio 2, selkokieli)"));
  for (guint i = 0; i < 4; i++)   /* as in the longer text */
    g_assert_nonnull (strstr (plain, ((const char *[]) { "syntymävuotesi", "osoitteesi",
                                                         "kotikuntasi", "roolisi" })[i]));
}

static guint
count (const char *text,
       const char *piece)
{
  guint n = 0;

  for (const char *at = text; (at = strstr (at, piece)) != NULL; at += strlen (piece))
    n++;
  return n;
}

/* Article 9(2)(a): one pair of boxes for three themes would be one consent to all of them. */
static void
form_has_boxes_of_its_own_for_each_theme (Fixture       *fixture,
                                          gconstpointer  data)
{
  for (int is_plain = 0; is_plain < 2; is_plain++)
    {
      g_autofree char *text = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", is_plain);

      g_assert_cmpuint (count (text, ". ____  [ ] Suostun  [ ] En suostu\n"), >=, 5);
      g_assert_cmpuint (count (text, "\n[ ] Suostun\n[ ] En suostu\n"), ==, 5);
      g_assert_null (strstr (text, "10 artikla"));
    }
}

static void
note_request (Fixture    *fixture,
              const char *who,
              MukanaDay   received_on)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);

  mukana_record_init_text (request, "asker-name", who);
  mukana_record_init_text (request, "kind", "access");
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_text (request, "words", "Mitä minusta tiedetään");
  mukana_record_init_int (request, "received-on", received_on);
  g_free (mukana_test_run (fixture->place, &mukana_rights_note_job, request));
}

/* An officer sees that each was answered in time, and need not know who asked. */
static void
diary_of_requests_shows_answers_and_names_nobody (Fixture       *fixture,
                                                  gconstpointer  data)
{
  g_autofree char *empty = read_paper (fixture, MUKANA_PAPER_REQUEST_DIARY, "fi", FALSE);
  g_autoptr (MukanaRightsRequest) answer = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autofree char *text = NULL;

  note_request (fixture, "Ulla Ulkoinen", MUKANA_TEST_TODAY - 60);
  note_request (fixture, "Ville Vieras", MUKANA_TEST_TODAY);
  mukana_record_init_int (answer, "id", 1);
  mukana_record_init_int (answer, "version", 1);
  mukana_record_init_text (answer, "decision", "granted");
  mukana_test_run (fixture->place, &mukana_rights_answer_job, answer);
  text = read_paper (fixture, MUKANA_PAPER_REQUEST_DIARY, "fi", FALSE);

  g_assert_nonnull (strstr (empty, "Ei yhtään."));
  g_assert_nonnull (strstr (text, "Pyyntöjä: 2"));
  g_assert_nonnull (strstr (text, "Myöhästyneitä: 1"));
  g_assert_nonnull (strstr (text, "Odottaa vastausta: 1"));
  g_assert_nonnull (strstr (text, "Pääsy omiin tietoihin"));
  g_assert_nonnull (strstr (text, "myöhässä | Tehty pyynnön mukaan"));
  g_assert_null (strstr (text, "Ulla"));
  g_assert_null (strstr (text, "minusta"));
}

/* Article 10: nobody is asked for it in passing, nor by whoever could not record it. */
static void
criminal_background_has_a_form_of_its_own (Fixture       *fixture,
                                           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "background.pdf", NULL);
  g_autoptr (MukanaPaper) paper = mukana_paper_new (MUKANA_PAPER_CRIMINAL_FORM, "fi", FALSE, path);
  g_autofree char *text = read_paper (fixture, MUKANA_PAPER_CRIMINAL_FORM, "fi", FALSE);
  g_autoptr (MukanaRegisterUser) user = g_object_new (MUKANA_TYPE_REGISTER_USER, NULL);

  mukana_record_init_text (user, "name", "test");
  mukana_record_init_text (user, "role", "coordinator");
  mukana_record_init_int (user, "sees-article-10", TRUE);

  fail (fixture, &mukana_paper_job, paper, MUKANA_ERROR_NOT_ALLOWED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  run (fixture, &mukana_user_save_job, user);
  run (fixture, &mukana_paper_job, paper);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (strstr (text, "10 artikla"));
  g_assert_nonnull (strstr (text, "tietosuojalaki 7 §"));
  g_assert_cmpuint (count (text, ". ____  [ ] Suostun  [ ] En suostu\n"), ==, 2);
  g_assert_null (strstr (text, "Suostumus rekisteriin"));
}

/* As easy as giving it, so with a number to call; Article 7(3). */
static void
papers_tell_whom_to_call (Fixture       *fixture,
                          gconstpointer  data)
{
  set_setting (fixture, "unit-phone", "050 000 0007");
  set_setting (fixture, "unit-email", "rekisteri@example.org");

  for (guint i = 0; mukana_contact_languages[i] != NULL; i++)
    for (int kind = 0; kind <= MUKANA_PAPER_CRIMINAL_FORM; kind++)
      for (int is_plain = 0; is_plain < 2; is_plain++)
        {
          g_autofree char *text = read_paper (fixture, kind, mukana_contact_languages[i], is_plain);

          g_assert_nonnull (strstr (text, "050 000 0007"));
          g_assert_nonnull (strstr (text, "rekisteri@example.org"));
        }
}

static void
assert_tells (const char         *text,
              const char * const *pieces)
{
  for (guint i = 0; pieces[i] != NULL; i++)
    if (strstr (text, pieces[i]) == NULL)
      g_error ("The paper does not say: %s", pieces[i]);
}

/* Articles 13(1)(c) and (e), 13(2)(c) and (e), 30(1)(d). */
static void
notice_tells_recipients_laws_and_what_follows (Fixture       *fixture,
                                               gconstpointer  data)
{
  static const char * const notice_says[] = {
    "tulorekisteriin", "Verohallinto", "työeläkevakuuttaja",
    "mikään laki tai sopimus velvoita",
    "ei vaikuta siihen, mitä suostumuksen perusteella on tehty",
    "6(1)(c): ennakkoperintälaki 1118/1996",
    "6(1)(e): laki hyvinvointialueesta 611/2021, 29\u00a0§",
    "504/2002", NULL };
  static const char * const record_says[] = { "tulorekisteri", "Verohallinto", NULL };
  g_autofree char *notice = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "fi", FALSE);
  g_autofree char *record = read_paper (fixture, MUKANA_PAPER_PROCESSING_RECORD, "fi", FALSE);

  assert_tells (notice, notice_says);
  assert_tells (record, record_says);
}

/* It is all that its readers read. */
static void
plain_notice_tells_times_and_all_rights (Fixture       *fixture,
                                         gconstpointer  data)
{
  static const char * const says[] = {
    "Tehtävä, josta sait palkkion: 6 vuotta",
    "Kokemuksesi, kun peruit siihen antamasi luvan: 30 pä",
    "korjaamme", "perua luvan milloin vain", "poistamme", "emme käytä tietojasi",
    "ettet halua meidän käyttävän", "tiedostona", "Ei ole pakko", "tulorekisteriin",
    "valittaa tietosuojavaltuutetulle", NULL };
  g_autofree char *text = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "fi", TRUE);

  assert_tells (text, says);
}

static void
rename_county (Fixture    *fixture,
               const char *name)
{
  run (fixture, &mukana_founding_rename_job, (gpointer) name);
}

static void
county_is_called_by_its_name_in_the_language_of_the_paper (Fixture       *fixture,
                                                           gconstpointer  data)
{
  g_autofree char *swedish = NULL, *english = NULL, *finnish = NULL, *own = NULL;

  rename_county (fixture, "Kainuun hyvinvointialue");
  set_setting (fixture, "controller-name", "Kainuun hyvinvointialue");
  swedish = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "sv", FALSE);
  english = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "en", TRUE);
  finnish = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", FALSE);
  rename_county (fixture, "Testilän hyvinvointialue");
  own = read_paper (fixture, MUKANA_PAPER_PRIVACY_NOTICE, "sv", FALSE);

  g_assert_nonnull (strstr (swedish, "\nKajanalands välfärdsområde\n"));
  g_assert_null (strstr (swedish, "Kainuun"));
  g_assert_nonnull (strstr (english, "\nKainuu wellbeing services county\n"));
  g_assert_nonnull (strstr (finnish, "\nKainuun hyvinvointialue\n"));
  g_assert_nonnull (strstr (own, "\nTestilän hyvinvointialue\n"));
}

static void
form_asks_only_for_what_rests_on_consent (Fixture       *fixture,
                                          gconstpointer  data)
{
  g_autofree char *before = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", FALSE);
  g_autofree char *after = NULL, *plain = NULL;

  set_basis (fixture, "matching", "public-task");
  after = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", FALSE);
  plain = read_paper (fixture, MUKANA_PAPER_CONSENT_FORM, "fi", TRUE);

  g_assert_nonnull (strstr (before, "Suostumus tehtävien ehdottamiseen (versio 4)"));
  g_assert_null (strstr (after, "Suostumus tehtävien ehdottamiseen"));
  g_assert_nonnull (strstr (after, "Suostumus rekisteriin (versio 2)"));
  g_assert_nonnull (strstr (plain, "Rekisteri on lista tietokoneella."));
}

/* Both befall people before they are asked. */
static void
lot_and_list_without_names_are_told_beforehand (Fixture       *fixture,
                                                gconstpointer  data)
{
  static const MukanaPaperKind papers[] = {
    MUKANA_PAPER_PRIVACY_NOTICE, MUKANA_PAPER_CONSENT_FORM,
  };

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    for (int plain = 0; plain < 2; plain++)
      {
        g_autofree char *paper = read_paper (fixture, papers[i], "en", plain);

        g_assert_nonnull (strstr (paper, "by lot"));
        g_assert_nonnull (strstr (paper, "without names"));
      }
}

static void
paper_is_saved_as_a_new_file (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "a.pdf", NULL);
  g_autoptr (MukanaPaper) paper = mukana_paper_new (MUKANA_PAPER_PRIVACY_NOTICE, "sv", FALSE, path);
  g_autofree char *content = NULL;

  run (fixture, &mukana_paper_job, paper);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_true (g_str_has_prefix (content, "%PDF-"));
  fail (fixture, &mukana_paper_job, paper, MUKANA_ERROR_CONFLICT);
}

#define ADD(name) g_test_add ("/papers/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/papers/what_may_rest_on_a_law_is_known", what_may_rest_on_a_law_is_known);
  ADD (diary_of_requests_shows_answers_and_names_nobody);
  ADD (papers_are_there_in_every_language_with_the_county_s_details);
  ADD (notice_says_what_the_register_rests_on);
  ADD (papers_have_words_for_every_code);
  ADD (form_has_boxes_of_its_own_for_each_theme);
  ADD (criminal_background_has_a_form_of_its_own);
  ADD (papers_tell_whom_to_call);
  ADD (notice_tells_recipients_laws_and_what_follows);
  ADD (plain_notice_tells_times_and_all_rights);
  ADD (county_is_called_by_its_name_in_the_language_of_the_paper);
  ADD (retention_stands_by_subject_and_not_by_code);
  ADD (form_says_how_long_a_consent_holds_and_speaks_as_one_person);
  ADD (form_asks_only_for_what_rests_on_consent);
  ADD (lot_and_list_without_names_are_told_beforehand);
  ADD (paper_is_saved_as_a_new_file);

  return g_test_run ();
}
