#pragma once

#include <glib.h>

G_BEGIN_DECLS

extern const char * const mukana_door_tables[];
extern const char * const mukana_door_views[];

gboolean mukana_door_lets_read (const char *table,
                                const char *view);

gboolean mukana_door_takes     (const char *sql);

G_END_DECLS
