/* mukana-search-keys.c: the keys of a search above the list of what it finds.
 *
 * Enter takes the first that was found, Down goes to the list, and Escape, which
 * a search entry keeps for itself, closes the popover that they are in.
 */

#include "ui/kit/mukana-search-keys.h"

static GtkListBoxRow *
find_first (GtkListBox *found)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (found, i)) != NULL; i++)
    if (gtk_widget_get_child_visible (GTK_WIDGET (row)) && gtk_list_box_row_get_activatable (row))
      return row;

  return NULL;
}

static gboolean
key_pressed_cb (GtkListBox      *found,
                guint            key,
                guint            code,
                GdkModifierType  modifiers)
{
  GtkListBoxRow *first = find_first (found);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return FALSE;

  if (first != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (first));
  return TRUE;
}

static void
entered_cb (GtkListBox *found)
{
  GtkListBoxRow *first = find_first (found);

  if (first != NULL)
    g_signal_emit_by_name (found, "row-activated", first);
}

static void
stopped_cb (GtkWidget *search)
{
  GtkWidget *popover = gtk_widget_get_ancestor (search, GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/**
 * mukana_search_keys_add:
 * @search: a GtkSearchEntry
 * @found: rows that are activated; lives as long as @search does
 */
void
mukana_search_keys_add (GtkWidget  *search,
                        GtkListBox *found)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), found,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (search, keys);
  g_signal_connect_object (search, "activate", G_CALLBACK (entered_cb), found, G_CONNECT_SWAPPED);
  g_signal_connect (search, "stop-search", G_CALLBACK (stopped_cb), NULL);
}
