#pragma once

#include "domain/mukana-sharing.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

#define MUKANA_SHARING_FEW 5   /* fewer people than this in one cell are told as "1–4" */

/* People who know a theme and live in a place.  A cell that is not there is a hole. */
typedef struct
{
  const char *theme_id;   /* interned; of the highest level */
  const char *place;      /* interned municipality code; "" when not known or not disclosed */
  guint       n_people;   /* 0 when they are few: how few is told to nobody */
  gboolean    is_few;
} MukanaSharingCell;

/* How the work is shared among the people who may be asked now. */
typedef struct
{
  MukanaSharing  sharing;
  GArray        *shares;    /* MukanaShare, by id */
  GArray        *waiting;   /* borrowed MukanaShare*, longest wait first */
  GArray        *carrying;  /* borrowed MukanaShare*, most work first */
  GArray        *cells;     /* MukanaSharingCell, by theme and place */
  GHashTable    *names;     /* gint64 id -> char *, of who waits or carries much */
} MukanaSharedWork;

void                     mukana_shared_work_free      (MukanaSharedWork *self);
const char              *mukana_shared_work_peek_name (MukanaSharedWork *self,
                                                       gint64            person_id);
const MukanaSharingCell *mukana_shared_work_find_cell (MukanaSharedWork *self,
                                                       const char       *theme_id,
                                                       const char       *place);

/* Job of the door: takes NULL, gives a MukanaSharedWork. */
extern const MukanaJob mukana_sharing_out_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaSharedWork, mukana_shared_work_free)

G_END_DECLS
