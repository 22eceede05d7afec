#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *kit_workbook_new       (const char *rows,
                                const char *workbook_extra);
GBytes *kit_workbook_new_raw   (const char *sheet,
                                gssize      length);
GBytes *kit_workbook_new_named (const char *name,
                                gboolean    is_link);

G_END_DECLS
