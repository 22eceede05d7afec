#pragma once

#include "services/mukana-identifying.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_identity_setting_new         (const MukanaIdentifying *setting);
void       mukana_identity_setting_ask_ground  (MukanaPage              *page);
void       mukana_identity_setting_ask_to_drop (MukanaPage              *page,
                                                const MukanaIdentifying *setting);

G_END_DECLS
