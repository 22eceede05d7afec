#pragma once

#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* The county's themes, methods, roles and prices, and their editing. */
#define MUKANA_TYPE_VOCABULARIES_PAGE (mukana_vocabularies_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaVocabulariesPage, mukana_vocabularies_page, MUKANA, VOCABULARIES_PAGE,
                      MukanaPage)

MukanaRecordDialog *mukana_vocabularies_page_peek_dialog (MukanaVocabulariesPage *self);

G_END_DECLS
