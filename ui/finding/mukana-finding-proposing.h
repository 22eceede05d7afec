#pragma once

#include "services/mukana-registering.h"
#include "ui/finding/mukana-finding-choice.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_finding_proposing_new    (MukanaPage              *page,
                                            MukanaFindingChoice     *choice,
                                            const MukanaRequestFile *file,
                                            gint64                   request_id);
void       mukana_finding_proposing_follow (GtkWidget               *dialog,
                                            GHashTable              *gone);

G_END_DECLS
