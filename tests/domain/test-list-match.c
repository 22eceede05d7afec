/* test-list-match.c: a text finds its municipality or theme, or says that it does not. */

#include "domain/mukana-list-match.h"

static const MukanaWord places[] = {
  { "049", "Espoo" }, { "049", "Esbo" }, { "091", "Helsinki" }, { "091", "Helsingfors" },
  { "179", "Jyväskylä" }, { "179", "Jyväskylä" }, { "398", "Lahti" }, { "398", "Lahtis" },
  { "536", "Nokia" }, { "743", "Seinäjoki" }, { "837", "Tampere" }, { "837", "Tammerfors" },
  { "853", "Turku" }, { "853", "Åbo" }, { "235", "Kauniainen" }, { "235", "Grankulla" },
  { "935", "Virolahti" }, { "935", "Vederlax" }, { "399", "Laihia" },
};

static const MukanaWord themes[] = {
  { "pr.alk", "Alkoholi" }, { "pr.alk", "Alkohol" }, { "pr.alk", "Alcohol" },
  { "lp.las", "Lastensuojelu, sijaishuolto ja jälkihuolto" },
  { "vk.its", "Itsemurhan tehneen läheinen" },
  { "mo.sat", "Sateenkaarikokemus (LHBTIQ)" },
  { "nk.adh", "ADHD" }, { "mt.mas", "Masennus" },
  { "so.tyo", "Työttömyys ja osatyökykyisyys" },
  { "mt.syo", "Syömishäiriöt" }, { "mt.syo", "Ätstörningar" }, { "mt.syo", "Eating disorders" },
};

static void
places_are_found_by_code_name_and_case (void)
{
  static const struct { const char *text, *code; } cases[] = {
    { "091", "091" }, { "91", "091" }, { "HELSINKI", "091" }, { "Helsingissä", "091" },
    { "Helsingfors", "091" }, { "Espoon kaupunki", "049" }, { "i Esbo", "049" },
    { "Vederlax", "935" }, { "Turussa", "853" }, { "Lahdesta", "398" }, { "Nokialla", "536" },
    { "Tampereella", "837" }, { "Seinäjoelta", "743" }, { "jyvaskyla", "179" },
    { "Kauniaisissa", "235" }, { "Abo", "853" },
  };
  g_autoptr (MukanaWordList) list =
    mukana_word_list_new (places, G_N_ELEMENTS (places), MUKANA_WORD_LIST_PLACES);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *code = NULL;

      g_assert_cmpint (mukana_word_list_match (list, cases[i].text, &code), ==,
                       MUKANA_WORD_MATCH_SURE);
      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

static void
a_slip_of_one_letter_is_a_guess_in_long_words_only (void)
{
  g_autoptr (MukanaWordList) list =
    mukana_word_list_new (places, G_N_ELEMENTS (places), MUKANA_WORD_LIST_PLACES);
  const char *code = NULL;

  g_assert_cmpint (mukana_word_list_match (list, "Helsnki", &code), ==, MUKANA_WORD_MATCH_GUESS);
  g_assert_cmpstr (code, ==, "091");
  g_assert_cmpint (mukana_word_list_match (list, "Tmapere", &code), ==, MUKANA_WORD_MATCH_GUESS);
  g_assert_cmpstr (code, ==, "837");
  g_assert_cmpint (mukana_word_list_match (list, "Nakia", &code), ==, MUKANA_WORD_MATCH_NONE);
  g_assert_cmpint (mukana_word_list_match (list, "Atlantis", &code), ==, MUKANA_WORD_MATCH_NONE);
  g_assert_cmpint (mukana_word_list_match (list, NULL, &code), ==, MUKANA_WORD_MATCH_NONE);
}

static void
two_places_of_one_name_are_no_answer (void)
{
  static const MukanaWord twins[] = { { "1", "Uusikylä" }, { "2", "Uusikylä" } };
  g_autoptr (MukanaWordList) list = mukana_word_list_new (twins, 2, MUKANA_WORD_LIST_PLAIN);
  const char *code = "untouched";

  g_assert_cmpint (mukana_word_list_match (list, "Uusikylä", &code), ==,
                   MUKANA_WORD_MATCH_SEVERAL);
  g_assert_cmpstr (code, ==, "untouched");
}

static void
themes_carry_their_perspective (void)
{
  g_autoptr (MukanaWordList) list = mukana_word_list_new (themes, G_N_ELEMENTS (themes), 0);
  const char *code = NULL, *perspective = NULL;

  g_assert_cmpint (mukana_list_match_theme (list, "alkoholi (läheinen)", &code, &perspective), ==,
                   MUKANA_WORD_MATCH_SURE);
  g_assert_cmpstr (code, ==, "pr.alk");
  g_assert_cmpstr (perspective, ==, "close");

  g_assert_cmpint (mukana_list_match_theme (list, "Alkohol - egen erfarenhet", &code,
                                            &perspective), ==, MUKANA_WORD_MATCH_SURE);
  g_assert_cmpstr (perspective, ==, "own");

  g_assert_cmpint (mukana_list_match_theme (list, "Itsemurhan tehneen läheinen", &code,
                                            &perspective), ==, MUKANA_WORD_MATCH_SURE);
  g_assert_cmpstr (code, ==, "vk.its");
  g_assert_null (perspective);
}

static void
brackets_and_later_words_of_a_label_may_be_left_out (void)
{
  g_autoptr (MukanaWordList) list = mukana_word_list_new (themes, G_N_ELEMENTS (themes), 0);
  const char *code = NULL;

  g_assert_cmpint (mukana_word_list_match (list, "sateenkaarikokemus", &code), ==,
                   MUKANA_WORD_MATCH_SURE);
  g_assert_cmpstr (code, ==, "mo.sat");
  g_assert_cmpint (mukana_word_list_match (list, "Työttömyys", &code), ==,
                   MUKANA_WORD_MATCH_GUESS);
  g_assert_cmpstr (code, ==, "so.tyo");
}

static void
one_of_what_a_label_has_several_of_is_a_guess (void)
{
  static const char * const singular[] = { "ätstörning", "syömishäiriö", "eating disorder" };
  g_autoptr (MukanaWordList) list = mukana_word_list_new (themes, G_N_ELEMENTS (themes), 0);

  for (guint i = 0; i < G_N_ELEMENTS (singular); i++)
    {
      const char *code = NULL;

      g_assert_cmpint (mukana_word_list_match (list, singular[i], &code), ==,
                       MUKANA_WORD_MATCH_GUESS);
      g_assert_cmpstr (code, ==, "mt.syo");
    }
}

static void
commas_inside_a_label_do_not_cut_it (void)
{
  g_autoptr (MukanaWordList) list = mukana_word_list_new (themes, G_N_ELEMENTS (themes), 0);
  g_autoptr (GPtrArray) found = mukana_list_match_themes (list,
    "lastensuojelu, sijaishuolto ja jälkihuolto (läheinen), ADHD; kengät\nmt.mas|pr.alk");
  static const char * const codes[] = { "lp.las", "nk.adh", NULL, "mt.mas", "pr.alk" };

  g_assert_cmpuint (found->len, ==, G_N_ELEMENTS (codes));
  for (guint i = 0; i < found->len; i++)
    {
      const MukanaThemeMatch *match = g_ptr_array_index (found, i);

      g_assert_cmpstr (match->code, ==, codes[i]);
    }

  g_assert_cmpstr (((MukanaThemeMatch *) found->pdata[0])->perspective, ==, "close");
  g_assert_cmpstr (((MukanaThemeMatch *) found->pdata[2])->text, ==, "kengät");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/list-match/" #name, name)
  TEST (places_are_found_by_code_name_and_case);
  TEST (a_slip_of_one_letter_is_a_guess_in_long_words_only);
  TEST (two_places_of_one_name_are_no_answer);
  TEST (themes_carry_their_perspective);
  TEST (brackets_and_later_words_of_a_label_may_be_left_out);
  TEST (one_of_what_a_label_has_several_of_is_a_guess);
  TEST (commas_inside_a_label_do_not_cut_it);

  return g_test_run ();
}
