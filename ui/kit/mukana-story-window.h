#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_story_window_present (MukanaPage   *page,
                                        MukanaRecord *record,
                                        MukanaKind    kind);

G_END_DECLS
