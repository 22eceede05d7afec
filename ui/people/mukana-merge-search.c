/* mukana-merge-search.c: which other record is the same person, found by typing a name. */

#include "ui/people/mukana-merge-search.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-merging.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-search-keys.h"
#include "ui/people/mukana-merge-dialog.h"

#define WIDTH_PX 460
#define HEIGHT_PX 420
#define LEAST_LETTERS 2

typedef struct
{
  MukanaPage   *page;
  gint64        person_id;
  GtkWindow    *window;      /* owns us */
  GtkWidget    *search;
  GtkWidget    *found;
  GCancellable *running;     /* what was typed last is what is shown */
} Seeking;

static void
free_seeking (gpointer data)
{
  Seeking *self = data;

  g_cancellable_cancel (self->running);
  g_object_unref (self->running);
  g_object_unref (self->page);
  g_free (self);
}

static void
empty_found (Seeking *self)
{
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->found), 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->found), GTK_WIDGET (row));
}

static void
add_found (Seeking                *self,
           const MukanaRecordMark *mark)
{
  g_autofree char *words = mukana_record_mark_describe (mark, mukana_page_get_context (self->page));
  GtkWidget *row = gtk_list_box_row_new ();
  gint64 *id = g_memdup2 (&mark->id, sizeof mark->id);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              mukana_layout_margins (mukana_layout_wrapped (words, NULL), 9));
  g_object_set_data_full (G_OBJECT (row), "id", id, g_free);
  gtk_list_box_append (GTK_LIST_BOX (self->found), row);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GtkWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) found = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                         &error);
  Seeking *self = g_object_get_data (G_OBJECT (window), "seeking");

  if (found == NULL || self == NULL)
    return;   /* something else is sought by now, or nothing any more */

  empty_found (self);
  for (guint i = 0; i < found->len; i++)
    add_found (self, g_ptr_array_index (found, i));
}

static void
typed_cb (Seeking *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_cancellable_cancel (self->running);
  g_object_unref (self->running);
  self->running = g_cancellable_new ();
  if (g_utf8_strlen (typed, -1) < LEAST_LETTERS)
    empty_found (self);
  else
    mukana_store_run_async (mukana_page_get_store (self->page), &mukana_merging_search_job,
                            mukana_merge_search_new (self->person_id, typed),
                            (GDestroyNotify) mukana_merge_search_free, self->running, found_cb,
                            g_object_ref (self->window));
}

static void
row_activated_cb (Seeking       *self,
                  GtkListBoxRow *row)
{
  const gint64 *id = g_object_get_data (G_OBJECT (row), "id");

  mukana_merge_ask (self->page, self->person_id, *id);
  gtk_window_destroy (self->window);
}

static GtkWidget *
make_content (Seeking *self)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *words = mukana_layout_wrapped (_("Search for the other record of the same person. "
                                              "Nothing is merged before you have seen both."),
                                            "second-line");
  GtkWidget *column;

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search"), -1);
  self->found = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->found), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->found, "boxed-list");
  gtk_widget_set_valign (self->found, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->found), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("People"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->found);
  gtk_widget_set_vexpand (scrolled, TRUE);
  column = mukana_layout_column (12, words, self->search, scrolled, NULL);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->found, "row-activated", G_CALLBACK (row_activated_cb), self);
  mukana_search_keys_add (self->search, GTK_LIST_BOX (self->found));
  return mukana_layout_margins (column, 18);
}

/** mukana_merge_search_present: asks which other record is @person_id, and then whether they are */
void
mukana_merge_search_present (MukanaPage *page,
                             gint64      person_id)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  Seeking *self = g_new0 (Seeking, 1);

  self->page = g_object_ref (page);
  self->person_id = person_id;
  self->window = GTK_WINDOW (window);
  self->running = g_cancellable_new ();
  gtk_window_set_title (self->window, _("Merge with another record"));
  gtk_window_set_transient_for (self->window, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL);
  gtk_window_set_modal (self->window, TRUE);
  gtk_window_set_default_size (self->window, WIDTH_PX, HEIGHT_PX);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), make_content (self));
  adw_window_set_content (ADW_WINDOW (window), box);
  g_object_set_data_full (G_OBJECT (window), "seeking", self, free_seeking);
  mukana_layout_close_on_escape (self->window);
  gtk_window_present (self->window);
  gtk_widget_grab_focus (self->search);
}
