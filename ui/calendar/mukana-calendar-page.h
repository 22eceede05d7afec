#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CALENDAR_PAGE (mukana_calendar_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCalendarPage, mukana_calendar_page, MUKANA, CALENDAR_PAGE, MukanaPage)

G_END_DECLS
