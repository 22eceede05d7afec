#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     mukana_new_file_set_error (GError      **error,
                                    const char   *what);
gboolean mukana_new_file_write     (const char   *path,
                                    const char   *data,
                                    gsize         length,
                                    GError      **error);

G_END_DECLS
