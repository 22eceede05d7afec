/* mukana-confirm-keys.c: Ctrl+Return does what the window asks about.
 *
 * Also while a text of many lines is written, which takes every Return for a new line: the
 * keys are caught on their way down to it.
 */

#include "ui/kit/mukana-confirm-keys.h"

/**
 * mukana_confirm_keys_add:
 * @widget: what the keys are caught for, with all that is in it
 * @action: (transfer full): what they do
 */
void
mukana_confirm_keys_add (GtkWidget         *widget,
                         GtkShortcutAction *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  const char * const keys[] = { "<Control>Return", "<Control>KP_Enter" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]), g_object_ref (action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
  g_object_unref (action);
}
