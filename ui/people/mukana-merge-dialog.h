#pragma once

#include "services/mukana-merging.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

char      *mukana_record_mark_describe (const MukanaRecordMark *mark,
                                        MukanaContext          *context);
void       mukana_merge_ask        (MukanaPage      *page,
                                    gint64           kept_id,
                                    gint64           gone_id);
GtkWidget *mukana_merge_dialog_new (MukanaPage      *page,
                                    MukanaMergeView *view);

G_END_DECLS
