/* mukana-sharing.c: how work is shared among people: who is never asked, who carries much.
 *
 * Numbers only: it knows neither names nor why somebody is in the pool.  Whoever is
 * given to it may be asked; the caller sees to that.
 *
 * The median is of those who did something.  In a pool of which most wait, the median
 * of all is nought, and everybody who works would carry too much.
 */

#include "domain/mukana-sharing.h"

#define DAYS_IN_WEEK 7

static int
compare_most_first (gconstpointer a,
                    gconstpointer b)
{
  guint one = *(const guint *) a, other = *(const guint *) b;

  return (one < other) - (one > other);
}

static guint
count_half (GArray *held,
            guint   n_held)
{
  guint n_people = 0;

  for (guint sum = 0; n_people < held->len && 2 * sum < n_held; n_people++)
    sum += g_array_index (held, guint, n_people);

  return n_people;
}

/* Of those who held any, the busiest first. */
static GArray *
sort_held (const MukanaShare *shares,
           guint              n_shares)
{
  GArray *held = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < n_shares; i++)
    if (shares[i].n_held > 0)
      g_array_append_val (held, shares[i].n_held);

  g_array_sort (held, compare_most_first);
  return held;
}

/**
 * mukana_sharing_busiest_tenth:
 *
 * A tenth is of those who held any, and at least one of them.
 *
 * Returns: how many assignments they held
 */
guint
mukana_sharing_busiest_tenth (const MukanaShare *shares,
                              guint              n_shares)
{
  g_autoptr (GArray) held = sort_held (shares, n_shares);
  guint n_busiest = (held->len + 9) / 10, sum = 0;

  for (guint i = 0; i < n_busiest; i++)
    sum += g_array_index (held, guint, i);

  return sum;
}

/** mukana_sharing_sum: */
MukanaSharing
mukana_sharing_sum (const MukanaShare *shares,
                    guint              n_shares)
{
  g_autoptr (GArray) held = sort_held (shares, n_shares);
  MukanaSharing self = { .n_people = n_shares, .n_working = held->len };

  for (guint i = 0; i < held->len; i++)
    self.n_held += g_array_index (held, guint, i);
  if (held->len == 0)
    return self;

  self.n_carrying_half = count_half (held, self.n_held);
  self.median_doubled = g_array_index (held, guint, held->len / 2) +
                        g_array_index (held, guint, (held->len - 1) / 2);
  return self;
}

/** mukana_sharing_load: Returns: why @share is much; 0 when it is not */
MukanaLoad
mukana_sharing_load (const MukanaSharing *self,
                     const MukanaShare   *share)
{
  MukanaLoad load = 0;

  if (share->max_per_month > 0 && share->most_in_month > share->max_per_month)
    load |= MUKANA_LOAD_ABOVE_OWN;
  if (share->n_held >= MUKANA_SHARING_LEAST_MANY &&
      2 * share->n_held > MUKANA_SHARING_MEDIAN_TIMES * self->median_doubled)
    load |= MUKANA_LOAD_ABOVE_MEDIAN;

  return load;
}

/**
 * mukana_sharing_is_never_asked:
 *
 * Of whom it is not known when they joined, it is not known that they wait.
 */
gboolean
mukana_sharing_is_never_asked (const MukanaShare *share,
                               MukanaDay          today)
{
  return share->n_asked == 0 && share->n_held == 0 && share->joined_on != MUKANA_DAY_NONE &&
         today - share->joined_on >= MUKANA_SHARING_WAIT_WEEKS * DAYS_IN_WEEK;
}

static int
compare_by_wait (gconstpointer a,
                 gconstpointer b)
{
  const MukanaShare *one = *(const MukanaShare * const *) a;
  const MukanaShare *other = *(const MukanaShare * const *) b;

  if (one->joined_on != other->joined_on)
    return one->joined_on < other->joined_on ? -1 : 1;
  return (one->person_id > other->person_id) - (one->person_id < other->person_id);
}

static int
compare_by_load (gconstpointer a,
                 gconstpointer b)
{
  const MukanaShare *one = *(const MukanaShare * const *) a;
  const MukanaShare *other = *(const MukanaShare * const *) b;

  if (one->n_held != other->n_held)
    return one->n_held > other->n_held ? -1 : 1;
  return (one->person_id > other->person_id) - (one->person_id < other->person_id);
}

/** mukana_sharing_never_asked: Returns: yours, borrowed MukanaShare*, longest wait first */
GArray *
mukana_sharing_never_asked (const MukanaShare *shares,
                            guint              n_shares,
                            MukanaDay          today)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MukanaShare *));

  for (guint i = 0; i < n_shares; i++)
    if (mukana_sharing_is_never_asked (&shares[i], today))
      {
        const MukanaShare *share = &shares[i];

        g_array_append_val (found, share);
      }

  g_array_sort (found, compare_by_wait);
  return found;
}

/** mukana_sharing_carrying_much: Returns: yours, borrowed MukanaShare*, most work first */
GArray *
mukana_sharing_carrying_much (const MukanaSharing *self,
                              const MukanaShare   *shares,
                              guint                n_shares)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (MukanaShare *));

  for (guint i = 0; i < n_shares; i++)
    if (mukana_sharing_load (self, &shares[i]) != 0)
      {
        const MukanaShare *share = &shares[i];

        g_array_append_val (found, share);
      }

  g_array_sort (found, compare_by_load);
  return found;
}
