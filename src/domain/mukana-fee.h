#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* One line: a fee or a travel cost. */
#define MUKANA_TYPE_FEE_LINE (mukana_fee_line_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeeLine, mukana_fee_line, MUKANA, FEE_LINE, MukanaRecord)

struct _MukanaFeeLine
{
  MukanaRecord  parent_instance;

  gint64      id;
  gint64      version;
  gint64      assignment_id;
  gint64      person_id;
  const char *kind;
  const char *rule_code;
  const char *income_type;
  gint64      quantity_hundredths;/* hours, occasions or kilometres × 100 */
  gint64      passengers;
  gint64      unit_cents;
  gint64      amount_cents;
  const char *calculation;
  MukanaDay   service_day;
  const char *state;
  MukanaDay   paid_on;
};

/* A row of the dated fee table. */
#define MUKANA_TYPE_FEE_RULE (mukana_fee_rule_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFeeRule, mukana_fee_rule, MUKANA, FEE_RULE, MukanaRecord)

struct _MukanaFeeRule
{
  MukanaRecord  parent_instance;

  gint64      id;
  const char *code;
  const char *label_fi;
  const char *label_sv;
  const char *label_en;
  const char *unit;
  gint64      amount_cents;
  const char *income_type;
  MukanaDay   valid_from;
  MukanaDay   valid_until;        /* last day */
};

/* The kilometre rate from a day on. */
#define MUKANA_TYPE_TRAVEL_RATE (mukana_travel_rate_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTravelRate, mukana_travel_rate, MUKANA, TRAVEL_RATE, MukanaRecord)

struct _MukanaTravelRate
{
  MukanaRecord  parent_instance;

  MukanaDay   valid_from;
  gint64      km_cents;
  gint64      passenger_cents;
};

MukanaFeeRule    *mukana_fee_rule_on     (GPtrArray         *rules,
                                          const char        *code,
                                          MukanaDay          day);
MukanaTravelRate *mukana_travel_rate_on  (GPtrArray         *rates,
                                          MukanaDay          day);
MukanaFeeLine    *mukana_fee_line_new_fee    (MukanaFeeRule    *rule,
                                              gint64            agreed_cents,
                                              gint64            minutes,
                                              MukanaDay         day);
MukanaFeeLine    *mukana_fee_line_new_travel (MukanaTravelRate *rate,
                                              gint64            hundredths_km,
                                              int               passengers,
                                              MukanaDay         day);

G_END_DECLS
