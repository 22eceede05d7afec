#pragma once

#include "domain/mukana-group-rules.h"
#include "domain/mukana-plan-limits.h"
#include "domain/mukana-request.h"
#include "services/mukana-planning.h"

G_BEGIN_DECLS

/* One request while it is planned. */
typedef struct
{
  MukanaPlanningRequest *known;     /* whatever is planned: without moves and others */
  MukanaPlanningRequest *told;      /* borrowed from the answer at hand */
  MukanaRequest         *request;
  GPtrArray             *times;     /* MukanaRequestTime */
  GArray                *way_slots; /* gint64 by way: the slot that it is; 0: all needed ones */
  GHashTable            *answered;  /* set of gint64: who is not asked again */
  GPtrArray             *matches;   /* MukanaMatchRequest by way: what is looked for then */
  gint64                 fee_cents; /* of one time for one person */
} MukanaPlanned;

/* What is planned, and from what. */
typedef struct
{
  /* Of the job at hand. */
  MukanaDb               *db;
  GCancellable           *cancellable;
  MukanaPlanningQuestion *question;
  MukanaPlanningAnswer   *answer;

  /* What can be remembered after it. */
  MukanaMatchIndex       *index;    /* of the matcher, when it was gathered */
  MukanaLexicon          *lexicon;
  MukanaWeights           weights;
  MukanaGroupRules        rules;    /* of every group */
  MukanaPlanLimits        limits;   /* of every person who has told none */
  MukanaPlan             *plan;
  GArray                 *requests; /* MukanaPlanned, by id */
  GHashTable             *names;    /* gint64 -> char *: who may be named now */
  guint                   n_best;   /* only so many of each request were looked at; 0: all */
  MukanaPlanner          *planner;  /* of @plan; NULL: not planned yet */
} MukanaPlanning;

MukanaPlanning *mukana_planning_new            (gint64                   seed);
void            mukana_planning_free           (MukanaPlanning          *self);
gboolean        mukana_planning_gather         (MukanaPlanning          *self,
                                                GError                 **error);
gboolean        mukana_planning_take_in        (MukanaPlanning          *self,
                                                GArray                  *request_ids,
                                                gboolean                *can_be,
                                                GError                 **error);
gboolean        mukana_planning_go_on          (double                   share,
                                                gpointer                 data);
const MukanaPlanPair *mukana_planning_peek_pairs (MukanaPlanning       *self,
                                                 gint64                 request_id,
                                                 guint                 *n_pairs);
MukanaPlanned  *mukana_planning_find           (MukanaPlanning          *self,
                                                gint64                   request_id);
int             mukana_planning_score          (MukanaPlanning          *self,
                                                int                      fit);
void            mukana_planning_add_rules      (MukanaPlanning          *self,
                                                guint                    first_pair);
void            mukana_planning_tell_reasons   (MukanaPlanning          *self,
                                                MukanaPlanned           *planned);
char           *mukana_planning_find_relief    (MukanaPlanning          *self,
                                                gint64                   request_id,
                                                guint                    n_seated);
void            mukana_planning_add_purses     (MukanaPlanning          *self,
                                                const MukanaMatchFacts  *facts);
void            mukana_planning_move_free      (gpointer                 data);
void            mukana_planning_fill           (MukanaPlanning          *self,
                                                MukanaPlanResult        *result);
GPtrArray      *mukana_planning_tell_others    (MukanaPlanning          *self,
                                                gint64                   request_id,
                                                guint                    n_others);

GPtrArray             *mukana_planning_others_new   (void);
MukanaPlanningRequest *mukana_planning_request_new  (gint64                       request_id);
MukanaPlanningRequest *mukana_planning_request_copy (const MukanaPlanningRequest *known);
void                   mukana_planning_request_free (gpointer                     data);

MukanaPlanning *mukana_planning_memory_take    (MukanaPlanningMemory    *self,
                                                MukanaDb                *db,
                                                GArray                  *request_ids);
gboolean        mukana_planning_memory_has_changed (MukanaPlanningMemory *self);
void            mukana_planning_memory_keep    (MukanaPlanningMemory    *self,
                                                MukanaDb                *db,
                                                MukanaPlanning          *planning);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanning, mukana_planning_free)

G_END_DECLS
