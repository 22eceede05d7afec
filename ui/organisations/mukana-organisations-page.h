#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ORGANISATIONS_PAGE (mukana_organisations_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOrganisationsPage, mukana_organisations_page, MUKANA,
                      ORGANISATIONS_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_organisations_page_info;

G_END_DECLS
