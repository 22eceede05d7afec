#pragma once

#include "services/mukana-anchor.h"
#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

void mukana_anchor_dialog_tell (MukanaWindow      *window,
                                MukanaAnchorState  state,
                                gint64             n_again,
                                gint64             n_lost);

G_END_DECLS
