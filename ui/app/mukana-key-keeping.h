#pragma once

#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

void mukana_key_keeping_run (MukanaWindow  *window,
                             MukanaContext *context);

G_END_DECLS
