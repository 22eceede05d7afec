/* mukana-whole-choices.c: the choices of a combo row or a drop-down, each to its last word.
 *
 * The toolkit cuts a choice off after some twenty letters where one is to choose between them:
 * "Suuri riski: kerrotaan my…".  Here a long one takes a second line.  What stands in the row
 * itself once it was chosen is for the row.
 */

#include "ui/kit/mukana-whole-choices.h"

#include <adwaita.h>

/* About as wide as a choice may be without leaving a narrow window. */
#define MAX_LETTERS 36

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_LETTERS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_accessible_update_state (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (line), label);
  gtk_box_append (GTK_BOX (line), mark);
  gtk_list_item_set_child (item, line);
}

/* Without a place of its own the width of the list would change with what is chosen. */
static void
show_mark (GtkListItem *item,
           GParamSpec  *spec,
           GtkWidget   *list)
{
  gpointer chosen = NULL;
  GtkWidget *mark = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  g_object_get (list, "selected-item", &chosen, NULL);
  gtk_widget_set_opacity (mark, chosen != NULL && chosen == gtk_list_item_get_item (item) ? 1 : 0);
  g_clear_object (&chosen);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         GtkWidget                *list)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
  g_signal_connect_object (list, "notify::selected-item", G_CALLBACK (show_mark), item,
                           G_CONNECT_SWAPPED);
  show_mark (item, NULL, list);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           GtkWidget                *list)
{
  g_signal_handlers_disconnect_by_func (list, show_mark, item);
}

/**
 * mukana_whole_choices_show:
 * @list: an #AdwComboRow or a #GtkDropDown over a #GtkStringList
 *
 * To be called before it is shown.
 */
void
mukana_whole_choices_show (GtkWidget *list)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), list, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), list, 0);
  g_object_set (list, "list-factory", factory, NULL);
}
