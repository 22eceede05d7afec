#pragma once

/* harness-disk.h: the disk beneath the cipher, where a test can watch and disturb it.
 *
 * A VFS of SQLite's over the one of the system.  Every call that the store makes
 * of a file passes a hook, which sees what the disk would see, ciphertext, and
 * may fail the call or keep it from the disk.
 */

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HARNESS_OPEN,       /* amount: whether it makes a file that was not there */
  HARNESS_READ,
  HARNESS_WRITE,
  HARNESS_TRUNCATE,   /* offset: the new size */
  HARNESS_SYNC,
  HARNESS_DELETE,     /* amount: whether the folder is synced too */
  HARNESS_N_CALLS,
} HarnessCall;

/* What a hook answers when the call shall succeed without reaching the disk. */
#define HARNESS_PRETEND (-1)

typedef struct
{
  HarnessCall   call;
  const char   *path;
  const void   *data;     /* of a write */
  gint64        offset;
  int           amount;
} HarnessEvent;

/* Returns: 0 to go on, HARNESS_PRETEND, or the code of SQLite to fail with.  Called
 * by any thread, one at a time. */
typedef int (*HarnessHook) (const HarnessEvent *event,
                            gpointer            data);

void harness_disk_install (void);
void harness_disk_watch   (HarnessHook hook,
                           gpointer    data);

G_END_DECLS
