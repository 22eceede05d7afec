/* test-recovery-key.c: a slip in a recovery key is noticed, and its group named. */

#include "domain/mukana-recovery-key.h"

#include <string.h>

#define N_PRINTED (MUKANA_RECOVERY_GROUPS * MUKANA_RECOVERY_GROUP_LENGTH)

static const char alphabet[] = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

static guint8 *
new_key (GRand *rand)
{
  guint8 *key = g_malloc (MUKANA_KEY_LENGTH);

  for (int i = 0; i < MUKANA_KEY_LENGTH; i++)
    key[i] = (guint8) g_rand_int_range (rand, 0, 256);
  return key;
}

/* Returns: the 63 characters without the hyphens */
static char *
print_bare (const guint8 *key)
{
  g_autofree char *printed = mukana_recovery_key_print (key);
  g_auto (GStrv) groups = g_strsplit (printed, "-", -1);

  return g_strjoinv (NULL, groups);
}

static void
assert_verdict (const char            *text,
                MukanaRecoveryVerdict  verdict,
                int                    group)
{
  MukanaRecoveryFinding finding;
  guint8 key[MUKANA_KEY_LENGTH];
  gboolean is_fine = mukana_recovery_key_parse (text, key, &finding);

  g_assert_cmpint (finding.verdict, ==, verdict);
  g_assert_cmpint (finding.group, ==, group);
  g_assert_true (is_fine == (verdict == MUKANA_RECOVERY_FINE));
}

static void
ten_thousand_keys_come_back_as_printed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (int i = 0; i < 10000; i++)
    {
      g_autofree guint8 *key = new_key (rand);
      g_autofree char *printed = mukana_recovery_key_print (key);
      guint8 typed[MUKANA_KEY_LENGTH];
      MukanaRecoveryFinding finding;

      g_assert_true (mukana_recovery_key_parse (printed, typed, &finding));
      g_assert_cmpmem (typed, sizeof typed, key, MUKANA_KEY_LENGTH);
    }
}

static void
extreme_keys_come_back_as_printed (void)
{
  static const guint8 fills[] = { 0x00, 0xff, 0x55, 0x80, 0x01 };

  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      guint8 key[MUKANA_KEY_LENGTH], typed[MUKANA_KEY_LENGTH];
      g_autofree char *printed = NULL;
      MukanaRecoveryFinding finding;

      memset (key, fills[i], sizeof key);
      printed = mukana_recovery_key_print (key);

      g_assert_true (mukana_recovery_key_parse (printed, typed, &finding));
      g_assert_cmpmem (typed, sizeof typed, key, sizeof key);
    }
}

static void
every_wrong_character_names_its_group (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (2);

  for (int k = 0; k < 20; k++)
    {
      g_autofree guint8 *key = new_key (rand);
      g_autofree char *bare = print_bare (key);

      for (int place = 0; place < N_PRINTED; place++)
        for (int i = 0; i < 32; i++)
          {
            char right = bare[place];

            if (alphabet[i] == right)
              continue;
            bare[place] = alphabet[i];
            assert_verdict (bare, MUKANA_RECOVERY_WRONG_GROUP,
                            place / MUKANA_RECOVERY_GROUP_LENGTH + 1);
            bare[place] = right;
          }
    }
}

static void
every_swap_of_neighbours_names_the_first_group_it_touches (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (int k = 0; k < 200; k++)
    {
      g_autofree guint8 *key = new_key (rand);
      g_autofree char *bare = print_bare (key);

      for (int place = 0; place + 1 < N_PRINTED; place++)
        {
          char left = bare[place], right = bare[place + 1];

          if (left == right)
            continue;
          bare[place] = right;
          bare[place + 1] = left;
          assert_verdict (bare, MUKANA_RECOVERY_WRONG_GROUP,
                          place / MUKANA_RECOVERY_GROUP_LENGTH + 1);
          bare[place] = left;
          bare[place + 1] = right;
        }
    }
}

static void
every_swap_of_groups_is_noticed (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  g_autofree guint8 *key = new_key (rand);
  g_autofree char *printed = mukana_recovery_key_print (key);

  for (int a = 0; a < MUKANA_RECOVERY_GROUPS; a++)
    for (int b = a + 1; b < MUKANA_RECOVERY_GROUPS; b++)
      {
        g_auto (GStrv) groups = g_strsplit (printed, "-", -1);
        g_autofree char *swapped = NULL;
        char *group = groups[a];

        groups[a] = groups[b];
        groups[b] = group;
        swapped = g_strjoinv ("-", groups);

        assert_verdict (swapped, MUKANA_RECOVERY_WRONG_GROUP, a + 1);
      }
}

static void
groups_of_two_sheets_are_told_apart (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  g_autofree guint8 *one = new_key (rand);
  g_autofree guint8 *other = new_key (rand);
  g_autofree char *mixed = print_bare (one);
  g_autofree char *source = print_bare (other);

  memcpy (mixed + 14, source + 14, 7);

  assert_verdict (mixed, MUKANA_RECOVERY_MIXED, 0);
}

static void
length_is_told_when_all_groups_are_fine (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);
  g_autofree guint8 *key = new_key (rand);
  g_autofree char *bare = print_bare (key);
  g_autofree char *longer = g_strconcat (bare, "7", NULL);

  assert_verdict (longer, MUKANA_RECOVERY_TOO_LONG, 0);
  for (int length = N_PRINTED - 1; length >= 0; length--)
    {
      guint8 typed[MUKANA_KEY_LENGTH];
      MukanaRecoveryFinding finding;

      bare[length] = '\0';
      g_assert_false (mukana_recovery_key_parse (bare, typed, &finding));
      g_assert_cmpint (finding.verdict, ==, MUKANA_RECOVERY_TOO_SHORT);
      g_assert_cmpint (finding.n_fine, ==, length / MUKANA_RECOVERY_GROUP_LENGTH);
    }
}

static void
ways_of_writing_do_not_matter (void)
{
  static const guint8 key[MUKANA_KEY_LENGTH] = { 8, 66, 16, 132, 33, 8, 66, 16, 0, 0, 132 };
  g_autofree char *bare = print_bare (key);
  g_autoptr (GString) written = g_string_new ("\xef\xbb\xbf\n");

  g_assert_nonnull (strchr (bare, '0'));
  g_assert_nonnull (strchr (bare, '1'));
  for (int i = 0; i < N_PRINTED; i++)
    {
      static const char * const separators[] = {
        "", " ", "-", "\t", "\xe2\x80\x93", "\xc2\xa0", "\r\n" };
      char character = bare[i];

      if (character == '0')
        character = i % 2 ? 'o' : 'O';
      else if (character == '1')
        character = "iIlL"[i % 4];
      else
        character = i % 2 ? g_ascii_tolower (character) : character;
      g_string_append_c (written, character);
      g_string_append (written, separators[i % G_N_ELEMENTS (separators)]);
    }

  assert_verdict (written->str, MUKANA_RECOVERY_FINE, 0);
}

static void
what_is_no_character_of_a_key_names_its_group (void)
{
  static const char * const strangers[] = { "U", "u", "!", "*", "\xc3\xa4", "\xff", "\xe2\x82" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  g_autofree guint8 *key = new_key (rand);
  g_autofree char *bare = print_bare (key);

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *head = g_strndup (bare, 30);
      g_autofree char *text = g_strconcat (head, strangers[i], bare + 31, NULL);

      assert_verdict (text, MUKANA_RECOVERY_WRONG_GROUP, 5);
    }
}

static void
id_and_fingerprint_tell_keys_apart_and_nothing_of_the_key (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (8);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (int i = 0; i < 1000; i++)
    {
      g_autofree guint8 *key = new_key (rand);
      g_autofree char *bare = print_bare (key);
      g_autofree char *id = mukana_recovery_key_register_id (key);
      g_autofree char *again = mukana_recovery_key_register_id (key);
      char *fingerprint = mukana_register_id_fingerprint (id);

      g_assert_cmpstr (id, ==, again);
      g_assert_cmpuint (strlen (id), ==, 32);
      g_assert_true (g_regex_match_simple ("^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$",
                                           fingerprint, 0, 0));
      fingerprint[4] = '\0';
      g_assert_false (strstr (bare, fingerprint) != NULL && strstr (bare, fingerprint + 5) != NULL);
      fingerprint[4] = '-';
      g_assert_true (g_hash_table_add (seen, fingerprint));
    }
}

/* Sheets in drawers hold these characters: whoever changes the form must go on
 * reading this one. */
static void
printed_form_does_not_change (void)
{
  const guint8 *key = (const guint8 *) "Mukana keeps this key forever...";
  g_autofree char *printed = mukana_recovery_key_print (key);
  g_autofree char *id = mukana_recovery_key_register_id (key);
  g_autofree char *fingerprint = mukana_register_id_fingerprint (id);

  g_assert_cmpstr (printed, ==, "9NTPPR0-BEC4G68-PSB5E1A-SJ0X38T-D5SJ0TN-"
                                "V5F4G6A-CVVJCNT-V6AWHEV-5RQD7GN");
  g_assert_cmpstr (id, ==, "ba3d6dea167e48b0d38b58a578c5744d");
  g_assert_cmpstr (fingerprint, ==, "Q8YP-VTGP");
}

#define ADD(promise) g_test_add_func ("/recovery-key/" #promise, promise)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD (ten_thousand_keys_come_back_as_printed);
  ADD (extreme_keys_come_back_as_printed);
  ADD (every_wrong_character_names_its_group);
  ADD (every_swap_of_neighbours_names_the_first_group_it_touches);
  ADD (every_swap_of_groups_is_noticed);
  ADD (groups_of_two_sheets_are_told_apart);
  ADD (length_is_told_when_all_groups_are_fine);
  ADD (ways_of_writing_do_not_matter);
  ADD (what_is_no_character_of_a_key_names_its_group);
  ADD (id_and_fingerprint_tell_keys_apart_and_nothing_of_the_key);
  ADD (printed_form_does_not_change);

  return g_test_run ();
}
