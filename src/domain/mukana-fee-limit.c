/* mukana-fee-limit.c: a person's own ceilings and a volunteer's tax-free year, counted.
 *
 * Warned of from 80 per cent on.  A limit forbids nothing here: the person and the
 * payroll decide.  Nothing is said about benefits, of which nothing is known.
 */

#include "domain/mukana-fee-limit.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"

#define NEAR_PERCENT 80

static gint64
limit_of (const MukanaFeeCount *self,
          MukanaLimit           limit)
{
  switch (limit)
    {
    case MUKANA_LIMIT_MONTH: return self->ceiling_month_cents;
    case MUKANA_LIMIT_YEAR: return self->ceiling_year_cents;
    case MUKANA_LIMIT_VOLUNTEER_KM: return MUKANA_VOLUNTEER_KM_CENTS;
    case MUKANA_LIMIT_VOLUNTEER_DAYS: return MUKANA_VOLUNTEER_DAYS;
    case MUKANA_N_LIMITS: break;
    }

  return 0;
}

static gint64
used_of (const MukanaFeeCount *self,
         MukanaLimit           limit)
{
  switch (limit)
    {
    case MUKANA_LIMIT_MONTH: return self->month_cents;
    case MUKANA_LIMIT_YEAR: return self->year_cents;
    case MUKANA_LIMIT_VOLUNTEER_KM: return self->volunteer_km_cents;
    case MUKANA_LIMIT_VOLUNTEER_DAYS: return self->volunteer_days;
    case MUKANA_N_LIMITS: break;
    }

  return 0;
}

/** mukana_fee_count_percent: Returns: how much is used, whole per cent downwards; 0: no limit */
int
mukana_fee_count_percent (const MukanaFeeCount *self,
                          MukanaLimit           limit)
{
  gint64 most = limit_of (self, limit);

  return most > 0 ? (int) (used_of (self, limit) * 100 / most) : 0;
}

/** mukana_fee_count_is_near: whether at least 80 per cent are used */
gboolean
mukana_fee_count_is_near (const MukanaFeeCount *self,
                          MukanaLimit           limit)
{
  return mukana_fee_count_percent (self, limit) >= NEAR_PERCENT;
}

/** mukana_fee_count_is_full: whether nothing of the limit is left */
gboolean
mukana_fee_count_is_full (const MukanaFeeCount *self,
                          MukanaLimit           limit)
{
  return mukana_fee_count_percent (self, limit) >= 100;
}

gboolean
mukana_fee_count_near_any (const MukanaFeeCount *self)
{
  for (int limit = 0; limit < MUKANA_N_LIMITS; limit++)
    if (mukana_fee_count_is_near (self, limit))
      return TRUE;

  return FALSE;
}

/** mukana_fee_count_would_exceed: whether a fee more would be above an own ceiling */
gboolean
mukana_fee_count_would_exceed (const MukanaFeeCount *self,
                               gint64                fee_cents)
{
  return (self->ceiling_month_cents > 0 &&
          self->month_cents + fee_cents > self->ceiling_month_cents) ||
         (self->ceiling_year_cents > 0 && self->year_cents + fee_cents > self->ceiling_year_cents);
}

static char *
tell_used (const MukanaFeeCount *self,
           MukanaLimit           limit)
{
  g_autofree char *used = mukana_money_format (used_of (self, limit));
  g_autofree char *most = mukana_money_format (limit_of (self, limit));
  int percent = mukana_fee_count_percent (self, limit);

  switch (limit)
    {
    case MUKANA_LIMIT_MONTH:
      return g_strdup_printf (_("Fees of this month: %s € of the own ceiling of %s € (%d %%)"),
                              used, most, percent);
    case MUKANA_LIMIT_YEAR:
      return g_strdup_printf (_("Fees of this year: %s € of the own ceiling of %s € (%d %%)"),
                              used, most, percent);
    case MUKANA_LIMIT_VOLUNTEER_KM:
      return g_strdup_printf (_("Kilometres as a volunteer this year: %s € of %s € tax-free "
                                "(%d %%)"), used, most, percent);
    case MUKANA_LIMIT_VOLUNTEER_DAYS:
    case MUKANA_N_LIMITS:
      break;
    }

  return g_strdup_printf (_("Per diems as a volunteer this year: %d of %d tax-free (%d %%)"),
                          (int) self->volunteer_days, MUKANA_VOLUNTEER_DAYS, percent);
}

/** mukana_fee_count_tell: Returns: yours, a sentence with what is used and its limit */
char *
mukana_fee_count_tell (const MukanaFeeCount *self,
                       MukanaLimit           limit)
{
  g_autofree char *used = tell_used (self, limit);

  if (!mukana_fee_count_is_full (self, limit))
    return g_steal_pointer (&used);

  /* Translators: follows what is used of a limit, when nothing is left of it */
  return g_strconcat (used, _(", used up"), NULL);
}

void
mukana_fee_count_free (MukanaFeeCount *self)
{
  g_free (self->name);
  g_free (self);
}
