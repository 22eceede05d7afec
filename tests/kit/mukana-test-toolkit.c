/* mukana-test-toolkit.c: warnings of the toolkit's own widgets, told from ours. */

#include "kit/mukana-test-toolkit.h"

#include <adwaita.h>

/* A later libadwaita measures the heading of its own message dialog for widths that the heading
 * does not have (1.7: while it looks for the narrowest form, with default style and nothing of
 * ours in it).  That warning, while such a dialog is open, is no fault of the page under test;
 * every other one fails it. */
static gboolean
is_about_message_dialog (const GLogField *fields,
                         gsize            n_fields)
{
  g_autoptr (GList) windows = NULL;
  const char *message = NULL;

  for (gsize i = 0; i < n_fields; i++)
    if (g_str_equal (fields[i].key, "MESSAGE"))
      message = fields[i].value;
  if (adw_get_minor_version () < 3 || message == NULL ||
      !g_str_has_prefix (message, "Trying to measure GtkLabel "))
    return FALSE;

  windows = gtk_window_list_toplevels ();
  for (GList *l = windows; l != NULL; l = l->next)
    if (ADW_IS_MESSAGE_DIALOG (l->data))
      return TRUE;
  return FALSE;
}

static GLogWriterOutput
write_log_cb (GLogLevelFlags   level,
              const GLogField *fields,
              gsize            n_fields,
              gpointer         data)
{
  if (is_about_message_dialog (fields, n_fields))
    return G_LOG_WRITER_HANDLED;
  return g_log_writer_default (level, fields, n_fields, data);
}

/** mukana_test_toolkit_init: after gtk_test_init() */
void
mukana_test_toolkit_init (void)
{
  g_log_set_writer_func (write_log_cb, NULL, NULL);
}
