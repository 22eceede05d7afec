/* mukana-planning-gather.c: from the register to a plan: all open requests and who could fill them.
 *
 * Candidates come from the match index, ranked by the rules that finding people
 * for one request uses.  Whoever is asked already is kept and not moved; what
 * they are asked for counts as taken.  Whoever cannot be named by the consent
 * view in this very snapshot is left out, whatever the index thinks.
 */

#include "services/mukana-planning-private.h"

#include <string.h>

#include "services/mukana-fact-loading.h"
#include "store/mukana-record-io.h"

#define PAGE 64          /* names in one statement */
#define TOP_N 200        /* candidates for one time and role of a request, at least */
#define TOP_A_SEAT 8     /* and so many for each seat, as others are busy elsewhere */
#define LOOK_BACK 100    /* days: what was agreed in this quarter counts */

MukanaPlanned *
mukana_planning_find (MukanaPlanning *self,
                      gint64          request_id)
{
  guint low = 0, high = self->requests->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      MukanaPlanned *planned = &g_array_index (self->requests, MukanaPlanned, middle);

      if (planned->request->id == request_id)
        return planned;
      if (planned->request->id < request_id)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

static void
add_to_set (GHashTable *set,
            gint64      id)
{
  g_hash_table_add (set, g_memdup2 (&id, sizeof id));
}

/* ---- Requests ---- */

static gboolean
add_request (MukanaPlanning  *self,
             gint64           request_id,
             GError         **error)
{
  MukanaPlanned planned = { .known = mukana_planning_request_new (request_id) };

  planned.way_slots = g_array_new (FALSE, FALSE, sizeof (gint64));
  planned.matches = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_match_request_free);
  planned.answered = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  planned.request = mukana_record_get (self->db, "requests.get", request_id, MUKANA_TYPE_REQUEST,
                                       error);
  planned.times = mukana_record_list (self->db, "requests.slots", MUKANA_TYPE_REQUEST_TIME, error,
                                      mukana_int ("request_id", request_id));
  g_array_append_val (self->requests, planned);
  if (planned.request == NULL || planned.times == NULL)
    return FALSE;

  planned.known->title = g_strdup (planned.request->title);
  planned.known->n_wanted = (guint) planned.request->people;
  planned.known->n_reserve_wanted = (guint) planned.request->reserve;
  return TRUE;
}

/* Returns: yours, gint64 ids, rising, of those that look for people */
static GArray *
read_requests (MukanaPlanning  *self,
               GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "plans.requests", error,
                                                    mukana_day ("today",
                                                                mukana_db_today (self->db)));
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (ids, id);
    }

  return result == 0 ? g_steal_pointer (&ids) : NULL;
}

static gboolean
load_requests (MukanaPlanning  *self,
               GError         **error)
{
  g_autoptr (GArray) ids = read_requests (self, error);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    if (!add_request (self, g_array_index (ids, gint64, i), error))
      return FALSE;

  return ids != NULL;
}

static gboolean
holds_id (GArray *ids,
          gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Whoever said no, or did not answer, is not asked for the same again.  @only: NULL: of all. */
static gboolean
load_asked (MukanaPlanning  *self,
            GArray          *only,
            GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "plans.asked", error);
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      MukanaPlanned *planned = mukana_planning_find (self,
                                                     mukana_query_get_int (query, "request_id"));
      const char *state = mukana_query_peek_text (query, "state");
      MukanaPlanningMove *move;

      if (planned == NULL || (only != NULL && !holds_id (only, planned->request->id)) ||
          g_str_equal (state, "withdrawn") || g_str_equal (state, "cancelled"))
        continue;

      add_to_set (planned->answered, mukana_query_get_int (query, "person_id"));
      if (!g_str_equal (state, "proposed") && !g_str_equal (state, "accepted"))
        continue;

      move = g_new0 (MukanaPlanningMove, 1);
      move->person_id = mukana_query_get_int (query, "person_id");
      move->slot_id = mukana_query_get_int (query, "slot_id");
      move->score = (int) mukana_query_get_int (query, "score");
      move->is_reserve = mukana_query_get_int (query, "is_reserve") != 0;
      move->is_agreed = g_str_equal (state, "accepted");
      move->is_elsewhere = mukana_query_get_int (query, "is_elsewhere") != 0;
      g_ptr_array_add (planned->known->kept, move);
    }

  return result == 0;
}

/* ---- Times ---- */

static void
add_time (MukanaPlanning           *self,
          gint64                    request_id,
          int                       way,
          const MukanaRequestSlot  *slot,
          const MukanaMatchRequest *match)
{
  MukanaPosition nowhere = { 0, 0 };
  MukanaPlanTime time =
    mukana_plan_time (request_id, way, slot->day, slot->start_minute, slot->end_minute,
                      match->mode == MUKANA_MODE_ON_SITE || match->mode == MUKANA_MODE_HYBRID
                      ? match->position : nowhere);

  g_array_append_val (self->plan->times, time);
}

/* ---- Seats by role ---- */

typedef struct
{
  GQuark role;           /* 0: any */
  int    seats;
} Seats;

static gboolean
holds_role (const MukanaMatchFacts *facts,
            GQuark                  role,
            MukanaDay               day)
{
  if (role == 0)
    return TRUE;

  for (guint i = 0; facts != NULL && i < facts->n_roles; i++)
    if (facts->roles[i].role == role && mukana_day_range_holds (facts->roles[i].valid, day))
      return TRUE;

  return FALSE;
}

/* When the request names a role itself, everybody who fits has it. */
static GArray *
read_seats (MukanaPlanning       *self,
            const MukanaPlanned  *planned,
            GError              **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Seats));
  g_autoptr (MukanaQuery) needs = NULL;
  Seats rest = { 0, (int) planned->request->people };
  int result = 0;

  if (planned->request->role_code == NULL)
    {
      needs = mukana_db_select (self->db, "requests.needs", error,
                                mukana_int ("request_id", planned->request->id));
      result = -1;
    }
  while (needs != NULL && (result = mukana_query_step (needs, error)) > 0)
    {
      Seats seats = { g_quark_from_string (mukana_query_peek_text (needs, "role_code")),
                      (int) mukana_query_get_int (needs, "people") };

      if (all->len < MUKANA_MATCH_MOST_ROLES && rest.seats > 0)
        {
          seats.seats = MIN (seats.seats, rest.seats);
          rest.seats -= seats.seats;
          g_array_append_val (all, seats);
        }
    }

  if (result < 0)
    return NULL;
  if (rest.seats > 0)
    g_array_append_val (all, rest);
  return g_steal_pointer (&all);
}

/* Those asked already take the first seat whose role they have: who of them takes which is not
 * planned anew. */
static void
seat_kept (MukanaPlanning      *self,
           const MukanaPlanned *planned,
           GArray              *seats,
           int                 *n_reserve,
           MukanaDay            day)
{
  for (guint i = 0; i < planned->known->kept->len; i++)
    {
      const MukanaPlanningMove *kept = g_ptr_array_index (planned->known->kept, i);
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index,
                                                                         kept->person_id);
      gboolean is_seated = kept->is_reserve;

      if (kept->is_reserve)
        *n_reserve -= 1;
      for (guint s = 0; s < seats->len && !is_seated; s++)
        {
          Seats *at = &g_array_index (seats, Seats, s);

          if (at->seats > 0 && holds_role (facts, at->role, day))
            {
              at->seats--;
              is_seated = TRUE;
            }
        }
    }
}

static void
add_lines (MukanaPlanning *self,
           gint64          request_id,
           GArray         *seats,
           int             n_reserve)
{
  for (guint i = 0; i < seats->len; i++)
    {
      MukanaPlanLine line = { request_id, (int) i, g_array_index (seats, Seats, i).seats, FALSE };

      if (line.seats > 0)
        g_array_append_val (self->plan->lines, line);
    }

  if (n_reserve > 0)
    {
      MukanaPlanLine line = { request_id, (int) seats->len, n_reserve, TRUE };

      g_array_append_val (self->plan->lines, line);
    }
}

/* ---- Candidates ---- */

/* Who could take part in one way of a request, while they are put together. */
typedef struct
{
  MukanaPlanning           *planning;
  MukanaPlanned            *planned;
  const MukanaMatchRequest *match;
  GArray                   *seats;
  int                       way;
  GHashTable               *seen;     /* set of gint64 */
} Pairing;

static void
add_pair (Pairing                *self,
          gint64                  person_id,
          const MukanaMatchFacts *facts,
          int                     points)
{
  MukanaDay day = mukana_match_request_first_day (self->match);
  int most_points = mukana_weights_total (&self->planning->weights);
  MukanaPlanPair pair = { self->planned->request->id, person_id, self->way,
                          points * MUKANA_PLAN_MOST_FIT / MAX (most_points, 1),
                          1u << self->seats->len,
                          self->match->mode == MUKANA_MODE_HYBRID && facts->is_remote_ok };

  if (g_hash_table_contains (self->planned->answered, &person_id) ||
      g_hash_table_contains (self->seen, &person_id))
    return;

  for (guint s = 0; s < self->seats->len; s++)
    if (holds_role (facts, g_array_index (self->seats, Seats, s).role, day))
      pair.lines |= 1u << s;
  g_array_append_val (self->planning->plan->pairs, pair);
  add_to_set (self->seen, person_id);
}

/* The best, so many for each seat that the others being busy leaves somebody. */
static guint
add_best (Pairing                  *self,
          const MukanaMatchRequest *match,
          int                       seats)
{
  guint most = (guint) MAX (TOP_N, seats * TOP_A_SEAT) +
               g_hash_table_size (self->planned->answered);
  g_autoptr (MukanaMatchResult) result =
    mukana_match_index_run (self->planning->index, match, &self->planning->weights, most);

  for (guint i = 0; i < result->candidates->len; i++)
    {
      const MukanaCandidate *candidate = &g_array_index (result->candidates, MukanaCandidate, i);

      add_pair (self, candidate->person_id, candidate->facts, candidate->points);
    }

  if (result->n_fits > result->candidates->len)
    self->planning->n_best = MAX (self->planning->n_best, most);
  return result->n_fits - result->candidates->len;
}

/* Whoever was put there by hand, however many fit better. */
static void
add_pinned (Pairing *self)
{
  GArray *pins = self->planning->question->pins;

  for (guint i = 0; i < pins->len; i++)
    {
      const MukanaPlanPin *pin = &g_array_index (pins, MukanaPlanPin, i);
      g_autoptr (MukanaMatchFacts) facts = NULL;
      MukanaReasons reasons;
      MukanaScore score;

      if (pin->request_id != self->planned->request->id || pin->kind == MUKANA_PLAN_NEVER ||
          !(facts = mukana_match_index_ref_facts (self->planning->index, pin->person_id)))
        continue;
      if (mukana_match_index_why (self->planning->index, self->match, &self->planning->weights,
                                  pin->person_id, &reasons, &score) && reasons == 0)
        add_pair (self, pin->person_id, facts, score.points);
    }
}

/* The best of all could have one role alone, so each role with seats gives its own best. */
static void
add_pairs (MukanaPlanning           *planning,
           MukanaPlanned            *planned,
           const MukanaMatchRequest *match,
           int                       way,
           GArray                   *seats)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Pairing self = { planning, planned, match, seats, way, seen };
  guint n_left = add_best (&self, match, (int) (planned->request->people +
                                                planned->request->reserve));
  guint n_fits = g_hash_table_size (seen) + n_left;

  for (guint s = 0; n_left > 0 && s < seats->len; s++)
    {
      const Seats *at = &g_array_index (seats, Seats, s);
      g_autoptr (MukanaMatchRequest) of_role = mukana_match_request_copy (match);

      if (at->role == 0 || at->seats == 0)
        continue;
      of_role->n_roles = 0;
      mukana_match_request_add_role (of_role, g_quark_to_string (at->role));
      add_best (&self, of_role, at->seats);
    }

  add_pinned (&self);
  planned->known->n_fits = MAX (planned->known->n_fits, n_fits);
}

static void
add_fee (MukanaPlanning           *self,
         MukanaPlanned            *planned,
         const MukanaMatchRequest *match)
{
  MukanaPlanFee fee = { match->id, match->fee_cents };

  planned->fee_cents = match->fee_cents;
  if (fee.cents > 0)
    g_array_append_val (self->plan->fees, fee);
}

static gboolean
plan_request (MukanaPlanning  *self,
              MukanaPlanned   *planned,
              GError         **error)
{
  g_autoptr (MukanaMatchRequest) match = mukana_request_load (self->db, self->lexicon,
                                                              planned->request->id, error);
  g_autoptr (GArray) seats = match != NULL ? read_seats (self, planned, error) : NULL;
  g_autoptr (GArray) ways = NULL;
  int n_reserve = (int) planned->request->reserve;

  if (seats == NULL)
    return FALSE;

  ways = mukana_match_request_dup_ways (match);
  g_array_append_vals (planned->way_slots, ways->data, ways->len);
  seat_kept (self, planned, seats, &n_reserve, mukana_match_request_first_day (match));
  add_lines (self, planned->request->id, seats, n_reserve);
  add_fee (self, planned, match);

  for (guint way = 0; way < planned->way_slots->len; way++)
    {
      gint64 slot_id = g_array_index (planned->way_slots, gint64, way);
      MukanaMatchRequest *in_way = mukana_match_request_copy_at (match, slot_id);

      g_ptr_array_add (planned->matches, in_way);
      add_pairs (self, planned, in_way, (int) way, seats);
      for (guint i = 0; i < in_way->slots->len; i++)
        add_time (self, planned->request->id, (int) way,
                  &g_array_index (in_way->slots, MukanaRequestSlot, i), match);
    }

  return TRUE;
}

/* ---- People ---- */

static gboolean
name_page (MukanaPlanning  *self,
           const gint64    *ids,
           guint            n_ids,
           GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "matching.names", error);
  int result;

  if (query == NULL)
    return FALSE;

  for (guint i = 0; i < PAGE; i++)
    {
      g_autofree char *name = g_strdup_printf ("id_%u", i);
      MukanaArg arg = i < n_ids ? mukana_int (name, ids[i]) : mukana_text (name, NULL);

      mukana_query_bind (query, &arg);
    }

  while ((result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_hash_table_insert (self->names, g_memdup2 (&id, sizeof id),
                           g_strdup (mukana_query_peek_text (query, "display_name")));
    }

  return result == 0;
}

/* Everybody who is a candidate or asked, each once, in order. */
static GArray *
list_people (MukanaPlanning *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < self->plan->pairs->len; i++)
    add_to_set (seen, g_array_index (self->plan->pairs, MukanaPlanPair, i).person_id);
  for (guint r = 0; r < self->requests->len; r++)
    {
      GPtrArray *kept = g_array_index (self->requests, MukanaPlanned, r).known->kept;

      for (guint i = 0; i < kept->len; i++)
        add_to_set (seen, ((MukanaPlanningMove *) g_ptr_array_index (kept, i))->person_id);
    }

  g_hash_table_iter_init (&iter, seen);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_vals (ids, id, 1);
  g_array_sort (ids, mukana_record_compare_ids);
  return ids;
}

static void
add_taken (MukanaPlanning         *self,
           const MukanaMatchFacts *facts)
{
  MukanaDay since = mukana_db_today (self->db) - LOOK_BACK;

  for (guint i = 0; i < facts->n_assignments; i++)
    {
      const MukanaAssignmentFact *work = &facts->assignments[i];
      MukanaPlanTaken taken = { facts->person_id,
                                mukana_plan_time (work->request_id, 0, work->day,
                                                  work->start_minute, work->end_minute,
                                                  work->position) };

      if (work->day >= since)
        g_array_append_val (self->plan->taken, taken);
    }
}

static void
add_person (MukanaPlanning *self,
            gint64          person_id)
{
  g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index, person_id);
  MukanaPlanPerson person = { person_id, self->limits.per_month,
                              self->limits.per_quarter, FALSE };

  if (facts == NULL)
    return;

  for (guint i = 0; i < facts->n_apart; i++)
    {
      MukanaPlanApart apart = { person_id, facts->apart[i] };

      if (apart.person_id < apart.other_id)   /* the other one tells it too */
        g_array_append_val (self->plan->apart, apart);
    }
  if (facts->cap_per_month > 0)
    person.most_per_month = person.most_times_per_month = facts->cap_per_month;
  person.is_never_asked = facts->last_asked == MUKANA_DAY_NONE;
  g_array_append_val (self->plan->people, person);
  add_taken (self, facts);
  mukana_planning_add_purses (self, facts);
}

/* Those whose names are not known yet. */
static gboolean
name_new (MukanaPlanning  *self,
          GArray          *ids,
          GError         **error)
{
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_contains (self->names, &g_array_index (ids, gint64, i)))
      g_array_append_val (unknown, g_array_index (ids, gint64, i));

  for (guint start = 0; start < unknown->len; start += PAGE)
    if (!name_page (self, &g_array_index (unknown, gint64, start),
                    MIN (PAGE, unknown->len - start), error))
      return FALSE;

  return TRUE;
}

static gboolean
load_people (MukanaPlanning  *self,
             GError         **error)
{
  g_autoptr (GArray) ids = list_people (self);
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (MukanaPlanPair));

  if (!name_new (self, ids, error))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    if (g_hash_table_contains (self->names, &g_array_index (ids, gint64, i)))
      add_person (self, g_array_index (ids, gint64, i));

  for (guint i = 0; i < self->plan->pairs->len; i++)
    if (g_hash_table_contains (self->names,
                               &g_array_index (self->plan->pairs, MukanaPlanPair, i).person_id))
      g_array_append_val (named, g_array_index (self->plan->pairs, MukanaPlanPair, i));
  g_array_set_size (self->plan->pairs, 0);
  g_array_append_vals (self->plan->pairs, named->data, named->len);
  return TRUE;
}

static gboolean
load_busy (MukanaPlanning  *self,
           GError         **error)
{
  g_autoptr (MukanaQuery) query =
    mukana_db_select (self->db, "plans.busy", error,
                      mukana_day ("since", mukana_db_today (self->db) - LOOK_BACK));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      const char *mode = mukana_query_peek_text (query, "mode");
      MukanaMunicipality *place =
        mukana_lexicon_find (self->lexicon, MUKANA_LEXICON_MUNICIPALITY,
                             mukana_query_peek_text (query, "municipality_code"));
      gboolean is_period = g_str_equal (mode, "period");
      MukanaPosition position = { 0, 0 };
      MukanaPlanTaken taken = { .person_id = mukana_query_get_int (query, "person_id") };
      g_autoptr (MukanaMatchFacts) facts = mukana_match_index_ref_facts (self->index,
                                                                         taken.person_id);
      gboolean travels = g_str_equal (mode, "on-site") ||
                         (g_str_equal (mode, "hybrid") && facts != NULL && !facts->is_remote_ok);

      if (place != NULL && travels)
        position = (MukanaPosition) { (gint32) place->latitude, (gint32) place->longitude };
      taken.time = mukana_plan_time (mukana_query_get_int (query, "request_id"), 0,
                                     mukana_query_get_day (query, "day"),
                                     is_period ? -1
                                     : (int) mukana_query_get_int (query, "start_minute"),
                                     is_period ? -1
                                     : (int) mukana_query_get_int (query, "end_minute"), position);
      g_array_append_val (self->plan->taken, taken);
    }

  return result == 0;
}

/* ---- The whole ---- */

/** mukana_planning_go_on: tells how far it is; Returns: FALSE when nobody waits any more */
gboolean
mukana_planning_go_on (double   share,
                       gpointer data)
{
  MukanaPlanning *self = data;

  g_atomic_int_set (&self->question->meter->thousandths, (gint) (1000 * share));
  return !g_cancellable_is_cancelled (self->cancellable);
}

/** mukana_planning_gather: fills plan, requests and names; Thread: worker of the lane "door" */
gboolean
mukana_planning_gather (MukanaPlanning  *self,
                        GError         **error)
{
  if (!load_requests (self, error) || !load_asked (self, NULL, error))
    return FALSE;

  for (guint i = 0; i < self->requests->len; i++)
    {
      mukana_planning_go_on (0.4 * i / self->requests->len, self);
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          !plan_request (self, &g_array_index (self->requests, MukanaPlanned, i), error))
        return FALSE;
    }

  g_array_append_vals (self->plan->pins, self->question->pins->data, self->question->pins->len);
  if (!load_people (self, error) || !load_busy (self, error))
    return FALSE;

  mukana_planning_add_rules (self, 0);
  return TRUE;
}

/* ---- Requests that came, changed or went ---- */

/* Rows of a plan begin with the request that they are of. */
static void
drop_rows (GArray *rows,
           GArray *request_ids)
{
  gsize size = g_array_get_element_size (rows);
  guint n_kept = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      const char *row = rows->data + i * size;

      if (!holds_id (request_ids, *(const gint64 *) row))
        memmove (rows->data + n_kept++ * size, row, size);
    }
  g_array_set_size (rows, n_kept);
}

static void
drop_requests (MukanaPlanning *self,
               GArray         *request_ids)
{
  MukanaPlan *plan = self->plan;
  GArray * const all[] = { plan->lines, plan->times, plan->pairs, plan->rules, plan->traits,
                           plan->fees };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    drop_rows (all[i], request_ids);
  for (guint r = self->requests->len; r-- > 0; )
    if (holds_id (request_ids, g_array_index (self->requests, MukanaPlanned, r).request->id))
      g_array_remove_index (self->requests, r);
}

/* They are in memory: it is their names and the requests that take long to read. */
static void
drop_people (MukanaPlanning *self)
{
  MukanaPlan *plan = self->plan;
  GArray * const all[] = { plan->people, plan->taken, plan->apart, plan->purses };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_array_set_size (all[i], 0);
}

/* What somebody is asked for takes their time elsewhere, too. */
static gboolean
is_asked_of_anybody (MukanaPlanning *self,
                     GArray         *request_ids)
{
  for (guint i = 0; i < request_ids->len; i++)
    {
      MukanaPlanned *planned = mukana_planning_find (self, g_array_index (request_ids, gint64, i));

      if (planned != NULL && planned->known->kept->len > 0)
        return TRUE;
    }

  return FALSE;
}

static int
compare_planned (gconstpointer a,
                 gconstpointer b)
{
  const MukanaPlanned *left = a, *right = b;

  return mukana_record_compare_ids (&left->request->id, &right->request->id);
}

static gboolean
add_open (MukanaPlanning  *self,
          GArray          *request_ids,
          GError         **error)
{
  g_autoptr (GArray) open_ids = read_requests (self, error);

  for (guint i = 0; open_ids != NULL && i < open_ids->len; i++)
    if (holds_id (request_ids, g_array_index (open_ids, gint64, i)) &&
        !add_request (self, g_array_index (open_ids, gint64, i), error))
      return FALSE;

  g_array_sort (self->requests, compare_planned);
  return open_ids != NULL && load_asked (self, request_ids, error);
}

/**
 * mukana_planning_take_in:
 * @request_ids: of those that came, changed or went since it was gathered
 * @can_be: (out): FALSE when somebody is asked to one of them, or has been: then all must be
 *   gathered anew
 *
 * Reads those requests again, and the names of those alone who were no candidates before.
 *
 * Thread: worker of the lane "door".
 */
gboolean
mukana_planning_take_in (MukanaPlanning  *self,
                         GArray          *request_ids,
                         gboolean        *can_be,
                         GError         **error)
{
  guint first_pair;

  *can_be = !is_asked_of_anybody (self, request_ids);
  if (!*can_be)
    return TRUE;

  drop_requests (self, request_ids);
  first_pair = self->plan->pairs->len;
  if (!add_open (self, request_ids, error))
    return FALSE;

  *can_be = !is_asked_of_anybody (self, request_ids);
  for (guint i = 0; *can_be && i < request_ids->len; i++)
    {
      MukanaPlanned *planned = mukana_planning_find (self, g_array_index (request_ids, gint64, i));

      if (g_cancellable_set_error_if_cancelled (self->cancellable, error) ||
          (planned != NULL && !plan_request (self, planned, error)))
        return FALSE;
    }

  if (!*can_be)
    return TRUE;

  drop_people (self);
  if (!load_people (self, error) || !load_busy (self, error))
    return FALSE;

  mukana_planning_add_rules (self, first_pair);
  return TRUE;
}
