/* mukana-waiting-card.c: one kind of waiting work: its heading and its rows.
 *
 * At most five rows, and "Show all" when there are more.  Each row has its one
 * next deed as a button; all buttons of the page are equally wide.
 */

#include "ui/today/mukana-waiting-card.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-layout.h"

struct _MukanaWaitingCard
{
  GtkBox             parent_instance;

  MukanaContext     *context;
  MukanaWaitingKind  kind;
  GtkSizeGroup      *deeds;       /* buttons of all cards */
  gboolean           is_narrow;

  GtkWidget         *count;
  GtkToggleButton   *show_all;
  GtkListBox        *list;
};

enum { DEED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWaitingCard, mukana_waiting_card, GTK_TYPE_BOX)

/* What a row of the list holds on to. */
typedef struct
{
  gint64      target;
  const char *route;     /* where the deed leads; NULL: it is done at once */
  GtkWidget  *pill;
  GtkWidget  *texts;
} Row;

static Row *
peek_row (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "row");
}

static void
deed_clicked_cb (GtkWidget *button,
                 GtkWidget *row)
{
  GtkWidget *card = gtk_widget_get_ancestor (row, MUKANA_TYPE_WAITING_CARD);
  MukanaWaitingKind kind = MUKANA_WAITING_CARD (card)->kind;

  if (peek_row (row)->route == NULL)
    gtk_widget_activate_action (card, mukana_waiting_look (kind)->action, "x",
                                peek_row (row)->target);
  else
    g_signal_emit (card, signals[DEED], 0, peek_row (row)->route, peek_row (row)->target);
}

static GtkWidget *
make_line (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);   /* and all that is left over */
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Leaving is as easy as staying: a consent that is to be renewed can be ended here too. */
static GtkWidget *
make_withdraw (const MukanaWaitingItem *item,
               GtkWidget               *title)
{
  GtkWidget *button = mukana_layout_icon_button ("mukana-not-symbolic",
                                                 _("Withdraw the consent"), "today.withdraw");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  title, NULL, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xs)", item->person_id, item->code);
  return button;
}

/* What can be done at once can be looked at first. */
static GtkWidget *
make_open (const MukanaWaitingItem *item,
           GtkWidget               *title)
{
  gboolean is_support = item->kind == MUKANA_WAITING_SUPPORT;
  GtkWidget *button = mukana_layout_icon_button ("go-next-symbolic",
                                                 _(mukana_waiting_look (item->kind)->open),
                                                 is_support ? "today.assignment"
                                                            : "today.organisation");

  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  title, NULL, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", is_support
                                                                    ? item->other_number
                                                                    : item->organisation_id);
  return button;
}

static GtkWidget *
make_deed (MukanaWaitingCard *self,
           GtkWidget         *row,
           GtkWidget         *title,
           const char        *label,
           gboolean           is_suggested)
{
  GtkWidget *button = gtk_button_new_with_label (_(label));

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "deed");
  if (is_suggested)
    gtk_widget_add_css_class (button, "suggested-action");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_DESCRIBED_BY,
                                  title, NULL, -1);
  gtk_size_group_add_widget (self->deeds, button);
  g_signal_connect_object (button, "clicked", G_CALLBACK (deed_clicked_cb), row, 0);
  return button;
}

/* In a narrow window the pill stands under the texts. */
static void
place_pill (MukanaWaitingCard *self,
            Row               *row)
{
  GtkWidget *line = gtk_widget_get_parent (row->texts);

  g_object_ref (row->pill);
  if (gtk_widget_get_parent (row->pill) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (row->pill)), row->pill);
  if (self->is_narrow)
    gtk_box_append (GTK_BOX (row->texts), row->pill);
  else
    gtk_box_insert_child_after (GTK_BOX (line), row->pill, row->texts);
  mukana_pill_set_whole (MUKANA_PILL (row->pill), !self->is_narrow);   /* texts wrap, it does not */
  gtk_widget_set_halign (row->pill, self->is_narrow ? GTK_ALIGN_START : GTK_ALIGN_END);
  g_object_unref (row->pill);
}

static void
add_row (MukanaWaitingCard       *self,
         const MukanaWaitingItem *item,
         MukanaDay                today,
         gboolean                 is_suggested)
{
  g_autofree char *title = mukana_waiting_title (item);
  g_autofree char *detail = mukana_waiting_detail (item, self->context);
  g_autofree char *left = NULL;
  MukanaPillKind kind = mukana_waiting_pill (item, today, mukana_context_now_us (self->context),
                                             &left);
  GtkWidget *widget = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *title_label = make_line (title, "row-title");
  Row *row = g_new0 (Row, 1);
  const char *label;

  row->target = mukana_waiting_target (item);
  row->texts = texts;
  row->pill = mukana_pill_new (kind, left);
  gtk_widget_set_valign (row->pill, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (widget), "row", row, g_free);

  gtk_box_append (GTK_BOX (texts), title_label);
  gtk_box_append (GTK_BOX (texts), make_line (detail, "second-line"));
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (texts, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (line, "mukana-row");
  gtk_box_append (GTK_BOX (line), texts);
  if (item->kind == MUKANA_WAITING_CONSENT)
    gtk_box_append (GTK_BOX (line), make_withdraw (item, title_label));
  if (mukana_waiting_look (item->kind)->open != NULL)
    gtk_box_append (GTK_BOX (line), make_open (item, title_label));
  if ((label = mukana_waiting_offer (item->kind, self->context, &row->route)) != NULL)
    gtk_box_append (GTK_BOX (line), make_deed (self, widget, title_label, label, is_suggested));
  place_pill (self, row);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (widget), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (widget), FALSE);
  gtk_widget_set_focusable (widget, FALSE);   /* the button is what can be pressed */
  gtk_list_box_append (self->list, widget);
}

static void
show_rows (MukanaWaitingCard *self)
{
  gboolean all = gtk_toggle_button_get_active (self->show_all);
  int place = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    gtk_widget_set_visible (row, all || place++ < MUKANA_WAITING_CARD_ROWS);
  gtk_button_set_label (GTK_BUTTON (self->show_all), all ? _("Show fewer") : _("Show all"));
}

/**
 * mukana_waiting_card_fill:
 * @overview: whose items of this kind are shown
 * @most_urgent: (nullable): the one item of the page whose deed is suggested
 */
void
mukana_waiting_card_fill (MukanaWaitingCard       *self,
                          MukanaOverview          *overview,
                          const MukanaWaitingItem *most_urgent)
{
  gint64 count = overview->counts[self->kind];
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);

  for (guint i = 0; i < overview->items->len; i++)
    {
      const MukanaWaitingItem *item = g_ptr_array_index (overview->items, i);

      if (item->kind == self->kind)
        add_row (self, item, overview->today, item == most_urgent);
    }

  mukana_count_set (self->count, (guint) count);
  gtk_widget_set_visible (GTK_WIDGET (self->show_all), count > MUKANA_WAITING_CARD_ROWS);
  gtk_widget_set_visible (GTK_WIDGET (self), count > 0);
  show_rows (self);
}

/** mukana_waiting_card_set_narrow: whether there is no room for texts, pill and button abreast */
void
mukana_waiting_card_set_narrow (MukanaWaitingCard *self,
                                gboolean           narrow)
{
  if (self->is_narrow == narrow)
    return;

  self->is_narrow = narrow;
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    place_pill (self, peek_row (row));
}

static void
mukana_waiting_card_dispose (GObject *object)
{
  MukanaWaitingCard *self = MUKANA_WAITING_CARD (object);

  g_clear_object (&self->context);
  g_clear_object (&self->deeds);

  G_OBJECT_CLASS (mukana_waiting_card_parent_class)->dispose (object);
}

static void
mukana_waiting_card_class_init (MukanaWaitingCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_waiting_card_dispose;

  signals[DEED] = g_signal_new ("deed", MUKANA_TYPE_WAITING_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_INT64);
}

static void
mukana_waiting_card_init (MukanaWaitingCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);

  self->count = mukana_count_new (0);
  self->show_all = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->show_all), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self->show_all), "show-all");
  gtk_widget_set_hexpand (GTK_WIDGET (self->show_all), TRUE);
  gtk_widget_set_halign (GTK_WIDGET (self->show_all), GTK_ALIGN_END);
  g_signal_connect_swapped (self->show_all, "toggled", G_CALLBACK (show_rows), self);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "mukana-card");
  gtk_widget_set_valign (GTK_WIDGET (self->list), GTK_ALIGN_START);
}

static GtkWidget *
make_heading (MukanaWaitingCard *self)
{
  const MukanaWaitingLook *look = mukana_waiting_look (self->kind);
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (_(mukana_waiting_kind_title (self->kind)));
  GtkWidget *icon = gtk_image_new_from_icon_name (look->icon_name);

  gtk_widget_add_css_class (icon, "dim-label");
  gtk_widget_add_css_class (title, "row-title");
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  title, NULL, -1);
  gtk_box_append (GTK_BOX (heading), icon);
  gtk_box_append (GTK_BOX (heading), title);
  gtk_box_append (GTK_BOX (heading), self->count);
  gtk_box_append (GTK_BOX (heading), GTK_WIDGET (self->show_all));
  gtk_widget_set_size_request (heading, -1, 26);
  return heading;
}

/**
 * mukana_waiting_card_new:
 * @deeds: a horizontal group of the buttons of all cards
 *
 * Returns: (transfer floating): empty and hidden until it is filled
 */
GtkWidget *
mukana_waiting_card_new (MukanaContext     *context,
                         MukanaWaitingKind  kind,
                         GtkSizeGroup      *deeds)
{
  MukanaWaitingCard *self = g_object_new (MUKANA_TYPE_WAITING_CARD, "visible", FALSE, NULL);

  self->context = g_object_ref (context);
  self->kind = kind;
  self->deeds = g_object_ref (deeds);
  gtk_box_append (GTK_BOX (self), make_heading (self));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->list));
  return GTK_WIDGET (self);
}
