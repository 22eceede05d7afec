/* mukana-search.c: Ctrl+K: one search over people, organisations, requests and pages.
 *
 * Three letters, an arrow, Enter.  The register answers a moment after the last
 * key, and an answer to what was typed earlier is dropped.
 */

#include "ui/search/mukana-search.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/mukana-pages.h"
#include "ui/search/mukana-search-job.h"

#define MIN_LETTERS 2

/* Where a row leads. */
typedef struct
{
  const char *route;
  gint64      id;
} Target;

#define MUKANA_TYPE_SEARCH (mukana_search_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSearch, mukana_search, MUKANA, SEARCH, AdwWindow)

struct _MukanaSearch
{
  AdwWindow      parent_instance;

  MukanaContext *context;
  GCancellable  *cancellable;   /* of the latest question */

  GtkWidget     *entry;
  GtkListBox    *list;
  GtkLabel      *note;          /* "Nothing found", or what went wrong */
};

G_DEFINE_FINAL_TYPE (MukanaSearch, mukana_search, ADW_TYPE_WINDOW)

typedef struct
{
  const char *route;
  const char *icon_name;
  const char *kind;
} HitLook;

static const HitLook looks[] = {
  [MUKANA_HIT_PERSON] = { "person", "mukana-person-symbolic", N_("Person") },
  [MUKANA_HIT_ORGANISATION] =
    { "organisation", "mukana-organisation-symbolic", N_("Organisation") },
  [MUKANA_HIT_REQUEST] = { "request", "mukana-request-symbolic", N_("Request") },
  [MUKANA_HIT_LOG_LINE] = { "log", "mukana-reply-symbolic", N_("Log of cooperation") },
};

static void
add_row (MukanaSearch *self,
         const char   *icon_name,
         const char   *title,
         const char   *subtitle,
         const char   *route,
         gint64        id)
{
  GtkWidget *row = adw_action_row_new ();
  Target *target = g_new0 (Target, 1);

  target->route = route;
  target->id = id;
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_icon_name (ADW_ACTION_ROW (row), icon_name);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "target", target, g_free);
  gtk_list_box_append (self->list, row);
}

static void
clear_rows (MukanaSearch *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* A page that is not of one record, when its title holds what was typed. */
static void
add_pages (MukanaSearch *self,
           const char   *needle)
{
  g_autofree char *folded = mukana_text_fold (needle);

  for (guint i = 0; mukana_page_infos[i] != NULL; i++)
    {
      const MukanaPageInfo *info = mukana_page_infos[i];
      g_autofree char *title = mukana_text_fold (_(info->title));

      if ((info->parent == NULL || info->is_aside) &&
          mukana_context_may_open (self->context, info->id) && strstr (title, folded) != NULL)
        add_row (self, info->icon, _(info->title), _("Page"), info->id, 0);
    }
}

static char *
describe (MukanaSearch    *self,
          const MukanaHit *hit)
{
  const char *more = "";

  if (hit->code != NULL)
    more = hit->kind == MUKANA_HIT_LOG_LINE ? hit->code
             : hit->kind == MUKANA_HIT_REQUEST
             ? mukana_code_label (mukana_request_states, hit->code)
             : mukana_lexicon_label (mukana_context_peek_vocabulary (self->context),
                                     MUKANA_LEXICON_MUNICIPALITY, hit->code);

  return g_strjoin (*more != '\0' ? " · " : "", _(looks[hit->kind].kind), more, NULL);
}

static void
show_note (MukanaSearch *self,
           const char   *note)
{
  gtk_label_set_label (self->note, note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), *note != '\0');
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaSearch) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) hits = NULL;

  hits = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (hits == NULL)
    {
      if (mukana_error_view_get_form (error) != MUKANA_ERROR_FORM_NOTHING)
        show_note (self, mukana_error_view_peek_sentence (error));
      return;
    }

  clear_rows (self);
  for (guint i = 0; i < hits->len; i++)
    {
      const MukanaHit *hit = g_ptr_array_index (hits, i);
      const HitLook *look = &looks[hit->kind];
      g_autofree char *subtitle = describe (self, hit);

      add_row (self, look->icon_name, hit->title, subtitle, look->route, hit->id);
    }
  add_pages (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  show_note (self, gtk_list_box_get_row_at_index (self->list, 0) == NULL ? _("Nothing found") : "");
}

static void
search_changed_cb (MukanaSearch *self)
{
  const char *needle = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (g_utf8_strlen (needle, -1) < MIN_LETTERS)
    {
      clear_rows (self);
      show_note (self, "");
      return;
    }

  self->cancellable = g_cancellable_new ();
  mukana_store_run_async (mukana_context_get_store (self->context), &mukana_search_job,
                          g_strdup (needle), g_free, self->cancellable, found_cb,
                          g_object_ref (self));
}

static void
row_activated_cb (MukanaSearch  *self,
                  GtkListBoxRow *row)
{
  const Target *target = g_object_get_data (G_OBJECT (row), "target");
  GtkWidget *parent = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self)));

  gtk_widget_activate_action (parent, "app.show", "(sx)", target->route, target->id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
entry_activated_cb (MukanaSearch *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* Arrows move through the list while the focus stays where one types. */
static gboolean
key_pressed_cb (MukanaSearch    *self,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  int place = row != NULL ? gtk_list_box_row_get_index (row) : -1;
  int step = key == GDK_KEY_Down ? 1 : key == GDK_KEY_Up ? -1 : 0;
  GtkListBoxRow *next = step != 0 && place + step >= 0
                          ? gtk_list_box_get_row_at_index (self->list, place + step) : NULL;

  if (next != NULL)
    gtk_list_box_select_row (self->list, next);
  return step != 0;
}

static void
mukana_search_dispose (GObject *object)
{
  MukanaSearch *self = MUKANA_SEARCH (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (mukana_search_parent_class)->dispose (object);
}

static void
mukana_search_class_init (MukanaSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_search_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static GtkWidget *
make_entry (MukanaSearch *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_search_entry_new ();
  g_object_set (self->entry,
                "placeholder-text", _("People, organisations, requests and pages"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("People, organisations, requests and pages"), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activated_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_window_close), self);
  return self->entry;
}

static GtkWidget *
make_results (MukanaSearch *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Found"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scrolled), 360);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->list));
  gtk_widget_set_vexpand (scrolled, TRUE);
  return scrolled;
}

static void
mukana_search_init (MukanaSearch *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->note = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "second-line");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_entry (self));
  gtk_box_append (GTK_BOX (box), make_results (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), 340, -1);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_title (GTK_WINDOW (self), _("Search everywhere"));
}

/** mukana_search_present: opens the search over @parent */
void
mukana_search_present (GtkWindow     *parent,
                       MukanaContext *context)
{
  MukanaSearch *self = g_object_new (MUKANA_TYPE_SEARCH, "transient-for", parent, NULL);

  self->context = g_object_ref (context);
  if (gtk_widget_get_width (GTK_WIDGET (parent)) > 700)
    gtk_window_set_default_size (GTK_WINDOW (self), 560, -1);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->entry);
}
