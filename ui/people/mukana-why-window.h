#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_why_window_new (MukanaPage *page,
                                  gint64      person_id);

G_END_DECLS
