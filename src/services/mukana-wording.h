#pragma once

#include "domain/mukana-vocabulary.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Job: takes a MukanaTheme, MukanaMethod or MukanaRole, new or changed, gives
 * NULL.  A word that people or requests use is retired rather than removed. */
extern const MukanaJob mukana_wording_put_job;

gboolean mukana_wording_put (MukanaDb      *db,
                             MukanaRecord  *word,
                             GError       **error);

G_END_DECLS
