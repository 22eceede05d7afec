/* test-text.c: names are found and sorted as Finns and Swedes do, the same on every machine. */

#include "base/mukana-text.h"

#include <string.h>

static void
spelling_and_case_fold_together (void)
{
  static const struct { const char *text, *folded; } cases[] = {
    { "ÄITI", "äiti" },
    { "A\u0308iti", "äiti" },          /* a letter and its dots apart */
    { "Sirén", "siren" },
    { "Øster-Bæk", "öster bäk" },
    { "  Anna–Liisa   O'Brien ", "anna liisa o brien" },
    { "Straße 5", "strasse 5" },
    { "ﬁnni", "finni" },
    { "...", "" },
    { NULL, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = mukana_text_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].folded);
    }
}

static void
folding_twice_changes_nothing (void)
{
  static const gunichar letters[] = { 'a', 'Z', 0xc4, 0xe5, 0xd6, 0xe9, 0x160, ' ', '-', '.', '7',
                                      0x308, 0xdf, 0x130, 0x419 };

  for (int i = 0; i < 5000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *once = NULL;
      g_autofree char *twice = NULL;

      for (int n = g_test_rand_int_range (0, 20); n > 0; n--)
        g_string_append_unichar (text, letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))]);
      once = mukana_text_fold (text->str);
      twice = mukana_text_fold (once);

      g_assert_true (g_utf8_validate (once, -1, NULL));
      g_assert_cmpstr (once, ==, twice);
    }
}

static void
names_stand_in_the_order_of_the_alphabet (void)
{
  static const char * const names[] = {
    "Aalto", "Ahola", "de Wit", "Sirén", "Sirola", "Virtanen", "Wikström", "Zetterberg",
    "Åberg", "Äijälä", "Öhman",
  };

  for (gsize i = 1; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *before = mukana_text_sort_key (names[i - 1]);
      g_autofree char *after = mukana_text_sort_key (names[i]);

      g_assert_cmpint (strcmp (before, after), <, 0);
    }
}

static void
a_prefix_of_a_search_is_no_pattern (void)
{
  g_autofree char *pattern = mukana_text_like_prefix ("50%_a!b");

  g_assert_cmpstr (pattern, ==, "50!%!_a!!b%");
}

static void
empty_text_is_no_text (void)
{
  g_autofree char *tidy = mukana_text_tidy ("  Maija \t  Mäki ");
  g_autofree char *nothing = mukana_text_tidy (" \t ");
  g_autofree char *turned = mukana_text_tidy ("\u202eMaija\u200f\u2066 M\u00adäki\a");

  g_assert_cmpstr (tidy, ==, "Maija Mäki");
  g_assert_cmpstr (turned, ==, "Maija Mäki");
  g_assert_null (nothing);
  g_assert_true (mukana_text_is_empty (NULL));
}

static void
a_phone_number_is_its_digits (void)
{
  g_autofree char *digits = mukana_text_digits ("+358 (40) 123-4567");

  g_assert_cmpstr (digits, ==, "358401234567");
}

static void
a_slug_has_letters_digits_and_single_hyphens (void)
{
  g_autofree char *slug = mukana_text_slug ("Äkillinen  kriisi – öisin 24 h", 40);
  g_autofree char *cut = mukana_text_slug ("Omaishoidon ilta", 12);
  g_autofree char *empty = mukana_text_slug ("…", 40);

  g_assert_cmpstr (slug, ==, "akillinen-kriisi-oisin-24-h");
  g_assert_cmpstr (cut, ==, "omaishoidon");
  g_assert_cmpstr (empty, ==, "");
}

/* Whatever stands in a cell comes back from the file as it was, and nothing in it computes, by
 * any mark that might divide cells. */
static void
what_is_guarded_computes_nothing_and_comes_back (void)
{
  static const char letters[] = "=+-@'\t\r\n;,\" 123aX";
  g_autoptr (GRand) random = g_rand_new_with_seed (33);

  for (int round = 0; round < 20000; round++)
    {
      char text[12] = "";
      g_autofree char *guarded = NULL, *plain = NULL;

      for (int i = g_rand_int_range (random, 0, sizeof text); i > 0; i--)
        text[strlen (text)] = letters[g_rand_int_range (random, 0, sizeof letters - 1)];
      guarded = mukana_text_guard (text);
      plain = mukana_text_unguard (guarded);

      g_assert_cmpstr (plain, ==, text);
      for (const char *at = guarded; *at != '\0'; at++)
        if (at == guarded || strchr (";,\t\r\n", at[-1]) != NULL)
          g_assert_null (strchr ("=@", *at));
    }
}

static void
phones_and_dashes_are_left_as_they_are (void)
{
  static const char * const texts[] = { "+358 40 1234567", "-", "Pori,-", "a\n+358 40 1234567" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *guarded = mukana_text_guard (texts[i]);

      g_assert_cmpstr (guarded, ==, texts[i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/text/" #test, test)
  ADD (spelling_and_case_fold_together);
  ADD (folding_twice_changes_nothing);
  ADD (names_stand_in_the_order_of_the_alphabet);
  ADD (a_prefix_of_a_search_is_no_pattern);
  ADD (empty_text_is_no_text);
  ADD (a_phone_number_is_its_digits);
  ADD (a_slug_has_letters_digits_and_single_hyphens);
  g_test_add_func ("/text/what_is_guarded_computes_nothing_and_comes_back",
                   what_is_guarded_computes_nothing_and_comes_back);
  g_test_add_func ("/text/phones_and_dashes_are_left_as_they_are",
                   phones_and_dashes_are_left_as_they_are);

  return g_test_run ();
}
