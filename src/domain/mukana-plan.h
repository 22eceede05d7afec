#pragma once

#include "base/mukana-days.h"
#include "domain/mukana-distance.h"

G_BEGIN_DECLS

/* Everything is in points.  A fit is 0 to 1000; what these say stands against it. */
#define MUKANA_PLAN_MOST_FIT 1000
#define MUKANA_PLAN_LIFT 30              /* for somebody who was never asked */
#define MUKANA_PLAN_MOST_LINES 31        /* of one request */
#define MUKANA_PLAN_MOST_ROUNDS 100      /* planned again after a change; then anew */

/* Seats of one kind: those of a role, those for somebody with experience, the reserve. */
typedef struct
{
  gint64   request_id;
  int      line;               /* 0 and up, within the request */
  int      seats;              /* still to be filled */
  gboolean is_reserve;
} MukanaPlanLine;

/* A time at which a request takes place.  Those with the same @way belong together; the ways
 * of one request stand instead of each other. */
typedef struct
{
  gint64         request_id;
  int            way;          /* 0 and up */
  gint64         start_minute; /* real minutes since 1970 UTC */
  gint64         end_minute;   /* not after the start: no clock time, it clashes with nothing */
  int            month;        /* year * 12 + month - 1, as people count */
  MukanaPosition position;     /* zero: nobody travels */
} MukanaPlanTime;

typedef struct
{
  gint64   id;
  int      most_per_month;     /* requests in a calendar month, a series once */
  int      most_per_quarter;
  gboolean is_never_asked;
  int      most_times_per_month; /* own limit, which each time of a series counts for; 0: none */
} MukanaPlanPerson;

/* What somebody has agreed to or is asked for already: one time of it. */
typedef struct
{
  gint64         person_id;
  MukanaPlanTime time;         /* way is not looked at */
} MukanaPlanTaken;

/* Somebody who could take part in that way. */
typedef struct
{
  gint64 request_id;
  gint64 person_id;
  int    way;
  int    fit;                  /* 0 to MUKANA_PLAN_MOST_FIT */
  guint  lines;                /* set of the lines they could fill */
  gboolean is_remote;          /* they would not come to the place: no road is counted */
} MukanaPlanPair;

typedef enum
{
  MUKANA_PLAN_MUST,
  MUKANA_PLAN_NEVER,
} MukanaPlanPinKind;

/* A wish of the coordinator. */
typedef struct
{
  gint64            request_id;
  gint64            person_id;
  MukanaPlanPinKind kind;
} MukanaPlanPin;

/* Two who are not put into the same request. */
typedef struct
{
  gint64 person_id;
  gint64 other_id;
} MukanaPlanApart;

/* What the people of a request are to be like together, when anybody is put into it at all.
 * The reserve is not looked at. */
typedef enum
{
  MUKANA_PLAN_RULE_TWO,        /* nobody alone */
  MUKANA_PLAN_RULE_MENTOR,     /* a first-timer (class 1) with somebody experienced (0) */
  MUKANA_PLAN_RULE_LANGUAGE,   /* somebody who works in a language (class 1) */
  MUKANA_PLAN_RULE_AREAS,      /* not all from one municipality (a class each; 0: not known) */
  MUKANA_PLAN_N_RULES,
} MukanaPlanRuleKind;

/* Those who are in the request already are all of one class: where they keep the rule there
 * is none. */
typedef struct
{
  gint64             request_id;
  int                number;     /* 0 and up, within the request */
  MukanaPlanRuleKind kind;
  int                n_kept;     /* in the request already, without reserve */
  int                kept_class;
} MukanaPlanRule;

/* Of which class somebody is for a rule; 0 is not written down. */
typedef struct
{
  gint64 request_id;
  int    number;                 /* of the rule */
  gint64 person_id;
  int    class;
} MukanaPlanTrait;

/* What one more time of a request pays, when it pays anything. */
typedef struct
{
  gint64 request_id;
  gint64 cents;
} MukanaPlanFee;

/* What an own ceiling leaves somebody to be paid in some months. */
typedef struct
{
  gint64 person_id;
  int    first_month;            /* as in MukanaPlanTime */
  int    n_months;
  gint64 left_cents;
} MukanaPlanPurse;

/* A request that is left out, or taken in again. */
typedef struct
{
  int      round;                /* how often all was planned before: 0 and up */
  gint64   request_id;
  gboolean is_wanted;
} MukanaPlanTurn;

/* What is to be planned.  Everything refers by id, so the order of the arrays means nothing. */
typedef struct
{
  gint64  seed;                /* who is taken of equals: a lottery */
  GArray *lines;               /* MukanaPlanLine */
  GArray *times;               /* MukanaPlanTime */
  GArray *people;              /* MukanaPlanPerson */
  GArray *taken;               /* MukanaPlanTaken */
  GArray *pairs;               /* MukanaPlanPair */
  GArray *pins;                /* MukanaPlanPin */
  GArray *apart;               /* MukanaPlanApart */
  GArray *rules;               /* MukanaPlanRule */
  GArray *traits;              /* MukanaPlanTrait */
  GArray *fees;                /* MukanaPlanFee */
  GArray *purses;              /* MukanaPlanPurse */
  GArray *turns;               /* MukanaPlanTurn */
} MukanaPlan;

/* Somebody put into a request. */
typedef struct
{
  gint64   request_id;
  gint64   person_id;
  int      way;
  int      line;
  int      fit;
  gboolean is_reserve;
} MukanaPlanSeat;

/* What a set of seats is worth, and whether it may be. */
typedef struct
{
  gint64   value;              /* points: fits, less what workload and empty seats cost */
  guint    n_seats;            /* wanted, without reserve */
  guint    n_filled;           /* of them */
  guint    n_reserve;          /* reserve found */
  gint64   total_fit;          /* of those filled, without reserve */
  guint    most_a_person;      /* requests in one quarter of whoever has most */
  gboolean is_allowed;         /* no rule is broken */
} MukanaPlanSums;

MukanaPlan     *mukana_plan_new         (gint64             seed);
void            mukana_plan_free        (MukanaPlan        *self);
void            mukana_plan_sort        (MukanaPlan        *self);
char           *mukana_plan_format      (MukanaPlan        *self);
MukanaPlan     *mukana_plan_parse       (const char        *text);
int             mukana_plan_find_class  (MukanaPlan           *self,
                                         const MukanaPlanRule *rule,
                                         gint64                person_id);
gboolean        mukana_plan_has_pins    (MukanaPlan        *self,
                                         GArray            *pins);
void            mukana_plan_add_turn    (MukanaPlan        *self,
                                         int                round,
                                         gint64             request_id,
                                         gboolean           is_wanted);
gboolean        mukana_plan_is_wanted   (MukanaPlan        *self,
                                         gint64             request_id);
MukanaPlanTime  mukana_plan_time        (gint64             request_id,
                                         int                way,
                                         MukanaDay          day,
                                         int                start_minute,
                                         int                end_minute,
                                         MukanaPosition     position);
gboolean        mukana_plan_times_clash (const MukanaPlanTime *a,
                                         const MukanaPlanTime *b);
gboolean        mukana_plan_times_overlap (const MukanaPlanTime *a,
                                           const MukanaPlanTime *b);
int             mukana_plan_workload    (int                nth);
int             mukana_plan_shortage    (int                nth,
                                         gboolean           is_reserve);
int             mukana_plan_worth       (int                fit,
                                         gboolean           is_never_asked,
                                         gboolean           is_reserve);
gboolean        mukana_plan_rule_holds  (MukanaPlan           *self,
                                         const MukanaPlanRule *rule,
                                         GArray               *seats);
MukanaPlanSums  mukana_plan_sum         (MukanaPlan        *self,
                                         GArray            *seats);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlan, mukana_plan_free)

G_END_DECLS
