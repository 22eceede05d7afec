#pragma once

#include "domain/mukana-match-index.h"
#include "domain/mukana-match-order.h"
#include "services/mukana-lexicon.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

/* Keeps the match index of one store in step with it.  Made and freed on the
 * main thread; the index itself is touched on the LONG lane only. */
#define MUKANA_TYPE_MATCHER (mukana_matcher_get_type ())
G_DECLARE_FINAL_TYPE (MukanaMatcher, mukana_matcher, MUKANA, MATCHER, GObject)

MukanaMatcher *mukana_matcher_new (MukanaStore *store);

/* For whoever ranks with it in a job at the door: brought up to date, borrowed. */
gboolean          mukana_matcher_catch_up     (MukanaMatcher  *self,
                                               MukanaDb       *db,
                                               GError        **error);
MukanaMatchIndex *mukana_matcher_peek_index   (MukanaMatcher  *self);
MukanaLexicon    *mukana_matcher_peek_lexicon (MukanaMatcher  *self);

/* The register's setting, as mukana_weights_format() writes it. */
#define MUKANA_MATCHING_WEIGHTS "weights"

/* What is asked of matching. */
typedef struct
{
  MukanaMatcher *matcher;
  gint64         request_id;
  gboolean       has_weights;    /* else those of the register */
  MukanaWeights  weights;
  guint          top_n;          /* how many candidates are wanted with their sentences */
  MukanaMatchOrder order;        /* of everybody who fits; those wanted are the first of it */
  gint64         why_person;     /* also this person, fit or not; 0: nobody */
  GArray        *chosen;         /* gint64 ids of the group so far; NULL: nobody */
  GArray        *told;           /* gint64 ids of those to tell about, fit or not; NULL: nobody */
  gboolean       with_people;    /* also everybody who is not proposed, by id */
  gboolean       is_of_rank;     /* only who fits: neither groups nor a relaxation, which hang
                                  * on no weight or order and take far longer */
} MukanaMatchQuestion;

MukanaMatchQuestion *mukana_match_question_new  (MukanaMatcher       *matcher,
                                                 gint64               request_id,
                                                 guint                top_n);
void                 mukana_match_question_free (MukanaMatchQuestion *self);

/* One who fits. */
typedef struct
{
  gint64       person_id;
  char        *name;
  char        *place;            /* municipality; NULL when not told or not to be told */
  MukanaScore  score;
  guint32      languages;        /* bits of mukana_languages */
  const char  *channel;        /* interned, of mukana_channels: how to reach them; or NULL */
  char        *works_in;       /* the language the request asks for, when it asks; or NULL */
  guint        perspectives;     /* of mukana_perspectives: from which they know what is asked */
  guint32      role_bits;        /* of MukanaMatchAnswer.seats: roles that they have */
  char        *roles;            /* those in words; NULL: the request does not ask for several */
  GArray      *apart;            /* gint64 ids of people they are not placed together with */
  char        *why[MUKANA_N_PARTS];
  GArray      *ways;             /* gint64: in which ways of the request they have time, as in
                                  * mukana_match_request_copy_at(); empty: it has no time */
  char        *when;             /* at which of its times they can, when it has several; or NULL */
  char        *would_rise;       /* what would raise the score, as a sentence; NULL: nothing much */
  MukanaMatchChangeKind rise;    /* by what, when something would */
  int          risen_points;
} MukanaMatchRow;

/* Everybody who has this as the first reason. */
typedef struct
{
  MukanaReason  reason;
  const char   *title;           /* static, translated */
  guint         n_first;         /* adds up over the groups */
  guint         n_any;           /* people who have it among others */
  guint         n_helped;        /* of the first: whom one change would let be proposed */
  char         *change;          /* that change, with the number; NULL: none is known */
} MukanaMatchGroup;

/* Somebody who was asked about and does not fit. */
typedef struct
{
  gint64        person_id;
  MukanaReasons reasons;
  gboolean      may_be_named;    /* as mukana_match_facts_may_be_told() */
  char         *name;            /* NULL when they may not be read or named */
  GPtrArray    *why;             /* of char *, one for each reason in order; NULL if not asked */
  MukanaMatchRemedy remedy;      /* the smallest change; n_changes 0: none is known or told */
  char         *change;          /* that in a sentence; NULL when nothing may be told */
} MukanaMatchOut;

typedef struct
{
  gint64     request_id;
  MukanaWeights weights;         /* it was ranked by */
  char      *title;
  guint      n_fits;
  gboolean   is_of_rank;         /* as it was asked: what is of those who do not fit is empty */
  guint      n_needed;           /* how many the request looks for, without a reserve */
  GArray    *seats;              /* MukanaRoleSeats: how many in each role; empty: any will do */
  GPtrArray *role_labels;        /* of char *, one for each; NULL: none */
  GArray    *seated;             /* guint32: the roles of each who is asked already or agreed */
  guint      n_gone;             /* of those who fit: who said no to all its times */
  MukanaMatchRelaxation relaxed; /* what would let it be filled; n_fits 0: nothing, or no need */
  char      *relaxation;         /* that in a sentence; NULL as well */
  GPtrArray *rows;               /* of MukanaMatchRow, in the order asked for */
  GArray    *groups;             /* of MukanaMatchGroup, those with people */
  guint      n_out;
  GPtrArray *out;                /* of MukanaMatchOut: everybody, or the one asked about */
  MukanaMatchRow *why_row;       /* borrowed from extra: the one asked about, if they fit */
  GPtrArray *extra;
  GPtrArray *told_rows;          /* of MukanaMatchRow: those asked about who fit */
  GPtrArray *told_out;           /* of MukanaMatchOut: those who do not */
  GPtrArray *others;             /* of MukanaMatchRow: those in the request already, no reserve */
} MukanaMatchAnswer;

void mukana_match_answer_free (MukanaMatchAnswer *self);

/* Job: takes a MukanaMatcher and gives nothing; brings its index up to date, so that the
 * first question need not wait for that. */
extern const MukanaJob mukana_matching_prepare_job;

/* Job: takes a MukanaMatchQuestion, gives a MukanaMatchAnswer. */
extern const MukanaJob mukana_matching_job;

/* Who is out for one reason, with names and sentences, at most @limit. */
typedef struct
{
  MukanaMatcher *matcher;
  gint64         request_id;
  MukanaReason   reason;
  guint          limit;
  GArray        *chosen;         /* as in MukanaMatchQuestion */
} MukanaMatchGroupQuestion;

typedef struct
{
  GPtrArray *people;             /* MukanaMatchOut with a name; whose first reason it is first */
  guint      n_more;             /* who can be named, over the limit */
  guint      n_hidden;           /* who may not be named */
  guint      n_unguarded;        /* those of them who just wait for a guardian's yes */
} MukanaMatchGroupAnswer;

void mukana_match_group_answer_free (MukanaMatchGroupAnswer *self);

MukanaMatchGroupQuestion *mukana_match_group_question_new  (MukanaMatcher            *matcher,
                                                            gint64                    request_id,
                                                            MukanaReason              reason,
                                                            guint                     limit);
void                      mukana_match_group_question_free (MukanaMatchGroupQuestion *self);

/* Job: takes a MukanaMatchGroupQuestion, gives a MukanaMatchGroupAnswer. */
extern const MukanaJob mukana_matching_group_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchGroupAnswer, mukana_match_group_answer_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchAnswer, mukana_match_answer_free)

G_END_DECLS
