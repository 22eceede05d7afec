/* mukana-planning.c: all open requests planned together.
 *
 * Nothing is stored: a plan is decision support, and the coordinator decides what
 * of it is asked (GDPR Article 22).  It runs at the door, so nobody is in it who
 * does not take part in matching now; asking looks once more (see
 * mukana-planning-apply).
 */

#include "services/mukana-planning-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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
  self->n_others = MUKANA_PLANNING_USUAL_OTHERS;
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

void
mukana_planning_question_free (MukanaPlanningQuestion *self)
{
  g_object_unref (self->matcher);
  g_array_unref (self->pins);
  mukana_planning_meter_unref (self->meter);
  g_free (self);
}

void
mukana_planning_move_free (gpointer data)
{
  MukanaPlanningMove *move = data;

  g_free (move->name);
  g_free (move);
}

static void
free_request (gpointer data)
{
  MukanaPlanningRequest *told = data;

  g_free (told->title);
  g_free (told->shortage);
  g_free (told->group_asked);
  g_free (told->group);
  g_ptr_array_unref (told->kept);
  g_ptr_array_unref (told->moves);
  g_ptr_array_unref (told->others);
  g_free (told);
}

void
mukana_planning_answer_free (MukanaPlanningAnswer *self)
{
  g_free (self->weights);
  g_free (self->input_digest);
  g_free (self->result_digest);
  g_free (self->protocol);
  g_ptr_array_unref (self->requests);
  g_free (self);
}

static void
clear_planned (gpointer data)
{
  MukanaPlanned *planned = data;

  g_clear_object (&planned->request);
  g_clear_pointer (&planned->times, g_ptr_array_unref);
  g_array_unref (planned->way_slots);
  g_hash_table_unref (planned->answered);
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
  self->answer->weights = mukana_weights_format (&self->weights);
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
solve (MukanaPlanning  *self,
       GError         **error)
{
  g_autoptr (MukanaPlanner) planner = mukana_planner_new (self->plan);
  g_autoptr (MukanaPlanResult) result =
    mukana_planner_solve (planner, MUKANA_PLAN_USUAL_BRANCHES, solving_goes_on, self);
  g_autofree char *input = NULL;

  if (is_stopped (result, error))
    return FALSE;

  input = mukana_plan_format (self->plan);
  self->answer->input_digest = mukana_plan_protocol_digest (input);
  self->answer->protocol = mukana_plan_protocol_new (self->plan, result);
  self->answer->result_digest = mukana_plan_protocol_digest (self->answer->protocol);
  mukana_planning_fill (self, planner, result);
  return TRUE;
}

static gpointer
planning_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaPlanningQuestion *question = arg;
  g_autoptr (MukanaPlanningAnswer) answer = g_new0 (MukanaPlanningAnswer, 1);
  g_autoptr (MukanaPlan) plan = mukana_plan_new (question->seed);
  g_autoptr (GArray) requests = g_array_new (FALSE, FALSE, sizeof (MukanaPlanned));
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                                        g_free);
  MukanaPlanning self = { .db = db, .cancellable = cancellable, .question = question,
                          .plan = plan, .requests = requests, .names = names, .answer = answer };

  g_array_set_clear_func (requests, clear_planned);
  answer->seed = question->seed;
  answer->requests = g_ptr_array_new_with_free_func (free_request);
  if (!mukana_matcher_catch_up (question->matcher, db, error) || !load_settings (&self, error))
    return NULL;

  self.index = mukana_matcher_peek_index (question->matcher);
  self.lexicon = mukana_matcher_peek_lexicon (question->matcher);
  if (!mukana_planning_gather (&self, error) || !solve (&self, error))
    return NULL;

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
