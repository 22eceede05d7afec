/* mukana-match-relief.c: what one change would do for many people.
 *
 * A number that is told is counted, person by person, with the rules.  In a big
 * group the change to be counted is chosen on some of its people, spread evenly;
 * the counting itself is never of a sample.
 *
 * Only a change of the request is counted over everybody: nobody is asked for
 * anything so that a request is filled.
 */

#include "domain/mukana-match-relief.h"

#include <string.h>

#include "domain/mukana-match-remedy-private.h"

/* So many people of a group are enough to see which change helps the most. */
enum
{
  SAMPLE = 96,
  MOST_COUNTED = 16,           /* sets of changes counted over everybody */
};

/* ---- Groups ---- */

/* The people of one group, of MukanaExcluded, and what is asked about them. */
typedef struct
{
  const MukanaMatchRemedies *remedies;
  const MukanaMatchRequest  *request;
  GPtrArray                 *people;
} Group;

/* How many of every @stride-th person the option lets be proposed. */
static MukanaMatchRelief
count (const Group             *group,
       const MukanaMatchOption *option,
       guint                    stride)
{
  MukanaMatchRelief relief = { 0, option->change };

  for (guint i = 0; i < group->people->len; i += stride)
    {
      const MukanaExcluded *person = g_ptr_array_index (group->people, i);
      MukanaMatchChange change;

      if (!mukana_match_option_meets (option, person->reasons) ||
          !mukana_match_option_make (option, group->request, person->facts, &change) ||
          !mukana_match_option_allows (option, &change, group->request, person->facts))
        continue;

      relief.change.amount = relief.n_people == 0 ? change.amount
                                                  : MAX (relief.change.amount, change.amount);
      relief.n_people++;
    }

  return relief;
}

/* Most people first, then the smallest change; a longer journey only when nothing
 * else helps anybody, because it helps everybody and is the most to ask. */
static gboolean
is_better (const MukanaMatchRelief *found,
           const MukanaMatchRelief *best)
{
  if (found->change.kind == MUKANA_MATCH_CHANGE_LONGER_JOURNEY)
    return best->n_people == 0 && found->n_people > 0;

  return found->n_people > best->n_people;
}

static MukanaMatchRelief
relieve (const Group *group)
{
  GArray *options = mukana_match_remedies_peek_options (group->remedies);
  guint stride = (group->people->len + SAMPLE - 1) / SAMPLE;
  const MukanaMatchOption *chosen = NULL;
  MukanaMatchRelief best = { 0 };

  for (guint i = 0; i < options->len && group->people->len > 0; i++)
    {
      const MukanaMatchOption *option = &g_array_index (options, MukanaMatchOption, i);
      MukanaMatchRelief found = count (group, option, stride);

      if (is_better (&found, &best))
        {
          best = found;
          chosen = option;
        }
    }

  return chosen != NULL && stride > 1 ? count (group, chosen, 1) : best;
}

/**
 * mukana_match_relief_of_groups:
 * @reliefs: (out): for each reason, of the people who have it as their first
 *
 * Thread: any.
 */
void
mukana_match_relief_of_groups (const MukanaMatchRemedies   *remedies,
                               const MukanaMatchExclusions *exclusions,
                               MukanaMatchRelief            reliefs[MUKANA_N_REASONS])
{
  Group groups[MUKANA_N_REASONS];

  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    groups[reason] = (Group) { remedies, mukana_match_remedies_peek_request (remedies),
                               g_ptr_array_new () };

  for (guint i = 0; i < exclusions->people->len; i++)
    {
      MukanaExcluded *person = &g_array_index (exclusions->people, MukanaExcluded, i);

      if (mukana_match_remedies_may_tell (remedies, person->facts, person->reasons))
        g_ptr_array_add (groups[__builtin_ctz (person->reasons)].people, person);
    }

  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    {
      reliefs[reason] = relieve (&groups[reason]);
      g_ptr_array_unref (groups[reason].people);
    }
}

/* ---- A request that cannot be filled ---- */

/* Notes the best of each kind in @best, and stops at the first that is enough. */
static gboolean
try_singles (GArray                *options,
             MukanaMatchIndex      *index,
             guint                  n_needed,
             MukanaMatchRelief      best[MUKANA_N_MATCH_CHANGES],
             MukanaMatchRelaxation *most)
{
  for (guint i = 0; i < options->len && most->n_fits < n_needed; i++)
    {
      const MukanaMatchOption *option = &g_array_index (options, MukanaMatchOption, i);
      MukanaMatchRelief found = { 0, option->change };

      if (!mukana_match_change_is_of_request (option->change.kind))
        continue;

      found.n_people = mukana_match_index_count (index, option->request);
      if (found.n_people > best[found.change.kind].n_people)
        best[found.change.kind] = found;
      if (found.n_people > most->n_fits)
        *most = (MukanaMatchRelaxation) { { 1, { found.change } }, found.n_people };
    }

  return most->n_fits >= n_needed;
}

static void
try_pairs (const MukanaMatchRequest *request,
           MukanaMatchIndex         *index,
           guint                     n_needed,
           const MukanaMatchRelief   best[MUKANA_N_MATCH_CHANGES],
           MukanaMatchRelaxation    *most)
{
  for (int i = 0; i < MUKANA_N_MATCH_CHANGES; i++)
    for (int k = i + 1; k < MUKANA_N_MATCH_CHANGES && most->n_fits < n_needed; k++)
      {
        g_autoptr (MukanaMatchRequest) first = NULL;
        g_autoptr (MukanaMatchRequest) both = NULL;
        guint n_people;

        if (best[i].n_people == 0 || best[k].n_people == 0 ||
            !mukana_match_changes_go_together (&best[i].change, &best[k].change))
          continue;

        first = mukana_match_change_request (&best[i].change, request);
        both = mukana_match_change_request (&best[k].change, first);
        n_people = mukana_match_index_count (index, both);
        if (n_people > most->n_fits)
          *most = (MukanaMatchRelaxation) { { 2, { best[i].change, best[k].change } }, n_people };
      }
}

/* A set of changes, and how many of those asked it would help. */
typedef struct
{
  MukanaMatchRemedy remedy;
  guint             n_people;
} Idea;

static void
note_idea (GArray                  *ideas,
           const MukanaMatchRemedy *remedy)
{
  Idea idea = { *remedy, 1 };

  for (guint i = 0; i < ideas->len; i++)
    {
      Idea *known = &g_array_index (ideas, Idea, i);

      if (known->remedy.n_changes == remedy->n_changes &&
          memcmp (known->remedy.changes, remedy->changes,
                  remedy->n_changes * sizeof remedy->changes[0]) == 0)
        {
          known->n_people++;
          return;
        }
    }

  g_array_append_val (ideas, idea);
}

/* Fewer changes first, and of these what helps more people. */
static int
compare_ideas (gconstpointer a,
               gconstpointer b)
{
  const Idea *left = a, *right = b;

  if (left->remedy.n_changes != right->remedy.n_changes)
    return left->remedy.n_changes < right->remedy.n_changes ? -1 : 1;

  return left->n_people > right->n_people ? -1 : left->n_people < right->n_people;
}

/* People of whom nothing but the request stands in the way, spread evenly. */
static GPtrArray *
sample_people (const MukanaMatchRemedies   *remedies,
               const MukanaMatchExclusions *exclusions)
{
  GArray *options = mukana_match_remedies_peek_options (remedies);
  g_autoptr (GPtrArray) able = g_ptr_array_new ();
  GPtrArray *sample = g_ptr_array_new ();
  MukanaReasons helped = 0;

  for (guint i = 0; i < options->len; i++)
    {
      MukanaMatchChangeKind kind = g_array_index (options, MukanaMatchOption, i).change.kind;

      if (mukana_match_change_is_of_request (kind))
        helped |= mukana_match_change_helps (kind);
    }

  for (guint i = 0; i < exclusions->people->len; i++)
    {
      MukanaExcluded *person = &g_array_index (exclusions->people, MukanaExcluded, i);

      if ((person->reasons & ~helped) == 0)
        g_ptr_array_add (able, person);
    }

  for (guint i = 0; i < able->len; i += MAX ((able->len + SAMPLE - 1) / SAMPLE, 1))
    g_ptr_array_add (sample, g_ptr_array_index (able, i));

  return sample;
}

/* Asks some people what of the request stands in their way, and counts over everybody
 * what the most of them would be helped by.  What lets nobody fit by itself, and nobody
 * but with two others, is found only so. */
static void
try_ideas (const MukanaMatchRemedies *remedies,
           MukanaMatchIndex          *index,
           guint                      n_needed,
           MukanaMatchRelaxation     *most)
{
  g_autoptr (MukanaMatchExclusions) exclusions =
    mukana_match_index_exclusions (index, mukana_match_remedies_peek_request (remedies));
  g_autoptr (GPtrArray) people = sample_people (remedies, exclusions);
  g_autoptr (GArray) ideas = g_array_new (FALSE, FALSE, sizeof (Idea));

  for (guint i = 0; i < people->len; i++)
    {
      const MukanaExcluded *person = g_ptr_array_index (people, i);
      MukanaMatchRemedy remedy = { 0 };

      if (mukana_match_remedies_find_of_request (remedies, person->facts, person->reasons,
                                                 &remedy) && remedy.n_changes > 1)
        note_idea (ideas, &remedy);
    }

  g_array_sort (ideas, compare_ideas);
  for (guint i = 0; i < MIN (ideas->len, MOST_COUNTED) && most->n_fits < n_needed; i++)
    {
      const MukanaMatchRemedy *remedy = &g_array_index (ideas, Idea, i).remedy;
      g_autoptr (MukanaMatchRequest) changed =
        mukana_match_remedy_request (remedy, mukana_match_remedies_peek_request (remedies));
      guint n_people = mukana_match_index_count (index, changed);

      if (n_people > most->n_fits)
        *most = (MukanaMatchRelaxation) { *remedy, n_people };
    }
}

/**
 * mukana_match_relief_of_request:
 * @n_fits: how many fit now
 * @n_needed: how many are looked for
 * @relaxation: (out): the smallest change that is enough, or that which lets the most
 *   people fit when none is; written only when there is one
 *
 * Thread: any.
 * Returns: FALSE when enough people fit already, or nothing brings more
 */
gboolean
mukana_match_relief_of_request (const MukanaMatchRemedies *remedies,
                                MukanaMatchIndex          *index,
                                guint                      n_fits,
                                guint                      n_needed,
                                MukanaMatchRelaxation     *relaxation)
{
  const MukanaMatchRequest *request = mukana_match_remedies_peek_request (remedies);
  MukanaMatchRelief best[MUKANA_N_MATCH_CHANGES] = { { 0 } };
  MukanaMatchRelaxation most = { { 0 }, n_fits };

  if (n_fits >= n_needed)
    return FALSE;

  if (!try_singles (mukana_match_remedies_peek_options (remedies), index, n_needed, best, &most))
    try_pairs (request, index, n_needed, best, &most);
  if (most.n_fits < n_needed)
    try_ideas (remedies, index, n_needed, &most);

  if (most.n_fits > n_fits)
    *relaxation = most;

  return most.n_fits > n_fits;
}
