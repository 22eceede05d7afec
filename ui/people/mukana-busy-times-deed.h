#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_busy_times_bring (MukanaPage             *page);
void mukana_busy_times_ask   (MukanaPage             *page,
                              gint64                  person_id,
                              const char             *path);
void mukana_busy_times_drop  (MukanaPage             *page,
                              const MukanaPersonFile *file);

G_END_DECLS
