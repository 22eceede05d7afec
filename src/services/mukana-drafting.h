#pragma once

#include "domain/mukana-kept-draft.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Jobs of drafts; all of them know only those of whoever runs them.  Keep takes a GPtrArray of
 * MukanaKeptDraft, each in the place of one of the same page and record, and gives NULL; list
 * gives a GPtrArray of them, newest first; drop takes a MukanaKeptDraft. */
extern const MukanaJob mukana_drafts_keep_job;
extern const MukanaJob mukana_drafts_list_job;
extern const MukanaJob mukana_draft_drop_job;

gboolean mukana_drafts_drop_of_person (MukanaDb  *db,
                                       gint64     person_id,
                                       GError   **error);

G_END_DECLS
