#pragma once

#include "domain/mukana-given-theme.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

MukanaRecordDialog *mukana_theme_dialog_new (MukanaPage *page,
                                             GArray     *ids,
                                             const char *language);

G_END_DECLS
