/* mukana-fees-page.c: what waits for a batch, and the batches with their one next deed.
 *
 * The number in the sidebar is of batches that wait for somebody, and one more while
 * lines wait for a batch.
 */

#include "ui/fees/mukana-fees-page.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-counting.h"
#include "ui/fees/mukana-budget-group.h"
#include "ui/fees/mukana-fee-dialogs.h"
#include "ui/fees/mukana-fee-rows.h"
#include "ui/fees/mukana-identity-setting.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

struct _MukanaFeesPage
{
  MukanaPage     parent_instance;

  MukanaFeeDesk *desk;      /* NULL until it is read */
  GPtrArray     *budgets;   /* of MukanaBudgetRow, of @year; NULL until they are read */
  int            year;      /* of the budgets that are shown; 0: this one */
  GPtrArray     *near;      /* of MukanaFeeCount; NULL until they are read */
  MukanaIdentifying *identifying;   /* NULL until it is read */
  GtkWidget     *groups;
};

G_DEFINE_FINAL_TYPE (MukanaFeesPage, mukana_fees_page, MUKANA_TYPE_PAGE)

/* ---- Showing ---- */

static void
row_activated_cb (MukanaPage    *page,
                  GtkListBoxRow *row)
{
  gint64 *id = g_object_get_data (G_OBJECT (row), "id");
  const char *route = g_object_get_data (G_OBJECT (row), "route");

  if (id != NULL)
    mukana_page_show (page, route, *id);
}

static void
add_row (GtkWidget  *card,
         GtkWidget  *content,
         const char *route,
         gint64      id)
{
  GtkWidget *row = mukana_layout_card_add (card, content);

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "route", (gpointer) route);
  g_object_set_data_full (G_OBJECT (row), "id", g_memdup2 (&id, sizeof id), g_free);
}

static GtkWidget *
make_card (MukanaFeesPage *self)
{
  GtkWidget *card = mukana_layout_card ();

  g_signal_connect_object (card, "row-activated", G_CALLBACK (row_activated_cb), self,
                           G_CONNECT_SWAPPED);
  return card;
}

static GtkWidget *
make_waiting (MukanaFeesPage *self)
{
  GtkWidget *card = make_card (self);
  GPtrArray *rows = self->desk->waiting;
  gulong n_more = (gulong) self->desk->n_waiting - rows->len;

  for (guint i = 0; i < rows->len; i++)
    {
      MukanaFeeRow *row = g_ptr_array_index (rows, i);

      add_row (card, mukana_fee_row_new (row, NULL), "assignment", row->line->assignment_id);
    }

  if (n_more > 0)
    {
      g_autofree char *more = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %lu more",
                                                            "and %lu more", n_more), n_more);

      mukana_layout_card_add (card, mukana_layout_text (more, "second-line"));
    }
  else if (rows->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("Nothing waits. When a day is recorded, its fees come here."), "second-line"));

  return mukana_layout_column (6,
    mukana_layout_heading (_("Not yet in a batch"),
                           mukana_layout_button (_("Make a _Batch…"), "suggested-action",
                                                 "fees.make-batch")), card, NULL);
}

/* What somebody has to do about it next. */
static const char *
tell_next (MukanaFeeBatch *batch)
{
  static const char * const words[] = {
    [MUKANA_BATCH_CHECK] = N_("to be checked"),
    [MUKANA_BATCH_APPROVE] = N_("to be approved by another person"),
    [MUKANA_BATCH_EXPORT] = N_("to be sent to payroll"),
    [MUKANA_BATCH_ACKNOWLEDGE] = N_("payroll has not answered yet"),
  };
  int next = mukana_fee_batch_next (batch);

  return next >= 0 ? _(words[next]) : NULL;
}

static void
add_batch (GtkWidget      *card,
           MukanaFeeBatch *batch)
{
  const char *next = tell_next (batch);
  g_autofree char *size = mukana_batch_dup_size (batch);
  g_autofree char *words = next != NULL ? g_strdup_printf ("%s · %s", size, next)
                                        : g_strdup (size);
  GtkWidget *about = mukana_layout_column (0, mukana_layout_wrapped (batch->title, "row-title"),
                                           mukana_layout_wrapped (words, "second-line"), NULL);

  add_row (card, mukana_layout_row (12, mukana_layout_expand (about),
                                    mukana_batch_pill_new (batch), NULL), "fee-batch", batch->id);
}

static GtkWidget *
make_batches (MukanaFeesPage *self)
{
  GtkWidget *card = make_card (self);
  GPtrArray *batches = self->desk->batches;

  for (guint i = 0; i < batches->len; i++)
    add_batch (card, g_ptr_array_index (batches, i));

  if (batches->len == 0)
    mukana_layout_card_add (card, mukana_layout_wrapped (
      _("No batches yet. A batch is checked, approved by another person and sent to payroll."),
      "second-line"));
  return mukana_layout_column (6,
    mukana_layout_heading (_("Batches"),
                           mukana_layout_button (_("Payroll _Columns…"), "flat", "fees.columns")),
    card, NULL);
}

/* Returns: (nullable) (transfer floating): whoever has used 80 per cent or more of a limit */
static GtkWidget *
make_near (MukanaFeesPage *self)
{
  GtkWidget *card = make_card (self);

  for (guint i = 0; i < self->near->len; i++)
    {
      MukanaFeeCount *count = g_ptr_array_index (self->near, i);
      GtkWidget *about = mukana_layout_column (0, mukana_layout_wrapped (count->name, "row-title"),
                                               NULL);
      gboolean is_full = FALSE;

      for (int limit = 0; limit < MUKANA_N_LIMITS; limit++)
        if (mukana_fee_count_is_near (count, limit))
          {
            g_autofree char *words = mukana_fee_count_tell (count, limit);

            gtk_box_append (GTK_BOX (about), mukana_layout_wrapped (words, "second-line"));
            is_full |= mukana_fee_count_is_full (count, limit);
          }
      if (is_full)
        about = mukana_layout_row (12, mukana_layout_expand (about),
                                   mukana_layout_middle (mukana_pill_new (MUKANA_PILL_BAD,
                                                                          _("Used up"))), NULL);
      add_row (card, about, "person", count->person_id);
    }

  return mukana_layout_column (6, mukana_layout_heading (_("Near a limit"), NULL), card, NULL);
}

static int
this_year (MukanaFeesPage *self)
{
  int year, month, day;

  mukana_day_split (mukana_context_today (mukana_page_get_context (MUKANA_PAGE (self))), &year,
                    &month, &day);
  return year;
}

static int
shown_year (MukanaFeesPage *self)
{
  return self->year != 0 ? self->year : this_year (self);
}

static void
show_desk (MukanaFeesPage *self)
{
  mukana_layout_empty (self->groups);
  gtk_box_append (GTK_BOX (self->groups), make_waiting (self));
  gtk_box_append (GTK_BOX (self->groups), make_batches (self));
  if (self->near != NULL && self->near->len > 0)
    gtk_box_append (GTK_BOX (self->groups), make_near (self));
  if (self->budgets != NULL)
    gtk_box_append (GTK_BOX (self->groups),
                    mukana_budget_group_new (self->budgets, shown_year (self)));
  if (self->identifying != NULL)
    gtk_box_append (GTK_BOX (self->groups), mukana_identity_setting_new (self->identifying));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "fees.make-batch", self->desk->n_waiting > 0);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaFeesPage) self = data;
  g_autoptr (GError) error = NULL;
  MukanaFeeDesk *desk = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (desk == NULL)
    {
      mukana_page_fail (MUKANA_PAGE (self), error);
      return;
    }

  g_clear_pointer (&self->desk, mukana_fee_desk_free);
  self->desk = desk;
  if (self->groups != NULL)
    show_desk (self);
}

static void
near_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaFeesPage) self = data;
  /* The list of fees says when the store is away. */
  GPtrArray *near = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (near == NULL)
    return;

  g_clear_pointer (&self->near, g_ptr_array_unref);
  self->near = near;
  if (self->groups != NULL && self->desk != NULL)
    show_desk (self);
}

static void
budgets_read_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaFeesPage) self = data;
  /* The list of fees says when the store is away. */
  GPtrArray *budgets = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (budgets == NULL)
    return;
  if (budgets->len > 0 &&
      ((MukanaBudgetRow *) budgets->pdata[0])->budget->year != shown_year (self))
    {
      /* Another year was asked for since. */
      g_ptr_array_unref (budgets);
      return;
    }

  g_clear_pointer (&self->budgets, g_ptr_array_unref);
  self->budgets = budgets;
  if (self->groups != NULL && self->desk != NULL)
    show_desk (self);
}

static void
identifying_read_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (MukanaFeesPage) self = data;
  /* The list of fees says when the store is away. */
  MukanaIdentifying *identifying = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                            NULL);

  if (identifying == NULL)
    return;

  g_clear_pointer (&self->identifying, mukana_identifying_free);
  self->identifying = identifying;
  if (self->groups != NULL && self->desk != NULL)
    show_desk (self);
}

static void
read_budgets (MukanaFeesPage *self)
{
  gint64 year = shown_year (self);

  mukana_page_run_async (MUKANA_PAGE (self), &mukana_budgets_job,
                         g_memdup2 (&year, sizeof year), g_free, budgets_read_cb,
                         g_object_ref (self));
}

static void
read_desk (MukanaFeesPage *self)
{
  read_budgets (self);
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_identifying_setting_job, NULL, NULL,
                         identifying_read_cb, g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_fee_near_job, NULL, NULL, near_read_cb,
                         g_object_ref (self));
  mukana_page_run_async (MUKANA_PAGE (self), &mukana_fee_desk_job, NULL, NULL, read_cb,
                         g_object_ref (self));
}

static void
store_changed_cb (MukanaFeesPage  *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == MUKANA_KIND_FEE || list[i].kind == MUKANA_KIND_FEE_BATCH ||
        list[i].kind == MUKANA_KIND_EVERYTHING)
      {
        read_desk (self);
        return;
      }
}

/* ---- Deeds ---- */

static void
make_batch_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  mukana_batch_dialog_present (MUKANA_PAGE (widget));
}

static void
columns_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  MukanaFeesPage *self = MUKANA_FEES_PAGE (widget);

  mukana_payroll_dialog_present (MUKANA_PAGE (self),
                                 self->identifying != NULL && self->identifying->is_on);
}

static void
identities_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaFeesPage *self = MUKANA_FEES_PAGE (widget);

  if (g_str_equal (name, "fees.keep-identities"))
    mukana_identity_setting_ask_ground (MUKANA_PAGE (self));
  else if (self->identifying != NULL)
    mukana_identity_setting_ask_to_drop (MUKANA_PAGE (self), self->identifying);
}

/* (id): changes one; 0 for a new one. */
static void
budget_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  MukanaFeesPage *self = MUKANA_FEES_PAGE (widget);
  gint64 id = g_variant_get_int64 (parameter);
  MukanaBudget *budget = NULL;

  for (guint i = 0; self->budgets != NULL && i < self->budgets->len; i++)
    {
      MukanaBudgetRow *row = g_ptr_array_index (self->budgets, i);

      if (row->budget->id == id)
        budget = row->budget;
    }
  mukana_budget_dialog_present (MUKANA_PAGE (self), budget, shown_year (self));
}

/* (year): shows the budgets of that one. */
static void
budget_year_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  MukanaFeesPage *self = MUKANA_FEES_PAGE (widget);

  self->year = CLAMP ((int) g_variant_get_int64 (parameter), 2000, 2200);
  read_budgets (self);
}

static void
mukana_fees_page_open (MukanaPage *page,
                       gint64      id)
{
  read_desk (MUKANA_FEES_PAGE (page));
}

static void
mukana_fees_page_constructed (GObject *object)
{
  MukanaFeesPage *self = MUKANA_FEES_PAGE (object);

  G_OBJECT_CLASS (mukana_fees_page_parent_class)->constructed (object);

  g_signal_connect_object (mukana_page_get_store (MUKANA_PAGE (self)), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
mukana_fees_page_dispose (GObject *object)
{
  MUKANA_FEES_PAGE (object)->groups = NULL;

  G_OBJECT_CLASS (mukana_fees_page_parent_class)->dispose (object);
}

static void
mukana_fees_page_finalize (GObject *object)
{
  g_clear_pointer (&MUKANA_FEES_PAGE (object)->desk, mukana_fee_desk_free);
  g_clear_pointer (&MUKANA_FEES_PAGE (object)->near, g_ptr_array_unref);
  g_clear_pointer (&MUKANA_FEES_PAGE (object)->budgets, g_ptr_array_unref);
  g_clear_pointer (&MUKANA_FEES_PAGE (object)->identifying, mukana_identifying_free);

  G_OBJECT_CLASS (mukana_fees_page_parent_class)->finalize (object);
}

static void
mukana_fees_page_class_init (MukanaFeesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = mukana_fees_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = mukana_fees_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_fees_page_finalize;
  MUKANA_PAGE_CLASS (klass)->open = mukana_fees_page_open;

  gtk_widget_class_install_action (widget_class, "fees.make-batch", NULL, make_batch_action);
  gtk_widget_class_install_action (widget_class, "fees.budget", "x", budget_action);
  gtk_widget_class_install_action (widget_class, "fees.budget-year", "x", budget_year_action);
  gtk_widget_class_install_action (widget_class, "fees.columns", NULL, columns_action);
  gtk_widget_class_install_action (widget_class, "fees.keep-identities", NULL, identities_action);
  gtk_widget_class_install_action (widget_class, "fees.drop-identities", NULL, identities_action);
}

static void
mukana_fees_page_init (MukanaFeesPage *self)
{
  self->groups = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  mukana_page_set_content (MUKANA_PAGE (self), mukana_layout_page (self->groups));
}

const MukanaPageInfo mukana_fees_page_info = {
  .id = "fees",
  .title = N_("Fees"),
  .icon = "mukana-fee-symbolic",
  .order = 60,
  .get_type = mukana_fees_page_get_type,
  .count = &mukana_fees_count_job,
  .counted = N_("Batches of fees that wait for somebody"),
};
