#pragma once

#include "domain/mukana-plan-protocol.h"
#include "services/mukana-matching.h"

G_BEGIN_DECLS

/* How far a plan has come, for whoever waits: written by the worker, read anywhere. */
typedef struct
{
  gint thousandths;              /* atomic */
} MukanaPlanningMeter;

MukanaPlanningMeter *mukana_planning_meter_new   (void);
MukanaPlanningMeter *mukana_planning_meter_ref   (MukanaPlanningMeter *self);
void                 mukana_planning_meter_unref (MukanaPlanningMeter *self);
double               mukana_planning_meter_get   (MukanaPlanningMeter *self);

/* The last plan with all that was known for it, while that holds: so that what is left out, or
 * asked about it, costs little.  Made and freed on the main thread; what it keeps is touched on
 * the lane "door" only. */
#define MUKANA_TYPE_PLANNING_MEMORY (mukana_planning_memory_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPlanningMemory, mukana_planning_memory, MUKANA, PLANNING_MEMORY,
                      GObject)

MukanaPlanningMemory *mukana_planning_memory_new (MukanaStore *store);

/* What is asked of planning. */
typedef struct
{
  MukanaMatcher        *matcher;
  MukanaPlanningMemory *memory;          /* NULL: everything is planned anew */
  gint64               seed;             /* who comes first of equals: a lottery */
  GArray              *pins;             /* MukanaPlanPin: what was changed by hand */
  GArray              *left_out;         /* gint64 ids of requests */
  guint                n_others;         /* how many not chosen are told for each request */
  gboolean             tells_why;        /* and why they are not; else that can be asked later */
  MukanaPlanningMeter *meter;
} MukanaPlanningQuestion;

#define MUKANA_PLANNING_USUAL_OTHERS 12

MukanaPlanningQuestion *mukana_planning_question_new  (MukanaMatcher          *matcher,
                                                       gint64                  seed);
void                    mukana_planning_question_pin  (MukanaPlanningQuestion *self,
                                                       gint64                  request_id,
                                                       gint64                  person_id,
                                                       MukanaPlanPinKind       kind);
void                    mukana_planning_question_leave_out (MukanaPlanningQuestion *self,
                                                            gint64                  request_id);
void                    mukana_planning_question_remember (MukanaPlanningQuestion  *self,
                                                           MukanaPlanningMemory    *memory);
void                    mukana_planning_question_free (MukanaPlanningQuestion *self);

/* Somebody asked already, or to be asked. */
typedef struct
{
  gint64   person_id;
  char    *name;                 /* NULL when they may not be named */
  gint64   slot_id;              /* the alternative time that is planned; 0: the whole request */
  MukanaDay day;                 /* the first of it; MUKANA_DAY_NONE: that time is gone */
  int      start_minute;         /* of that day; -1: no clock time */
  int      end_minute;
  int      score;                /* points, as finding people shows them */
  gboolean is_reserve;
  gboolean is_agreed;            /* they have said yes */
  gboolean is_elsewhere;         /* and what was agreed is moved to another time than the request */
  char    *reason;               /* why the plan has them in it; NULL for the others */
} MukanaPlanningMove;

/* Somebody who fits and is not in the plan. */
typedef struct
{
  MukanaPlanningMove  move;      /* what asking them would be */
  MukanaPlanWhy       why;
  char               *sentence;  /* NULL: was not asked */
} MukanaPlanningOther;

typedef struct
{
  gint64     request_id;
  char      *title;
  MukanaDay  day;                /* the first, in the way that is planned */
  int        start_minute;       /* -1: no clock time */
  int        end_minute;
  guint      n_wanted;
  guint      n_reserve_wanted;
  guint      n_fits;             /* more who fit, beside those asked */
  GPtrArray *kept;               /* MukanaPlanningMove: asked already, or agreed */
  GPtrArray *moves;              /* MukanaPlanningMove: those to be asked */
  GPtrArray *others;             /* MukanaPlanningOther, best fit first */
  gboolean   is_left_out;        /* nobody is to be asked, and nobody missed */
  guint      n_short;            /* seats still empty, without reserve */
  guint      n_reserve_short;
  char      *shortage;           /* why, as a sentence; NULL: nothing is missing */
  char      *reserve_shortage;   /* that a reserve is missing, and why; NULL: none is */
  char      *relief;             /* what of the group need not be asked so that more are found,
                                  * in words, tried; NULL: that would not help */
  char      *group_asked;        /* of those who come, as the setting has it; NULL: nothing */
  char      *group;              /* the same in sentences, with what cannot be had */
} MukanaPlanningRequest;

/* What can be compared between today and the plan. */
typedef struct
{
  guint n_filled;                /* seats, without reserve */
  guint n_reserve;
  int   total_fit;               /* points of those in seats */
  guint most_a_person;           /* requests of whoever has most among the open ones */
} MukanaPlanningSums;

typedef struct
{
  gint64              seed;
  char               *weights;
  char               *input_digest;
  char               *result_digest;
  char               *protocol;  /* numbers: see mukana-plan-protocol */
  gint64              value;
  gint64              bound;
  guint               n_best;    /* only so many of each request were looked at; 0: all who fit */
  guint               n_unmet;   /* changed by hand in a way that the rules do not let hold */
  guint               n_wanted;
  guint               n_reserve_wanted;
  guint               n_moves;
  MukanaPlanningSums  today;
  MukanaPlanningSums  planned;
  GPtrArray          *requests;  /* MukanaPlanningRequest, by first day */
} MukanaPlanningAnswer;

void mukana_planning_answer_free (MukanaPlanningAnswer *self);

/* Job: takes a MukanaPlanningQuestion, gives a MukanaPlanningAnswer.  Nothing is stored. */
extern const MukanaJob mukana_planning_job;

/* Of the plan that is remembered: why those are not in it who fit. */
typedef struct
{
  MukanaPlanningMemory *memory;
  gint64                request_id;
  guint                 n_others;
} MukanaPlanningWhyQuestion;

MukanaPlanningWhyQuestion *mukana_planning_why_question_new (MukanaPlanningMemory *memory,
                                                             gint64                request_id);
void mukana_planning_why_question_free (MukanaPlanningWhyQuestion *self);

/* Job: takes a MukanaPlanningWhyQuestion, gives a GPtrArray of MukanaPlanningOther; a conflict when
 * the plan is no longer of what the register says. */
extern const MukanaJob mukana_planning_why_job;

/* Somebody staged to be asked. */
typedef struct
{
  gint64   request_id;
  gint64   person_id;
  gint64   slot_id;
  int      score;
  gboolean is_reserve;
} MukanaPlanningStaged;

typedef struct
{
  gint64  seed;
  char   *weights;
  char   *input_digest;
  char   *result_digest;
  char   *protocol;
  GArray *staged;                /* MukanaPlanningStaged */
} MukanaPlanningApplying;

MukanaPlanningApplying *mukana_planning_applying_new  (const MukanaPlanningAnswer *answer);
void                    mukana_planning_applying_add  (MukanaPlanningApplying     *self,
                                                       gint64                      request_id,
                                                       const MukanaPlanningMove   *move);
void                    mukana_planning_applying_free (MukanaPlanningApplying     *self);

typedef enum
{
  MUKANA_PLANNING_NO_CONSENT,    /* no longer takes part in matching */
  MUKANA_PLANNING_ASKED,         /* is asked already */
  MUKANA_PLANNING_OVER,          /* the request no longer looks for people */
  MUKANA_PLANNING_CLASH,         /* agreed, or staged, for another request at that time */
  MUKANA_PLANNING_SHIFT,         /* a volunteer's, at that time */
  MUKANA_PLANNING_UNFIT,         /* does not fit any more, for another reason */
} MukanaPlanningRefusalKind;

typedef struct
{
  gint64                    request_id;
  gint64                    person_id;
  MukanaPlanningRefusalKind kind;
} MukanaPlanningRefusal;

const char *mukana_planning_refusal_label (MukanaPlanningRefusalKind kind);

/* Either all were asked, or, with refusals, nobody was. */
typedef struct
{
  gint64  run_id;                /* of the protocol that was kept; 0: nobody was asked */
  GArray *proposals;             /* gint64 ids */
  GArray *refusals;              /* MukanaPlanningRefusal */
} MukanaPlanningApplied;

void mukana_planning_applied_free (MukanaPlanningApplied *self);

/* Job: takes a MukanaPlanningApplying, gives a MukanaPlanningApplied. */
extern const MukanaJob mukana_planning_apply_job;

/* A plan that was applied, planned again from its own protocol. */
typedef struct
{
  gint64    id;
  gint64    made_at;             /* microseconds since 1970 UTC */
  char     *made_by;
  gint64    seed;
  char     *weights;
  char     *input_digest;
  char     *result_digest;
  char     *protocol;
  gboolean  is_as_kept;          /* its digest is that of when it was kept */
  MukanaPlanCheck check;
  gboolean  holds;               /* it is as it was kept, and the same comes of it */
} MukanaPlanningRun;

void mukana_planning_run_free (MukanaPlanningRun *self);

/* Job: takes the id of a run (gint64 *), gives a MukanaPlanningRun. */
extern const MukanaJob mukana_planning_recall_job;

/* Job: takes nothing, gives a GPtrArray of MukanaPlanningRun: those applied last, the newest first;
 * when, by whom and by which seed, and not their protocols. */
extern const MukanaJob mukana_planning_runs_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanningRun, mukana_planning_run_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanningAnswer, mukana_planning_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanningApplied, mukana_planning_applied_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPlanningMeter, mukana_planning_meter_unref)

G_END_DECLS
