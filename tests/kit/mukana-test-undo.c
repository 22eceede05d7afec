/* mukana-test-undo.c: takes back the last deed of a window. */

#include "kit/mukana-test-undo.h"

#include "kit/mukana-test.h"

static gboolean
can_undo (gpointer context)
{
  return mukana_undo_can (mukana_context_get_undo (context));
}

/** mukana_test_undo: @widget: in the window of @context
 *
 * A page hears of a change a moment before its undo is there, so this waits for it. */
void
mukana_test_undo (MukanaContext *context,
                  GtkWidget     *widget)
{
  mukana_test_wait_until (can_undo, context, "the deed can be taken back");
  gtk_widget_activate_action (widget, "win.undo", NULL);
}
