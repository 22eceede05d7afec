/* mukana-looks.c: looks at sensitive data on their way into the journal.
 *
 * Reading is done in lanes that cannot write, so a look is noted by a write of its
 * own.  Looking at the same again within some minutes is one look: a page that is
 * read again after each change would else fill the journal with itself.  What
 * could not be written, as on a full disk, goes with the next look that can.
 */

#include "store/mukana-looks.h"

#include "store/mukana-journal.h"

#define SAME_LOOK_US (10 * 60 * G_USEC_PER_SEC)
#define MOST_WAITING 10000   /* a register that takes no writes all day */

struct _MukanaLooks
{
  GMutex      lock;
  GHashTable *last;      /* "action kind id fields" -> gint64 *, when it was last noted */
  GArray     *waiting;   /* MukanaLook not yet in the journal, oldest first */
  guint       n_taken;   /* of those: how many the open write has in hand */
};

static void
clear_looks (gpointer data)
{
  MukanaLooks *self = data;

  g_mutex_clear (&self->lock);
  g_hash_table_unref (self->last);
  g_array_unref (self->waiting);
}

MukanaLooks *
mukana_looks_new (void)
{
  MukanaLooks *self = g_atomic_rc_box_new0 (MukanaLooks);

  g_mutex_init (&self->lock);
  self->last = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->waiting = g_array_new (FALSE, FALSE, sizeof (MukanaLook));
  return self;
}

MukanaLooks *
mukana_looks_ref (MukanaLooks *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mukana_looks_unref (MukanaLooks *self)
{
  g_atomic_rc_box_release_full (self, clear_looks);
}

/**
 * mukana_looks_take:
 *
 * Thread: any.
 * Returns: whether there is something new to write
 */
gboolean
mukana_looks_take (MukanaLooks      *self,
                   const MukanaLook *look,
                   gint64            now_us)
{
  g_autofree char *key = g_strdup_printf ("%s %d %" G_GINT64_FORMAT " %s", look->action,
                                          look->kind, look->record_id,
                                          look->fields ? look->fields : "");
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  const gint64 *last = g_hash_table_lookup (self->last, key);

  /* A clock that was set back is no reason to be silent. */
  if (last != NULL && now_us >= *last && now_us - *last < SAME_LOOK_US)
    return FALSE;

  if (self->waiting->len >= MOST_WAITING)
    return FALSE;

  g_hash_table_insert (self->last, g_steal_pointer (&key), g_memdup2 (&now_us, sizeof now_us));
  g_array_append_val (self->waiting, *look);
  return TRUE;
}

static GArray *
hand_out (MukanaLooks *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_taken = self->waiting->len;
  return g_array_copy (self->waiting);
}

/** mukana_looks_written: the write that had them in hand ended; @is_done: it was committed */
void
mukana_looks_written (MukanaLooks *self,
                      gboolean     is_done)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (is_done)
    g_array_remove_range (self->waiting, 0, self->n_taken);
  self->n_taken = 0;
}

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GArray) looks = hand_out (arg);

  for (guint i = 0; i < looks->len; i++)
    {
      const MukanaLook *look = &g_array_index (looks, MukanaLook, i);

      if (!mukana_journal_add (db, look->action, look->kind, look->record_id, look->fields, error))
        return NULL;
    }

  return NULL;
}

const MukanaJob mukana_looks_job = {
  "noting.looks", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
