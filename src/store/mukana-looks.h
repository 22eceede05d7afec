#pragma once

/* mukana-looks.h: looks at sensitive data on their way into the journal.  Private to the store. */

#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef struct _MukanaLooks MukanaLooks;

MukanaLooks *mukana_looks_new     (void);
MukanaLooks *mukana_looks_ref     (MukanaLooks      *self);
void         mukana_looks_unref   (MukanaLooks      *self);
gboolean     mukana_looks_take    (MukanaLooks      *self,
                                   const MukanaLook *look,
                                   gint64            now_us);
void         mukana_looks_written (MukanaLooks      *self,
                                   gboolean          is_done);

extern const MukanaJob mukana_looks_job;   /* MukanaLooks -> NULL */

G_END_DECLS
