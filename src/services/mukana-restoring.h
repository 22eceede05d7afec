#pragma once

#include "services/mukana-backing-up.h"

G_BEGIN_DECLS

/* What a restore did. */
typedef struct
{
  MukanaBackup *backup;
  char         *kept_as;       /* where the register is that was there before; NULL: none was */
  gint64        n_reapplied;   /* withdrawals, restrictions … that came after the backup */
  gint64        n_asked;       /* requests about own data that were noted or answered since */
  gint64        n_breaches;    /* breaches that were noted, or written further, since */
  gboolean      was_readable;  /* whether the register told what came after it */
  gboolean      had_list;      /* whether a list beside the register or the backup did */
  char         *other_key;     /* the id of the key that opens the register from now on, where
                                  that is not the one that opened it before; else NULL */
} MukanaRestore;

void           mukana_restore_free     (MukanaRestore        *self);
char          *mukana_restoring_register_id (const char      *backup,
                                             GError         **error);
MukanaRestore *mukana_restoring_run    (const char           *backup,
                                        GBytes               *key,
                                        const char           *target,
                                        const char           *actor,
                                        gint64                now_us,
                                        GError              **error);
MukanaRestore *mukana_restoring_run_kept (const char         *backup,
                                        GBytes               *key,
                                        GBytes               *register_key,
                                        const char           *target,
                                        const char           *actor,
                                        gint64                now_us,
                                        GError              **error);
void           mukana_restoring_async  (const char           *backup,
                                        GBytes               *key,
                                        GBytes               *register_key,
                                        const char           *target,
                                        const char           *actor,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   done,
                                        gpointer              user_data);
MukanaRestore *mukana_restoring_finish (GAsyncResult         *result,
                                        GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRestore, mukana_restore_free)

G_END_DECLS
