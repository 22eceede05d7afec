/* mukana-keyed-card.c: a card whose rows have keys.
 *
 * Groups of the person page fill their card anew after every change; the row that had the focus
 * gets it back, so that a change made elsewhere does not throw anybody off the keyboard.
 */

#include "ui/people/mukana-keyed-card.h"

#include "ui/kit/mukana-layout.h"

/** mukana_keyed_card: @label: what a screen reader says of the list */
GtkWidget *
mukana_keyed_card (const char *label)
{
  GtkWidget *self = mukana_layout_card ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/** mukana_keyed_card_add: Returns: borrowed, the row */
GtkWidget *
mukana_keyed_card_add (GtkWidget  *card,
                        const char *key,
                        GtkWidget  *content)
{
  GtkWidget *row = mukana_layout_card_add (card, content);

  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  return row;
}

/** mukana_keyed_card_empty: Returns: (nullable): yours, the key of the row that had the focus */
char *
mukana_keyed_card_empty (GtkWidget *card)
{
  char *key = NULL;
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (card)) != NULL)
    {
      if (gtk_widget_get_focus_child (card) == row)
        {
          g_free (key);
          key = g_strdup (g_object_get_data (G_OBJECT (row), "key"));
        }
      gtk_list_box_remove (GTK_LIST_BOX (card), row);
    }

  return key;
}

/** mukana_keyed_card_find: Returns: (nullable): borrowed, the row with @key */
GtkWidget *
mukana_keyed_card_find (GtkWidget  *card,
                         const char *key)
{
  GtkWidget *row = gtk_widget_get_first_child (card);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), key) == 0)
      return row;

  return NULL;
}

/** mukana_keyed_card_focus: @key: (nullable): nothing happens when there is no such row */
void
mukana_keyed_card_focus (GtkWidget  *card,
                          const char *key)
{
  GtkWidget *row = key != NULL ? mukana_keyed_card_find (card, key) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}
