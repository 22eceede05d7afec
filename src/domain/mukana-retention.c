/* mukana-retention.c: how long something is kept. */

#include "domain/mukana-retention.h"

#define FEE_YEARS 6

static int
year_of (MukanaDay day)
{
  int year, month, number;

  mukana_day_split (day, &year, &month, &number);
  return year;
}

/**
 * mukana_retention_fee_until:
 *
 * Vouchers of fees and travel are kept six years from the end of the year.
 * Source: kirjanpitolaki 1336/1997, 2:10.
 *
 * Returns: the last day on which the law keeps it
 */
MukanaDay
mukana_retention_fee_until (MukanaDay service_day)
{
  return mukana_day_new (year_of (service_day) + FEE_YEARS, 12, 31);
}

/** mukana_retention_first_kept_fee: Returns: the earliest day of service that is still kept */
MukanaDay
mukana_retention_first_kept_fee (MukanaDay today)
{
  return mukana_day_new (year_of (today) - FEE_YEARS, 1, 1);
}
