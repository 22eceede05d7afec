/* mukana-fee-rows.c: a fee line and the state of a batch, as both pages show them. */

#include "ui/fees/mukana-fee-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

static const struct
{
  const char     *state;
  MukanaPillKind  kind;
} pills[] = {
  { "draft", MUKANA_PILL_NEUTRAL },
  { "checked", MUKANA_PILL_INFO },
  { "approved", MUKANA_PILL_WARN },
  { "exported", MUKANA_PILL_WAITING },
  { "acknowledged", MUKANA_PILL_OK },
  { "returned", MUKANA_PILL_BAD },
};

/* "Fee · 12.11.2026 · 3,5 h × 25,00 €/h = 87,50 €", and why, where a reason was asked for. */
static char *
tell_line (MukanaFeeLine *line)
{
  g_autofree char *day = mukana_format_day (NULL, line->service_day);
  GString *words = g_string_new (mukana_code_label (mukana_fee_kinds, line->kind));

  g_string_append_printf (words, " · %s · %s", day, line->calculation);
  if (line->reason != NULL)
    g_string_append_printf (words, " · %s", line->reason);
  if (line->receipt != NULL)
    g_string_append_printf (words, " · %s", line->receipt);

  return g_string_free (words, FALSE);
}

/** mukana_fee_amount_new: Returns: (transfer floating): euros, which are never cut short */
GtkWidget *
mukana_fee_amount_new (gint64 amount_cents)
{
  g_autofree char *amount = mukana_format_money (NULL, amount_cents);

  return mukana_layout_middle (mukana_layout_style (gtk_label_new (amount), "number"));
}

/**
 * mukana_fee_row_new:
 * @deed: (nullable) (transfer floating): a button at the end
 *
 * Returns: (transfer floating): whose, what and when, its calculation, how much
 */
GtkWidget *
mukana_fee_row_new (MukanaFeeRow *row,
                    GtkWidget    *deed)
{
  g_autofree char *words = tell_line (row->line);
  GtkWidget *about = mukana_layout_column (0, mukana_layout_wrapped (row->name, "row-title"),
                                           mukana_layout_wrapped (words, "second-line"), NULL);
  GtkWidget *line = mukana_layout_row (12, mukana_layout_expand (about),
                                       mukana_fee_amount_new (row->line->amount_cents), NULL);

  if (row->n_corrections > 0)
    {
      g_autofree char *holds = mukana_format_money (NULL, row->line->amount_cents +
                                                          row->corrections_cents);
      g_autofree char *corrected = g_strdup_printf (_("Corrected: %s holds"), holds);

      gtk_box_append (GTK_BOX (about), mukana_layout_wrapped (corrected, "second-line"));
    }
  if (deed != NULL)
    gtk_box_append (GTK_BOX (line), mukana_layout_middle (deed));
  return line;
}

/** mukana_batch_pill_new: Returns: (transfer floating): the state, as colour, shape and word */
GtkWidget *
mukana_batch_pill_new (MukanaFeeBatch *batch)
{
  MukanaPillKind kind = MUKANA_PILL_NEUTRAL;

  for (guint i = 0; i < G_N_ELEMENTS (pills); i++)
    if (g_strcmp0 (pills[i].state, batch->state) == 0)
      kind = pills[i].kind;

  return mukana_layout_middle (
    mukana_pill_new (kind, mukana_code_label (mukana_fee_batch_states, batch->state)));
}

/** mukana_batch_dup_size: Returns: yours, "12 lines · 1 234,50 €" */
char *
mukana_batch_dup_size (MukanaFeeBatch *batch)
{
  gulong n = (gulong) batch->n_lines;
  g_autofree char *lines = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu line", "%lu lines",
                                                         n), n);
  g_autofree char *sum = mukana_format_money (NULL, batch->sum_cents);

  return g_strdup_printf ("%s · %s", lines, sum);
}
