#pragma once

#include "services/mukana-planning.h"

G_BEGIN_DECLS

/* What was changed in a plan by hand: moves taken away, people who must take part, requests that
 * are left out. */
typedef struct _MukanaStaging MukanaStaging;

MukanaStaging          *mukana_staging_new         (void);
void                    mukana_staging_free        (MukanaStaging              *self);
void                    mukana_staging_clear       (MukanaStaging              *self);
gboolean                mukana_staging_is_changed  (MukanaStaging              *self);
gboolean                mukana_staging_is_off      (MukanaStaging              *self,
                                                    gint64                      request_id,
                                                    gint64                      person_id);
gboolean                mukana_staging_is_pinned   (MukanaStaging              *self,
                                                    gint64                      request_id,
                                                    gint64                      person_id);
void                    mukana_staging_set_off     (MukanaStaging              *self,
                                                    gint64                      request_id,
                                                    gint64                      person_id,
                                                    gboolean                    is_off);
void                    mukana_staging_set_pinned  (MukanaStaging              *self,
                                                    gint64                      request_id,
                                                    gint64                      person_id,
                                                    gboolean                    is_pinned);
void                    mukana_staging_set_left_out (MukanaStaging             *self,
                                                     gint64                     request_id,
                                                     gboolean                   is_left_out);
void                    mukana_staging_fill        (MukanaStaging              *self,
                                                    MukanaPlanningQuestion     *question);
guint                   mukana_staging_count       (MukanaStaging              *self,
                                                    const MukanaPlanningAnswer *answer);
MukanaPlanningSums      mukana_staging_sum         (MukanaStaging              *self,
                                                    const MukanaPlanningAnswer *answer);
MukanaPlanningApplying *mukana_staging_dup_applying (MukanaStaging              *self,
                                                     const MukanaPlanningAnswer *answer);

G_END_DECLS
