/* test-duplicate.c: the same person is found under another spelling, and nobody else is. */

#include "domain/mukana-duplicate.h"

#include <string.h>

enum { N_PEOPLE = 3000, N_TWINS = 200 };

static const char * const given_names[] = {
  "Anneli", "Åke", "Reijo", "Fatima", "Göran", "Ulla-Maija", "Hilla", "Björn", "Märta", "Igor",
  "Pertti", "Aino", "Tapio", "Väinö", "Satu", "Eero", "Helena", "Johannes", "Ritva", "Kari",
};

static const char * const family_names[] = {
  "Kärkkäinen", "Pitkänen", "Hämäläinen", "Virtanen", "Öhman", "Sirén", "Mäkelä", "Laine",
  "Korhonen", "Länsman", "Kivelä", "Lindholm", "Åberg", "Nieminen", "Ali", "Östman", "Salonen",
  "Rissanen", "Heikkinen", "Johansson", "Seppälä", "Kuusisto", "Tuominen", "Järvinen", "Eskelinen",
};

typedef struct
{
  char *given_name, *family_name, *email, *phone;
  int   birth_year;
  int   is_twin_of;     /* -1: of nobody */
} Entry;

static void
free_entry (gpointer data)
{
  Entry *entry = data;

  g_free (entry->given_name);
  g_free (entry->family_name);
  g_free (entry->email);
  g_free (entry->phone);
  g_free (entry);
}

static MukanaIdentity
identity_of (const Entry *entry)
{
  return (MukanaIdentity) { entry->given_name, entry->family_name, entry->email, entry->phone,
                            entry->birth_year };
}

static Entry *
make_person (GRand *random,
             guint  number)
{
  Entry *entry = g_new0 (Entry, 1);

  entry->given_name = g_strdup (given_names[g_rand_int_range (random, 0,
                                                              G_N_ELEMENTS (given_names))]);
  entry->family_name = g_strdup (family_names[g_rand_int_range (random, 0,
                                                                G_N_ELEMENTS (family_names))]);
  entry->email = g_strdup_printf ("person%u@example.org", number);
  entry->phone = g_strdup_printf ("+358 00 %03u %04u", number / 1000, number * 7 % 10000);
  entry->birth_year = g_rand_int_range (random, 1940, 2005);
  entry->is_twin_of = -1;
  return entry;
}

static void
replace (char **text,
         char  *with)
{
  g_free (*text);
  *text = with;
}

static char *
without_dots (const char *name)
{
  g_autoptr (GString) plain = g_string_new (name);

  g_string_replace (plain, "ä", "a", 0);
  g_string_replace (plain, "ö", "o", 0);
  g_string_replace (plain, "å", "a", 0);
  return g_strdup (plain->str);
}

/* The ways in which the same person comes to stand in a list twice. */
static void
disguise (GRand *random,
          Entry *entry)
{
  char *swap;

  switch (g_rand_int_range (random, 0, 7))
    {
    case 0: replace (&entry->given_name, g_utf8_strup (entry->given_name, -1));
            replace (&entry->family_name, g_utf8_strup (entry->family_name, -1)); break;
    case 1: replace (&entry->given_name, without_dots (entry->given_name));
            replace (&entry->family_name, without_dots (entry->family_name)); break;
    case 2: swap = entry->given_name; entry->given_name = entry->family_name;
            entry->family_name = swap; break;
    case 3: if (*entry->phone == '+')
              replace (&entry->phone, g_strdup_printf ("0%s", entry->phone + strlen ("+358 ")));
            break;
    case 4: g_clear_pointer (&entry->email, g_free); break;
    case 5: replace (&entry->email, g_ascii_strup (entry->email ? entry->email : "", -1)); break;
    default: replace (&entry->family_name, g_strconcat (entry->family_name, "n ", NULL)); break;
    }
}

static GPtrArray *
make_register (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261123);
  GPtrArray *entries = g_ptr_array_new_with_free_func (free_entry);

  for (guint i = 0; i < N_PEOPLE; i++)
    g_ptr_array_add (entries, make_person (random, i));

  for (guint i = 0; i < N_TWINS; i++)
    {
      int original = (int) i * (N_PEOPLE / N_TWINS);
      const Entry *from = g_ptr_array_index (entries, original);
      Entry *twin = g_new0 (Entry, 1);

      *twin = (Entry) { g_strdup (from->given_name), g_strdup (from->family_name),
                        g_strdup (from->email), g_strdup (from->phone), from->birth_year,
                        original };
      disguise (random, twin);
      disguise (random, twin);
      g_ptr_array_add (entries, twin);
    }

  return entries;
}

/* Everybody an entry shares a key with, each once. */
static GHashTable *
find_candidates (GHashTable *by_key,
                 char      **keys)
{
  GHashTable *found = g_hash_table_new (NULL, NULL);

  for (guint i = 0; keys[i] != NULL; i++)
    {
      GArray *sharers = g_hash_table_lookup (by_key, keys[i]);

      for (guint j = 0; sharers != NULL && j < sharers->len; j++)
        g_hash_table_add (found, GINT_TO_POINTER (g_array_index (sharers, int, j)));
    }

  return found;
}

static void
add_keys (GHashTable *by_key,
          char      **keys,
          int         entry)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      GArray *sharers = g_hash_table_lookup (by_key, keys[i]);

      if (sharers == NULL)
        {
          sharers = g_array_new (FALSE, FALSE, sizeof (int));
          g_hash_table_insert (by_key, g_strdup (keys[i]), sharers);
        }
      g_array_append_val (sharers, entry);
    }
}

static void
nearly_all_twins_and_nearly_nobody_else_are_asked_about (void)
{
  g_autoptr (GPtrArray) entries = make_register ();
  g_autoptr (GHashTable) by_key =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_array_unref);
  guint n_right = 0, n_wrong = 0, n_compared = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const Entry *entry = g_ptr_array_index (entries, i);
      MukanaIdentity identity = identity_of (entry);
      g_auto (GStrv) keys = mukana_identity_keys (&identity);
      g_autoptr (GHashTable) candidates = find_candidates (by_key, keys);
      GHashTableIter iter;
      gpointer other;

      g_hash_table_iter_init (&iter, candidates);
      while (g_hash_table_iter_next (&iter, &other, NULL))
        {
          MukanaIdentity known = identity_of (g_ptr_array_index (entries,
                                                                 GPOINTER_TO_INT (other)));

          n_compared++;
          if (mukana_identity_likeness (&known, &identity, NULL) >= MUKANA_LIKENESS_ASK)
            {
              gboolean is_twin = entry->is_twin_of == GPOINTER_TO_INT (other);

              n_right += is_twin;
              n_wrong += !is_twin;
            }
        }

      add_keys (by_key, keys, (int) i);
    }

  g_test_message ("%u right, %u wrong, %u compared", n_right, n_wrong, n_compared);
  g_assert_cmpuint (n_right * 100, >=, N_TWINS * 97);
  g_assert_cmpuint (n_right * 100, >=, (n_right + n_wrong) * 97);
  g_assert_cmpuint (n_compared, <, entries->len * 3);
}

static void
reasons_tell_what_is_the_same (void)
{
  MukanaIdentity a = { "Åke", "Sirén", "ake@example.org", "040 123 4567", 1960 };
  MukanaIdentity b = { "SIREN", "ake", "AKE@example.org", "+358401234567", 1960 };
  MukanaLikenessReasons reasons;
  g_autofree const char **sentences = NULL;

  g_assert_cmpint (mukana_identity_likeness (&a, &b, &reasons), ==, 100);
  g_assert_cmpint (reasons, ==, MUKANA_LIKENESS_EMAIL | MUKANA_LIKENESS_PHONE |
                                MUKANA_LIKENESS_SWAPPED | MUKANA_LIKENESS_BIRTH_YEAR);
  sentences = mukana_likeness_sentences (reasons);
  g_assert_cmpuint (g_strv_length ((char **) sentences), ==, 4);
}

static void
a_name_alone_is_not_enough (void)
{
  MukanaIdentity a = { "Heikki", "Virtanen", "a@example.org", NULL, 1960 };
  MukanaIdentity b = { "Heikki", "Virtanen", "b@example.org", NULL, 1960 };
  MukanaIdentity c = { "Heikki", "Virtanen", NULL, NULL, 0 };

  g_assert_cmpint (mukana_identity_likeness (&a, &b, NULL), <, MUKANA_LIKENESS_ASK);
  g_assert_cmpint (mukana_identity_likeness (&a, &c, NULL), <, MUKANA_LIKENESS_ASK);
}

/* Entered twice, once with all given names and with a slip: no address to find it by. */
static void
a_slip_and_a_second_name_of_one_year_are_asked_about (void)
{
  MukanaIdentity a = { "Aino", "Kvantsibar", NULL, NULL, 1990 };
  MukanaIdentity b = { "Aino Maria", "Kvantsibaar", NULL, NULL, 1990 };
  MukanaIdentity c = { "A.", "Kvantsibar", NULL, NULL, 1990 };
  g_auto (GStrv) keys = mukana_identity_keys (&a), others = mukana_identity_keys (&b);
  gboolean meet = FALSE;

  for (guint i = 0; keys[i] != NULL; i++)
    meet |= g_strv_contains ((const char * const *) others, keys[i]);

  g_assert_cmpint (mukana_identity_likeness (&a, &b, NULL), >=, MUKANA_LIKENESS_ASK);
  g_assert_true (meet);
  g_assert_cmpint (mukana_identity_likeness (&a, &c, NULL), <, MUKANA_LIKENESS_ASK);
}

static void
a_couple_with_one_address_is_two_people (void)
{
  MukanaIdentity a = { "Aino", "Laine", "laineet@example.org", "040 1234567", 1950 };
  MukanaIdentity b = { "Tapio", "Laine", "laineet@example.org", "040 1234567", 1948 };

  g_assert_cmpint (mukana_identity_likeness (&a, &b, NULL), <, MUKANA_LIKENESS_ASK);
}

static void
an_initial_and_a_slip_do_not_hide_a_person (void)
{
  MukanaIdentity a = { "Helena", "Hämäläinen", NULL, "040 1234567", 1950 };
  MukanaIdentity b = { "H.", "Hamalaien", NULL, "+358 40 1234567", 1950 };
  MukanaLikenessReasons reasons;

  g_assert_cmpint (mukana_identity_likeness (&a, &b, &reasons), >=, MUKANA_LIKENESS_ASK);
  g_assert_true (reasons & MUKANA_LIKENESS_INITIAL);
}

static void
entries_without_facts_are_like_nobody (void)
{
  MukanaIdentity nothing = { NULL };
  g_auto (GStrv) keys = mukana_identity_keys (&nothing);

  g_assert_cmpint (mukana_identity_likeness (&nothing, &nothing, NULL), ==, 0);
  g_assert_null (keys[0]);
}

static int
liken (const char            *given_name,
       const char            *other_given_name,
       gboolean               same_phone,
       MukanaLikenessReasons *reasons)
{
  const MukanaIdentity a = { given_name, "Lindqvist", NULL, "+358 00 000 0001", 1960 };
  const MukanaIdentity b = { other_given_name, "Lindqvist", NULL,
                             same_phone ? "+358 00 000 0001" : NULL, 1960 };

  return mukana_identity_likeness (&a, &b, reasons);
}

static void
a_name_in_the_other_language_is_a_weak_reason (void)
{
  static const char * const pairs[][2] = {
    { "Erkki", "Erik" }, { "Juhani", "Johan" }, { "Katri", "Katarina" }, { "Yrjö", "Göran" },
    { "Pekka", "Per" }, { "Liisa", "Elisabet" }, { "Matti Olavi", "Mats" }, { "Heikki", "Henrik" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      MukanaLikenessReasons reasons, alone;

      g_assert_cmpint (liken (pairs[i][0], pairs[i][1], TRUE, &reasons), >=, MUKANA_LIKENESS_ASK);
      g_assert_cmpint (liken (pairs[i][1], pairs[i][0], FALSE, &alone), <, MUKANA_LIKENESS_ASK);
      g_assert_true (reasons & MUKANA_LIKENESS_LANGUAGE);
      g_assert_false (reasons & MUKANA_LIKENESS_OTHER_NAME);
    }
}

static void
another_name_is_not_the_same_in_another_language (void)
{
  MukanaLikenessReasons reasons;

  g_assert_cmpint (liken ("Erkki", "Johan", TRUE, &reasons), <, MUKANA_LIKENESS_ASK);
  g_assert_true (reasons & MUKANA_LIKENESS_OTHER_NAME);
  g_assert_cmpint (liken ("Matleena", "Helena", FALSE, &reasons), <, MUKANA_LIKENESS_ASK);
  g_assert_false (reasons & MUKANA_LIKENESS_LANGUAGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/duplicate/" #name, name)
  TEST (nearly_all_twins_and_nearly_nobody_else_are_asked_about);
  TEST (reasons_tell_what_is_the_same);
  TEST (a_name_alone_is_not_enough);
  TEST (a_slip_and_a_second_name_of_one_year_are_asked_about);
  TEST (a_couple_with_one_address_is_two_people);
  TEST (an_initial_and_a_slip_do_not_hide_a_person);
  TEST (entries_without_facts_are_like_nobody);
  g_test_add_func ("/duplicate/a_name_in_the_other_language_is_a_weak_reason",
                   a_name_in_the_other_language_is_a_weak_reason);
  g_test_add_func ("/duplicate/another_name_is_not_the_same_in_another_language",
                   another_name_is_not_the_same_in_another_language);

  return g_test_run ();
}
