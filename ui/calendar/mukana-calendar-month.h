#pragma once

#include "ui/calendar/mukana-calendar-words.h"

G_BEGIN_DECLS

GtkWidget *mukana_calendar_month_new (const MukanaCalendarScene *scene);

G_END_DECLS
