/* mukana-lock-watch.c: the register is locked with the screen and before the computer sleeps.
 *
 * Hears the desktop's screen saver on the session's bus and the session manager on the
 * system's; where there is neither, idleness and the hand are left.
 */

#include "ui/app/mukana-lock-watch.h"

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
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1.Manager", "PrepareForSleep" },
  { G_BUS_TYPE_SYSTEM, "org.freedesktop.login1.Session", "Lock" },
};

struct _MukanaLockWatch
{
  GActionGroup    *actions;     /* borrowed */
  GCancellable    *cancellable;
  GDBusConnection *buses[2];    /* NULL until, or unless, it is there */
  guint            subscriptions[G_N_ELEMENTS (signs)];
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
}

/** mukana_lock_watch_new: @actions: has "lock", which does nothing when there is nothing to lock */
MukanaLockWatch *
mukana_lock_watch_new (GActionGroup *actions)
{
  MukanaLockWatch *self = g_new0 (MukanaLockWatch, 1);

  self->actions = actions;
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
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (self->subscriptions[i] != 0)
      g_dbus_connection_signal_unsubscribe (self->buses[signs[i].bus == G_BUS_TYPE_SYSTEM],
                                            self->subscriptions[i]);
  g_clear_object (&self->buses[0]);
  g_clear_object (&self->buses[1]);
  g_free (self);
}
