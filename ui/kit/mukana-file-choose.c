/* mukana-file-choose.c: asks for a file or a folder, the one place that does.
 *
 * GtkFileDialog came after the oldest toolkit Mukana runs on.  Whoever moves
 * the floor changes this file and no other.
 */

#include "ui/kit/mukana-file-choose.h"

#include <glib/gi18n-lib.h>

static const GtkFileChooserAction ACTIONS[] =
{
  [MUKANA_FILE_CHOOSE_OPEN]   = GTK_FILE_CHOOSER_ACTION_OPEN,
  [MUKANA_FILE_CHOOSE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
  [MUKANA_FILE_CHOOSE_SAVE]   = GTK_FILE_CHOOSER_ACTION_SAVE,
};

static void
responded_cb (GtkNativeDialog *dialog,
              int              response,
              gpointer         data)
{
  g_autoptr (GTask) task = g_object_ref (G_TASK (data));

  /* Told to go away, the dialog may answer once more; only the first answer counts. */
  if (g_task_get_completed (task) || g_object_get_data (G_OBJECT (task), "answered"))
    return;
  g_object_set_data (G_OBJECT (task), "answered", GINT_TO_POINTER (TRUE));

  if (response == GTK_RESPONSE_ACCEPT)
    g_task_return_pointer (task, gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)),
                           g_object_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Nothing was chosen");

  g_signal_handlers_disconnect_by_func (dialog, responded_cb, task);
  gtk_native_dialog_destroy (dialog);
}

static void
cancelled_cb (GCancellable *cancellable,
              gpointer      dialog)
{
  gtk_native_dialog_hide (GTK_NATIVE_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "response", GTK_RESPONSE_CANCEL);
}

static void
set_folder (GtkFileChooser *chooser,
            const char     *path)
{
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  /* Where that cannot be shown the chooser shows another. */
  gtk_file_chooser_set_current_folder (chooser, folder, NULL);
}

static void
add_filter (GtkFileChooser         *chooser,
            const MukanaFileChoose *asked)
{
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) every = gtk_file_filter_new ();

  gtk_file_filter_set_name (wanted, asked->filter_name);
  for (guint i = 0; asked->patterns && asked->patterns[i]; i++)
    gtk_file_filter_add_pattern (wanted, asked->patterns[i]);
  gtk_file_chooser_add_filter (chooser, wanted);

  gtk_file_filter_set_name (every, _("All files"));
  gtk_file_filter_add_pattern (every, "*");
  gtk_file_chooser_add_filter (chooser, every);
}

/**
 * mukana_file_choose_async:
 * @parent: (nullable): the window that waits
 * @asked: what to ask for
 * @cancellable: (nullable): takes the dialog away
 *
 * Asks, and calls back when the user has chosen or thought better of it.
 */
void
mukana_file_choose_async (GtkWindow              *parent,
                          const MukanaFileChoose *asked,
                          GCancellable           *cancellable,
                          GAsyncReadyCallback     callback,
                          gpointer                user_data)
{
  GTask *task = g_task_new (parent, cancellable, callback, user_data);
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (asked->title, parent, ACTIONS[asked->kind],
                                 asked->accept_label, NULL);

  g_task_set_source_tag (task, mukana_file_choose_async);
  /* The dialog lives as long as its task, and the task as long as the dialog listens. */
  g_task_set_task_data (task, dialog, g_object_unref);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  if (asked->folder)
    set_folder (GTK_FILE_CHOOSER (dialog), asked->folder);
  if (asked->filter_name && asked->kind != MUKANA_FILE_CHOOSE_FOLDER)
    add_filter (GTK_FILE_CHOOSER (dialog), asked);
  if (asked->name && asked->kind == MUKANA_FILE_CHOOSE_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), asked->name);

  g_signal_connect_data (dialog, "response", G_CALLBACK (responded_cb), task,
                         (GClosureNotify) (GCallback) g_object_unref, 0);
  if (cancellable)
    g_signal_connect_object (cancellable, "cancelled", G_CALLBACK (cancelled_cb), dialog, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/**
 * mukana_file_choose_finish:
 *
 * Returns: (transfer full): what was chosen, or %NULL with @error set to
 * %G_IO_ERROR_CANCELLED when nothing was
 */
GFile *
mukana_file_choose_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
