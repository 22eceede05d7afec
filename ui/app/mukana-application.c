/* mukana-application.c: one instance, its actions, and which register is open.
 *
 * Opens a store, then gives its window a context; locking takes the context
 * away, closes the store in a thread of its own, and shows the way back in.
 */

#include "ui/app/mukana-application.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-recovery-key.h"
#include "domain/mukana-server.h"
#include "services/mukana-anchor.h"
#include "services/mukana-attaching.h"
#include "services/mukana-founding.h"
#include "ui/app/mukana-about.h"
#include "ui/app/mukana-anchor-dialog.h"
#include "ui/app/mukana-backup-watch.h"
#include "ui/app/mukana-day-question.h"
#include "ui/app/mukana-day-watch.h"
#include "ui/app/mukana-key-check.h"
#include "ui/app/mukana-key-keeping.h"
#include "ui/app/mukana-lock-page.h"
#include "ui/app/mukana-lock-watch.h"
#include "ui/app/mukana-opening.h"
#include "ui/app/mukana-overhaul.h"
#include "ui/app/mukana-place-watch.h"
#include "ui/app/mukana-preferences.h"
#include "ui/app/mukana-recovery-entry.h"
#include "ui/app/mukana-shortcuts.h"
#include "ui/app/mukana-types.h"
#include "ui/app/mukana-window.h"
#include "ui/kit/mukana-clipboard.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-file-choose.h"
#include "ui/kit/mukana-style.h"
#include "ui/organisations/mukana-log-dialog.h"
#include "ui/search/mukana-search.h"
#include "ui/welcome/mukana-connect-dialog.h"
#include "ui/welcome/mukana-welcome.h"

#define IDLE_CHECK_SECONDS 15
#define USUAL_IDLE_MINUTES 10

struct _MukanaApplication
{
  AdwApplication     parent_instance;

  MukanaOpeningKind  kind;
  char              *wanted_id;       /* of the register whose key is looked for; or NULL */
  char              *path;            /* of --register, or of one that was chosen or made */
  const char        *first_page;      /* static: shown once the register is open; NULL: the usual */
  GSettings         *settings;        /* NULL where the schema is not installed */
  MukanaWindow      *window;
  MukanaContext     *context;         /* NULL while locked */
  MukanaAnchor      *anchor;          /* of the journal of the open register; NULL while locked */
  MukanaBackupWatch *backups;         /* of the context; NULL while locked */
  MukanaDayWatch    *days;            /* NULL while locked */
  MukanaPlaceWatch  *place;           /* NULL while locked */
  gboolean           keeps_key;       /* the one that was typed, once it has opened the register */
  gboolean           begins_locked;   /* this image took the place of one that was locked */
  char              *said;            /* to be told once the register is open; NULL: nothing */
  GCancellable      *opening;         /* of an opening under way; else NULL */
  gint64             last_touch_us;   /* when somebody last pressed or moved anything */
  guint              idle_source;
  MukanaLockWatch   *lock_watch;
};

G_DEFINE_FINAL_TYPE (MukanaApplication, mukana_application, ADW_TYPE_APPLICATION)

/* A register on its way to being closed, and what keeps its newest link. */
typedef struct
{
  MukanaStore  *store;
  MukanaAnchor *anchor;
  GTask        *outer;    /* of whoever waits for it */
} Closing;

static void
free_closing (gpointer data)
{
  Closing *closing = data;

  g_clear_object (&closing->anchor);
  g_clear_object (&closing->outer);
  g_object_unref (closing->store);
  g_free (closing);
}

static void
close_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  Closing *closing = data;

  if (closing->anchor != NULL)
    mukana_anchor_keep (closing->anchor);
  mukana_store_close (closing->store);
  g_task_return_boolean (task, TRUE);
}

static void
closed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Closing *closing = g_task_get_task_data (G_TASK (result));

  g_task_return_boolean (closing->outer, TRUE);
  g_application_release (G_APPLICATION (source));
}

/**
 * mukana_application_close_async:
 *
 * Closing waits for the jobs that were posted, so the window does not; the program
 * does, so that the last look is noted and its link kept.
 */
void
mukana_application_close_async (MukanaApplication   *self,
                                GAsyncReadyCallback  closed,
                                gpointer             data)
{
  g_autoptr (GTask) outer = g_task_new (NULL, NULL, closed, data);
  g_autoptr (GTask) task = NULL;
  Closing *closing;

  if (self->context == NULL)
    {
      g_task_return_boolean (outer, TRUE);
      return;
    }

  mukana_attaching_clear_out ();
  closing = g_new0 (Closing, 1);
  closing->store = g_object_ref (mukana_context_get_store (self->context));
  closing->anchor = g_steal_pointer (&self->anchor);
  closing->outer = g_object_ref (outer);
  mukana_window_set_context (self->window, NULL);
  g_clear_pointer (&self->backups, mukana_backup_watch_free);
  g_clear_pointer (&self->days, mukana_day_watch_free);
  g_clear_pointer (&self->place, mukana_place_watch_free);
  g_clear_object (&self->context);

  g_application_hold (G_APPLICATION (self));
  task = g_task_new (self, NULL, closed_cb, NULL);
  g_task_set_task_data (task, closing, free_closing);
  g_task_run_in_thread (task, close_in_thread);
}

static void
entered_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;
  g_autoptr (GError) error = NULL;
  MukanaAnchorState state;

  if (!mukana_anchor_enter_finish (MUKANA_ANCHOR (source), result, &state, &error))
    g_message ("The journal did not note that the register was unlocked");
  else if (self->window != NULL)
    mukana_anchor_dialog_tell (self->window, state,
                               mukana_anchor_get_n_again (MUKANA_ANCHOR (source)),
                               mukana_anchor_get_n_lost (MUKANA_ANCHOR (source)));
}

static void
closed_by_hand_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;

  if (self->context == NULL && self->opening == NULL && self->lock_watch != NULL)
    mukana_lock_watch_set_open (self->lock_watch, FALSE);
}

static void
close_register (MukanaApplication *self)
{
  mukana_application_close_async (self, closed_by_hand_cb, g_object_ref (self));
}

/* Whoever was typing when the register was locked goes on there. */
static void
show_kept_draft (MukanaApplication *self)
{
  const char *page;
  gint64 id;

  if (!mukana_drafts_peek_newest (mukana_context_get_drafts (self->context), &page, &id))
    return;

  mukana_window_toast (self->window, _("What you were typing when the register was locked is kept"),
                       0);
  if (g_str_equal (page, MUKANA_LOG_DRAFT))
    mukana_log_dialog_present (mukana_window_get_page (self->window), id);
  else
    mukana_window_show_page (self->window, page, id);
}

/* When the window has nothing to do: first it shows what is there. */
static gboolean
window_rests_cb (gpointer data)
{
  MukanaApplication *self = data;

  if (self->context != NULL)
    mukana_context_prepare_matching (self->context);

  return G_SOURCE_REMOVE;
}

static void
backups_away_cb (const GError *error,
                 gpointer      data)
{
  MukanaApplication *self = data;

  if (self->window != NULL)
    mukana_window_toast (self->window, mukana_error_view_peek_sentence (error), 0);
}

static void
context_made_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;
  g_autoptr (GError) error = NULL;
  MukanaContext *context = mukana_context_new_finish (result, &error);

  g_clear_object (&self->opening);
  if (self->window == NULL)
    g_clear_object (&context);
  else if (context == NULL)
    mukana_window_show_instead (self->window,
                                mukana_lock_page_new_failed (error, MUKANA_KEY_FOUND, NULL));
  else
    {
      self->context = context;
      mukana_lock_watch_set_open (self->lock_watch, TRUE);
      self->backups = mukana_backup_watch_new (context, backups_away_cb, self);
      self->days = mukana_day_watch_new (context);
      self->place = mukana_place_watch_new (self);
      mukana_window_set_context (self->window, context);
      mukana_day_question_ask (self->window);
      if (self->first_page != NULL)
        mukana_window_show_page (self->window, g_steal_pointer (&self->first_page), 0);
      else
        show_kept_draft (self);
      if (self->said != NULL)
        mukana_window_toast (self->window, self->said, 0);
      g_clear_pointer (&self->said, g_free);
      if (self->keeps_key)
        mukana_key_keeping_run (self->window, context);
      self->keeps_key = FALSE;
      g_idle_add_full (G_PRIORITY_LOW, window_rests_cb, g_object_ref (self), g_object_unref);
    }
}

/** mukana_application_take_store: shows an open register in the window */
void
mukana_application_take_store (MukanaApplication *self,
                               MukanaStore       *store)
{
  close_register (self);
  self->last_touch_us = g_get_monotonic_time ();
  g_clear_object (&self->anchor);
  self->anchor = mukana_anchor_new (store, self->kind != MUKANA_OPENING_DEMO);
  mukana_anchor_follow (self->anchor);
  mukana_anchor_enter_async (self->anchor, entered_cb, g_object_ref (self));
  mukana_context_new_async (store, self->settings, self->opening, context_made_cb,
                            g_object_ref (self));
}

static void
remember_register (MukanaApplication *self,
                   const char        *path)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-register", path);
}

static void
founded_cb (MukanaApplication *self,
            MukanaStore       *store,
            const char        *path,
            gboolean           wants_list)
{
  self->kind = MUKANA_OPENING_FILE;
  g_free (self->path);
  self->path = g_strdup (path);
  self->first_page = wants_list ? "import" : NULL;
  remember_register (self, path);
  mukana_application_take_store (self, store);
}

static void
show_welcome (MukanaApplication *self)
{
  g_autofree char *usual = mukana_opening_dup_usual_path ();
  GtkWidget *welcome = mukana_welcome_new (usual);

  g_signal_connect_object (welcome, "founded", G_CALLBACK (founded_cb), self, G_CONNECT_SWAPPED);
  mukana_window_show_instead (self->window, welcome);
}

/* A server that asks for a password, or refuses it, is not a locked keyring. */
static GtkWidget *
failed_page (MukanaApplication *self,
             const GError      *error,
             MukanaKeyState     state)
{
  if (self->kind == MUKANA_OPENING_FILE && self->path != NULL && mukana_server_is_uri (self->path))
    return mukana_lock_page_new_unconnected (error);
  if (self->path != NULL && g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    return mukana_lock_page_new_missing (self->path);

  return mukana_lock_page_new_failed (error, state, self->wanted_id);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaStore) store = mukana_opening_run_finish (result, &error);
  MukanaKeyState state = mukana_opening_get_key_state (result);

  g_free (self->wanted_id);
  self->wanted_id = mukana_opening_dup_register_id (result);
  if (store != NULL)
    mukana_application_take_store (self, store);
  else
    {
      g_clear_object (&self->opening);
      self->keeps_key = FALSE;
      if (self->window == NULL)
        return;
      if (self->kind == MUKANA_OPENING_USUAL &&
          g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
        show_welcome (self);
      else
        mukana_window_show_instead (self->window, failed_page (self, error, state));
    }
}

/** mukana_application_open: @key: (nullable): when it is known, else the keyring's */
void
mukana_application_open (MukanaApplication *self,
                         GBytes            *key)
{
  if (self->opening != NULL || self->context != NULL)
    return;

  self->opening = g_cancellable_new ();
  mukana_window_show_instead (self->window, mukana_lock_page_new_opening ());
  mukana_opening_run_async (self->kind, self->path, key, self->opening, opened_cb,
                            g_object_ref (self));
}

static void
show_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  MukanaApplication *self = data;
  const char *route;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &route, &id);
  if (self->window != NULL && !mukana_window_show_page (self->window, route, id))
    g_debug ("There is no page called %s", route);
}

static void
search_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  MukanaApplication *self = data;

  if (self->context != NULL)
    mukana_search_present (GTK_WINDOW (self->window), self->context);
}

/* With the organisation that is looked at, if one is. */
static void
log_action (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  MukanaApplication *self = data;
  MukanaPage *page;

  if (self->context == NULL || !mukana_context_may (self->context,
                                                    MUKANA_DEED_CHANGE_ORGANISATIONS))
    return;

  page = mukana_window_get_page (self->window);
  mukana_log_dialog_present (page, g_str_equal (mukana_page_peek_info (page)->id, "organisation")
                                     ? mukana_page_get_record_id (page) : 0);
}

/* (id of the line) */
static void
log_line_action (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  MukanaApplication *self = data;

  if (self->context != NULL)
    mukana_log_dialog_present_line (mukana_window_get_page (self->window),
                                    g_variant_get_int64 (parameter));
}

static void
import_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  MukanaApplication *self = data;

  if (self->window != NULL)
    mukana_window_show_page (self->window, "import", 0);
}

static void
closed_to_lock_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;

  /* The people of a training register are invented, and its key would be lost. */
  if (self->window != NULL && self->context == NULL && self->opening == NULL &&
      self->kind != MUKANA_OPENING_DEMO)
    mukana_lock_watch_begin_anew (self->kind == MUKANA_OPENING_FILE ? self->path : NULL);
}

static void
lock_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  MukanaApplication *self = data;

  if (self->context == NULL)
    return;

  mukana_clipboard_take_back ();
  if (mukana_place_watch_cover (self->place))
    return;

  mukana_drafts_keep (mukana_context_get_drafts (self->context));
  mukana_application_close_async (self, closed_to_lock_cb, g_object_ref (self));
  mukana_window_show_instead (self->window, mukana_lock_page_new ());
}

static void
unlock_action (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       data)
{
  MukanaApplication *self = data;

  if (!mukana_place_watch_uncover (self->place))
    mukana_application_open (self, NULL);
}

static void
demo_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  MukanaApplication *self = data;

  self->kind = MUKANA_OPENING_DEMO;
  mukana_application_open (self, NULL);
}

static void
new_register_action (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  if (MUKANA_APPLICATION (data)->context == NULL)
    show_welcome (data);
}

static void
register_chosen_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      data)
{
  g_autoptr (MukanaApplication) self = data;
  /* Nothing chosen leaves the window as it is. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);

  if (file == NULL || self->window == NULL)
    return;

  close_register (self);
  self->kind = MUKANA_OPENING_FILE;
  g_free (self->path);
  self->path = g_file_get_path (file);
  remember_register (self, self->path);
  mukana_application_open (self, NULL);
}

static void
open_register_action (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       data)
{
  static const char *const patterns[] = { "*.mukana", NULL };
  g_autofree char *path = mukana_application_dup_register_path (data);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path)
                                         : g_strdup (g_get_home_dir ());
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = _("Open a register"), .folder = folder,
    .filter_name = _("Registers of Mukana"), .patterns = patterns,
  };

  if (!mukana_application_must_stay_open (data))
    mukana_file_choose_async (GTK_WINDOW (MUKANA_APPLICATION (data)->window), &asked, NULL,
                              register_chosen_cb, g_object_ref (data));
}

static void
connected_cb (const char *uri,
              GBytes     *password,
              gpointer    data)
{
  MukanaApplication *self = data;

  if (self->window == NULL)
    return;

  close_register (self);
  self->kind = MUKANA_OPENING_FILE;
  g_free (self->path);
  self->path = g_strdup (uri);
  remember_register (self, uri);
  mukana_application_open (self, password);
}

static void
connect_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  MukanaApplication *self = data;

  if (!mukana_application_must_stay_open (self))
    mukana_connect_dialog_present (GTK_WINDOW (self->window), self->path, connected_cb, self);
}

/* A key that was typed opens the register this once, unless it is to be kept; which it is when it
 * has opened it. */
static void
recovered_cb (GBytes   *key,
              gboolean  is_to_keep,
              gpointer  data)
{
  MukanaApplication *self = data;

  if (key == NULL)
    return;

  self->keeps_key = is_to_keep;
  mukana_application_open (self, key);
}

static void
recover_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  MukanaApplication *self = data;
  g_autofree char *print = self->wanted_id ? mukana_register_id_fingerprint (self->wanted_id)
                                           : NULL;
  g_autofree char *needed =
    print ? g_strdup_printf (_("Type the key from the sheet that was printed for this register. It "
                               "has the fingerprint %s."), print) : NULL;

  mukana_recovery_entry_present (GTK_WINDOW (self->window), needed, TRUE, recovered_cb, data);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       data)
{
  MukanaApplication *self = data;

  if (self->context != NULL)
    mukana_preferences_present (GTK_WINDOW (self->window), self->context);
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  mukana_about_present (GTK_WINDOW (MUKANA_APPLICATION (data)->window));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  mukana_shortcuts_present (GTK_WINDOW (MUKANA_APPLICATION (data)->window));
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       data)
{
  gtk_window_close (GTK_WINDOW (MUKANA_APPLICATION (data)->window));
}

static const GActionEntry actions[] = {
  { .name = "show", .activate = show_action, .parameter_type = "(sx)" },
  { .name = "search", .activate = search_action },
  { .name = "log", .activate = log_action },
  { .name = "log-line", .activate = log_line_action, .parameter_type = "x" },
  { .name = "import", .activate = import_action },
  { .name = "lock", .activate = lock_action },
  { .name = "unlock", .activate = unlock_action },
  { .name = "save-elsewhere", .activate = mukana_place_watch_save },
  { .name = "demo", .activate = demo_action },
  { .name = "recover", .activate = recover_action },
  { .name = "open-register", .activate = open_register_action },
  { .name = "new-register", .activate = new_register_action },
  { .name = "connect", .activate = connect_action },
  { .name = "check-recovery-key", .activate = mukana_key_check_action },
  { .name = "restore", .activate = mukana_overhaul_restore, .parameter_type = "s" },
  { .name = "change-key", .activate = mukana_overhaul_change_key },
  { .name = "preferences", .activate = preferences_action },
  { .name = "about", .activate = about_action },
  { .name = "shortcuts", .activate = shortcuts_action },
  { .name = "quit", .activate = quit_action },
};

static gboolean
touched_cb (MukanaApplication *self)
{
  self->last_touch_us = g_get_monotonic_time ();
  return GDK_EVENT_PROPAGATE;
}

/* Whoever types in a dialog is there, too. */
static void
windows_changed_cb (GListModel        *windows,
                    guint              position,
                    guint              n_removed,
                    guint              n_added,
                    MukanaApplication *self)
{
  for (guint i = position; i < position + n_added; i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
      GtkEventController *events = gtk_event_controller_legacy_new ();

      gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
      g_signal_connect_object (events, "event", G_CALLBACK (touched_cb), self, G_CONNECT_SWAPPED);
      gtk_widget_add_controller (window, events);
    }
}

/* 0 minutes means never, and is chosen; without settings it is the usual time. */
static gboolean
check_idle_cb (gpointer data)
{
  MukanaApplication *self = data;
  gint64 minutes = self->settings ? g_settings_get_uint (self->settings, "idle-lock-minutes")
                                  : USUAL_IDLE_MINUTES;

  if (minutes > 0 && self->context != NULL &&
      g_get_monotonic_time () - self->last_touch_us > minutes * 60 * G_USEC_PER_SEC)
    g_action_group_activate_action (G_ACTION_GROUP (self), "lock", NULL);

  return G_SOURCE_CONTINUE;
}

static void
window_gone_cb (MukanaApplication *self)
{
  g_clear_pointer (&self->place, mukana_place_watch_free);   /* which lets go of the window */
  self->window = NULL;
  g_clear_pointer (&self->backups, mukana_backup_watch_free);
  g_clear_pointer (&self->days, mukana_day_watch_free);
  g_clear_object (&self->context);
}

static gboolean
close_request_cb (MukanaApplication *self)
{
  if (mukana_place_watch_keeps_open (self->place, TRUE))
    return TRUE;

  close_register (self);
  return FALSE;
}

static void
make_window (MukanaApplication *self)
{
  self->window = mukana_window_new (ADW_APPLICATION (self));
  if (self->settings != NULL)
    {
      g_settings_bind (self->settings, "window-width", self->window, "default-width", 0);
      g_settings_bind (self->settings, "window-height", self->window, "default-height", 0);
      g_settings_bind (self->settings, "window-maximized", self->window, "maximized", 0);
    }
  g_signal_connect_swapped (self->window, "close-request", G_CALLBACK (close_request_cb), self);
  g_signal_connect_swapped (self->window, "destroy", G_CALLBACK (window_gone_cb), self);
}

/* The register that was open last, unless another was asked for.  Also when it is gone, which is to
 * be told: the usual one may be an older one, or a new one would be begun in its stead. */
static void
recall_register (MukanaApplication *self)
{
  g_autofree char *path = self->settings != NULL ? g_settings_get_string (self->settings,
                                                                          "last-register") : NULL;

  if (self->kind != MUKANA_OPENING_USUAL || path == NULL || *path != '/')
    return;

  self->kind = MUKANA_OPENING_FILE;
  self->path = g_steal_pointer (&path);
}

static void
mukana_application_activate (GApplication *application)
{
  MukanaApplication *self = MUKANA_APPLICATION (application);

  if (self->window == NULL)
    {
      make_window (self);
      recall_register (self);
      if (self->begins_locked)
        mukana_window_show_instead (self->window, mukana_lock_page_new ());
      else
        mukana_application_open (self, NULL);
    }
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
mukana_application_startup (GApplication *application)
{
  MukanaApplication *self = MUKANA_APPLICATION (application);

  G_APPLICATION_CLASS (mukana_application_parent_class)->startup (application);

  mukana_types_ensure ();
  mukana_style_load (gdk_display_get_default ());
  self->settings = mukana_application_find_settings ();
  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  mukana_shortcuts_set_accels (GTK_APPLICATION (self));
  self->idle_source = g_timeout_add_seconds (IDLE_CHECK_SECONDS, check_idle_cb, self);
  self->lock_watch = mukana_lock_watch_new (G_ACTION_GROUP (self));
  g_signal_connect_object (gtk_window_get_toplevels (), "items-changed",
                           G_CALLBACK (windows_changed_cb), self, 0);
  /* What is attached or exported is nobody else's business. */
  g_object_set (gtk_settings_get_default (), "gtk-recent-files-enabled", FALSE, NULL);
}

static int
mukana_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  MukanaApplication *self = MUKANA_APPLICATION (application);

  if (g_variant_dict_contains (options, "version"))
    {
      g_print ("Mukana %s\n", MUKANA_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (options, "demo"))
    self->kind = MUKANA_OPENING_DEMO;
  else if (g_variant_dict_lookup (options, "register", "^ay", &self->path))
    self->kind = MUKANA_OPENING_FILE;

  /* Another register is another program: only the usual one has a single window. */
  if (self->kind != MUKANA_OPENING_USUAL)
    g_application_set_flags (application,
                             g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return -1;
}

static void
mukana_application_shutdown (GApplication *application)
{
  g_clear_handle_id (&MUKANA_APPLICATION (application)->idle_source, g_source_remove);
  g_clear_pointer (&MUKANA_APPLICATION (application)->lock_watch, mukana_lock_watch_free);

  G_APPLICATION_CLASS (mukana_application_parent_class)->shutdown (application);
  mukana_opening_forget_demo ();
}

static void
mukana_application_finalize (GObject *object)
{
  MukanaApplication *self = MUKANA_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->anchor);
  g_clear_object (&self->opening);
  g_free (self->path);
  g_free (self->wanted_id);
  g_free (self->said);

  G_OBJECT_CLASS (mukana_application_parent_class)->finalize (object);
}

static void
mukana_application_class_init (MukanaApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_application_finalize;
  application_class->startup = mukana_application_startup;
  application_class->activate = mukana_application_activate;
  application_class->shutdown = mukana_application_shutdown;
  application_class->handle_local_options = mukana_application_handle_local_options;
}

static void
mukana_application_init (MukanaApplication *self)
{
  static const GOptionEntry entries[] = {
    { "register", 'r', 0, G_OPTION_ARG_FILENAME, NULL, N_("Open this register"), N_("FILE") },
    { "demo", 'd', 0, G_OPTION_ARG_NONE, NULL, N_("Open a training register of invented people"),
     NULL },
    { "version", 'v', 0, G_OPTION_ARG_NONE, NULL, N_("Print the version and exit"), NULL },
    { NULL }
  };

  self->begins_locked = g_getenv (MUKANA_LOCKED_VARIABLE) != NULL;
  g_unsetenv (MUKANA_LOCKED_VARIABLE);
  /* The image before us may not have left the bus yet. */
  g_application_set_flags (G_APPLICATION (self),
                           G_APPLICATION_ALLOW_REPLACEMENT |
                           (self->begins_locked ? G_APPLICATION_REPLACE : 0));
  g_application_add_main_option_entries (G_APPLICATION (self), entries);
  g_application_set_option_context_summary (
    G_APPLICATION (self), _("A register of experts by experience and organisations"));
}

MukanaApplication *
mukana_application_new (void)
{
  return g_object_new (MUKANA_TYPE_APPLICATION, "application-id", MUKANA_APPLICATION_ID, NULL);
}

/** mukana_application_find_settings: Returns: (nullable): yours; NULL when not installed */
GSettings *
mukana_application_find_settings (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;

  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, MUKANA_APPLICATION_ID, TRUE);

  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

/**
 * mukana_application_dup_register_path:
 *
 * Returns: yours, where the register is that is open or shall be; (nullable): NULL for one on a
 *   server, for a training register, and while one is being opened
 */
char *
mukana_application_dup_register_path (MukanaApplication *self)
{
  if (self->kind == MUKANA_OPENING_DEMO || self->opening != NULL)
    return NULL;
  if (self->kind != MUKANA_OPENING_FILE || self->path == NULL)
    return mukana_opening_dup_usual_path ();

  return mukana_server_is_uri (self->path) ? NULL : g_strdup (self->path);
}

/** mukana_application_get_window: Returns: (nullable): borrowed */
MukanaWindow *
mukana_application_get_window (MukanaApplication *self)
{
  return self->window;
}

/** mukana_application_get_context: Returns: (nullable): borrowed; NULL while locked */
MukanaContext *
mukana_application_get_context (MukanaApplication *self)
{
  return self->context;
}

/** mukana_application_say: tells it in a toast once the register is open again */
void
mukana_application_say (MukanaApplication *self,
                        const char        *sentence)
{
  g_free (self->said);
  self->said = g_strdup (sentence);
}

/** mukana_application_move_to: the register that is open was saved to @path, and goes on there */
void
mukana_application_move_to (MukanaApplication *self,
                            const char        *path)
{
  g_autoptr (GBytes) key = NULL;

  if (self->context == NULL)
    return;

  key = g_bytes_ref (mukana_store_peek_key (mukana_context_get_store (self->context)));
  close_register (self);
  self->kind = MUKANA_OPENING_FILE;
  g_free (self->path);
  self->path = g_strdup (path);
  remember_register (self, path);
  mukana_application_open (self, key);
}

/** mukana_application_must_stay_open: Returns: whether closing would lose it, which was told */
gboolean
mukana_application_must_stay_open (MukanaApplication *self)
{
  return mukana_place_watch_keeps_open (self->place, FALSE);
}

/** mukana_application_take_restored: opens a register that a backup has just taken the place of */
void
mukana_application_take_restored (MukanaApplication *self,
                                  GBytes            *key)
{
  mukana_application_open (self, key);
}
