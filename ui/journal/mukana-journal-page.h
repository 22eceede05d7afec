#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_JOURNAL_PAGE (mukana_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaJournalPage, mukana_journal_page, MUKANA, JOURNAL_PAGE, MukanaPage)

GtkWidget *mukana_journal_page_peek_list (MukanaJournalPage *self);
void       mukana_journal_page_export_to (MukanaJournalPage *self,
                                          const char        *path);

G_END_DECLS
