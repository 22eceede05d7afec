#pragma once

#include "domain/mukana-duplicate.h"
#include "domain/mukana-heading.h"
#include "services/mukana-table.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Step 1: a file or a folder of related files, read, with a guess of what each
 * column is.  Never changes; may be read from any thread. */
typedef struct _MukanaImportSource MukanaImportSource;

MukanaImportSource *mukana_import_source_read        (const char           *path,
                                                      const char           *sheet,
                                                      GCancellable         *cancellable,
                                                      GError              **error);
void                mukana_import_source_read_async  (const char           *path,
                                                      const char           *sheet,
                                                      GCancellable         *cancellable,
                                                      GAsyncReadyCallback   done,
                                                      gpointer              user_data);
MukanaImportSource *mukana_import_source_read_finish (GAsyncResult         *result,
                                                      GError              **error);
MukanaImportSource *mukana_import_source_ref         (MukanaImportSource   *self);
void                mukana_import_source_unref       (MukanaImportSource   *self);

/* One list of a source: a table, where its headings are, what its columns hold. */
guint           mukana_import_source_get_n_lists     (MukanaImportSource   *self);
const char     *mukana_import_source_peek_file       (MukanaImportSource   *self,
                                                      guint                 list);
MukanaTable    *mukana_import_source_peek_table      (MukanaImportSource   *self,
                                                      guint                 list);
MukanaListKind  mukana_import_source_get_kind        (MukanaImportSource   *self,
                                                      guint                 list);
guint           mukana_import_source_get_first_row   (MukanaImportSource   *self,
                                                      guint                 list);
guint           mukana_import_source_get_n_columns   (MukanaImportSource   *self,
                                                      guint                 list);
const char     *mukana_import_source_peek_heading    (MukanaImportSource   *self,
                                                      guint                 list,
                                                      guint                 column);
MukanaColumn    mukana_import_source_get_column      (MukanaImportSource   *self,
                                                      guint                 list,
                                                      guint                 column);

/* The same source, with one column of one list understood otherwise; yours. */
MukanaImportSource *mukana_import_source_with_column (MukanaImportSource   *self,
                                                      guint                 list,
                                                      guint                 column,
                                                      MukanaColumn          meaning);

/* Job: takes a MukanaImportSource, gives one with the columns as they were
 * accepted for such headings before.  Planning does this by itself for lists
 * whose columns nobody has touched. */
extern const MukanaJob mukana_importing_recall_job;

typedef enum
{
  MUKANA_IMPORT_NEW,
  MUKANA_IMPORT_CHANGED,
  MUKANA_IMPORT_SAME,
  MUKANA_IMPORT_DUPLICATE,   /* perhaps somebody who is there already: somebody decides */
  MUKANA_IMPORT_REFUSED,
  MUKANA_IMPORT_N_OUTCOMES
} MukanaImportOutcome;

typedef enum
{
  MUKANA_IMPORT_SKIP,        /* what happens to a duplicate when nobody decides */
  MUKANA_IMPORT_AS_NEW,
  MUKANA_IMPORT_MERGE,       /* the same person: fill what is empty, add what is missing */
} MukanaImportDecision;

typedef struct
{
  gboolean themes_covered;   /* the consent in the list covers the themes in it */
  gboolean keep_as_notes;    /* what is not understood is kept as a note on the person */
} MukanaImportOptions;

/* Step 2: what would happen.  Nothing in the store has changed. */
typedef struct _MukanaImportPlan MukanaImportPlan;

/* What would happen to one row. */
typedef struct
{
  MukanaListKind         kind;
  guint                  list;        /* of the source */
  guint                  row;         /* its number in the file, from 1 */
  MukanaImportOutcome    outcome;
  const char            *label;       /* a name or a title; personal: never to a log */
  const char            *fields;      /* CHANGED: names of fields apart by spaces; else NULL */
  MukanaLikenessReasons  likeness;    /* DUPLICATE: why; see mukana_likeness_sentences() */
  gint64                 other_id;    /* DUPLICATE: the person in the register; 0: none */
  guint                  other_row;   /* DUPLICATE: an earlier row of the list; 0: none */
  const char            *other_label; /* DUPLICATE: their name */
} MukanaImportItem;

/* Something in a row that was not understood or may not be taken in. */
typedef struct
{
  guint       list;
  guint       row;            /* 0: the whole column or file */
  const char *column;         /* its heading; "" for the whole row */
  const char *value;          /* as it stood */
  const char *reason;         /* stable code, for --json */
  const char *sentence;       /* English, marked: give it to _() where it is shown */
} MukanaImportProblem;

/* How many rows; the five others add up to the first. */
typedef struct
{
  guint n_rows;
  guint n_new;
  guint n_changed;
  guint n_same;
  guint n_duplicate;
  guint n_refused;
} MukanaImportCounts;

MukanaImportPlan          *mukana_import_plan_ref            (MukanaImportPlan   *self);
void                       mukana_import_plan_unref          (MukanaImportPlan   *self);
MukanaImportSource        *mukana_import_plan_peek_source    (MukanaImportPlan   *self);
MukanaImportCounts         mukana_import_plan_count          (MukanaImportPlan   *self);
MukanaImportCounts         mukana_import_plan_count_kind     (MukanaImportPlan   *self,
                                                              MukanaListKind      kind);
guint                      mukana_import_plan_get_n_items    (MukanaImportPlan   *self);
const MukanaImportItem    *mukana_import_plan_peek_item      (MukanaImportPlan   *self,
                                                              guint               item);
guint                      mukana_import_plan_get_n_problems (MukanaImportPlan   *self);
const MukanaImportProblem *mukana_import_plan_peek_problem   (MukanaImportPlan   *self,
                                                              guint               problem);

/* What consents would come in, by purpose: the register, matching and so on. */
#define MUKANA_IMPORT_N_PURPOSES 5
const char                *mukana_import_purpose             (guint               i);
guint                      mukana_import_plan_count_consents (MukanaImportPlan   *self,
                                                              guint               purpose);
gboolean                   mukana_import_plan_has_people     (MukanaImportPlan   *self);
const char                *mukana_import_outcome_name        (MukanaImportOutcome outcome);
const char                *mukana_import_outcome_label       (MukanaImportOutcome outcome);

/* What is to be planned: the argument of the job, which gives a MukanaImportPlan. */
typedef struct
{
  MukanaImportSource  *source;
  MukanaImportOptions  options;
} MukanaImportOrder;

MukanaImportOrder *mukana_import_order_new  (MukanaImportSource        *source,
                                             const MukanaImportOptions *options);
void               mukana_import_order_free (MukanaImportOrder         *self);
extern const MukanaJob mukana_importing_plan_job;

/* Step 3: an accepted plan, the argument of the job, which gives the
 * MukanaImportCounts of what was done.  May be watched and stopped from another
 * thread while it runs; shared, because the watcher may outlive the job. */
typedef struct _MukanaImportAcceptance MukanaImportAcceptance;

MukanaImportAcceptance *mukana_import_acceptance_new      (MukanaImportPlan       *plan);
MukanaImportAcceptance *mukana_import_acceptance_ref      (MukanaImportAcceptance *self);
void                    mukana_import_acceptance_unref    (MukanaImportAcceptance *self);

/* Before it is run: what to do with the duplicate at @item. */
void                    mukana_import_acceptance_decide   (MukanaImportAcceptance *self,
                                                           guint                   item,
                                                           MukanaImportDecision    decision);
MukanaImportDecision    mukana_import_acceptance_decision (MukanaImportAcceptance *self,
                                                           guint                   item);

/* While it runs, from any thread.  Stopping rolls everything back; the job then
 * fails with %G_IO_ERROR_CANCELLED.  Returns whether it was still in time. */
gboolean                mukana_import_acceptance_stop     (MukanaImportAcceptance *self);
void                    mukana_import_acceptance_progress (MukanaImportAcceptance *self,
                                                           guint                  *n_done,
                                                           guint                  *n_total);
extern const MukanaJob mukana_importing_accept_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaImportSource, mukana_import_source_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaImportPlan, mukana_import_plan_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaImportOrder, mukana_import_order_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaImportAcceptance, mukana_import_acceptance_unref)

G_END_DECLS
