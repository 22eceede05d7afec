#pragma once

#include "ui/calendar/mukana-calendar-words.h"

G_BEGIN_DECLS

GtkWidget *mukana_calendar_agenda_new (const MukanaCalendarScene *scene,
                                       MukanaDayRange             days,
                                       gboolean                   with_empty);

G_END_DECLS
