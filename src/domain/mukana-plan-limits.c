/* mukana-plan-limits.c: how much work is planned for one person, unless they say otherwise.
 *
 * A county decides it.  It is about requests, a series once, because it spreads work; a
 * person's own limit is about times.
 */

#include "domain/mukana-plan-limits.h"

#define USUAL_MONTH 2
#define USUAL_QUARTER 6

/**
 * mukana_plan_limits_parse:
 * @text: (nullable): "2 6", of a month and of a quarter; nothing: the usual ones
 * @limits: (out): left alone when @text cannot be followed
 *
 * Returns: whether @text says them
 */
gboolean
mukana_plan_limits_parse (const char       *text,
                          MukanaPlanLimits *limits)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  gint64 month = USUAL_MONTH, quarter = USUAL_QUARTER;

  if (text != NULL && *text != '\0' &&
      (g_strv_length (words) != 2 ||
       !g_ascii_string_to_signed (words[0], 10, 1, MUKANA_PLAN_LIMITS_MONTH, &month, NULL) ||
       !g_ascii_string_to_signed (words[1], 10, month, MUKANA_PLAN_LIMITS_QUARTER, &quarter,
                                  NULL)))
    return FALSE;

  *limits = (MukanaPlanLimits) { (int) month, (int) quarter };
  return TRUE;
}

/** mukana_plan_limits_to_text: Returns: yours, as the register keeps them */
char *
mukana_plan_limits_to_text (const MukanaPlanLimits *self)
{
  return g_strdup_printf ("%d %d", self->per_month, self->per_quarter);
}
