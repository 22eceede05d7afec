/* harness-disk.c: a VFS that lets a test stand between SQLite and the disk.
 *
 * It knows nothing of what the calls mean.  The cipher's own VFS is put over it,
 * as it is over the system's in the program, and becomes the default one: the
 * store opens files as ever and does not know.
 */

#include "harness/harness-disk.h"

#include <sqlite3.h>
#include <string.h>

#define NAME "mukana-harness"

typedef struct
{
  sqlite3_file  base;
  char         *path;
  sqlite3_file *real;   /* lies behind this struct */
} File;

static sqlite3_vfs *real_vfs;
static GMutex lock;     /* of the two below, and of the order of events */
static HarnessHook current_hook;
static gpointer current_data;

static int
tell (const HarnessEvent *event)
{
  int answer = SQLITE_OK;

  if (event->path == NULL)
    return SQLITE_OK;

  g_mutex_lock (&lock);
  if (current_hook != NULL)
    answer = current_hook (event, current_data);
  g_mutex_unlock (&lock);
  return answer;
}

static int
tell_of (sqlite3_file *file,
         HarnessCall   call,
         const void   *data,
         int           amount,
         gint64        offset)
{
  HarnessEvent event = { call, ((File *) file)->path, data, offset, amount };

  return tell (&event);
}

static sqlite3_file *
real_of (sqlite3_file *file)
{
  return ((File *) file)->real;
}

static int
close_file (sqlite3_file *file)
{
  int code = real_of (file)->pMethods->xClose (real_of (file));

  g_clear_pointer (&((File *) file)->path, g_free);
  return code;
}

static int
read_file (sqlite3_file  *file,
           void          *buffer,
           int            amount,
           sqlite3_int64  offset)
{
  int answer = tell_of (file, HARNESS_READ, NULL, amount, offset);

  return answer != SQLITE_OK ? answer
                             : real_of (file)->pMethods->xRead (real_of (file), buffer, amount,
                                                                offset);
}

static int
write_file (sqlite3_file  *file,
            const void    *data,
            int            amount,
            sqlite3_int64  offset)
{
  int answer = tell_of (file, HARNESS_WRITE, data, amount, offset);

  if (answer == HARNESS_PRETEND)
    return SQLITE_OK;
  return answer != SQLITE_OK ? answer
                             : real_of (file)->pMethods->xWrite (real_of (file), data, amount,
                                                                 offset);
}

static int
truncate_file (sqlite3_file  *file,
               sqlite3_int64  size)
{
  int answer = tell_of (file, HARNESS_TRUNCATE, NULL, 0, size);

  return answer != SQLITE_OK ? answer : real_of (file)->pMethods->xTruncate (real_of (file), size);
}

static int
sync_file (sqlite3_file *file,
           int           flags)
{
  int answer = tell_of (file, HARNESS_SYNC, NULL, 0, 0);

  if (answer == HARNESS_PRETEND)
    return SQLITE_OK;
  return answer != SQLITE_OK ? answer : real_of (file)->pMethods->xSync (real_of (file), flags);
}

static int
get_size (sqlite3_file  *file,
          sqlite3_int64 *size)
{
  return real_of (file)->pMethods->xFileSize (real_of (file), size);
}

static int
take_lock (sqlite3_file *file,
           int           level)
{
  return real_of (file)->pMethods->xLock (real_of (file), level);
}

static int
drop_lock (sqlite3_file *file,
           int           level)
{
  return real_of (file)->pMethods->xUnlock (real_of (file), level);
}

static int
check_lock (sqlite3_file *file,
            int          *is_locked)
{
  return real_of (file)->pMethods->xCheckReservedLock (real_of (file), is_locked);
}

static int
control_file (sqlite3_file *file,
              int           operation,
              void         *argument)
{
  return real_of (file)->pMethods->xFileControl (real_of (file), operation, argument);
}

static int
get_sector_size (sqlite3_file *file)
{
  return real_of (file)->pMethods->xSectorSize (real_of (file));
}

static int
get_characteristics (sqlite3_file *file)
{
  return real_of (file)->pMethods->xDeviceCharacteristics (real_of (file));
}

static int
map_shared (sqlite3_file   *file,
            int             page,
            int             page_size,
            int             extend,
            void volatile **memory)
{
  return real_of (file)->pMethods->xShmMap (real_of (file), page, page_size, extend, memory);
}

static int
lock_shared (sqlite3_file *file,
             int           offset,
             int           n,
             int           flags)
{
  return real_of (file)->pMethods->xShmLock (real_of (file), offset, n, flags);
}

static void
order_shared (sqlite3_file *file)
{
  real_of (file)->pMethods->xShmBarrier (real_of (file));
}

static int
unmap_shared (sqlite3_file *file,
              int           removes)
{
  return real_of (file)->pMethods->xShmUnmap (real_of (file), removes);
}

/* Version 2: shared memory, and no reading through a map of the file, which the
 * store does not use and the hook would not see. */
static const sqlite3_io_methods methods = {
  2, close_file, read_file, write_file, truncate_file, sync_file, get_size, take_lock, drop_lock,
  check_lock, control_file, get_sector_size, get_characteristics, map_shared, lock_shared,
  order_shared, unmap_shared, NULL, NULL,
};

static int
open_file (sqlite3_vfs   *vfs,
           const char    *path,
           sqlite3_file  *file,
           int            flags,
           int           *flags_given)
{
  File *self = (File *) file;
  gboolean is_new = path != NULL && !g_file_test (path, G_FILE_TEST_EXISTS);
  HarnessEvent event = { HARNESS_OPEN, path, NULL, 0, is_new };
  int code;

  self->base.pMethods = NULL;
  self->path = NULL;
  self->real = (sqlite3_file *) &self[1];
  if ((code = tell (&event)) != SQLITE_OK)
    return code;

  code = real_vfs->xOpen (real_vfs, path, self->real, flags, flags_given);
  if (self->real->pMethods != NULL)
    {
      self->path = g_strdup (path);
      self->base.pMethods = &methods;
    }
  return code;
}

static int
delete_file (sqlite3_vfs *vfs,
             const char  *path,
             int          syncs_folder)
{
  HarnessEvent event = { HARNESS_DELETE, path, NULL, 0, syncs_folder };
  int answer = tell (&event);

  return answer != SQLITE_OK ? answer : real_vfs->xDelete (real_vfs, path, syncs_folder);
}

/**
 * harness_disk_install:
 *
 * Once, before the first register is opened.
 */
void
harness_disk_install (void)
{
  static sqlite3_vfs vfs;

  sqlite3_initialize ();
  real_vfs = sqlite3_vfs_find ("unix");
  g_assert_nonnull (real_vfs);

  vfs = *real_vfs;
  vfs.pNext = NULL;
  vfs.zName = NAME;
  vfs.szOsFile = (int) sizeof (File) + real_vfs->szOsFile;
  vfs.xOpen = open_file;
  vfs.xDelete = delete_file;
  g_assert_cmpint (sqlite3_vfs_register (&vfs, TRUE), ==, SQLITE_OK);
#ifdef MUKANA_SQLITE3MC
  g_assert_cmpint (sqlite3mc_vfs_create (NAME, TRUE), ==, SQLITE_OK);
#endif
}

/** harness_disk_watch: from now on @hook hears of every call; NULL for nobody */
void
harness_disk_watch (HarnessHook hook,
                    gpointer    data)
{
  g_mutex_lock (&lock);
  current_hook = hook;
  current_data = data;
  g_mutex_unlock (&lock);
}
