/* mukana-batch-page.c: one batch of fees: its one next deed, its sums and its lines.
 *
 * What the person at the screen may not do is said beside the deed, before they try.
 */

#include "ui/fees/mukana-batch-page.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "ui/fees/mukana-fee-dialogs.h"
#include "ui/fees/mukana-fee-rows.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-fact.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"

#define MAX_SHOWN 200

struct _MukanaBatchPage
{
  MukanaPage       parent_instance;

  gint64           id;
  MukanaBatchFile *file;       /* NULL until it is read */
  gboolean         shows_all;  /* lines, not the first of them */
  GtkWidget       *head;
  GtkWidget       *groups;
};

G_DEFINE_FINAL_TYPE (MukanaBatchPage, mukana_batch_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static void
add_fact (GtkWidget  *facts,
          const char *icon_name,
          const char *text)
{
  mukana_wrap_box_append (MUKANA_WRAP_BOX (facts), mukana_fact_new (icon_name, text));
}

/* "Checked: anna, 12.11.2026" */
static void
add_step (GtkWidget  *facts,
          const char *title,
          const char *who,
          gint64      at_us)
{
  g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (at_us));
  g_autofree char *words = NULL;

  if (who == NULL)
    return;

  words = g_strdup_printf ("%s: %s, %s", title, who, day);
  add_fact (facts, "mukana-tick-symbolic", words);
}

static GtkWidget *
make_head (MukanaFeeBatch *batch)
{
  GtkWidget *line = mukana_wrap_box_new (12, 6), *facts = mukana_wrap_box_new (24, 6);
  g_autofree char *size = mukana_batch_dup_size (batch);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (line),
                          mukana_layout_wrapped (batch->title, "page-title"));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (line), mukana_batch_pill_new (batch));
  add_fact (facts, "mukana-fee-symbolic", size);
  add_step (facts, _("Made"), batch->made_by, batch->made_at);
  add_step (facts, _("Checked"), batch->checked_by, batch->checked_at);
  add_step (facts, _("Approved"), batch->approved_by, batch->approved_at);
  add_step (facts, _("Sent to payroll"), batch->exported_by, batch->exported_at);
  return mukana_layout_style (mukana_layout_column (9, line, facts, NULL), "page-head");
}

/* One that may not be made has no action, which would make it sensitive again. */
static GtkWidget *
make_move_button (MukanaBatchMove  move,
                  gboolean         is_next,
                  gboolean         may)
{
  GtkWidget *button = mukana_layout_button (_(mukana_batch_move_label (move)),
                                            is_next ? "suggested-action" : NULL,
                                            may ? "fee-batch.move" : NULL);

  if (may)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) move);
  gtk_widget_set_sensitive (button, may);
  return button;
}

static GtkWidget *
make_deeds (MukanaBatchPage *self)
{
  MukanaFeeBatch *batch = self->file->batch;
  int next = mukana_fee_batch_next (batch);
  GtkWidget *buttons = mukana_wrap_box_new (6, 6), *column;
  const char *problem = next >= 0 ? mukana_fee_batch_refuse (batch, next, self->file->actor, NULL)
                                  : NULL;

  for (int move = 0; move < MUKANA_N_BATCH_MOVES; move++)
    if (mukana_fee_batch_can (batch, move))
      mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                              make_move_button (move, move == next,
                                                move != next || problem == NULL));
  if (mukana_fee_batch_was_sent (batch))
    mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                            mukana_layout_button (_("_Write the File Again…"), NULL,
                                                  "fee-batch.again"));
  if (mukana_fee_batch_is_open (batch))
    mukana_wrap_box_append (MUKANA_WRAP_BOX (buttons),
                            mukana_layout_button (_("_Dissolve"), NULL, "fee-batch.drop"));

  column = mukana_layout_column (9, buttons, NULL);
  if (problem != NULL)
    gtk_box_append (GTK_BOX (column), mukana_layout_tip (mukana_layout_wrapped (_(problem), NULL)));
  if (problem != NULL && next == MUKANA_BATCH_APPROVE)
    gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (
      _("Another person approves by their own login, in a register that is shared on a server. A "
        "register in one file is opened by one login only."), "second-line"));
  if (batch->return_reason != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("It went back: %s"),
                                                _(batch->return_reason));

      gtk_box_append (GTK_BOX (column), mukana_layout_tip (mukana_layout_wrapped (words, NULL)));
    }
  return column;
}

static const char *
tell_income (const char *income_type)
{
  return mukana_code_index (mukana_income_types, income_type) >= 0
           ? mukana_code_label (mukana_income_types, income_type) : income_type;
}

static GtkWidget *
make_sums (GPtrArray *sums)
{
  GtkWidget *card = mukana_layout_card ();

  for (guint i = 0; i < sums->len; i++)
    {
      MukanaFeeSum *sum = g_ptr_array_index (sums, i);
      g_autofree char *type = sum->income_type != NULL
        ? g_strdup_printf ("%s · %s", sum->income_type, tell_income (sum->income_type))
        : g_strdup (_("Without an income type: payroll decides"));

      mukana_layout_card_add (card, mukana_layout_row (12,
        mukana_layout_expand (mukana_layout_wrapped (type, NULL)),
        mukana_fee_amount_new (sum->sum_cents), NULL));
    }

  return mukana_layout_column (6, mukana_layout_heading (_("By income type"), NULL), card, NULL);
}

static GtkWidget *
make_line_deed (MukanaBatchPage *self,
                MukanaFeeRow    *row)
{
  g_autofree char *day = mukana_format_short_day (row->line->service_day);
  g_autofree char *name = g_strdup_printf ("%s, %s", row->name, day);
  GtkWidget *button;

  if (mukana_fee_batch_is_open (self->file->batch))
    button = mukana_layout_button (_("Take Out"), "flat", "fee-batch.take-out");
  else if (mukana_fee_batch_was_sent (self->file->batch) && row->line->corrects_id == 0)
    button = mukana_layout_button (_("Correct…"), "flat", "fee-batch.correct");
  else
    return NULL;

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", row->line->id);
  return mukana_layout_spoken_as (button, gtk_button_get_label (GTK_BUTTON (button)), name);
}

static GtkWidget *
make_lines (MukanaBatchPage *self)
{
  GPtrArray *rows = self->file->rows;
  GtkWidget *card = mukana_layout_card (), *all = NULL;
  guint n_shown = self->shows_all ? rows->len : MIN (rows->len, MAX_SHOWN);

  for (guint i = 0; i < n_shown; i++)
    mukana_layout_card_add (card, mukana_fee_row_new (g_ptr_array_index (rows, i),
                                                      make_line_deed (self,
                                                        g_ptr_array_index (rows, i))));
  if (n_shown < rows->len)
    all = mukana_layout_button (_("Show _All Lines"), "flat", "fee-batch.show-all");
  if (rows->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (_("There are no lines in it now."),
                                                         "second-line"));

  return mukana_layout_column (6, mukana_layout_heading (_("Lines"), all), card, NULL);
}

static GtkWidget *
make_checksum (MukanaFeeBatch *batch)
{
  GtkWidget *label = mukana_layout_wrapped (batch->checksum, "second-line");

  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_CHAR);
  return mukana_layout_column (6, mukana_layout_heading (_("Checksum of the file (SHA-256)"), NULL),
                               label, NULL);
}

static void
show_file (MukanaBatchPage *self)
{
  mukana_layout_empty (self->head);
  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->head), make_head (self->file->batch));
  gtk_box_append (GTK_BOX (self->groups), make_deeds (self));
  if (self->file->sums->len > 0)
    gtk_box_append (GTK_BOX (self->groups), make_sums (self->file->sums));
  gtk_box_append (GTK_BOX (self->groups), make_lines (self));
  if (self->file->batch->checksum != NULL)
    gtk_box_append (GTK_BOX (self->groups), make_checksum (self->file->batch));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaBatchPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaBatchFile *file = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (file == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->file, mukana_batch_file_free);
  self->file = file;
  if (self->groups != NULL)
    show_file (self);
}

static void
read_file (MukanaBatchPage *self)
{
  if (self->id != 0)
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_batch_file_job,
                           g_memdup2 (&self->id, sizeof self->id), g_free, read_cb,
                           g_object_ref (self));
}

static void
store_changed_cb (MukanaBatchPage *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);
  gboolean is_ours = FALSE;

  for (guint i = 0; i < n_changes; i++)
    {
      if (list[i].kind == MUKANA_KIND_FEE_BATCH && list[i].id == self->id &&
          list[i].effect == MUKANA_EFFECT_REMOVED)
        {
          /* Dissolved: there is nothing to read. */
          self->id = 0;
          mukana_page_go_back (MUKANA_PAGE (self));
          return;
        }
      is_ours |= list[i].kind == MUKANA_KIND_FEE_BATCH || list[i].kind == MUKANA_KIND_FEE ||
                 list[i].kind == MUKANA_KIND_EVERYTHING;
    }

  if (is_ours)
    read_file (self);
}

/* ---- Deeds ---- */

static void
finish (MukanaPage   *page,
        GObject      *source,
        GAsyncResult *result,
        const char   *done)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did_for_good (page, done);
}

static void
moved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPage) page = data;

  finish (page, source, result, _("The batch has moved on"));
}

static void
dropped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;

  finish (page, source, result, _("The batch is dissolved; its lines wait again"));
}

/* Whose lines payroll would get without the number by which it knows people. */
static guint
count_unknown (MukanaBatchPage *self)
{
  g_autoptr (GHashTable) people = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->file->rows->len; i++)
    {
      MukanaFeeRow *row = g_ptr_array_index (self->file->rows, i);

      if (row->payroll_ref == NULL)
        g_hash_table_add (people, &row->line->person_id);
    }

  return g_hash_table_size (people);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (widget);
  MukanaBatchMove move = (MukanaBatchMove) g_variant_get_int32 (parameter);

  if (self->file == NULL)
    return;

  if (move == MUKANA_BATCH_EXPORT)
    mukana_export_dialog_present (MUKANA_PAGE (self), self->file->batch, count_unknown (self));
  else if (move == MUKANA_BATCH_REOPEN || move == MUKANA_BATCH_RETURN)
    mukana_reason_dialog_present (MUKANA_PAGE (self), self->file->batch, move);
  else
    mukana_page_run_async (MUKANA_PAGE (self), &mukana_batch_move_job,
                           mukana_batch_moving_new (self->file->batch, move, NULL),
                           (GDestroyNotify) mukana_batch_moving_free, moved_cb,
                           g_object_ref (self));
}

static void
again_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (widget);

  if (self->file != NULL)
    mukana_again_dialog_present (MUKANA_PAGE (self), self->file->batch);
}

static void
drop_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (widget);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_batch_drop_job,
                         g_memdup2 (&self->id, sizeof self->id), g_free, dropped_cb,
                         g_object_ref (self));
}

static MukanaFeeRow *
find_row (MukanaBatchPage *self,
           gint64           id)
{
  for (guint i = 0; self->file != NULL && i < self->file->rows->len; i++)
    {
      MukanaFeeRow *row = g_ptr_array_index (self->file->rows, i);

      if (row->line->id == id)
        return row;
    }

  return NULL;
}

/* A line that goes out, while its job runs. */
typedef struct
{
  MukanaPage    *page;
  MukanaFeeLine *line;
} TakingOut;

static void
taken_out_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autofree TakingOut *taking = data;
  g_autoptr (MukanaPage) page = taking->page;
  g_autoptr (MukanaFeeLine) line = taking->line;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_did (page, _("The line waits for another batch"),
                     mukana_step_new (_("The line waits for another batch"),
                                      &mukana_batch_put_back_job, g_object_ref (line),
                                      g_object_unref));
}

static void
take_out_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaFeeRow *row = find_row (MUKANA_BATCH_PAGE (widget), g_variant_get_int64 (parameter));
  TakingOut *taking;

  if (row == NULL)
    return;

  taking = g_new0 (TakingOut, 1);
  taking->page = g_object_ref (MUKANA_PAGE (widget));
  taking->line = g_object_ref (row->line);
  mukana_page_run_async (MUKANA_PAGE (widget), &mukana_batch_take_out_job,
                         g_object_ref (row->line),
                         g_object_unref, taken_out_cb, taking);
}

static void
correct_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaFeeRow *row = find_row (MUKANA_BATCH_PAGE (widget), g_variant_get_int64 (parameter));

  if (row != NULL)
    mukana_correct_dialog_present (MUKANA_PAGE (widget), row);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (widget);

  self->shows_all = TRUE;
  if (self->file != NULL)
    show_file (self);
}

/* ---- The page ---- */

static void
mukana_batch_page_open (MukanaPage *page,
                        gint64      id)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (page);

  self->id = id;
  self->shows_all = FALSE;
  read_file (self);
}

static void
mukana_batch_page_constructed (GObject *object)
{
  MukanaBatchPage *self = MUKANA_BATCH_PAGE (object);

  G_OBJECT_CLASS (mukana_batch_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_batch_page_dispose (GObject *object)
{
  MUKANA_BATCH_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_batch_page_parent_class)->dispose (object);
}

static void
mukana_batch_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_BATCH_PAGE (object)->file, mukana_batch_file_free);

  G_OBJECT_CLASS (mukana_batch_page_parent_class)->finalize (object);
}

static void
mukana_batch_page_class_init (MukanaBatchPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_batch_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_batch_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_batch_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_batch_page_open;

  gtk_widget_class_install_action (widget_class, "fee-batch.move", "i", move_action);
  gtk_widget_class_install_action (widget_class, "fee-batch.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "fee-batch.drop", NULL, drop_action);
  gtk_widget_class_install_action (widget_class, "fee-batch.take-out", "x", take_out_action);
  gtk_widget_class_install_action (widget_class, "fee-batch.correct", "x", correct_action);
  gtk_widget_class_install_action (widget_class, "fee-batch.show-all", NULL, show_all_action);
}

static void
mukana_batch_page_init (MukanaBatchPage *self)
{
  GtkWidget *body;

  self->head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  body = mukana_layout_page (self->groups);
  gtk_widget_set_vexpand (body, TRUE);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_column (0, self->head, body, NULL));
}

const MukanaPageInfo mukana_batch_page_info = {
  .id = "fee-batch",
  .title = N_("Batch of fees"),
  .icon = "mukana-fee-symbolic",
  .order = 61,
  .parent = "fees",
  .get_type = mukana_batch_page_get_type,
};

const MukanaBatchFile *
mukana_batch_page_peek_file (MukanaBatchPage *self)
{
  return self->file;
}
