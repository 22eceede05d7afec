/* mukana-pricing.c: the county's dated tables: fees, and euros for a kilometre.
 *
 * The rule in force on a day is the latest that began by then, so a new row is
 * all it takes to change a price, and what was paid last year can still be
 * shown to follow from the row of last year.
 */

#include "services/mukana-pricing.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

/* ---- Whose rule ---- */

/* Words of the roles that the person has on @day. */
static GStrv
read_roles (MukanaDb    *db,
            gint64       person_id,
            MukanaDay    day,
            gboolean     is_at_door,
            GError     **error)
{
  g_autoptr (GStrvBuilder) roles = g_strv_builder_new ();
  g_autoptr (MukanaQuery) query = mukana_db_select (db,
                                                    is_at_door ? "given.roles-on" : "fees.roles",
                                                    error, mukana_int ("person_id", person_id),
                                                    mukana_day ("day", day));
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_strv_builder_add (roles, mukana_query_peek_text (query, "role_code"));

  return result < 0 ? NULL : g_strv_builder_end (roles);
}

/**
 * mukana_pricing_find_rule:
 * @code: (nullable): as for mukana_fee_rule_for()
 * @is_at_door: whether @db is a connection that reads people by the consent views alone
 * @rule: (out) (nullable): borrowed from @rules, the rule that is the person's on @day
 *
 * Reads what the person is only where it makes a difference.
 *
 * Thread: worker.
 */
gboolean
mukana_pricing_find_rule (MukanaDb       *db,
                          GPtrArray      *rules,
                          const char     *code,
                          MukanaDay       day,
                          gint64          person_id,
                          gboolean        is_at_door,
                          MukanaFeeRule **rule,
                          GError        **error)
{
  g_auto (GStrv) roles = NULL;
  const char *training = is_at_door ? "given.is-trained" : "fees.is-trained";
  gint64 n_trainings;

  if (!mukana_fee_rules_differ (rules, code))
    {
      *rule = mukana_fee_rule_on (rules, code, day);
      return TRUE;
    }

  if (!(roles = read_roles (db, person_id, day, is_at_door, error)) ||
      (n_trainings = mukana_db_count (db, training, error,
                                      mukana_int ("person_id", person_id),
                                      mukana_day ("day", day))) < 0)
    return FALSE;

  *rule = mukana_fee_rule_for (rules, code, day, (const char * const *) roles, n_trainings > 0);
  return TRUE;
}

/* ---- The tables ---- */

/** mukana_fee_rule_check: Returns: yours, what is wrong with a new rule beside the others */
GPtrArray *
mukana_fee_rule_check (gpointer   draft,
                       GPtrArray *rules)
{
  MukanaFeeRule *rule = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (rule->amount_cents <= 0)
    mukana_issues_add (issues, "amount-cents", N_("A fee is more than nothing."));
  if (rule->valid_from == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "valid-from", N_("A price needs the day it begins."));
  if (rule->valid_until != MUKANA_DAY_NONE && rule->valid_until < rule->valid_from)
    mukana_issues_add (issues, "valid-until", N_("The last day is before the first."));
  if (rule->minimum_cents < 0)
    mukana_issues_add (issues, "minimum-cents", N_("A price is not negative."));
  if (rule->cancel_percent < 0 || rule->cancel_percent > 100)
    mukana_issues_add (issues, "cancel-percent", N_("A share is between 0 and 100 per cent."));
  if (rule->cancel_hours < 0)
    mukana_issues_add (issues, "cancel-hours", N_("Hours are not negative."));

  for (guint i = 0; i < rules->len; i++)
    {
      MukanaFeeRule *other = g_ptr_array_index (rules, i);

      if (g_strcmp0 (other->code, rule->code) == 0 && other->valid_from == rule->valid_from &&
          g_strcmp0 (other->role_code, rule->role_code) == 0 &&
          other->needs_training == rule->needs_training)
        mukana_issues_add (issues, "valid-from", N_("Another price begins on that day."));
    }

  return issues;
}

/** mukana_travel_rate_check: Returns: yours, what is wrong with a new rate beside the others */
GPtrArray *
mukana_travel_rate_check (gpointer   draft,
                          GPtrArray *rates)
{
  static const char * const prices[] = { "passenger-cents", "day-cents", "part-day-cents",
                                         "meal-cents", "trip-max-cents" };
  MukanaTravelRate *rate = draft;
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  if (rate->km_cents <= 0)
    mukana_issues_add (issues, "km-cents", N_("A kilometre is worth more than nothing."));
  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    if (mukana_record_get_int (draft, prices[i]) < 0)
      mukana_issues_add (issues, prices[i], N_("A price is not negative."));
  if (rate->valid_from == MUKANA_DAY_NONE)
    mukana_issues_add (issues, "valid-from", N_("A price needs the day it begins."));

  for (guint i = 0; i < rates->len; i++)
    if (((MukanaTravelRate *) g_ptr_array_index (rates, i))->valid_from == rate->valid_from)
      mukana_issues_add (issues, "valid-from", N_("Another price begins on that day."));

  return issues;
}

static gboolean
pass (GPtrArray  *issues,
      GError    **error)
{
  GError *invalid = mukana_issues_to_error (issues);

  if (invalid == NULL)
    return TRUE;

  g_propagate_error (error, invalid);
  return FALSE;
}

static gboolean
note (MukanaDb    *db,
      const char  *action,
      const char  *table,
      GError     **error)
{
  if (!mukana_journal_add (db, action, MUKANA_KIND_VOCABULARY, 0, table, error))
    return FALSE;

  mukana_db_touch (db, MUKANA_KIND_VOCABULARY, 0, MUKANA_EFFECT_CHANGED);
  return TRUE;
}

static gboolean
check_unused (gint64   n_rows,
              GError **error)
{
  if (n_rows == 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("Fees were computed by this price, so it stays."));

  return n_rows > 0;
}

static gpointer
add_rule_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (GPtrArray) issues = rules ? mukana_fee_rule_check (arg, rules) : NULL;
  gint64 id;

  if (issues == NULL || !pass (issues, error) ||
      (id = mukana_record_insert (db, "fees.add-rule", arg, error)) < 0 ||
      !note (db, "pricing.add", "fee_rule", error))
    return NULL;

  return g_memdup2 (&id, sizeof id);
}

static gpointer
drop_rule_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  MukanaFeeRule *rule = arg;
  gint64 n_dropped = mukana_db_run (db, "fees.drop-rule", error, mukana_int ("id", rule->id),
                                    mukana_text ("code", rule->code),
                                    mukana_day ("valid_from", rule->valid_from));

  if (n_dropped >= 0 && check_unused (n_dropped, error))
    note (db, "pricing.drop", "fee_rule", error);
  return NULL;
}

static gpointer
add_rate_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  MukanaTravelRate *rate = arg;
  g_autoptr (GPtrArray) rates = mukana_record_list (db, "fees.rates", MUKANA_TYPE_TRAVEL_RATE,
                                                    error);
  g_autoptr (GPtrArray) issues = rates ? mukana_travel_rate_check (rate, rates) : NULL;
  gint64 n_added;

  if (issues == NULL || !pass (issues, error))
    return NULL;

  n_added = mukana_db_run (db, "fees.add-rate", error, mukana_day ("valid_from", rate->valid_from),
                           mukana_int ("km_cents", rate->km_cents),
                           mukana_int ("passenger_cents", rate->passenger_cents),
                           mukana_int ("day_cents", rate->day_cents),
                           mukana_int ("part_day_cents", rate->part_day_cents),
                           mukana_int ("meal_cents", rate->meal_cents),
                           mukana_int ("trip_max_cents", rate->trip_max_cents));
  if (n_added >= 0 && check_unused (n_added, error))
    note (db, "pricing.add", "travel_rate", error);
  return NULL;
}

static gpointer
drop_rate_run (MukanaDb      *db,
               gpointer       arg,
               GCancellable  *cancellable,
               GError       **error)
{
  MukanaTravelRate *rate = arg;
  gint64 n_dropped = mukana_db_run (db, "fees.drop-rate", error,
                                    mukana_day ("valid_from", rate->valid_from));

  if (n_dropped >= 0 && check_unused (n_dropped, error))
    note (db, "pricing.drop", "travel_rate", error);
  return NULL;
}

const MukanaJob mukana_fee_rule_add_job = {
  "pricing.add-rule", MUKANA_LANE_WRITE, add_rule_run, g_free,
  .needs = MUKANA_DEED_CHANGE_WORDS
};
const MukanaJob mukana_fee_rule_drop_job = {
  "pricing.drop-rule", MUKANA_LANE_WRITE, drop_rule_run, NULL,
  .needs = MUKANA_DEED_CHANGE_WORDS
};
const MukanaJob mukana_travel_rate_add_job = {
  "pricing.add-rate", MUKANA_LANE_WRITE, add_rate_run, NULL,
  .needs = MUKANA_DEED_CHANGE_WORDS
};
const MukanaJob mukana_travel_rate_drop_job = {
  "pricing.drop-rate", MUKANA_LANE_WRITE, drop_rate_run, NULL,
  .needs = MUKANA_DEED_CHANGE_WORDS
};
