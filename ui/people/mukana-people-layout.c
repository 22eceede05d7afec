/* mukana-people-layout.c: the few shapes that the person page is made of.
 *
 * A card is a list box whose rows have keys.  Groups fill their card anew after
 * every change; the row that had the focus gets it back, so that a change made
 * elsewhere does not throw anybody off the keyboard.
 */

#include "ui/people/mukana-people-layout.h"

void
mukana_people_add_class (GtkWidget  *widget,
                         const char *css_class)
{
  gtk_widget_add_css_class (widget, css_class);
}

GtkWidget *
mukana_people_text (const char *words,
                    const char *css_class)
{
  GtkWidget *self = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0,
                                  "ellipsize", PANGO_ELLIPSIZE_END, NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (self, css_class);
  return self;
}

/* Takes what there is, wraps once, and never makes its column wider. */
static void
let_wrap (GtkWidget *label)
{
  g_object_set (label, "max-width-chars", 1, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                "lines", 2, NULL);
}

GtkWidget *
mukana_people_two_lines (const char *first,
                         const char *second)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = mukana_people_text (first, "row-title");
  GtkWidget *words = mukana_people_text (second, "second-line");

  let_wrap (title);
  let_wrap (words);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (self, first);
  gtk_widget_set_visible (words, second != NULL && *second != '\0');
  gtk_box_append (GTK_BOX (self), title);
  gtk_box_append (GTK_BOX (self), words);
  gtk_widget_set_hexpand (self, TRUE);
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  return self;
}

/** mukana_people_heading: @end: (nullable): a button or menu at the end of the line */
GtkWidget *
mukana_people_heading (const char *title,
                       GtkWidget  *end)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", title, "xalign", 0.0, "hexpand", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (words, "group-title");
  gtk_box_append (GTK_BOX (self), words);
  if (end != NULL)
    gtk_box_append (GTK_BOX (self), end);
  gtk_widget_set_size_request (self, -1, 34);
  return self;
}

/** mukana_people_icon_button: @action: (nullable): its name, for one without a target */
GtkWidget *
mukana_people_icon_button (const char *icon_name,
                           const char *label,
                           const char *action)
{
  GtkWidget *self = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_add_css_class (self, "flat");
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (self), action);
  return self;
}

/** mukana_people_card: @label: what a screen reader says of the list */
GtkWidget *
mukana_people_card (const char *label)
{
  GtkWidget *self = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self, "mukana-card");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}

/** mukana_people_card_add: Returns: borrowed, the row */
GtkWidget *
mukana_people_card_add (GtkWidget  *card,
                        const char *key,
                        GtkWidget  *content)
{
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_widget_add_css_class (content, "mukana-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), content);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  g_object_set_data_full (G_OBJECT (row), "key", g_strdup (key), g_free);
  gtk_list_box_append (GTK_LIST_BOX (card), row);
  return row;
}

/** mukana_people_card_empty: Returns: (nullable): yours, the key of the row that had the focus */
char *
mukana_people_card_empty (GtkWidget *card)
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

/** mukana_people_card_find: Returns: (nullable): borrowed, the row with @key */
GtkWidget *
mukana_people_card_find (GtkWidget  *card,
                         const char *key)
{
  GtkWidget *row = gtk_widget_get_first_child (card);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (g_object_get_data (G_OBJECT (row), "key"), key) == 0)
      return row;

  return NULL;
}

/** mukana_people_card_focus: @key: (nullable): nothing happens when there is no such row */
void
mukana_people_card_focus (GtkWidget  *card,
                          const char *key)
{
  GtkWidget *row = key != NULL ? mukana_people_card_find (card, key) : NULL;

  if (row != NULL)
    gtk_widget_grab_focus (row);
}
