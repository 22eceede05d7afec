#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_STATEMENTS_PAGE (mukana_statements_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStatementsPage, mukana_statements_page, MUKANA, STATEMENTS_PAGE,
                      MukanaPage)

G_END_DECLS
