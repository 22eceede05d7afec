/* mukana-typed-day.c: a day as people type it in a field: without a year it is the nearest one.
 *
 * Fields know no context; which day is today is the clock of the register that is open.
 */

#include "ui/kit/mukana-typed-day.h"

#include "base/mukana-day-near.h"

static GWeakRef clock_of_register;

/** mukana_typed_day_set_clock: of the register that was opened last.  Thread: main */
void
mukana_typed_day_set_clock (MukanaClock *clock)
{
  g_weak_ref_set (&clock_of_register, clock);
}

/** mukana_typed_day: Returns: %MUKANA_DAY_NONE when @text is no day */
MukanaDay
mukana_typed_day (const char *text)
{
  g_autoptr (MukanaClock) clock = g_weak_ref_get (&clock_of_register);

  return mukana_day_parse_near (text, clock != NULL ? mukana_clock_today (clock)
                                                    : MUKANA_DAY_NONE);
}
