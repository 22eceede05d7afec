#pragma once

#include "domain/mukana-journal-row.h"

G_BEGIN_DECLS

char *mukana_journal_words_when   (gint64            at_us);
char *mukana_journal_words_record (MukanaJournalRow *row);

const char *mukana_journal_words_page (MukanaJournalRow *row);

G_END_DECLS
