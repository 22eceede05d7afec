#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_COOPERATION_PAGE (mukana_cooperation_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCooperationPage, mukana_cooperation_page, MUKANA, COOPERATION_PAGE,
                      MukanaPage)

G_END_DECLS
