#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_invitation_save    (MukanaPage *page,
                                gint64      proposal_id,
                                const char *title,
                                MukanaDay   day);
void mukana_invitation_save_to (MukanaPage *page,
                                gint64      proposal_id,
                                const char *path);

G_END_DECLS
