#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_EVENTS_PAGE (mukana_events_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaEventsPage, mukana_events_page, MUKANA, EVENTS_PAGE, MukanaPage)

G_END_DECLS
