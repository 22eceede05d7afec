/* mukana-planning-memory.c: the last plan, for as long as the register is as it was planned from.
 *
 * Everything that a plan was made from stands in the register, so it holds until a
 * commit touches something.  Looks are noted by commits that touch nothing; those
 * are let pass, one after the other.  What was not heard of, or came while it was
 * planned, leaves a gap between the revisions, and then nothing is remembered.
 * Commits that touch requests alone are let pass, too, with the numbers of those: they are read
 * again when it is planned again, and nothing else is.
 *
 * It has names: it goes with the page, and with the process when the program is
 * locked.
 */

#include "services/mukana-planning-private.h"

#define MOST_REQUESTS 20   /* changed since; more are planned anew */

struct _MukanaPlanningMemory
{
  GObject         parent_instance;

  MukanaStore    *store;      /* weak */
  gulong          changed_handler;

  /* Shared, under the lock. */
  GMutex          lock;
  gint64          revision;   /* up to which it holds; 0: nothing is remembered */
  GArray         *requests;   /* gint64 ids of those that are not as they were */

  /* The lane's own. */
  MukanaPlanning *planning;
};

G_DEFINE_FINAL_TYPE (MukanaPlanningMemory, mukana_planning_memory, G_TYPE_OBJECT)

static gboolean
has_id (GArray *ids,
        gint64  id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i) == id)
      return TRUE;

  return FALSE;
}

/* Returns: FALSE when something else was touched than requests, and not too many of those */
static gboolean
note_requests (MukanaPlanningMemory *self,
               const MukanaChange   *changes,
               guint                 n_changes)
{
  for (guint i = 0; i < n_changes; i++)
    {
      if (changes[i].kind != MUKANA_KIND_REQUEST || changes[i].id == 0 ||
          self->requests->len >= MOST_REQUESTS)
        return FALSE;
      if (!has_id (self->requests, changes[i].id))
        g_array_append_val (self->requests, changes[i].id);
    }

  return TRUE;
}

static void
changed_cb (MukanaStore          *store,
            MukanaChangeSet      *changes,
            MukanaPlanningMemory *self)
{
  gint64 revision = mukana_change_set_get_revision (changes);
  const MukanaChange *list;
  guint n_changes;

  list = mukana_change_set_peek (changes, &n_changes);
  g_mutex_lock (&self->lock);
  if (revision == self->revision + 1 && note_requests (self, list, n_changes))
    self->revision = revision;
  else if (revision > self->revision)
    self->revision = 0;
  g_mutex_unlock (&self->lock);
}

static void
mukana_planning_memory_dispose (GObject *object)
{
  MukanaPlanningMemory *self = MUKANA_PLANNING_MEMORY (object);

  if (self->store != NULL)
    {
      g_clear_signal_handler (&self->changed_handler, self->store);
      g_clear_weak_pointer (&self->store);
    }

  G_OBJECT_CLASS (mukana_planning_memory_parent_class)->dispose (object);
}

static void
mukana_planning_memory_finalize (GObject *object)
{
  MukanaPlanningMemory *self = MUKANA_PLANNING_MEMORY (object);

  g_mutex_clear (&self->lock);
  g_array_unref (self->requests);
  g_clear_pointer (&self->planning, mukana_planning_free);

  G_OBJECT_CLASS (mukana_planning_memory_parent_class)->finalize (object);
}

static void
mukana_planning_memory_class_init (MukanaPlanningMemoryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_planning_memory_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_planning_memory_finalize;
}

static void
mukana_planning_memory_init (MukanaPlanningMemory *self)
{
  g_mutex_init (&self->lock);
  self->requests = g_array_new (FALSE, FALSE, sizeof (gint64));
}

/** mukana_planning_memory_new: Returns: yours, of nothing yet, following @store; Thread: main */
MukanaPlanningMemory *
mukana_planning_memory_new (MukanaStore *store)
{
  MukanaPlanningMemory *self = g_object_new (MUKANA_TYPE_PLANNING_MEMORY, NULL);

  g_set_weak_pointer (&self->store, store);
  self->changed_handler = g_signal_connect (store, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

static gboolean
holds (MukanaPlanningMemory *self,
       gint64                revision,
       GArray               *request_ids)
{
  gboolean is_held;

  g_mutex_lock (&self->lock);
  is_held = self->revision == revision;
  g_array_append_vals (request_ids, self->requests->data, self->requests->len);
  g_mutex_unlock (&self->lock);
  return is_held;
}

/** mukana_planning_memory_take: @request_ids: filled with those that came, changed or went since;
 * Returns: (nullable): yours, what was kept, if it holds but for them in the open transaction of
 * @db; it is remembered no more until it is kept again */
MukanaPlanning *
mukana_planning_memory_take (MukanaPlanningMemory *self,
                             MukanaDb             *db,
                             GArray               *request_ids)
{
  if (!holds (self, mukana_db_get_revision (db), request_ids))
    g_clear_pointer (&self->planning, mukana_planning_free);
  return g_steal_pointer (&self->planning);
}

/** mukana_planning_memory_has_changed: Returns: whether requests came, changed or went since */
gboolean
mukana_planning_memory_has_changed (MukanaPlanningMemory *self)
{
  gboolean has_changed;

  g_mutex_lock (&self->lock);
  has_changed = self->requests->len > 0;
  g_mutex_unlock (&self->lock);
  return has_changed;
}

/** mukana_planning_memory_keep: @planning: (transfer full): of the open transaction of @db */
void
mukana_planning_memory_keep (MukanaPlanningMemory *self,
                             MukanaDb             *db,
                             MukanaPlanning       *planning)
{
  g_clear_pointer (&self->planning, mukana_planning_free);
  self->planning = planning;
  g_mutex_lock (&self->lock);
  self->revision = mukana_db_get_revision (db);
  g_array_set_size (self->requests, 0);
  g_mutex_unlock (&self->lock);
}
