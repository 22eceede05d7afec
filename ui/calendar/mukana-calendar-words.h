#pragma once

#include <gtk/gtk.h>

#include "services/mukana-timetabling.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

/* What a picture of the calendar is made of.  Borrowed while it is made. */
typedef struct
{
  MukanaContext       *context;
  MukanaTimetable     *timetable;
  MukanaTimetableView  view;
  MukanaDay            day;          /* that is looked at */
  int                  now_minute;
  gboolean             is_narrow;
} MukanaCalendarScene;

/* Where a widget stands for a day: mukana_calendar_find_day() finds it. */
void       mukana_calendar_set_day     (GtkWidget                 *widget,
                                        MukanaDay                  day);
GtkWidget *mukana_calendar_find_day    (GtkWidget                 *widget,
                                        MukanaDay                  day);

char      *mukana_calendar_period_name (MukanaTimetableView        view,
                                        MukanaDay                  day);
char      *mukana_calendar_day_name    (MukanaDay                  day,
                                        MukanaDay                  today);
char      *mukana_calendar_clock_note  (MukanaDay                  day);
char      *mukana_calendar_when        (const MukanaTimetableItem *item);
char      *mukana_calendar_what        (const MukanaTimetableItem *item);
char      *mukana_calendar_about       (const MukanaTimetableItem *item,
                                        MukanaLexicon             *words);
char      *mukana_calendar_say         (const MukanaTimetableItem *item,
                                        MukanaLexicon             *words);
char      *mukana_calendar_count       (guint                      n_items);
char      *mukana_calendar_more        (guint                      n_more);
const char *mukana_calendar_icon       (MukanaTimetableKind        kind);

GtkWidget *mukana_calendar_item_new    (const MukanaTimetableItem *item,
                                        const MukanaCalendarScene *scene,
                                        gboolean                   is_tall,
                                        int                        n_lines);
guint      mukana_calendar_count_away  (GPtrArray                 *items);
GtkWidget *mukana_calendar_away_new    (GPtrArray                 *items,
                                        MukanaDay                  day,
                                        MukanaTimetableView        view);
GtkWidget *mukana_calendar_more_new    (guint                      n_more,
                                        MukanaDay                  day,
                                        MukanaTimetableView        view);
GtkWidget *mukana_calendar_day_button  (MukanaDay                  day,
                                        const MukanaCalendarScene *scene,
                                        guint                      n_items);

G_END_DECLS
