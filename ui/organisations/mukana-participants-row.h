#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

GtkWidget *mukana_participants_row_new (MukanaForm *form,
                                        GPtrArray  *participants);

G_END_DECLS
