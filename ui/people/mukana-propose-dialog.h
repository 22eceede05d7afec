#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_propose_dialog_new (MukanaPage *page,
                                      GArray     *people);

G_END_DECLS
