#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* What of a calendar year somebody has had, and what limits there are. */
typedef struct
{
  gint64  person_id;
  char   *name;
  gint64  month_cents, year_cents;                  /* fees */
  gint64  ceiling_month_cents, ceiling_year_cents;  /* own; 0: none */
  gint64  volunteer_km_cents;                       /* tax-free, as a volunteer */
  gint64  volunteer_days;
} MukanaFeeCount;

typedef enum
{
  MUKANA_LIMIT_MONTH,
  MUKANA_LIMIT_YEAR,
  MUKANA_LIMIT_VOLUNTEER_KM,
  MUKANA_LIMIT_VOLUNTEER_DAYS,
  MUKANA_N_LIMITS,
} MukanaLimit;

/* Income Tax Act (1535/1992), section 71: what a volunteer gets tax-free in a year. */
#define MUKANA_VOLUNTEER_KM_CENTS 300000
#define MUKANA_VOLUNTEER_DAYS     20

int      mukana_fee_count_percent   (const MukanaFeeCount *self,
                                     MukanaLimit           limit);
gboolean mukana_fee_count_is_near   (const MukanaFeeCount *self,
                                     MukanaLimit           limit);
gboolean mukana_fee_count_is_full   (const MukanaFeeCount *self,
                                     MukanaLimit           limit);
gboolean mukana_fee_count_near_any  (const MukanaFeeCount *self);
char    *mukana_fee_count_tell      (const MukanaFeeCount *self,
                                     MukanaLimit           limit);
gboolean mukana_fee_count_would_exceed (const MukanaFeeCount *self,
                                     gint64                fee_cents);
void     mukana_fee_count_free      (MukanaFeeCount       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaFeeCount, mukana_fee_count_free)

G_END_DECLS
