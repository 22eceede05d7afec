#pragma once

#include "domain/mukana-flow.h"
#include "domain/mukana-plan.h"

G_BEGIN_DECLS

/* A plan as a flow network: how mukana-planner sees it.  Nobody else does. */

typedef struct
{
  guint  request;              /* index of MukanaNetRequest */
  int    number;
  guint  first_time;           /* in plan->times */
  guint  n_times;
  gint64 start_minute;         /* of the first */
  int    month;                /* of the first */
} MukanaNetWay;

typedef struct
{
  gint64 id;
  guint  first_way, n_ways;
  guint  first_line, n_lines;  /* in plan->lines */
  guint  first_pair, n_pairs;
  gboolean is_wanted;
} MukanaNetRequest;

typedef struct
{
  gint64 id;
  gint64 lottery;              /* who comes first of equals */
  guint  person;               /* in plan->people */
  guint  first_taken, n_taken; /* in plan->taken */
  guint  first_pair, n_pairs;  /* in by_person */
} MukanaNetPerson;

typedef struct
{
  guint   pair;                /* in plan->pairs */
  guint   way;
  guint   person;
  int     parent;              /* node that it leads to */
  int     extra;               /* workload, when it alone leads to the sink */
  int     gate;                /* the arc that carries a unit exactly when the pair is chosen;
                                * -1: it can never be */
  guint16 n_closed;            /* how many reasons keep it out */
  guint8  is_must;             /* boolean */
} MukanaNetPair;

typedef struct
{
  guint    pair;
  int      line;               /* number within the request */
  int      arc;
  gboolean is_reserve;
} MukanaNetLink;

typedef struct
{
  MukanaPlan *plan;            /* borrowed */
  MukanaFlow *flow;
  GArray     *ways;            /* MukanaNetWay, by request and number */
  GArray     *requests;        /* MukanaNetRequest, by id */
  GArray     *people;          /* MukanaNetPerson, by lottery */
  GArray     *pairs;           /* MukanaNetPair, by way and lottery */
  GArray     *by_person;       /* guint: pairs by person, quarter, month and time */
  GArray     *line_nodes;      /* int, as plan->lines */
  GArray     *links;           /* MukanaNetLink */

  /* What the network alone does not keep: only there can a rule be broken. */
  GArray     *watched_people;  /* guint */
  GArray     *watched_requests;/* guint: those with several ways */
} MukanaPlanNetwork;

/* A rule that the flow breaks: at least one of the choices must hold, each a set of pairs
 * that are not chosen. */
typedef struct
{
  GPtrArray *choices;          /* GArray of guint */
} MukanaPlanConflict;

/* Worth more than every plan: whoever must take part does, if they can at all. */
#define MUKANA_NET_MUST 1000000000

MukanaPlanNetwork  *mukana_plan_network_new        (MukanaPlan         *plan);
void                mukana_plan_network_free       (MukanaPlanNetwork  *self);
gboolean            mukana_plan_network_has        (MukanaPlanNetwork  *self,
                                                    guint               pair);
void                mukana_plan_network_close      (MukanaPlanNetwork  *self,
                                                    guint               pair);
void                mukana_plan_network_open       (MukanaPlanNetwork  *self,
                                                    guint               pair);
GArray             *mukana_plan_network_seats      (MukanaPlanNetwork  *self);
MukanaPlanConflict *mukana_plan_network_conflict   (MukanaPlanNetwork  *self);
gboolean            mukana_plan_network_pairs_clash (MukanaPlanNetwork *self,
                                                    guint               a,
                                                    guint               b);
gboolean            mukana_plan_network_touches    (MukanaPlanNetwork  *self,
                                                    guint               pair,
                                                    int                 month);
int                 mukana_plan_network_taken_in   (MukanaPlanNetwork  *self,
                                                    guint               person,
                                                    int                 month,
                                                    gboolean            is_quarter);
gboolean            mukana_plan_network_is_taken   (MukanaPlanNetwork  *self,
                                                    guint               pair);
guint               mukana_plan_network_find_person (MukanaPlanNetwork *self,
                                                    gint64              id);
guint               mukana_plan_network_find_request (MukanaPlanNetwork *self,
                                                    gint64              id);
void                mukana_plan_conflict_free      (MukanaPlanConflict *self);

#define MUKANA_NET_NONE G_MAXUINT

static inline MukanaNetPair *
mukana_net_pair (MukanaPlanNetwork *self,
                 guint              pair)
{
  return &g_array_index (self->pairs, MukanaNetPair, pair);
}

static inline MukanaNetWay *
mukana_net_way (MukanaPlanNetwork *self,
                guint              pair)
{
  return &g_array_index (self->ways, MukanaNetWay, mukana_net_pair (self, pair)->way);
}

static inline guint
mukana_net_request (MukanaPlanNetwork *self,
                    guint              pair)
{
  return mukana_net_way (self, pair)->request;
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanNetwork, mukana_plan_network_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanConflict, mukana_plan_conflict_free)

G_END_DECLS
