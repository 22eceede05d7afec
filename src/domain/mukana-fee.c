/* mukana-fee.c: what is owed for an assignment, and its calculation in words.
 *
 * A line keeps the rule it came from and the arithmetic, so that years later the
 * same cents can be shown to follow.  Kilometre rates are the tax-exempt maxima
 * of the tax administration, chosen by the day of the trip.
 */

#include "domain/mukana-fee.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-codes.h"

static const MukanaField fee_line_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, version), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "assignment-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, assignment_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, kind), 10,
    MUKANA_FIELD_MONEY | MUKANA_FIELD_REQUIRED, mukana_fee_kinds },
  { "rule-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, rule_code), 40,
    MUKANA_FIELD_MONEY, NULL },
  { "income-type", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, income_type), 10,
    MUKANA_FIELD_MONEY, NULL },
  { "quantity-hundredths", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, quantity_hundredths),
    0,
    MUKANA_FIELD_MONEY, NULL },
  { "passengers", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, passengers), 8,
    MUKANA_FIELD_MONEY, NULL },
  { "unit-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeLine, unit_cents), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "amount-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeLine, amount_cents), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "calculation", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, calculation), 300,
    MUKANA_FIELD_MONEY | MUKANA_FIELD_REQUIRED, NULL },
  { "service-day", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeLine, service_day), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "state", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, state), 20,
    MUKANA_FIELD_MONEY | MUKANA_FIELD_REQUIRED, mukana_fee_states },
  { "paid-on", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeLine, paid_on), 0,
    MUKANA_FIELD_MONEY, NULL },
};

MUKANA_DEFINE_RECORD (MukanaFeeLine, mukana_fee_line, fee_line_fields)

static const MukanaField fee_rule_fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeRule, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, code), 40,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-fi", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, label_fi), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-sv", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, label_sv), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "label-en", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, label_en), 200,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "unit", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, unit), 10,
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, NULL },
  { "amount-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeRule, amount_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "income-type", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, income_type), 10,
    MUKANA_FIELD_PLAIN, NULL },
  { "valid-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeRule, valid_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "valid-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeRule, valid_until), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaFeeRule, mukana_fee_rule, fee_rule_fields)

static const MukanaField travel_rate_fields[] = {
  { "valid-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaTravelRate, valid_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "km-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, km_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "passenger-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, passenger_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaTravelRate, mukana_travel_rate, travel_rate_fields)


/** mukana_fee_rule_on: Returns: (nullable): borrowed, the rule of that code in force on @day */
MukanaFeeRule *
mukana_fee_rule_on (GPtrArray  *rules,
                    const char *code,
                    MukanaDay   day)
{
  MukanaFeeRule *best = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->code, code) == 0 && rule->valid_from <= day &&
          (rule->valid_until == MUKANA_DAY_NONE || day <= rule->valid_until) &&
          (best == NULL || rule->valid_from > best->valid_from))
        best = rule;
    }

  return best;
}

/**
 * mukana_travel_rate_on:
 * @day: of the trip, not of the payment
 *
 * Rates are decided a calendar year at a time, so one of an earlier year does
 * not hold.
 *
 * Returns: (nullable): borrowed
 */
MukanaTravelRate *
mukana_travel_rate_on (GPtrArray *rates,
                       MukanaDay  day)
{
  MukanaTravelRate *best = NULL;
  int year, rate_year, month, date;

  mukana_day_split (day, &year, &month, &date);
  for (guint i = 0; i < rates->len; i++)
    {
      MukanaTravelRate *rate = g_ptr_array_index (rates, i);

      mukana_day_split (rate->valid_from, &rate_year, &month, &date);
      if (rate_year == year && rate->valid_from <= day &&
          (best == NULL || rate->valid_from > best->valid_from))
        best = rate;
    }

  return best;
}

/* "3", "3,5", "82,25" */
static char *
format_hundredths (gint64 hundredths)
{
  if (hundredths % 100 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, hundredths / 100);
  if (hundredths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT ",%d", hundredths / 100,
                            (int) (hundredths / 10 % 10));

  return g_strdup_printf ("%" G_GINT64_FORMAT ",%02d", hundredths / 100, (int) (hundredths % 100));
}

static MukanaFeeLine *
new_line (const char *kind,
          const char *rule_code,
          const char *income_type,
          gint64      hundredths,
          MukanaDay   day)
{
  MukanaFeeLine *line = g_object_new (MUKANA_TYPE_FEE_LINE, NULL);

  mukana_record_init_text (line, "kind", kind);
  mukana_record_init_text (line, "rule-code", rule_code);
  mukana_record_init_text (line, "income-type", income_type);
  mukana_record_init_text (line, "state", "draft");
  mukana_record_init_int (line, "quantity-hundredths", hundredths);
  mukana_record_init_int (line, "service-day", day);
  return line;
}

static void
set_amount (MukanaFeeLine *line,
            gint64         unit_cents,
            gint64         amount_cents,
            const char    *calculation)
{
  mukana_record_init_int (line, "unit-cents", unit_cents);
  mukana_record_init_int (line, "amount-cents", amount_cents);
  mukana_record_init_text (line, "calculation", calculation);
}

/**
 * mukana_fee_line_new_fee:
 * @agreed_cents: a fee agreed for this request instead of the rule's amount; 0: none
 * @minutes: worked
 * @day: of the work
 *
 * Returns: yours
 */
MukanaFeeLine *
mukana_fee_line_new_fee (MukanaFeeRule *rule,
                         gint64         agreed_cents,
                         gint64         minutes,
                         MukanaDay      day)
{
  gboolean by_hour = g_strcmp0 (rule->unit, "hour") == 0 && agreed_cents == 0;
  gint64 hundredths = by_hour ? (minutes * 100 + 30) / 60 : 100;
  gint64 unit_cents = agreed_cents > 0 ? agreed_cents : rule->amount_cents;
  /* By the minute, not by the rounded hundredths of an hour. */
  gint64 amount_cents = by_hour ? mukana_money_share (unit_cents, minutes, 60) : unit_cents;
  MukanaFeeLine *line = new_line ("fee", rule->code, rule->income_type, hundredths, day);
  g_autofree char *quantity = format_hundredths (hundredths);
  g_autofree char *unit = mukana_money_format (unit_cents);
  g_autofree char *amount = mukana_money_format (amount_cents);
  g_autofree char *words = NULL;

  if (by_hour)
    /* Translators: hours, euros per hour, euros: "3,5 h × 25,00 €/h = 87,50 €" */
    words = g_strdup_printf (_("%s h × %s €/h = %s €"), quantity, unit, amount);
  else
    /* Translators: euros, euros: "1 occasion × 50,00 € = 50,00 €" */
    words = g_strdup_printf (_("1 occasion × %s € = %s €"), unit, amount);

  set_amount (line, unit_cents, amount_cents, words);
  return line;
}

/**
 * mukana_fee_line_new_travel:
 * @hundredths_km: kilometres × 100
 * @passengers: 0 to 8
 * @day: of the trip
 *
 * Income type 311 is the tax-exempt kilometre allowance of the incomes register.
 *
 * Returns: yours
 */
MukanaFeeLine *
mukana_fee_line_new_travel (MukanaTravelRate *rate,
                            gint64            hundredths_km,
                            int               passengers,
                            MukanaDay         day)
{
  gint64 unit_cents = rate->km_cents + passengers * rate->passenger_cents;
  gint64 amount_cents = mukana_money_share (unit_cents, hundredths_km, 100);
  MukanaFeeLine *line = new_line ("travel", NULL, "311", hundredths_km, day);
  g_autofree char *km = format_hundredths (hundredths_km);
  g_autofree char *km_rate = mukana_money_format (rate->km_cents);
  g_autofree char *passenger_rate = mukana_money_format (rate->passenger_cents);
  g_autofree char *amount = mukana_money_format (amount_cents);
  g_autofree char *words = NULL;

  if (passengers == 0)
    /* Translators: kilometres, rate, euros: "82 km × 0,55 €/km = 45,10 €" */
    words = g_strdup_printf (_("%s km × %s €/km = %s €"), km, km_rate, amount);
  else
    /* Translators: kilometres, rate, passengers, rate for each, euros:
     * "82 km × (0,55 + 1 × 0,04) €/km = 48,38 €" */
    words = g_strdup_printf (_("%s km × (%s + %d × %s) €/km = %s €"), km, km_rate, passengers,
                             passenger_rate, amount);

  mukana_record_init_int (line, "passengers", passengers);
  set_amount (line, unit_cents, amount_cents, words);
  return line;
}
