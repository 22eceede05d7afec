#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PROGRAMME_PAGE (mukana_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaProgrammePage, mukana_programme_page, MUKANA, PROGRAMME_PAGE,
                      MukanaPage)

G_END_DECLS
