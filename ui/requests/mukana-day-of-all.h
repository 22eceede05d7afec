#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

guint      mukana_day_of_all_count (const MukanaRequestFile *file,
                                    MukanaDay                today);
GtkWidget *mukana_day_of_all_new   (MukanaPage              *page,
                                    const MukanaRequestFile *file,
                                    MukanaDay                today);

G_END_DECLS
