/* mukana-clock.c: "now" as an object, so that tests can hold it still.
 *
 * Whoever needs the time is given a clock; nobody asks the system.  Safe to
 * read from several threads; a still clock is set by the thread that owns it.
 */

#include "base/mukana-clock.h"

struct _MukanaClock
{
  GObject parent_instance;

  gint64 still_us;   /* the moment shown, or -1 when the clock runs */
};

G_DEFINE_FINAL_TYPE (MukanaClock, mukana_clock, G_TYPE_OBJECT)

static void
mukana_clock_class_init (MukanaClockClass *klass)
{
}

static void
mukana_clock_init (MukanaClock *self)
{
  self->still_us = -1;
}

/** mukana_clock_new: a clock that runs. Returns: yours */
MukanaClock *
mukana_clock_new (void)
{
  return g_object_new (MUKANA_TYPE_CLOCK, NULL);
}

/**
 * mukana_clock_new_still:
 * @now_us: the moment it shows; microseconds since 1970 UTC
 *
 * Returns: yours, a clock that stands still
 */
MukanaClock *
mukana_clock_new_still (gint64 now_us)
{
  MukanaClock *self = mukana_clock_new ();

  self->still_us = now_us;
  return self;
}

/** mukana_clock_now_us: Returns: microseconds since 1970 UTC */
gint64
mukana_clock_now_us (MukanaClock *self)
{
  return self->still_us >= 0 ? self->still_us : g_get_real_time ();
}

/** mukana_clock_today: Returns: the civil day in Europe/Helsinki */
MukanaDay
mukana_clock_today (MukanaClock *self)
{
  return mukana_day_from_us (mukana_clock_now_us (self));
}

/** mukana_clock_set_still: moves a clock to @now_us and holds it there */
void
mukana_clock_set_still (MukanaClock *self,
                        gint64       now_us)
{
  self->still_us = now_us;
}
