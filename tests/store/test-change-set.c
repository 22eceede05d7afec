/* test-change-set.c: what one commit touched survives the way to another program. */

#include "store/mukana-change-set.h"

#include <string.h>

static void
payload_brings_back_the_same_changes (void)
{
  g_autoptr (MukanaChangeSet) sent = mukana_change_set_new (42);
  g_autoptr (MukanaChangeSet) got = NULL;
  g_autofree char *payload = NULL;
  const MukanaChange *changes;
  guint n_changes;

  for (int kind = MUKANA_KIND_PERSON; kind < MUKANA_KIND_EVERYTHING; kind++)
    mukana_change_set_add (sent, kind, G_MAXINT64 - kind, kind % (MUKANA_EFFECT_ENDED + 1));
  payload = mukana_change_set_to_payload (sent);
  got = mukana_change_set_from_payload (payload);

  g_assert_cmpint (mukana_change_set_get_revision (got), ==, 42);
  changes = mukana_change_set_peek (got, &n_changes);
  g_assert_cmpuint (n_changes, ==, MUKANA_KIND_EVERYTHING);
  for (guint i = 0; i < n_changes; i++)
    {
      g_assert_cmpint (changes[i].kind, ==, i);
      g_assert_cmpint (changes[i].id, ==, G_MAXINT64 - i);
      g_assert_cmpint (changes[i].effect, ==, i % (MUKANA_EFFECT_ENDED + 1));
    }
}

static void
set_answers_what_it_touches (void)
{
  g_autoptr (MukanaChangeSet) set = mukana_change_set_new (1);

  mukana_change_set_add (set, MUKANA_KIND_PERSON, 7, MUKANA_EFFECT_CHANGED);

  g_assert_true (mukana_change_set_touches (set, MUKANA_KIND_PERSON, 7));
  g_assert_true (mukana_change_set_touches (set, MUKANA_KIND_PERSON, 0));
  g_assert_false (mukana_change_set_touches (set, MUKANA_KIND_PERSON, 8));
  g_assert_false (mukana_change_set_touches (set, MUKANA_KIND_REQUEST, 0));
}

static void
same_change_twice_in_a_row_is_told_once (void)
{
  g_autoptr (MukanaChangeSet) set = mukana_change_set_new (1);
  guint n_changes;

  mukana_change_set_add (set, MUKANA_KIND_PERSON, 7, MUKANA_EFFECT_CHANGED);
  mukana_change_set_add (set, MUKANA_KIND_PERSON, 7, MUKANA_EFFECT_CHANGED);
  mukana_change_set_add (set, MUKANA_KIND_PERSON, 7, MUKANA_EFFECT_ENDED);

  mukana_change_set_peek (set, &n_changes);
  g_assert_cmpuint (n_changes, ==, 2);
}

static void
too_much_to_tell_is_everything (void)
{
  g_autoptr (MukanaChangeSet) set = mukana_change_set_new (9);
  guint n_changes;

  for (int i = 1; i <= 100000; i++)
    mukana_change_set_add (set, MUKANA_KIND_PERSON, i, MUKANA_EFFECT_ADDED);

  g_assert_cmpint (mukana_change_set_peek (set, &n_changes)->kind, ==, MUKANA_KIND_EVERYTHING);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_true (mukana_change_set_touches (set, MUKANA_KIND_FEE, 3));
}

static void
long_payload_stays_below_what_a_server_takes (void)
{
  g_autoptr (MukanaChangeSet) set = mukana_change_set_new (9);
  g_autoptr (MukanaChangeSet) got = NULL;
  g_autofree char *payload = NULL;

  for (int i = 1; i <= 1500; i++)
    mukana_change_set_add (set, MUKANA_KIND_PERSON, i, MUKANA_EFFECT_ADDED);
  payload = mukana_change_set_to_payload (set);
  got = mukana_change_set_from_payload (payload);

  /* A word of up to 64 bytes says where it comes from. */
  g_assert_cmpuint (strlen (payload) + 64, <, 8000);
  g_assert_cmpint (mukana_change_set_get_revision (got), ==, 9);
  g_assert_true (mukana_change_set_touches (got, MUKANA_KIND_PERSON, 1500));
}

static void
payload_of_a_newer_program_is_everything (void)
{
  static const char * const payloads[] = { "7 starship:1:3", "7 person", "7 person:1:2 ??" };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (MukanaChangeSet) got = mukana_change_set_from_payload (payloads[i]);

      g_assert_cmpint (mukana_change_set_get_revision (got), ==, 7);
      g_assert_true (mukana_change_set_touches (got, MUKANA_KIND_PERSON, 1));
      g_assert_true (mukana_change_set_touches (got, MUKANA_KIND_FEEDBACK, 1));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-set/payload_brings_back_the_same_changes",
                   payload_brings_back_the_same_changes);
  g_test_add_func ("/change-set/set_answers_what_it_touches", set_answers_what_it_touches);
  g_test_add_func ("/change-set/same_change_twice_in_a_row_is_told_once",
                   same_change_twice_in_a_row_is_told_once);
  g_test_add_func ("/change-set/too_much_to_tell_is_everything", too_much_to_tell_is_everything);
  g_test_add_func ("/change-set/long_payload_stays_below_what_a_server_takes",
                   long_payload_stays_below_what_a_server_takes);
  g_test_add_func ("/change-set/payload_of_a_newer_program_is_everything",
                   payload_of_a_newer_program_is_everything);

  return g_test_run ();
}
