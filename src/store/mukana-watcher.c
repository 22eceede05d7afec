/* mukana-watcher.c: a thread that hears of other programs' changes.
 *
 * Owns a connection on which nothing else is done.  What was told while the
 * connection was away is lost for ever, so that after a loss everything counts
 * as changed: screens read again rather than show what is no longer so.
 */

#include "store/mukana-watcher.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#define LONGEST_PAUSE_MS 30000

struct _MukanaWatcher
{
  GThread             *thread;
  int                  stop_fd;

  /* The thread's own. */
  MukanaDb            *db;
  MukanaWorkerChanged  changed;
  gpointer             data;
};

/* FALSE when told to stop meanwhile. */
static gboolean
pause_for (MukanaWatcher *self,
           int            pause_ms)
{
  struct pollfd fd = { self->stop_fd, POLLIN, 0 };

  return poll (&fd, 1, pause_ms) <= 0;
}

/* Listens first and reads the revision then: what comes between is heard. */
static gboolean
listen_again (MukanaWatcher *self)
{
  g_autoptr (MukanaChangeSet) everything = NULL;

  /* Why it failed does not matter: it is tried until it succeeds, and the
   * lanes tell the user what is wrong. */
  if (!mukana_db_listen (self->db, NULL) || !mukana_db_begin_read (self->db, NULL))
    return FALSE;

  everything = mukana_change_set_new (mukana_db_get_revision (self->db));
  mukana_change_set_add (everything, MUKANA_KIND_EVERYTHING, 0, MUKANA_EFFECT_CHANGED);
  mukana_db_rollback (self->db);

  self->changed (everything, self->data);
  return TRUE;
}

static gboolean
recover (MukanaWatcher *self)
{
  for (int pause_ms = 0; pause_for (self, pause_ms);
       pause_ms = CLAMP (pause_ms * 2, 250, LONGEST_PAUSE_MS))
    if (listen_again (self))
      return TRUE;

  return FALSE;
}

static gpointer
watch (gpointer data)
{
  MukanaWatcher *self = data;
  gboolean is_stopped = FALSE;

  while (!is_stopped)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (MukanaChangeSet) changes = mukana_db_hear (self->db, self->stop_fd, &error);

      if (changes != NULL)
        self->changed (changes, self->data);
      else
        is_stopped = error == NULL || !recover (self);
    }

  mukana_db_close (self->db);
  return NULL;
}

/**
 * mukana_watcher_new:
 * @db: (transfer full): listening already; closed by the watcher
 * @changed: called on the watcher's thread
 */
MukanaWatcher *
mukana_watcher_new (MukanaDb            *db,
                    MukanaWorkerChanged  changed,
                    gpointer             data)
{
  MukanaWatcher *self = g_new0 (MukanaWatcher, 1);

  self->stop_fd = eventfd (0, EFD_CLOEXEC);
  self->db = db;
  self->changed = changed;
  self->data = data;
  self->thread = g_thread_new ("mukana-watch", watch, self);
  return self;
}

/** mukana_watcher_free: stops it, at once */
void
mukana_watcher_free (MukanaWatcher *self)
{
  if (self == NULL)
    return;

  eventfd_write (self->stop_fd, 1);
  g_thread_join (self->thread);
  close (self->stop_fd);
  g_free (self);
}
