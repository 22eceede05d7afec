/* test-list-words.c: a cell of a list gives its value, or the reason why not. */

#include "domain/mukana-list-words.h"

#include <string.h>

static void
days_come_in_four_forms (void)
{
  static const struct { const char *text, *iso; } cases[] = {
    { "2025-02-03", "2025-02-03" }, { "3.2.2025", "2025-02-03" }, { "03.02.25", "2025-02-03" },
    { " 3. 2. 2025 ", "2025-02-03" }, { "3/2/2025", "2025-02-03" }, { "46291", "2026-09-26" },
    { "2025-02-03 08:30", "2025-02-03" }, { "2025-02-03T00:00:00", "2025-02-03" },
    { "31.2.2025", NULL }, { "helmikuussa", NULL }, { "12345678", NULL }, { "1985", NULL },
    { "", NULL }, { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason = NULL;
      MukanaDay day = MUKANA_DAY_NONE;
      gboolean ok = mukana_list_read_day (cases[i].text, &day, &reason);
      g_autofree char *iso = mukana_day_to_iso (day);

      g_assert_cmpstr (iso, ==, cases[i].iso);
      g_assert_true (ok == (reason == NULL));
    }
}

static void
an_empty_cell_has_a_reason_of_its_own (void)
{
  const MukanaListReason *reason = NULL;
  MukanaDay day;

  g_assert_false (mukana_list_read_day ("  ", &day, &reason));
  g_assert_cmpstr (reason->code, ==, "empty");
  g_assert_null (mukana_list_read_channel (NULL, &reason));
  g_assert_cmpstr (reason->code, ==, "empty");
  g_assert_null (mukana_list_read_channel ("savumerkit", &reason));
  g_assert_cmpstr (reason->code, ==, "unknown-word");
}

static void
phone_numbers_get_their_country (void)
{
  static const struct { const char *text, *number; } cases[] = {
    { "040 123 4567", "+358401234567" }, { "+358 (0)40 123-4567", "+358401234567" },
    { "00358 40 1234567", "+358401234567" }, { "401234567", "+358401234567" },
    { "358401234567", "+358401234567" }, { "0004910267", "+358004910267" },
    { "+358 00 491 0267", "+358004910267" }, { "+46 70 123 45 67", "+46701234567" },
    { "040 123 4567 / 050 1", NULL }, { "12", NULL }, { "soita", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      g_autofree char *number = mukana_list_read_phone (cases[i].text, &reason);

      g_assert_cmpstr (number, ==, cases[i].number);
    }
}

static void
addresses_are_lower_case_and_plausible (void)
{
  static const struct { const char *text, *address; } cases[] = {
    { " Tiina.Testila@EXAMPLE.ORG ", "tiina.testila@example.org" },
    { "Tiina <tiina@example.org>", "tiina@example.org" },
    { "mailto:tiina@example.org", "tiina@example.org" },
    { "tiina@example", NULL }, { "a@b@example.org", NULL },
    { "a@example.org, b@example.org", NULL },
    { "tiina(at)example.org", NULL }, { "a..b@example.org", NULL }, { "ei ole", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      g_autofree char *address = mukana_list_read_email (cases[i].text, &reason);

      g_assert_cmpstr (address, ==, cases[i].address);
    }
}

static void
a_wrong_digit_in_a_business_id_is_found (void)
{
  const MukanaListReason *reason = NULL;
  g_autofree char *right = mukana_list_read_business_id ("1572860-0", &reason);
  g_autofree char *spaced = mukana_list_read_business_id ("FI15728600", &reason);
  g_autofree char *made_up = mukana_list_read_business_id ("0000012-0", &reason);

  g_assert_cmpstr (right, ==, "1572860-0");
  g_assert_cmpstr (spaced, ==, "1572860-0");
  g_assert_cmpstr (made_up, ==, "0000012-0");
  g_assert_null (mukana_list_read_business_id ("1572861-0", &reason));
  g_assert_cmpstr (reason->code, ==, "business-id-check");
  g_assert_null (mukana_list_read_business_id ("abc", &reason));
  g_assert_cmpstr (reason->code, ==, "business-id-unclear");
}

static void
personal_identity_codes_are_noticed (void)
{
  g_assert_true (mukana_list_is_identity_code ("131052-308T"));
  g_assert_true (mukana_list_is_identity_code ("hetu 131052A308t."));
  g_assert_false (mukana_list_is_identity_code ("+358 40 123-4567"));
  g_assert_false (mukana_list_is_identity_code ("1572860-0"));
  g_assert_false (mukana_list_is_identity_code (NULL));
}

static void
consent_cells_tell_given_from_withdrawn (void)
{
  static const struct { const char *text; int state; const char *iso; } cases[] = {
    { "kyllä 11.01.2022", MUKANA_LIST_CONSENT_GIVEN, "2022-01-11" },
    { "ok 2022-04-10", MUKANA_LIST_CONSENT_GIVEN, "2022-04-10" },
    { "2022-04-10", MUKANA_LIST_CONSENT_GIVEN, "2022-04-10" },
    { "46291", MUKANA_LIST_CONSENT_GIVEN, "2026-09-26" },
    { "x", MUKANA_LIST_CONSENT_GIVEN, NULL }, { "1", MUKANA_LIST_CONSENT_GIVEN, NULL },
    { "Samtycke 1.2.2024", MUKANA_LIST_CONSENT_GIVEN, "2024-02-01" },
    { "perui 1.8.2024", MUKANA_LIST_CONSENT_WITHDRAWN, "2024-08-01" },
    { "PERUTTU 3.2.2025", MUKANA_LIST_CONSENT_WITHDRAWN, "2025-02-03" },
    { "Återkallat 3.2.2025", MUKANA_LIST_CONSENT_WITHDRAWN, "2025-02-03" },
    { "peruttu", MUKANA_LIST_CONSENT_WITHDRAWN, NULL },
    { "✓", MUKANA_LIST_CONSENT_GIVEN, NULL },
    { "✔ 1.2.2024", MUKANA_LIST_CONSENT_GIVEN, "2024-02-01" },
    { "-", MUKANA_LIST_CONSENT_NONE, NULL }, { " – ", MUKANA_LIST_CONSENT_NONE, NULL },
    { "?", -1, NULL }, { "...", -1, NULL }, { "*", -1, NULL }, { "/", -1, NULL },
    { "(-)", -1, NULL }, { "? 1.2.2024", -1, NULL }, { "- 1.2.2024", -1, NULL },
    { "ei", MUKANA_LIST_CONSENT_NONE, NULL }, { "0", MUKANA_LIST_CONSENT_NONE, NULL },
    { "ei 3.2.2025", -1, NULL }, { "kysyttävä", -1, NULL }, { "kyllä joskus 2022", -1, NULL },
    { "", -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      MukanaListConsent consent = { MUKANA_LIST_CONSENT_NONE, MUKANA_DAY_NONE };
      gboolean ok = mukana_list_read_consent (cases[i].text, &consent, &reason);
      g_autofree char *iso = mukana_day_to_iso (consent.day);

      g_assert_cmpint (ok ? (int) consent.state : -1, ==, cases[i].state);
      g_assert_cmpstr (iso, ==, cases[i].iso);
    }
}

static void
languages_come_in_lists_of_words_and_codes (void)
{
  static const struct { const char *text, *codes; } cases[] = {
    { "suomi ja englanti", "fi en" }, { "fi|en", "fi en" }, { "suomi/ruotsi", "fi sv" },
    { "fa/suomi/englanti", "fa fi en" }, { "ruotsi, suomi, ruotsi", "sv fi" },
    { "Svenska och finska", "sv fi" }, { "pohjoissaame", "se" }, { "klingon, suomi", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      g_auto (GStrv) codes = mukana_list_read_languages (cases[i].text, &reason);
      g_autofree char *joined = codes ? g_strjoinv (" ", codes) : NULL;

      g_assert_cmpstr (joined, ==, cases[i].codes);
    }
}

static void
roles_are_known_by_all_their_names (void)
{
  static const struct { const char *text, *codes; } cases[] = {
    { "KA", "expert" }, { "kokemusasiantuntija (työpari)", "expert" },
    { "Erfarenhetsexpert", "expert" }, { "OLKA", "olka-volunteer" },
    { "OLKA-vapaaehtoinen (digineuvoja, aula)", "olka-volunteer" },
    { "järjestön yhteyshenkilö + kokemusasiantuntija", "contact-person expert" },
    { "Vapaaehtoinen", "volunteer" }, { "astronautti", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      g_auto (GStrv) codes = mukana_list_read_roles (cases[i].text, &reason);
      g_autofree char *joined = codes ? g_strjoinv (" ", codes) : NULL;

      g_assert_cmpstr (joined, ==, cases[i].codes);
    }
}

static void
closed_words_become_codes (void)
{
  const MukanaListReason *reason;

  g_assert_cmpstr (mukana_list_read_person_state ("tauolla", &reason), ==, "paused");
  g_assert_cmpstr (mukana_list_read_channel ("Sähköposti", &reason), ==, "email");
  g_assert_cmpstr (mukana_list_read_perspective ("oma kokemus", &reason), ==, "own");
  g_assert_cmpstr (mukana_list_read_perspective ("Anhörig", &reason), ==, "close");
  g_assert_cmpstr (mukana_list_read_purpose ("yhteydenotto", &reason), ==, "matching");
  g_assert_cmpstr (mukana_list_read_consent_way ("lomake", &reason), ==, "form");
  g_assert_cmpstr (mukana_list_read_organisation_kind ("Säätiö", &reason), ==, "foundation");
  g_assert_cmpstr (mukana_list_read_request_state ("avoin", &reason), ==, "open");
  g_assert_cmpstr (mukana_list_read_request_mode ("paikan päällä", &reason), ==, "on-site");
  g_assert_cmpstr (mukana_list_read_request_mode ("etä (asynkroninen, 14 päivää)", &reason), ==,
                   "period");
  g_assert_cmpstr (mukana_list_read_request_kind ("raati", &reason), ==, "panel");
  g_assert_cmpstr (mukana_list_read_fee_kind ("matka", &reason), ==, "travel");
  g_assert_cmpstr (mukana_list_read_fee_state ("maksettu", &reason), ==, "paid");
  g_assert_cmpstr (mukana_list_read_side ("pyytäjä", &reason), ==, "requester");
  g_assert_cmpstr (mukana_list_read_slot_kind ("vaihtoehto", &reason), ==, "alternative");
}

static void
an_outcome_tells_proposal_assignment_and_attendance (void)
{
  const MukanaListReason *reason;
  MukanaListOutcome outcome;

  g_assert_true (mukana_list_read_outcome ("ei saapunut", &outcome, &reason));
  g_assert_cmpstr (outcome.proposal_state, ==, "accepted");
  g_assert_cmpstr (outcome.assignment_state, ==, "held");
  g_assert_cmpstr (outcome.attendance, ==, "no-show");

  g_assert_true (mukana_list_read_outcome ("kieltäytyi", &outcome, &reason));
  g_assert_cmpstr (outcome.proposal_state, ==, "declined");
  g_assert_null (outcome.assignment_state);

  g_assert_false (mukana_list_read_outcome ("ehkä", &outcome, &reason));
}

static void
numbers_with_units_are_read_and_others_not (void)
{
  const MukanaListReason *reason;
  gint64 cents = 0;
  gboolean is_yes = FALSE;
  int number = 0;

  g_assert_true (mukana_list_read_km ("93,2 km", &number, &reason));
  g_assert_cmpint (number, ==, 94);
  g_assert_true (mukana_list_read_hours ("2,5 h", &number, &reason));
  g_assert_cmpint (number, ==, 150);
  g_assert_true (mukana_list_read_hours ("1:30", &number, &reason));
  g_assert_cmpint (number, ==, 90);
  g_assert_true (mukana_list_read_money ("45,10 €", &cents, &reason));
  g_assert_cmpint (cents, ==, 4510);
  g_assert_true (mukana_list_read_whole ("1985,0", 1900, 2026, &number, &reason));
  g_assert_cmpint (number, ==, 1985);
  g_assert_false (mukana_list_read_whole ("1985,5", 1900, 2026, &number, &reason));
  g_assert_false (mukana_list_read_whole ("85", 1900, 2026, &number, &reason));
  g_assert_false (mukana_list_read_km ("kaukana", &number, &reason));
  g_assert_false (mukana_list_read_money ("ilmainen", &cents, &reason));
  g_assert_true (mukana_list_read_yes_no ("X", &is_yes, &reason));
  g_assert_true (is_yes);
  g_assert_true (mukana_list_read_yes_no ("Nej", &is_yes, &reason));
  g_assert_false (is_yes);
  g_assert_false (mukana_list_read_yes_no ("ehkä", &is_yes, &reason));
}

static void
names_are_split_by_address_and_by_known_names (void)
{
  static const struct { const char *text, *email, *given, *family; gboolean is_guess; } cases[] = {
    { "Mäkelä Helena", "helena.makela7@example.org", "Helena", "Mäkelä", FALSE },
    { "Helena Mäkelä", "helena.makela7@example.org", "Helena", "Mäkelä", FALSE },
    { "Mäkelä Helena", NULL, "Helena", "Mäkelä", FALSE },
    { "Helena Mäkelä ", NULL, "Helena", "Mäkelä", FALSE },
    { "Mäkelä, Helena", NULL, "Helena", "Mäkelä", FALSE },
    { "HÄMÄLÄINEN REIJO", NULL, "Reijo", "Hämäläinen", FALSE },
    { "Öztürk Zuhal", "zuhal.ozturk@example.org", "Zuhal", "Öztürk", FALSE },
    { "Öztürk Zuhal", NULL, "Zuhal", "Öztürk", TRUE },
    { "Carl von Weber", NULL, "Carl", "von Weber", FALSE },
    { "Tuominen Ulla-Maija", NULL, "Ulla-Maija", "Tuominen", FALSE },
    { "Ali Olavi", "olavi.ali@example.org", "Olavi", "Ali", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason;
      g_autofree char *given = NULL, *family = NULL;
      gboolean is_guess;

      g_assert_true (mukana_list_read_name (cases[i].text, cases[i].email, &given, &family,
                                            &is_guess, &reason));
      g_assert_cmpstr (given, ==, cases[i].given);
      g_assert_cmpstr (family, ==, cases[i].family);
      g_assert_cmpint (is_guess, ==, cases[i].is_guess);
    }
}

static void
a_name_of_one_word_is_not_a_name (void)
{
  const MukanaListReason *reason;
  g_autofree char *given = NULL, *family = NULL;
  gboolean is_guess;

  g_assert_false (mukana_list_read_name ("Helena", NULL, &given, &family, &is_guess, &reason));
  g_assert_cmpstr (reason->code, ==, "name-one-word");
  g_assert_null (given);
}

static void
the_end_of_a_consent_is_a_day_or_none (void)
{
  static const struct { const char *text; gboolean is_read; MukanaDay day; } cases[] = {
    { NULL, TRUE, MUKANA_DAY_NONE },            { " ", TRUE, MUKANA_DAY_NONE },
    { "toistaiseksi", TRUE, MUKANA_DAY_NONE },  { "Tills vidare", TRUE, MUKANA_DAY_NONE },
    { "ei", TRUE, MUKANA_DAY_NONE },            { "-", TRUE, MUKANA_DAY_NONE },
    { "31.12.2027", TRUE, 21183 },              { "2027-12-31", TRUE, 21183 },
    { "kyllä", FALSE, 0 },                      { "ensi kesään", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const MukanaListReason *reason = NULL;
      MukanaDay day;

      g_assert_cmpint (mukana_list_read_consent_end (cases[i].text, &day, &reason), ==,
                       cases[i].is_read);
      if (cases[i].is_read)
        g_assert_cmpint (day, ==, cases[i].day);
      else
        g_assert_nonnull (reason);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/list-words/" #name, name)
  TEST (days_come_in_four_forms);
  TEST (an_empty_cell_has_a_reason_of_its_own);
  TEST (phone_numbers_get_their_country);
  TEST (addresses_are_lower_case_and_plausible);
  TEST (a_wrong_digit_in_a_business_id_is_found);
  TEST (personal_identity_codes_are_noticed);
  TEST (consent_cells_tell_given_from_withdrawn);
  TEST (the_end_of_a_consent_is_a_day_or_none);
  TEST (languages_come_in_lists_of_words_and_codes);
  TEST (roles_are_known_by_all_their_names);
  TEST (closed_words_become_codes);
  TEST (an_outcome_tells_proposal_assignment_and_attendance);
  TEST (numbers_with_units_are_read_and_others_not);
  TEST (names_are_split_by_address_and_by_known_names);
  TEST (a_name_of_one_word_is_not_a_name);

  return g_test_run ();
}
