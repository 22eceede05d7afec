/* mukana-finding-list.c: who fits, in their order.
 *
 * Knows how to show an answer and what keys mean in it; who is chosen and what
 * is asked is the page's affair.  Rows are filled anew in place, so that a list
 * that re-sorts under a moving slider makes no widgets.
 */

#include "ui/finding/mukana-finding-list.h"

#include <glib/gi18n-lib.h>

#include "ui/finding/mukana-candidate-row.h"
#include "ui/finding/mukana-weights-panel.h"
#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-part-header.h"
#include "ui/kit/mukana-part-swatch.h"

#define FIRST_ROWS  6
#define FIRST_ASKED 60      /* enough that a few of them can leave without asking again */
#define MORE_ROWS   500     /* nobody reads further; filters and weights do more */

struct _MukanaFindingList
{
  GtkBox            parent_instance;

  MukanaFindingView view;          /* borrowed until the next one is shown */
  MukanaMatchOrder  order;
  gboolean          is_compact;
  guint             n_wanted;      /* rows */

  GtkWidget        *count;
  GtkWidget        *sort_again;    /* while the order is another than the points would give */
  GtkWidget        *order_label;
  GtkWidget        *weights_label;
  GtkRevealer      *weights_place;
  GtkWidget        *weights;
  GtkWidget        *legend;
  GtkWidget        *table_head;
  MukanaPartHeader *parts;         /* inside the head */
  GtkListBox       *rows;
  GtkWidget        *more_button;
};

enum { TICKED, RESERVED, EXPLAIN, WEIGHTS_CHANGED, WANTED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaFindingList, mukana_finding_list, GTK_TYPE_BOX)

static const struct { const char *name, *label; } orders[] = {
  [MUKANA_MATCH_ORDER_BEST] = { "best", N_("Best first") },
  [MUKANA_MATCH_ORDER_RESTED] = { "rested", N_("Longest rest first") },
  [MUKANA_MATCH_ORDER_NEAR] = { "near", N_("Nearest first") },
  [MUKANA_MATCH_ORDER_NAME] = { "name", N_("By name") },
};

static void
emit_person (MukanaFindingList *self,
             guint              signal,
             GtkListBoxRow     *row)
{
  if (row != NULL)
    g_signal_emit (self, signals[signal], 0,
                   mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (row)));
}

static void
ticked_cb (MukanaCandidateRow *row,
           MukanaFindingList  *self)
{
  emit_person (self, TICKED, GTK_LIST_BOX_ROW (row));
}

static void
activated_cb (MukanaFindingList *self,
              GtkListBoxRow     *row)
{
  emit_person (self, EXPLAIN, row);
}

/* Before the list box sees the key, for which Space is one more way to open a row. */
static gboolean
key_cb (MukanaFindingList *self,
        guint              key,
        guint              code,
        GdkModifierType    state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));

  if (row == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      emit_person (self, TICKED, GTK_LIST_BOX_ROW (row));
      return TRUE;
    case GDK_KEY_r:
    case GDK_KEY_R:
      emit_person (self, RESERVED, GTK_LIST_BOX_ROW (row));
      return TRUE;
    default:
      return FALSE;
    }
}

static void
weights_changed_cb (MukanaFindingList *self)
{
  g_signal_emit (self, signals[WEIGHTS_CHANGED], 0);
}

static guint
add_person_signal (const char *name)
{
  return g_signal_new (name, MUKANA_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mukana_finding_list_class_init (MukanaFindingListClass *klass)
{
  signals[TICKED] = add_person_signal ("ticked");
  signals[RESERVED] = add_person_signal ("reserved");
  signals[EXPLAIN] = add_person_signal ("explain");
  signals[WEIGHTS_CHANGED] = g_signal_new ("weights-changed", MUKANA_TYPE_FINDING_LIST,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WANTED] = g_signal_new ("wanted", MUKANA_TYPE_FINDING_LIST, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_order_button (MukanaFindingList *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *action = g_strdup_printf ("finding.order('%s')", orders[i].name);

      g_menu_append (menu, _(orders[i].label), action);
    }

  self->order_label = mukana_layout_text (_(orders[0].label), "row-title");
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_menu_button_set_child (GTK_MENU_BUTTON (button),
                             mukana_layout_row (6, self->order_label,
                                                gtk_image_new_from_icon_name ("pan-down-symbolic"),
                                                  NULL));
  mukana_menu_tip_set (button, _("Order"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Order"), -1);
  return mukana_layout_middle (mukana_layout_style (button, "flat"));
}

static GtkWidget *
make_head (MukanaFindingList *self)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *title = mukana_layout_row (8, mukana_layout_text (_("Fits"), "group-title"), NULL);

  self->count = mukana_layout_middle (mukana_count_new (0));
  gtk_box_append (GTK_BOX (title), self->count);
  self->weights_label = gtk_label_new (_("Weights"));
  gtk_button_set_child (GTK_BUTTON (button),
                        mukana_layout_row (6,
                                           gtk_image_new_from_icon_name ("mukana-weights-symbolic"),
                                           self->weights_label, NULL));
  gtk_widget_set_tooltip_text (button, _("How much each part counts"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Weights"), -1);
  g_object_bind_property (button, "active", self->weights_place, "reveal-child", G_BINDING_DEFAULT);
  self->sort_again = mukana_layout_button (_("_Sort Again"), "flat", "finding.again");
  gtk_widget_set_tooltip_text (self->sort_again,
                               _("The order stays while you choose; the points may have changed"));
  gtk_widget_set_visible (self->sort_again, FALSE);
  return mukana_layout_row (12, mukana_layout_expand (title),
                            mukana_layout_middle (self->sort_again), make_order_button (self),
                            mukana_layout_middle (button), NULL);
}

static void
fill_table_head (MukanaFindingList *self)
{
  GtkWidget *parts = mukana_part_header_new ();

  self->parts = MUKANA_PART_HEADER (parts);
  mukana_layout_empty (self->table_head);
  if (self->is_compact)
    {
      gtk_widget_set_margin_start (parts, 36);
      gtk_box_append (GTK_BOX (self->table_head), mukana_layout_expand (parts));
      return;
    }

  gtk_widget_set_size_request (parts, MUKANA_CANDIDATE_BAR_PX, -1);
  gtk_box_append (GTK_BOX (self->table_head),
                  mukana_layout_expand (g_object_new (GTK_TYPE_LABEL, "label", _("Person"),
                                                      "xalign", 0.0, "margin-start", 38, NULL)));
  gtk_box_append (GTK_BOX (self->table_head), gtk_label_new (_("Points")));
  gtk_box_append (GTK_BOX (self->table_head), parts);
}

static void
mukana_finding_list_init (MukanaFindingList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *card = mukana_layout_style (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), "mukana-card");

  self->n_wanted = FIRST_ROWS;
  self->weights = mukana_weights_panel_new ();
  self->weights_place = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->weights_place,
                          mukana_layout_style (mukana_layout_margins (self->weights, 2),
                                               "weights"));
  g_signal_connect_swapped (self->weights, "changed", G_CALLBACK (weights_changed_cb), self);

  self->legend = mukana_part_legend_new ();
  self->table_head = mukana_layout_style (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12),
                                          "table-head");
  self->rows = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->rows, GTK_SELECTION_NONE);
  mukana_layout_style (GTK_WIDGET (self->rows), "mukana-card");
  mukana_layout_style (GTK_WIDGET (self->rows), "flat-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("People who fit"), -1);
  g_signal_connect_swapped (self->rows, "row-activated", G_CALLBACK (activated_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->rows), keys);

  self->more_button = mukana_layout_style (mukana_layout_button ("", "flat", "finding.show-more"),
                                          "show-all");
  gtk_box_append (GTK_BOX (card), self->table_head);
  gtk_box_append (GTK_BOX (card), GTK_WIDGET (self->rows));
  gtk_box_append (GTK_BOX (card), self->more_button);
  fill_table_head (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_box_append (GTK_BOX (self), make_head (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->weights_place));
  gtk_box_append (GTK_BOX (self), self->legend);
  gtk_box_append (GTK_BOX (self), card);
}

GtkWidget *
mukana_finding_list_new (void)
{
  return g_object_new (MUKANA_TYPE_FINDING_LIST, NULL);
}

static void
give_rows (MukanaFindingList *self,
           guint              n_rows)
{
  GtkListBoxRow *last;
  guint n_now = 0;

  while (gtk_list_box_get_row_at_index (self->rows, (int) n_now) != NULL)
    n_now++;

  for (; n_now < n_rows; n_now++)
    {
      GtkWidget *row = mukana_candidate_row_new (self->is_compact);

      g_signal_connect (row, "ticked", G_CALLBACK (ticked_cb), self);
      gtk_list_box_append (self->rows, row);
    }
  for (; n_now > n_rows; n_now--)
    {
      last = gtk_list_box_get_row_at_index (self->rows, (int) n_now - 1);
      gtk_list_box_remove (self->rows, GTK_WIDGET (last));
    }
}

static void
show_standing (MukanaFindingList  *self,
               MukanaCandidateRow *row,
               gint64              person_id)
{
  MukanaChosen *chosen = mukana_finding_choice_find (self->view.choice, person_id);
  const char *state = g_hash_table_lookup (self->view.asked, &person_id);
  MukanaStanding standing = state != NULL ? MUKANA_STANDING_ASKED
                            : chosen == NULL ? MUKANA_STANDING_FREE
                            : chosen->wants_reserve ? MUKANA_STANDING_RESERVE
                            : chosen->is_reserve ? MUKANA_STANDING_BEYOND : MUKANA_STANDING_CHOSEN;

  mukana_candidate_row_set_standing (row, standing, state);
  mukana_candidate_row_tell_refused (row, g_hash_table_lookup (self->view.refused, &person_id));
  mukana_candidate_row_set_explained (row, person_id == self->view.explained);
}

static void
show_more_button (MukanaFindingList *self,
                  guint              n_shown)
{
  guint n_fits = self->view.answer->n_fits;
  guint n_more = n_fits > n_shown ? n_fits - n_shown : 0;
  g_autofree char *label = NULL;

  if (n_shown >= MORE_ROWS)
    label = g_strdup_printf (_("Show %u more"), MIN (n_more, MORE_ROWS));
  else if (n_fits > MORE_ROWS)
    label = g_strdup_printf (_("Show the first %d of %u"), MORE_ROWS, n_fits);
  else
    label = g_strdup_printf (_("Show all %u"), n_fits);
  gtk_button_set_label (GTK_BUTTON (self->more_button), label);
  gtk_widget_set_visible (self->more_button, n_more > 0 && n_shown >= self->n_wanted);
}

/* The person whose row has the focus, so that the focus can follow them.  The focus child alone
 * does not tell: the box remembers it when the focus has gone on. */
static gint64
focused_person (MukanaFindingList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->rows));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (row == NULL || focus == NULL || (focus != row && !gtk_widget_is_ancestor (focus, row)))
    return 0;

  return mukana_candidate_row_get_person (MUKANA_CANDIDATE_ROW (row));
}

/* Those who are asked stand in the list, with how that went, but are found no more. */
static guint
count_found (MukanaFindingList *self)
{
  GPtrArray *rows = self->view.answer->rows;
  guint n_asked = 0;

  for (guint i = 0; i < rows->len; i++)
    n_asked += g_hash_table_contains (self->view.asked,
                                      &((MukanaMatchRow *) g_ptr_array_index (rows, i))->person_id);

  return self->view.answer->n_fits - MIN (n_asked, self->view.answer->n_fits);
}

static void
fill (MukanaFindingList *self)
{
  GPtrArray *rows = self->view.answer->rows;
  gint64 focused = focused_person (self);
  guint n_shown = MIN (rows->len, self->n_wanted);

  give_rows (self, n_shown);
  for (guint i = 0; i < n_shown; i++)
    {
      const MukanaMatchRow *row = g_ptr_array_index (rows, i);
      GtkListBoxRow *widget = gtk_list_box_get_row_at_index (self->rows, (int) i);

      mukana_candidate_row_show (MUKANA_CANDIDATE_ROW (widget), row);
      show_standing (self, MUKANA_CANDIDATE_ROW (widget), row->person_id);
      if (focused != 0 && row->person_id == focused)
        gtk_widget_grab_focus (GTK_WIDGET (widget));
    }

  mukana_count_set (self->count, count_found (self));
  mukana_part_header_set_weights (self->parts, &self->view.weights);
  show_more_button (self, n_shown);
}

/* Whoever comes to find people is at the best of them as soon as they are known, unless they have
 * begun to type. */
static void
enter (MukanaFindingList *self)
{
  GtkWidget *first = GTK_WIDGET (gtk_list_box_get_row_at_index (self->rows, 0));
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (first != NULL && root != NULL && !GTK_IS_TEXT (focus))
    gtk_widget_grab_focus (first);
}

/** mukana_finding_list_show: @view: what it points to stays until the next one is shown */
void
mukana_finding_list_show (MukanaFindingList       *self,
                          const MukanaFindingView *view)
{
  gboolean is_first = self->view.answer == NULL;

  self->view = *view;
  fill (self);
  if (is_first)
    enter (self);
}

/** mukana_finding_list_set_order: @name: "best", "rested", "near" or "name" */
void
mukana_finding_list_set_order (MukanaFindingList *self,
                               const char        *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (orders[i].name, name))
      {
        self->order = (MukanaMatchOrder) i;
        gtk_label_set_label (GTK_LABEL (self->order_label), _(orders[i].label));
      }

  /* An order is of everybody who fits, not of those who are shown. */
  g_signal_emit (self, signals[WANTED], 0);
}

/** mukana_finding_list_set_is_kept: that the rows stand in the order they had */
void
mukana_finding_list_set_is_kept (MukanaFindingList *self,
                                 gboolean           is_kept)
{
  gtk_widget_set_visible (self->sort_again, is_kept);
}

MukanaMatchOrder
mukana_finding_list_get_order (MukanaFindingList *self)
{
  return self->order;
}

void
mukana_finding_list_set_compact (MukanaFindingList *self,
                                 gboolean           is_compact)
{
  if (self->is_compact == is_compact)
    return;

  self->is_compact = is_compact;
  give_rows (self, 0);
  fill_table_head (self);
  gtk_widget_set_visible (self->legend, !is_compact);
  gtk_widget_set_visible (self->weights_label, !is_compact);
  if (self->view.answer != NULL)
    fill (self);
}

void
mukana_finding_list_show_more (MukanaFindingList *self)
{
  self->n_wanted = self->n_wanted < MORE_ROWS ? MORE_ROWS : self->n_wanted + MORE_ROWS;
  fill (self);
  g_signal_emit (self, signals[WANTED], 0);
}

/** mukana_finding_list_get_wanted: Returns: how many candidates to ask for */
guint
mukana_finding_list_get_wanted (MukanaFindingList *self)
{
  return MAX (self->n_wanted, FIRST_ASKED);
}

GtkListBox *
mukana_finding_list_peek_rows (MukanaFindingList *self)
{
  return self->rows;
}

GtkWidget *
mukana_finding_list_peek_weights (MukanaFindingList *self)
{
  return self->weights;
}
