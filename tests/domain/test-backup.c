/* test-backup.c: what backups are called, and which of them are kept. */

#include <string.h>

#include "domain/mukana-backup.h"

static char *
name_on (MukanaDay day)
{
  return mukana_backup_name (mukana_day_minute_us (day, 12 * 60));
}

static void
name_tells_the_time_and_nothing_else (void)
{
  MukanaDay day;
  g_autofree char *name = mukana_backup_name (G_GINT64_CONSTANT (1795676400) * G_USEC_PER_SEC);

  g_assert_true (mukana_backup_is_name (name, &day));
  g_assert_cmpint (day, ==, mukana_day_from_us (G_GINT64_CONSTANT (1795676400) * G_USEC_PER_SEC));
  g_assert_cmpuint (strlen (name), ==, strlen ("mukana-2026-11-26-170000.mukana-backup"));
}

static void
other_files_are_no_backups (void)
{
  static const char * const others[] = {
    "register.mukana", "mukana-2026-11-26.mukana-backup", "mukana-2026-13-26-170000.mukana-backup",
    "mukana-2026-11-26-170000.mukana-backup.part", "mukana-2026-11-26-17000x.mukana-backup", "",
    "Mukana-2026-11-26-170000.mukana-backup", "mukana-2026-02-30-170000.mukana-backup",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (mukana_backup_is_name (others[i], NULL));
}

static void
copies_beside_a_register_grow_old (void)
{
  static const char * const old[] = {
    "r.mukana.replaced-2026-01-05-120000", "r.mukana.replaced-2026-01-05-120000-wal",
    "r.mukana.before-step-5-2026-01-05",
  };
  static const char * const kept[] = {
    "r.mukana", "r.mukana.erasures", "r.mukana.withdrawals", "r.mukana-wal",
    "other.mukana.replaced-2026-01-05-120000", "r.mukana.replaced-2026-13-05-120000",
    "r.mukana.replaced-2026-01-05-120000.odt", "r.mukana.before-step--2026-01-05",
  };
  MukanaDay made_on = mukana_day_new (2026, 1, 5);

  for (guint i = 0; i < G_N_ELEMENTS (old); i++)
    {
      g_assert_false (mukana_backup_is_old_copy (old[i], "r.mukana",
                                                 made_on + MUKANA_BACKUPS_DAYS));
      g_assert_true (mukana_backup_is_old_copy (old[i], "r.mukana",
                                                made_on + MUKANA_BACKUPS_DAYS + 1));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_false (mukana_backup_is_old_copy (kept[i], "r.mukana", made_on + 1000));
}

/* A year of a backup a day, each day looked through as the program does. */
static void
three_newest_and_four_weeks_are_kept (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MukanaDay first = mukana_day_new (2025, 11, 23);

  g_ptr_array_add (names, g_strdup ("a letter.odt"));
  for (MukanaDay day = first; day < first + 366; day++)
    {
      g_autoptr (GPtrArray) dropped = NULL;
      MukanaDay oldest = MUKANA_DAY_NONE;

      g_ptr_array_add (names, name_on (day));
      dropped = mukana_backups_to_drop (names, day);
      for (guint i = 0; i < dropped->len; i++)
        g_assert_true (g_ptr_array_remove (names, g_ptr_array_index (dropped, i)));
      g_assert_cmpuint (names->len, <=, 1 + MUKANA_BACKUPS_NEWEST + MUKANA_BACKUPS_WEEKLY);
      g_assert_true (mukana_backup_is_name (g_ptr_array_index (names, 1), &oldest));
      g_assert_cmpint (day - oldest, <=, MUKANA_BACKUPS_DAYS);
    }

  g_assert_cmpuint (names->len, ==, 1 + MUKANA_BACKUPS_NEWEST + MUKANA_BACKUPS_WEEKLY);
  for (MukanaDay day = first + 363; day < first + 366; day++)
    {
      g_autofree char *name = name_on (day);

      g_assert_true (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL));
    }
}

/* The oldest that is kept is three weeks back at least. */
static void
going_back_behind_a_month_is_possible (void)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MukanaDay first = mukana_day_new (2026, 1, 1), oldest = MUKANA_DAY_NONE;

  for (MukanaDay day = first; day < first + 100; day++)
    {
      g_autoptr (GPtrArray) dropped = NULL;

      g_ptr_array_add (names, name_on (day));
      dropped = mukana_backups_to_drop (names, day);
      for (guint i = 0; i < dropped->len; i++)
        g_ptr_array_remove (names, g_ptr_array_index (dropped, i));
    }

  for (guint i = 0; i < names->len; i++)
    {
      MukanaDay day;

      g_assert_true (mukana_backup_is_name (g_ptr_array_index (names, i), &day));
      oldest = oldest == MUKANA_DAY_NONE ? day : MIN (oldest, day);
    }
  g_assert_cmpint (first + 99 - oldest, >=, 21);
}

/* Whoever was erased is told the day by which they are in no backup. */
static void
sparse_copies_are_kept_no_longer_than_was_promised (void)
{
  static const int days[] = { 0, 14, 30, 37, 45, 76, 500 };
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MukanaDay first = mukana_day_new (2026, 12, 6);

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (GPtrArray) dropped = NULL;
      g_autofree char *newest = name_on (first + days[i]);

      g_ptr_array_add (names, g_strdup (newest));
      dropped = mukana_backups_to_drop (names, first + days[i]);
      for (guint j = 0; j < dropped->len; j++)
        g_ptr_array_remove (names, g_ptr_array_index (dropped, j));
      for (guint j = 0; j < names->len; j++)
        {
          MukanaDay day;

          g_assert_true (mukana_backup_is_name (g_ptr_array_index (names, j), &day));
          g_assert_cmpint (day + MUKANA_BACKUPS_DAYS, >=, first + days[i]);
        }
      g_assert_true (g_ptr_array_find_with_equal_func (names, newest, g_str_equal, NULL));
    }
}

/* A register of which nothing newer is saved is not left without any. */
static void
newest_copy_is_kept_however_old (void)
{
  g_autofree char *name = name_on (mukana_day_new (2026, 1, 1));
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) dropped = NULL;

  g_ptr_array_add (names, name);
  dropped = mukana_backups_to_drop (names, mukana_day_new (2027, 1, 1));

  g_assert_cmpuint (dropped->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/backup/name_tells_the_time_and_nothing_else",
                   name_tells_the_time_and_nothing_else);
  g_test_add_func ("/backup/other_files_are_no_backups", other_files_are_no_backups);
  g_test_add_func ("/backup/copies_beside_a_register_grow_old",
                   copies_beside_a_register_grow_old);
  g_test_add_func ("/backup/three_newest_and_four_weeks_are_kept",
                   three_newest_and_four_weeks_are_kept);
  g_test_add_func ("/backup/going_back_behind_a_month_is_possible",
                   going_back_behind_a_month_is_possible);
  g_test_add_func ("/backup/sparse_copies_are_kept_no_longer_than_was_promised",
                   sparse_copies_are_kept_no_longer_than_was_promised);
  g_test_add_func ("/backup/newest_copy_is_kept_however_old", newest_copy_is_kept_however_old);

  return g_test_run ();
}
