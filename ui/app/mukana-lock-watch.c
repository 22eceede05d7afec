/* mukana-lock-watch.c: the register is locked with the screen and before the computer sleeps.
 *
 * Hears the desktop's screen saver on the session's bus and the session manager on the
 * system's; where there is neither, idleness and the hand are left.  While a register is
 * open the session manager is asked to wait with the sleep: what holds it back is a file
 * that closes when the program begins anew, and then nothing of the register is in memory.
 */

#include "ui/app/mukana-lock-watch.h"

#include <errno.h>
#include <gio/gunixfdlist.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define LOGIN_NAME "org.freedesktop.login1"
#define LOGIN_PATH "/org/freedesktop/login1"
#define LOGIN_MANAGER "org.freedesktop.login1.Manager"

/* What is heard: the signal, and that its argument, if it has one, must be true. */
typedef struct
{
  GBusType    bus;
  const char *interface;
  const char *signal;
} Sign;

static const Sign signs[] = {
  { G_BUS_TYPE_SESSION, "org.gnome.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.freedesktop.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SESSION, "org.mate.ScreenSaver", "ActiveChanged" },
  { G_BUS_TYPE_SYSTEM, LOGIN_MANAGER, "PrepareForSleep" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1.Session", "Lock" },
};

struct _MukanaLockWatch
{
  GActionGroup    *actions;     /* borrowed */
  GCancellable    *cancellable;
  GDBusConnection *buses[2];    /* NULL until, or unless, it is there */
  guint            subscriptions[G_N_ELEMENTS (signs)];
  gboolean         is_open;     /* whether there is something to lock */
  int              sleep_fd;    /* holds the sleep back; -1: nothing does */
};

static void
sign_heard_cb (GDBusConnection *bus,
               const char      *sender,
               const char      *path,
               const char      *interface,
               const char      *signal,
               GVariant        *parameters,
               gpointer         data)
{
  MukanaLockWatch *self = data;
  gboolean begins = TRUE;

  if (g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(b)")))
    g_variant_get (parameters, "(b)", &begins);
  if (begins)
    g_action_group_activate_action (self->actions, "lock", NULL);
}

static void
sleep_held_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GUnixFDList) fds = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), &fds, result,
                                                     &error);
  MukanaLockWatch *self = data;
  int fd;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;   /* then @data is gone */

  fd = answer != NULL && fds != NULL ? g_unix_fd_list_get (fds, 0, NULL) : -1;
  if (self->is_open && self->sleep_fd < 0)
    self->sleep_fd = fd;
  else if (fd >= 0)
    close (fd);
}

static void
hold_sleep (MukanaLockWatch *self)
{
  if (self->sleep_fd >= 0 || self->buses[1] == NULL)
    return;

  g_dbus_connection_call_with_unix_fd_list (
    self->buses[1], LOGIN_NAME, LOGIN_PATH, LOGIN_MANAGER, "Inhibit",
    g_variant_new ("(ssss)", "sleep", "Mukana", _("The register is locked first"), "delay"),
    G_VARIANT_TYPE ("(h)"), G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, NULL, self->cancellable,
    sleep_held_cb, self);
}

/**
 * mukana_lock_watch_set_open:
 * @is_open: whether a register is open, with its people in memory
 */
void
mukana_lock_watch_set_open (MukanaLockWatch *self,
                            gboolean         is_open)
{
  self->is_open = is_open;
  if (is_open)
    hold_sleep (self);
  else if (self->sleep_fd >= 0)
    {
      close (self->sleep_fd);
      self->sleep_fd = -1;
    }
}

static void
listen (MukanaLockWatch *self,
        GBusType         type)
{
  GDBusConnection *bus = self->buses[type == G_BUS_TYPE_SYSTEM];

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (signs[i].bus == type)
      self->subscriptions[i] =
        g_dbus_connection_signal_subscribe (bus, NULL, signs[i].interface, signs[i].signal, NULL,
                                            NULL, G_DBUS_SIGNAL_FLAGS_NONE, sign_heard_cb, self,
                                            NULL);
}

static void
session_bus_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  /* Without a bus there is no screen saver to hear. */
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  MukanaLockWatch *self = data;

  if (bus == NULL)
    return;   /* also when it was cancelled, and then @data is gone */

  self->buses[0] = bus;
  listen (self, G_BUS_TYPE_SESSION);
}

static void
system_bus_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  GDBusConnection *bus = g_bus_get_finish (result, NULL);
  MukanaLockWatch *self = data;

  if (bus == NULL)
    return;

  self->buses[1] = bus;
  listen (self, G_BUS_TYPE_SYSTEM);
  if (self->is_open)
    hold_sleep (self);
}

/** mukana_lock_watch_new: @actions: has "lock", which does nothing when there is nothing to lock */
MukanaLockWatch *
mukana_lock_watch_new (GActionGroup *actions)
{
  MukanaLockWatch *self = g_new0 (MukanaLockWatch, 1);

  self->actions = actions;
  self->sleep_fd = -1;
  self->cancellable = g_cancellable_new ();
  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, session_bus_cb, self);
  g_bus_get (G_BUS_TYPE_SYSTEM, self->cancellable, system_bus_cb, self);
  return self;
}

void
mukana_lock_watch_free (MukanaLockWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  mukana_lock_watch_set_open (self, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (self->subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->buses[signs[i].bus == G_BUS_TYPE_SYSTEM],
                                            self->subscriptions[i]);
  g_clear_object (&self->buses[0]);
  g_clear_object (&self->buses[1]);
  g_free (self);
}

/**
 * mukana_lock_watch_begin_anew:
 * @path: (nullable): of the register that is locked, if it is not the usual one
 *
 * What was shown is still in the memory of the process, in widgets' and allocators' leftovers:
 * only a new image has none of it.  Returns only when there can be none.
 */
void
mukana_lock_watch_begin_anew (const char *path)
{
  const char *arguments[] = { "mukana", NULL, NULL, NULL };

  if (path != NULL)
    {
      arguments[1] = "--register";
      arguments[2] = path;
    }
  g_settings_sync ();
  g_setenv (MUKANA_LOCKED_VARIABLE, "1", TRUE);
  execv ("/proc/self/exe", (char **) arguments);

  /* Still locked, only with leftovers in its memory. */
  g_unsetenv (MUKANA_LOCKED_VARIABLE);
  g_warning ("The program could not begin anew: %s", g_strerror (errno));
}
