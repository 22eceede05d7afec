#pragma once

#include <gtk/gtk.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What can be done with several people of the list at once; @ids are of gint64. */
GtkWidget *mukana_chosen_menu_new  (void);
void       mukana_chosen_keep_apart (MukanaPage *page,
                                     GArray     *ids);
void       mukana_chosen_add_theme (MukanaPage *page,
                                    GArray     *ids);
void       mukana_chosen_write_to  (MukanaPage *page,
                                    GArray     *ids);
void       mukana_chosen_export    (MukanaPage *page,
                                    GArray     *ids);

G_END_DECLS
