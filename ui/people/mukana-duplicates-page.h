#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_DUPLICATES_PAGE (mukana_duplicates_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDuplicatesPage, mukana_duplicates_page, MUKANA, DUPLICATES_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_duplicates_page_info;

GtkWidget *mukana_duplicates_page_peek_question (MukanaDuplicatesPage *self);

G_END_DECLS
