#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Whose consent to the register has ended: to be asked anew, or erased. */
#define MUKANA_TYPE_ENDED_GROUP (mukana_ended_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaEndedGroup, mukana_ended_group, MUKANA, ENDED_GROUP,
                      AdwPreferencesGroup)

GtkWidget *mukana_ended_group_new    (MukanaPage       *page);
void       mukana_ended_group_reload (MukanaEndedGroup *self);

G_END_DECLS
