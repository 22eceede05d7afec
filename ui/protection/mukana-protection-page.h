#pragma once

#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PROTECTION_PAGE (mukana_protection_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaProtectionPage, mukana_protection_page, MUKANA, PROTECTION_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_protection_page_info;

MukanaRecordDialog *mukana_protection_page_peek_dialog (MukanaProtectionPage *self);
GtkWidget          *mukana_protection_page_peek_question (MukanaProtectionPage *self);

G_END_DECLS
