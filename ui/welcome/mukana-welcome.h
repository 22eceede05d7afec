#pragma once

#include <gtk/gtk.h>

#include "store/mukana-store.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WELCOME (mukana_welcome_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWelcome, mukana_welcome, MUKANA, WELCOME, GtkBox)

GtkWidget *mukana_welcome_new (const char *path);

/* Signal "founded" (MukanaStore, path, wants_list): a register was made and its
 * recovery key typed back; whether a list is to be brought in at once. */

G_END_DECLS
