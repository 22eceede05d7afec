#pragma once

#include "domain/mukana-breach.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* The groups of the page. */
GtkWidget *mukana_breach_group_new    (MukanaPage   *page);
void       mukana_breach_group_show   (GtkWidget    *group,
                                       GPtrArray    *breaches,
                                       gint64        now_us);
void       mukana_breach_group_add    (MukanaPage   *page);

GtkWidget *mukana_contact_group_new   (MukanaPage   *page);
void       mukana_contact_group_show  (GtkWidget    *group,
                                       GHashTable   *values);

G_END_DECLS
