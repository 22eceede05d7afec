#pragma once

#include <gtk/gtk.h>

#include "base/mukana-days.h"
#include "ui/kit/mukana-week-pattern.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_WEEK_ASSIGNMENT,
  MUKANA_WEEK_ABSENCE,
} MukanaWeekMarkKind;

/* Something in the week that cannot be painted over. */
typedef struct
{
  MukanaWeekMarkKind  kind;
  MukanaWeekSpan      when;
  const char         *label;   /* an assignment's words, an absence's reason; NULL for the usual */
} MukanaWeekMark;

/* Everything a picture of the week depends on.  Private to the painter. */
typedef struct
{
  MukanaWeekPattern free;
  MukanaWeekPattern locked;        /* half hours under marks */
  GArray           *marks;         /* MukanaWeekMark, labels owned */
  MukanaDay         monday;        /* MUKANA_DAY_NONE in the recurring week */
  int               marked_day;    /* bold; 0 to 6, or -1 */
  int               first_slot;    /* shown */
  int               end_slot;
  int               cursor_day;
  int               cursor_slot;
} MukanaWeekScene;

/* Where things stand, in pixels. */
typedef struct
{
  int width;
  int label_width;
  int scale_height;
  int row_height;
  int lane_height;
} MukanaWeekFrame;

MukanaWeekFrame mukana_week_frame           (GtkWidget             *widget,
                                             int                    width);
int             mukana_week_frame_x         (const MukanaWeekFrame *self,
                                             const MukanaWeekScene *scene,
                                             int                    slot);
gboolean        mukana_week_frame_find      (const MukanaWeekFrame *self,
                                             const MukanaWeekScene *scene,
                                             double                 x,
                                             double                 y,
                                             int                   *day,
                                             int                   *slot);
void            mukana_week_scene_draw      (const MukanaWeekScene *scene,
                                             GtkWidget             *widget,
                                             GtkSnapshot           *snapshot,
                                             gboolean               shows_focus);
void            mukana_week_draw_hatching   (GtkWidget             *widget,
                                             GtkSnapshot           *snapshot,
                                             const graphene_rect_t *area);

/* In words. */
const char     *mukana_week_day_name        (int                    day);
const char     *mukana_week_day_short_name  (int                    day);
char           *mukana_week_minute_text     (int                    minute);
char           *mukana_week_mark_text       (const MukanaWeekMark  *mark);
char           *mukana_week_scene_say_slot  (const MukanaWeekScene *scene);
char           *mukana_week_scene_say_week  (const MukanaWeekScene *scene);
char           *mukana_week_scene_day_label (const MukanaWeekScene *scene,
                                             int                    day,
                                             gboolean               is_short);

G_END_DECLS
