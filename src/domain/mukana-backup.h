#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_BACKUPS_NEWEST 3
#define MUKANA_BACKUPS_WEEKLY 4

char     *mukana_backup_name    (gint64      made_at_us);
gboolean  mukana_backup_is_name (const char *name,
                                 MukanaDay  *day);
GPtrArray *mukana_backups_to_drop (GPtrArray *names);

G_END_DECLS
