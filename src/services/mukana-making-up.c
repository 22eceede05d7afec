/* mukana-making-up.c: a register in which everybody is invented.
 *
 * For trying Mukana, showing it and testing it.  One seed always gives the same
 * register, with dates around today, so that each page has something to show.
 * Everything goes in through the same services as real data; only what lies in
 * the past is recorded as an imported history would be.
 */

#include "services/mukana-making-up.h"

#include "mukana-reference.h"
#include "domain/mukana-recovery-key.h"
#include "services/mukana-founding.h"
#include "services/mukana-making-up-private.h"
#include "services/mukana-table.h"

#define COUNTY_CODE "20"
#define COUNTY_NAME "Kainuun hyvinvointialue"

gboolean
mukana_made_up_chance (MukanaMadeUp *self,
                       int           percent)
{
  return g_rand_int_range (self->rand, 0, 100) < percent;
}

/** mukana_made_up_between: Returns: a number from @least to @most, both included */
int
mukana_made_up_between (MukanaMadeUp *self,
                        int           least,
                        int           most)
{
  return g_rand_int_range (self->rand, least, most + 1);
}

const char *
mukana_made_up_one_of (MukanaMadeUp       *self,
                       const char * const *choices,
                       guint               n_choices)
{
  return choices[g_rand_int_range (self->rand, 0, (gint32) n_choices)];
}

/** mukana_made_up_weekday: Returns: @day, or the Monday after it when it is at the weekend */
MukanaDay
mukana_made_up_weekday (MukanaDay day)
{
  int weekday = mukana_day_weekday (day);

  return weekday <= 5 ? day : day + 8 - weekday;
}

/**
 * mukana_made_up_name:
 * @given: (out): yours
 * @family: (out): yours
 *
 * Returns: yours, the full name, which nobody has had yet as long as there are any
 */
char *
mukana_made_up_name (MukanaMadeUp  *self,
                     gboolean       is_swedish,
                     char         **given,
                     char         **family)
{
  GPtrArray *first = self->names[is_swedish][0];
  GPtrArray *last = self->names[is_swedish][1];
  char *full = NULL;

  for (int n_left = 50; n_left > 0; n_left--)
    {
      *given = g_ptr_array_index (first, mukana_made_up_between (self, 0, (int) first->len - 1));
      *family = g_ptr_array_index (last, mukana_made_up_between (self, 0, (int) last->len - 1));

      g_free (full);
      full = g_strjoin (" ", *given, *family, NULL);
      if (g_hash_table_add (self->taken, g_strdup (full)))
        break;
    }

  *given = g_strdup (*given);
  *family = g_strdup (*family);
  return full;
}

/** mukana_made_up_address: Returns: yours, an address of mail that reaches nobody */
char *
mukana_made_up_address (const char *given,
                        const char *family)
{
  g_autofree char *joined = g_strjoin (".", given, family, NULL);
  g_autofree char *lower = g_utf8_strdown (joined, -1);
  g_autofree char *plain = g_str_to_ascii (lower, "C");

  g_strdelimit (plain, " '", '-');
  return g_strconcat (plain, "@example.org", NULL);
}

static gboolean
read_names (MukanaMadeUp  *self,
            GError       **error)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/fi/mukana/reference/names.csv", 0, error);
  g_autoptr (MukanaTable) table = bytes ? mukana_table_parse_csv (bytes, error) : NULL;

  if (table == NULL)
    return FALSE;

  for (guint row = 1; row < mukana_table_get_n_rows (table); row++)
    {
      gboolean is_swedish = g_strcmp0 (mukana_table_peek_cell (table, row, 0), "sv") == 0;
      gboolean is_last = g_strcmp0 (mukana_table_peek_cell (table, row, 1), "last") == 0;

      g_ptr_array_add (self->names[is_swedish][is_last],
                       g_strdup (mukana_table_peek_cell (table, row, 2)));
    }

  return TRUE;
}

static void
clear_made_up (MukanaMadeUp *self)
{
  for (int language = 0; language < 2; language++)
    for (int part = 0; part < 2; part++)
      g_clear_pointer (&self->names[language][part], g_ptr_array_unref);
  g_clear_pointer (&self->taken, g_hash_table_unref);
  g_clear_pointer (&self->helpers, g_array_unref);
  g_clear_pointer (&self->rand, g_rand_free);
  g_clear_object (&self->lexicon);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (MukanaMadeUp, clear_made_up)

static gpointer
make_up_run (MukanaDb      *db,
             gpointer       arg,
             GCancellable  *cancellable,
             GError       **error)
{
  const MukanaMakingUp *wish = arg;
  g_auto (MukanaMadeUp) self = { .db = db, .today = mukana_db_today (db) };

  /* Named so that the linker keeps the resource out of its static library. */
  g_resources_register (mukana_reference_get_resource ());

  self.rand = g_rand_new_with_seed (wish->seed);
  self.taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.helpers = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (int language = 0; language < 2; language++)
    for (int part = 0; part < 2; part++)
      self.names[language][part] = g_ptr_array_new_with_free_func (g_free);

  if (!read_names (&self, error) || !(self.lexicon = mukana_lexicon_load (db, error)) ||
      !mukana_made_up_people (&self, MAX (wish->n_people, MUKANA_N_CAST), error) ||
      !mukana_made_up_organisations (&self, error) ||
      !mukana_made_up_requests (&self, error))
    return NULL;

  mukana_db_touch (db, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  return NULL;
}

const MukanaJob mukana_making_up_job = { "making-up.fill", MUKANA_LANE_WRITE, make_up_run, NULL };

/**
 * mukana_making_up_create:
 * @uri: where there is no register yet
 * @key: (nullable): 32 bytes; only a server needs none
 *
 * Blocks: for the terminal and a thread.
 *
 * Returns: yours, the open register
 */
MukanaStore *
mukana_making_up_create (const char   *uri,
                         GBytes       *key,
                         MukanaClock  *clock,
                         guint         n_people,
                         guint32       seed,
                         GError      **error)
{
  g_autofree char *id = key ? mukana_recovery_key_register_id (g_bytes_get_data (key, NULL))
                            : mukana_founding_new_id ();
  MukanaRegisterSeed register_seed = { id, COUNTY_NAME, COUNTY_CODE, TRUE };
  MukanaMakingUp wish = { n_people, seed };
  g_autoptr (GError) failure = NULL;
  g_autoptr (MukanaStore) store = mukana_founding_create (uri, key, clock, "Mukana", &register_seed,
                                                          error);

  if (store == NULL)
    return NULL;

  mukana_store_run (store, &mukana_making_up_job, &wish, &failure);
  if (failure == NULL)
    return g_steal_pointer (&store);

  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
