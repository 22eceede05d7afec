#pragma once

#include "services/mukana-merging.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_merge_dialog_new (MukanaPage      *page,
                                    MukanaMergeView *view);

G_END_DECLS
