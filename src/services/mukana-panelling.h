#pragma once

#include "domain/mukana-panel-target.h"
#include "services/mukana-matching.h"

G_BEGIN_DECLS

/* What panel is asked for. */
typedef struct
{
  MukanaMatcher *matcher;
  gint64         request_id;
  int            size;
  int            n_reserve;
  guint64        seed;
  char          *targets;        /* as mukana_panel_read_targets() takes them */
} MukanaPanelQuestion;

MukanaPanelQuestion *mukana_panel_question_new  (MukanaMatcher       *matcher,
                                                 gint64               request_id,
                                                 int                  size,
                                                 int                  n_reserve,
                                                 guint64              seed,
                                                 const char          *targets);
void                 mukana_panel_question_free (MukanaPanelQuestion *self);

/* Somebody who was drawn. */
typedef struct
{
  gint64    person_id;
  char     *name;
  guint     place;               /* in the list of the protocol, from 1 */
  guint     chance;              /* that they had, in millionths */
  gboolean  is_reserve;
} MukanaPanelMember;

/* A target, and how it came out. */
typedef struct
{
  MukanaPanelTarget target;
  char             *label;       /* "Municipality: Kajaani" */
  guint             n_pool;      /* of those it was drawn from */
  guint             n_drawn;
} MukanaPanelOutcome;

/* Never changes once it is given; counted, so that a page and a job can hold it. */
typedef struct
{
  gint64     request_id;
  char      *title;              /* of the request */
  guint64    seed;
  int        size;
  guint      n_apart;            /* pairs that were kept apart */
  guint      n_pool;             /* people who fit, consent, and have not been asked */
  gboolean   is_possible;
  GPtrArray *relaxations;        /* char *, sentences: what would make it possible, together */
  char      *targets;            /* those it was asked with, made so much milder; NULL: no need */
  GArray    *outcomes;           /* MukanaPanelOutcome */
  GArray    *members;            /* MukanaPanelMember: the panel, then the reserve in order */
  guint      least_chance;       /* in millionths */
  guint      bound;
  gboolean   is_leximin;
  guint      n_shut_out;         /* people who are in no panel that the targets allow */
  char      *input_digest;
  char      *result_digest;
  char      *protocol;
} MukanaPanelAnswer;

MukanaPanelAnswer *mukana_panel_answer_ref   (MukanaPanelAnswer *self);
void               mukana_panel_answer_unref (MukanaPanelAnswer *self);

/* Job of the door: takes a MukanaPanelQuestion, gives a MukanaPanelAnswer.  Nothing is stored.
 * MUKANA_ERROR_INVALID when a target cannot be understood. */
extern const MukanaJob mukana_panelling_draw_job;

/* Job: takes a MukanaPanelAnswer, gives the id of the run (gint64 *): all who were drawn are
 * proposed the request, or nobody is. */
extern const MukanaJob mukana_panelling_keep_job;

/* A draw that was kept, drawn again from its own protocol. */
typedef struct
{
  gint64    id;
  gint64    request_id;
  gint64    made_at;             /* microseconds since 1970 UTC */
  char     *made_by;             /* who drew */
  char     *seed;
  char     *input_digest;
  char     *result_digest;
  char     *protocol;
  gboolean  holds;
  gboolean  is_redrawn;          /* it was drawn again; else some were kept apart, of whom it does
                                  * not tell, and it was looked through */
} MukanaPanelRun;

void mukana_panel_run_free (MukanaPanelRun *self);

/* Job: takes the id of a run (gint64 *), gives a MukanaPanelRun. */
extern const MukanaJob mukana_panelling_recall_job;

/* A protocol on paper. */
typedef struct
{
  gint64  run_id;
  char   *language;              /* of the reader */
  char   *path;                  /* of a file that is not there */
} MukanaPanelPaper;

MukanaPanelPaper *mukana_panel_paper_new  (gint64            run_id,
                                           const char       *language,
                                           const char       *path);
void              mukana_panel_paper_free (MukanaPanelPaper *self);

/* Two jobs, one after the other: the first writes the file (takes a MukanaPanelPaper, gives one),
 * the second notes it in the journal (takes that, gives NULL). */
extern const MukanaJob mukana_panel_paper_job;
extern const MukanaJob mukana_panel_paper_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanelAnswer, mukana_panel_answer_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanelPaper, mukana_panel_paper_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaPanelRun, mukana_panel_run_free)

G_END_DECLS
