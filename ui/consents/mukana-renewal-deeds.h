#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Installs "renewal.print" and "renewal.phone" (person, whether again), and "renewal.print-all". */
void       mukana_renewal_deeds_install (GtkWidgetClass *page_class);

GtkWidget *mukana_renewal_deeds_button  (gint64          person_id,
                                         const char     *name,
                                         gboolean        may_write,
                                         gboolean        is_again);

G_END_DECLS
