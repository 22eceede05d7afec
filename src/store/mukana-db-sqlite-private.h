#pragma once

/* The two halves of the engine for a register in a file. */

#include <sqlite3.h>

#include "store/mukana-engine.h"

G_BEGIN_DECLS

int      mukana_sqlite_translate_code (int                         code);
void     mukana_sqlite_set_error      (GError                    **error,
                                       sqlite3                    *connection,
                                       int                         code);
gboolean mukana_sqlite_exec           (gpointer                    connection,
                                       const char                 *sql,
                                       GError                    **error);

gpointer mukana_sqlite_open           (const MukanaEngineOptions  *options,
                                       GError                    **error);
void     mukana_sqlite_close          (gpointer                    connection);
gboolean mukana_sqlite_is_door        (sqlite3                    *connection);
gboolean mukana_sqlite_copy_to        (gpointer                    connection,
                                       const char                 *path,
                                       GError                    **error);
gboolean mukana_sqlite_rekey          (gpointer                    connection,
                                       GBytes                     *key,
                                       GError                    **error);

G_END_DECLS
