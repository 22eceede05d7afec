#pragma once

#include "services/mukana-backing-up.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

/* Sees to it that there is a backup of each day on which the register is open. */
typedef struct _MukanaBackupWatch MukanaBackupWatch;

/* Called with a sentence when the folder of the backups is not there. */
typedef void (*MukanaBackupAway) (const GError *error,
                                  gpointer      data);

MukanaBackupWatch *mukana_backup_watch_new  (MukanaContext     *context,
                                             MukanaBackupAway   away,
                                             gpointer           data);
void               mukana_backup_watch_free (MukanaBackupWatch *self);

char              *mukana_backup_dup_folder (MukanaContext     *context);
gboolean           mukana_backup_is_in      (const char         *folder,
                                             const MukanaBackup *backup);
gboolean           mukana_backup_make_async (MukanaContext       *context,
                                             GAsyncReadyCallback  done,
                                             gpointer             user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaBackupWatch, mukana_backup_watch_free)

G_END_DECLS
