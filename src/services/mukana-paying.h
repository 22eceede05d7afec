#pragma once

#include "services/mukana-proposing.h"

G_BEGIN_DECLS

const char *mukana_paying_refuse    (const MukanaCompleting  *completing,
                                     MukanaAssignment        *assignment);
gboolean    mukana_paying_add_lines (MukanaDb                *db,
                                     const MukanaCompleting  *completing,
                                     MukanaAssignment        *assignment,
                                     GPtrArray               *lines,
                                     GError                 **error);
gboolean    mukana_paying_foresee   (MukanaDb                *db,
                                     const MukanaCompleting  *completing,
                                     MukanaAssignment        *assignment,
                                     gint64                  *cents,
                                     GError                 **error);

G_END_DECLS
