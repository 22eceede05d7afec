#pragma once

#include "domain/mukana-flow.h"
#include "domain/mukana-plan.h"

G_BEGIN_DECLS

/* Finds the best plan, and keeps what it knows so that a change costs little. */
typedef struct _MukanaPlanner MukanaPlanner;

/* Called now and then with how much is done, 0 to 1; FALSE stops. */
typedef gboolean (*MukanaPlanProgress) (double   share,
                                        gpointer data);

typedef struct
{
  GArray   *seats;           /* MukanaPlanSeat, by request, reserve last, best fit first */
  gint64    value;           /* of these seats, points */
  gint64    bound;           /* no plan is worth more; equal to @value: this is the best there is */
  guint     n_branches;      /* tried where rules could not be put into the network */
  guint     n_kept_out;      /* candidates kept out for such rules; 0: the network says it all */
  guint     n_unmet;         /* people who must take part and cannot */
  gboolean  is_stopped;
} MukanaPlanResult;

typedef enum
{
  MUKANA_PLAN_WHY_CHOSEN,
  MUKANA_PLAN_WHY_NO_FIT,          /* not among the candidates */
  MUKANA_PLAN_WHY_NEVER,           /* kept out by hand */
  MUKANA_PLAN_WHY_TAKEN,           /* has agreed to something, or is asked, at that time */
  MUKANA_PLAN_WHY_BUSY,            /* planned for @other_request at that time */
  MUKANA_PLAN_WHY_MONTH,           /* would be above the most in a month */
  MUKANA_PLAN_WHY_QUARTER,
  MUKANA_PLAN_WHY_FEES,            /* would be paid more than they want */
  MUKANA_PLAN_WHY_OTHER_WAY,       /* the request takes place at another of its times */
  MUKANA_PLAN_WHY_APART,           /* not together with somebody chosen */
  MUKANA_PLAN_WHY_GROUP,           /* the group would not be as @rule asks */
  MUKANA_PLAN_WHY_LOAD,            /* others do, who carry less */
  MUKANA_PLAN_WHY_FIT,             /* others fit better */
} MukanaPlanWhyKind;

/* Why somebody is not in a request. */
typedef struct
{
  MukanaPlanWhyKind kind;
  gint64            loss;            /* points that the plan loses with them in it; -1: cannot be */
  gint64            other_request;
  MukanaPlanRuleKind rule;
} MukanaPlanWhy;

MukanaPlanner    *mukana_planner_new         (MukanaPlan         *plan);
void              mukana_planner_free        (MukanaPlanner      *self);
MukanaPlanResult *mukana_planner_solve       (MukanaPlanner      *self,
                                              guint               most_branches,
                                              MukanaPlanProgress  progress,
                                              gpointer            data);
gboolean          mukana_planner_turn        (MukanaPlanner      *self,
                                              gint64              request_id,
                                              gboolean            is_wanted);
MukanaPlanResult *mukana_planner_solve_again (MukanaPlanner      *self,
                                              MukanaPlanProgress  progress,
                                              gpointer            data);
gint64            mukana_planner_value       (MukanaPlanner      *self);
guint             mukana_planner_n_paths     (MukanaPlanner      *self);
MukanaFlow       *mukana_planner_peek_flow   (MukanaPlanner      *self);
gboolean          mukana_planner_has_seat    (MukanaPlanner      *self,
                                              gint64              request_id,
                                              gint64              person_id);
MukanaPlanWhy     mukana_planner_why         (MukanaPlanner      *self,
                                              gint64              request_id,
                                              gint64              person_id);
void              mukana_plan_result_free    (MukanaPlanResult   *self);

/* Enough for a county; a limit by number and not by time gives the same plan everywhere. */
#define MUKANA_PLAN_USUAL_BRANCHES 1000

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanner, mukana_planner_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanResult, mukana_plan_result_free)

G_END_DECLS
