#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_TODAY_PAGE (mukana_today_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTodayPage, mukana_today_page, MUKANA, TODAY_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_today_page_info;

G_END_DECLS
