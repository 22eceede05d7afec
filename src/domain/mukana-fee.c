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
  { "batch-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, batch_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "corrects-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, corrects_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "rule-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, rule_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "rate-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeLine, rate_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "minutes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, minutes), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "percent", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeLine, percent), 100,
    MUKANA_FIELD_MONEY, NULL },
  { "is-agreed", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaFeeLine, is_agreed), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "limit-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeLine, limit_cents), 0,
    MUKANA_FIELD_MONEY, NULL },
  { "cost-centre", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, cost_centre), 40,
    MUKANA_FIELD_MONEY, NULL },
  { "reason", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, reason), 300,
    MUKANA_FIELD_MONEY, NULL },
  { "receipt", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeLine, receipt), 100,
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
    MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED, mukana_fee_units },
  { "amount-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeRule, amount_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "income-type", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, income_type), 10,
    MUKANA_FIELD_PLAIN, NULL },
  { "valid-from", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeRule, valid_from), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "valid-until", MUKANA_FIELD_DAY, G_STRUCT_OFFSET (MukanaFeeRule, valid_until), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "role-code", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, role_code), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "needs-training", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaFeeRule, needs_training), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "pays-preparation", MUKANA_FIELD_BOOL, G_STRUCT_OFFSET (MukanaFeeRule, pays_preparation), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "minimum-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaFeeRule, minimum_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "cancel-hours", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeRule, cancel_hours), 720,
    MUKANA_FIELD_PLAIN, NULL },
  { "cancel-percent", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaFeeRule, cancel_percent), 100,
    MUKANA_FIELD_PLAIN, NULL },
  { "cost-centre", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, cost_centre), 40,
    MUKANA_FIELD_PLAIN, NULL },
  { "decision-ref", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaFeeRule, decision_ref), 100,
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
  { "day-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, day_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "part-day-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, part_day_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "meal-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, meal_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "trip-max-cents", MUKANA_FIELD_CENTS, G_STRUCT_OFFSET (MukanaTravelRate, trip_max_cents), 0,
    MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaTravelRate, mukana_travel_rate, travel_rate_fields)


/** mukana_fee_rule_code: Returns: borrowed, @code, or the rule of work for which none was chosen */
const char *
mukana_fee_rule_code (const char *code)
{
  return code != NULL ? code : "hour";
}

static gboolean
holds_on (MukanaFeeRule *rule,
          const char    *code,
          MukanaDay      day)
{
  return g_strcmp0 (rule->code, code) == 0 && rule->valid_from <= day &&
         (rule->valid_until == MUKANA_DAY_NONE || day <= rule->valid_until);
}

/* A rule made for a role, or for trained people, goes before one for everybody; then the newer. */
static gboolean
is_closer (MukanaFeeRule *rule,
           MukanaFeeRule *best)
{
  int own = (rule->role_code != NULL) * 2 + (rule->needs_training != 0);
  int other = best != NULL ? (best->role_code != NULL) * 2 + (best->needs_training != 0) : -1;

  return own > other || (own == other && rule->valid_from > best->valid_from);
}

/**
 * mukana_fee_rule_for:
 * @code: (nullable): of the rule; NULL where none was chosen, as in an imported request
 * @roles: (nullable): the roles the person has on @day
 * @is_trained: whether a training of theirs is on record
 *
 * Returns: (nullable): borrowed, the rule of that code that is theirs on @day
 */
MukanaFeeRule *
mukana_fee_rule_for (GPtrArray          *rules,
                     const char         *code,
                     MukanaDay           day,
                     const char * const *roles,
                     gboolean            is_trained)
{
  MukanaFeeRule *best = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (holds_on (rule, mukana_fee_rule_code (code), day) &&
          (rule->role_code == NULL ||
           (roles != NULL && g_strv_contains (roles, rule->role_code))) &&
          (!rule->needs_training || is_trained) && is_closer (rule, best))
        best = rule;
    }

  return best;
}

/** mukana_fee_rule_on: Returns: (nullable): borrowed, the rule for everybody in force on @day */
MukanaFeeRule *
mukana_fee_rule_on (GPtrArray  *rules,
                    const char *code,
                    MukanaDay   day)
{
  return mukana_fee_rule_for (rules, code, day, NULL, FALSE);
}

/**
 * mukana_fee_rules_differ:
 *
 * Returns: whether it depends on the person which rule of that code is theirs
 */
gboolean
mukana_fee_rules_differ (GPtrArray  *rules,
                         const char *code)
{
  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (g_strcmp0 (rule->code, mukana_fee_rule_code (code)) == 0 &&
          (rule->role_code != NULL || rule->needs_training))
        return TRUE;
    }

  return FALSE;
}

/**
 * mukana_fee_rule_expected:
 * @roles: (nullable): the roles that are asked for
 * @is_trained: whether training is asked for
 *
 * Of work whose person is not known yet.  Where no rule is for everybody, it is the dearest of
 * those that somebody has: a ceiling is then rather told of too soon than too late.
 *
 * Returns: (nullable): borrowed
 */
MukanaFeeRule *
mukana_fee_rule_expected (GPtrArray          *rules,
                          const char         *code,
                          MukanaDay           day,
                          const char * const *roles,
                          gboolean            is_trained)
{
  MukanaFeeRule *best = mukana_fee_rule_for (rules, code, day, roles, is_trained);

  if (best != NULL)
    return best;

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *rule = g_ptr_array_index (rules, i);

      if (holds_on (rule, mukana_fee_rule_code (code), day) &&
          (best == NULL || rule->amount_cents > best->amount_cents))
        best = rule;
    }

  return best;
}

/**
 * mukana_fee_rule_cancelled_percent:
 * @notice_hours: how long before the beginning it was cancelled; below 0: not known
 *
 * Returns: how much of the fee is paid all the same
 */
gint64
mukana_fee_rule_cancelled_percent (MukanaFeeRule *rule,
                                   gint64         notice_hours)
{
  return notice_hours >= 0 && notice_hours < rule->cancel_hours ? rule->cancel_percent : 0;
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
  mukana_record_init_int (line, "paid-on", MUKANA_DAY_NONE);
  mukana_record_init_int (line, "rate-from", MUKANA_DAY_NONE);
  mukana_record_init_int (line, "percent", 100);
  mukana_record_init_int (line, "limit-cents", MUKANA_FEE_NO_LIMIT);
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

static gboolean
is_by_hour (MukanaFeeRule *rule,
            gboolean       is_agreed)
{
  return g_strcmp0 (rule->unit, "hour") == 0 && !is_agreed;
}

/* By the minute, not by the rounded hundredths of an hour; rounded once, then the share of a
 * cancelled fee is taken, and rounded. */
static gint64
compute_fee (MukanaFeeRule *rule,
             gboolean       is_agreed,
             gint64         unit_cents,
             gint64         minutes,
             gint64         percent)
{
  gint64 whole_cents = unit_cents;

  if (is_by_hour (rule, is_agreed))
    whole_cents = MAX (mukana_money_share (unit_cents, minutes, 60), rule->minimum_cents);

  return percent == 100 ? whole_cents : mukana_money_share (whole_cents, percent, 100);
}

/* "3,5 h"; hundredths of an hour are not whole for every minute, and "1,67 h × 25,00 €/h" would be
 * another amount than what 1 h 40 min come to. */
static char *
tell_time (gint64 minutes)
{
  g_autofree char *hours = NULL;

  if (minutes * 100 % 60 != 0 && minutes < 60)
    return g_strdup_printf ("%d min", (int) minutes);
  if (minutes * 100 % 60 != 0)
    return g_strdup_printf ("%d h %d min", (int) (minutes / 60), (int) (minutes % 60));

  hours = format_hundredths (minutes * 100 / 60);
  return g_strdup_printf ("%s h", hours);
}

static char *
tell_units (MukanaFeeRule *rule,
            MukanaFeeLine *line,
            const char    *unit)
{
  gboolean is_agreed = line->is_agreed != 0;
  g_autofree char *time = tell_time (line->minutes);

  if (is_by_hour (rule, is_agreed))
    /* Translators: time worked, euros per hour: "3,5 h × 25,00 €/h", "1 h 40 min × 25,00 €/h" */
    return g_strdup_printf (_("%s × %s €/h"), time, unit);
  if (g_strcmp0 (rule->unit, "half-day") == 0 && !is_agreed)
    return g_strdup_printf (_("1 half day × %s €"), unit);
  if (g_strcmp0 (rule->unit, "day") == 0 && !is_agreed)
    return g_strdup_printf (_("1 day × %s €"), unit);

  return g_strdup_printf (_("1 occasion × %s €"), unit);
}

/* "3,5 h × 25,00 €/h = 87,50 €", with what changed it between. */
static char *
tell_fee (MukanaFeeRule *rule,
          MukanaFeeLine *line,
          gint64         amount_cents)
{
  g_autofree char *unit = mukana_money_format (line->unit_cents);
  g_autofree char *amount = mukana_money_format (amount_cents);
  g_autofree char *units = tell_units (rule, line, unit);
  g_autofree char *least = mukana_money_format (rule->minimum_cents);
  GString *words = g_string_new (units);

  if (is_by_hour (rule, line->is_agreed != 0) &&
      mukana_money_share (line->unit_cents, line->minutes, 60) < rule->minimum_cents)
    /* Translators: follows a calculation; euros */
    g_string_append_printf (words, _(", at least %s €"), least);
  if (line->percent != 100)
    /* Translators: follows a calculation; per cent of the fee of what was cancelled */
    g_string_append_printf (words, _(", cancelled: %d %%"), (int) line->percent);

  g_string_append_printf (words, " = %s €", amount);
  return g_string_free (words, FALSE);
}

/** mukana_fee_line_new_fee: Returns: yours */
MukanaFeeLine *
mukana_fee_line_new_fee (MukanaFeeRule       *rule,
                         const MukanaFeeWork *work)
{
  gboolean is_agreed = work->agreed_cents > 0;
  gint64 minutes = rule->pays_preparation ? work->minutes
                                          : MAX (work->minutes - work->preparation_minutes, 0);
  gint64 hundredths = is_by_hour (rule, is_agreed) ? (minutes * 100 + 30) / 60 : 100;
  gint64 unit_cents = is_agreed ? work->agreed_cents : rule->amount_cents;
  gint64 amount_cents = compute_fee (rule, is_agreed, unit_cents, minutes, work->percent);
  MukanaFeeLine *line = new_line ("fee", rule->code, rule->income_type, hundredths, work->day);
  g_autofree char *words = NULL;

  mukana_record_init_int (line, "rule-id", rule->id);
  mukana_record_init_int (line, "minutes", minutes);
  mukana_record_init_int (line, "percent", work->percent);
  mukana_record_init_int (line, "is-agreed", is_agreed);
  mukana_record_init_text (line, "cost-centre", rule->cost_centre);
  mukana_record_init_int (line, "unit-cents", unit_cents);
  words = tell_fee (rule, line, amount_cents);
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

  mukana_record_init_int (line, "rate-from", rate->valid_from);
  mukana_record_init_int (line, "passengers", passengers);
  set_amount (line, unit_cents, amount_cents, words);
  return line;
}

/** mukana_fee_line_is_cost: whether lines of that kind repay what somebody has paid */
gboolean
mukana_fee_line_is_cost (const char *kind)
{
  static const char * const costs[] = { "public", "taxi", "expense", NULL };

  return g_strv_contains (costs, kind);
}

/** mukana_fee_line_is_trip: whether lines of that kind count into the most for one trip */
gboolean
mukana_fee_line_is_trip (const char *kind)
{
  static const char * const trips[] = { "travel", "public", "taxi", NULL };

  return g_strv_contains (trips, kind);
}

/**
 * mukana_fee_line_limit:
 * @line: not shown to anybody yet
 * @left_cents: what of the most for the trip other lines have left; not negative
 */
void
mukana_fee_line_limit (MukanaFeeLine *line,
                       gint64         left_cents)
{
  g_autofree char *amount = mukana_money_format (left_cents);
  g_autofree char *words = NULL;

  mukana_record_init_int (line, "limit-cents", left_cents);
  if (line->amount_cents <= left_cents)
    return;

  /* Translators: a calculation, then euros: "82 km × 0,55 €/km = 45,10 €, of which 40,00 € …" */
  words = g_strdup_printf (_("%s, of which %s € is paid: the most for one trip"),
                           line->calculation, amount);
  set_amount (line, line->unit_cents, left_cents, words);
}

/**
 * mukana_fee_line_new_cost:
 * @kind: "public", "taxi" or "expense"
 * @paid_cents: what the ticket or the receipt says
 *
 * Returns: yours
 */
MukanaFeeLine *
mukana_fee_line_new_cost (const char *kind,
                          gint64      paid_cents,
                          MukanaDay   day)
{
  MukanaFeeLine *line = new_line (kind, NULL, NULL, 100, day);
  g_autofree char *paid = mukana_money_format (paid_cents);
  /* Translators: what a ticket or a receipt says, euros */
  g_autofree char *words = g_strdup_printf (_("By the receipt %s €"), paid);

  set_amount (line, paid_cents, paid_cents, words);
  return line;
}

/**
 * mukana_fee_doubts_per_diem:
 * @kind: (nullable): "per-diem", "part-per-diem", or NULL for none
 * @minutes: that are recorded for the day
 * @hundredths_km: driven there and back, × 100; 0: not by an own car
 *
 * The tax administration allows a part per diem for more than 6 hours and a whole one for more
 * than 10, further than 15 km from home and from where one works.  How long somebody was on the
 * way is not recorded, so this is a question to whoever records, never a refusal.
 *
 * Returns: whether what is recorded does not reach that
 */
gboolean
mukana_fee_doubts_per_diem (const char *kind,
                            gint64      minutes,
                            gint64      hundredths_km)
{
  if (kind == NULL)
    return FALSE;

  return minutes <= (g_strcmp0 (kind, "per-diem") == 0 ? 10 : 6) * 60 ||
         (hundredths_km > 0 && hundredths_km <= 2 * 15 * 100);
}

static gint64
allowance_cents (const char       *kind,
                 MukanaTravelRate *rate)
{
  if (g_strcmp0 (kind, "meal") == 0)
    return rate->meal_cents;

  return g_strcmp0 (kind, "per-diem") == 0 ? rate->day_cents : rate->part_day_cents;
}

/**
 * mukana_fee_line_new_allowance:
 * @kind: "per-diem", "part-per-diem" or "meal"
 *
 * Income types 331 and 303 are the tax-exempt per diem and meal allowances.
 *
 * Returns: yours
 */
MukanaFeeLine *
mukana_fee_line_new_allowance (const char       *kind,
                               MukanaTravelRate *rate,
                               gint64            n_times,
                               MukanaDay         day)
{
  gint64 unit_cents = allowance_cents (kind, rate);
  gint64 amount_cents = n_times * unit_cents;
  MukanaFeeLine *line = new_line (kind, NULL, g_strcmp0 (kind, "meal") == 0 ? "303" : "331",
                                  n_times * 100, day);
  g_autofree char *unit = mukana_money_format (unit_cents);
  g_autofree char *amount = mukana_money_format (amount_cents);
  g_autofree char *words = g_strdup_printf ("%d × %s € = %s €", (int) n_times, unit, amount);

  mukana_record_init_int (line, "rate-from", rate->valid_from);
  set_amount (line, unit_cents, amount_cents, words);
  return line;
}

/**
 * mukana_fee_line_new_correction:
 * @wrong: a line that is locked in a batch
 * @so_far_cents: what it is with the corrections that were made before
 * @difference_cents: what is to be added to that; below 0 to take away
 * @reason: why
 *
 * Returns: yours, a line that refers to @wrong
 */
MukanaFeeLine *
mukana_fee_line_new_correction (MukanaFeeLine *wrong,
                                gint64         so_far_cents,
                                gint64         difference_cents,
                                const char    *reason)
{
  MukanaFeeLine *line = new_line (wrong->kind, wrong->rule_code, wrong->income_type, 100,
                                  wrong->service_day);
  g_autofree char *was = mukana_money_format (so_far_cents);
  g_autofree char *difference = mukana_money_format (difference_cents);
  /* Translators: number of the line, the euros that held, the difference in euros:
   * "Correction of line 12 (87,50 €): −12,50 €" */
  g_autofree char *words = g_strdup_printf (_("Correction of line %d (%s €): %s €"),
                                            (int) wrong->id, was, difference);

  mukana_record_init_int (line, "assignment-id", wrong->assignment_id);
  mukana_record_init_int (line, "person-id", wrong->person_id);
  mukana_record_init_int (line, "corrects-id", wrong->id);
  mukana_record_init_text (line, "cost-centre", wrong->cost_centre);
  mukana_record_init_text (line, "reason", reason);
  set_amount (line, difference_cents, difference_cents, words);
  return line;
}

/**
 * mukana_fee_line_make_volunteers:
 * @line: not shown to anybody yet
 *
 * What a body of public benefit pays to volunteers has income types of its own.
 */
void
mukana_fee_line_make_volunteers (MukanaFeeLine *line)
{
  if (g_strcmp0 (line->income_type, "311") == 0)
    mukana_record_init_text (line, "income-type", "357");
  else if (g_strcmp0 (line->income_type, "331") == 0)
    mukana_record_init_text (line, "income-type", "358");
}

/**
 * mukana_fee_line_split:
 * @hundredths: (out): how many, × 100
 * @unit_cents: (out): of what each
 *
 * For readers who multiply.  Whoever worked 1 h 40 min, or is paid the least, a share or the most
 * for a trip, has no such pair of their own: then it is the amount, once.
 */
void
mukana_fee_line_split (MukanaFeeLine *line,
                       gint64        *hundredths,
                       gint64        *unit_cents)
{
  gboolean is_product = mukana_money_share (line->unit_cents, line->quantity_hundredths, 100) ==
                        line->amount_cents;

  *hundredths = is_product ? line->quantity_hundredths : 100;
  *unit_cents = is_product ? line->unit_cents : line->amount_cents;
}

/** mukana_fee_line_dup_time: Returns: (nullable): yours, how long, when that × the unit is paid */
char *
mukana_fee_line_dup_time (MukanaFeeLine *line)
{
  gboolean is_by_time = g_strcmp0 (line->kind, "fee") == 0 && line->minutes > 0 &&
                        !line->is_agreed && line->corrects_id == 0 &&
                        mukana_money_share (line->unit_cents, line->minutes, 60) ==
                          line->amount_cents;

  return is_by_time ? tell_time (line->minutes) : NULL;
}

static MukanaFeeRule *
find_rule (GPtrArray *rules,
           gint64     id)
{
  for (guint i = 0; i < rules->len; i++)
    if (((MukanaFeeRule *) g_ptr_array_index (rules, i))->id == id)
      return g_ptr_array_index (rules, i);

  return NULL;
}

static MukanaTravelRate *
find_rate (GPtrArray *rates,
           MukanaDay  valid_from)
{
  for (guint i = 0; i < rates->len; i++)
    if (((MukanaTravelRate *) g_ptr_array_index (rates, i))->valid_from == valid_from)
      return g_ptr_array_index (rates, i);

  return NULL;
}

static gboolean
proves_fee (MukanaFeeLine *line,
            MukanaFeeRule *rule)
{
  return rule != NULL && (line->is_agreed || line->unit_cents == rule->amount_cents) &&
         line->amount_cents == compute_fee (rule, line->is_agreed != 0, line->unit_cents,
                                            line->minutes, line->percent);
}

static gint64
limited (MukanaFeeLine *line,
         gint64         cents)
{
  return line->limit_cents == MUKANA_FEE_NO_LIMIT ? cents : MIN (cents, line->limit_cents);
}

static gboolean
proves_travel (MukanaFeeLine    *line,
               MukanaTravelRate *rate)
{
  gint64 unit_cents;

  if (rate == NULL)
    return FALSE;

  unit_cents = g_strcmp0 (line->kind, "travel") == 0
                 ? rate->km_cents + line->passengers * rate->passenger_cents
                 : allowance_cents (line->kind, rate);
  return line->unit_cents == unit_cents &&
         line->amount_cents ==
           limited (line, mukana_money_share (unit_cents, line->quantity_hundredths, 100));
}

/**
 * mukana_fee_line_prove:
 *
 * Computes a line again from what it keeps and the row of the table that it quotes.
 */
MukanaFeeProof
mukana_fee_line_prove (MukanaFeeLine *line,
                       GPtrArray     *rules,
                       GPtrArray     *rates)
{
  gboolean is_same;

  if (line->corrects_id != 0)
    is_same = line->amount_cents == line->unit_cents;
  else if (mukana_fee_line_is_cost (line->kind))
    is_same = line->amount_cents == limited (line, line->unit_cents);
  else if (line->rule_id == 0 && line->rate_from == MUKANA_DAY_NONE)
    return MUKANA_FEE_UNRULED;
  else if (g_strcmp0 (line->kind, "fee") == 0)
    is_same = proves_fee (line, find_rule (rules, line->rule_id));
  else
    is_same = proves_travel (line, find_rate (rates, line->rate_from));

  return is_same ? MUKANA_FEE_SAME : MUKANA_FEE_OTHER;
}
