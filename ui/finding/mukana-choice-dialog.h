#pragma once

#include <adwaita.h>

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

GtkWidget       *mukana_choice_dialog_new           (GtkWindow           *parent,
                                                      MukanaFindingChoice *choice,
                                                      const char          *when);

/* Response "propose". */

G_END_DECLS
