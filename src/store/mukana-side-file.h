#pragma once

#include "store/mukana-db.h"

G_BEGIN_DECLS

#define MUKANA_SIDE_FILE_MAX_BYTES (64 * 1024 * 1024)

char     *mukana_side_file_dup_path (const char  *register_path,
                                     const char  *ending);
char     *mukana_side_file_seal     (MukanaDb    *db,
                                     const char  *text,
                                     GError     **error);
gboolean  mukana_side_file_append   (const char  *path,
                                     const char  *text);
gboolean  mukana_side_file_read     (const char  *path,
                                     char       **text);
goffset   mukana_side_file_measure  (const char  *path);
void      mukana_side_file_cut      (const char  *path,
                                     goffset      length);
gboolean  mukana_side_file_merge    (const char  *from,
                                     const char  *to);

G_END_DECLS
