#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @uri: the address without a password.  @password: borrowed; NULL when none was typed. */
typedef void (*MukanaConnectFunc) (const char *uri,
                                   GBytes     *password,
                                   gpointer    data);

void mukana_connect_dialog_present (GtkWindow         *parent,
                                    const char        *last_uri,
                                    MukanaConnectFunc  connect,
                                    gpointer           data);

G_END_DECLS
