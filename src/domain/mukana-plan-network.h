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
  guint  first_link, n_links;
  guint  first_rule, n_rules;  /* in plan->rules */
  guint  first_unit, n_units;
  gint64 fee_cents;            /* of one time */
  gboolean is_wanted;
} MukanaNetRequest;

typedef struct
{
  gint64 id;
  gint64 lottery;              /* who comes first of equals */
  guint  person;               /* in plan->people */
  guint  first_taken, n_taken; /* in plan->taken */
  guint  first_pair, n_pairs;  /* in by_person */
  guint  first_purse, n_purses; /* in plan->purses */
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

/* There are many, and all are looked at for every plan that is remembered: kept small. */
typedef struct
{
  guint   pair;
  int     arc;
  guint   unit;                /* that it fills; NONE: any seat of the line */
  guint16 n_closed;            /* how many reasons keep the pair out of that unit */
  guint8  line;                /* number within the request */
  guint8  is_reserve;          /* boolean */
} MukanaNetLink;

/* A seat that stands by itself, so that it can be kept for some and may have to be filled. */
typedef struct
{
  guint   line;                /* in plan->lines */
  int     node;
  int     empty;               /* the arc for nobody */
  int     emergency;           /* for nobody where somebody must be: costs more than any plan */
  guint   rule;                /* only those whom it asks for ever sit there; NONE: anybody */
  guint16 n_forced;            /* how many reasons it must be filled for */
} MukanaNetUnit;

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
  GArray     *links;           /* MukanaNetLink, by request */
  GArray     *units;           /* MukanaNetUnit, by request */
  GArray     *classes;         /* int by rule and pair of its request: see mukana_net_class() */
  GArray     *first_classes;   /* guint by rule: where its classes begin */
  guint       n_shut;          /* pairs, links and units that are closed now */
  GArray     *touched;         /* guint: those closed or opened since whoever returns to a plan
                                * looked last */
  gboolean    has_units;       /* requests with rules have seats apart: see mukana-plan-units */
  gboolean    wants_units;     /* a rule is broken that only such seats can mend */

  /* What the network alone does not keep: only there can a rule be broken. */
  GArray     *watched_people;  /* guint */
  GArray     *watched_requests;/* guint: those with several ways */
} MukanaPlanNetwork;

/* A rule that the flow breaks: at least one of the choices must hold, each a set of what is
 * closed: pairs that are not chosen, links that are not used, units that are not left empty. */
typedef struct
{
  GPtrArray *choices;          /* GArray of guint: see mukana_plan_network_close() */
  gboolean   is_partial;       /* there are more choices than units to tell them by */
  guint      request;          /* whose group it is about; NONE: about a person, or the ways */
} MukanaPlanConflict;

/* Worth more than every plan: whoever must take part does, if they can at all. */
#define MUKANA_NET_MUST 1000000000
/* And what may not be is dearer than somebody who must take part and does not. */
#define MUKANA_NET_NEVER 2000000000

MukanaPlanNetwork  *mukana_plan_network_new        (MukanaPlan         *plan,
                                                    gboolean            has_units);
void                mukana_plan_network_free       (MukanaPlanNetwork  *self);
void                mukana_plan_network_index      (MukanaPlanNetwork  *self);
void                mukana_plan_network_grow_person (MukanaPlanNetwork *self,
                                                    guint               index,
                                                    GArray             *possible);
gboolean            mukana_plan_network_has        (MukanaPlanNetwork  *self,
                                                    guint               pair);
void                mukana_plan_network_close      (MukanaPlanNetwork  *self,
                                                    guint               pair);
void                mukana_plan_network_open       (MukanaPlanNetwork  *self,
                                                    guint               pair);
guint               mukana_plan_network_n_closable (MukanaPlanNetwork  *self);
guint               mukana_plan_network_n_kept     (MukanaPlanNetwork  *self,
                                                    guint               what);
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
int                 mukana_plan_network_room_in    (MukanaPlanNetwork  *self,
                                                    guint               person,
                                                    int                 month);
int                 mukana_plan_network_times_left (MukanaPlanNetwork  *self,
                                                    guint               person,
                                                    int                 month);
int                 mukana_plan_network_times_in   (MukanaPlanNetwork  *self,
                                                    guint               pair,
                                                    int                 month);
gboolean            mukana_plan_network_is_taken   (MukanaPlanNetwork  *self,
                                                    guint               pair);
guint               mukana_plan_network_find_person (MukanaPlanNetwork *self,
                                                    gint64              id);
guint               mukana_plan_network_find_request (MukanaPlanNetwork *self,
                                                    gint64              id);
MukanaPlanConflict *mukana_plan_conflict_new       (void);
GArray             *mukana_plan_conflict_add       (MukanaPlanConflict *self);
void                mukana_plan_conflict_free      (MukanaPlanConflict *self);

void                mukana_plan_network_link       (MukanaPlanNetwork      *self,
                                                    const MukanaNetRequest *request,
                                                    const MukanaPlanLine   *line,
                                                    int                     node,
                                                    guint                   unit,
                                                    guint                   rule);
void                mukana_plan_units_grow         (MukanaPlanNetwork      *self,
                                                    MukanaNetRequest       *request,
                                                    guint                   line);
void                mukana_plan_units_release      (MukanaPlanNetwork      *self,
                                                    const MukanaNetRequest *request);
void                mukana_plan_units_leave_empty  (MukanaPlanNetwork      *self,
                                                    const MukanaNetRequest *request);
void                mukana_plan_network_supply     (MukanaPlanNetwork      *self,
                                                    const MukanaNetRequest *request,
                                                    gboolean                is_wanted);

void                mukana_plan_purses_index       (MukanaPlanNetwork      *self);
gint64              mukana_plan_purses_cost        (MukanaPlanNetwork      *self,
                                                    const MukanaPlanPurse  *purse,
                                                    guint                   pair);
const MukanaPlanPurse *mukana_plan_purses_exceeded (MukanaPlanNetwork      *self,
                                                    guint                   person,
                                                    const guint            *pairs,
                                                    guint                   n_pairs);
gboolean            mukana_plan_rule_asks_for      (const MukanaPlanRule   *rule,
                                                    int                     class,
                                                    int                     class_of_all);
void                mukana_plan_composition_index  (MukanaPlanNetwork      *self);
MukanaPlanConflict *mukana_plan_composition_conflict (MukanaPlanNetwork    *self,
                                                    guint                   request);

#define MUKANA_NET_NONE G_MAXUINT

static inline MukanaNetPair *
mukana_net_pair (MukanaPlanNetwork *self,
                 guint              pair)
{
  return &g_array_index (self->pairs, MukanaNetPair, pair);
}

static inline MukanaNetPerson *
mukana_net_person (MukanaPlanNetwork *self,
                   guint              index)
{
  return &g_array_index (self->people, MukanaNetPerson, index);
}

static inline const MukanaPlanTime *
mukana_net_time (MukanaPlanNetwork *self,
                 guint              index)
{
  return &g_array_index (self->plan->times, MukanaPlanTime, index);
}

/* For how many reasons it is closed. */
static inline guint
mukana_plan_network_n_closed (MukanaPlanNetwork *self,
                              guint              what)
{
  return what < self->pairs->len ? mukana_net_pair (self, what)->n_closed
                                 : mukana_plan_network_n_kept (self, what);
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

/* Of which class the person of @pair is for a rule of its request. */
static inline int
mukana_net_class (MukanaPlanNetwork      *self,
                  const MukanaNetRequest *request,
                  guint                   rule,
                  guint                   pair)
{
  return g_array_index (self->classes, int, g_array_index (self->first_classes, guint, rule) +
                                            pair - request->first_pair);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanNetwork, mukana_plan_network_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanConflict, mukana_plan_conflict_free)

G_END_DECLS
