#pragma once

/* harness-log.h: all that was asked of the disk, in order, and what the disk may
 * hold when the power goes in the middle of it.
 */

#include <glib.h>

#include "harness/harness-disk.h"

G_BEGIN_DECLS

typedef struct _HarnessLog HarnessLog;

HarnessLog *harness_log_new   (const char  *base_path);
void        harness_log_free  (HarnessLog  *self);
void        harness_log_start (HarnessLog  *self);
void        harness_log_stop  (HarnessLog  *self);
void        harness_log_mark  (HarnessLog  *self,
                               int          deed);
guint       harness_log_size  (HarnessLog  *self);
int         harness_log_cut   (HarnessLog  *self,
                               guint        n_entries,
                               GRand       *rand,
                               const char  *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HarnessLog, harness_log_free)

G_END_DECLS
