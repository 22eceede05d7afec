#pragma once

#include "services/mukana-programme-file.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_programme_make_summary  (MukanaProgramme   *programme);
GtkWidget *mukana_programme_make_priority (MukanaPage        *page,
                                           MukanaPriorityRow *row);

G_END_DECLS
