#pragma once

#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

void mukana_alike_rows_add (MukanaRecordDialog *dialog,
                            MukanaPage         *page);

G_END_DECLS
