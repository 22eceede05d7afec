#pragma once

#include <glib-object.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* Numbers in words for people; also callable from templates:
 * <closure type="gchararray" function="mukana_format_money">. */

char *mukana_format_money      (GObject   *object,
                                gint64     amount_cents);
char *mukana_format_day        (GObject   *object,
                                gint64     day);
char *mukana_format_short_day  (MukanaDay  day);
char *mukana_format_weekday    (MukanaDay  day);
const char *mukana_format_weekday_name (MukanaDay  day);
char *mukana_format_month      (MukanaDay  day,
                                MukanaDay  today);
char *mukana_format_clock      (int        minute);
char *mukana_format_minutes    (int        start_minute,
                                int        end_minute);
char *mukana_format_days_left  (MukanaDay  day,
                                MukanaDay  today);
char *mukana_format_span       (gint64     us);
char *mukana_format_time_left  (gint64     due_us,
                                gint64     now_us);

G_END_DECLS
