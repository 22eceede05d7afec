#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @key: the new one, typed back from its sheet; borrowed. */
typedef void (*MukanaKeyMade) (GBytes   *key,
                               gpointer  data);

void mukana_key_change_present (GtkWindow     *parent,
                                const char    *register_name,
                                MukanaKeyMade  made,
                                gpointer       data);

G_END_DECLS
