/* test-panel.c: panels drawn by lot, against every panel there is.
 *
 * For small registers all panels are counted out: whether there is one, how little
 * has to give way when there is none, and, by the weights that come with a draw,
 * that no lottery gives the worst off more.
 */

#include "domain/mukana-panel.h"

#include <stdlib.h>
#include <string.h>

#define N_CASES 700
#define N_CASES_APART 1200
#define MOST_PEOPLE 9
#define MILLION MUKANA_PANEL_MILLION

static MukanaPanel *
make_case (GRand *rand)
{
  int n_people = g_rand_int_range (rand, 2, MOST_PEOPLE + 1);
  int size = g_rand_int_range (rand, 1, n_people + (g_rand_int_range (rand, 0, 8) == 0 ? 2 : 1));
  int n_targets = g_rand_int_range (rand, 0, 5);
  MukanaPanel *panel = mukana_panel_new (size, g_rand_int_range (rand, 0, 3), g_rand_int (rand));

  for (int i = 0; i < n_targets; i++)
    {
      int least = g_rand_int_range (rand, 0, MIN (size, 3) + 1);

      mukana_panel_add_target (panel, "area", "a", least,
                               g_rand_int_range (rand, least, size + 1));
    }
  for (int i = 0; i < n_people; i++)
    mukana_panel_add_person (panel, i + 1,
                             (guint64) g_rand_int_range (rand, 0, 1 << n_targets));
  return panel;
}

static guint64
features_of (MukanaPanel *panel,
             guint        place)
{
  return g_array_index (panel->people, MukanaPanelPerson, place).features;
}

/* By how much a set of people misses the targets; 0: it is a panel. */
static int
count_missed (MukanaPanel *panel,
              guint        set)
{
  int missed = 0;

  for (guint i = 0; i < panel->targets->len; i++)
    {
      const MukanaPanelTarget *target = &g_array_index (panel->targets, MukanaPanelTarget, i);
      int n = 0;

      for (guint k = 0; k < panel->people->len; k++)
        if (set >> k & 1)
          n += (int) (features_of (panel, k) >> i & 1);
      missed += MAX (0, target->least - n) + MAX (0, n - target->most);
    }

  return missed + MAX (0, panel->size - __builtin_popcount (set));
}

static gboolean
keeps_apart (MukanaPanel *panel,
             guint        set)
{
  for (guint i = 0; i < panel->apart->len; i++)
    {
      const MukanaPanelApart *apart = &g_array_index (panel->apart, MukanaPanelApart, i);

      if ((set >> apart->place & 1) != 0 && (set >> apart->other & 1) != 0)
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_panel (MukanaPanel *panel,
          guint        set)
{
  return __builtin_popcount (set) == panel->size && count_missed (panel, set) == 0 &&
         keeps_apart (panel, set);
}

static int
count_least_missed (MukanaPanel *panel)
{
  int least = G_MAXINT;

  for (guint set = 0; set < 1u << panel->people->len; set++)
    if (__builtin_popcount (set) <= panel->size && keeps_apart (panel, set))
      least = MIN (least, count_missed (panel, set));

  return least;
}

static int
sum_relaxations (MukanaPanelResult *result)
{
  int sum = 0;

  for (guint i = 0; i < result->relaxations->len; i++)
    {
      const MukanaPanelRelaxation *relaxation = &g_array_index (result->relaxations,
                                                                MukanaPanelRelaxation, i);

      sum += abs (relaxation->to - relaxation->from);
    }

  return sum;
}

static void
check_drawn (MukanaPanel       *panel,
             MukanaPanelResult *result)
{
  guint set = 0;

  for (guint i = 0; i < result->drawn->len; i++)
    set |= 1u << g_array_index (result->drawn, guint, i);
  g_assert_true (is_panel (panel, set));
  for (guint i = 0; i < result->reserve->len; i++)
    {
      g_assert_false (set >> g_array_index (result->reserve, guint, i) & 1);
      set |= 1u << g_array_index (result->reserve, guint, i);
      g_assert_true (keeps_apart (panel, set));
    }
}

/* The lottery is one: whole, of panels that keep the targets, with the chances it tells. */
static void
check_lottery (MukanaPanel       *panel,
               MukanaPanelResult *result)
{
  g_autofree gint64 *sums = g_new0 (gint64, result->types->len);
  gint64 all = 0;

  for (guint i = 0; i < result->tickets->len; i++)
    {
      const MukanaPanelTicket *ticket = &g_array_index (result->tickets, MukanaPanelTicket, i);
      g_autofree int *left = g_memdup2 (ticket->counts, result->types->len * sizeof (int));
      guint set = 0;

      for (guint k = 0; k < panel->people->len; k++)
        if (left[g_array_index (result->type_of, guint, k)]-- > 0)
          set |= 1u << k;
      g_assert_true (is_panel (panel, set));
      all += ticket->weight;
      for (guint t = 0; t < result->types->len; t++)
        sums[t] += (gint64) ticket->weight * ticket->counts[t];
    }

  g_assert_cmpint (all, ==, MILLION);
  for (guint t = 0; t < result->types->len; t++)
    {
      const MukanaPanelType *type = &g_array_index (result->types, MukanaPanelType, t);

      g_assert_cmpuint (type->chance, ==, (guint) (sums[t] / type->n_people));
      if (!type->is_shut_out)
        g_assert_cmpuint (type->chance, >=, result->least_chance);
    }
}

/* By the weights that came with it no panel at all weighs more than the bound: weak duality. */
static void
check_bound (MukanaPanel       *panel,
             MukanaPanelResult *result)
{
  gint64 all = 0, most = 0;

  for (guint k = 0; k < panel->people->len; k++)
    {
      guint type = g_array_index (result->type_of, guint, k);

      g_assert_cmpint (g_array_index (result->weights, gint64, type), >=, 0);
      all += g_array_index (result->weights, gint64, type);
    }
  for (guint set = 0; set < 1u << panel->people->len; set++)
    {
      gint64 sum = 0;

      if (!is_panel (panel, set))
        continue;
      for (guint k = 0; k < panel->people->len; k++)
        if (set >> k & 1)
          sum += g_array_index (result->weights, gint64, g_array_index (result->type_of, guint, k));
      most = MAX (most, sum);
    }

  g_assert_cmpint (all, >, 0);
  g_assert_cmpint (most * MILLION, <=, (gint64) result->bound * all);
  g_assert_cmpuint (result->least_chance, <=, result->bound);
  g_assert_cmpuint (result->bound - result->least_chance, <=, 2 * result->types->len + 5);
}

/* Who is said to be in no panel is in none, and everybody else in some. */
static void
check_shut_out (MukanaPanel       *panel,
                MukanaPanelResult *result)
{
  guint in_some = 0;

  for (guint set = 0; set < 1u << panel->people->len; set++)
    if (is_panel (panel, set))
      in_some |= set;

  for (guint k = 0; k < panel->people->len; k++)
    g_assert_cmpint (g_array_index (result->types, MukanaPanelType,
                                    g_array_index (result->type_of, guint, k)).is_shut_out, ==,
                     !(in_some >> k & 1));
}

static void
check_case (MukanaPanel *panel,
            guint       *n_possible,
            guint       *n_impossible)
{
  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);
  g_autofree char *protocol = mukana_panel_protocol (panel, result);
  int missed = count_least_missed (panel);

  g_assert_cmpint (result->is_possible, ==, missed == 0);
  g_assert_cmpint (mukana_panel_check (protocol), ==,
                   panel->n_apart > 0 ? MUKANA_PANEL_FITS : MUKANA_PANEL_HOLDS);
  if (!result->is_possible)
    {
      g_assert_cmpint (sum_relaxations (result), ==, missed);
      *n_impossible += 1;
      return;
    }

  *n_possible += 1;
  check_drawn (panel, result);
  check_lottery (panel, result);
  check_bound (panel, result);
  check_shut_out (panel, result);
  g_assert_true (result->is_leximin);
}

static void
no_small_draw_is_worse_than_every_panel_tried (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  guint n_possible = 0, n_impossible = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_autoptr (MukanaPanel) panel = make_case (rand);

      check_case (panel, &n_possible, &n_impossible);
    }

  g_assert_cmpuint (n_possible, >, 300);
  g_assert_cmpuint (n_impossible, >, 100);
}

/* Pairs, and now and then three who are all apart, or one apart from several. */
static void
keep_some_apart (MukanaPanel *panel,
                 GRand       *rand)
{
  int n_people = (int) panel->people->len;

  for (int n = g_rand_int_range (rand, 1, 5); n > 0; n--)
    {
      int one = g_rand_int_range (rand, 0, n_people), other = g_rand_int_range (rand, 0, n_people);

      if (one != other)
        mukana_panel_keep_apart (panel, (guint) one, (guint) other);
    }
}

static void
who_is_kept_apart_is_in_no_panel_together (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);
  guint n_possible = 0, n_impossible = 0, n_spoilt = 0;

  for (guint i = 0; i < N_CASES_APART; i++)
    {
      g_autoptr (MukanaPanel) panel = make_case (rand);
      g_autoptr (MukanaPanelResult) together = mukana_panel_draw (panel, NULL, NULL);
      guint n_before = n_possible;

      keep_some_apart (panel, rand);
      check_case (panel, &n_possible, &n_impossible);
      n_spoilt += together->is_possible && n_possible == n_before;
    }

  g_assert_cmpuint (n_possible, >, 300);
  g_assert_cmpuint (n_impossible, >, 200);
  g_assert_cmpuint (n_spoilt, >, 50);   /* only because of who is kept apart */
}

/* A town and a village: two of ten and one of two. */
static MukanaPanel *
make_village (guint64 seed)
{
  MukanaPanel *panel = mukana_panel_new (3, 2, seed);

  mukana_panel_add_target (panel, "area", "205", 1, 2);
  mukana_panel_add_target (panel, "area", "765", 1, 3);
  for (int i = 0; i < 12; i++)
    mukana_panel_add_person (panel, 77001 + i, i < 10 ? 1 : 2);
  return panel;
}

static void
worst_off_get_the_best_chance_there_is (void)
{
  g_autoptr (MukanaPanel) panel = make_village (1);

  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);

  /* Two from the town each time: a fifth for each of them, half for each of the village. */
  g_assert_cmpuint (result->least_chance, ==, 200000);
  g_assert_cmpuint (result->bound, ==, 200000);
  g_assert_cmpuint (g_array_index (result->types, MukanaPanelType, 1).chance, ==, 500000);
}

static void
what_came_true_follows_the_chances (void)
{
  guint n_drawn[12] = { 0 };

  for (guint64 seed = 0; seed < 2000; seed++)
    {
      g_autoptr (MukanaPanel) panel = make_village (seed);
      g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);

      for (guint i = 0; i < result->drawn->len; i++)
        n_drawn[g_array_index (result->drawn, guint, i)]++;
    }

  /* Four standard deviations of what a fifth and a half of 2,000 would be. */
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (abs ((int) n_drawn[i] - 400), <, 72);
  for (guint i = 10; i < 12; i++)
    g_assert_cmpint (abs ((int) n_drawn[i] - 1000), <, 90);
}

static void
same_seed_gives_the_same_bytes_and_another_seed_others (void)
{
  g_autoptr (MukanaPanel) panel = make_village (7), again = make_village (7);
  g_autoptr (MukanaPanel) other = make_village (8);
  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);
  g_autoptr (MukanaPanelResult) result_again = mukana_panel_draw (again, NULL, NULL);
  g_autoptr (MukanaPanelResult) result_other = mukana_panel_draw (other, NULL, NULL);

  g_autofree char *text = mukana_panel_protocol (panel, result);
  g_autofree char *text_again = mukana_panel_protocol (again, result_again);
  g_autofree char *text_other = mukana_panel_protocol (other, result_other);

  g_assert_cmpstr (text, ==, text_again);
  g_assert_cmpstr (text, !=, text_other);
}

static void
protocol_is_drawn_again_and_a_changed_one_does_not_hold (void)
{
  g_autoptr (MukanaPanel) panel = make_village (7);
  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);
  g_autofree char *text = mukana_panel_protocol (panel, result);
  g_autoptr (GString) changed = g_string_new (text);

  g_string_replace (changed, "draw 3 2 7\n", "draw 3 2 9\n", 1);

  g_assert_cmpint (mukana_panel_check (text), ==, MUKANA_PANEL_HOLDS);
  g_assert_cmpint (mukana_panel_check (changed->str), ==, MUKANA_PANEL_BROKEN);
  g_assert_cmpint (mukana_panel_check ("mukana panel 1\n"), ==, MUKANA_PANEL_BROKEN);
  g_assert_null (g_strstr_len (text, -1, "7700"));   /* no number of the register */
}

/* Of two who are alike it cannot be read which is kept apart from whom. */
static void
protocol_does_not_tell_who_is_kept_apart (void)
{
  g_autoptr (MukanaPanel) panel = make_village (7), other = make_village (7);
  g_autoptr (MukanaPanelResult) result = NULL, other_result = NULL;
  g_autofree char *text = NULL, *other_text = NULL;
  g_autoptr (GString) changed = NULL, redrawn = NULL;
  const char *drawn;

  mukana_panel_keep_apart (panel, 0, 10);
  mukana_panel_keep_apart (other, 5, 11);
  result = mukana_panel_draw (panel, NULL, NULL);
  other_result = mukana_panel_draw (other, NULL, NULL);
  text = mukana_panel_protocol (panel, result);
  other_text = mukana_panel_protocol (other, other_result);
  changed = g_string_new (text);
  redrawn = g_string_new (text);
  g_string_replace (changed, "draw 3 2 7\n", "draw 2 2 7\n", 1);
  g_string_replace (redrawn, "chance 500000", "chance 400000", 1);
  drawn = strstr (text, "\ndrawn ");

  g_assert_nonnull (strstr (text, "\napart 1\n"));
  g_assert_true (drawn - text == strstr (other_text, "\ndrawn ") - other_text);
  g_assert_cmpint (strncmp (text, other_text, (gsize) (drawn - text)), ==, 0);
  g_assert_cmpint (mukana_panel_check (text), ==, MUKANA_PANEL_FITS);
  g_assert_cmpint (mukana_panel_check (other_text), ==, MUKANA_PANEL_FITS);
  g_assert_cmpint (mukana_panel_check (changed->str), ==, MUKANA_PANEL_BROKEN);
  g_assert_cmpint (mukana_panel_check (redrawn->str), ==, MUKANA_PANEL_BROKEN);
}

static void
who_has_stated_nothing_counts_for_nothing_and_can_be_drawn (void)
{
  g_autoptr (MukanaPanel) panel = mukana_panel_new (2, 0, 1);

  mukana_panel_add_target (panel, "gender", "woman", 1, 1);
  mukana_panel_add_person (panel, 1, 1);
  mukana_panel_add_person (panel, 2, 0);
  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);

  g_assert_true (result->is_possible);
  g_assert_cmpuint (result->least_chance, ==, MILLION);
}

static void
reserve_can_stand_in_first (void)
{
  g_autoptr (MukanaPanel) panel = mukana_panel_new (2, 1, 3);

  mukana_panel_add_target (panel, "area", "205", 2, 2);
  for (int i = 0; i < 3; i++)
    mukana_panel_add_person (panel, i + 1, 1);
  for (int i = 3; i < 12; i++)
    mukana_panel_add_person (panel, i + 1, 0);
  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);

  g_assert_cmpuint (result->reserve->len, ==, 1);
  g_assert_cmpuint (g_array_index (result->reserve, guint, 0), <, 3);
}

/* Of a county: 130 people, 20 targets in five dimensions. */
static MukanaPanel *
make_county (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  MukanaPanel *panel = mukana_panel_new (24, 8, 42);
  static const int n_values[] = { 8, 4, 3, 2, 3 };
  static const char * const dimensions[] = { "area", "age", "gender", "language", "situation" };

  for (guint d = 0; d < G_N_ELEMENTS (n_values); d++)
    for (int v = 0; v < n_values[d]; v++)
      mukana_panel_add_target (panel, dimensions[d], "x", 24 / n_values[d] / 2,
                               24 / n_values[d] * 2);
  for (int i = 0; i < 130; i++)
    {
      guint64 features = 0;
      int first = 0;

      for (guint d = 0; d < G_N_ELEMENTS (n_values); first += n_values[d++])
        if (g_rand_int_range (rand, 0, 10) > 0)
          features |= G_GUINT64_CONSTANT (1) << (first + g_rand_int_range (rand, 0, n_values[d]));
      mukana_panel_add_person (panel, i + 1, features);
    }
  return panel;
}

static gboolean
go_on_for (gpointer data)
{
  int *left = data;

  return --*left > 0;
}

static void
assert_small_gap (MukanaPanel *panel)
{
  gint64 begun = g_get_monotonic_time ();

  g_autoptr (MukanaPanelResult) result = mukana_panel_draw (panel, NULL, NULL);

  g_test_message ("%u types, %u tickets, %u of at most %u, %.1f s", result->types->len,
                  result->tickets->len, result->least_chance, result->bound,
                  (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  g_assert_true (result->is_possible);
  g_assert_cmpuint (result->drawn->len, ==, panel->size);
  g_assert_cmpuint (result->least_chance, <=, result->bound);
  g_assert_cmpuint (result->bound - result->least_chance, <, 5000);
}

static void
county_is_drawn_with_a_small_proven_gap (void)
{
  g_autoptr (MukanaPanel) panel = make_county ();

  assert_small_gap (panel);
}

static guint64
next_of (guint64 *state)
{
  *state ^= *state << 13;
  *state ^= *state >> 7;
  *state ^= *state << 17;
  return *state;
}

/* A third of them in the first group of each dimension: most pivots are as short as each other. */
static MukanaPanel *
make_lopsided (int n_people)
{
  MukanaPanel *panel = mukana_panel_new (30, 5, 7);
  static const guint n_values[] = { 8, 4, 3, 2, 3 };
  static const char * const dimensions[] = { "area", "age", "gender", "language", "situation" };
  guint64 state = G_GUINT64_CONSTANT (88172645463325252);

  for (guint d = 0; d < G_N_ELEMENTS (n_values); d++)
    for (guint v = 0; v < n_values[d]; v++)
      mukana_panel_add_target (panel, dimensions[d], "x", 30 / (int) n_values[d] - 2,
                               30 / (int) n_values[d] + 3);
  for (int i = 0; i < n_people; i++)
    {
      guint64 features = 0;
      guint first = 0;

      for (guint d = 0; d < G_N_ELEMENTS (n_values); first += n_values[d++])
        {
          guint value;

          if (next_of (&state) % 20 == 0)
            continue;
          value = (guint) (next_of (&state) % n_values[d]);
          if (next_of (&state) % 3 == 0)
            value = 0;
          features |= G_GUINT64_CONSTANT (1) << (first + value);
        }
      mukana_panel_add_person (panel, i + 1, features);
    }
  return panel;
}

static void
four_hundred_of_whom_many_are_alike_are_drawn_from (void)
{
  g_autoptr (MukanaPanel) panel = make_lopsided (400);

  assert_small_gap (panel);
}

/* Fewer people than above, because of the sanitizers; four hundred with fifty pairs take twice
 * as long as without. */
static void
two_hundred_with_thirty_pairs_are_drawn_from (void)
{
  enum { N_PEOPLE = 200, N_PAIRS = 30 };
  g_autoptr (MukanaPanel) panel = make_lopsided (N_PEOPLE);
  guint64 state = 77;

  while (panel->apart->len < N_PAIRS)
    {
      guint one = (guint) (next_of (&state) % N_PEOPLE);
      guint other = (guint) (next_of (&state) % N_PEOPLE);

      if (one != other)
        mukana_panel_keep_apart (panel, one, other);
    }

  assert_small_gap (panel);
}

static void
draw_can_be_stopped (void)
{
  g_autoptr (MukanaPanel) panel = make_county ();
  int left = 20;

  g_assert_null (mukana_panel_draw (panel, go_on_for, &left));
}

/* Many people are few types: what is drawn from them takes no longer than the lottery. */
static void
test_crowd_is_drawn_from (void)
{
  g_autoptr (MukanaPanel) panel = mukana_panel_new (40, 20, 9);
  g_autoptr (GRand) random = g_rand_new_with_seed (9);
  g_autoptr (MukanaPanelResult) result = NULL;
  g_autofree char *protocol = NULL;

  for (int i = 0; i < 6; i++)
    mukana_panel_add_target (panel, "area", "205", 4, 30);
  for (gint64 id = 1; id <= MUKANA_PANEL_MOST_PEOPLE; id++)
    mukana_panel_add_person (panel, id, g_rand_int (random) & 63);
  result = mukana_panel_draw (panel, NULL, NULL);
  protocol = mukana_panel_protocol (panel, result);

  g_assert_cmpuint (result->types->len, ==, 64);
  g_assert_cmpuint (result->drawn->len, ==, 40);
  g_assert_cmpuint (result->reserve->len, ==, 20);
  g_assert_cmpint (mukana_panel_check (protocol), ==, MUKANA_PANEL_HOLDS);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add_func ("/panel/" #name, name)
  ADD (no_small_draw_is_worse_than_every_panel_tried);
  ADD (worst_off_get_the_best_chance_there_is);
  ADD (what_came_true_follows_the_chances);
  ADD (same_seed_gives_the_same_bytes_and_another_seed_others);
  ADD (protocol_is_drawn_again_and_a_changed_one_does_not_hold);
  ADD (protocol_does_not_tell_who_is_kept_apart);
  ADD (who_has_stated_nothing_counts_for_nothing_and_can_be_drawn);
  ADD (reserve_can_stand_in_first);
  ADD (county_is_drawn_with_a_small_proven_gap);
  ADD (four_hundred_of_whom_many_are_alike_are_drawn_from);
  ADD (who_is_kept_apart_is_in_no_panel_together);
  ADD (two_hundred_with_thirty_pairs_are_drawn_from);
  ADD (draw_can_be_stopped);
  g_test_add_func ("/panel/crowd-is-drawn-from", test_crowd_is_drawn_from);

  return g_test_run ();
}
