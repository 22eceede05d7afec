/* mukana-sidebar.c: the pages of the program, and how much waits on each.
 *
 * The rows come from the registry of pages; the numbers from each page's own
 * counting job, asked again after every commit.  A number means work, never
 * alarm, and none is shown when nothing waits.
 */

#include "ui/app/mukana-sidebar.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-count.h"
#include "ui/mukana-pages.h"

#define COUNT_DELAY_MS 150

struct _MukanaSidebar
{
  GtkBox         parent_instance;

  MukanaContext *context;
  GCancellable  *cancellable;     /* of the counting */
  guint          count_source;    /* a counting that is about to begin */
  gboolean       is_selecting;    /* the program selects, not a person */
  const char    *page_id;         /* whose row is marked; static */

  GPtrArray     *infos;           /* pages of the sidebar, in their order */
  GPtrArray     *counts;          /* the label of each */
  GtkWidget     *header;
  GtkListBox    *list;
  GtkLabel      *register_name;
  GtkLabel      *register_note;
};

enum { CHOSEN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaSidebar, mukana_sidebar, GTK_TYPE_BOX)

static int
compare_order (gconstpointer a,
               gconstpointer b)
{
  return (*(const MukanaPageInfo **) a)->order - (*(const MukanaPageInfo **) b)->order;
}

static GPtrArray *
collect_infos (void)
{
  GPtrArray *infos = g_ptr_array_new ();

  for (guint i = 0; mukana_page_infos[i] != NULL; i++)
    if (mukana_page_infos[i]->parent == NULL)
      g_ptr_array_add (infos, (gpointer) mukana_page_infos[i]);

  g_ptr_array_sort (infos, compare_order);
  return infos;
}

static void
add_row (MukanaSidebar        *self,
         const MukanaPageInfo *info)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (_(info->title));
  GtkWidget *count = mukana_count_new (0);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_visible (count, FALSE);
  gtk_widget_set_valign (count, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (info->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(info->title), -1);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->counts, count);
}

static void
row_activated_cb (MukanaSidebar *self,
                  GtkListBoxRow *row)
{
  const MukanaPageInfo *info;

  if (self->is_selecting || row == NULL)
    return;

  info = g_ptr_array_index (self->infos, (guint) gtk_list_box_row_get_index (row));
  g_signal_emit (self, signals[CHOSEN], 0, info->id);
}

/* The list marks whatever row the focus goes to; what is marked here is the page in sight. */
static void
row_selected_cb (MukanaSidebar *self)
{
  if (!self->is_selecting && self->page_id != NULL)
    mukana_sidebar_select (self, self->page_id);
}

/* The number alone does not tell what it counts: pages count different things, and not all that
 * waits is on a page of the sidebar. */
static void
tell_count (MukanaSidebar *self,
            guint          place,
            guint          n)
{
  const MukanaPageInfo *info = g_ptr_array_index (self->infos, place);
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) place));
  /* Translators: what waits on a page, and how much: "Days that are to be recorded: 3" */
  g_autofree char *words = n > 0 && info->counted != NULL
                             ? g_strdup_printf (_("%1$s: %2$u"), _(info->counted), n) : NULL;

  gtk_widget_set_tooltip_text (row, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
}

typedef struct
{
  MukanaSidebar *self;
  guint          place;
} Counting;

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Counting *counting = data;
  MukanaSidebar *self = counting->self;
  /* A number that cannot be had is not shown; the page itself says what is wrong. */
  g_autofree gint64 *n = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);
  GtkWidget *count = g_ptr_array_index (self->counts, counting->place);

  if (n != NULL)
    {
      mukana_count_set (count, (guint) *n);
      gtk_widget_set_visible (count, *n > 0);
      tell_count (self, counting->place, (guint) *n);
    }

  g_object_unref (self);
  g_free (counting);
}

static gboolean
count_cb (gpointer data)
{
  MukanaSidebar *self = data;

  self->count_source = 0;
  for (guint i = 0; self->context != NULL && i < self->infos->len; i++)
    {
      const MukanaPageInfo *info = g_ptr_array_index (self->infos, i);
      Counting *counting;

      if (info->count == NULL || !mukana_context_may_open (self->context, info->id))
        continue;

      counting = g_new0 (Counting, 1);
      counting->self = g_object_ref (self);
      counting->place = i;
      mukana_store_run_async (mukana_context_get_store (self->context), info->count, NULL, NULL,
                              self->cancellable, counted_cb, counting);
    }

  return G_SOURCE_REMOVE;
}

/* Several commits in a row are counted once. */
static void
count_soon (MukanaSidebar *self)
{
  if (self->count_source == 0)
    self->count_source = g_timeout_add (COUNT_DELAY_MS, count_cb, self);
}

/* A page that the role does not open is not there, nor counted. */
static gboolean
is_offered (MukanaSidebar *self,
            guint          place)
{
  const MukanaPageInfo *info = g_ptr_array_index (self->infos, place);

  return self->context == NULL || mukana_context_may_open (self->context, info->id);
}

static void
show_register (MukanaSidebar *self)
{
  const char *name = self->context ? mukana_context_peek_county_name (self->context) : NULL;

  gtk_label_set_label (self->register_name, name ? name : "");
  gtk_widget_set_visible (GTK_WIDGET (self->register_note),
                          self->context != NULL && mukana_context_is_made_up (self->context));
  for (guint i = 0; i < self->infos->len; i++)
    gtk_widget_set_visible (GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, (int) i)),
                            is_offered (self, i));
}

static void
mukana_sidebar_dispose (GObject *object)
{
  mukana_sidebar_set_context (MUKANA_SIDEBAR (object), NULL);

  G_OBJECT_CLASS (mukana_sidebar_parent_class)->dispose (object);
}

static void
mukana_sidebar_finalize (GObject *object)
{
  MukanaSidebar *self = MUKANA_SIDEBAR (object);

  g_ptr_array_unref (self->infos);
  g_ptr_array_unref (self->counts);

  G_OBJECT_CLASS (mukana_sidebar_parent_class)->finalize (object);
}

/* The list is one stop for Tab; arrows go from page to page. */
static gboolean
mukana_sidebar_focus (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  MukanaSidebar *self = MUKANA_SIDEBAR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  gboolean is_in_list = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list));

  if (is_in_list && direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  if (is_in_list && direction == GTK_DIR_TAB_BACKWARD)
    return gtk_widget_child_focus (self->header, direction);

  return GTK_WIDGET_CLASS (mukana_sidebar_parent_class)->focus (widget, direction);
}

static void
mukana_sidebar_class_init (MukanaSidebarClass *klass)
{
  GTK_WIDGET_CLASS (klass)->focus = mukana_sidebar_focus;
  G_OBJECT_CLASS (klass)->dispose = mukana_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_sidebar_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", MUKANA_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_header (void)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *lock = gtk_button_new_from_icon_name ("mukana-lock-symbolic");

  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (_("Mukana"), NULL));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (lock), "app.lock");
  gtk_widget_set_tooltip_text (lock, _("Lock the register"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (lock), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Lock the register"), -1);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), lock);
  gtk_widget_add_css_class (header, "flat");
  return header;
}

static GtkWidget *
make_footer (MukanaSidebar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  self->register_name = GTK_LABEL (gtk_label_new (NULL));
  self->register_note = GTK_LABEL (gtk_label_new (_("Training register, invented people")));
  gtk_widget_add_css_class (GTK_WIDGET (self->register_name), "caption-heading");
  gtk_widget_add_css_class (GTK_WIDGET (self->register_note), "second-line");
  gtk_label_set_wrap (self->register_name, TRUE);
  gtk_label_set_wrap (self->register_note, TRUE);
  gtk_label_set_max_width_chars (self->register_name, 20);
  gtk_label_set_max_width_chars (self->register_note, 20);
  gtk_label_set_xalign (self->register_name, 0);
  gtk_label_set_xalign (self->register_note, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->register_note), FALSE);
  gtk_widget_set_margin_start (box, 20);
  gtk_widget_set_margin_end (box, 12);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 18);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->register_name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->register_note));
  return box;
}

static void
mukana_sidebar_init (MukanaSidebar *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->infos = collect_infos ();
  self->counts = g_ptr_array_new ();
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "mukana-sidebar");
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_widget_set_size_request (GTK_WIDGET (self), 200, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Pages"), -1);
  for (guint i = 0; i < self->infos->len; i++)
    add_row (self, g_ptr_array_index (self->infos, i));
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  self->header = make_header ();
  gtk_box_append (GTK_BOX (self), self->header);
  gtk_box_append (GTK_BOX (self), scrolled);
  gtk_box_append (GTK_BOX (self), make_footer (self));
}

GtkWidget *
mukana_sidebar_new (void)
{
  return g_object_new (MUKANA_TYPE_SIDEBAR, NULL);
}

/**
 * mukana_sidebar_set_context:
 *
 * @context: (nullable): the register whose work is counted; NULL for none
 */
void
mukana_sidebar_set_context (MukanaSidebar *self,
                            MukanaContext *context)
{
  if (self->context == context)
    return;

  g_clear_handle_id (&self->count_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->context != NULL)
    {
      g_signal_handlers_disconnect_by_data (mukana_context_get_store (self->context), self);
      g_signal_handlers_disconnect_by_data (self->context, self);
    }

  g_set_object (&self->context, context);
  if (context != NULL)
    {
      self->cancellable = g_cancellable_new ();
      g_signal_connect_swapped (mukana_context_get_store (context), "changed",
                                G_CALLBACK (count_soon), self);
      g_signal_connect_swapped (context, "facts-changed", G_CALLBACK (show_register), self);
      show_register (self);
      count_soon (self);
    }
}

/** mukana_sidebar_select: marks the row of a page without choosing it */
void
mukana_sidebar_select (MukanaSidebar *self,
                       const char    *page_id)
{
  for (guint i = 0; i < self->infos->len; i++)
    {
      const MukanaPageInfo *info = g_ptr_array_index (self->infos, i);

      if (!g_str_equal (info->id, page_id))
        continue;

      self->page_id = info->id;
      self->is_selecting = TRUE;
      gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, (int) i));
      self->is_selecting = FALSE;
    }
}

/** mukana_sidebar_peek_nth: Returns: (nullable): borrowed, the nth page that is offered, from 0 */
const char *
mukana_sidebar_peek_nth (MukanaSidebar *self,
                         guint          n)
{
  for (guint i = 0; i < self->infos->len; i++)
    if (is_offered (self, i) && n-- == 0)
      return ((const MukanaPageInfo *) g_ptr_array_index (self->infos, i))->id;

  return NULL;
}
