#pragma once

#include "ui/calendar/mukana-calendar-words.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CALENDAR_HOURS (mukana_calendar_hours_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCalendarHours, mukana_calendar_hours, MUKANA, CALENDAR_HOURS, GtkWidget)

GtkWidget *mukana_calendar_days_new (const MukanaCalendarScene *scene);

G_END_DECLS
