#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ACCOUNTABILITY_PAGE (mukana_accountability_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAccountabilityPage, mukana_accountability_page, MUKANA,
                      ACCOUNTABILITY_PAGE, MukanaPage)

G_END_DECLS
