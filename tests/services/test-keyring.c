/* test-keyring.c: what a real keyring answers, in each state that with-keyring.sh makes. */

#include <libsecret/secret.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "prompter-kit.h"
#include "services/mukana-keyring-file.h"
#include "services/mukana-secret.h"
#include "services/mukana-unlocking.h"

static const MukanaKeyringPatience in_silence = { 5000, FALSE };
static const MukanaKeyringPatience with_asking = { 5000, TRUE };

static void
assert_found (const char *register_id,
              GBytes     *expected)
{
  g_autoptr (GBytes) key = NULL;

  g_assert_cmpint (mukana_keyring_find (register_id, in_silence, &key), ==, MUKANA_KEY_FOUND);
  g_assert_true (g_bytes_equal (key, expected));
}

static void
assert_not_found (const char     *register_id,
                  MukanaKeyState  state)
{
  g_autoptr (GBytes) key = NULL;

  g_assert_cmpint (mukana_keyring_find (register_id, in_silence, &key), ==, state);
  g_assert_null (key);
}

static char *
id_of (GBytes *key)
{
  return mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));
}

/* Whatever is asked of a keyring that is not to be had, the answer is the same state. */
static void
assert_every_deed_ends_in (MukanaKeyState state)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_autofree char *id = id_of (key);

  assert_not_found (id, state);
  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", in_silence), ==, state);
  g_assert_cmpint (mukana_keyring_forget (id, in_silence), ==, state);
  assert_not_found (id, state);
}

static void
session_without_a_bus_is_told (void)
{
  assert_every_deed_ends_in (MUKANA_KEY_NO_BUS);
}

static void
bus_without_a_service_is_told (void)
{
  assert_every_deed_ends_in (MUKANA_KEY_NO_SERVICE);
}

static void
service_without_a_keyring_is_told (void)
{
  assert_every_deed_ends_in (MUKANA_KEY_NO_KEYRING);
}

static void
locked_keyring_is_told_from_an_empty_one (void)
{
  assert_every_deed_ends_in (MUKANA_KEY_LOCKED);
}

static void
password_that_cannot_be_asked_leaves_it_locked (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (1);
  g_autofree char *id = id_of (key);

  g_assert_cmpint (mukana_keyring_find (id, with_asking, NULL), ==, MUKANA_KEY_LOCKED);
  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", with_asking), ==, MUKANA_KEY_LOCKED);
}

static void
question_that_is_dismissed_leaves_it_locked (void)
{
  Prompter *prompter = prompter_start (PROMPTER_DISMISSES);
  g_autoptr (GBytes) key = mukana_test_key_new (1), found = NULL;
  g_autofree char *id = id_of (key);
  gint64 begun = g_get_monotonic_time ();

  g_assert_cmpint (mukana_keyring_find (id, with_asking, &found), ==, MUKANA_KEY_LOCKED);
  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", with_asking), ==, MUKANA_KEY_LOCKED);

  g_assert_null (found);
  g_assert_cmpint (prompter_get_asked (prompter), ==, 2);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 4 * G_USEC_PER_SEC);
  prompter_stop (prompter);
}

static void
question_that_nobody_answers_ends_at_the_deadline (void)
{
  Prompter *prompter = prompter_start (PROMPTER_SAYS_NOTHING);
  g_autoptr (GBytes) key = mukana_test_key_new (1), found = NULL;
  g_autofree char *id = id_of (key);

  g_assert_cmpint (mukana_keyring_find (id, (MukanaKeyringPatience) { 700, TRUE }, &found), ==,
                   MUKANA_KEY_LOCKED);

  g_assert_null (found);
  g_assert_cmpint (prompter_get_asked (prompter), ==, 1);
  prompter_stop (prompter);
}

/* Takes every message and answers none. */
static GDBusMessage *
swallow_cb (GDBusConnection *bus,
            GDBusMessage    *message,
            gboolean         is_incoming,
            gpointer         data)
{
  if (!is_incoming || g_dbus_message_get_message_type (message) != G_DBUS_MESSAGE_TYPE_METHOD_CALL)
    return message;

  g_object_unref (message);
  return NULL;
}

static GDBusConnection *
start_deaf_service (void)
{
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  GDBusConnection *bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  g_autoptr (GVariant) owned = g_dbus_connection_call_sync (
    bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
    g_variant_new ("(su)", "org.freedesktop.secrets", 0u), NULL, 0, -1, NULL, NULL);

  g_assert_nonnull (owned);
  g_dbus_connection_add_filter (bus, swallow_cb, NULL, NULL);
  return bus;
}

typedef struct
{
  gboolean        is_told;
  MukanaKeyState  state;
  int             n_ticks;
} Waiting;

static void
told_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  Waiting *waiting = data;

  waiting->state = mukana_keyring_finish (result, NULL);
  waiting->is_told = TRUE;
}

static gboolean
tick_cb (gpointer data)
{
  ((Waiting *) data)->n_ticks++;
  return G_SOURCE_CONTINUE;
}

static gboolean
is_told (gpointer data)
{
  return ((Waiting *) data)->is_told;
}

static void
service_that_never_answers_ends_at_the_deadline_and_holds_nobody_up (void)
{
  g_autoptr (GDBusConnection) deaf = start_deaf_service ();
  Waiting waiting = { FALSE, MUKANA_KEY_FOUND, 0 };
  guint tick = g_timeout_add (5, tick_cb, &waiting);

  mukana_keyring_find_async ("00112233445566778899aabbccddeeff",
                             (MukanaKeyringPatience) { 300, TRUE }, told_cb, &waiting);
  mukana_test_wait_until (is_told, &waiting, "the deadline passes");

  g_assert_cmpint (waiting.state, ==, MUKANA_KEY_NO_SERVICE);
  g_assert_cmpint (waiting.n_ticks, >=, 5);

  g_source_remove (tick);
  g_dbus_connection_close_sync (deaf, NULL, NULL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
die_cb (gpointer service)
{
  g_dbus_connection_close_sync (service, NULL, NULL);
  return G_SOURCE_REMOVE;
}

static void
service_that_dies_in_the_middle_is_told_at_once (void)
{
  g_autoptr (GDBusConnection) deaf = start_deaf_service ();
  Waiting waiting = { FALSE, MUKANA_KEY_FOUND, 0 };
  gint64 begun = g_get_monotonic_time ();

  mukana_keyring_find_async ("00112233445566778899aabbccddeeff", with_asking, told_cb, &waiting);
  g_timeout_add (100, die_cb, deaf);
  mukana_test_wait_until (is_told, &waiting, "the service is gone");

  g_assert_cmpint (waiting.state, ==, MUKANA_KEY_NO_SERVICE);
  g_assert_cmpint (g_get_monotonic_time () - begun, <, 4 * G_USEC_PER_SEC);
}

static void
key_that_was_never_kept_is_absent (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (2);
  g_autofree char *id = id_of (key);

  assert_not_found (id, MUKANA_KEY_ABSENT);
}

static void
kept_key_is_found_by_its_register_alone (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (3);
  g_autoptr (GBytes) other = mukana_test_key_new (4);
  g_autofree char *id = id_of (key);
  g_autofree char *other_id = id_of (other);

  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);

  assert_found (id, key);
  assert_not_found (other_id, MUKANA_KEY_ABSENT);
}

static void
keeping_again_replaces_and_forgetting_leaves_nothing (void)
{
  g_autoptr (GBytes) first = mukana_test_key_new (5);
  g_autoptr (GBytes) second = mukana_test_key_new (6);
  g_autofree char *id = id_of (first);

  g_assert_cmpint (mukana_keyring_keep (id, first, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);
  g_assert_cmpint (mukana_keyring_keep (id, second, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);
  assert_found (id, second);

  g_assert_cmpint (mukana_keyring_forget (id, in_silence), ==, MUKANA_KEY_ABSENT);
  assert_not_found (id, MUKANA_KEY_ABSENT);
  g_assert_cmpint (mukana_keyring_forget (id, in_silence), ==, MUKANA_KEY_ABSENT);
}

/* As somebody's hand in the keyring program might leave it. */
static void
spoilt_key_is_told_from_no_key (void)
{
  static const SecretSchema schema = {
    "fi.mukana.Register", SECRET_SCHEMA_NONE, { { "register", SECRET_SCHEMA_ATTRIBUTE_STRING } } };
  g_autoptr (GBytes) key = mukana_test_key_new (7);
  g_autofree char *id = id_of (key);
  g_autoptr (GError) error = NULL;

  secret_password_store_sync (&schema, SECRET_COLLECTION_DEFAULT, "Testilä", "not a key", NULL,
                              &error, "register", id, NULL);
  g_assert_no_error (error);

  assert_not_found (id, MUKANA_KEY_WRONG);
  g_assert_cmpint (mukana_keyring_forget (id, in_silence), ==, MUKANA_KEY_ABSENT);
}

static void
register_opens_with_the_key_its_file_asks_for (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture);
  id = mukana_unlocking_register_id (mukana_test_path (fixture), &error);
  g_assert_no_error (error);
  g_assert_cmpint (mukana_keyring_keep (id, fixture->key, "Testilä", in_silence),
                   ==, MUKANA_KEY_FOUND);

  g_assert_cmpint (mukana_keyring_find (id, in_silence, &kept), ==, MUKANA_KEY_FOUND);
  g_bytes_unref (fixture->key);
  fixture->key = g_steal_pointer (&kept);
  mukana_test_register_open (fixture);
}

static void
key_of_another_register_opens_nothing_and_is_named_so (void)
{
  g_autoptr (MukanaTestRegister) fixture = mukana_test_register_new ();
  g_autoptr (GBytes) stranger = mukana_test_key_new (8);
  g_autoptr (GBytes) kept = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_close (fixture);
  id = mukana_unlocking_register_id (mukana_test_path (fixture), NULL);
  mukana_keyring_keep (id, stranger, "Testilä", in_silence);

  g_assert_cmpint (mukana_keyring_find (id, in_silence, &kept), ==, MUKANA_KEY_FOUND);
  g_assert_null (mukana_store_open (fixture->uri, kept, fixture->clock, "test", NULL, &error));
  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
  g_assert_cmpint (mukana_unlocking_judge (kept, id), ==, MUKANA_KEY_OTHER_REGISTER);
  g_assert_cmpint (mukana_unlocking_judge (fixture->key, id), ==, MUKANA_KEY_WRONG);
}

static void
key_in_a_keyring_locked_since_is_not_called_absent (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (9);
  g_autofree char *id = id_of (key);
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  const char *keyrings[] = { "/org/freedesktop/secrets/aliases/default", NULL };
  g_autoptr (GVariant) locked = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);
  locked = g_dbus_connection_call_sync (bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
                                        "org.freedesktop.Secret.Service", "Lock",
                                        g_variant_new ("(^ao)", keyrings), NULL, 0, -1, NULL,
                                        &error);
  g_assert_no_error (error);

  assert_every_deed_ends_in (MUKANA_KEY_LOCKED);
  assert_not_found (id, MUKANA_KEY_LOCKED);
  g_assert_cmpint (mukana_keyring_forget (id, in_silence), ==, MUKANA_KEY_LOCKED);
  g_assert_cmpint (mukana_keyring_find (id, with_asking, NULL), ==, MUKANA_KEY_LOCKED);
}

static void
newest_link_of_a_journal_is_kept_apart_from_the_key (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (8);
  g_autofree char *id = id_of (key);
  g_autofree char *none = mukana_keyring_find_link (id, in_silence);
  g_autofree char *found = NULL;

  g_assert_null (none);
  g_assert_true (mukana_keyring_keep_link (id, "abc", in_silence));
  g_assert_true (mukana_keyring_keep_link (id, "def", in_silence));
  found = mukana_keyring_find_link (id, in_silence);

  g_assert_cmpstr (found, ==, "def");
  assert_not_found (id, MUKANA_KEY_ABSENT);
}

/* What a desktop does that asked for a password and got none. */
static void
make_keyring (const char *password)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) session = NULL, made = NULL, set = NULL;
  GVariantBuilder properties;
  const char *path, *collection;

  session = g_dbus_connection_call_sync (
    bus, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
    "OpenSession", g_variant_new ("(sv)", "plain", g_variant_new_string ("")),
    G_VARIANT_TYPE ("(vo)"), 0, 5000, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (session, "(v&o)", NULL, &path);
  g_variant_builder_init (&properties, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&properties, "{sv}", "org.freedesktop.Secret.Collection.Label",
                         g_variant_new_string ("login"));
  made = g_dbus_connection_call_sync (
    bus, "org.freedesktop.secrets", "/org/freedesktop/secrets",
    "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface", "CreateWithMasterPassword",
    g_variant_new ("(a{sv}(o@ay@ays))", &properties, path,
                   g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, "", 0, TRUE, NULL, NULL),
                   g_variant_new_from_data (G_VARIANT_TYPE_BYTESTRING, password, strlen (password),
                                            TRUE, NULL, NULL), "text/plain"),
    G_VARIANT_TYPE ("(o)"), 0, 5000, NULL, &error);
  g_assert_no_error (error);
  g_variant_get (made, "(&o)", &collection);
  set = g_dbus_connection_call_sync (
    bus, "org.freedesktop.secrets", "/org/freedesktop/secrets", "org.freedesktop.Secret.Service",
    "SetAlias", g_variant_new ("(so)", "default", collection), NULL, 0, 5000, NULL, &error);
  g_assert_no_error (error);
}

static void
keyring_without_a_password_is_told_from_others (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (9);
  g_autofree char *id = id_of (key);

  g_assert_false (mukana_keyring_is_plain ());   /* there is none yet */
  make_keyring ("");
  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);

  assert_found (id, key);
  g_assert_true (mukana_keyring_is_plain ());
}

static void
keyring_with_a_password_is_not_plain (void)
{
  g_autoptr (GBytes) key = mukana_test_key_new (9);
  g_autofree char *id = id_of (key);

  g_assert_cmpint (mukana_keyring_keep (id, key, "Testilä", in_silence), ==, MUKANA_KEY_FOUND);
  g_assert_false (mukana_keyring_is_plain ());
}

#define ADD(promise) g_test_add_func ("/keyring/" #promise, promise)

static void
add_tests_of (const char *state)
{
  if (g_str_equal (state, "no-bus"))
    ADD (session_without_a_bus_is_told);
  else if (g_str_equal (state, "no-service"))
    {
      ADD (bus_without_a_service_is_told);
      ADD (service_that_never_answers_ends_at_the_deadline_and_holds_nobody_up);
      ADD (service_that_dies_in_the_middle_is_told_at_once);
    }
  else if (g_str_equal (state, "no-keyring"))
    {
      ADD (service_without_a_keyring_is_told);
      ADD (keyring_without_a_password_is_told_from_others);   /* last: it is there then */
    }
  else if (g_str_equal (state, "locked"))
    {
      ADD (locked_keyring_is_told_from_an_empty_one);
      ADD (password_that_cannot_be_asked_leaves_it_locked);
      ADD (question_that_is_dismissed_leaves_it_locked);
      ADD (question_that_nobody_answers_ends_at_the_deadline);   /* last: it still stands */
    }
  else
    {
      ADD (key_that_was_never_kept_is_absent);
      ADD (kept_key_is_found_by_its_register_alone);
      ADD (keeping_again_replaces_and_forgetting_leaves_nothing);
      ADD (keyring_with_a_password_is_not_plain);
      ADD (spoilt_key_is_told_from_no_key);
      ADD (register_opens_with_the_key_its_file_asks_for);
      ADD (key_of_another_register_opens_nothing_and_is_named_so);
      ADD (newest_link_of_a_journal_is_kept_apart_from_the_key);
      ADD (key_in_a_keyring_locked_since_is_not_called_absent);   /* last: it stays locked */
    }
}

int
main (int   argc,
      char *argv[])
{
  const char *state = g_getenv ("MUKANA_TEST_KEYRING");

  if (state == NULL)
    {
      g_printerr ("Run by tests/kit/with-keyring.sh, which keeps the real keyring out of this.\n");
      return 2;
    }

  g_test_init (&argc, &argv, NULL);
  add_tests_of (state);
  return g_test_run ();
}
