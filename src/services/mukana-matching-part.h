#pragma once

#include "services/mukana-matching.h"

G_BEGIN_DECLS

void     mukana_matching_part_tell      (const MukanaMatchRequest  *request,
                                         const MukanaMatchFacts    *facts,
                                         MukanaMatchRow            *row);
gboolean mukana_matching_part_add_roles (MukanaMatcher             *matcher,
                                         MukanaDb                  *db,
                                         const MukanaMatchRequest  *request,
                                         MukanaMatchAnswer         *answer,
                                         GError                   **error);

char    *mukana_matching_part_say_free    (const MukanaMatchRequest  *request,
                                           const MukanaMatchFacts    *facts,
                                           MukanaReasons              reasons);
GArray  *mukana_matching_part_read_others (MukanaDb                  *db,
                                           gint64                     request_id,
                                           GError                   **error);
gboolean mukana_matching_part_count_gone  (MukanaMatcher             *matcher,
                                           MukanaDb                  *db,
                                           const MukanaMatchRequest  *request,
                                           MukanaMatchAnswer         *answer,
                                           GError                   **error);

G_END_DECLS
