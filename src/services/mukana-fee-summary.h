#pragma once

#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What somebody was paid in a year, for that person. */
typedef struct
{
  gint64  person_id;
  int     year;
  char   *path;        /* a new file, as PDF */
} MukanaFeeSummary;

MukanaFeeSummary *mukana_fee_summary_new  (gint64             person_id,
                                           int                year,
                                           const char        *path);
void              mukana_fee_summary_free (MukanaFeeSummary  *self);
MukanaDocument   *mukana_fee_summary_make (MukanaDb          *db,
                                           gint64             person_id,
                                           int                year,
                                           GError           **error);

/* Job: takes a MukanaFeeSummary and saves it, gives NULL.  Errors: as mukana_new_file_write(). */
extern const MukanaJob mukana_fee_summary_job;

G_END_DECLS
