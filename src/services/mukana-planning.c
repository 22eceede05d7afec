/* mukana-planning.c: all open requests planned together.
 *
 * Nothing is stored: a plan is decision support, and the coordinator decides what
 * of it is asked (GDPR Article 22).  It runs at the door, so nobody is in it who
 * does not take part in matching now; asking looks once more (see
 * mukana-planning-apply).
 */

#include "services/mukana-planning-private.h"

#include "base/mukana-error.h"
#include "domain/mukana-plan-protocol.h"
#include "store/mukana-record-io.h"

MukanaPlanningMeter *
mukana_planning_meter_new (void)
{
  return g_atomic_rc_box_new0 (MukanaPlanningMeter);
}

MukanaPlanningMeter *
mukana_planning_meter_ref (MukanaPlanningMeter *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mukana_planning_meter_unref (MukanaPlanningMeter *self)
{
  g_atomic_rc_box_release (self);
}

/** mukana_planning_meter_get: Returns: 0 to 1; Thread: any */
double
mukana_planning_meter_get (MukanaPlanningMeter *self)
{
  return g_atomic_int_get (&self->thousandths) / 1000.0;
}

/** mukana_planning_question_new: Returns: yours, with the usual limits */
MukanaPlanningQuestion *
mukana_planning_question_new (MukanaMatcher *matcher,
                              gint64         seed)
{
  MukanaPlanningQuestion *self = g_new0 (MukanaPlanningQuestion, 1);

  self->matcher = g_object_ref (matcher);
  self->seed = seed;
  self->pins = g_array_new (FALSE, FALSE, sizeof (MukanaPlanPin));
  self->left_out = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->n_others = MUKANA_PLANNING_USUAL_OTHERS;
  self->tells_why = TRUE;
  self->meter = mukana_planning_meter_new ();
  return self;
}

void
mukana_planning_question_pin (MukanaPlanningQuestion *self,
                              gint64                  request_id,
                              gint64                  person_id,
                              MukanaPlanPinKind       kind)
{
  MukanaPlanPin pin = { request_id, person_id, kind };

  g_array_append_val (self->pins, pin);
}

/** mukana_planning_question_leave_out: plans as if the request looked for nobody more */
void
mukana_planning_question_leave_out (MukanaPlanningQuestion *self,
                                    gint64                  request_id)
{
  g_array_append_val (self->left_out, request_id);
}

/** mukana_planning_question_remember: what is known from the last time need not be read again, and
 * why somebody is not in the plan can be asked later */
void
mukana_planning_question_remember (MukanaPlanningQuestion *self,
                                   MukanaPlanningMemory   *memory)
{
  self->memory = g_object_ref (memory);
  self->tells_why = FALSE;
}

void
mukana_planning_question_free (MukanaPlanningQuestion *self)
{
  g_object_unref (self->matcher);
  g_clear_object (&self->memory);
  g_array_unref (self->pins);
  g_array_unref (self->left_out);
  mukana_planning_meter_unref (self->meter);
  g_free (self);
}

/** mukana_planning_score: Returns: the points that the fit was made of */
int
mukana_planning_score (MukanaPlanning *self,
                       int             fit)
{
  int most = mukana_weights_total (&self->weights);

  return (fit * most + MUKANA_PLAN_MOST_FIT - 1) / MUKANA_PLAN_MOST_FIT;
}

/* Returns: FALSE with @error set; @value is yours, NULL when nothing was decided */
static gboolean
load_setting (MukanaPlanning  *self,
              const char      *name,
              char           **value,
              GError         **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (self->db, "settings.get", error,
                                                    mukana_text ("name", name));
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result > 0)
    *value = g_strdup (mukana_query_peek_text (query, "value"));
  return result >= 0;
}

static gboolean
load_settings (MukanaPlanning  *self,
               GError         **error)
{
  g_autofree char *weights = NULL, *rules = NULL, *limits = NULL;

  if (!load_setting (self, MUKANA_MATCHING_WEIGHTS, &weights, error) ||
      !load_setting (self, MUKANA_GROUP_RULES, &rules, error) ||
      !load_setting (self, MUKANA_PLAN_LIMITS, &limits, error))
    return FALSE;

  self->weights = mukana_weights_parse (weights);
  if (!mukana_group_rules_parse (rules, &self->rules))
    mukana_group_rules_parse (NULL, &self->rules);
  if (!mukana_plan_limits_parse (limits, &self->limits))
    mukana_plan_limits_parse (NULL, &self->limits);
  return TRUE;
}

static gboolean
is_stopped (MukanaPlanResult  *result,
            GError           **error)
{
  if (result != NULL && !result->is_stopped)
    return FALSE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Planning was cancelled.");
  return TRUE;
}

static double
share_of_all (double share)
{
  return 0.4 + 0.5 * share;   /* gathering comes before, telling after */
}

static gboolean
solving_goes_on (double   share,
                 gpointer data)
{
  return mukana_planning_go_on (share_of_all (share), data);
}

static gboolean
is_left_out (const MukanaPlanningQuestion *question,
             gint64                        request_id)
{
  for (guint i = 0; i < question->left_out->len; i++)
    if (g_array_index (question->left_out, gint64, i) == request_id)
      return TRUE;

  return FALSE;
}

/* Returns: (nullable): yours; NULL when it was stopped before there was any plan */
static MukanaPlanResult *
solve (MukanaPlanning *self)
{
  for (guint r = 0; r < self->requests->len; r++)
    {
      gint64 id = g_array_index (self->requests, MukanaPlanned, r).known->request_id;

      if (is_left_out (self->question, id))
        mukana_plan_add_turn (self->plan, 0, id, FALSE);
    }

  self->planner = mukana_planner_new (self->plan);
  return mukana_planner_solve (self->planner, MUKANA_PLAN_USUAL_BRANCHES, solving_goes_on, self);
}

/* Of everything that the register says now.  Gives no result when it was stopped. */
static gboolean
plan_anew (MukanaPlanning    *self,
           MukanaPlanResult **result,
           GError           **error)
{
  MukanaMatcher *matcher = self->question->matcher;

  if (!mukana_matcher_catch_up (matcher, self->db, error) || !load_settings (self, error))
    return FALSE;

  g_set_object (&self->index, mukana_matcher_peek_index (matcher));
  g_set_object (&self->lexicon, mukana_matcher_peek_lexicon (matcher));
  if (!mukana_planning_gather (self, error))
    return FALSE;

  *result = solve (self);
  return TRUE;
}

/* With the requests that came, changed or went since, and nothing else read again.  Planned from
 * the beginning, so that it is what planning anew would give.  @can_be: (out): FALSE when they
 * touch more than that: then it is of no more use. */
static gboolean
plan_with (MukanaPlanning    *self,
           GArray            *request_ids,
           gboolean          *can_be,
           MukanaPlanResult **result,
           GError           **error)
{
  g_clear_pointer (&self->planner, mukana_planner_free);
  g_array_set_size (self->plan->turns, 0);
  if (!mukana_planning_take_in (self, request_ids, can_be, error))
    return FALSE;

  if (*can_be)
    *result = solve (self);
  return TRUE;
}

/* Whether it is of the same question, but for the requests that are left out. */
static gboolean
is_of (MukanaPlanning               *self,
       const MukanaPlanningQuestion *question)
{
  return self->plan->seed == question->seed && mukana_plan_has_pins (self->plan, question->pins);
}

static gboolean
turn_to (MukanaPlanning               *self,
         const MukanaPlanningQuestion *question)
{
  for (guint r = 0; r < self->requests->len; r++)
    {
      gint64 id = g_array_index (self->requests, MukanaPlanned, r).known->request_id;

      if (!mukana_planner_turn (self->planner, id, !is_left_out (question, id)))
        return FALSE;
    }

  return TRUE;
}

static void
take_job (MukanaPlanning         *self,
          MukanaDb               *db,
          GCancellable           *cancellable,
          MukanaPlanningQuestion *question,
          MukanaPlanningAnswer   *answer)
{
  self->db = db;
  self->cancellable = cancellable;
  self->question = question;
  self->answer = answer;
}

/* Goes on from what is remembered.  Returns: FALSE with @error set; without @result there is
 * nothing to go on from, or it was stopped: then the cancellable says so */
static gboolean
plan_on (MukanaPlanning    *kept,
         GArray            *request_ids,
         MukanaPlanResult **result,
         GError           **error)
{
  gboolean can_be = TRUE;

  if (!is_of (kept, kept->question))
    return TRUE;
  if (request_ids->len > 0)
    return plan_with (kept, request_ids, &can_be, result, error);
  if (turn_to (kept, kept->question))
    *result = mukana_planner_solve_again (kept->planner, solving_goes_on, kept);
  return TRUE;
}

/* Returns: (nullable): yours, what was planned, with @result; NULL with @error set */
static MukanaPlanning *
run (MukanaDb                *db,
     GCancellable            *cancellable,
     MukanaPlanningQuestion  *question,
     MukanaPlanningAnswer    *answer,
     MukanaPlanResult       **result,
     GError                 **error)
{
  g_autoptr (GArray) request_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaPlanning) kept =
    question->memory != NULL ? mukana_planning_memory_take (question->memory, db, request_ids)
                             : NULL;
  g_autoptr (MukanaPlanning) anew = NULL;

  if (kept != NULL)
    {
      take_job (kept, db, cancellable, question, answer);
      if (!plan_on (kept, request_ids, result, error))
        return NULL;
      if (*result != NULL || g_cancellable_is_cancelled (cancellable))
        return g_steal_pointer (&kept);
    }

  anew = mukana_planning_new (question->seed);
  take_job (anew, db, cancellable, question, answer);
  return plan_anew (anew, result, error) ? g_steal_pointer (&anew) : NULL;
}

static void
tell (MukanaPlanning   *self,
      MukanaPlanResult *result)
{
  g_autofree char *input = mukana_plan_format (self->plan);

  self->answer->seed = self->plan->seed;
  self->answer->weights = mukana_weights_format (&self->weights);
  self->answer->n_best = self->n_best;
  self->answer->input_digest = mukana_plan_protocol_digest (input);
  self->answer->protocol = mukana_plan_protocol_new (self->plan, result);
  self->answer->result_digest = mukana_plan_protocol_digest (self->answer->protocol);
  mukana_planning_fill (self, result);
}

static gpointer
planning_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaPlanningQuestion *question = arg;
  g_autoptr (MukanaPlanning) self = NULL;
  g_autoptr (MukanaPlanningAnswer) answer = g_new0 (MukanaPlanningAnswer, 1);
  g_autoptr (MukanaPlanResult) result = NULL;

  answer->requests = g_ptr_array_new_with_free_func (mukana_planning_request_free);
  if ((self = run (db, cancellable, question, answer, &result, error)) == NULL ||
      is_stopped (result, error))
    return NULL;

  tell (self, result);
  if (question->memory != NULL)
    mukana_planning_memory_keep (question->memory, db, g_steal_pointer (&self));
  return g_steal_pointer (&answer);
}

static gboolean
look_for_all (gconstpointer  arg,
              MukanaLook    *look)
{
  *look = (MukanaLook) { "looking.plan", MUKANA_KIND_REQUEST, 0, "themes" };
  return TRUE;
}

const MukanaJob mukana_planning_job = {
  "planning.run", MUKANA_LANE_DOOR, planning_run, (GDestroyNotify) mukana_planning_answer_free,
  .looks_at = look_for_all, .needs = MUKANA_DEED_MATCH
};

/* ---- Why somebody is not in it ---- */

/** mukana_planning_why_question_new: Returns: yours, about the plan that @memory has */
MukanaPlanningWhyQuestion *
mukana_planning_why_question_new (MukanaPlanningMemory *memory,
                                  gint64                request_id)
{
  MukanaPlanningWhyQuestion *self = g_new0 (MukanaPlanningWhyQuestion, 1);

  self->memory = g_object_ref (memory);
  self->request_id = request_id;
  self->n_others = MUKANA_PLANNING_USUAL_OTHERS;
  return self;
}

void
mukana_planning_why_question_free (MukanaPlanningWhyQuestion *self)
{
  g_object_unref (self->memory);
  g_free (self);
}

static gpointer
why_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  const MukanaPlanningWhyQuestion *question = arg;
  g_autoptr (GArray) request_ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  MukanaPlanning *planning = mukana_planning_memory_has_changed (question->memory) ? NULL
                             : mukana_planning_memory_take (question->memory, db, request_ids);
  GPtrArray *others;

  if (planning == NULL)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT,
                           "The register has changed since it was planned.");
      return NULL;
    }

  others = mukana_planning_tell_others (planning, question->request_id, question->n_others);
  mukana_planning_memory_keep (question->memory, db, planning);
  return others;
}

static gboolean
look_for_why (gconstpointer  arg,
              MukanaLook    *look)
{
  const MukanaPlanningWhyQuestion *question = arg;

  *look = (MukanaLook) { "looking.plan", MUKANA_KIND_REQUEST, question->request_id, "themes" };
  return TRUE;
}

const MukanaJob mukana_planning_why_job = {
  "planning.why", MUKANA_LANE_DOOR, why_run, (GDestroyNotify) g_ptr_array_unref,
  .looks_at = look_for_why, .needs = MUKANA_DEED_MATCH
};
