#pragma once

#include <adwaita.h>

#include "ui/app/mukana-open-times.h"
#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

GtkWidget       *mukana_choice_dialog_new           (GtkWindow           *parent,
                                                      MukanaFindingChoice *choice,
                                                      GPtrArray           *times);
GtkWidget       *mukana_choice_dialog_peek_times    (GtkWidget           *dialog);

void             mukana_choice_dialog_strike        (GtkWidget           *dialog,
                                                      gint64               person_id,
                                                      const char          *why);

/* Response "propose". */

G_END_DECLS
