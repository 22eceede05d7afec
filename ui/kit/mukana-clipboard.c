/* mukana-clipboard.c: contact details on the clipboard, for as long as pasting takes.
 *
 * Every program of the session can read the clipboard, and a history keeps it.
 */

#include "ui/kit/mukana-clipboard.h"

#define LENT_SECONDS 30

static guint waiting;   /* source; 0: nothing is lent */

/** mukana_clipboard_take_back: empties the clipboard, unless another text is on it by now */
void
mukana_clipboard_take_back (void)
{
  GdkClipboard *clipboard;

  if (waiting == 0)
    return;

  g_clear_handle_id (&waiting, g_source_remove);
  clipboard = gdk_display_get_clipboard (gdk_display_get_default ());
  if (gdk_clipboard_is_local (clipboard) && gdk_clipboard_get_content (clipboard) != NULL)
    gdk_clipboard_set_content (clipboard, NULL);
}

static gboolean
over_cb (gpointer data)
{
  mukana_clipboard_take_back ();
  return G_SOURCE_REMOVE;
}

/** mukana_clipboard_lend: @text: is taken back after half a minute, and at the lock */
void
mukana_clipboard_lend (GtkWidget  *widget,
                       const char *text)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_clear_handle_id (&waiting, g_source_remove);
  waiting = g_timeout_add_seconds (LENT_SECONDS, over_cb, NULL);
}
