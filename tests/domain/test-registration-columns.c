/* test-registration-columns.c: the headings of lists that forms make. */

#include "domain/mukana-registration-columns.h"

static void
check (const char               *heading,
       MukanaRegistrationColumn  expected)
{
  const char * const headings[] = { heading, NULL };
  g_autoptr (GArray) columns = mukana_registration_columns_guess (headings);

  g_test_message ("%s", heading);
  g_assert_cmpuint (g_array_index (columns, guint8, 0), ==, expected);
}

static void
a_heading_that_speaks_of_food_is_a_diet (void)
{
  static const char * const diets[] = {
    "Ruokavalio", "Erityisruokavaliot", "Ruoka-aineallergiat", "Onko sinulla allergioita?",
    "Mitä syöt (allergiat)", "Mitä et syö?", "Allergiat", "Specialkost", "Kost", "Matallergier",
    "Har du allergier?", "Vad äter du inte?", "Dietary requirements", "Food allergies",
    "Yliherkkyydet", "Överkänslighet",
  };

  for (guint i = 0; i < G_N_ELEMENTS (diets); i++)
    check (diets[i], MUKANA_REGISTRATION_DIET);
  check ("Kostnadsställe", MUKANA_REGISTRATION_NONE);
}

static void
a_name_is_known_by_a_word_inside (void)
{
  check ("Osallistujan koko nimi", MUKANA_REGISTRATION_NAME);
  check ("Deltagarens namn", MUKANA_REGISTRATION_NAME);
  check ("Osallistujan sukunimi", MUKANA_REGISTRATION_FAMILY_NAME);
  check ("Ammattinimike", MUKANA_REGISTRATION_NONE);
}

static void
of_two_that_could_be_the_name_none_is_taken (void)
{
  const char * const headings[] = { "Osallistujan nimi", "Huoltajan nimi", NULL };
  g_autoptr (GArray) columns = mukana_registration_columns_guess (headings);

  g_assert_false (mukana_registration_columns_are_said (columns));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registration-columns/food", a_heading_that_speaks_of_food_is_a_diet);
  g_test_add_func ("/registration-columns/name", a_name_is_known_by_a_word_inside);
  g_test_add_func ("/registration-columns/two", of_two_that_could_be_the_name_none_is_taken);
  return g_test_run ();
}
