/* mukana-chip.c: something that stands in a sentence or a list of chosen, and can be taken out.
 *
 * Signals: "activated" when the words are pressed (to change the value), and
 * "removed" when the cross is pressed, or Delete or Backspace anywhere on the
 * chip.  The chip does not remove itself: whoever owns the list does.
 */

#include "ui/kit/mukana-chip.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-avatar.h"

struct _MukanaChip
{
  GtkWidget  parent_instance;

  GtkWidget *avatar;       /* NULL in a value */
  GtkWidget *words;
  GtkWidget *cross;
};

enum
{
  ACTIVATED,
  REMOVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaChip, mukana_chip, GTK_TYPE_WIDGET)

static void
words_clicked_cb (MukanaChip *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
cross_clicked_cb (MukanaChip *self)
{
  g_signal_emit (self, signals[REMOVED], 0);
}

static gboolean
remove_pressed_cb (GtkWidget *widget,
                   GVariant  *arguments,
                   gpointer   unused)
{
  g_signal_emit (widget, signals[REMOVED], 0);
  return TRUE;
}

static void
mukana_chip_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (mukana_chip_parent_class)->dispose (object);
}

static void
mukana_chip_class_init (MukanaChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_chip_dispose;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_pressed_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, remove_pressed_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "mukana-chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mukana_chip_init (MukanaChip *self)
{
  self->words = gtk_button_new_with_label ("");
  self->cross = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_add_css_class (self->words, "words");
  gtk_widget_add_css_class (self->cross, "cross");
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_set_parent (self->cross, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);

  g_signal_connect_swapped (self->words, "clicked", G_CALLBACK (words_clicked_cb), self);
  g_signal_connect_swapped (self->cross, "clicked", G_CALLBACK (cross_clicked_cb), self);
}

/** mukana_chip_new: @label: the value in words, or the person's name */
GtkWidget *
mukana_chip_new (MukanaChipKind  kind,
                 const char     *label)
{
  MukanaChip *self = g_object_new (MUKANA_TYPE_CHIP, NULL);

  if (kind == MUKANA_CHIP_VALUE)
    gtk_widget_add_css_class (GTK_WIDGET (self), "value");
  else
    {
      self->avatar = mukana_avatar_new (label, 24);
      gtk_widget_insert_before (self->avatar, GTK_WIDGET (self), self->words);
      gtk_widget_add_css_class (GTK_WIDGET (self),
                                kind == MUKANA_CHIP_PERSON ? "person" : "reserve");
    }

  mukana_chip_set_label (self, label);
  return GTK_WIDGET (self);
}

void
mukana_chip_set_label (MukanaChip *self,
                       const char *label)
{
  g_autofree char *removal = NULL;
  GtkWidget *text;

  g_return_if_fail (MUKANA_IS_CHIP (self));

  /* Translators: the name of a cross that takes a value or a person away: "Remove Kajaani" */
  removal = g_strdup_printf (_("Remove %s"), label);
  gtk_button_set_label (GTK_BUTTON (self->words), label);
  text = gtk_button_get_child (GTK_BUTTON (self->words));
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (self->cross, removal);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cross),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, removal, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  if (self->avatar)
    adw_avatar_set_text (ADW_AVATAR (self->avatar), label);
}

/** mukana_chip_get_label: Returns: borrowed */
const char *
mukana_chip_get_label (MukanaChip *self)
{
  g_return_val_if_fail (MUKANA_IS_CHIP (self), NULL);

  return gtk_button_get_label (GTK_BUTTON (self->words));
}

/**
 * mukana_chip_add_button:
 * @label: translated, such as "Add a condition"
 *
 * Returns: a #GtkMenuButton in the form of a chip with an edge; give it a
 * popover or a menu
 */
GtkWidget *
mukana_chip_add_button (const char *label)
{
  GtkWidget *self = gtk_menu_button_new ();
  GtkWidget *content = g_object_new (ADW_TYPE_BUTTON_CONTENT,
                                     "icon-name", "list-add-symbolic", "label", label, NULL);

  gtk_menu_button_set_child (GTK_MENU_BUTTON (self), content);
  gtk_widget_add_css_class (self, "add-chip");
  gtk_widget_set_valign (self, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (self, GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return self;
}
