/* mukana-state-filter.c: one of a few words that narrow a list.
 *
 * A drop-down that stands in the head of a list.  The codes are the query's,
 * the labels are shown; a NULL code narrows nothing.
 */

#include "ui/kit/mukana-state-filter.h"

struct _MukanaStateFilter
{
  GtkBox         parent_instance;

  GtkDropDown   *drop_down;
  GtkStringList *labels;      /* borrowed from the drop-down */
  GPtrArray     *codes;       /* static strings, in the order of the labels */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaStateFilter, mukana_state_filter, GTK_TYPE_BOX)

static void
selected_cb (MukanaStateFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
mukana_state_filter_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_STATE_FILTER (object)->codes);

  G_OBJECT_CLASS (mukana_state_filter_parent_class)->finalize (object);
}

static void
mukana_state_filter_class_init (MukanaStateFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_state_filter_finalize;

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_STATE_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (GTK_TYPE_LABEL, "xalign", 0.0,
                                               "ellipsize", PANGO_ELLIPSIZE_END, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* The toolkit's own labels would hold a narrow window open. */
static GtkListItemFactory *
make_factory (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  return factory;
}

static void
mukana_state_filter_init (MukanaStateFilter *self)
{
  g_autoptr (GtkListItemFactory) factory = make_factory ();

  self->codes = g_ptr_array_new ();
  self->labels = gtk_string_list_new (NULL);
  self->drop_down = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (self->labels), NULL));
  gtk_drop_down_set_factory (self->drop_down, factory);
  g_signal_connect_swapped (self->drop_down, "notify::selected", G_CALLBACK (selected_cb), self);
  gtk_widget_set_valign (GTK_WIDGET (self->drop_down), GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (GTK_WIDGET (self->drop_down), 60, -1);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->drop_down));
}

/** mukana_state_filter_new: @name: what it narrows by, for the ear */
GtkWidget *
mukana_state_filter_new (const char *name)
{
  MukanaStateFilter *self = g_object_new (MUKANA_TYPE_STATE_FILTER, NULL);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->drop_down), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  return GTK_WIDGET (self);
}

/** mukana_state_filter_add: @code: (nullable): static; the first one added is chosen */
void
mukana_state_filter_add (MukanaStateFilter *self,
                         const char        *code,
                         const char        *label)
{
  g_ptr_array_add (self->codes, (gpointer) code);
  gtk_string_list_append (self->labels, label);
}

/** mukana_state_filter_peek_code: Returns: (nullable): static */
const char *
mukana_state_filter_peek_code (MukanaStateFilter *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  return selected < self->codes->len ? g_ptr_array_index (self->codes, selected) : NULL;
}

void
mukana_state_filter_set_code (MukanaStateFilter *self,
                              const char        *code)
{
  for (guint i = 0; i < self->codes->len; i++)
    if (g_strcmp0 (g_ptr_array_index (self->codes, i), code) == 0)
      gtk_drop_down_set_selected (self->drop_down, i);
}
