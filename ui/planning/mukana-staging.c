/* mukana-staging.c: what was changed in a plan by hand.
 *
 * Whoever was taken away is not asked, and stays away when it is planned again;
 * whoever is pinned must take part then.  A request that is left out takes nobody
 * from the others.  Nothing of it is stored: it goes with the page.
 */

#include "ui/planning/mukana-staging.h"

typedef struct
{
  gint64 request_id;
  gint64 person_id;
} Move;

struct _MukanaStaging
{
  GHashTable *changes;     /* Move -> GINT_TO_POINTER (MukanaPlanPinKind + 1) */
  GHashTable *left_out;    /* set of gint64: requests */
};

static guint
hash_move (gconstpointer key)
{
  const Move *move = key;

  return g_int64_hash (&move->request_id) * 31 + g_int64_hash (&move->person_id);
}

static gboolean
equal_moves (gconstpointer a,
             gconstpointer b)
{
  const Move *left = a, *right = b;

  return left->request_id == right->request_id && left->person_id == right->person_id;
}

MukanaStaging *
mukana_staging_new (void)
{
  MukanaStaging *self = g_new0 (MukanaStaging, 1);

  self->changes = g_hash_table_new_full (hash_move, equal_moves, g_free, NULL);
  self->left_out = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  return self;
}

void
mukana_staging_free (MukanaStaging *self)
{
  g_hash_table_unref (self->changes);
  g_hash_table_unref (self->left_out);
  g_free (self);
}

void
mukana_staging_clear (MukanaStaging *self)
{
  g_hash_table_remove_all (self->changes);
  g_hash_table_remove_all (self->left_out);
}

gboolean
mukana_staging_is_changed (MukanaStaging *self)
{
  return g_hash_table_size (self->changes) + g_hash_table_size (self->left_out) > 0;
}

static gboolean
is_changed_to (MukanaStaging     *self,
               gint64             request_id,
               gint64             person_id,
               MukanaPlanPinKind  kind)
{
  Move move = { request_id, person_id };

  return g_hash_table_lookup (self->changes, &move) == GINT_TO_POINTER (kind + 1);
}

gboolean
mukana_staging_is_off (MukanaStaging *self,
                       gint64         request_id,
                       gint64         person_id)
{
  return is_changed_to (self, request_id, person_id, MUKANA_PLAN_NEVER);
}

gboolean
mukana_staging_is_pinned (MukanaStaging *self,
                          gint64         request_id,
                          gint64         person_id)
{
  return is_changed_to (self, request_id, person_id, MUKANA_PLAN_MUST);
}

static void
change (MukanaStaging     *self,
        gint64             request_id,
        gint64             person_id,
        MukanaPlanPinKind  kind,
        gboolean           is_so)
{
  Move move = { request_id, person_id };

  if (is_so)
    g_hash_table_replace (self->changes, g_memdup2 (&move, sizeof move),
                          GINT_TO_POINTER (kind + 1));
  else if (is_changed_to (self, request_id, person_id, kind))
    g_hash_table_remove (self->changes, &move);
}

/** mukana_staging_set_off: whoever was pinned no longer is */
void
mukana_staging_set_off (MukanaStaging *self,
                        gint64         request_id,
                        gint64         person_id,
                        gboolean       is_off)
{
  change (self, request_id, person_id, MUKANA_PLAN_NEVER, is_off);
}

/** mukana_staging_set_pinned: whoever was taken away no longer is */
void
mukana_staging_set_pinned (MukanaStaging *self,
                           gint64         request_id,
                           gint64         person_id,
                           gboolean       is_pinned)
{
  change (self, request_id, person_id, MUKANA_PLAN_MUST, is_pinned);
}

/** mukana_staging_set_left_out: planned again, nobody is asked to that request */
void
mukana_staging_set_left_out (MukanaStaging *self,
                             gint64         request_id,
                             gboolean       is_left_out)
{
  if (is_left_out)
    g_hash_table_add (self->left_out, g_memdup2 (&request_id, sizeof request_id));
  else
    g_hash_table_remove (self->left_out, &request_id);
}

/** mukana_staging_fill: so that what is planned again keeps what was changed */
void
mukana_staging_fill (MukanaStaging          *self,
                     MukanaPlanningQuestion *question)
{
  GHashTableIter iter;
  gpointer key, value;

  g_hash_table_iter_init (&iter, self->changes);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const Move *move = key;

      mukana_planning_question_pin (question, move->request_id, move->person_id,
                                    (MukanaPlanPinKind) (GPOINTER_TO_INT (value) - 1));
    }

  g_hash_table_iter_init (&iter, self->left_out);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    mukana_planning_question_leave_out (question, *(gint64 *) key);
}

typedef void (*UseMove) (const MukanaPlanningRequest *told,
                         const MukanaPlanningMove    *move,
                         gpointer                     data);

static void
for_each_staged (MukanaStaging              *self,
                 const MukanaPlanningAnswer *answer,
                 UseMove                     use,
                 gpointer                    data)
{
  for (guint r = 0; r < answer->requests->len; r++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, r);

      for (guint i = 0; i < told->moves->len; i++)
        {
          const MukanaPlanningMove *move = g_ptr_array_index (told->moves, i);

          if (!mukana_staging_is_off (self, told->request_id, move->person_id))
            use (told, move, data);
        }
    }
}

static void
count_move (const MukanaPlanningRequest *told,
            const MukanaPlanningMove    *move,
            gpointer                     data)
{
  *(guint *) data += 1;
}

guint
mukana_staging_count (MukanaStaging              *self,
                      const MukanaPlanningAnswer *answer)
{
  guint n = 0;

  for_each_staged (self, answer, count_move, &n);
  return n;
}

static void
add_move (const MukanaPlanningRequest *told,
          const MukanaPlanningMove    *move,
          gpointer                     data)
{
  mukana_planning_applying_add (data, told->request_id, move);
}

/** mukana_staging_dup_applying: Returns: yours, what is left to be asked */
MukanaPlanningApplying *
mukana_staging_dup_applying (MukanaStaging              *self,
                             const MukanaPlanningAnswer *answer)
{
  MukanaPlanningApplying *applying = mukana_planning_applying_new (answer);

  for_each_staged (self, answer, add_move, applying);
  return applying;
}

/* ---- Sums ---- */

typedef struct
{
  GHashTable         *loads;     /* gint64 -> number of requests */
  MukanaPlanningSums  sums;
} Summing;

static void
sum_move (const MukanaPlanningRequest *told,
          const MukanaPlanningMove    *move,
          gpointer                     data)
{
  Summing *self = data;
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (self->loads, &move->person_id)) + 1;

  g_hash_table_replace (self->loads, g_memdup2 (&move->person_id, sizeof move->person_id),
                        GUINT_TO_POINTER (n));
  self->sums.most_a_person = MAX (self->sums.most_a_person, n);
  self->sums.n_reserve += move->is_reserve != 0;
  self->sums.n_filled += move->is_reserve == 0;
  self->sums.total_fit += move->is_reserve ? 0 : move->score;
}

/** mukana_staging_sum: Returns: what it would be with those who are left to be asked */
MukanaPlanningSums
mukana_staging_sum (MukanaStaging              *self,
                    const MukanaPlanningAnswer *answer)
{
  g_autoptr (GHashTable) loads = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Summing summing = { loads, { 0 } };

  for (guint r = 0; r < answer->requests->len; r++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, r);

      for (guint i = 0; i < told->kept->len; i++)
        sum_move (told, g_ptr_array_index (told->kept, i), &summing);
    }
  for_each_staged (self, answer, sum_move, &summing);
  return summing.sums;
}
