#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void mukana_lend_actions (GtkWidget *owner,
                          GtkWidget *borrower);

G_END_DECLS
