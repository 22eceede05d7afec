#pragma once

#include "services/mukana-hearing.h"
#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Dialogs over the page of a request, to be presented; each runs its job and tells of a failure. */
GtkWidget *mukana_finding_dialog_new      (MukanaPage              *page,
                                           const MukanaRequestFile *file,
                                           MukanaOutcome           *outcome);
GtkWidget *mukana_telling_dialog_new      (MukanaPage              *page,
                                           gint64                   request_id);
GtkWidget *mukana_participants_dialog_new (MukanaPage              *page,
                                           gint64                   request_id,
                                           MukanaParticipants *counts);

G_END_DECLS
