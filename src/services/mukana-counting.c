/* mukana-counting.c: what people have had of a month and a year, against their limits.
 *
 * Of the same lines that are paid, and for the warning before an invitation also of what
 * is agreed and not done yet.
 */

#include "services/mukana-counting.h"

#include "domain/mukana-fee.h"
#include "domain/mukana-request.h"
#include "store/mukana-record-io.h"

static MukanaFeeCount *
read_count (MukanaQuery *query)
{
  MukanaFeeCount *count = g_new0 (MukanaFeeCount, 1);

  count->person_id = mukana_query_get_int (query, "person_id");
  count->name = g_strdup (mukana_query_peek_text (query, "display_name"));
  count->ceiling_month_cents = mukana_query_get_int (query, "fee_ceiling_cents");
  count->ceiling_year_cents = mukana_query_get_int (query, "fee_ceiling_year_cents");
  count->month_cents = mukana_query_get_int (query, "month_cents");
  count->year_cents = mukana_query_get_int (query, "year_cents");
  count->volunteer_km_cents = mukana_query_get_int (query, "volunteer_km_cents");
  count->volunteer_days = mukana_query_get_int (query, "volunteer_hundredths") / 100;
  return count;
}

/* Of the calendar month and year of @day. */
static MukanaQuery *
select_counts (MukanaDb  *db,
               gint64     person_id,
               MukanaDay  day,
               GError   **error)
{
  int year, month, number;
  MukanaDay first;

  mukana_day_split (day, &year, &month, &number);
  first = mukana_day_new (year, month, 1);
  return mukana_db_select (db, "fees.counts", error, mukana_int ("person_id", person_id),
                           mukana_day ("year_from", mukana_day_new (year, 1, 1)),
                           mukana_day ("year_until", mukana_day_new (year, 12, 31)),
                           mukana_day ("month_from", first),
                           mukana_day ("month_until", mukana_day_add_months (first, 1) - 1));
}

static MukanaFeeCount *
load_count (MukanaDb  *db,
            gint64     person_id,
            MukanaDay  day,
            GError   **error)
{
  g_autoptr (MukanaQuery) query = select_counts (db, person_id, day, error);
  int result = query != NULL ? mukana_query_step (query, error) : -1;

  if (result < 0)
    return NULL;

  return result > 0 ? read_count (query) : g_new0 (MukanaFeeCount, 1);
}

static gpointer
count_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  return load_count (db, *(gint64 *) arg, mukana_db_today (db), error);
}

static gpointer
near_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autoptr (GPtrArray) near =
    g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_fee_count_free);
  g_autoptr (MukanaQuery) query = select_counts (db, 0, mukana_db_today (db), error);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      g_autoptr (MukanaFeeCount) count = read_count (query);

      if (mukana_fee_count_near_any (count))
        g_ptr_array_add (near, g_steal_pointer (&count));
    }

  return result < 0 ? NULL : g_steal_pointer (&near);
}

/* ---- Before inviting ---- */

/** mukana_counting_expect_fee: Returns: cents of what is agreed, by the price that will hold */
gint64
mukana_counting_expect_fee (GPtrArray  *rules,
                            const char *rule_code,
                            gint64      agreed_cents,
                            gint64      minutes,
                            MukanaDay   day)
{
  MukanaFeeRule *rule = mukana_fee_rule_on (rules, rule_code, day);
  g_autoptr (MukanaFeeLine) line = NULL;

  if (rule == NULL)
    return agreed_cents;

  line = mukana_fee_line_new_fee (rule, &(MukanaFeeWork) { .minutes = minutes, .percent = 100,
                                                            .agreed_cents = agreed_cents,
                                                            .day = day });
  return line->amount_cents;
}

/* Adds what is agreed in that month and year and not done yet. */
static gboolean
add_agreed (MukanaDb        *db,
            GPtrArray       *rules,
            MukanaDay        day,
            MukanaFeeCount  *count,
            GError         **error)
{
  int year, month, number, of_year, of_month, result;
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "fees.agreed", error,
                                                    mukana_int ("person_id", count->person_id));

  if (query == NULL)
    return FALSE;

  mukana_day_split (day, &year, &month, &number);
  while ((result = mukana_query_step (query, error)) > 0)
    {
      MukanaDay agreed_day = mukana_query_get_day (query, "day");
      gint64 cents =
        mukana_counting_expect_fee (rules, mukana_query_peek_text (query, "fee_rule_code"),
                                    mukana_query_get_int (query, "fee_cents"),
                                    mukana_query_get_int (query, "planned_minutes"), agreed_day);

      mukana_day_split (agreed_day, &of_year, &of_month, &number);
      if (of_year == year)
        count->year_cents += cents;
      if (of_year == year && of_month == month)
        count->month_cents += cents;
    }

  return result == 0;
}

/* The day of the request's first time, or today for one that has none; and what it pays. */
static gboolean
read_request (MukanaDb   *db,
              gint64      request_id,
              GPtrArray  *rules,
              MukanaDay  *day,
              gint64     *fee_cents,
              GError    **error)
{
  g_autoptr (MukanaRequest) request = mukana_record_get (db, "requests.get", request_id,
                                                         MUKANA_TYPE_REQUEST, error);
  g_autoptr (MukanaQuery) query =
    request ? mukana_db_select (db, "fees.first-time", error,
                                mukana_int ("request_id", request_id)) : NULL;
  int result = query != NULL ? mukana_query_step (query, error) : -1;
  gint64 minutes;

  if (result < 0)
    return FALSE;

  *day = result > 0 ? mukana_query_get_day (query, "day") : mukana_db_today (db);
  minutes = request->prep_minutes;
  if (result > 0)
    minutes += mukana_query_get_int (query, "end_minute") -
               mukana_query_get_int (query, "start_minute");
  *fee_cents = mukana_counting_expect_fee (rules, request->fee_rule_code, request->fee_cents,
                                           minutes, *day);
  return TRUE;
}

static gpointer
over_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaProposing *proposing = arg;
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  MukanaDay day;
  gint64 fee_cents;

  if (rules == NULL ||
      !read_request (db, proposing->request_id, rules, &day, &fee_cents, error))
    return NULL;

  for (guint i = 0; i < proposing->people->len; i++)
    {
      gint64 id = g_array_index (proposing->people, MukanaProposalSeed, i).person_id;
      g_autoptr (MukanaFeeCount) count = load_count (db, id, day, error);

      if (count == NULL || !add_agreed (db, rules, day, count, error))
        return NULL;
      if (mukana_fee_count_would_exceed (count, fee_cents))
        g_ptr_array_add (names, g_strdup (count->name));
    }

  return g_steal_pointer (&names);
}

const MukanaJob mukana_fee_count_job = {
  "counting.of-person", MUKANA_LANE_READ, count_run, (GDestroyNotify) mukana_fee_count_free,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_fee_near_job = {
  "counting.near", MUKANA_LANE_READ, near_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_RECORD_WORK
};
const MukanaJob mukana_fee_over_job = {
  "counting.over", MUKANA_LANE_READ, over_run, (GDestroyNotify) g_ptr_array_unref,
  .needs = MUKANA_DEED_RECORD_WORK
};
