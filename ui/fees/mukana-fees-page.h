#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_FEES_PAGE (mukana_fees_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeesPage, mukana_fees_page, MUKANA, FEES_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_fees_page_info;

G_END_DECLS
