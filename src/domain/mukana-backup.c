/* mukana-backup.c: what backups are called, and which of them are kept.
 *
 * The newest three and, of the four weeks before theirs, the last of each week: enough to go back
 * behind a mistake that nobody saw at once, and not so many nor so old that what was erased
 * stays in copies for ever.  The name tells when a backup was made and nothing else.
 */

#include "domain/mukana-backup.h"

#include <string.h>

#define PREFIX "mukana-"
#define SUFFIX ".mukana-backup"
#define DAYS_A_WEEK 7

/**
 * mukana_backup_name:
 * @made_at_us: microseconds since 1970 UTC
 *
 * Returns: yours; later backups sort behind earlier ones
 */
char *
mukana_backup_name (gint64 made_at_us)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (made_at_us / G_USEC_PER_SEC);
  g_autofree char *stamp = g_date_time_format (time, "%Y-%m-%d-%H%M%S");

  return g_strconcat (PREFIX, stamp, SUFFIX, NULL);
}

/**
 * mukana_backup_is_name:
 * @day: (out) (optional): when it was made, UTC
 *
 * Returns: whether we would call a backup so; nothing else is ever removed
 */
gboolean
mukana_backup_is_name (const char *name,
                       MukanaDay  *day)
{
  g_autofree char *iso = NULL;
  const char *stamp = name + strlen (PREFIX);
  MukanaDay made_on;

  if (!g_str_has_prefix (name, PREFIX) || !g_str_has_suffix (name, SUFFIX) ||
      strlen (name) != strlen (PREFIX "2026-11-23-070000" SUFFIX))
    return FALSE;

  for (int i = 0; i < 17; i++)
    if (i == 4 || i == 7 || i == 10 ? stamp[i] != '-' : !g_ascii_isdigit (stamp[i]))
      return FALSE;

  iso = g_strndup (stamp, 10);
  if ((made_on = mukana_day_parse_iso (iso)) == MUKANA_DAY_NONE)
    return FALSE;

  if (day != NULL)
    *day = made_on;
  return TRUE;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

/* Monday of the week, which stands for it. */
static MukanaDay
week_of (const char *name)
{
  MukanaDay day = MUKANA_DAY_NONE;

  mukana_backup_is_name (name, &day);
  return day - (mukana_day_weekday (day) - 1);
}

static gboolean
is_too_old (const char *name,
            MukanaDay   today)
{
  MukanaDay day = MUKANA_DAY_NONE;

  return mukana_backup_is_name (name, &day) && day + MUKANA_BACKUPS_DAYS < today;
}

/**
 * mukana_backups_to_drop:
 * @names: of char *, files of one folder in any order; what is no backup is passed over
 *
 * However seldom copies are made, none but the newest stays for longer than %MUKANA_BACKUPS_DAYS:
 * by that day whoever was erased is out of them, and that day is told to them.
 *
 * Returns: yours, of char * borrowed from @names: those that are not kept
 */
GPtrArray *
mukana_backups_to_drop (GPtrArray *names,
                        MukanaDay  today)
{
  g_autoptr (GPtrArray) backups = g_ptr_array_new ();
  GPtrArray *dropped = g_ptr_array_new ();
  MukanaDay last_week = MUKANA_DAY_NONE;
  guint n_weeks = 0;

  for (guint i = 0; i < names->len; i++)
    if (mukana_backup_is_name (g_ptr_array_index (names, i), NULL))
      g_ptr_array_add (backups, g_ptr_array_index (names, i));
  g_ptr_array_sort (backups, compare_newest_first);
  if (backups->len >= MUKANA_BACKUPS_NEWEST)
    last_week = week_of (g_ptr_array_index (backups, MUKANA_BACKUPS_NEWEST - 1));

  for (guint i = 1; i < backups->len; i++)
    {
      char *name = g_ptr_array_index (backups, i);
      MukanaDay week = week_of (name);

      if (is_too_old (name, today))
        g_ptr_array_add (dropped, name);
      if (is_too_old (name, today) || i < MUKANA_BACKUPS_NEWEST)
        continue;
      if (week != last_week && n_weeks < MUKANA_BACKUPS_WEEKLY)
        n_weeks++;
      else
        g_ptr_array_add (dropped, name);
      last_week = week;
    }

  return dropped;
}

/**
 * mukana_backup_is_old_copy:
 * @name: of a file in the folder of the register
 * @register_name: of its file
 *
 * Returns: whether it is a register that a backup took the place of, or a copy from before the
 *   schema changed, and has been there for longer than any backup is kept: whoever was erased
 *   since is still in it
 */
gboolean
mukana_backup_is_old_copy (const char *name,
                           const char *register_name,
                           MukanaDay   today)
{
  g_autoptr (GMatchInfo) found = NULL;
  g_autoptr (GRegex) ending =
    g_regex_new ("^\\.(?:replaced|before-step-[0-9]+)-([0-9]{4}-[0-9]{2}-[0-9]{2})"
                 "(?:-[0-9]{6})?(?:-wal|-shm|-journal)?$", 0, 0, NULL);
  g_autofree char *iso = NULL;
  MukanaDay made_on;

  if (!g_str_has_prefix (name, register_name) ||
      !g_regex_match (ending, name + strlen (register_name), 0, &found))
    return FALSE;

  iso = g_match_info_fetch (found, 1);
  made_on = mukana_day_parse_iso (iso);
  return made_on != MUKANA_DAY_NONE && made_on + MUKANA_BACKUPS_DAYS < today;
}
