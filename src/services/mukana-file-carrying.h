#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mukana_file_carry           (const char  *from,
                                      const char  *to,
                                      GError     **error);
gboolean mukana_file_sync_folder_of  (const char  *path);
void     mukana_file_remove_database (const char  *path);

G_END_DECLS
