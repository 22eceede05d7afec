#pragma once

#include <adwaita.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_APPLICATION (mukana_application_get_type ())
G_DECLARE_FINAL_TYPE (MukanaApplication, mukana_application, MUKANA, APPLICATION, AdwApplication)

MukanaApplication *mukana_application_new         (void);
void               mukana_application_take_store  (MukanaApplication *self,
                                                   MukanaStore       *store);
GSettings         *mukana_application_find_settings (void);

G_END_DECLS
