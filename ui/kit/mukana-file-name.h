#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

char *mukana_file_name_new (const char *kind,
                            const char *title,
                            MukanaDay   day,
                            gint64      number,
                            const char *ending);

G_END_DECLS
