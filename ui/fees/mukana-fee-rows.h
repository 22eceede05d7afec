#pragma once

#include <gtk/gtk.h>

#include "services/mukana-batching.h"

G_BEGIN_DECLS

GtkWidget *mukana_fee_row_new     (MukanaFeeRow   *row,
                                   GtkWidget      *deed);
GtkWidget *mukana_fee_amount_new  (gint64          amount_cents);
GtkWidget *mukana_batch_pill_new  (MukanaFeeBatch *batch);
char      *mukana_batch_dup_size  (MukanaFeeBatch *batch);

G_END_DECLS
