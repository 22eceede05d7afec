/* mukana-place-watch.c: that the file of the open register is gone from its place, and what helps.
 *
 * Each write looks for the file before it is made; this looks also when nobody writes: when the
 * window gets the focus, and now and then.  While the file is gone what is open is in this
 * program only, so nothing closes the register before somebody has saved it to another place, or
 * has said that it may be lost.
 */

#include "ui/app/mukana-place-watch.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-saving-elsewhere.h"
#include "ui/app/mukana-lock-page.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-file-choose.h"

#define LOOK_SECONDS 15

struct _MukanaPlaceWatch
{
  MukanaApplication *application;   /* borrowed: it outlives us */
  MukanaStore       *store;
  GtkWidget         *dialog;        /* NULL while none is shown */
  gboolean           may_be_lost;   /* somebody has said so */
  gboolean           is_covered;    /* locked, but open */
  guint              source;
};

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  mukana_store_look_for_file (source);
  g_task_return_boolean (task, TRUE);
}

/* The answer is the store's signal. */
static void
look (MukanaPlaceWatch *self)
{
  g_autoptr (GTask) task = g_task_new (self->store, NULL, NULL, NULL);

  g_task_run_in_thread (task, look_in_thread);
}

static gboolean
look_cb (gpointer data)
{
  look (data);
  return G_SOURCE_CONTINUE;
}

static void
active_cb (MukanaPlaceWatch *self,
           GParamSpec       *pspec,
           GtkWindow        *window)
{
  if (gtk_window_is_active (window))
    look (self);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (GFile) file = data;
  MukanaApplication *application = g_object_get_data (G_OBJECT (file), "application");
  MukanaWindow *window = mukana_application_get_window (application);
  g_autofree char *path = g_file_get_path (file);
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (window == NULL)
    return;
  if (error != NULL)
    mukana_error_view_show (GTK_WIDGET (window), error);
  else
    {
      mukana_application_say (application, _("The register is saved and open in its new place"));
      mukana_application_move_to (application, path);
    }
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  MukanaApplication *application = data;
  /* Nothing chosen saves nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  MukanaContext *context = mukana_application_get_context (application);

  if (file != NULL && context != NULL)
    {
      MukanaStore *store = mukana_context_get_store (context);
      g_autofree char *path = g_file_get_path (file);

      g_object_set_data_full (G_OBJECT (file), "application", g_object_ref (application),
                              g_object_unref);
      mukana_store_run_async (store, &mukana_saving_elsewhere_job,
                              mukana_saving_elsewhere_new (store, path),
                              (GDestroyNotify) mukana_saving_elsewhere_free, NULL, saved_cb,
                              g_object_ref (file));
    }
  g_object_unref (application);
}

void
mukana_place_watch_save (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  static const char *const patterns[] = { "*.mukana", NULL };
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the register to another place"),
    .name = "register.mukana", .filter_name = _("Registers of Mukana"), .patterns = patterns,
  };

  if (mukana_application_get_context (data) != NULL)
    mukana_file_choose_async (GTK_WINDOW (mukana_application_get_window (data)), &asked, NULL,
                              chosen_cb, g_object_ref (data));
}

static void
answered_cb (MukanaPlaceWatch *self,
             const char       *response)
{
  self->dialog = NULL;
  if (g_str_equal (response, "save"))
    g_action_group_activate_action (G_ACTION_GROUP (self->application), "save-elsewhere", NULL);
  else if (g_str_equal (response, "lose"))
    {
      self->may_be_lost = TRUE;
      gtk_window_close (GTK_WINDOW (mukana_application_get_window (self->application)));
    }
}

static void
present (MukanaPlaceWatch *self,
         gboolean          is_to_end)
{
  MukanaWindow *window = mukana_application_get_window (self->application);
  const char *uri = mukana_store_peek_uri (self->store);
  g_autofree char *body = NULL;
  AdwMessageDialog *dialog;

  if (self->dialog != NULL || window == NULL || (self->is_covered && !is_to_end))
    return;

  body = g_strdup_printf (_("%s is no longer there. What is open is in this program only, and "
                            "nothing more is saved.\n\nIf the folder was moved or a disk taken "
                            "out, put it back, and work goes on. Else save the register to "
                            "another place before you close Mukana."),
                          uri + strlen ("sqlite:"));
  self->dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                         _("The file of the register is gone"), body);
  dialog = ADW_MESSAGE_DIALOG (self->dialog);
  adw_message_dialog_add_response (dialog, "stay", _("_Not now"));
  if (is_to_end)
    {
      adw_message_dialog_add_response (dialog, "lose", _("_Close and lose it"));
      adw_message_dialog_set_response_appearance (dialog, "lose", ADW_RESPONSE_DESTRUCTIVE);
    }
  adw_message_dialog_add_response (dialog, "save", _("_Save to another place…"));
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "stay");
  g_signal_connect_swapped (dialog, "response", G_CALLBACK (answered_cb), self);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Put back, there is nothing to ask any more. */
static void
place_changed_cb (MukanaPlaceWatch *self)
{
  if (mukana_store_is_gone (self->store))
    present (self, FALSE);
  else if (self->dialog != NULL)
    gtk_window_close (GTK_WINDOW (self->dialog));
}

/** mukana_place_watch_new: Returns: yours; for the register that is open */
MukanaPlaceWatch *
mukana_place_watch_new (MukanaApplication *application)
{
  MukanaPlaceWatch *self = g_new0 (MukanaPlaceWatch, 1);

  self->application = application;
  self->store = g_object_ref (mukana_context_get_store (mukana_application_get_context (
    application)));
  self->source = g_timeout_add_seconds (LOOK_SECONDS, look_cb, self);
  g_signal_connect_swapped (self->store, "place-changed", G_CALLBACK (place_changed_cb), self);
  g_signal_connect_swapped (mukana_application_get_window (application), "notify::is-active",
                            G_CALLBACK (active_cb), self);
  return self;
}

void
mukana_place_watch_free (MukanaPlaceWatch *self)
{
  MukanaWindow *window = mukana_application_get_window (self->application);

  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
    }
  if (window != NULL)
    g_signal_handlers_disconnect_by_data (window, self);
  g_signal_handlers_disconnect_by_data (self->store, self);
  g_source_remove (self->source);
  g_object_unref (self->store);
  g_free (self);
}

/* Before the register is closed.  It waits for the disk, as a window does nowhere else: whoever
 * closes cannot be asked afterwards. */
static gboolean
finds_gone (MukanaPlaceWatch *self)
{
  return self != NULL && !self->may_be_lost && !mukana_store_look_for_file (self->store);
}

/* With all that was being typed. */
static void
set_other_windows_shown (MukanaPlaceWatch *self,
                         gboolean          is_shown)
{
  gpointer window = mukana_application_get_window (self->application);
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *at = windows; at != NULL; at = at->next)
    if (at->data != window)
      gtk_widget_set_visible (at->data, is_shown);
}

/**
 * mukana_place_watch_cover:
 * @self: (nullable)
 *
 * Locks a register whose file is gone: out of sight, but open, because closing it would lose it.
 *
 * Returns: whether that was so; else it may be closed
 */
gboolean
mukana_place_watch_cover (MukanaPlaceWatch *self)
{
  if (self == NULL || (!self->is_covered && !finds_gone (self)))
    return FALSE;

  if (!self->is_covered)
    {
      set_other_windows_shown (self, FALSE);
      mukana_window_show_instead (mukana_application_get_window (self->application),
                                  mukana_lock_page_new_covered ());
    }
  self->is_covered = TRUE;
  return TRUE;
}

/** mukana_place_watch_uncover: @self: (nullable).  Returns: whether it was covered */
gboolean
mukana_place_watch_uncover (MukanaPlaceWatch *self)
{
  if (self == NULL || !self->is_covered)
    return FALSE;

  self->is_covered = FALSE;
  mukana_window_show_register (mukana_application_get_window (self->application));
  set_other_windows_shown (self, TRUE);
  return TRUE;
}

/**
 * mukana_place_watch_keeps_open:
 * @self: (nullable)
 * @is_to_end: the program is to be closed, so that losing it is offered, too
 *
 * Returns: whether the register must stay open; then it was told why, and what helps
 */
gboolean
mukana_place_watch_keeps_open (MukanaPlaceWatch *self,
                               gboolean          is_to_end)
{
  if (!finds_gone (self))
    return FALSE;

  if (self->dialog != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->dialog, self);
      gtk_window_destroy (GTK_WINDOW (self->dialog));
      self->dialog = NULL;
    }
  present (self, is_to_end);
  return TRUE;
}
