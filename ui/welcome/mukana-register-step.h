#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_REGISTER_STEP (mukana_register_step_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRegisterStep, mukana_register_step, MUKANA, REGISTER_STEP, GtkBox)

GtkWidget  *mukana_register_step_new              (const char         *path);
const char *mukana_register_step_peek_path        (MukanaRegisterStep *self);
const char *mukana_register_step_peek_county_name (MukanaRegisterStep *self);
const char *mukana_register_step_peek_county_code (MukanaRegisterStep *self);

/* Signal "ready": the register may be made. */

G_END_DECLS
