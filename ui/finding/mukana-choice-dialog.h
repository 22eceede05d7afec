#pragma once

#include <adwaita.h>

#include "services/mukana-proposing.h"
#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

GtkWidget       *mukana_choice_dialog_new           (GtkWindow           *parent,
                                                      MukanaFindingChoice *choice);
void             mukana_choice_dialog_set_reason    (GtkWidget           *dialog,
                                                      const char          *reason);
MukanaProposing *mukana_choice_dialog_dup_proposing (GtkWidget           *dialog,
                                                      gint64               request_id,
                                                      MukanaFindingChoice *choice);

/* Response "propose". */

G_END_DECLS
