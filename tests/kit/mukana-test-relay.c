/* mukana-test-relay.c: a stretch of network between a client and a server, which can be cut.
 *
 * Passes bytes between two sockets of a kind that PostgreSQL makes, and loses
 * the connection, once, at a word that it was told.
 */

#include "mukana-test-relay.h"

#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#define SOCKET_NAME ".s.PGSQL.5432"

struct _MukanaTestRelay
{
  GThread *thread;
  int      listener;
  char    *server_path;
  char    *path;

  GMutex   lock;
  MukanaTestCut cut;     /* guarded */
  char    *word;         /* guarded */
};

typedef struct
{
  MukanaTestRelay *relay;
  int              client;
} Passage;

static struct sockaddr_un
make_address (const char *path)
{
  struct sockaddr_un address = { .sun_family = AF_UNIX };

  g_strlcpy (address.sun_path, path, sizeof address.sun_path);
  return address;
}

/* What is to be done with these bytes; a cut is done once. */
static MukanaTestCut
take_cut (MukanaTestRelay *self,
          const char      *bytes,
          gsize            length)
{
  MukanaTestCut cut = MUKANA_TEST_CUT_NEVER;

  g_mutex_lock (&self->lock);
  /* With the null that ends it: "COMMIT" is not "READ COMMITTED". */
  if (self->cut != MUKANA_TEST_CUT_NEVER &&
      memmem (bytes, length, self->word, strlen (self->word) + 1))
    {
      cut = self->cut;
      self->cut = MUKANA_TEST_CUT_NEVER;
    }
  g_mutex_unlock (&self->lock);
  return cut;
}

static gboolean
send_all (int         to,
          const char *bytes,
          gssize      length)
{
  return send (to, bytes, (gsize) length, MSG_NOSIGNAL) == length;
}

/* FALSE at the end of either side, or at a cut. */
static gboolean
pass_once (MukanaTestRelay *self,
           int              from,
           int              to,
           gboolean         is_client)
{
  char bytes[65536];
  gssize length = read (from, bytes, sizeof bytes);
  MukanaTestCut cut = MUKANA_TEST_CUT_NEVER;

  if (length > 0 && is_client)
    cut = take_cut (self, bytes, (gsize) length);

  if (length <= 0 || cut == MUKANA_TEST_CUT_BEFORE || !send_all (to, bytes, length))
    return FALSE;

  /* Its answer is read and dropped: then it is certain that the server obeyed. */
  return cut != MUKANA_TEST_CUT_AFTER || read (to, bytes, sizeof bytes) < 0;
}

static gpointer
pass (gpointer data)
{
  g_autofree Passage *passage = data;
  MukanaTestRelay *self = passage->relay;
  struct sockaddr_un address = make_address (self->server_path);
  int server = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  gboolean is_open = connect (server, (struct sockaddr *) &address, sizeof address) == 0;

  while (is_open)
    {
      struct pollfd fds[] = { { passage->client, POLLIN, 0 }, { server, POLLIN, 0 } };

      is_open = poll (fds, G_N_ELEMENTS (fds), -1) > 0 &&
                (fds[0].revents == 0 || pass_once (self, passage->client, server, TRUE)) &&
                (fds[1].revents == 0 || pass_once (self, server, passage->client, FALSE));
    }

  close (server);
  close (passage->client);
  return NULL;
}

static gpointer
serve (gpointer data)
{
  MukanaTestRelay *self = data;
  g_autoptr (GPtrArray) threads = g_ptr_array_new ();
  int client;

  while ((client = accept (self->listener, NULL, NULL)) >= 0)
    {
      Passage *passage = g_new0 (Passage, 1);

      passage->relay = self;
      passage->client = client;
      g_ptr_array_add (threads, g_thread_new ("relay", pass, passage));
    }

  g_ptr_array_foreach (threads, (GFunc) g_thread_join, NULL);
  return NULL;
}

/**
 * mukana_test_relay_new:
 * @server_folder: where the server's socket is
 * @folder: where the relay's is to be
 */
MukanaTestRelay *
mukana_test_relay_new (const char *server_folder,
                       const char *folder)
{
  MukanaTestRelay *self = g_new0 (MukanaTestRelay, 1);
  struct sockaddr_un address;

  g_mutex_init (&self->lock);
  self->server_path = g_build_filename (server_folder, SOCKET_NAME, NULL);
  self->path = g_build_filename (folder, SOCKET_NAME, NULL);
  address = make_address (self->path);

  self->listener = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  g_assert_cmpint (bind (self->listener, (struct sockaddr *) &address, sizeof address), ==, 0);
  g_assert_cmpint (listen (self->listener, 8), ==, 0);
  self->thread = g_thread_new ("relays", serve, self);
  return self;
}

/** mukana_test_relay_cut: loses the next connection on which a client says @word */
void
mukana_test_relay_cut (MukanaTestRelay *self,
                       MukanaTestCut    cut,
                       const char      *word)
{
  g_mutex_lock (&self->lock);
  g_free (self->word);
  self->word = g_strdup (word);
  self->cut = cut;
  g_mutex_unlock (&self->lock);
}

/** mukana_test_relay_free: after the clients have gone */
void
mukana_test_relay_free (MukanaTestRelay *self)
{
  shutdown (self->listener, SHUT_RDWR);
  g_thread_join (self->thread);
  close (self->listener);
  unlink (self->path);
  g_mutex_clear (&self->lock);
  g_free (self->word);
  g_free (self->path);
  g_free (self->server_path);
  g_free (self);
}
