#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SAFEKEEPING_PAGE (mukana_safekeeping_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSafekeepingPage, mukana_safekeeping_page, MUKANA, SAFEKEEPING_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_safekeeping_page_info;

G_END_DECLS
