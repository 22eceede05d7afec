#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* Fee lines that go to the payroll together. */
#define MUKANA_TYPE_FEE_BATCH (mukana_fee_batch_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeeBatch, mukana_fee_batch, MUKANA, FEE_BATCH, MukanaRecord)

struct _MukanaFeeBatch
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  const char *title;
  const char *state;           /* of mukana_fee_batch_states */
  gint64      n_lines;         /* as it was when lines last came or went */
  gint64      sum_cents;
  gint64      made_at;
  const char *made_by;
  gint64      checked_at;      /* 0: not yet; so the others */
  const char *checked_by;
  gint64      approved_at;
  const char *approved_by;
  gint64      exported_at;
  const char *exported_by;
  const char *checksum;        /* SHA-256 of the file for the payroll, in hex */
  gint64      closed_at;       /* acknowledged or returned */
  const char *return_reason;
};

typedef enum
{
  MUKANA_BATCH_CHECK,          /* that the lines are right */
  MUKANA_BATCH_APPROVE,        /* by somebody else */
  MUKANA_BATCH_EXPORT,         /* to the payroll; locked from then on */
  MUKANA_BATCH_ACKNOWLEDGE,    /* the payroll has paid */
  MUKANA_BATCH_REOPEN,         /* before the export: back to a draft, with a reason */
  MUKANA_BATCH_RETURN,         /* the payroll did not take it; its lines are free again */
  MUKANA_N_BATCH_MOVES,
} MukanaBatchMove;

/* Why a batch is a draft again when nobody returned it; shown through gettext. */
extern const char * const mukana_batch_lost_line;

const char     *mukana_fee_batch_refuse   (MukanaFeeBatch  *self,
                                           MukanaBatchMove  move,
                                           const char      *actor,
                                           const char      *reason);
MukanaFeeBatch *mukana_fee_batch_moved    (MukanaFeeBatch  *self,
                                           MukanaBatchMove  move,
                                           const char      *actor,
                                           gint64           at_us,
                                           const char      *word);
int             mukana_fee_batch_next     (MukanaFeeBatch  *self);
gboolean        mukana_fee_batch_can      (MukanaFeeBatch  *self,
                                           MukanaBatchMove  move);
gboolean        mukana_fee_batch_is_open  (MukanaFeeBatch  *self);
gboolean        mukana_fee_batch_was_sent (MukanaFeeBatch  *self);
const char     *mukana_batch_move_label   (MukanaBatchMove  move);
const char     *mukana_batch_move_action  (MukanaBatchMove  move);
const char     *mukana_batch_move_line_state (MukanaBatchMove move);

G_END_DECLS
