/* mukana-row-list.c: a list with its order, its four conditions and its ticks.
 *
 * Knows how to show rows and to say that they are loading, none yet, none found
 * or not to be had; what a row is, its columns say.  Ordering is a menu, which
 * is also what a keyboard wants; filtering is a word in the query.
 */

#include "ui/kit/mukana-row-list.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-count.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-status.h"

#define LOADING_DELAY_MS 250   /* what comes sooner needs no spinner */

struct _MukanaRowList
{
  GtkBox                    parent_instance;

  MukanaContext            *context;
  MukanaRowModel           *model;
  const MukanaRowListWords *words;
  MukanaKind                kind;             /* of its records */

  MukanaRowListFilter       make_filter;
  gpointer                  filter_data;
  char                     *needle;
  char                     *order;
  const char               *order_setting;    /* static; NULL: the order is not remembered */
  gboolean                  is_filtered;      /* the page narrows the list further */
  guint                     loading_source;

  GPtrArray                *columns;          /* GtkColumnViewColumn, borrowed */
  GArray                   *when;             /* MukanaColumnWhen of each */
  GtkColumnViewColumn      *tick_column;      /* NULL: rows cannot be ticked */
  gboolean                  is_narrow;

  GtkWidget                *head;             /* count, words of the page, order */
  GtkWidget                *count;
  GtkWidget                *order_button;
  GtkLabel                 *order_label;
  GMenu                    *orders;
  GtkStack                 *stack;
  MukanaStatus             *status;
  GtkWidget                *view;

  gint64                    wanted_id;        /* the row to be in sight when it is shown; 0: none */
  gint64                    opened_us;        /* when a row was opened last; monotonic */
};

enum { OPENED, DEED, CLEAR, CHOSEN_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRowList, mukana_row_list, GTK_TYPE_BOX)

/* One column of one list: what its factory's callbacks are given. */
typedef struct
{
  const MukanaColumn *column;
  MukanaContext      *context;
} Factory;

static void
fill_cell (MukanaRow   *row,
           GParamSpec  *pspec,
           GtkListItem *item)
{
  const Factory *factory = g_object_get_data (G_OBJECT (item), "factory");
  GtkWidget *cell = gtk_list_item_get_child (item);
  gpointer record = mukana_row_get_record (row);

  /* Still loading: the place is kept, and nothing of the last row shows. */
  gtk_widget_set_opacity (cell, record != NULL ? 1 : 0);
  if (record != NULL)
    factory->column->fill (cell, record, factory->context);
}

static void
setup_cb (Factory     *factory,
          GtkListItem *item)
{
  GtkWidget *cell = factory->column->make ();

  if (factory->column->width_px > 0)
    gtk_widget_set_size_request (cell, factory->column->width_px, -1);
  g_object_set_data (G_OBJECT (item), "factory", factory);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (Factory     *factory,
         GtkListItem *item)
{
  MukanaRow *row = gtk_list_item_get_item (item);

  g_signal_connect_object (row, "notify::record", G_CALLBACK (fill_cell), item, 0);
  fill_cell (row, NULL, item);
}

static void
unbind_cb (Factory     *factory,
           GtkListItem *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), fill_cell, item);
}

static void
free_factory (gpointer  data,
              GClosure *closure)
{
  Factory *factory = data;

  g_object_unref (factory->context);
  g_free (factory);
}

static GtkListItemFactory *
make_factory (MukanaRowList      *self,
              const MukanaColumn *column)
{
  GtkListItemFactory *made = gtk_signal_list_item_factory_new ();
  Factory *factory = g_new0 (Factory, 1);

  factory->column = column;
  factory->context = g_object_ref (self->context);
  g_signal_connect_data (made, "setup", G_CALLBACK (setup_cb), factory, free_factory,
                         G_CONNECT_SWAPPED);
  g_signal_connect_swapped (made, "bind", G_CALLBACK (bind_cb), factory);
  g_signal_connect_swapped (made, "unbind", G_CALLBACK (unbind_cb), factory);
  return made;
}

static void
tick_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_check_button_new ());
}

/* A box is called by whom it chooses, once that is read. */
static void
name_tick (MukanaRow   *row,
           GParamSpec  *pspec,
           GtkListItem *item)
{
  MukanaRecord *record = mukana_row_get_record (row);
  gboolean is_named = record != NULL && mukana_record_find_field (record, "display-name") != NULL;
  const char *name = is_named ? mukana_record_peek_text (record, "display-name") : NULL;
  g_autofree char *label = name != NULL ? g_strdup_printf (_("Choose %s"), name)
                                        : g_strdup (_("Choose"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_list_item_get_child (item)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
tick_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item)
{
  MukanaRow *row = gtk_list_item_get_item (item);
  GBinding *binding = g_object_bind_property (row, "chosen",
                                              gtk_list_item_get_child (item), "active",
                                              G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);

  g_object_set_data (G_OBJECT (item), "binding", binding);
  g_signal_connect_object (row, "notify::record", G_CALLBACK (name_tick), item, 0);
  name_tick (row, NULL, item);
}

static void
tick_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), name_tick, item);
  g_binding_unbind (g_object_get_data (G_OBJECT (item), "binding"));
  g_object_set_data (G_OBJECT (item), "binding", NULL);
}

static void
show_columns (MukanaRowList *self)
{
  MukanaColumnWhen not_now = self->is_narrow ? MUKANA_COLUMN_WIDE : MUKANA_COLUMN_NARROW;

  for (guint i = 0; i < self->columns->len; i++)
    gtk_column_view_column_set_visible (g_ptr_array_index (self->columns, i),
                                        g_array_index (self->when, MukanaColumnWhen, i) != not_now);
}

static void
add_column (MukanaRowList      *self,
            const MukanaColumn *column)
{
  GtkColumnViewColumn *made = gtk_column_view_column_new (column->title ? _(column->title) : NULL,
                                                          make_factory (self, column));

  gtk_column_view_column_set_expand (made, column->expand);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), made);
  g_ptr_array_add (self->columns, made);
  g_array_append_val (self->when, column->when);
  g_object_unref (made);
}

/* One press opens.  The second of a double click, which is what a hand from a
 * spreadsheet does, opens nothing more. */
static void
row_activated_cb (MukanaRowList *self,
                  guint          position)
{
  gint64 now_us = g_get_monotonic_time ();
  gint64 since_us = now_us - self->opened_us;
  int double_click_ms;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-double-click-time", &double_click_ms, NULL);
  self->opened_us = now_us;
  if (since_us < double_click_ms * 1000)
    return;

  self->wanted_id = mukana_row_model_get_id (self->model, position);
  g_signal_emit (self, signals[OPENED], 0, self->wanted_id);
}

/* Whoever comes back to the list sees the row that they were on. */
static gboolean
bring_into_sight_cb (gpointer data)
{
  MukanaRowList *self = data;
  int position = self->wanted_id != 0 && gtk_widget_get_mapped (self->view)
                 ? mukana_row_model_find (self->model, self->wanted_id) : -1;

  if (position < 0)
    return G_SOURCE_REMOVE;

  self->wanted_id = 0;
  gtk_widget_activate_action (gtk_widget_get_last_child (self->view), "list.scroll-to-item", "u",
                              (guint) position);
  return G_SOURCE_REMOVE;
}

/* When the view has its size, which it has not while it is being mapped, and when it knows the rows
 * of the model: the list is told of them first, and a view that is asked for a row that it has not
 * heard of ends the program. */
static void
bring_into_sight_soon (MukanaRowList *self)
{
  if (self->wanted_id != 0)
    g_idle_add_full (G_PRIORITY_LOW, bring_into_sight_cb, g_object_ref (self), g_object_unref);
}

/* What is added while the list is out of sight is what was just made. */
static void
store_changed_cb (MukanaRowList   *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *list = mukana_change_set_peek (changes, &n_changes);

  for (guint i = 0; i < n_changes; i++)
    if (list[i].kind == self->kind && list[i].effect == MUKANA_EFFECT_ADDED &&
        !gtk_widget_get_mapped (self->view))
      self->wanted_id = list[i].id;
}

static gboolean
is_narrowed (MukanaRowList *self)
{
  return self->is_filtered || (self->needle != NULL && *self->needle != '\0');
}

static void
show_nothing (MukanaRowList *self)
{
  if (is_narrowed (self))
    mukana_status_set_empty (self->status, "system-search-symbolic", _("Nothing found"),
                             _("Nothing in the register fits what was asked."),
                             _("Show everything"));
  else
    mukana_status_set_empty (self->status, self->words->icon_name, _(self->words->empty_title),
                             _(self->words->empty_description),
                             self->words->empty_deed ? _(self->words->empty_deed) : NULL);
}

static gboolean
show_loading_cb (gpointer data)
{
  MukanaRowList *self = data;

  self->loading_source = 0;
  mukana_status_set_loading (self->status, _("Loading…"));
  gtk_stack_set_visible_child_name (self->stack, "status");
  return G_SOURCE_REMOVE;
}

static void
state_changed_cb (MukanaRowList *self)
{
  MukanaRowsState state = mukana_row_model_get_state (self->model);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  g_clear_handle_id (&self->loading_source, g_source_remove);
  gtk_widget_set_visible (self->count, state == MUKANA_ROWS_READY);
  mukana_count_set (self->count, n_rows);
  gtk_widget_set_sensitive (self->order_button, n_rows > 1);

  if (state == MUKANA_ROWS_LOADING)
    self->loading_source = g_timeout_add (LOADING_DELAY_MS, show_loading_cb, self);
  else if (state == MUKANA_ROWS_FAILED)
    {
      const GError *error = mukana_row_model_peek_error (self->model);

      mukana_status_set_error (self->status, mukana_error_view_peek_title (error),
                               mukana_error_view_peek_sentence (error), TRUE);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else if (n_rows == 0)
    {
      show_nothing (self);
      gtk_stack_set_visible_child_name (self->stack, "status");
    }
  else
    gtk_stack_set_visible_child_name (self->stack, "rows");
}

static void
items_changed_cb (MukanaRowList *self)
{
  if (mukana_row_model_get_state (self->model) == MUKANA_ROWS_READY)
    {
      state_changed_cb (self);
      bring_into_sight_soon (self);
    }
}

static void
chosen_changed_cb (MukanaRowList *self)
{
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0, mukana_row_model_get_n_chosen (self->model));
}

static void
status_deed_cb (MukanaRowList *self)
{
  if (mukana_row_model_get_state (self->model) == MUKANA_ROWS_FAILED)
    mukana_row_model_reload (self->model);
  else
    g_signal_emit (self, signals[is_narrowed (self) ? CLEAR : DEED], 0);
}

/* Whether the list offers @order; then it is the list's from the next query on. */
static gboolean
take_order (MukanaRowList *self,
            const char    *order)
{
  GMenuModel *orders = G_MENU_MODEL (self->orders);

  for (int i = 0; i < g_menu_model_get_n_items (orders); i++)
    {
      g_autofree char *label = NULL;
      g_autofree char *target = NULL;

      g_menu_model_get_item_attribute (orders, i, G_MENU_ATTRIBUTE_TARGET, "s", &target);
      if (g_strcmp0 (target, order) != 0)
        continue;

      g_menu_model_get_item_attribute (orders, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      gtk_label_set_label (self->order_label, label);
      g_free (self->order);
      self->order = g_steal_pointer (&target);
      return TRUE;
    }

  return FALSE;
}

static void
sort_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaRowList *self = MUKANA_ROW_LIST (widget);
  GSettings *settings = mukana_context_get_settings (self->context);

  if (!take_order (self, g_variant_get_string (parameter, NULL)))
    return;

  if (settings != NULL && self->order_setting != NULL)
    g_settings_set_string (settings, self->order_setting, self->order);
  mukana_row_list_refresh (self);
}

static void
mukana_row_list_dispose (GObject *object)
{
  MukanaRowList *self = MUKANA_ROW_LIST (object);

  g_clear_handle_id (&self->loading_source, g_source_remove);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  g_clear_object (&self->context);
  g_clear_object (&self->orders);
  g_clear_pointer (&self->columns, g_ptr_array_unref);
  g_clear_pointer (&self->when, g_array_unref);

  G_OBJECT_CLASS (mukana_row_list_parent_class)->dispose (object);
}

static void
mukana_row_list_finalize (GObject *object)
{
  g_free (MUKANA_ROW_LIST (object)->needle);
  g_free (MUKANA_ROW_LIST (object)->order);

  G_OBJECT_CLASS (mukana_row_list_parent_class)->finalize (object);
}

static guint
add_signal (const char *name,
            GType       type)
{
  if (type == G_TYPE_NONE)
    return g_signal_new (name, MUKANA_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                         G_TYPE_NONE, 0);

  return g_signal_new (name, MUKANA_TYPE_ROW_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 1, type);
}

static void
mukana_row_list_class_init (MukanaRowListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_row_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_row_list_finalize;

  signals[OPENED] = add_signal ("opened", G_TYPE_INT64);
  signals[DEED] = add_signal ("deed", G_TYPE_NONE);
  signals[CLEAR] = add_signal ("clear", G_TYPE_NONE);
  signals[CHOSEN_CHANGED] = add_signal ("chosen-changed", G_TYPE_UINT);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "list.sort", "s", sort_action);
}

static void
make_head (MukanaRowList *self)
{
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->orders = g_menu_new ();
  self->order_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_box_append (GTK_BOX (content), GTK_WIDGET (self->order_label));
  gtk_box_append (GTK_BOX (content), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->order_button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->order_button), content);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->order_button),
                                  G_MENU_MODEL (self->orders));
  gtk_widget_add_css_class (self->order_button, "flat");
  mukana_menu_tip_set (self->order_button, _("Order of the list"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->order_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Order of the list"), -1);
  gtk_widget_set_hexpand (self->order_button, TRUE);
  gtk_widget_set_halign (self->order_button, GTK_ALIGN_END);
  gtk_widget_set_visible (self->order_button, FALSE);

  self->count = mukana_count_new (0);
  gtk_widget_set_valign (self->count, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->count, FALSE);
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_box_append (GTK_BOX (self->head), self->count);
  gtk_box_append (GTK_BOX (self->head), self->order_button);
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* A row gives the focus to its tick, which would take Enter, too: Enter opens, Space ticks. */
static gboolean
key_pressed_cb (MukanaRowList   *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkWidget *rows = gtk_widget_get_last_child (self->view);
  GtkWidget *row = gtk_root_get_focus (gtk_widget_get_root (self->view));

  while (row != NULL && gtk_widget_get_parent (row) != rows)
    row = gtk_widget_get_parent (row);

  return is_enter (key) && row != NULL && gtk_widget_activate (row);
}

static GtkWidget *
make_view (MukanaRowList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->view = gtk_column_view_new (NULL);
  gtk_column_view_set_single_click_activate (GTK_COLUMN_VIEW (self->view), TRUE);
  gtk_widget_add_css_class (self->view, "mukana-list");
  gtk_widget_set_overflow (scrolled, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (scrolled, "mukana-card");
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->view, "map", G_CALLBACK (bring_into_sight_soon), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, keys);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->view);
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
mukana_row_list_init (MukanaRowList *self)
{
  self->columns = g_ptr_array_new ();
  self->when = g_array_new (FALSE, FALSE, sizeof (MukanaColumnWhen));
  self->status = MUKANA_STATUS (mukana_status_new ());
  self->stack = GTK_STACK (gtk_stack_new ());
  g_signal_connect_swapped (self->status, "deed", G_CALLBACK (status_deed_cb), self);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  make_head (self);
  gtk_stack_add_named (self->stack, make_view (self), "rows");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->status), "status");
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_box_append (GTK_BOX (self), self->head);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->stack));
}

/**
 * mukana_row_list_new:
 * @source: a constant
 * @columns: constants, from the start to the end of the line
 * @words: a constant
 *
 * Returns: (transfer floating): empty until mukana_row_list_set_filter() and
 *   mukana_row_list_refresh()
 */
GtkWidget *
mukana_row_list_new (MukanaContext            *context,
                     const MukanaRowSource    *source,
                     const MukanaColumn       *columns,
                     guint                     n_columns,
                     const MukanaRowListWords *words)
{
  MukanaRowList *self = g_object_new (MUKANA_TYPE_ROW_LIST, NULL);
  GtkNoSelection *selection;

  self->context = g_object_ref (context);
  self->words = words;
  self->kind = source->kind;
  self->model = mukana_row_model_new (mukana_context_get_store (context), source);
  g_signal_connect_swapped (self->model, "state-changed", G_CALLBACK (state_changed_cb), self);
  g_signal_connect_swapped (self->model, "items-changed", G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (self->model, "chosen-changed", G_CALLBACK (chosen_changed_cb), self);
  g_signal_connect_object (mukana_context_get_store (context), "changed",
                           G_CALLBACK (store_changed_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < n_columns; i++)
    add_column (self, &columns[i]);
  mukana_row_list_set_narrow (self, FALSE);

  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->model)));
  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->view), GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  return GTK_WIDGET (self);
}

void
mukana_row_list_set_filter (MukanaRowList       *self,
                            MukanaRowListFilter  make_filter,
                            gpointer             data)
{
  self->make_filter = make_filter;
  self->filter_data = data;
}

/**
 * mukana_row_list_add_order:
 * @order: a word of the statement's "-- order:" lines
 * @label: translated: "By name"
 *
 * The first one is how the list begins.
 */
void
mukana_row_list_add_order (MukanaRowList *self,
                           const char    *order,
                           const char    *label)
{
  g_autofree char *action = g_strdup_printf ("list.sort('%s')", order);

  g_menu_append (self->orders, label, action);
  if (self->order == NULL)
    {
      self->order = g_strdup (order);
      gtk_label_set_label (self->order_label, label);
    }
  gtk_widget_set_visible (self->order_button,
                          g_menu_model_get_n_items (G_MENU_MODEL (self->orders)) > 1);
}

/** mukana_row_list_set_choosable: whether rows have a box to tick, before all other columns */
void
mukana_row_list_set_choosable (MukanaRowList *self,
                               gboolean       choosable)
{
  GtkListItemFactory *factory;

  if (self->tick_column != NULL)
    gtk_column_view_column_set_visible (self->tick_column, choosable);
  if (self->tick_column != NULL || !choosable)
    return;

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (tick_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (tick_bind_cb), NULL);
  g_signal_connect (factory, "unbind", G_CALLBACK (tick_unbind_cb), NULL);
  self->tick_column = gtk_column_view_column_new (NULL, factory);
  gtk_column_view_insert_column (GTK_COLUMN_VIEW (self->view), 0, self->tick_column);
  g_object_unref (self->tick_column);
}

void
mukana_row_list_set_narrow (MukanaRowList *self,
                            gboolean       narrow)
{
  int margin = narrow ? 12 : 24;

  self->is_narrow = narrow;
  g_object_set (self, "margin-start", margin, "margin-end", margin, "margin-bottom", margin, NULL);
  show_columns (self);
}

/** mukana_row_list_set_needle: what is typed in the page's search; asks anew */
void
mukana_row_list_set_needle (MukanaRowList *self,
                            const char    *needle)
{
  g_free (self->needle);
  self->needle = g_strdup (needle);
  mukana_row_list_refresh (self);
}

/** mukana_row_list_set_filtered: whether the page narrows it, so that none means "not found" */
void
mukana_row_list_set_filtered (MukanaRowList *self,
                              gboolean       filtered)
{
  self->is_filtered = filtered;
}

/** mukana_row_list_make_filter: Returns: yours, of what is shown, as its page makes it */
gpointer
mukana_row_list_make_filter (MukanaRowList *self)
{
  return self->make_filter (self->needle, self->order, self->filter_data);
}

/** mukana_row_list_refresh: asks for the list anew, with the filter as it now is */
void
mukana_row_list_refresh (MukanaRowList *self)
{
  mukana_row_model_query (self->model, mukana_row_list_make_filter (self));
}

MukanaRowModel *
mukana_row_list_get_model (MukanaRowList *self)
{
  return self->model;
}

/** mukana_row_list_peek_head: Returns: borrowed, a GtkBox with the count, for the page's title */
GtkWidget *
mukana_row_list_peek_head (MukanaRowList *self)
{
  return self->head;
}

/**
 * mukana_row_list_remember_order:
 * @setting: static, a key of the program's settings
 *
 * The list begins in the order it was last left in, if it still offers that one.
 * To be called when all orders are added.
 */
void
mukana_row_list_remember_order (MukanaRowList *self,
                                const char    *setting)
{
  GSettings *settings = mukana_context_get_settings (self->context);
  g_autofree char *order = settings != NULL ? g_settings_get_string (settings, setting) : NULL;

  self->order_setting = setting;
  if (order != NULL)
    take_order (self, order);
}

/** mukana_row_list_enter: puts the focus on the first row; Returns: whether there is one */
gboolean
mukana_row_list_enter (MukanaRowList *self)
{
  /* A column view keeps its rows in a list of its own, below the titles. */
  GtkWidget *rows = gtk_widget_get_last_child (self->view);
  GtkWidget *first = NULL;

  if (gtk_widget_get_mapped (self->view))
    {
      gtk_widget_activate_action (rows, "list.scroll-to-item", "u", 0);
      first = gtk_widget_get_first_child (rows);
    }

  return first != NULL && gtk_widget_grab_focus (first);
}
