/* mukana-planning-answer.c: what a plan means: who is asked, who not and why, what is missing. */

#include "services/mukana-planning-private.h"

#include "domain/mukana-explain-plan.h"

/* When the first time is of those that it is about. */
static void
time_move (const MukanaPlanned *planned,
           MukanaPlanningMove  *move)
{
  move->day = MUKANA_DAY_NONE;
  move->start_minute = move->end_minute = -1;
  for (guint i = 0; i < planned->times->len; i++)
    {
      const MukanaRequestTime *time = g_ptr_array_index (planned->times, i);

      if (move->slot_id == 0 ? time->is_alternative != 0 : move->slot_id != time->id)
        continue;

      move->day = time->day;
      if (!g_str_equal (planned->request->mode, "period"))
        {
          move->start_minute = (int) time->start_minute;
          move->end_minute = (int) time->end_minute;
        }
      return;
    }
}

static MukanaPlanningMove *
new_move (MukanaPlanning      *self,
          const MukanaPlanned *planned,
          gint64               person_id,
          int                  way,
          int                  fit,
          gboolean             is_reserve)
{
  MukanaPlanningMove *move = g_new0 (MukanaPlanningMove, 1);

  move->person_id = person_id;
  move->name = g_strdup (g_hash_table_lookup (self->names, &person_id));
  move->slot_id = g_array_index (planned->way_slots, gint64, way);
  move->score = mukana_planning_score (self, fit);
  move->is_reserve = is_reserve;
  time_move (planned, move);
  return move;
}

/* ---- Seats ---- */

static void
add_moves (MukanaPlanning   *self,
           MukanaPlanResult *result)
{
  for (guint i = 0; i < result->seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (result->seats, MukanaPlanSeat, i);
      MukanaPlanned *planned = mukana_planning_find (self, seat->request_id);

      g_ptr_array_add (planned->told->moves,
                       new_move (self, planned, seat->person_id, seat->way, seat->fit,
                                 seat->is_reserve));
    }
}

/* That of whoever is asked or is to be asked, else the first there is. */
static void
tell_time (MukanaPlanned *planned)
{
  MukanaPlanningRequest *told = planned->told;
  GPtrArray *those = told->kept->len > 0 ? told->kept : told->moves;
  const MukanaPlanningMove *first = those->len > 0 ? g_ptr_array_index (those, 0) : NULL;
  MukanaPlanningMove any = { .slot_id = ((MukanaRequestTime *)
                                         g_ptr_array_index (planned->times, 0))->id };

  if (first == NULL || first->day == MUKANA_DAY_NONE)
    {
      time_move (planned, &any);
      first = &any;
    }

  told->day = first->day;
  told->start_minute = first->start_minute;
  told->end_minute = first->end_minute;
}

static void
count_moves (GPtrArray *moves,
             guint     *n_seats,
             guint     *n_reserve)
{
  for (guint i = 0; i < moves->len; i++)
    if (((MukanaPlanningMove *) g_ptr_array_index (moves, i))->is_reserve)
      *n_reserve += 1;
    else
      *n_seats += 1;
}

static void
tell_shortage (MukanaPlanningRequest *told)
{
  guint n_seats = 0, n_reserve = 0;

  count_moves (told->kept, &n_seats, &n_reserve);
  count_moves (told->moves, &n_seats, &n_reserve);
  if (told->is_left_out)
    return;

  told->n_short = told->n_wanted - MIN (n_seats, told->n_wanted);
  told->n_reserve_short = told->n_reserve_wanted - MIN (n_reserve, told->n_reserve_wanted);
  told->shortage = mukana_explain_plan_shortage (told->n_short, told->n_fits,
                                                 told->n_short + told->moves->len);
  told->reserve_shortage =
    mukana_explain_plan_reserve (told->n_reserve_short,
                                 told->n_fits - MIN (told->moves->len, told->n_fits));
}

/* ---- Others ---- */

static int
compare_fits (gconstpointer a,
              gconstpointer b)
{
  const MukanaPlanPair *left = *(const MukanaPlanPair **) a;
  const MukanaPlanPair *right = *(const MukanaPlanPair **) b;

  if (left->fit != right->fit)
    return right->fit - left->fit;
  if (left->person_id != right->person_id)
    return left->person_id < right->person_id ? -1 : 1;
  return left->way - right->way;
}

static gboolean
has_person (GPtrArray *moves,
            gint64     person_id)
{
  for (guint i = 0; i < moves->len; i++)
    if (((MukanaPlanningMove *) g_ptr_array_index (moves, i))->person_id == person_id)
      return TRUE;

  return FALSE;
}

/* @others hold the move as their first member. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (MukanaPlanningOther, move) == 0);

static void
add_other (MukanaPlanning       *self,
           MukanaPlanned        *planned,
           const MukanaPlanPair *pair,
           GPtrArray            *others)
{
  MukanaPlanningOther *other = g_new0 (MukanaPlanningOther, 1);
  g_autofree MukanaPlanningMove *move = new_move (self, planned, pair->person_id, pair->way,
                                                  pair->fit, FALSE);

  other->move = *move;
  g_ptr_array_add (others, other);
}

static int
compare_requests (gconstpointer a,
                  gconstpointer b)
{
  const MukanaPlanPair *left = a, *right = b;

  return left->request_id < right->request_id ? -1 : left->request_id > right->request_id;
}

/** mukana_planning_peek_pairs: Returns: (nullable): borrowed, those of one request, which lie
 * beside each other once it was planned */
const MukanaPlanPair *
mukana_planning_peek_pairs (MukanaPlanning *self,
                            gint64          request_id,
                            guint          *n_pairs)
{
  GArray *pairs = self->plan->pairs;
  MukanaPlanPair wanted = { .request_id = request_id };
  guint start, end;

  *n_pairs = 0;
  if (!g_array_binary_search (pairs, &wanted, compare_requests, &start))
    return NULL;

  while (start > 0 && g_array_index (pairs, MukanaPlanPair, start - 1).request_id == request_id)
    start--;
  for (end = start; end < pairs->len &&
       g_array_index (pairs, MukanaPlanPair, end).request_id == request_id; )
    end++;

  *n_pairs = end - start;
  return &g_array_index (pairs, MukanaPlanPair, start);
}

/* Returns: yours, those of a request, best fit first */
static GPtrArray *
rank_pairs (MukanaPlanning *self,
            gint64          request_id)
{
  GPtrArray *best = g_ptr_array_new ();
  guint n_pairs;
  const MukanaPlanPair *pairs = mukana_planning_peek_pairs (self, request_id, &n_pairs);

  for (guint i = 0; i < n_pairs; i++)
    g_ptr_array_add (best, (gpointer) &pairs[i]);

  g_ptr_array_sort (best, compare_fits);
  return best;
}

static void
list_others (MukanaPlanning *self,
             MukanaPlanned  *planned,
             GPtrArray      *others,
             guint           n_others)
{
  g_autoptr (GPtrArray) best = rank_pairs (self, planned->known->request_id);

  for (guint i = 0; i < best->len && others->len < n_others; i++)
    {
      const MukanaPlanPair *pair = g_ptr_array_index (best, i);

      if (!mukana_planner_has_seat (self->planner, pair->request_id, pair->person_id) &&
          !has_person (others, pair->person_id))
        add_other (self, planned, pair, others);
    }
}

static void
tell_why (MukanaPlanning *self,
          gint64          request_id,
          GPtrArray      *others)
{
  for (guint i = 0; i < others->len; i++)
    {
      MukanaPlanningOther *other = g_ptr_array_index (others, i);
      MukanaPlanned *busy;

      other->why = mukana_planner_why (self->planner, request_id, other->move.person_id);
      busy = mukana_planning_find (self, other->why.other_request);
      other->sentence = mukana_explain_plan_why (&other->why,
                                                 busy != NULL ? busy->known->title : NULL);
    }
}

/** mukana_planning_tell_others: Returns: yours, of MukanaPlanningOther, who fits and is not in the
 * plan, with the reasons */
GPtrArray *
mukana_planning_tell_others (MukanaPlanning *self,
                             gint64          request_id,
                             guint           n_others)
{
  GPtrArray *others = mukana_planning_others_new ();
  MukanaPlanned *planned = mukana_planning_find (self, request_id);

  if (planned == NULL || !mukana_plan_is_wanted (self->plan, request_id))
    return others;

  list_others (self, planned, others, n_others);
  tell_why (self, request_id, others);
  return others;
}

/* Reasons take longer than the plan, so they are told when somebody asks; but where a group lacks
 * people they tell why. */
static void
add_others (MukanaPlanning *self,
            MukanaPlanned  *planned)
{
  MukanaPlanningRequest *told = planned->told;

  if (told->is_left_out)
    return;

  list_others (self, planned, told->others, self->question->n_others);
  if (self->question->tells_why || (told->n_short > 0 && told->group_asked != NULL))
    tell_why (self, told->request_id, told->others);
}

/* Seats of a request that are filled by the plan: without reserve, and without those asked. */
static guint
count_seated (const MukanaPlanningRequest *told)
{
  guint n_seats = 0, n_reserve = 0;

  count_moves (told->moves, &n_seats, &n_reserve);
  return n_seats;
}

/* Where the group keeps somebody out, that is why a seat is empty.  To try what would help takes
 * a plan for each wish, so only some are told of. */
static void
tell_group_shortage (MukanaPlanning        *self,
                     MukanaPlanningRequest *told,
                     guint                 *n_tried)
{
  enum { MOST_TRIED = 5 };

  for (guint i = 0; told->n_short > 0 && i < told->others->len; i++)
    {
      const MukanaPlanningOther *other = g_ptr_array_index (told->others, i);

      if (other->sentence == NULL || other->why.kind != MUKANA_PLAN_WHY_GROUP)
        continue;
      g_free (told->shortage);
      told->shortage = mukana_explain_plan_group_shortage ();
      if ((*n_tried)++ < MOST_TRIED)
        told->relief = mukana_planning_find_relief (self, told->request_id, count_seated (told));
      return;
    }
}

/* ---- Sums ---- */

static void
count_person (GHashTable               *loads,
              const MukanaPlanningMove *move,
              MukanaPlanningSums       *sums)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (loads, &move->person_id)) + 1;

  g_hash_table_insert (loads, g_memdup2 (&move->person_id, sizeof move->person_id),
                       GUINT_TO_POINTER (n));
  sums->most_a_person = MAX (sums->most_a_person, n);
  sums->n_reserve += move->is_reserve != 0;
  sums->n_filled += move->is_reserve == 0;
  sums->total_fit += move->is_reserve ? 0 : move->score;
}

static void
tell_sums (MukanaPlanningAnswer *answer)
{
  g_autoptr (GHashTable) today = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) planned = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                          NULL);

  for (guint r = 0; r < answer->requests->len; r++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, r);

      answer->n_wanted += told->n_wanted;
      answer->n_reserve_wanted += told->n_reserve_wanted;
      answer->n_moves += told->moves->len;
      for (guint i = 0; i < told->kept->len; i++)
        {
          count_person (today, g_ptr_array_index (told->kept, i), &answer->today);
          count_person (planned, g_ptr_array_index (told->kept, i), &answer->planned);
        }
      for (guint i = 0; i < told->moves->len; i++)
        count_person (planned, g_ptr_array_index (told->moves, i), &answer->planned);
    }
}

static int
compare_days (gconstpointer a,
              gconstpointer b)
{
  const MukanaPlanningRequest *left = *(const MukanaPlanningRequest **) a;
  const MukanaPlanningRequest *right = *(const MukanaPlanningRequest **) b;

  if (left->day != right->day)
    return left->day - right->day;
  if (left->start_minute != right->start_minute)
    return left->start_minute - right->start_minute;
  return left->request_id < right->request_id ? -1 : 1;
}

static void
tell_kept (MukanaPlanning      *self,
           const MukanaPlanned *planned,
           GPtrArray           *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      MukanaPlanningMove *move = g_ptr_array_index (kept, i);

      move->name = g_strdup (g_hash_table_lookup (self->names, &move->person_id));
      time_move (planned, move);
    }
}

static void
begin_telling (MukanaPlanning *self,
               MukanaPlanned  *planned)
{
  planned->told = mukana_planning_request_copy (planned->known);
  planned->told->is_left_out = !mukana_plan_is_wanted (self->plan, planned->told->request_id);
  tell_kept (self, planned, planned->told->kept);
  g_ptr_array_add (self->answer->requests, planned->told);
}

/** mukana_planning_fill: tells in the answer what @result means */
void
mukana_planning_fill (MukanaPlanning   *self,
                      MukanaPlanResult *result)
{
  MukanaPlanningAnswer *answer = self->answer;
  guint n_tried = 0;

  answer->value = result->value;
  answer->bound = result->bound;
  answer->n_unmet = result->n_unmet;
  for (guint r = 0; r < self->requests->len; r++)
    begin_telling (self, &g_array_index (self->requests, MukanaPlanned, r));

  add_moves (self, result);
  for (guint r = 0; r < self->requests->len; r++)
    {
      MukanaPlanned *planned = &g_array_index (self->requests, MukanaPlanned, r);

      tell_time (planned);
      tell_shortage (planned->told);
      add_others (self, planned);
      tell_group_shortage (self, planned->told, &n_tried);
      mukana_planning_tell_reasons (self, planned);
    }

  tell_sums (answer);
  g_ptr_array_sort (answer->requests, compare_days);
}
