#pragma once

#include <glib.h>

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A copy of what the register knows about a person, for that person. */
typedef struct
{
  gint64    person_id;
  gboolean  only_given;   /* GDPR 20: only what they gave themself, as JSON alone; else 15: all */
  char     *folder;       /* where the files go; their names name nobody */

  char     *json_path;    /* (out): what was written */
  char     *pdf_path;     /* (out): NULL with only_given */
} MukanaCopy;

MukanaCopy *mukana_copy_new  (gint64       person_id,
                              gboolean     only_given,
                              const char  *folder);
MukanaCopy *mukana_copy_copy (MukanaCopy  *self);
void        mukana_copy_free (MukanaCopy  *self);

/* Two jobs, one after the other, so that gathering delays no write: the first gathers and writes
 * the files (takes a MukanaCopy, gives one with its paths), the second notes it in the journal
 * and answers the request that waits for it, if one does (takes that, gives NULL).  When the
 * second fails the files are taken away. */
extern const MukanaJob mukana_copying_write_job;
extern const MukanaJob mukana_copying_note_job;

char *mukana_copying_gather_json (MukanaDb  *db,
                                  gint64     person_id,
                                  gboolean   only_given,
                                  GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCopy, mukana_copy_free)

G_END_DECLS
