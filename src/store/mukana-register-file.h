#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* That a register is open here: a claim, or one of these. */
enum { MUKANA_CLAIM_NONE = -1, MUKANA_CLAIM_REFUSED = -2 };

int      mukana_register_file_claim (const char       *path,
                                     GError          **error);
void     mukana_register_file_release (int            claim);

/* A register in a file, looked at from outside: no schema step, no change, no lanes. */
gpointer mukana_register_file_read  (const char       *path,
                                     GBytes           *key,
                                     const MukanaJob  *job,
                                     gpointer          arg,
                                     GError          **error);
gboolean mukana_register_file_write (const char       *path,
                                     GBytes           *key,
                                     const char       *actor,
                                     const MukanaJob  *job,
                                     gpointer          arg,
                                     GError          **error);
gboolean mukana_register_file_copy  (const char       *path,
                                     GBytes           *key,
                                     const char       *target,
                                     GError          **error);
gboolean mukana_register_file_settle (const char      *part,
                                     const char       *path,
                                     GBytes           *key,
                                     GError          **error);
gboolean mukana_register_file_save  (MukanaDb         *db,
                                     GBytes           *key,
                                     const char       *path,
                                     GError          **error);
gboolean mukana_register_file_rekey (const char       *path,
                                     GBytes           *key,
                                     GBytes           *new_key,
                                     GError          **error);

G_END_DECLS
