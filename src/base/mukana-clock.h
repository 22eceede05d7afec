#pragma once

#include <glib-object.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CLOCK (mukana_clock_get_type ())
G_DECLARE_FINAL_TYPE (MukanaClock, mukana_clock, MUKANA, CLOCK, GObject)

MukanaClock *mukana_clock_new        (void);
MukanaClock *mukana_clock_new_still  (gint64       now_us);
gint64       mukana_clock_now_us     (MukanaClock *self);
MukanaDay    mukana_clock_today      (MukanaClock *self);
void         mukana_clock_set_still  (MukanaClock *self,
                                      gint64       now_us);

G_END_DECLS
