#pragma once

#include "services/mukana-cancelling.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void       mukana_cancel_present    (MukanaPage          *page,
                                     MukanaKind           kind,
                                     gint64               id);
GtkWidget *mukana_cancel_dialog_new (MukanaPage          *page,
                                     MukanaKind           kind,
                                     gint64               id,
                                     const MukanaSettled *foreseen);

G_END_DECLS
