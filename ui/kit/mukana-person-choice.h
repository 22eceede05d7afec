#pragma once

#include <adwaita.h>

#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

GtkWidget *mukana_person_choice_new (const char    *title,
                                     const char    *field,
                                     MukanaForm    *form,
                                     MukanaContext *context);

G_END_DECLS
