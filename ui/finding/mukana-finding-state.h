#pragma once

#include "services/mukana-matching.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-status.h"

G_BEGIN_DECLS

void mukana_finding_state_show (MukanaStatus            *status,
                                const MukanaRequestFile *file,
                                const MukanaMatchAnswer *answer,
                                gboolean                 is_stopped);

G_END_DECLS
