/* mukana-fee-batch.c: how a batch of fees comes from a draft to the payroll and back.
 *
 * Nobody approves alone: who approves has neither made nor checked the batch.  Who sends
 * it to the payroll may be anybody, because what is sent was approved and is counted.
 * From then on it is locked: a mistake is mended by a new line that refers to the old.
 */

#include "domain/mukana-fee-batch.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

#define AT(field) G_STRUCT_OFFSET (MukanaFeeBatch, field)
#define REASON_LIMIT 500

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, MUKANA_FIELD_PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 100, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "state", MUKANA_FIELD_TEXT, AT (state), 20, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED,
    mukana_fee_batch_states },
  { "n-lines", MUKANA_FIELD_INT, AT (n_lines), 0, MUKANA_FIELD_PLAIN, NULL },
  { "sum-cents", MUKANA_FIELD_CENTS, AT (sum_cents), 0, MUKANA_FIELD_PLAIN, NULL },
  { "made-at", MUKANA_FIELD_TIME, AT (made_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "made-by", MUKANA_FIELD_TEXT, AT (made_by), 200, MUKANA_FIELD_PLAIN, NULL },
  { "checked-at", MUKANA_FIELD_TIME, AT (checked_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "checked-by", MUKANA_FIELD_TEXT, AT (checked_by), 200, MUKANA_FIELD_PLAIN, NULL },
  { "approved-at", MUKANA_FIELD_TIME, AT (approved_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "approved-by", MUKANA_FIELD_TEXT, AT (approved_by), 200, MUKANA_FIELD_PLAIN, NULL },
  { "exported-at", MUKANA_FIELD_TIME, AT (exported_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "exported-by", MUKANA_FIELD_TEXT, AT (exported_by), 200, MUKANA_FIELD_PLAIN, NULL },
  { "checksum", MUKANA_FIELD_TEXT, AT (checksum), 64, MUKANA_FIELD_PLAIN, NULL },
  { "closed-at", MUKANA_FIELD_TIME, AT (closed_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "return-reason", MUKANA_FIELD_TEXT, AT (return_reason), REASON_LIMIT, MUKANA_FIELD_PLAIN,
    NULL },
};

MUKANA_DEFINE_RECORD (MukanaFeeBatch, mukana_fee_batch, fields)

const char * const mukana_batch_lost_line = N_("A line that it corrected came back from payroll.");

static const struct
{
  const char *from[2];         /* states from which it may be made */
  const char *to;
  const char *line_state;      /* what its lines become */
  const char *label;
  const char *action;          /* of the journal */
} moves[MUKANA_N_BATCH_MOVES] = {
  [MUKANA_BATCH_CHECK] = { { "draft" }, "checked", "draft", N_("_Mark as Checked"),
                           "batching.check" },
  [MUKANA_BATCH_APPROVE] = { { "checked" }, "approved", "approved", N_("_Approve"),
                             "batching.approve" },
  [MUKANA_BATCH_EXPORT] = { { "approved" }, "exported", "approved", N_("_Send to Payroll…"),
                            "batching.export" },
  [MUKANA_BATCH_ACKNOWLEDGE] = { { "exported" }, "acknowledged", "paid", N_("_Payroll Has Paid"),
                                 "batching.acknowledge" },
  [MUKANA_BATCH_REOPEN] = { { "checked", "approved" }, "draft", "draft",
                            N_("_Return to Draft…"), "batching.reopen" },
  [MUKANA_BATCH_RETURN] = { { "exported" }, "returned", "draft", N_("Payroll _Returned It…"),
                            "batching.return" },
};

/** mukana_fee_batch_can: whether @move leads on from the state of the batch */
gboolean
mukana_fee_batch_can (MukanaFeeBatch  *self,
                      MukanaBatchMove  move)
{
  for (guint i = 0; i < G_N_ELEMENTS (moves[move].from); i++)
    if (moves[move].from[i] != NULL && g_strcmp0 (moves[move].from[i], self->state) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
needs_reason (MukanaBatchMove move)
{
  return move == MUKANA_BATCH_REOPEN || move == MUKANA_BATCH_RETURN;
}

/**
 * mukana_fee_batch_refuse:
 * @actor: who would do it
 * @reason: (nullable): why it goes back
 *
 * Returns: (nullable): borrowed, a source string for gettext: why @actor may not do it
 */
const char *
mukana_fee_batch_refuse (MukanaFeeBatch  *self,
                         MukanaBatchMove  move,
                         const char      *actor,
                         const char      *reason)
{
  if (!mukana_fee_batch_can (self, move) && move == MUKANA_BATCH_APPROVE &&
      g_strcmp0 (self->state, "draft") == 0)
    return N_("The batch has to be checked first.");
  if (!mukana_fee_batch_can (self, move) && move == MUKANA_BATCH_EXPORT &&
      (g_strcmp0 (self->state, "draft") == 0 || g_strcmp0 (self->state, "checked") == 0))
    return N_("The batch has to be approved first, by somebody else.");
  if (!mukana_fee_batch_can (self, move))
    return N_("The batch is not in a state for that any more.");
  if (move == MUKANA_BATCH_CHECK && self->n_lines == 0)
    return N_("There is nothing in the batch.");
  if (move == MUKANA_BATCH_APPROVE && (g_strcmp0 (actor, self->made_by) == 0 ||
                                       g_strcmp0 (actor, self->checked_by) == 0))
    return N_("A batch is approved by somebody else than who made or checked it, from an "
              "account of their own.");
  if (needs_reason (move) && mukana_text_is_empty (reason))
    return N_("Say why it goes back.");
  if (needs_reason (move) && g_utf8_strlen (reason, -1) > REASON_LIMIT)
    return N_("The reason is too long.");

  return NULL;
}

static void
note_step (MukanaFeeBatch *batch,
           const char     *step,
           const char     *actor,
           gint64          at_us)
{
  g_autofree char *at = g_strconcat (step, "-at", NULL);
  g_autofree char *by = g_strconcat (step, "-by", NULL);

  mukana_record_init_int (batch, at, at_us);
  mukana_record_init_text (batch, by, actor);
}

/**
 * mukana_fee_batch_moved:
 * @word: (nullable): the checksum of what was exported, or the reason of going back
 *
 * Returns: yours, the batch after a move that was not refused
 */
MukanaFeeBatch *
mukana_fee_batch_moved (MukanaFeeBatch  *self,
                        MukanaBatchMove  move,
                        const char      *actor,
                        gint64           at_us,
                        const char      *word)
{
  MukanaFeeBatch *moved = mukana_record_with_text (self, "state", moves[move].to);

  switch (move)
    {
    case MUKANA_BATCH_CHECK:
    case MUKANA_BATCH_APPROVE:
      note_step (moved, moves[move].to, actor, at_us);
      mukana_record_init_text (moved, "return-reason", NULL);
      break;
    case MUKANA_BATCH_EXPORT:
      note_step (moved, moves[move].to, actor, at_us);
      mukana_record_init_text (moved, "checksum", word);
      break;
    case MUKANA_BATCH_REOPEN:
      note_step (moved, "checked", NULL, 0);
      note_step (moved, "approved", NULL, 0);
      mukana_record_init_text (moved, "return-reason", word);
      break;
    case MUKANA_BATCH_RETURN:
      mukana_record_init_text (moved, "return-reason", word);
      mukana_record_init_int (moved, "closed-at", at_us);
      break;
    case MUKANA_BATCH_ACKNOWLEDGE:
    case MUKANA_N_BATCH_MOVES:
      mukana_record_init_int (moved, "closed-at", at_us);
      break;
    }

  return moved;
}

/** mukana_fee_batch_next: Returns: the one next #MukanaBatchMove, or -1 when all is done */
int
mukana_fee_batch_next (MukanaFeeBatch *self)
{
  for (int move = 0; move <= MUKANA_BATCH_ACKNOWLEDGE; move++)
    if (mukana_fee_batch_can (self, move))
      return move;

  return -1;
}

/** mukana_fee_batch_is_open: whether lines may still come and go */
gboolean
mukana_fee_batch_is_open (MukanaFeeBatch *self)
{
  return g_strcmp0 (self->state, "draft") == 0;
}

/** mukana_fee_batch_was_sent: whether payroll has it, and its lines are only corrected now */
gboolean
mukana_fee_batch_was_sent (MukanaFeeBatch *self)
{
  return g_strcmp0 (self->state, "exported") == 0 || g_strcmp0 (self->state, "acknowledged") == 0;
}

/** mukana_batch_move_label: Returns: borrowed, a source string for gettext */
const char *
mukana_batch_move_label (MukanaBatchMove move)
{
  return moves[move].label;
}

const char *
mukana_batch_move_action (MukanaBatchMove move)
{
  return moves[move].action;
}

/** mukana_batch_move_line_state: Returns: borrowed, what the lines of the batch become */
const char *
mukana_batch_move_line_state (MukanaBatchMove move)
{
  return moves[move].line_state;
}
