#pragma once

#include "domain/mukana-group-rules.h"
#include "domain/mukana-plan-limits.h"
#include "domain/mukana-request.h"
#include "services/mukana-planning.h"

G_BEGIN_DECLS

/* One request while it is planned. */
typedef struct
{
  MukanaPlanningRequest *told;      /* borrowed from the answer */
  MukanaRequest         *request;
  GPtrArray             *times;     /* MukanaRequestTime */
  GArray                *way_slots; /* gint64 by way: the slot that it is; 0: all needed ones */
  GHashTable            *answered;  /* set of gint64: who is not asked again */
} MukanaPlanned;

/* A plan in the making: of one job, in its thread. */
typedef struct
{
  MukanaDb               *db;
  GCancellable           *cancellable;
  MukanaPlanningQuestion *question;
  MukanaMatchIndex       *index;
  MukanaLexicon          *lexicon;
  MukanaWeights           weights;
  MukanaGroupRules        rules;    /* of every group */
  MukanaPlanLimits        limits;   /* of every person who has told none */
  MukanaPlan             *plan;
  GArray                 *requests; /* MukanaPlanned, by id */
  GHashTable             *names;    /* gint64 -> char *: who may be named now */
  MukanaPlanningAnswer   *answer;
} MukanaPlanning;

gboolean       mukana_planning_gather     (MukanaPlanning  *self,
                                           GError         **error);
gboolean       mukana_planning_go_on      (double           share,
                                           gpointer         data);
MukanaPlanned *mukana_planning_find       (MukanaPlanning  *self,
                                           gint64           request_id);
int            mukana_planning_score      (MukanaPlanning  *self,
                                           int              fit);
void           mukana_planning_add_rules  (MukanaPlanning  *self);
void           mukana_planning_move_free  (gpointer         data);
void           mukana_planning_fill       (MukanaPlanning   *self,
                                           MukanaPlanner    *planner,
                                           MukanaPlanResult *result);

G_END_DECLS
