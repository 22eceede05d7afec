#pragma once

#include "store/mukana-store.h"

G_BEGIN_DECLS

/* A copy that was made, opened again and found whole. */
typedef struct
{
  gint64  id;             /* in the register's list; 0: not in it */
  gint64  made_at;        /* microseconds UTC */
  char   *file_name;
  gint64  n_people;
  char   *journal_tip;
} MukanaBackup;

/* Where copies go.  @folder is borrowed. */
typedef struct
{
  const char *folder;
  gboolean    may_be_made;    /* beside the register; what somebody chose is there or is away */
  gboolean    is_elsewhere;   /* it was on another disk than the register when it was chosen */
} MukanaBackupPlace;

void       mukana_backup_free          (MukanaBackup         *self);

MukanaBackup *mukana_backing_up_make   (MukanaStore          *store,
                                        const char           *folder,
                                        GError              **error);
MukanaBackup *mukana_backing_up_make_in (MukanaStore         *store,
                                        const MukanaBackupPlace *place,
                                        GError              **error);
gboolean   mukana_backup_is_on_own_disk (const char          *folder,
                                        const char           *path);
void       mukana_backing_up_async     (MukanaStore          *store,
                                        const MukanaBackupPlace *place,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   done,
                                        gpointer              user_data);
MukanaBackup *mukana_backing_up_finish (GAsyncResult         *result,
                                        GError              **error);
MukanaBackup *mukana_backup_check      (const char           *path,
                                        GBytes               *key,
                                        GError              **error);

/* The lists beside a register that go with its backups, by their endings. */
#define MUKANA_N_BACKUP_LISTS 2
extern const char * const mukana_backup_lists[MUKANA_N_BACKUP_LISTS];
char      *mukana_backup_list_path     (const char           *backup,
                                        const char           *ending);

/* Job: takes NULL, gives a GPtrArray of MukanaBackup that the register remembers, newest first. */
extern const MukanaJob mukana_backups_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaBackup, mukana_backup_free)

G_END_DECLS
