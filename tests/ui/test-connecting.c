/* test-connecting.c: a shared register is opened by its address and a password, which the
 * keyring remembers.  A real server, a real keyring.
 */

#include <adwaita.h>
#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/mukana-keyring.h"
#include "services/mukana-secret.h"
#include "ui/app/mukana-lock-page.h"
#include "ui/app/mukana-opening.h"

#define PASSWORD "Öinen salasana 7"

typedef struct
{
  MukanaTestRegister *place;
  char               *guarded;    /* its address, as a user who needs a password */
} Fixture;

typedef struct
{
  MukanaStore *store;
  GError      *error;
  gboolean     is_over;
} Answer;

static void
tell_server (const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) psql =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                      &error, "psql", "-q", "-c", sql, g_getenv ("MUKANA_TEST_POSTGRES"), NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (psql, NULL, &error));
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_auto (GStrv) parts = NULL;

  self->place = mukana_test_register_new ();
  parts = g_strsplit (mukana_store_peek_uri (self->place->store), "test@", 2);
  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  self->guarded = g_strconcat (parts[0], "mukana_guarded@", parts[1], NULL);
  tell_server ("DROP ROLE IF EXISTS mukana_guarded");
  tell_server ("CREATE ROLE mukana_guarded SUPERUSER LOGIN PASSWORD '" PASSWORD "'");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_free (self->guarded);
  mukana_test_register_free (self->place);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Answer *answer = data;

  answer->store = mukana_opening_run_finish (result, &answer->error);
  answer->is_over = TRUE;
}

static gboolean
is_over (gpointer answer)
{
  return ((Answer *) answer)->is_over;
}

static Answer
open_as (const char *uri,
         const char *password)
{
  g_autoptr (GBytes) key = password ? mukana_secret_new (password, strlen (password)) : NULL;
  Answer answer = { NULL };

  mukana_opening_run_async (MUKANA_OPENING_FILE, uri, key, NULL, opened_cb, &answer);
  mukana_test_wait_until (is_over, &answer, "the server has answered");
  return answer;
}

static void
assert_open (Answer answer)
{
  g_assert_no_error (answer.error);
  g_assert_nonnull (answer.store);
  mukana_store_close (answer.store);
  g_object_unref (answer.store);
}

static void
assert_refused (Answer answer)
{
  g_autoptr (GtkWidget) page = NULL;

  g_assert_null (answer.store);
  g_assert_error (answer.error, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
  page = g_object_ref_sink (mukana_lock_page_new_unconnected (answer.error));
  g_error_free (answer.error);
}

static gboolean
has_password (gpointer uri)
{
  const MukanaKeyringPatience patience = { 2000, FALSE };

  return mukana_keyring_find (uri, patience, NULL) == MUKANA_KEY_FOUND;
}

static void
whom_the_server_knows_needs_no_password (Fixture       *self,
                                         gconstpointer  data)
{
  assert_open (open_as (mukana_store_peek_uri (self->place->store), NULL));
}

static void
a_password_that_opened_is_remembered (Fixture       *self,
                                      gconstpointer  data)
{
  assert_refused (open_as (self->guarded, NULL));

  assert_open (open_as (self->guarded, PASSWORD));
  mukana_test_wait_until (has_password, self->guarded, "the keyring has the password");

  assert_open (open_as (self->guarded, NULL));
}

static void
a_wrong_password_is_refused_and_not_remembered (Fixture       *self,
                                                gconstpointer  data)
{
  assert_refused (open_as (self->guarded, "wrong"));

  g_assert_false (has_password (self->guarded));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name) g_test_add ("/connecting/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (whom_the_server_knows_needs_no_password);
  ADD (a_wrong_password_is_refused_and_not_remembered);
  ADD (a_password_that_opened_is_remembered);

  return g_test_run ();
}
