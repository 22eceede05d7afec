#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_IMPORT_PAGE (mukana_import_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaImportPage, mukana_import_page, MUKANA, IMPORT_PAGE, MukanaPage)

void mukana_import_page_read (MukanaImportPage *self,
                              const char       *path);

extern const MukanaPageInfo mukana_import_page_info;

G_END_DECLS
