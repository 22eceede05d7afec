/* test-heading.c: lists say in their own words what their columns are. */

#include "domain/mukana-heading.h"

#define ROW(...) (const char * const[]) { __VA_ARGS__, NULL }

static void
assert_columns (const MukanaHeading *heading,
                const char          *expected)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < heading->n_columns; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? " " : "",
                            mukana_column_name (heading->columns[i]));

  g_assert_cmpstr (names->str, ==, expected);
}

static void
title_rows_above_the_headings_are_skipped (void)
{
  const char * const *rows[] = {
    ROW ("Kokemusasiantuntijat, päivitetty 12.11.2026"),
    ROW ("Nimi", "Rooli", "Puhelin", "Sähköposti", "Kotikunta", "Kokemustausta / teemat",
         "Suostumus", "Huom!"),
    ROW ("Testilä Tiina", "yhteyshenkilö", "000 123", "t@example.org", "Alavus", "", "x", ""),
  };
  g_autoptr (MukanaHeading) heading = mukana_heading_find (rows, G_N_ELEMENTS (rows));

  g_assert_cmpint (heading->row, ==, 1);
  g_assert_cmpint (heading->kind, ==, MUKANA_LIST_PEOPLE);
  assert_columns (heading, "name role phone email municipality themes consent note");
}

static void
swedish_and_english_headings_are_understood (void)
{
  const char * const *swedish[] = {
    ROW ("Förnamn", "Efternamn", "E-post", "Hemkommun", "Språk", "Samtycke"),
  };
  const char * const *english[] = {
    ROW ("First name", "LAST_NAME", "e-mail", "Home municipality", "Languages", "Consent"),
  };
  const char *expected = "given-name family-name email municipality languages consent";
  g_autoptr (MukanaHeading) a = mukana_heading_find (swedish, 1);
  g_autoptr (MukanaHeading) b = mukana_heading_find (english, 1);

  assert_columns (a, expected);
  assert_columns (b, expected);
  g_assert_cmpint (a->kind, ==, MUKANA_LIST_PEOPLE);
}

/* As lists have them that were made by several hands. */
static void
other_words_for_a_place_and_a_role_are_understood (void)
{
  const char * const *rows[] = {
    ROW ("Sukunimi Etunimi", "Kotipaikka", "Puh.", "S-posti", "Teemat", "KA/OLKA"),
  };
  g_autoptr (MukanaHeading) heading = mukana_heading_find (rows, 1);

  assert_columns (heading, "name municipality phone email themes role");
}

static void
day_of_the_consent_is_recognised (void)
{
  static const char * const headings[] = {
    "Suostumuksen pvm", "Suostumuspvm", "Suostumuksen päivämäärä", "Samtyckesdatum"
  };

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    g_assert_cmpint (mukana_column_guess (headings[i]), ==, MUKANA_COLUMN_GIVEN);
  g_assert_cmpint (mukana_column_guess ("Saa pitää rekisterissä?"), ==, MUKANA_COLUMN_CONSENT);
}

static void
each_file_of_a_register_is_recognised (void)
{
  static const struct { const char *kind, *headings; } lists[] = {
    { "people", "id,kind,first_name,last_name,birth_year,email,phone" },
    { "consents", "id,person_id,purpose,given_at,expires_at,withdrawn_at,source" },
    { "availability", "person_id,weekday,start,end,valid_from,valid_to" },
    { "absences", "id,person_id,from,to,reason" },
    { "person_themes", "person_id,theme_id,role,level" },
    { "organisations", "id,name,business_id,municipality_code,email,kind,theme_ids" },
    { "organisations", "Järjestö,Y-tunnus,Kunta,Tyyppi,Yhteyshenkilö" },
    { "requests", "id,title,kind,unit,requester,people_needed,mode,language,decide_by" },
    { "request_slots", "id,request_id,date,start,end,kind" },
    { "request_themes", "request_id,theme_id,weight,required" },
    { "assignments", "id,request_id,person_id,state,date,hours,proposed_at" },
    { "fees", "id,assignment_id,person_id,kind,amount_eur,km,state,paid_at" },
    { "feedback", "id,assignment_id,given_by,rating,given_at,text" },
    { "contacts_log", "id,organisation_id,person_id,date,channel,summary,author" },
    { "themes", "id,parent_id,label_fi,label_sv,label_en" },
    { "municipalities", "code,name_fi,name_sv,county,lat,lon,population" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_auto (GStrv) cells = g_strsplit (lists[i].headings, ",", -1);
      const char * const *rows[] = { (const char * const *) cells };
      g_autoptr (MukanaHeading) heading = mukana_heading_find (rows, 1);

      g_assert_cmpstr (mukana_list_kind_name (heading->kind), ==, lists[i].kind);
      g_assert_cmpint (mukana_heading_index (heading, MUKANA_COLUMN_NONE), ==, -1);
    }
}

static void
a_word_may_mean_another_thing_in_another_list (void)
{
  const char * const *people[] = { ROW ("kind", "first_name", "last_name") };
  const char * const *themes[] = { ROW ("person_id", "theme_id", "role") };
  g_autoptr (MukanaHeading) a = mukana_heading_find (people, 1);
  g_autoptr (MukanaHeading) b = mukana_heading_find (themes, 1);

  g_assert_cmpint (a->columns[0], ==, MUKANA_COLUMN_ROLE);
  g_assert_cmpint (b->columns[2], ==, MUKANA_COLUMN_PERSPECTIVE);
}

static void
the_second_column_of_a_kind_is_left_to_the_coordinator (void)
{
  const char * const *rows[] = { ROW ("Nimi", "Puhelin", "Puhelin 2", "Huom", "Lisätiedot") };
  g_autoptr (MukanaHeading) heading = mukana_heading_find (rows, 1);

  assert_columns (heading, "name phone none note note");
}

static void
identity_codes_are_named_so_that_they_can_be_refused (void)
{
  g_assert_cmpint (mukana_column_guess ("Henkilötunnus"), ==, MUKANA_COLUMN_IDENTITY_CODE);
  g_assert_cmpint (mukana_column_guess ("HETU"), ==, MUKANA_COLUMN_IDENTITY_CODE);
  g_assert_cmpint (mukana_column_guess ("Personbeteckning"), ==, MUKANA_COLUMN_IDENTITY_CODE);
}

static void
headings_without_dots_and_with_remarks_are_understood (void)
{
  g_assert_cmpint (mukana_column_guess ("SAHKOPOSTI (oma)"), ==, MUKANA_COLUMN_EMAIL);
  g_assert_cmpint (mukana_column_guess (" Syntymävuosi: "), ==, MUKANA_COLUMN_BIRTH_YEAR);
  g_assert_cmpint (mukana_column_guess ("Kengännumero"), ==, MUKANA_COLUMN_NONE);
  g_assert_cmpint (mukana_column_guess (NULL), ==, MUKANA_COLUMN_NONE);
}

/* A column of consents is of the purpose that it names, or of none. */
static void
consent_to_one_thing_is_no_consent_to_another (void)
{
  static const struct { const char *heading, *column; } cases[] = {
    { "Suostumus", "consent" },
    { "Suostumus (kyllä/ei)", "consent" },
    { "Suostumus 2024 pvm", "consent" },
    { "Suostumus rekisteriin", "consent" },
    { "Suostumus henkilötietojen käsittelyyn", "consent" },
    { "Suostumus tehtävien ehdottamiseen", "consent-matching" },
    { "Suostumus välitykseen", "consent-matching" },
    { "Samtycke till förslag om uppdrag", "consent-matching" },
    { "Suostumus annettu tehtävien ehdottamiseen", "consent-matching" },
    { "Suostumus sähköiseen viestintään", "consent-communication" },
    { "Yhteydenottolupa", "consent-communication" },
    { "Saa ottaa yhteyttä", "consent-communication" },
    { "Lupa kuvata", "consent-media" },
    { "Suostumus kuviin", "consent-media" },
    { "Suostumus terveystietojen käsittelyyn", "consent-themes" },
    { "Suostumus tietojen luovuttamiseen", "none" },
    { "Lupa ajaa autoa", "none" },
    { "Suostumus puuttuu", "none" },
    { "Suostumus ehdottamiseen ja viestintään yhdessä", "consent-matching" },
    { "Samtycke till bilder och kontakt", "consent-media" },
    { "Suostumus: kuvat, viestintä", "none" },
    { "Suostumus peruttu (kuvat)", "withdrawn" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (mukana_column_name (mukana_column_guess (cases[i].heading)), ==,
                     cases[i].column);
}

static void
a_list_without_headings_says_so (void)
{
  const char * const *rows[] = { ROW ("Testilä", "Tiina", "12", "abc"), ROW ("x", "y", "z", "å") };
  g_autoptr (MukanaHeading) heading = mukana_heading_find (rows, G_N_ELEMENTS (rows));
  g_autoptr (MukanaHeading) nothing = mukana_heading_find (NULL, 0);

  g_assert_cmpint (heading->row, ==, -1);
  g_assert_cmpint (heading->kind, ==, MUKANA_LIST_UNKNOWN);
  g_assert_cmpint (nothing->row, ==, -1);
}

static void
names_of_columns_and_lists_lead_back_to_them (void)
{
  for (int i = MUKANA_COLUMN_NONE + 1; i < MUKANA_N_COLUMNS; i++)
    {
      g_assert_cmpint (mukana_column_from_name (mukana_column_name (i)), ==, i);
      g_assert_cmpstr (mukana_column_label (i), !=, mukana_column_label (MUKANA_COLUMN_NONE));
    }
  for (int i = 0; i < MUKANA_N_LISTS; i++)
    g_assert_cmpint (mukana_list_kind_from_name (mukana_list_kind_name (i)), ==, i);

  g_assert_cmpint (mukana_column_from_name ("no-such"), ==, MUKANA_COLUMN_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/heading/" #name, name)
  TEST (title_rows_above_the_headings_are_skipped);
  TEST (swedish_and_english_headings_are_understood);
  TEST (other_words_for_a_place_and_a_role_are_understood);
  TEST (day_of_the_consent_is_recognised);
  TEST (each_file_of_a_register_is_recognised);
  TEST (a_word_may_mean_another_thing_in_another_list);
  TEST (the_second_column_of_a_kind_is_left_to_the_coordinator);
  TEST (identity_codes_are_named_so_that_they_can_be_refused);
  TEST (headings_without_dots_and_with_remarks_are_understood);
  TEST (consent_to_one_thing_is_no_consent_to_another);
  TEST (a_list_without_headings_says_so);
  TEST (names_of_columns_and_lists_lead_back_to_them);

  return g_test_run ();
}
