/* test-match-index.c: the index finds exactly those whom judging one by one finds. */

#include "domain/mukana-match-order.h"
#include "domain/mukana-match-pack.h"
#include "domain/mukana-match-shelf.h"
#include "matching-kit.h"

enum { N_PEOPLE = 2000, N_REQUESTS = 50 };

static MukanaMatchIndex *
make_index (GRand *random,
            guint  n_people)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  MukanaMatchIndex *index = mukana_match_index_new (tree);

  for (guint i = 1; i <= n_people; i++)
    mukana_match_index_put (index, kit_random_person (random, i));

  return index;
}

static int
compare_judged (gconstpointer a,
                gconstpointer b)
{
  const MukanaCandidate *left = a;
  const MukanaCandidate *right = b;

  if (left->points != right->points)
    return right->points - left->points;

  return left->person_id < right->person_id ? -1 : 1;
}

/* Judges ids 1 to @last_id one by one, as the index must not. */
static GArray *
judge_everybody (MukanaMatchIndex         *index,
                 const MukanaMatchRequest *request,
                 const MukanaWeights      *weights,
                 guint                     last_id,
                 guint                    *counts)
{
  GArray *fitting = g_array_new (FALSE, FALSE, sizeof (MukanaCandidate));

  for (guint id = 1; id <= last_id; id++)
    {
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (index, id);
      MukanaCandidate candidate = { .person_id = id };
      MukanaReasons reasons;

      if (facts == NULL)
        continue;

      reasons = mukana_eligibility_judge (request, facts);
      for (int r = 0; r < MUKANA_N_REASONS; r++)
        counts[r] += reasons >> r & 1;
      if (reasons != 0)
        continue;

      candidate.points = mukana_score_new (request, facts, weights).points;
      g_array_append_val (fitting, candidate);
    }

  g_array_sort (fitting, compare_judged);
  return fitting;
}

static guint
compare_with_one_by_one (MukanaMatchIndex         *index,
                         const MukanaMatchRequest *request,
                         guint                     last_id,
                         guint                     top_n)
{
  MukanaWeights weights = mukana_weights_default ();
  guint counts[MUKANA_N_REASONS] = { 0 }, n_first = 0;
  g_autoptr (GArray) expected = judge_everybody (index, request, &weights, last_id, counts);
  g_autoptr (MukanaMatchResult) result = mukana_match_index_run (index, request, &weights, top_n);
  g_autoptr (MukanaMatchExclusions) exclusions = mukana_match_index_exclusions (index, request);

  g_assert_cmpuint (result->n_fits, ==, expected->len);
  g_assert_cmpuint (result->candidates->len, ==, MIN (top_n, expected->len));
  for (guint i = 0; i < result->candidates->len; i++)
    {
      const MukanaCandidate *found = &g_array_index (result->candidates, MukanaCandidate, i);
      const MukanaCandidate *wanted = &g_array_index (expected, MukanaCandidate, i);

      g_assert_cmpint (found->person_id, ==, wanted->person_id);
      g_assert_cmpint (found->facts->person_id, ==, wanted->person_id);
      g_assert_cmpint (found->points, ==, wanted->points);
    }

  g_assert_cmpuint (exclusions->people->len + expected->len, ==, mukana_match_index_size (index));
  for (int r = 0; r < MUKANA_N_REASONS; r++)
    {
      g_autoptr (GArray) people = mukana_match_exclusions_people (exclusions, (MukanaReason) r);

      g_assert_cmpuint (exclusions->counts[r], ==, counts[r]);
      g_assert_cmpuint (people->len, ==, counts[r]);
      n_first += exclusions->firsts[r];
    }
  g_assert_cmpuint (n_first, ==, exclusions->people->len);
  return expected->len;
}

static void
index_finds_what_judging_one_by_one_finds (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (2027);
  g_autoptr (MukanaMatchIndex) index = make_index (random, N_PEOPLE);
  guint n_found = 0;

  for (int round = 0; round < N_REQUESTS; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);

      n_found += compare_with_one_by_one (index, request, N_PEOPLE,
                                          (guint) g_rand_int_range (random, 0, 60));
    }

  /* An index that finds nobody would agree about nobody. */
  g_assert_cmpuint (n_found, >, 500);
}

static void
what_is_rare_is_found_as_well (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (17);
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  guint n_found = 0;

  for (guint id = 1; id <= N_PEOPLE; id++)
    mukana_match_index_put (index, kit_odd_person (random, id));
  for (int round = 0; round < 3 * N_REQUESTS; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_odd_request (random);

      n_found += compare_with_one_by_one (index, request, N_PEOPLE,
                                          (guint) g_rand_int_range (random, 0, 60));
    }

  g_assert_cmpuint (n_found, >, 5000);
}

static void
changes_in_place_leave_no_trace (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (99);
  g_autoptr (MukanaMatchIndex) index = make_index (random, 300);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);

      for (int change = 0; change < 20; change++)
        {
          gint64 id = g_rand_int_range (random, 1, 400);

          if (g_rand_boolean (random))
            mukana_match_index_remove (index, id);
          else
            mukana_match_index_put (index, kit_random_person (random, id));
        }
      compare_with_one_by_one (index, request, 400, 10);
    }
}

/* People of one shelf, some of them missing: of whom nothing may be read, or nothing is packed. */
static GBytes *
make_shelf (GRand           *random,
            MukanaThemeTree *tree,
            gint64           shelf,
            gboolean         is_odd)
{
  g_autoptr (MukanaShelfWriter) writer = mukana_shelf_writer_new (tree, kit_today ());

  for (gint64 id = MAX (shelf * MUKANA_SHELF_PEOPLE, 1); id < (shelf + 1) * MUKANA_SHELF_PEOPLE;
       id++)
    {
      g_autoptr (MukanaMatchFacts) facts = is_odd ? kit_odd_person (random, id)
                                                  : kit_random_person (random, id);
      g_autoptr (GBytes) pack = mukana_match_pack_new (facts, tree);
      gsize length;
      const guint8 *bytes = g_bytes_get_data (pack, &length);

      if (id % 10 == 7)
        mukana_shelf_writer_add_other (writer, id, MUKANA_STATE_PAUSED);
      else if (id % 50 == 8)
        mukana_shelf_writer_add_lacking (writer, id);
      else if (id % 10 != 9)
        g_assert_true (mukana_shelf_writer_add_pack (writer, id, bytes, length));
    }

  return mukana_shelf_writer_finish (writer);
}

static MukanaMatchIndex *
make_shelved_index (GRand    *random,
                    guint     n_shelves,
                    gboolean  is_odd,
                    GArray   *lacking)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  MukanaMatchIndex *index = mukana_match_index_new (tree);

  for (guint shelf = 0; shelf < n_shelves; shelf++)
    {
      g_autoptr (GBytes) bytes = make_shelf (random, tree, shelf, is_odd);
      gsize length;
      const guint8 *data = g_bytes_get_data (bytes, &length);

      g_assert_true (mukana_match_index_put_shelf (index, shelf, data, length, kit_today (),
                                                   lacking));
    }

  return index;
}

static void
people_from_shelves_are_found_like_others (void)
{
  enum { N_SHELVES = 30, LAST_ID = N_SHELVES * MUKANA_SHELF_PEOPLE };
  g_autoptr (GRand) random = g_rand_new_with_seed (61);
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaMatchFacts) other = NULL;
  guint n_found = 0;

  for (int is_odd = 0; is_odd < 2; is_odd++)
    {
      g_autoptr (MukanaMatchIndex) index = make_shelved_index (random, N_SHELVES, is_odd, lacking);

      for (int round = 0; round < N_REQUESTS; round++)
        {
          g_autoptr (MukanaMatchRequest) request =
            is_odd ? kit_odd_request (random) : kit_random_request (random);

          n_found += compare_with_one_by_one (index, request, LAST_ID, 20);
        }
      g_clear_pointer (&other, mukana_match_facts_unref);
      other = mukana_match_index_ref_facts (index, 17);
    }

  g_assert_cmpuint (n_found, >, 500);
  g_assert_cmpint (other->state, ==, MUKANA_STATE_PAUSED);
  g_assert_cmpint (other->register_consent.until, ==, 0);
  g_assert_cmpint (g_array_index (lacking, gint64, 0), ==, 8);
}

static void
changes_after_shelves_leave_no_trace (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (62);
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaMatchIndex) index = make_shelved_index (random, 4, FALSE, lacking);
  guint n_people = mukana_match_index_size (index);

  for (int round = 0; round < 40; round++)
    {
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);

      for (int change = 0; change < 20; change++)
        {
          gint64 id = g_rand_int_range (random, 1, 400);
          g_autoptr (MukanaMatchFacts) before = mukana_match_index_ref_facts (index, id);
          guint is_put = g_rand_boolean (random) ? 1 : 0, was_there = before != NULL ? 1 : 0;

          if (is_put)
            mukana_match_index_put (index, kit_random_person (random, id));
          else
            g_assert_true (mukana_match_index_remove (index, id) == (before != NULL));
          n_people = n_people + is_put - was_there;
        }
      compare_with_one_by_one (index, request, 400, 10);
      g_assert_cmpuint (mukana_match_index_size (index), ==, n_people);
    }
}

static void
what_is_no_shelf_puts_nobody (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (63);
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GBytes) shelf = make_shelf (random, tree, 3, FALSE);
  gsize length;
  const guint8 *data = g_bytes_get_data (shelf, &length);

  for (gsize cut = 0; cut < length; cut += 1 + cut / 40)
    {
      g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
      g_autofree guint8 *bytes = g_memdup2 (data, MAX (cut, 1));

      g_assert_false (mukana_match_index_put_shelf (index, 3, bytes, cut, kit_today (), lacking));
      g_assert_cmpuint (mukana_match_index_size (index), ==, 0);
      g_assert_cmpuint (lacking->len, ==, 0);
    }
  for (int round = 0; round < 2000; round++)
    {
      g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
      g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
      MukanaWeights weights = mukana_weights_default ();
      g_autofree guint8 *bytes = g_memdup2 (data, length);

      bytes[g_rand_int_range (random, 0, (gint32) length)] ^=
        (guint8) (1u << g_rand_int_range (random, 0, 8));
      if (mukana_match_index_put_shelf (index, 3, bytes, length, kit_today (), lacking))
        mukana_match_result_free (mukana_match_index_run (index, request, &weights, 10));
      else
        g_assert_cmpuint (mukana_match_index_size (index), ==, 0);
    }
}

static void
shelf_of_other_themes_is_not_taken (void)
{
  static const MukanaThemeRow rows[] = { { .id = "mt" }, { .id = "ik" } };
  g_autoptr (GRand) random = g_rand_new_with_seed (64);
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaThemeTree) others = mukana_theme_tree_new (rows, G_N_ELEMENTS (rows));
  g_autoptr (GArray) lacking = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GBytes) shelf = make_shelf (random, tree, 1, FALSE);
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (others);
  gsize length;
  const guint8 *data = g_bytes_get_data (shelf, &length);

  g_assert_false (mukana_match_index_put_shelf (index, 1, data, length, kit_today (), lacking));
}

static void
person_who_withdraws_is_gone_at_once (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchResult) before = NULL;
  g_autoptr (MukanaMatchResult) after = NULL;
  MukanaWeights weights = mukana_weights_default ();
  MukanaMatchFacts *withdrawn = kit_person (1);

  mukana_match_index_put (index, kit_person (1));
  before = mukana_match_index_run (index, request, &weights, 10);
  withdrawn->matching_consent = (MukanaDayRange) { MUKANA_DAY_NONE, kit_today () };
  mukana_match_index_put (index, withdrawn);
  after = mukana_match_index_run (index, request, &weights, 10);

  g_assert_cmpuint (before->n_fits, ==, 1);
  g_assert_cmpuint (after->n_fits, ==, 0);
}

static void
work_of_the_evening_before_is_seen (void)
{
  for (int days = -2; days <= 2; days++)
    {
      g_autoptr (MukanaThemeTree) tree = kit_tree ();
      g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
      g_autoptr (MukanaMatchRequest) request = kit_request ();
      MukanaMatchFacts *facts = kit_person (1);

      /* From 21 to midnight, two hours by road from a request that lasts from 1 to 23. */
      mukana_match_request_move_slot (request, 0, kit_day (), 60, 23 * 60);
      kit_add_slot (facts, 4, 0, 1440);
      kit_add_assignment (facts, kit_day () + days, 1260, 1440,
                          (MukanaPosition) { 65010000, 25470000 });
      mukana_match_index_put (index, facts);

      g_assert_cmpuint (mukana_match_index_count (index, request), ==,
                        days < -1 || days > 0 ? 1 : 0);
    }
}

static void
equal_scores_stand_by_person (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  g_autoptr (MukanaMatchResult) result = NULL;
  MukanaWeights weights = mukana_weights_default ();
  static const gint64 ids[] = { 70, 5, 900, 31, 12 };

  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    mukana_match_index_put (index, kit_person (ids[i]));
  result = mukana_match_index_run (index, request, &weights, 3);

  g_assert_cmpint (g_array_index (result->candidates, MukanaCandidate, 0).person_id, ==, 5);
  g_assert_cmpint (g_array_index (result->candidates, MukanaCandidate, 1).person_id, ==, 12);
  g_assert_cmpint (g_array_index (result->candidates, MukanaCandidate, 2).person_id, ==, 31);
}

static void
why_answers_for_anybody (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  MukanaWeights weights = mukana_weights_default ();
  MukanaMatchFacts *stranger = kit_person (2);
  MukanaReasons reasons;
  MukanaScore score;

  stranger->languages = 0;
  mukana_match_index_put (index, kit_person (1));
  mukana_match_index_put (index, stranger);

  g_assert_true (mukana_match_index_why (index, request, &weights, 1, &reasons, &score));
  g_assert_cmphex (reasons, ==, 0);
  g_assert_true (mukana_match_index_why (index, request, &weights, 2, &reasons, &score));
  g_assert_cmphex (reasons, ==, 1u << MUKANA_REASON_LANGUAGE);
  g_assert_cmpint (score.points, >, 0);
  g_assert_false (mukana_match_index_why (index, request, &weights, 3, &reasons, &score));
}

static gpointer
run_many (gpointer data)
{
  MukanaMatchIndex *index = data;
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  MukanaWeights weights = mukana_weights_default ();

  for (int i = 0; i < 200; i++)
    {
      g_autoptr (MukanaMatchResult) result = mukana_match_index_run (index, request, &weights, 5);

      g_assert_cmpuint (result->candidates->len, <=, 5);
    }

  return NULL;
}

static void
reading_goes_on_while_people_change (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  g_autoptr (MukanaMatchIndex) index = make_index (random, 200);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  GThread *readers[2];

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    readers[i] = g_thread_new ("reader", run_many, index);
  for (int i = 0; i < 500; i++)
    mukana_match_index_put (index, kit_person (g_rand_int_range (random, 1, 300)));
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    g_thread_join (readers[i]);

  compare_with_one_by_one (index, request, 300, 20);
}

static int
key_of (MukanaMatchOrder   order,
        const MukanaScore *score)
{
  const MukanaScorePart *place = &score->parts[MUKANA_PART_PLACE];
  const MukanaScorePart *fairness = &score->parts[MUKANA_PART_FAIRNESS];

  if (order == MUKANA_MATCH_ORDER_NEAR)
    return place->finding == MUKANA_FINDING_PLACE ? place->numbers[0] : G_MAXINT;

  return fairness->finding == MUKANA_FINDING_TOOK_PART && fairness->numbers[0] >= 0
         ? -fairness->numbers[0] : -G_MAXINT;
}

/* Nobody of all who fit should stand before the last who is left, but those who are left. */
static void
assert_first (GArray                   *fitting,
              MukanaMatchResult        *result,
              MukanaMatchIndex         *index,
              const MukanaMatchRequest *request,
              MukanaMatchOrder          order)
{
  MukanaWeights weights = mukana_weights_default ();
  const MukanaCandidate *last = &g_array_index (result->candidates, MukanaCandidate,
                                                result->candidates->len - 1);
  MukanaScore last_score = mukana_score_new (request, last->facts, &weights);
  guint n_before = 0;

  for (guint i = 0; i < fitting->len; i++)
    {
      const MukanaCandidate *one = &g_array_index (fitting, MukanaCandidate, i);
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (index, one->person_id);
      MukanaScore score = mukana_score_new (request, facts, &weights);
      int key = key_of (order, &score), last_key = key_of (order, &last_score);

      n_before += key < last_key || (key == last_key && compare_judged (one, last) < 0 &&
                                     one->person_id != last->person_id);
    }

  g_assert_cmpuint (n_before, ==, result->candidates->len - 1);
}

static void
order_is_of_everybody_who_fits (void)
{
  enum { FIRST = 7 };
  g_autoptr (GRand) random = g_rand_new_with_seed (21);
  g_autoptr (MukanaMatchIndex) index = make_index (random, N_PEOPLE);
  MukanaWeights weights = mukana_weights_default ();
  guint n_tried = 0;

  for (guint i = 0; i < N_REQUESTS; i++)
    for (int order = MUKANA_MATCH_ORDER_RESTED; order <= MUKANA_MATCH_ORDER_NEAR; order++)
      {
        g_autoptr (MukanaMatchRequest) request = kit_random_request (random);
        guint counts[MUKANA_N_REASONS] = { 0 };
        g_autoptr (GArray) fitting = judge_everybody (index, request, &weights, N_PEOPLE, counts);
        g_autoptr (MukanaMatchResult) result = mukana_match_index_run (index, request, &weights,
                                                                       G_MAXUINT);

        mukana_match_result_order (result, request, &weights, (MukanaMatchOrder) order, FIRST);
        g_assert_cmpuint (result->candidates->len, ==, MIN (FIRST, fitting->len));
        if (fitting->len <= FIRST)
          continue;
        assert_first (fitting, result, index, request, (MukanaMatchOrder) order);
        n_tried++;
      }

  g_assert_cmpuint (n_tried, >, 10);
}

static void
order_of_names_is_followed_and_leaves_out_who_may_not_be_named (void)
{
  g_autoptr (MukanaThemeTree) tree = kit_tree ();
  g_autoptr (MukanaMatchIndex) index = mukana_match_index_new (tree);
  g_autoptr (MukanaMatchRequest) request = kit_request ();
  MukanaWeights weights = mukana_weights_default ();
  g_autoptr (MukanaMatchResult) result = NULL;
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (gint64));
  const gint64 by_name[] = { 99, 4, 2, 5, 1 };   /* 99 is not here, 3 may not be named */

  for (gint64 id = 1; id <= 5; id++)
    mukana_match_index_put (index, kit_person (id));
  g_array_append_vals (names, by_name, G_N_ELEMENTS (by_name));
  result = mukana_match_index_run (index, request, &weights, G_MAXUINT);

  mukana_match_result_follow (result, names, 3);
  g_assert_cmpuint (result->candidates->len, ==, 3);
  for (guint i = 0; i < result->candidates->len; i++)
    g_assert_cmpint (g_array_index (result->candidates, MukanaCandidate, i).person_id, ==,
                     by_name[i + 1]);
}

#define ADD(name, function) g_test_add_func ("/match-index/" name, function)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("index-finds-what-judging-one-by-one-finds", index_finds_what_judging_one_by_one_finds);
  ADD ("what-is-rare-is-found-as-well", what_is_rare_is_found_as_well);
  ADD ("changes-in-place-leave-no-trace", changes_in_place_leave_no_trace);
  ADD ("people-from-shelves-are-found-like-others", people_from_shelves_are_found_like_others);
  ADD ("changes-after-shelves-leave-no-trace", changes_after_shelves_leave_no_trace);
  ADD ("what-is-no-shelf-puts-nobody", what_is_no_shelf_puts_nobody);
  ADD ("shelf-of-other-themes-is-not-taken", shelf_of_other_themes_is_not_taken);
  ADD ("person-who-withdraws-is-gone-at-once", person_who_withdraws_is_gone_at_once);
  ADD ("work-of-the-evening-before-is-seen", work_of_the_evening_before_is_seen);
  ADD ("equal-scores-stand-by-person", equal_scores_stand_by_person);
  ADD ("why-answers-for-anybody", why_answers_for_anybody);
  ADD ("reading-goes-on-while-people-change", reading_goes_on_while_people_change);
  ADD ("order-is-of-everybody-who-fits", order_is_of_everybody_who_fits);
  ADD ("order-of-names-is-followed-and-leaves-out-who-may-not-be-named",
       order_of_names_is_followed_and_leaves_out_who_may_not_be_named);
  return g_test_run ();
}
