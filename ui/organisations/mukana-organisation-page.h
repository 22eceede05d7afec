#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ORGANISATION_PAGE (mukana_organisation_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaOrganisationPage, mukana_organisation_page, MUKANA, ORGANISATION_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_organisation_page_info;

G_END_DECLS
