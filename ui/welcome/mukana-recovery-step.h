#pragma once

#include <gtk/gtk.h>

#include "services/mukana-keyring.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_RECOVERY_STEP (mukana_recovery_step_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRecoveryStep, mukana_recovery_step, MUKANA, RECOVERY_STEP, GtkBox)

GtkWidget *mukana_recovery_step_new (GBytes         *key,
                                     const char     *register_name,
                                     MukanaKeyState  kept);

/* Signal "checked": the key was typed back, whole and right. */

G_END_DECLS
