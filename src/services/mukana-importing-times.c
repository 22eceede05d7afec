/* mukana-importing-times.c: busy times of a person's own calendar, when they cannot come.
 *
 * A file tells of its entries alone: what it names takes the place of what an earlier file
 * brought under the same name, and what it does not name stays, so that somebody with two
 * calendars can bring both.  Times that have passed are dropped with every file.
 *
 * Planning reads the file in the helper and changes nothing; doing puts a whole list in the
 * place of another, which is also how it is taken back.
 */

#include "services/mukana-importing-times.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "services/mukana-table.h"
#include "store/mukana-people.h"

MukanaTimesFile *
mukana_times_file_new (gint64      person_id,
                       const char *path)
{
  MukanaTimesFile *self = g_new0 (MukanaTimesFile, 1);

  self->person_id = person_id;
  self->path = g_strdup (path);
  return self;
}

void
mukana_times_file_free (MukanaTimesFile *self)
{
  g_free (self->path);
  g_free (self);
}

/** mukana_times_change_new: @before and @after are kept, not copied */
MukanaTimesChange *
mukana_times_change_new (gint64     person_id,
                         GPtrArray *before,
                         GPtrArray *after)
{
  MukanaTimesChange *self = g_new0 (MukanaTimesChange, 1);

  self->person_id = person_id;
  self->before = g_ptr_array_ref (before);
  self->after = g_ptr_array_ref (after);
  return self;
}

/** mukana_times_change_turn: Returns: yours, what takes it back */
MukanaTimesChange *
mukana_times_change_turn (MukanaTimesChange *self)
{
  return mukana_times_change_new (self->person_id, self->after, self->before);
}

void
mukana_times_change_free (MukanaTimesChange *self)
{
  g_ptr_array_unref (self->before);
  g_ptr_array_unref (self->after);
  g_free (self);
}

void
mukana_times_plan_free (MukanaTimesPlan *self)
{
  g_clear_pointer (&self->change, mukana_times_change_free);
  g_free (self);
}

void
mukana_times_away_free (MukanaTimesAway *self)
{
  g_clear_pointer (&self->absences, g_ptr_array_unref);
  g_clear_pointer (&self->busy_times, g_ptr_array_unref);
  g_free (self);
}

/* ---- Planning ---- */

static GPtrArray *
read_busy (MukanaDb  *db,
           gint64     person_id,
           GError   **error)
{
  return mukana_people_parts (db, "availability.busy-times", person_id, MUKANA_TYPE_BUSY_TIME,
                              error);
}

/* A time apart from whose it is and what number it has. */
static char *
key_of (MukanaBusyTime *time)
{
  return g_strdup_printf ("%s %d %d %d", time->source, time->day, (int) time->start_minute,
                          (int) time->end_minute);
}

static GHashTable *
collect_keys (GPtrArray *times)
{
  GHashTable *keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < times->len; i++)
    g_hash_table_add (keys, key_of (g_ptr_array_index (times, i)));

  return keys;
}

static void
count_no_times (MukanaTimesPlan *self,
                const char      *why)
{
  const struct { const char *name; guint *number; } reasons[] = {
    { "cancelled", &self->n_cancelled }, { "free", &self->n_free }, { "own", &self->n_own },
    { "outside", &self->n_outside }, { "often", &self->n_often }, { "zone", &self->n_zone },
  };

  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (g_str_equal (reasons[i].name, why))
      {
        (*reasons[i].number)++;
        return;
      }

  self->n_broken++;
}

/* Returns: (nullable): yours, the time of a row; NULL when the helper made no sense */
static MukanaBusyTime *
read_time (MukanaTable *table,
           guint        row)
{
  MukanaDay day = mukana_day_parse_iso (mukana_table_peek_cell (table, row, 1));
  int start = atoi (mukana_table_peek_cell (table, row, 2));
  int end = atoi (mukana_table_peek_cell (table, row, 3));
  MukanaBusyTime *time;

  if (day == MUKANA_DAY_NONE || start < 0 || end <= start || end > 1440 ||
      strlen (mukana_table_peek_cell (table, row, 0)) > 64)
    return NULL;

  time = g_object_new (MUKANA_TYPE_BUSY_TIME, NULL);
  mukana_record_init_text (time, "source", mukana_table_peek_cell (table, row, 0));
  mukana_record_init_int (time, "day", day);
  mukana_record_init_int (time, "start-minute", start);
  mukana_record_init_int (time, "end-minute", end);
  return time;
}

/* Adds what the file brings, each time once. */
static void
take_rows (MukanaTimesPlan *self,
           MukanaTable     *table,
           GHashTable      *named,
           GPtrArray       *after)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint row = 0; row < mukana_table_get_n_rows (table); row++)
    {
      g_autoptr (MukanaBusyTime) time = NULL;

      g_hash_table_add (named, g_strdup (mukana_table_peek_cell (table, row, 0)));
      if (mukana_table_get_n_cells (table, row) == 2)
        count_no_times (self, mukana_table_peek_cell (table, row, 1));
      else if ((time = read_time (table, row)) == NULL)
        self->n_broken++;
      else if (g_hash_table_add (seen, key_of (time)))
        g_ptr_array_add (after, g_object_ref (time));
    }
}

static void
count_changes (MukanaTimesPlan *self,
               GPtrArray       *before,
               GPtrArray       *after,
               MukanaDay        today)
{
  g_autoptr (GHashTable) old = collect_keys (before);
  g_autoptr (GHashTable) new = collect_keys (after);

  for (guint i = 0; i < after->len; i++)
    {
      g_autofree char *key = key_of (g_ptr_array_index (after, i));

      if (!g_hash_table_contains (old, key))
        self->n_new++;
      else
        self->n_same++;
    }

  for (guint i = 0; i < before->len; i++)
    {
      MukanaBusyTime *time = g_ptr_array_index (before, i);
      g_autofree char *key = key_of (time);

      if (time->day >= today && !g_hash_table_contains (new, key))
        self->n_gone++;
    }
}

static gpointer
plan_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaTimesFile *file = arg;
  MukanaDay today = mukana_db_today (db);
  MukanaDayRange days = { today, today + MUKANA_BUSY_DAYS };
  g_autoptr (MukanaPerson) person = mukana_people_get (db, file->person_id, error);
  g_autoptr (GPtrArray) before = person != NULL ? read_busy (db, file->person_id, error) : NULL;
  g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) named = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (MukanaTimesPlan) plan = g_new0 (MukanaTimesPlan, 1);
  g_autoptr (MukanaTable) table =
    before != NULL ? mukana_table_read_calendar (file->path, days, cancellable, error) : NULL;

  if (table == NULL)
    return NULL;

  take_rows (plan, table, named, after);
  for (guint i = 0; i < before->len; i++)
    {
      MukanaBusyTime *time = g_ptr_array_index (before, i);

      if (time->day >= today && !g_hash_table_contains (named, time->source))
        g_ptr_array_add (after, g_object_ref (time));
    }

  count_changes (plan, before, after, today);
  plan->change = mukana_times_change_new (file->person_id, before, after);
  return g_steal_pointer (&plan);
}

/* ---- Doing ---- */

static gboolean
are_those (GPtrArray *times,
           GPtrArray *expected)
{
  g_autoptr (GHashTable) keys = collect_keys (times);

  if (times->len != expected->len)
    return FALSE;

  for (guint i = 0; i < expected->len; i++)
    {
      g_autofree char *key = key_of (g_ptr_array_index (expected, i));

      if (!g_hash_table_contains (keys, key))
        return FALSE;
    }

  return TRUE;
}

static gpointer
put_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaTimesChange *change = arg;
  g_autoptr (GPtrArray) now = read_busy (db, change->person_id, error);
  MukanaPartsChange parts = { change->person_id, "busy-times", change->after };

  if (now == NULL)
    return NULL;

  if (!are_those (now, change->before))
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                         "the busy times were changed meanwhile");
  else
    mukana_registering_set_parts (db, &parts, error);   /* NULL is what it gives, done or not */
  return NULL;
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  gint64 id = *(gint64 *) arg;
  g_autoptr (MukanaTimesAway) self = g_new0 (MukanaTimesAway, 1);

  if (!(self->absences = mukana_people_parts (db, "availability.absences", id,
                                              MUKANA_TYPE_ABSENCE, error)) ||
      !(self->busy_times = read_busy (db, id, error)))
    return NULL;

  return g_steal_pointer (&self);
}

static gboolean
list_looks_at (gconstpointer  arg,
               MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.person", MUKANA_KIND_PERSON, *(const gint64 *) arg, "absences" };
  return TRUE;
}

const MukanaJob mukana_times_plan_job = {
  "importing-times.plan", MUKANA_LANE_LONG, plan_run, (GDestroyNotify) mukana_times_plan_free,
  .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_times_put_job = {
  "importing-times.put", MUKANA_LANE_WRITE, put_run, NULL, .needs = MUKANA_DEED_CHANGE_PEOPLE
};
const MukanaJob mukana_times_list_job = {
  "importing-times.list", MUKANA_LANE_READ, list_run, (GDestroyNotify) mukana_times_away_free,
  list_looks_at, .needs = MUKANA_DEED_SEE_SENSITIVE
};

/* ---- In words ---- */

/* @words: with one %u */
static void
add_count (GPtrArray  *parts,
           guint       n,
           const char *words)
{
  g_autoptr (GString) text = NULL;
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (n == 0)
    return;

  text = g_string_new (words);
  g_string_replace (text, "%u", number, 1);
  g_ptr_array_add (parts, g_string_free (g_steal_pointer (&text), FALSE));
}

/** mukana_times_plan_tell: Returns: yours, "84 new times, 3 as before" */
char *
mukana_times_plan_tell (const MukanaTimesPlan *self)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, self->n_new,
             g_dngettext (GETTEXT_PACKAGE, "%u new time",
                          "%u new times",
                          self->n_new));
  add_count (parts, self->n_same,
             g_dngettext (GETTEXT_PACKAGE, "%u time as before",
                          "%u times as before",
                          self->n_same));
  add_count (parts, self->n_gone,
             g_dngettext (GETTEXT_PACKAGE, "%u time that is no longer taken",
                          "%u times that are no longer taken",
                          self->n_gone));
  if (parts->len == 0)
    return g_strdup (_("The calendar has no busy times in the coming year."));

  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

/** mukana_times_plan_left: Returns: yours, of texts: what of the file is left out, and why */
GPtrArray *
mukana_times_plan_left (const MukanaTimesPlan *self)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  add_count (parts, self->n_cancelled,
             g_dngettext (GETTEXT_PACKAGE, "%u entry is cancelled",
                          "%u entries are cancelled",
                          self->n_cancelled));
  add_count (parts, self->n_free,
             g_dngettext (GETTEXT_PACKAGE, "%u entry takes no time",
                          "%u entries take no time",
                          self->n_free));
  add_count (parts, self->n_own,
             g_dngettext (GETTEXT_PACKAGE, "%u entry is an assignment of this register",
                          "%u entries are assignments of this register",
                          self->n_own));
  add_count (parts, self->n_outside,
             g_dngettext (GETTEXT_PACKAGE, "%u entry is not in the coming year",
                          "%u entries are not in the coming year",
                          self->n_outside));
  add_count (parts, self->n_often,
             g_dngettext (GETTEXT_PACKAGE, "%u entry repeats more often than can be counted",
                          "%u entries repeat more often than can be counted",
                          self->n_often));
  add_count (parts, self->n_zone,
             g_dngettext (GETTEXT_PACKAGE, "%u entry has a time zone that is not understood",
                          "%u entries have a time zone that is not understood",
                          self->n_zone));
  add_count (parts, self->n_broken,
             g_dngettext (GETTEXT_PACKAGE, "%u entry is not understood",
                          "%u entries are not understood",
                          self->n_broken));
  return parts;
}
