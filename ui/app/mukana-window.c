/* mukana-window.c: one window: the sidebar, the header, and the pages in turn.
 *
 * Pages of the sidebar are made when first shown and kept; a page of one record
 * opens over the page it came from and is gone when left.  The window knows
 * pages only through their base class and the registry.
 *
 * It works from 360 px: below WIDE_PX the sidebar folds away, below NARROW_PX
 * pages are told that they are narrow.
 */

#include "ui/app/mukana-window.h"

#include <glib/gi18n-lib.h>

#include "ui/app/mukana-header.h"
#include "ui/app/mukana-sidebar.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/mukana-pages.h"

#define WIDE_PX 930
#define NARROW_PX 720
#define TOAST_COMES_UP_US 600000

/* A page on the way back. */
typedef struct
{
  MukanaPage *page;
  GWeakRef    focus;      /* what had the focus when something opened over it */
} Place;

struct _MukanaWindow
{
  AdwApplicationWindow parent_instance;

  MukanaContext   *context;      /* NULL while no register is open */
  GHashTable      *kept;         /* page id -> page of the sidebar */
  GPtrArray       *places;       /* from the page of the sidebar to the one shown */
  gboolean         is_narrow;
  gboolean         is_wide;
  guint            width_source;

  GtkStack        *outer;        /* the register, or something instead of it */
  AdwToastOverlay *toasts;
  AdwToast        *toast;           /* that is shown; NULL when none is */
  AdwToast        *next_toast;      /* that takes its place */
  gint64           toast_at_us;
  guint            toast_source;
  GtkRevealer     *banner;          /* the register does not answer */
  GtkWidget       *why_only_read;   /* after it: why nothing is saved; NULL while all is */
  AdwLeaflet      *leaflet;
  MukanaSidebar   *sidebar;
  GtkWidget       *content;
  MukanaHeader    *header;
  GtkStack        *pages;
};

G_DEFINE_FINAL_TYPE (MukanaWindow, mukana_window, ADW_TYPE_APPLICATION_WINDOW)

static void
free_place (gpointer data)
{
  Place *place = data;

  g_weak_ref_clear (&place->focus);
  g_free (place);
}

static Place *
peek_top (MukanaWindow *self)
{
  return self->places->len > 0 ? g_ptr_array_index (self->places, self->places->len - 1) : NULL;
}

/** mukana_window_get_page: Returns: (nullable): borrowed, the page on the screen */
MukanaPage *
mukana_window_get_page (MukanaWindow *self)
{
  Place *top = peek_top (self);

  return top != NULL ? top->page : NULL;
}

/** mukana_window_get_depth: Returns: how many pages lie over each other */
guint
mukana_window_get_depth (MukanaWindow *self)
{
  return self->places->len;
}

static void
show_top (MukanaWindow *self)
{
  MukanaPage *page = mukana_window_get_page (self);
  const MukanaPageInfo *info = mukana_page_peek_info (page);
  const MukanaPageInfo *root = mukana_page_peek_info (((Place *) g_ptr_array_index (self->places,
                                                                                    0))->page);

  mukana_page_set_narrow (page, self->is_narrow);
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  mukana_header_set_page (self->header, page, self->places->len > 1);
  mukana_sidebar_select (self->sidebar, root->id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", self->places->len > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _(info->title));
  adw_leaflet_set_visible_child (self->leaflet, self->content);
  mukana_page_was_shown (page);
}

static void
push_page (MukanaWindow *self,
           MukanaPage   *page)
{
  Place *place = g_new0 (Place, 1);
  Place *top = peek_top (self);

  if (top != NULL)
    g_weak_ref_set (&top->focus, gtk_window_get_focus (GTK_WINDOW (self)));

  place->page = page;
  g_weak_ref_init (&place->focus, NULL);
  g_ptr_array_add (self->places, place);
  if (gtk_widget_get_parent (GTK_WIDGET (page)) == NULL)
    gtk_stack_add_child (self->pages, GTK_WIDGET (page));
}

static void
pop_page (MukanaWindow *self)
{
  MukanaPage *page = mukana_window_get_page (self);
  const MukanaPageInfo *info = mukana_page_peek_info (page);

  mukana_header_set_page (self->header, NULL, FALSE);
  g_ptr_array_set_size (self->places, self->places->len - 1);
  if (info->parent != NULL)
    gtk_stack_remove (self->pages, GTK_WIDGET (page));
}

static MukanaPage *
peek_kept (MukanaWindow         *self,
           const MukanaPageInfo *info)
{
  MukanaPage *page = g_hash_table_lookup (self->kept, info->id);

  if (page == NULL)
    {
      page = mukana_page_new (info, self->context);
      g_hash_table_insert (self->kept, (gpointer) info->id, page);
      gtk_stack_add_child (self->pages, GTK_WIDGET (page));
    }

  return page;
}

static void
go_to_root (MukanaWindow         *self,
            const MukanaPageInfo *info)
{
  while (self->places->len > 0)
    pop_page (self);
  push_page (self, peek_kept (self, info));
}

/* What opened by a deed is where the next key goes, not what the deed was done in.  A page that
 * is still being read has nothing to take the focus: then Tab begins in it. */
static void
focus_page (MukanaWindow *self,
            MukanaPage   *page)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (page)))
    return;

  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);
}

/* A record opens over whatever is shown; at the start, over its own list. */
static void
go_to (MukanaWindow         *self,
       const MukanaPageInfo *info,
       gint64                id)
{
  MukanaPage *page;

  if (info->parent == NULL)
    {
      go_to_root (self, info);
      page = mukana_window_get_page (self);
    }
  else
    {
      const MukanaPageInfo *parent = mukana_pages_find (info->parent);

      if (self->places->len == 0 && parent != NULL)
        go_to_root (self, parent);
      page = mukana_page_new (info, self->context);
      push_page (self, page);
    }

  show_top (self);
  mukana_page_open (page, id);
  if (info->parent != NULL)
    focus_page (self, page);
}

/* What is done once nothing typed would be lost. */
typedef struct
{
  MukanaWindow         *self;
  const MukanaPageInfo *info;   /* NULL: back */
  gint64                id;
} Move;

static void
do_move (Move *move)
{
  MukanaWindow *self = move->self;

  if (move->info != NULL)
    go_to (self, move->info, move->id);
  else if (self->places->len > 1)
    {
      g_autoptr (GtkWidget) focus = NULL;

      pop_page (self);
      show_top (self);
      if ((focus = g_weak_ref_get (&peek_top (self)->focus)) != NULL)
        gtk_widget_grab_focus (focus);
    }
}

static void
leave_answered_cb (Move       *move,
                   const char *response)
{
  if (g_str_equal (response, "discard"))
    do_move (move);
}

static void
free_move (gpointer  data,
           GClosure *closure)
{
  Move *move = data;

  g_object_unref (move->self);
  g_free (move);
}

static void
ask_to_leave (MukanaWindow *self,
              Move         *move)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Leave without saving?"),
                                              _("What you changed on this page is not saved."));
  Move *kept = g_new0 (Move, 1);

  *kept = *move;
  g_object_ref (self);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "stay", _("_Stay here"),
                                    "discard", _("_Leave, change nothing"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "stay");
  g_signal_connect_data (dialog, "response", G_CALLBACK (leave_answered_cb), kept, free_move,
                         G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Back leaves one page; the sidebar leaves all that lie over each other. */
static gboolean
may_move (MukanaWindow *self,
          Move         *move)
{
  guint first = move->info == NULL ? self->places->len - 1 : 0;

  if (move->info != NULL && move->info->parent != NULL)
    return TRUE;   /* opens over them: they stay */

  for (guint i = self->places->len; i > first; i--)
    if (!mukana_page_may_leave (((Place *) g_ptr_array_index (self->places, i - 1))->page))
      return FALSE;

  return TRUE;
}

static void
begin_move (MukanaWindow *self,
            Move         *move)
{
  if (may_move (self, move))
    do_move (move);
  else
    ask_to_leave (self, move);
}

/**
 * mukana_window_show_page:
 * @route: the id of a page
 * @id: of a record; 0 for none
 *
 * Returns: whether there is such a page, and a register to show in it
 */
gboolean
mukana_window_show_page (MukanaWindow *self,
                         const char   *route,
                         gint64        id)
{
  const MukanaPageInfo *info = mukana_pages_find (route);
  Move move = { self, info, id };

  if (info == NULL || self->context == NULL)
    return FALSE;

  if (!mukana_context_may_open (self->context, info->id))
    {
      mukana_window_toast (self, _("Your role in this register does not include this."), 0);
      return TRUE;
    }

  begin_move (self, &move);
  return TRUE;
}

void
mukana_window_go_back (MukanaWindow *self)
{
  Move move = { self, NULL, 0 };

  if (self->places->len > 1)
    begin_move (self, &move);
}

static void
toast_clicked_cb (MukanaWindow *self,
                  AdwToast     *toast)
{
  gint64 *serial = g_object_get_data (G_OBJECT (toast), "serial");

  if (self->context != NULL)
    mukana_undo_take_back (mukana_context_get_undo (self->context),
                           mukana_context_get_store (self->context), *serial);
}

static void
toast_dismissed_cb (MukanaWindow *self)
{
  g_clear_object (&self->toast);
}

static void
show_toast (MukanaWindow *self,
            AdwToast     *toast)
{
  self->toast = g_object_ref (toast);
  self->toast_at_us = g_get_monotonic_time ();
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
toast_ends_cb (gpointer data)
{
  MukanaWindow *self = data;

  self->toast_source = 0;
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  if (self->next_toast != NULL)
    show_toast (self, g_steal_pointer (&self->next_toast));
  return G_SOURCE_REMOVE;
}

/* Soon: libadwaita 1.2 goes down on a toast that is dismissed while it still comes up. */
static void
end_toast (MukanaWindow *self)
{
  gint64 left_us = self->toast_at_us + TOAST_COMES_UP_US - g_get_monotonic_time ();

  if (self->toast_source == 0)
    self->toast_source = g_timeout_add ((guint) (MAX (left_us, 0) / 1000), toast_ends_cb, self);
}

/** mukana_window_toast: @undo_serial: the step that Undo takes back; 0 for a toast without it */
void
mukana_window_toast (MukanaWindow *self,
                     const char   *sentence,
                     gint64        undo_serial)
{
  AdwToast *toast = adw_toast_new (sentence);

  if (undo_serial > 0)
    {
      adw_toast_set_button_label (toast, _("Undo"));
      g_object_set_data_full (G_OBJECT (toast), "serial",
                              g_memdup2 (&undo_serial, sizeof undo_serial), g_free);
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (toast_clicked_cb), self,
                               G_CONNECT_SWAPPED);
    }

  /* It does not wait for all before it: what is said would be about a deed long past. */
  if (self->toast == NULL)
    {
      show_toast (self, toast);
      return;
    }
  g_clear_object (&self->next_toast);
  self->next_toast = toast;
  end_toast (self);
}

static void
undone_cb (MukanaWindow *self,
           const char   *label)
{
  g_autofree char *sentence = g_strdup_printf (_("Taken back: “%s”"), label);

  mukana_window_toast (self, sentence, 0);
}

static void
done_again_cb (MukanaWindow *self,
               const char   *label)
{
  g_autofree char *sentence = g_strdup_printf (_("Done again: %s"), label);

  mukana_window_toast (self, sentence, 0);
}

static void
final_cb (MukanaWindow *self,
          const char   *label)
{
  g_autofree char *sentence = g_strdup_printf (_("Cannot be taken back: %s"), label);

  mukana_window_toast (self, sentence, 0);
}

static void
undo_failed_cb (MukanaWindow *self,
                const GError *error)
{
  mukana_error_view_show (GTK_WIDGET (self), error);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  mukana_window_go_back (MUKANA_WINDOW (widget));
}

static void
toast_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  const char *sentence;
  gint64 serial;

  g_variant_get (parameter, "(&sx)", &sentence, &serial);
  mukana_window_toast (MUKANA_WINDOW (widget), sentence, serial);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);

  if (self->context != NULL &&
      !mukana_undo_take_back (mukana_context_get_undo (self->context),
                              mukana_context_get_store (self->context), 0))
    mukana_window_toast (self, _("There is nothing to take back"), 0);
}

static void
do_again_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);

  if (self->context != NULL && !mukana_undo_do_again (mukana_context_get_undo (self->context)))
    mukana_window_toast (self, _("There is nothing to do again"), 0);
}

/* To the list in sight, or to the one that what is in sight was opened from. */
static void
new_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);

  for (guint i = self->places->len; i > 0; i--)
    {
      MukanaPage *page = ((Place *) g_ptr_array_index (self->places, i - 1))->page;

      if (mukana_page_can_add (page))
        {
          mukana_page_add (page);
          return;
        }
    }

  mukana_window_toast (self, _("This page has no list to add to"), 0);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  mukana_header_focus_search (MUKANA_WINDOW (widget)->header);
}

static void
nth_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);
  const char *id = mukana_sidebar_peek_nth (self->sidebar,
                                            (guint) g_variant_get_int32 (parameter) - 1);

  if (id != NULL)
    mukana_window_show_page (self, id, 0);
}

static void
store_away_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);
  gboolean is_gone = self->context != NULL &&
                     mukana_store_is_gone (mukana_context_get_store (self->context));

  gtk_revealer_set_reveal_child (self->banner, g_variant_get_boolean (parameter) && !is_gone);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  adw_leaflet_navigate (MUKANA_WINDOW (widget)->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
}

static GtkWidget *
make_bar (const char     *sentence,
          GtkMessageType  type,
          GtkWidget      *deed)
{
  GtkWidget *bar = gtk_info_bar_new ();
  GtkWidget *label = gtk_label_new (sentence);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_info_bar_set_message_type (GTK_INFO_BAR (bar), type);
  gtk_info_bar_add_child (GTK_INFO_BAR (bar), label);
  if (deed != NULL)
    gtk_info_bar_add_child (GTK_INFO_BAR (bar), deed);
  return bar;
}

static GtkWidget *
make_deed (const char *label,
           const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_restore_deed (void)
{
  GtkWidget *button = make_deed (_("_Restore a backup…"), "app.restore");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

/* Why nothing is saved.  Made when it is needed: nobody should find its deed before. */
static void
show_why_only_read (MukanaWindow *self,
                    MukanaStore  *store)
{
  GtkBox *box = GTK_BOX (gtk_widget_get_parent (GTK_WIDGET (self->banner)));

  if (self->why_only_read != NULL)
    gtk_box_remove (box, g_steal_pointer (&self->why_only_read));

  if (store != NULL && mukana_store_is_gone (store))
    self->why_only_read =
      make_bar (_("The file of the register is gone from its place. What you see is in this "
                  "program only, and nothing is saved any more."), GTK_MESSAGE_ERROR,
                make_deed (_("_Save to another place…"), "app.save-elsewhere"));
  else if (store != NULL && mukana_store_is_damaged (store))
    self->why_only_read =
      make_bar (_("The register is damaged. What can still be read is shown, and nothing is saved "
                  "any more."), GTK_MESSAGE_ERROR, make_restore_deed ());
  else if (store != NULL && mukana_store_is_newer (store))
    self->why_only_read =
      make_bar (_("A newer Mukana has changed this register. Until the program is updated, it is "
                  "only read, without sensitive data."), GTK_MESSAGE_WARNING, NULL);
  else if (store != NULL && mukana_store_is_on_full_disk (store))
    self->why_only_read =
      make_bar (_("The disk is full, so the register is only read. Make room on the disk: what you "
                  "save after that is saved."), GTK_MESSAGE_WARNING, NULL);

  if (self->why_only_read != NULL)
    gtk_box_insert_child_after (box, self->why_only_read, GTK_WIDGET (self->banner));
}

/* A commit proves that the store is there. */
static void
store_changed_cb (MukanaWindow *self)
{
  gtk_revealer_set_reveal_child (self->banner, FALSE);
  /* Something was saved, so there is room. */
  if (self->why_only_read != NULL)
    show_why_only_read (self, mukana_context_get_store (self->context));
}

static gboolean
width_changed_cb (gpointer data)
{
  MukanaWindow *self = data;
  MukanaPage *page = mukana_window_get_page (self);

  self->width_source = 0;
  adw_leaflet_set_can_unfold (self->leaflet, self->is_wide);
  if (self->is_narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  mukana_header_set_narrow (self->header, self->is_narrow);
  if (page != NULL)
    mukana_page_set_narrow (page, self->is_narrow);
  return G_SOURCE_REMOVE;
}

/* Told afterwards: a page that changes its shape may not do so while sizes are given out. */
static void
mukana_window_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  MukanaWindow *self = MUKANA_WINDOW (widget);
  gboolean is_narrow = width < NARROW_PX, is_wide = width >= WIDE_PX;

  GTK_WIDGET_CLASS (mukana_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (is_narrow == self->is_narrow && is_wide == self->is_wide)
    return;

  self->is_narrow = is_narrow;
  self->is_wide = is_wide;
  if (self->width_source == 0)
    self->width_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, width_changed_cb, self, NULL);
}

static void
drop_pages (MukanaWindow *self)
{
  GtkWidget *child;

  mukana_header_set_page (self->header, NULL, FALSE);
  g_clear_object (&self->next_toast);
  end_toast (self);   /* its Undo is of this register */
  g_ptr_array_set_size (self->places, 0);
  g_hash_table_remove_all (self->kept);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->pages))) != NULL)
    gtk_stack_remove (self->pages, child);
}

/* Where nothing has the focus, Tab begins in the page and not at the top of the window. */
static gboolean
mukana_window_focus (GtkWidget        *widget,
                     GtkDirectionType  direction)
{
  MukanaPage *page = mukana_window_get_page (MUKANA_WINDOW (widget));

  if (page != NULL && gtk_window_get_focus (GTK_WINDOW (widget)) == NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (page)) &&
      gtk_widget_child_focus (GTK_WIDGET (page), direction))
    return TRUE;

  return GTK_WIDGET_CLASS (mukana_window_parent_class)->focus (widget, direction);
}

static void
mukana_window_dispose (GObject *object)
{
  MukanaWindow *self = MUKANA_WINDOW (object);

  g_clear_handle_id (&self->width_source, g_source_remove);
  if (self->pages != NULL)
    {
      mukana_window_set_context (self, NULL);
      self->pages = NULL;
    }
  g_clear_handle_id (&self->toast_source, g_source_remove);

  G_OBJECT_CLASS (mukana_window_parent_class)->dispose (object);
}

static void
mukana_window_finalize (GObject *object)
{
  MukanaWindow *self = MUKANA_WINDOW (object);

  g_clear_object (&self->toast);
  g_clear_object (&self->next_toast);
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->kept);

  G_OBJECT_CLASS (mukana_window_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "win.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "win.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.do-again", NULL);
  for (int n = 1; n <= 9; n++)
    gtk_widget_class_add_binding_action (widget_class, (guint) (GDK_KEY_0 + n), GDK_CONTROL_MASK,
                                         "win.nth-page", "i", n);
}

static void
mukana_window_class_init (MukanaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = mukana_window_dispose;
  object_class->finalize = mukana_window_finalize;
  widget_class->size_allocate = mukana_window_size_allocate;
  widget_class->focus = mukana_window_focus;

  gtk_widget_class_install_action (widget_class, "win.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "win.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.do-again", NULL, do_again_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.toast", "(sx)", toast_action);
  gtk_widget_class_install_action (widget_class, "win.nth-page", "i", nth_action);
  gtk_widget_class_install_action (widget_class, "win.store-away", "b", store_away_action);
  add_keys (widget_class);
}

static void
chosen_cb (MukanaWindow *self,
           const char   *page_id)
{
  mukana_window_show_page (self, page_id, 0);
}

static GtkWidget *
make_banner (MukanaWindow *self)
{
  self->banner = GTK_REVEALER (gtk_revealer_new ());
  gtk_revealer_set_child (self->banner,
                          make_bar (_("The register does not answer. What you type is kept."),
                                    GTK_MESSAGE_WARNING, NULL));
  return GTK_WIDGET (self->banner);
}

static void
store_place_changed_cb (MukanaWindow *self)
{
  gtk_revealer_set_reveal_child (self->banner, FALSE);
  show_why_only_read (self, mukana_context_get_store (self->context));
}

static void
store_damaged_cb (MukanaWindow *self)
{
  show_why_only_read (self, mukana_context_get_store (self->context));
}

/* Pages may ask for more width than there is until they hear that they are
 * narrow, so they sit in a viewport that never holds the window open. */
static GtkWidget *
make_content (MukanaWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->header = MUKANA_HEADER (mukana_header_new ());
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->pages, FALSE);
  gtk_stack_set_vhomogeneous (self->pages, FALSE);
  gtk_stack_set_transition_type (self->pages, GTK_STACK_TRANSITION_TYPE_CROSSFADE);
  gtk_stack_set_transition_duration (self->pages, 120);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_EXTERNAL,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->pages));
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->header));
  gtk_box_append (GTK_BOX (box), make_banner (self));
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

static void
mukana_window_init (MukanaWindow *self)
{
  GtkWidget *line = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  self->kept = g_hash_table_new (g_str_hash, g_str_equal);
  self->places = g_ptr_array_new_with_free_func (free_place);
  self->is_wide = TRUE;

  self->sidebar = MUKANA_SIDEBAR (mukana_sidebar_new ());
  self->content = make_content (self);
  self->leaflet = ADW_LEAFLET (adw_leaflet_new ());
  adw_leaflet_set_can_navigate_back (self->leaflet, TRUE);
  adw_leaflet_append (self->leaflet, GTK_WIDGET (self->sidebar));
  adw_leaflet_page_set_navigatable (adw_leaflet_append (self->leaflet, line), FALSE);
  adw_leaflet_append (self->leaflet, self->content);
  g_object_bind_property (self->leaflet, "folded", self->header, "folded", G_BINDING_SYNC_CREATE);
  g_signal_connect_swapped (self->sidebar, "chosen", G_CALLBACK (chosen_cb), self);

  self->outer = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (self->outer, GTK_WIDGET (self->leaflet), "register");
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_toast_overlay_set_child (self->toasts, GTK_WIDGET (self->outer));
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 800);
  gtk_window_set_title (GTK_WINDOW (self), _("Mukana"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.new", FALSE);
}

MukanaWindow *
mukana_window_new (AdwApplication *application)
{
  return g_object_new (MUKANA_TYPE_WINDOW, "application", application, NULL);
}

MukanaContext *
mukana_window_get_context (MukanaWindow *self)
{
  return self->context;
}

/* What stood instead of the register may hold a recovery key: it does not stay,
 * unseen, where assistive technology and a later look into the window find it. */
static void
drop_instead (MukanaWindow *self)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->outer, "instead");

  if (old != NULL)
    gtk_stack_remove (self->outer, old);
}

/**
 * mukana_window_set_context:
 * @context: (nullable): an open register, whose first page is shown; NULL to
 *   drop every page, before the register is closed
 */
void
mukana_window_set_context (MukanaWindow  *self,
                           MukanaContext *context)
{
  const char *first;

  if (self->context != NULL)
    {
      g_signal_handlers_disconnect_by_data (mukana_context_get_undo (self->context), self);
      g_signal_handlers_disconnect_by_data (mukana_context_get_store (self->context), self);
      drop_pages (self);
    }

  g_set_object (&self->context, context);
  if (self->pages != NULL)
    show_why_only_read (self, context != NULL ? mukana_context_get_store (context) : NULL);
  mukana_sidebar_set_context (self->sidebar, context);
  if (context == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), _("Mukana"));
      return;
    }

  g_signal_connect_swapped (mukana_context_get_undo (context), "undone", G_CALLBACK (undone_cb),
                            self);
  g_signal_connect_swapped (mukana_context_get_undo (context), "done-again",
                            G_CALLBACK (done_again_cb), self);
  g_signal_connect_swapped (mukana_context_get_undo (context), "final", G_CALLBACK (final_cb),
                            self);
  g_signal_connect_swapped (mukana_context_get_undo (context), "failed",
                            G_CALLBACK (undo_failed_cb), self);
  g_signal_connect_swapped (mukana_context_get_store (context), "changed",
                            G_CALLBACK (store_changed_cb), self);
  g_signal_connect_swapped (mukana_context_get_store (context), "damaged",
                            G_CALLBACK (store_damaged_cb), self);
  g_signal_connect_swapped (mukana_context_get_store (context), "place-changed",
                            G_CALLBACK (store_place_changed_cb), self);
  gtk_stack_set_visible_child_name (self->outer, "register");
  drop_instead (self);
  if ((first = mukana_sidebar_peek_nth (self->sidebar, 0)) != NULL)
    mukana_window_show_page (self, first, 0);
}

/** mukana_window_show_instead: shows @widget in place of the register: opening it, unlocking it */
void
mukana_window_show_instead (MukanaWindow *self,
                            GtkWidget    *widget)
{
  drop_instead (self);
  gtk_stack_add_named (self->outer, widget, "instead");
  gtk_stack_set_visible_child_name (self->outer, "instead");
}

/** mukana_window_show_register: takes away what stood in its place, while it stayed open */
void
mukana_window_show_register (MukanaWindow *self)
{
  gtk_stack_set_visible_child_name (self->outer, "register");
  drop_instead (self);
}
