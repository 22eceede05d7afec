#pragma once

#include "services/mukana-matching.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

gboolean   mukana_ask_dialog_may (const MukanaMatchOut *out);
GtkWidget *mukana_ask_dialog_new (MukanaPage           *page,
                                  gint64                request_id,
                                  const MukanaMatchOut *out);

G_END_DECLS
