#pragma once

#include "services/mukana-matching.h"
#include "store/mukana-people.h"

G_BEGIN_DECLS

/* Of which times is asked who is free. */
typedef struct
{
  MukanaMatcher *matcher;
  GPtrArray     *times;          /* char *: mukana_free_span_format() */
} MukanaFreeing;

MukanaFreeing *mukana_freeing_new  (const MukanaPeopleFilter *filter);
void           mukana_freeing_free (MukanaFreeing            *self);

/* Job: takes a MukanaFreeing, gives a GPtrArray of MukanaFreePeople, for a MukanaPeopleFilter.  A
 * time that is not understood finds nobody. */
extern const MukanaJob mukana_freeing_job;

G_END_DECLS
