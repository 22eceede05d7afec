/* prompter-kit.c: the desktop's question for a password, dismissed or left standing.
 *
 * In a thread of its own, so that it answers while a test waits.
 */

#include "prompter-kit.h"

#define NAME "org.gnome.keyring.SystemPrompter"
#define PATH "/org/gnome/keyring/Prompter"
#define CALLBACK "org.gnome.keyring.internal.Prompter.Callback"

struct _Prompter
{
  PrompterWay      way;
  GThread         *thread;
  GMainContext    *context;
  GMainLoop       *loop;
  GDBusConnection *bus;
  GDBusNodeInfo   *node;
  gint             is_ready;
  gint             n_asked;
};

static const char interface[] =
  "<node><interface name='org.gnome.keyring.internal.Prompter'>"
  "<method name='BeginPrompting'><arg type='o' direction='in'/></method>"
  "<method name='PerformPrompt'><arg type='o' direction='in'/><arg type='s' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='s' direction='in'/></method>"
  "<method name='StopPrompting'><arg type='o' direction='in'/></method>"
  "</interface></node>";

static void
tell (Prompter   *self,
      const char *who,
      const char *path,
      const char *method,
      GVariant   *parameters)
{
  g_dbus_connection_call (self->bus, who, path, CALLBACK, method, parameters, NULL, 0, -1, NULL,
                          NULL, NULL);
}

static GVariant *
ready (const char *reply)
{
  return g_variant_new ("(sa{sv}s)", reply, NULL, "");
}

static void
called_cb (GDBusConnection       *bus,
           const char            *sender,
           const char            *path,
           const char            *interface_name,
           const char            *method,
           GVariant              *parameters,
           GDBusMethodInvocation *invocation,
           gpointer               data)
{
  Prompter *self = data;
  g_autoptr (GVariant) first = g_variant_get_child_value (parameters, 0);
  const char *callback = g_variant_get_string (first, NULL);

  g_dbus_method_invocation_return_value (invocation, NULL);
  if (g_str_equal (method, "BeginPrompting"))
    tell (self, sender, callback, "PromptReady", ready (""));
  else if (g_str_equal (method, "StopPrompting"))
    tell (self, sender, callback, "PromptDone", NULL);
  else
    {
      g_atomic_int_inc (&self->n_asked);
      if (self->way == PROMPTER_DISMISSES)
        tell (self, sender, callback, "PromptReady", ready ("no"));
    }
}

static gpointer
serve (gpointer data)
{
  static const GDBusInterfaceVTable methods = { .method_call = called_cb };
  Prompter *self = data;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) owned = NULL;

  g_main_context_push_thread_default (self->context);
  self->bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  g_dbus_connection_register_object (self->bus, PATH, self->node->interfaces[0], &methods, self,
                                     NULL, NULL);
  owned = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", NAME, 4u), G_VARIANT_TYPE ("(u)"),
                                       0, 5000, NULL, NULL);
  g_assert_nonnull (owned);
  g_atomic_int_set (&self->is_ready, TRUE);
  g_main_loop_run (self->loop);

  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

Prompter *
prompter_start (PrompterWay way)
{
  Prompter *self = g_new0 (Prompter, 1);

  self->way = way;
  self->node = g_dbus_node_info_new_for_xml (interface, NULL);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("prompter", serve, self);
  while (!g_atomic_int_get (&self->is_ready))
    g_thread_yield ();
  return self;
}

/** prompter_get_asked: Returns: how many times a password was asked for */
int
prompter_get_asked (Prompter *self)
{
  return g_atomic_int_get (&self->n_asked);
}

void
prompter_stop (Prompter *self)
{
  g_main_loop_quit (self->loop);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_dbus_node_info_unref (self->node);
  g_free (self);
}
