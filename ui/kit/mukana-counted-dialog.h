#pragma once

#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

MukanaRecordDialog *mukana_counted_dialog_new (MukanaPage      *page,
                                               const char      *title,
                                               MukanaFormCheck  check,
                                               gpointer         fresh,
                                               const char      *key);

G_END_DECLS
