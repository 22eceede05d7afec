#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A network with capacities and costs.  Node 0 is the sink; every arc leads from
 * a node to one that was added before it, so there are no circles. */
typedef struct _MukanaFlow MukanaFlow;

#define MUKANA_FLOW_SINK 0

MukanaFlow *mukana_flow_new           (void);
void        mukana_flow_free          (MukanaFlow *self);
int         mukana_flow_add_node      (MukanaFlow *self);
int         mukana_flow_add_arc       (MukanaFlow *self,
                                       int         from,
                                       int         to,
                                       int         capacity,
                                       int         cost);
void        mukana_flow_begin         (MukanaFlow *self);
gboolean    mukana_flow_supply        (MukanaFlow *self,
                                       int         node);
gboolean    mukana_flow_withdraw      (MukanaFlow *self,
                                       int         node);
void        mukana_flow_open          (MukanaFlow *self,
                                       int         arc);
gboolean    mukana_flow_close         (MukanaFlow *self,
                                       int         arc);
int         mukana_flow_get           (MukanaFlow *self,
                                       int         arc);
gint64      mukana_flow_cost          (MukanaFlow *self);
gint64      mukana_flow_loss          (MukanaFlow *self,
                                       int         arc);
guint       mukana_flow_n_paths       (MukanaFlow *self);
guint       mukana_flow_n_arcs        (MukanaFlow *self);
guint       mukana_flow_n_nodes       (MukanaFlow *self);

typedef struct
{
  int from, to;
  int capacity;         /* what is left of it, for an arc that carries something */
  int cost;             /* of one unit */
} MukanaFlowArc;

MukanaFlowArc mukana_flow_peek_arc    (MukanaFlow *self,
                                       guint       arc);

/* What proves that no flow is cheaper: the flow itself, and a price for each node. */
typedef struct
{
  GArray *flows;        /* int, by arc */
  GArray *prices;       /* gint64, by node */
} MukanaFlowProof;

MukanaFlowProof *mukana_flow_prove      (MukanaFlow            *self);
gboolean         mukana_flow_proof_holds (MukanaFlow            *self,
                                          const MukanaFlowProof *proof);
void             mukana_flow_proof_free  (MukanaFlowProof       *proof);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaFlow, mukana_flow_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaFlowProof, mukana_flow_proof_free)

G_END_DECLS
