#pragma once

#include "domain/mukana-plan-network.h"
#include "domain/mukana-planner.h"

G_BEGIN_DECLS

struct _MukanaPlanner
{
  MukanaPlan         *plan;        /* borrowed */
  MukanaPlanNetwork  *net;
  int                 round;       /* of plan->turns that the network has taken; -1: nothing is
                                    * supplied yet */

  MukanaPlanProgress  progress;
  gpointer            data;

  /* The search. */
  guint               n_branches, most_branches;
  guint               most_paths;  /* a branch can cost many: counted, because a clock would give
                                    * another plan on another computer */
  gint64              best;        /* value of the best plan so far */
  gint64              bound;       /* the best of what was left unexplored */
  GArray             *best_closed; /* guint16 by what can be closed */
  GArray             *best_seats;  /* MukanaPlanSeat: of equal flows the one that breaks nothing */
  gboolean            is_stopped;
};

G_END_DECLS
