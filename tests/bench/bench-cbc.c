/* bench-cbc.c: the same plan as a programme in whole numbers, solved by CBC.
 *
 * Written down from the rules alone, so that it is the judge of the network and of the search
 * together: x of a pair, w of a way, y of a person's n-th request in a quarter, s of the n-th
 * seat that stays empty.  What a person has already, pins and those kept apart are not in the
 * instances that are measured here.
 */

#include "bench-cbc.h"

#include <glib/gstdio.h>
#include <string.h>

#include "bench-instances.h"

typedef struct
{
  const MukanaPlanTime *time;
  const MukanaPlanPair *pair;
  guint                 index;         /* of the pair */
} Use;

typedef struct
{
  MukanaPlan *plan;
  GString    *text;
  GPtrArray  *people;                  /* GArray of Use, by person, sorted by time */
  GHashTable *times;                   /* MukanaPlanTime by request and way */
} Programme;

#define PAIR(self, i) (&g_array_index ((self)->plan->pairs, MukanaPlanPair, i))
#define LINE(self, i) (&g_array_index ((self)->plan->lines, MukanaPlanLine, i))

/* ---- What a person could do ---- */

static gint64 *
way_key (gint64 request_id,
         int    way)
{
  gint64 key = request_id * 2 + way;

  return g_memdup2 (&key, sizeof key);
}

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const Use *left = a, *right = b;

  if (left->time->start_minute != right->time->start_minute)
    return left->time->start_minute < right->time->start_minute ? -1 : 1;
  return left->index < right->index ? -1 : left->index > right->index;
}

static void
gather (Programme *self)
{
  self->people = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < self->plan->times->len; i++)
    {
      MukanaPlanTime *time = &g_array_index (self->plan->times, MukanaPlanTime, i);

      g_hash_table_insert (self->times, way_key (time->request_id, time->way), time);
    }
  for (guint i = 0; i < self->plan->people->len; i++)
    g_ptr_array_add (self->people, g_array_new (FALSE, FALSE, sizeof (Use)));
  for (guint i = 0; i < self->plan->pairs->len; i++)
    {
      g_autofree gint64 *key = way_key (PAIR (self, i)->request_id, PAIR (self, i)->way);
      Use use = { g_hash_table_lookup (self->times, key), PAIR (self, i), i };

      g_array_append_val ((GArray *) self->people->pdata[PAIR (self, i)->person_id - 1], use);
    }
  for (guint i = 0; i < self->people->len; i++)
    g_array_sort (self->people->pdata[i], compare_uses);
}

/* ---- The programme ---- */

static void
write_aim (Programme *self)
{
  g_string_append (self->text, "Maximize\n aim:");
  for (guint i = 0; i < self->plan->pairs->len; i++)
    g_string_append_printf (self->text, " + %d x%u\n", PAIR (self, i)->fit, i);
  for (guint i = 0; i < self->people->len; i++)
    for (guint nth = 2; nth <= 6 && nth <= ((GArray *) self->people->pdata[i])->len; nth++)
      g_string_append_printf (self->text, " - %d y%u_%u\n", mukana_plan_workload ((int) nth), i,
                              nth);
  for (guint i = 0; i < self->plan->lines->len; i++)
    for (int nth = 1; nth <= LINE (self, i)->seats; nth++)
      g_string_append_printf (self->text, " - %d s%u_%d\n", mukana_plan_shortage (nth, FALSE), i,
                              nth);
  g_string_append (self->text, "Subject To\n");
}

/* Every seat is filled or empty. */
static void
write_requests (Programme *self)
{
  guint pair = 0;

  for (guint i = 0; i < self->plan->lines->len; i++)
    {
      const MukanaPlanLine *line = LINE (self, i);

      g_string_append_printf (self->text, " r%u:", i);
      for (; pair < self->plan->pairs->len && PAIR (self, pair)->request_id == line->request_id;
           pair++)
        g_string_append_printf (self->text, " + x%u\n", pair);
      for (int nth = 1; nth <= line->seats; nth++)
        g_string_append_printf (self->text, " + s%u_%d\n", i, nth);
      g_string_append_printf (self->text, " = %d\n", line->seats);
    }
}

/* A request takes place in one of its ways. */
static void
write_ways (Programme *self)
{
  for (guint i = 0; i < self->plan->pairs->len; i++)
    {
      gint64 request_id = PAIR (self, i)->request_id;
      g_autofree gint64 *other = way_key (request_id, 1);

      if (!g_hash_table_contains (self->times, other))
        continue;
      if (PAIR (self, i)->way == 0)
        g_string_append_printf (self->text, " x%u - w%" G_GINT64_FORMAT " <= 0\n", i, request_id);
      else
        g_string_append_printf (self->text, " x%u + w%" G_GINT64_FORMAT " <= 1\n", i, request_id);
    }
}

/* At each start, of all that is under way then only one. */
static void
write_clashes (Programme *self,
               GArray    *uses)
{
  for (guint i = 0; i < uses->len; i++)
    {
      const Use *now = &g_array_index (uses, Use, i);
      g_autoptr (GString) row = g_string_new (NULL);
      guint n = 0;

      for (guint j = 0; j <= i; j++)
        if (g_array_index (uses, Use, j).time->end_minute > now->time->start_minute)
          g_string_append_printf (row, " + x%u\n", (n++, g_array_index (uses, Use, j).index));
      if (n > 1)
        g_string_append_printf (self->text, "%s <= 1\n", row->str);
    }
}

/* No more than two in a month, and each request more of the quarter costs more. */
static void
write_limits (Programme *self,
              guint      person,
              GArray    *uses)
{
  const MukanaPlanPerson *limits = &g_array_index (self->plan->people, MukanaPlanPerson, person);

  for (int month = 0; month < BENCH_N_MONTHS; month++)
    {
      gsize before = self->text->len;
      int n = 0;

      for (guint i = 0; i < uses->len; i++)
        if (g_array_index (uses, Use, i).time->month == BENCH_FIRST_MONTH + month && ++n)
          g_string_append_printf (self->text, " + x%u\n", g_array_index (uses, Use, i).index);
      if (n > limits->most_per_month)
        g_string_append_printf (self->text, " <= %d\n", limits->most_per_month);
      else
        g_string_truncate (self->text, before);
    }

  if (uses->len == 0)
    return;
  for (guint i = 0; i < uses->len; i++)
    g_string_append_printf (self->text, " + x%u\n", g_array_index (uses, Use, i).index);
  for (int nth = 1; nth <= limits->most_per_quarter && nth <= (int) uses->len; nth++)
    g_string_append_printf (self->text, " - y%u_%d\n", person, nth);
  g_string_append (self->text, " <= 0\n");
}

/* Parts of a seat and of a load may be fractions: they grow ever dearer, so they never are. */
static void
write_ranges (Programme *self)
{
  g_string_append (self->text, "Bounds\n");
  for (guint i = 0; i < self->people->len; i++)
    for (guint nth = 1; nth <= 6 && nth <= ((GArray *) self->people->pdata[i])->len; nth++)
      g_string_append_printf (self->text, " 0 <= y%u_%u <= 1\n", i, nth);
  for (guint i = 0; i < self->plan->lines->len; i++)
    for (int nth = 1; nth <= LINE (self, i)->seats; nth++)
      g_string_append_printf (self->text, " 0 <= s%u_%d <= 1\n", i, nth);

  g_string_append (self->text, "Binaries\n");
  for (guint i = 0; i < self->plan->pairs->len; i++)
    g_string_append_printf (self->text, " x%u\n", i);
  for (guint i = 0; i < self->plan->times->len; i++)
    if (g_array_index (self->plan->times, MukanaPlanTime, i).way == 1)
      g_string_append_printf (self->text, " w%" G_GINT64_FORMAT "\n",
                              g_array_index (self->plan->times, MukanaPlanTime, i).request_id);
  g_string_append (self->text, "End\n");
}

static char *
write_programme (MukanaPlan *plan)
{
  Programme self = { plan, g_string_new (NULL) };

  gather (&self);
  write_aim (&self);
  write_requests (&self);
  write_ways (&self);
  for (guint i = 0; i < self.people->len; i++)
    {
      write_clashes (&self, self.people->pdata[i]);
      write_limits (&self, i, self.people->pdata[i]);
    }
  write_ranges (&self);
  g_ptr_array_unref (self.people);
  g_hash_table_unref (self.times);
  return g_string_free (self.text, FALSE);
}

/* ---- Solving ---- */

/* The first line of what it writes: "Optimal - objective value 1380141.00000000".  It looks for
 * the least, and so may write the value of what is to be the most with a minus. */
static gint64
read_value (const char *path)
{
  g_autofree char *text = NULL;
  const char *value;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_true (g_str_has_prefix (text, "Optimal"));
  value = strstr (text, "value");
  g_assert_nonnull (value);
  return (gint64) (ABS (g_ascii_strtod (value + strlen ("value"), NULL)) + .5);
}

/** bench_cbc_solve: @plan: of bench_instance_new(), worth more than nothing */
BenchBest
bench_cbc_solve (MukanaPlan *plan)
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL), *text = write_programme (plan);
  g_autofree char *path = g_build_filename (folder, "plan.lp", NULL);
  g_autofree char *found = g_build_filename (folder, "plan.txt", NULL), *said = NULL;
  const char * const argv[] = { "cbc", path, "ratio", "0", "solve", "solution", found, "quit",
                                NULL };
  BenchBest best;
  gint64 begun_us;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  begun_us = g_get_monotonic_time ();
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said,
                               NULL, NULL, NULL));
  best.ms = (double) (g_get_monotonic_time () - begun_us) / 1000;
  best.value = read_value (found);
  g_unlink (path);
  g_unlink (found);
  g_rmdir (folder);
  return best;
}
