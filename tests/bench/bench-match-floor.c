/* bench-match-floor.c: the bit-sliced floor of matching, in plain C and nothing else.
 *
 * A bitmap a theme, language and half hour; one of those who are active and
 * consent, one of those who take part remotely.  A request is ANDs and ORs of
 * them in tiles of 512 words; those left are scored from plain columns, and the
 * best 50 kept.  Its rules: active with consent, language, a theme that is
 * related, one of the times free by the week and by absences (looked up a
 * person), the place within the own limit or remote.  Its score: theme, time,
 * place and fairness.  Everything that can be known before the request comes
 * (distances, fairness of the day) is ready in a column and not in its time, and
 * so is what the request becomes in masks.
 *
 * Mukana judges some fifteen rules more, on days that consents and seasons
 * have, and four parts of a score more.
 */

#include "bench-match-floor.h"

#include <string.h>

enum { TILE = 512, N_LANGUAGES = 16, N_HALVES = 7 * MUKANA_HALF_HOURS, MOST_SLOTS = 4 };

struct _BenchFloor
{
  guint     n_people;
  gsize     n_words;
  guint64  *themes[2];              /* columns */
  guint64  *week[7];
  guint16  *places;
  guint16  *limits;
  guint8   *is_remote;
  guint8   *fairness;               /* points */
  guint32  *first_absence;          /* n_people + 1 */
  GArray   *absences;               /* MukanaDayRange */
  GArray   *positions;              /* MukanaPosition by place */
  guint64  *open, *remote, *theme_bits[BENCH_THEMES], *language_bits[N_LANGUAGES];
  guint64  *half_bits[N_HALVES];
};

struct _BenchFloorRequest
{
  int       n_needs;
  guint64   exact[4][2], near[4][2], sibling[4][2];
  int       n_related;
  int       related[BENCH_THEMES];
  int       language;
  int       n_slots;
  MukanaDay day[MOST_SLOTS];
  int       weekday[MOST_SLOTS], first_half[MOST_SLOTS], until_half[MOST_SLOTS];
  guint64   halves[MOST_SLOTS];
  gboolean  is_remote, is_hybrid;
  guint16  *km;                     /* by place */
};

/** bench_floor_weights: the weights with which the floor and Mukana score alike */
MukanaWeights
bench_floor_weights (void)
{
  MukanaWeights weights = { { 0 } };

  weights.max[MUKANA_PART_THEME] = 35;
  weights.max[MUKANA_PART_AVAILABILITY] = 10;
  weights.max[MUKANA_PART_PLACE] = 10;
  weights.max[MUKANA_PART_FAIRNESS] = 15;
  return weights;
}

static guint64 *
new_bits (BenchFloor *self)
{
  return g_aligned_alloc0 (self->n_words, sizeof (guint64), 64);
}

static inline void
set_bit (guint64 *bits,
         guint    row)
{
  bits[row / 64] |= G_GUINT64_CONSTANT (1) << row % 64;
}

static guint16
place_of (BenchFloor     *self,
          GHashTable     *numbers,
          MukanaPosition  position)
{
  gint64 key = (gint64) position.latitude_udeg << 32 | (guint32) position.longitude_udeg;
  gpointer number;

  if (g_hash_table_lookup_extended (numbers, &key, NULL, &number))
    return (guint16) GPOINTER_TO_UINT (number);

  g_hash_table_insert (numbers, g_memdup2 (&key, sizeof key),
                       GUINT_TO_POINTER (self->positions->len));
  g_array_append_val (self->positions, position);
  return (guint16) (self->positions->len - 1);
}

static int
fairness_points (const MukanaMatchRequest *today,
                 const MukanaMatchFacts   *facts)
{
  MukanaWeights weights = bench_floor_weights ();

  return mukana_score_new (today, facts, &weights).parts[MUKANA_PART_FAIRNESS].points;
}

static void
set_person (BenchFloor               *self,
            GHashTable               *places,
            const MukanaMatchRequest *today,
            guint                     row,
            const MukanaMatchFacts   *facts)
{
  MukanaWeek week = mukana_availability_touched (&facts->availability);

  self->places[row] = place_of (self, places, facts->position);
  self->limits[row] = (guint16) facts->max_travel_km;
  self->is_remote[row] = facts->is_remote_ok;
  self->fairness[row] = (guint8) fairness_points (today, facts);
  self->first_absence[row] = self->absences->len;
  g_array_append_vals (self->absences, facts->availability.absences,
                       facts->availability.n_absences);

  if (facts->state == MUKANA_STATE_ACTIVE && facts->matching_consent.until != 0)
    set_bit (self->open, row);
  if (facts->is_remote_ok)
    set_bit (self->remote, row);
  for (int i = 0; i < N_LANGUAGES; i++)
    if (facts->languages >> i & 1)
      set_bit (self->language_bits[i], row);
  for (guint i = 0; i < facts->n_themes; i++)
    {
      guint theme = (guint) facts->themes[i].theme;

      self->themes[theme / 64][row] |= G_GUINT64_CONSTANT (1) << theme % 64;
      set_bit (self->theme_bits[theme], row);
    }
  for (int day = 0; day < 7; day++)
    {
      self->week[day][row] = week.days[day];
      for (guint64 left = week.days[day]; left != 0; left &= left - 1)
        set_bit (self->half_bits[day * MUKANA_HALF_HOURS + __builtin_ctzll (left)], row);
    }
}

static void
make_room (BenchFloor *self)
{
  guint n = self->n_people;

  for (int i = 0; i < 2; i++)
    self->themes[i] = g_new0 (guint64, n);
  for (int i = 0; i < 7; i++)
    self->week[i] = g_new0 (guint64, n);
  self->places = g_new0 (guint16, n);
  self->limits = g_new0 (guint16, n);
  self->is_remote = g_new0 (guint8, n);
  self->fairness = g_new0 (guint8, n);
  self->first_absence = g_new0 (guint32, n + 1);
  self->absences = g_array_new (FALSE, FALSE, sizeof (MukanaDayRange));
  self->positions = g_array_new (FALSE, FALSE, sizeof (MukanaPosition));
  self->open = new_bits (self);
  self->remote = new_bits (self);
  for (int i = 0; i < BENCH_THEMES; i++)
    self->theme_bits[i] = new_bits (self);
  for (int i = 0; i < N_LANGUAGES; i++)
    self->language_bits[i] = new_bits (self);
  for (int i = 0; i < N_HALVES; i++)
    self->half_bits[i] = new_bits (self);
}

/** bench_floor_new: @people: of MukanaMatchFacts; Returns: yours */
BenchFloor *
bench_floor_new (GPtrArray       *people,
                 MukanaThemeTree *tree)
{
  BenchFloor *self = g_new0 (BenchFloor, 1);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (MukanaMatchRequest) today = mukana_match_request_new (tree, bench_today ());

  self->n_people = people->len;
  self->n_words = ((people->len + 63) / 64 + 7) / 8 * 8;
  make_room (self);
  for (guint row = 0; row < people->len; row++)
    set_person (self, places, today, row, g_ptr_array_index (people, row));
  self->first_absence[people->len] = self->absences->len;
  return self;
}

void
bench_floor_free (BenchFloor *self)
{
  for (int i = 0; i < 2; i++)
    g_free (self->themes[i]);
  for (int i = 0; i < 7; i++)
    g_free (self->week[i]);
  g_free (self->places);
  g_free (self->limits);
  g_free (self->is_remote);
  g_free (self->fairness);
  g_free (self->first_absence);
  g_array_unref (self->absences);
  g_array_unref (self->positions);
  g_aligned_free (self->open);
  g_aligned_free (self->remote);
  for (int i = 0; i < BENCH_THEMES; i++)
    g_aligned_free (self->theme_bits[i]);
  for (int i = 0; i < N_LANGUAGES; i++)
    g_aligned_free (self->language_bits[i]);
  for (int i = 0; i < N_HALVES; i++)
    g_aligned_free (self->half_bits[i]);
  g_free (self);
}

static void
add_need (BenchFloorRequest        *self,
          const MukanaMatchRequest *request,
          int                       asked)
{
  int k = self->n_needs++;

  for (int theme = 0; theme < BENCH_THEMES; theme++)
    {
      MukanaThemeRelation relation = mukana_theme_tree_relation (request->tree, asked, theme);
      guint64 bit = G_GUINT64_CONSTANT (1) << theme % 64;

      if (relation == MUKANA_THEME_UNRELATED)
        continue;
      (relation == MUKANA_THEME_EXACT ? self->exact
       : relation == MUKANA_THEME_SIBLING ? self->sibling
                                          : self->near)[k][theme / 64] |= bit;
    }
}

static void
find_related (BenchFloorRequest *self)
{
  for (int theme = 0; theme < BENCH_THEMES; theme++)
    {
      guint64 any = 0;

      for (int k = 0; k < self->n_needs; k++)
        any |= self->exact[k][theme / 64] | self->near[k][theme / 64] |
               self->sibling[k][theme / 64];
      if (any >> theme % 64 & 1)
        self->related[self->n_related++] = theme;
    }
}

/** bench_floor_request_new: Returns: yours, @request as masks; free it with g_free() */
BenchFloorRequest *
bench_floor_request_new (BenchFloor               *floor,
                         const MukanaMatchRequest *request)
{
  gsize size = sizeof (BenchFloorRequest) + floor->positions->len * sizeof (guint16);
  BenchFloorRequest *self = g_malloc0 (size);

  self->language = request->language;
  self->is_remote = request->mode == MUKANA_MODE_REMOTE;
  self->is_hybrid = request->mode == MUKANA_MODE_HYBRID;
  self->km = (guint16 *) (gpointer) (self + 1);
  for (guint i = 0; i < floor->positions->len; i++)
    self->km[i] = (guint16) mukana_distance_km (g_array_index (floor->positions, MukanaPosition, i),
                                                request->position);
  for (guint i = 0; i < request->themes->len; i++)
    add_need (self, request, g_array_index (request->themes, MukanaThemeNeed, i).theme);
  find_related (self);
  for (guint i = 0; i < request->slots->len; i++)
    {
      const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, i);
      int k = self->n_slots++;

      self->day[k] = slot->day;
      self->weekday[k] = mukana_day_weekday (slot->day) - 1;
      self->first_half[k] = slot->start_minute / 30;
      self->until_half[k] = slot->end_minute / 30;
      for (int half = self->first_half[k]; half < self->until_half[k]; half++)
        self->halves[k] |= G_GUINT64_CONSTANT (1) << half;
    }
  return self;
}

static inline void
keep (BenchTop *top,
      int       points,
      guint     row)
{
  if (top->n < BENCH_TOP)
    {
      top->points[top->n] = points;
      top->rows[top->n++] = row;
      if (top->n < BENCH_TOP)
        return;
    }
  else if (points <= top->least)
    return;
  else
    {
      top->points[top->least_place] = points;
      top->rows[top->least_place] = row;
    }

  top->least = top->points[top->least_place = 0];
  for (guint i = 1; i < BENCH_TOP; i++)
    if (top->points[i] < top->least)
      top->least = top->points[top->least_place = i];
}

static inline gboolean
is_away (BenchFloor *self,
         guint       row,
         MukanaDay   day)
{
  const MukanaDayRange *away = (const MukanaDayRange *) (gpointer) self->absences->data;

  for (guint32 i = self->first_absence[row]; i < self->first_absence[row + 1]; i++)
    if (away[i].from <= day && day < away[i].until)
      return TRUE;

  return FALSE;
}

static inline int
theme_share (const BenchFloorRequest *request,
             guint64                  low,
             guint64                  high)
{
  int best = 0, sum = 0;

  for (int k = 0; k < request->n_needs; k++)
    {
      int share = (low & request->exact[k][0]) | (high & request->exact[k][1]) ? 1000
                  : (low & request->near[k][0]) | (high & request->near[k][1]) ? 600
                  : (low & request->sibling[k][0]) | (high & request->sibling[k][1]) ? 400 : 0;

      sum += share;
      best = MAX (best, share);
    }

  return (best + sum / request->n_needs) / 2;
}

/* Somebody whom the bitmaps have left: with one time, the week is judged by them. */
static inline void
score (BenchFloor              *self,
       const BenchFloorRequest *request,
       guint                    row,
       BenchTop                *top)
{
  int n_free = 0, place_points = 10, points;

  if (request->n_slots == 1)
    n_free = !is_away (self, row, request->day[0]);
  else
    for (int k = 0; k < request->n_slots; k++)
      n_free += (self->week[request->weekday[k]][row] & request->halves[k]) ==
                request->halves[k] && !is_away (self, row, request->day[k]);
  if (n_free == 0)
    return;

  if (!request->is_remote && !(request->is_hybrid && self->is_remote[row]))
    {
      int km = request->km[self->places[row]];

      if (km > self->limits[row])
        return;
      place_points = km <= 30 ? 10 : km <= 80 ? 8 : km <= 150 ? 5 : 3;
    }

  top->n_fits++;
  points = (35 * theme_share (request, self->themes[0][row], self->themes[1][row]) + 500) / 1000;
  points += (10 * (800 + 200 * n_free / request->n_slots) + 500) / 1000;
  points += place_points + self->fairness[row];
  keep (top, points, row);
}

static inline void
and_words (guint64       *words,
           const guint64 *other,
           gsize          n)
{
  for (gsize i = 0; i < n; i++)
    words[i] &= other[i];
}

static inline void
or_words (guint64       *words,
          const guint64 *other,
          gsize          n)
{
  for (gsize i = 0; i < n; i++)
    words[i] |= other[i];
}

/** bench_floor_run: fills @top with the best, in no order */
void
bench_floor_run (BenchFloor              *self,
                 const BenchFloorRequest *request,
                 BenchTop                *top)
{
  memset (top, 0, sizeof *top);
  for (gsize from = 0; from < self->n_words; from += TILE)
    {
      gsize n = MIN (self->n_words - from, TILE);
      guint64 words[TILE] = { 0 }, free[TILE] = { 0 }, one[TILE];

      for (int k = 0; k < request->n_related; k++)
        or_words (words, self->theme_bits[request->related[k]] + from, n);
      and_words (words, self->language_bits[request->language] + from, n);
      and_words (words, self->open + from, n);
      if (request->is_remote)
        and_words (words, self->remote + from, n);
      for (int k = 0; k < request->n_slots; k++)
        {
          guint64 **halves = self->half_bits + request->weekday[k] * MUKANA_HALF_HOURS;

          memset (one, 0xff, n * sizeof *one);
          for (int half = request->first_half[k]; half < request->until_half[k]; half++)
            and_words (one, halves[half] + from, n);
          or_words (free, one, n);
        }

      for (gsize i = 0; i < n; i++)
        for (guint64 left = words[i] & free[i]; left != 0; left &= left - 1)
          score (self, request, (guint) ((from + i) * 64) + (guint) __builtin_ctzll (left), top);
    }
}

/** bench_floor_flip_us: Returns: microseconds to flip the bits of one person, of @n_rounds */
double
bench_floor_flip_us (BenchFloor *self,
                     guint       n_rounds)
{
  gint64 start_us = g_get_monotonic_time ();

  for (guint round = 0; round < n_rounds; round++)
    {
      guint row = round * 7919u % self->n_people;
      guint64 bit = G_GUINT64_CONSTANT (1) << row % 64;

      for (int i = 0; i < BENCH_THEMES; i++)
        self->theme_bits[i][row / 64] ^= bit;
      for (int i = 0; i < N_LANGUAGES; i++)
        self->language_bits[i][row / 64] ^= bit;
      for (int i = 0; i < N_HALVES; i++)
        self->half_bits[i][row / 64] ^= bit;
    }

  return (double) (g_get_monotonic_time () - start_us) / n_rounds;
}
