/* mukana-register-place.c: whether the file that is open is still the one at its path.
 *
 * A folder that is removed, moved or unmounted takes nothing away from who has its files open:
 * every write goes on succeeding, into a file that nobody will ever find.  So the file is known
 * by device and inode, and so is its log of writes, without which a register that is not closed
 * in order has lost what was written last.
 */

#include "store/mukana-register-place.h"

#include <sys/stat.h>

typedef struct
{
  dev_t device;
  ino_t inode;
} Identity;

struct _MukanaRegisterPlace
{
  char     *path;
  char     *log_path;
  Identity  file;

  GMutex    lock;      /* of what follows */
  gboolean  has_log;   /* it was seen; a register that is only read has none */
  Identity  log;
};

static gboolean
identify (const char *path,
          Identity   *identity)
{
  struct stat info;

  if (lstat (path, &info) != 0)
    return FALSE;

  *identity = (Identity) { info.st_dev, info.st_ino };
  return TRUE;
}

static gboolean
is_same (const Identity *one,
         const Identity *other)
{
  return one->device == other->device && one->inode == other->inode;
}

/** mukana_register_place_new: @path: of a register that is open.  Returns: (nullable): yours; NULL
 * when there is no file */
MukanaRegisterPlace *
mukana_register_place_new (const char *path)
{
  MukanaRegisterPlace *self = g_new0 (MukanaRegisterPlace, 1);

  self->path = g_strdup (path);
  self->log_path = g_strconcat (path, "-wal", NULL);
  g_mutex_init (&self->lock);
  if (identify (path, &self->file))
    return self;

  mukana_register_place_free (self);
  return NULL;
}

void
mukana_register_place_free (MukanaRegisterPlace *self)
{
  if (self == NULL)
    return;

  g_mutex_clear (&self->lock);
  g_free (self->path);
  g_free (self->log_path);
  g_free (self);
}

/**
 * mukana_register_place_holds:
 *
 * Two looks at the names of files, none into them.  Thread: any, but none that nobody may wait for.
 *
 * Returns: whether what is written now can be found by who opens the path next
 */
gboolean
mukana_register_place_holds (MukanaRegisterPlace *self)
{
  Identity file, log;
  gboolean has_log, holds;

  if (!identify (self->path, &file) || !is_same (&file, &self->file))
    return FALSE;

  has_log = identify (self->log_path, &log);
  g_mutex_lock (&self->lock);
  holds = !self->has_log || (has_log && is_same (&log, &self->log));
  if (!self->has_log && has_log)
    {
      self->has_log = TRUE;
      self->log = log;
    }
  g_mutex_unlock (&self->lock);

  return holds;
}
