/* mukana-header.c: the header above the pages: back, title, search, menu.
 *
 * Shows the title, the search entry and the widgets of whichever page is on
 * the screen.  A wide header holds the search entry itself; a narrow one a
 * button that lets a bar down.
 */

#include "ui/app/mukana-header.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-menu-tip.h"
#include "ui/kit/mukana-row-list.h"

struct _MukanaHeader
{
  GtkBox          parent_instance;

  MukanaPage     *page;
  GPtrArray      *bindings;       /* to the page on the screen */
  gboolean        is_narrow;
  gboolean        is_folded;
  gboolean        can_go_back;

  AdwHeaderBar   *bar;
  AdwWindowTitle *title;
  GtkWidget      *back;
  GtkWidget      *to_sidebar;
  GtkWidget      *start;          /* the page's, for as long as it is shown */
  GtkWidget      *end;
  GtkWidget      *search_entry;   /* in a wide header */
  GtkWidget      *search_toggle;  /* in a narrow one */
  GtkWidget      *everywhere;     /* on a page without a search of its own */
  GtkSearchBar   *search_bar;
  GtkWidget      *bar_entry;
};

enum { PROP_0, PROP_FOLDED, N_PROPS };
static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (MukanaHeader, mukana_header, GTK_TYPE_BOX)

/* What stands in an empty entry is no name to assistive technology. */
static void
name_search (MukanaHeader *self)
{
  const char *hint = self->page != NULL ? mukana_page_get_search_hint (self->page) : NULL;
  GtkWidget *entries[] = { self->search_entry, self->bar_entry };

  for (guint i = 0; hint != NULL && i < G_N_ELEMENTS (entries); i++)
    gtk_accessible_update_property (GTK_ACCESSIBLE (entries[i]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    hint, -1);
}

static void
arrange (MukanaHeader *self)
{
  gboolean can_search = self->page != NULL && mukana_page_get_search_hint (self->page) != NULL;

  name_search (self);
  gtk_widget_set_visible (self->back, self->can_go_back);
  gtk_widget_set_visible (self->to_sidebar, self->is_folded && !self->can_go_back);
  gtk_widget_set_visible (self->search_entry, can_search && !self->is_narrow);
  gtk_widget_set_visible (self->search_toggle, can_search && self->is_narrow);
  gtk_widget_set_visible (self->everywhere, self->page != NULL && !can_search);
  gtk_widget_set_visible (GTK_WIDGET (self->search_bar), can_search && self->is_narrow);
  /* A strict middle asks for twice the wider side and would hold the window open. */
  adw_header_bar_set_centering_policy (self->bar, can_search || self->is_folded ||
                                                    self->is_narrow
                                                    ? ADW_CENTERING_POLICY_LOOSE
                                                    : ADW_CENTERING_POLICY_STRICT);
  /* At 360 px there is room for one button of the window, and it is the one that all have. */
  adw_header_bar_set_decoration_layout (self->bar, self->is_narrow ? ":close" : NULL);
  if (!can_search || !self->is_narrow)
    gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

static void
mukana_header_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  MukanaHeader *self = MUKANA_HEADER (object);

  self->is_folded = g_value_get_boolean (value);
  arrange (self);
}

static void
mukana_header_dispose (GObject *object)
{
  MukanaHeader *self = MUKANA_HEADER (object);

  if (self->page != NULL)
    mukana_header_set_page (self, NULL, FALSE);

  G_OBJECT_CLASS (mukana_header_parent_class)->dispose (object);
}

static void
mukana_header_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_HEADER (object)->bindings);

  G_OBJECT_CLASS (mukana_header_parent_class)->finalize (object);
}

static void
mukana_header_class_init (MukanaHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->set_property = mukana_header_set_property;
  object_class->dispose = mukana_header_dispose;
  object_class->finalize = mukana_header_finalize;

  props[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE,
                                             G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
search_changed_cb (MukanaHeader   *self,
                   GtkSearchEntry *entry)
{
  if (self->page != NULL)
    mukana_page_set_search_text (self->page, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

/* An entry that is given another text is empty for a moment and says so at once:
 * heeded, that would empty the search. */
static void
show_search_text (MukanaHeader *self)
{
  GtkWidget *entries[] = { self->search_entry, self->bar_entry };
  const char *text = mukana_page_get_search_text (self->page);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (entries[i])), text))
      {
        g_signal_handlers_block_by_func (entries[i], search_changed_cb, self);
        gtk_editable_set_text (GTK_EDITABLE (entries[i]), text);
        g_signal_handlers_unblock_by_func (entries[i], search_changed_cb, self);
      }
}

/* Escape in the entry empties it and goes to the list, not back. */
static void
stop_search_cb (MukanaHeader   *self,
                GtkSearchEntry *entry)
{
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  if (self->page != NULL)
    gtk_widget_child_focus (GTK_WIDGET (self->page), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
find_list (GtkWidget *widget)
{
  GtkWidget *found = MUKANA_IS_ROW_LIST (widget) && gtk_widget_get_mapped (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child);
  return found;
}

static gboolean
enter_list (MukanaHeader *self)
{
  GtkWidget *list = self->page != NULL ? find_list (GTK_WIDGET (self->page)) : NULL;

  return list != NULL && mukana_row_list_enter (MUKANA_ROW_LIST (list));
}

/* Down goes to what was found, and not to what happens to stand below the entry. */
static gboolean
key_pressed_cb (MukanaHeader    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && enter_list (self);
}

static GtkWidget *
make_entry (MukanaHeader *self)
{
  GtkWidget *entry = gtk_search_entry_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (enter_list), self);
  g_signal_connect_swapped (entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (entry, "stop-search", G_CALLBACK (stop_search_cb), self);
  return entry;
}

static GtkWidget *
make_button (const char *icon_name,
             const char *label,
             const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
make_menu (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) deeds = g_menu_new ();
  g_autoptr (GMenu) registers = g_menu_new ();
  g_autoptr (GMenu) program = g_menu_new ();
  g_autoptr (GMenuItem) vocabularies = g_menu_item_new (_("_Vocabularies and prices"), NULL);
  g_autoptr (GMenuItem) journal = g_menu_item_new (_("_Usage log"), NULL);
  g_autoptr (GMenuItem) accountability = g_menu_item_new (_("_Accountability"), NULL);
  g_autoptr (GMenuItem) users = g_menu_item_new (_("_Users and roles"), NULL);
  g_autoptr (GMenuItem) safekeeping = g_menu_item_new (_("_Backups and key"), NULL);
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (deeds, _("_Search everywhere"), "app.search");
  g_menu_append (deeds, _("_Bring a list…"), "app.import");
  g_menu_append (deeds, _("_Take back"), "win.undo");
  g_menu_append (deeds, _("Loc_k"), "app.lock");
  g_menu_item_set_action_and_target (vocabularies, "app.show", "(sx)", "vocabularies", (gint64) 0);
  g_menu_append_item (program, vocabularies);
  g_menu_item_set_action_and_target (journal, "app.show", "(sx)", "journal", (gint64) 0);
  g_menu_append_item (program, journal);
  g_menu_item_set_action_and_target (users, "app.show", "(sx)", "users", (gint64) 0);
  g_menu_append_item (program, users);
  g_menu_item_set_action_and_target (accountability, "app.show", "(sx)", "accountability",
                                     (gint64) 0);
  g_menu_append_item (program, accountability);
  g_menu_item_set_action_and_target (safekeeping, "app.show", "(sx)", "safekeeping", (gint64) 0);
  g_menu_append_item (program, safekeeping);
  g_menu_append (program, _("_Preferences"), "app.preferences");
  g_menu_append (program, _("_Keyboard shortcuts"), "app.shortcuts");
  g_menu_append (program, _("_About Mukana"), "app.about");
  g_menu_append (registers, _("_Open another register…"), "app.open-register");
  g_menu_append (registers, _("_Connect to a shared register…"), "app.connect");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (deeds));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (registers));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (program));

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "open-menu-symbolic");
  gtk_menu_button_set_primary (GTK_MENU_BUTTON (button), TRUE);
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  mukana_menu_tip_set (button, _("Menu"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Menu"), -1);
  return button;
}

static void
make_search (MukanaHeader *self)
{
  self->search_entry = make_entry (self);
  gtk_widget_set_size_request (self->search_entry, 150, -1);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->search_entry), 26);
  self->bar_entry = make_entry (self);
  self->search_toggle = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->search_toggle), "system-search-symbolic");
  gtk_widget_set_tooltip_text (self->search_toggle, _("Search"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search_toggle),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  self->everywhere = make_button ("system-search-symbolic", _("Search everywhere"), "app.search");
  self->search_bar = GTK_SEARCH_BAR (gtk_search_bar_new ());
  gtk_search_bar_set_child (self->search_bar, self->bar_entry);
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->bar_entry));
  g_object_bind_property (self->search_toggle, "active", self->search_bar, "search-mode-enabled",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
}

static void
mukana_header_init (MukanaHeader *self)
{
  self->bindings = g_ptr_array_new ();
  self->bar = ADW_HEADER_BAR (adw_header_bar_new ());
  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  self->back = make_button ("go-previous-symbolic", _("Back"), "win.back");
  self->to_sidebar = make_button ("go-previous-symbolic", _("Pages"), "win.sidebar");
  make_search (self);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self->bar), "flat");
  adw_header_bar_set_title_widget (self->bar, GTK_WIDGET (self->title));
  adw_header_bar_pack_start (self->bar, self->back);
  adw_header_bar_pack_start (self->bar, self->to_sidebar);
  adw_header_bar_pack_end (self->bar, make_menu ());
  adw_header_bar_pack_end (self->bar, self->search_entry);
  adw_header_bar_pack_end (self->bar, self->search_toggle);
  adw_header_bar_pack_end (self->bar, self->everywhere);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->bar));
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->search_bar));
  arrange (self);
}

GtkWidget *
mukana_header_new (void)
{
  return g_object_new (MUKANA_TYPE_HEADER, NULL);
}

static void
drop_page (MukanaHeader *self)
{
  for (guint i = 0; i < self->bindings->len; i++)
    g_binding_unbind (g_ptr_array_index (self->bindings, i));
  g_ptr_array_set_size (self->bindings, 0);
  g_signal_handlers_disconnect_by_data (self->page, self);
  adw_header_bar_remove (self->bar, self->start);
  adw_header_bar_remove (self->bar, self->end);
  g_clear_object (&self->page);
}

static void
bind (MukanaHeader *self,
      const char   *property,
      gpointer      target,
      const char   *target_property)
{
  g_ptr_array_add (self->bindings, g_object_bind_property (self->page, property, target,
                                                           target_property, G_BINDING_SYNC_CREATE));
}

/** mukana_header_set_page: @page: (nullable): whose title and widgets to show */
void
mukana_header_set_page (MukanaHeader *self,
                        MukanaPage   *page,
                        gboolean      can_go_back)
{
  if (self->page != NULL)
    drop_page (self);

  self->can_go_back = can_go_back;
  if (page != NULL)
    {
      self->page = g_object_ref (page);
      self->start = mukana_page_peek_start (page);
      self->end = mukana_page_peek_end (page);
      adw_header_bar_pack_start (self->bar, self->start);
      adw_header_bar_pack_end (self->bar, self->end);
      bind (self, "title", self->title, "title");
      bind (self, "subtitle", self->title, "subtitle");
      bind (self, "search-hint", self->search_entry, "placeholder-text");
      bind (self, "search-hint", self->bar_entry, "placeholder-text");
      gtk_search_bar_set_key_capture_widget (self->search_bar, NULL);
      g_signal_connect_swapped (page, "notify::search-hint", G_CALLBACK (arrange), self);
      g_signal_connect_swapped (page, "notify::search-text", G_CALLBACK (show_search_text), self);
      show_search_text (self);
    }
  arrange (self);
}

void
mukana_header_set_narrow (MukanaHeader *self,
                          gboolean      narrow)
{
  self->is_narrow = narrow;
  arrange (self);
}

/* What was searched for before is replaced by what is typed now. */
static void
focus_entry (GtkWidget *entry)
{
  gtk_widget_grab_focus (entry);
  gtk_editable_select_region (GTK_EDITABLE (entry), 0, -1);
}

/** mukana_header_focus_search: Ctrl+F: the page's own search, or the search over everything */
void
mukana_header_focus_search (MukanaHeader *self)
{
  if (gtk_widget_get_visible (self->search_entry))
    focus_entry (self->search_entry);
  else if (gtk_widget_get_visible (self->search_toggle))
    {
      gtk_search_bar_set_search_mode (self->search_bar, TRUE);
      focus_entry (self->bar_entry);
    }
  else
    gtk_widget_activate_action (GTK_WIDGET (self), "app.search", NULL);
}
