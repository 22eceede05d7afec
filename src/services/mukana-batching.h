#pragma once

#include "domain/mukana-fee-batch.h"
#include "domain/mukana-fee.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A fee line as a list shows it. */
typedef struct
{
  MukanaFeeLine *line;
  char          *name;          /* the person's */
  char          *payroll_ref;   /* what payroll knows the person by; NULL: nothing */
  MukanaDay      tax_card_on;   /* given to payroll */
  MukanaDay      pension_mark_on;
  gint64         n_corrections;    /* of a line in a batch */
  gint64         corrections_cents;   /* their sum: with the line, what holds */
} MukanaFeeRow;

/* Lines of one income type of the incomes register. */
typedef struct
{
  char   *income_type;          /* NULL: none is named */
  gint64  n_lines;
  gint64  sum_cents;
} MukanaFeeSum;

/* What the page of fees shows. */
typedef struct
{
  GPtrArray *waiting;           /* of MukanaFeeRow: in no batch yet, the first of them */
  gint64     n_waiting;
  GPtrArray *batches;           /* of MukanaFeeBatch: what waits first, then the newest */
} MukanaFeeDesk;

/* One batch with everything in it. */
typedef struct
{
  MukanaFeeBatch *batch;
  GPtrArray      *rows;         /* of MukanaFeeRow, by person */
  GPtrArray      *sums;         /* of MukanaFeeSum */
  char           *actor;        /* who looks, by the account */
} MukanaBatchFile;

/* What goes into a new batch: every waiting line until a day. */
typedef struct
{
  char      *title;
  MukanaDay  until;             /* last day of service */
} MukanaBatchMaking;

/* A move of a batch as it was seen. */
typedef struct
{
  gint64           batch_id;
  gint64           version;
  MukanaBatchMove  move;
  char            *reason;      /* why it goes back; else NULL */
} MukanaBatchMoving;

/* A correction of a line that is locked. */
typedef struct
{
  gint64  line_id;
  gint64  amount_cents;         /* what the line should have been, all corrections counted */
  char   *reason;
} MukanaCorrecting;

void mukana_fee_desk_free   (MukanaFeeDesk   *self);
void mukana_batch_file_free (MukanaBatchFile *self);

MukanaBatchMaking *mukana_batch_making_new  (const char        *title,
                                             MukanaDay          until);
void               mukana_batch_making_free (MukanaBatchMaking *self);
MukanaBatchMoving *mukana_batch_moving_new  (MukanaFeeBatch    *batch,
                                             MukanaBatchMove    move,
                                             const char        *reason);
void               mukana_batch_moving_free (MukanaBatchMoving *self);
MukanaCorrecting  *mukana_correcting_new    (gint64             line_id,
                                             gint64             amount_cents,
                                             const char        *reason);
void               mukana_correcting_free   (MukanaCorrecting  *self);

extern const MukanaJob mukana_fee_desk_job;          /* NULL -> MukanaFeeDesk */
extern const MukanaJob mukana_fees_count_job;        /* NULL -> gint64: how many wait */
extern const MukanaJob mukana_batch_file_job;        /* id -> MukanaBatchFile */
extern const MukanaJob mukana_batch_make_job;        /* MukanaBatchMaking -> its id, gint64 */
extern const MukanaJob mukana_batch_drop_job;        /* id of a draft -> NULL */
/* MukanaBatchMoving -> NULL.  NOT_ALLOWED with a sentence; CONFLICT when it was moved since.
 * The export is mukana_payroll_export_job's. */
extern const MukanaJob mukana_batch_move_job;
extern const MukanaJob mukana_batch_take_out_job;    /* MukanaFeeLine -> NULL */
extern const MukanaJob mukana_batch_put_back_job;    /* MukanaFeeLine, as it was -> NULL */
extern const MukanaJob mukana_fee_correct_job;       /* MukanaCorrecting -> id of the new line */

GPtrArray *mukana_batch_rows_load (MukanaDb        *db,
                                   gint64           batch_id,
                                   GError         **error);
gboolean   mukana_batch_move      (MukanaDb        *db,
                                   gint64           batch_id,
                                   gint64           version,
                                   MukanaBatchMove  move,
                                   const char      *word,
                                   GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaFeeDesk, mukana_fee_desk_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaBatchFile, mukana_batch_file_free)

G_END_DECLS
