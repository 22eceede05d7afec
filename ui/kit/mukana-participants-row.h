#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

GtkWidget *mukana_participants_row_new (const char *title,
                                        const char *nobody,
                                        const char *field,
                                        MukanaForm *form,
                                        GPtrArray  *participants);

G_END_DECLS
