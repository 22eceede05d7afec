/* mukana-menu-tip.c: what a menu button is for, while its menu does not lie there. */

#include "ui/kit/mukana-menu-tip.h"

static void
turned_cb (GtkWidget       *button,
           GParamSpec      *pspec,
           GtkToggleButton *inner)
{
  gtk_widget_set_has_tooltip (button, !gtk_toggle_button_get_active (inner));
}

/**
 * mukana_menu_tip_set:
 * @button: a GtkMenuButton
 * @tip: its tooltip, which would cover the first deed of the open menu and so waits until then
 */
void
mukana_menu_tip_set (GtkWidget  *button,
                     const char *tip)
{
  GtkWidget *inner = gtk_widget_get_first_child (button);

  gtk_widget_set_tooltip_text (button, tip);
  /* Before GTK 4.10 only the button inside knows whether its menu is open. */
  if (GTK_IS_TOGGLE_BUTTON (inner))
    g_signal_connect_object (inner, "notify::active", G_CALLBACK (turned_cb), button,
                             G_CONNECT_SWAPPED);
}
