#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* One bar: two series on top of each other. */
typedef struct
{
  const char *label;       /* translated, such as a month's short name */
  int         first;
  int         second;
  gboolean    is_marked;   /* bold: the month that is now */
} MukanaBar;

#define MUKANA_TYPE_BAR_CHART (mukana_bar_chart_get_type ())
G_DECLARE_FINAL_TYPE (MukanaBarChart, mukana_bar_chart, MUKANA, BAR_CHART, GtkWidget)

GtkWidget *mukana_bar_chart_new            (const char            *title,
                                            const char            *first_series,
                                            const char            *second_series);
void       mukana_bar_chart_set_bars       (MukanaBarChart        *self,
                                            const MukanaBar       *bars,
                                            guint                  n_bars);
char      *mukana_bar_chart_dup_spoken     (MukanaBarChart        *self);
void       mukana_bar_chart_draw_hatching  (GtkWidget             *widget,
                                            GtkSnapshot           *snapshot,
                                            const graphene_rect_t *area);

G_END_DECLS
