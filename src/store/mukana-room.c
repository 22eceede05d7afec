/* mukana-room.c: whether the disk has room for a register to be written.
 *
 * On a full disk a register is opened by connections that take it for granted that nobody changes
 * the file, and so need no file beside it.  None of them may be in the middle of reading when the
 * first write begins, and none may read like that afterwards: each opens anew when it begins next.
 * Shared by the connections of one store.
 */

#include "store/mukana-room.h"

struct _MukanaRoom
{
  GRWLock lock;         /* readers: in a transaction while room is lacking; the writer: to change */
  gint    is_lacking;   /* atomic */
};

static void
clear_room (gpointer data)
{
  MukanaRoom *self = data;

  g_rw_lock_clear (&self->lock);
}

MukanaRoom *
mukana_room_new (void)
{
  MukanaRoom *self = g_atomic_rc_box_new0 (MukanaRoom);

  g_rw_lock_init (&self->lock);
  return self;
}

MukanaRoom *
mukana_room_ref (MukanaRoom *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
mukana_room_unref (MukanaRoom *self)
{
  g_atomic_rc_box_release_full (self, clear_room);
}

/** mukana_room_is_lacking: Thread: any */
gboolean
mukana_room_is_lacking (MukanaRoom *self)
{
  return g_atomic_int_get (&self->is_lacking);
}

/** mukana_room_set_lacking: while the store opens, or between begin_change() and end_change() */
void
mukana_room_set_lacking (MukanaRoom *self,
                         gboolean    is_lacking)
{
  g_atomic_int_set (&self->is_lacking, is_lacking);
}

/** mukana_room_hold_still: Returns: whether room is lacking, and will be until let_go() */
gboolean
mukana_room_hold_still (MukanaRoom *self)
{
  if (!mukana_room_is_lacking (self))
    return FALSE;

  g_rw_lock_reader_lock (&self->lock);
  if (mukana_room_is_lacking (self))
    return TRUE;

  g_rw_lock_reader_unlock (&self->lock);
  return FALSE;
}

/** mukana_room_let_go: on the thread that held it */
void
mukana_room_let_go (MukanaRoom *self)
{
  g_rw_lock_reader_unlock (&self->lock);
}

/** mukana_room_begin_change: waits until nobody reads as if nothing could change */
void
mukana_room_begin_change (MukanaRoom *self)
{
  g_rw_lock_writer_lock (&self->lock);
}

void
mukana_room_end_change (MukanaRoom *self)
{
  g_rw_lock_writer_unlock (&self->lock);
}
