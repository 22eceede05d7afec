#pragma once

#include "domain/mukana-assignment.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

gboolean mukana_agreed_with_note        (MukanaDb          *db,
                                         MukanaAssignment  *assignment,
                                         GError           **error);
gboolean mukana_agreed_with_follow_week (MukanaDb          *db,
                                         gint64             person_id,
                                         GError           **error);

G_END_DECLS
