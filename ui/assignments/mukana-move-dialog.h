#pragma once

#include "domain/mukana-assignment.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

MukanaRecordDialog *mukana_move_dialog_new        (MukanaPage         *page,
                                                   MukanaAssignment   *assignment);
const char         *mukana_move_dialog_peek_words (MukanaRecordDialog *dialog);
gboolean            mukana_move_dialog_asks_why   (MukanaRecordDialog *dialog);

G_END_DECLS
