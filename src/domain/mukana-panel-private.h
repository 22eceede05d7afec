#pragma once

#include "domain/mukana-panel.h"

G_BEGIN_DECLS

/* Panels by how many of each type: the whole numbers that keep the targets. */
typedef struct
{
  MukanaPanel     *panel;
  GArray          *types;       /* MukanaPanelType */
  MukanaPanelGoOn  go_on;
  gpointer         data;
  gboolean         was_stopped;

  /* The search at hand. */
  const gint64    *weights;     /* by type; NULL: any panel will do */
  gboolean         may_relax;   /* targets give way, as little as can be */
  int             *best;        /* counts by type, then what gives way; NULL: none yet */
  gint64           best_sum;
  double           open_bound;  /* most that what was not looked at could bring */
  guint            n_nodes;
  GArray          *rows;        /* guint: the pairs kept apart that were found together */
} MukanaPanelSearch;

MukanaPanelSearch *mukana_panel_search_new   (MukanaPanel        *panel,
                                              GArray             *types,
                                              MukanaPanelGoOn     go_on,
                                              gpointer            data);
void               mukana_panel_search_free  (MukanaPanelSearch  *self);
int               *mukana_panel_search_best  (MukanaPanelSearch  *self,
                                              const gint64       *weights,
                                              gint64             *bound);
GArray            *mukana_panel_search_relax (MukanaPanelSearch  *self);

void               mukana_panel_share_out    (MukanaPanelSearch  *self,
                                              MukanaPanelResult  *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanelSearch, mukana_panel_search_free)

G_END_DECLS
