#pragma once

#include <gtk/gtk.h>

#include "base/mukana-days.h"
#include "ui/kit/mukana-week-pattern.h"
#include "ui/kit/mukana-week-scene.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WEEK_PAINTER (mukana_week_painter_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWeekPainter, mukana_week_painter, MUKANA, WEEK_PAINTER, GtkWidget)

GtkWidget *mukana_week_painter_new             (void);
void       mukana_week_painter_set_spans       (MukanaWeekPainter    *self,
                                                const MukanaWeekSpan *spans,
                                                guint                 n_spans);
GArray    *mukana_week_painter_dup_spans       (MukanaWeekPainter    *self);
void       mukana_week_painter_set_marks       (MukanaWeekPainter    *self,
                                                const MukanaWeekMark *marks,
                                                guint                 n_marks);
void       mukana_week_painter_set_dates       (MukanaWeekPainter    *self,
                                                MukanaDay             monday);
void       mukana_week_painter_set_marked_day  (MukanaWeekPainter    *self,
                                                int                   weekday);
void       mukana_week_painter_set_read_only   (MukanaWeekPainter    *self,
                                                gboolean              is_read_only);
void       mukana_week_painter_show_slot       (MukanaWeekPainter    *self,
                                                int                   weekday,
                                                int                   minute);
char      *mukana_week_painter_dup_spoken_slot (MukanaWeekPainter    *self);
char      *mukana_week_painter_dup_spoken_week (MukanaWeekPainter    *self);

G_END_DECLS
