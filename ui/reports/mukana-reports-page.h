#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REPORTS_PAGE (mukana_reports_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaReportsPage, mukana_reports_page, MUKANA, REPORTS_PAGE, MukanaPage)

G_END_DECLS
