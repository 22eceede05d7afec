#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_BACKUPS_NEWEST 3
#define MUKANA_BACKUPS_WEEKLY 4

char     *mukana_backup_name    (gint64      made_at_us);
gboolean  mukana_backup_is_name (const char *name,
                                 MukanaDay  *day);
GPtrArray *mukana_backups_to_drop (GPtrArray *names,
                                   MukanaDay  today);

/* A daily copy is gone after so many days: three newest, and four weeks before theirs. */
#define MUKANA_BACKUPS_DAYS (7 * (MUKANA_BACKUPS_WEEKLY + 2))

gboolean  mukana_backup_is_old_copy (const char *name,
                                     const char *register_name,
                                     MukanaDay   today);

G_END_DECLS
