#pragma once

#include "services/mukana-calendar.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* A calendar file of a person or of a request: asks where to, writes it, and says so. */
void mukana_calendar_save    (MukanaPage *page,
                              MukanaKind  kind,
                              gint64      record_id);
void mukana_calendar_save_to (MukanaPage *page,
                              MukanaKind  kind,
                              gint64      record_id,
                              const char *path);

G_END_DECLS
