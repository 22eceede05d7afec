#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_LOG_PAGE (mukana_log_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaLogPage, mukana_log_page, MUKANA, LOG_PAGE, MukanaPage)

G_END_DECLS
