#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CONSENTS_PAGE (mukana_consents_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaConsentsPage, mukana_consents_page, MUKANA, CONSENTS_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_consents_page_info;

G_END_DECLS
