/* mukana-confirm-keys.c: Ctrl+Return, or Return, does what the window asks about.
 *
 * Also while a text of many lines is written, which takes every Return for a new line: the
 * keys are caught on their way down to it.
 */

#include "ui/kit/mukana-confirm-keys.h"

static void
catch_keys (GtkWidget          *widget,
            const char * const *keys,
            GtkShortcutAction  *action)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]), g_object_ref (action)));
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, controller);
  g_object_unref (action);
}

/**
 * mukana_confirm_keys_add:
 * @widget: what the keys are caught for, with all that is in it
 * @action: (transfer full): what they do
 */
void
mukana_confirm_keys_add (GtkWidget         *widget,
                         GtkShortcutAction *action)
{
  static const char * const keys[] = { "<Control>Return", "<Control>KP_Enter", NULL };

  catch_keys (widget, keys, action);
}

/**
 * mukana_confirm_keys_add_bare:
 * @widget: a button that would take Return for itself
 * @action: (transfer full): what Return alone does; where it returns FALSE, the button has it
 */
void
mukana_confirm_keys_add_bare (GtkWidget         *widget,
                              GtkShortcutAction *action)
{
  static const char * const keys[] = { "Return", "KP_Enter", NULL };

  catch_keys (widget, keys, action);
}
