/* mukana-counting.c: what people have had of a month and a year, against their limits.
 *
 * Of the same lines that are paid, and for the warning before an invitation also of what
 * is agreed and not done yet.
 */

#include "services/mukana-counting.h"

#include "domain/mukana-fee.h"
#include "domain/mukana-request.h"
#include "services/mukana-pricing.h"
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

/**
 * mukana_counting_expect_fee:
 * @work: with the euros that were agreed for it, if any
 * @is_at_door: as for mukana_pricing_find_rule()
 * @cents: (out): what @person_id gets for it, by the price that will be theirs on the day
 *
 * Thread: worker.
 */
gboolean
mukana_counting_expect_fee (MukanaDb             *db,
                            GPtrArray            *rules,
                            gint64                person_id,
                            const char           *rule_code,
                            const MukanaFeeWork  *work,
                            gboolean              is_at_door,
                            gint64               *cents,
                            GError              **error)
{
  g_autoptr (MukanaFeeLine) line = NULL;
  MukanaFeeRule *rule;

  if (!mukana_pricing_find_rule (db, rules, rule_code, work->day, person_id, is_at_door, &rule,
                                 error))
    return FALSE;

  if (rule != NULL)
    line = mukana_fee_line_new_fee (rule, work);
  *cents = line != NULL ? line->amount_cents : work->agreed_cents;
  return TRUE;
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
      MukanaFeeWork work = { .minutes = mukana_query_get_int (query, "planned_minutes"),
                             .agreed_cents = mukana_query_get_int (query, "fee_cents"),
                             .percent = 100, .day = mukana_query_get_day (query, "day") };
      gint64 cents;

      if (!mukana_counting_expect_fee (db, rules, count->person_id,
                                       mukana_query_peek_text (query, "fee_rule_code"), &work,
                                       FALSE, &cents, error))
        return FALSE;

      mukana_day_split (work.day, &of_year, &of_month, &number);
      if (of_year == year)
        count->year_cents += cents;
      if (of_year == year && of_month == month)
        count->month_cents += cents;
    }

  return result == 0;
}

/* As a yes does: a request with alternatives takes place once. */
static gboolean
is_wanted (GPtrArray *times,
           guint      index)
{
  for (guint i = 0; i < times->len; i++)
    if (((MukanaRequestTime *) g_ptr_array_index (times, i))->is_alternative)
      return index == 0;

  return TRUE;
}

/* The times that a yes would be for: all of a series, one of alternatives; today where there is
 * none yet. */
static GArray *
read_work (MukanaDb       *db,
           MukanaRequest  *request,
           GError        **error)
{
  g_autoptr (GPtrArray) times = mukana_record_list (db, "requests.slots", MUKANA_TYPE_REQUEST_TIME,
                                                    error,
                                                    mukana_int ("request_id", request->id));
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (MukanaFeeWork));
  MukanaFeeWork work = { .minutes = request->prep_minutes, .percent = 100,
                         .preparation_minutes = request->prep_minutes,
                         .agreed_cents = request->fee_cents, .day = mukana_db_today (db) };

  if (times == NULL)
    return NULL;

  for (guint i = 0; i < times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (times, i);

      if (!is_wanted (times, i))
        continue;
      work.day = time->day;
      work.minutes = request->prep_minutes + MAX (time->end_minute - time->start_minute, 0);
      g_array_append_val (all, work);
    }
  if (all->len == 0)
    g_array_append_val (all, work);

  return g_steal_pointer (&all);
}

static gboolean
is_same_month (MukanaDay day,
               MukanaDay other,
               gboolean *is_same_year)
{
  int year, month, date, other_year, other_month;

  mukana_day_split (day, &year, &month, &date);
  mukana_day_split (other, &other_year, &other_month, &date);
  *is_same_year = year == other_year;
  return *is_same_year && month == other_month;
}

typedef struct
{
  MukanaDb      *db;
  GPtrArray     *rules;
  MukanaRequest *request;
  GArray        *work;      /* of MukanaFeeWork */
} Asking;

/* Returns: (nullable): yours, what the person would have in the month and year of @day */
static MukanaFeeCount *
count_with_request (Asking     *self,
                    gint64      person_id,
                    MukanaDay   day,
                    GError    **error)
{
  g_autoptr (MukanaFeeCount) count = load_count (self->db, person_id, day, error);

  if (count == NULL || !add_agreed (self->db, self->rules, day, count, error))
    return NULL;

  for (guint i = 0; i < self->work->len; i++)
    {
      const MukanaFeeWork *work = &g_array_index (self->work, MukanaFeeWork, i);
      gboolean is_year, is_month = is_same_month (work->day, day, &is_year);
      gint64 cents;

      if (!mukana_counting_expect_fee (self->db, self->rules, person_id,
                                       self->request->fee_rule_code, work, FALSE, &cents,
                                       error))
        return NULL;
      count->month_cents += is_month ? cents : 0;
      count->year_cents += is_year ? cents : 0;
    }

  return g_steal_pointer (&count);
}

/* Adds the person's name when the request would be above a ceiling of theirs in any month. */
static gboolean
judge_person (Asking     *self,
              gint64      person_id,
              GPtrArray  *names,
              GError    **error)
{
  /* Who gets no fee of ours cannot get too much of it. */
  gint64 n_paid = mukana_db_count (self->db, "fees.is-paid", error,
                                   mukana_int ("person_id", person_id));

  for (guint i = 0; n_paid > 0 && i < self->work->len; i++)
    {
      g_autoptr (MukanaFeeCount) count =
        count_with_request (self, person_id, g_array_index (self->work, MukanaFeeWork, i).day,
                            error);

      if (count == NULL)
        return FALSE;
      if (mukana_fee_count_would_exceed (count, 0))
        {
          g_ptr_array_add (names, g_strdup (count->name));
          break;
        }
    }

  return n_paid >= 0;
}

static gpointer
over_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaProposing *proposing = arg;
  g_autoptr (GPtrArray) rules = mukana_record_list (db, "fees.rules", MUKANA_TYPE_FEE_RULE, error);
  g_autoptr (MukanaRequest) request =
    rules ? mukana_record_get (db, "requests.get", proposing->request_id, MUKANA_TYPE_REQUEST,
                               error) : NULL;
  g_autoptr (GArray) work = request != NULL ? read_work (db, request, error) : NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  Asking asking = { db, rules, request, work };

  if (work == NULL)
    return NULL;

  for (guint i = 0; i < proposing->people->len; i++)
    if (!judge_person (&asking, g_array_index (proposing->people, MukanaProposalSeed, i).person_id,
                       names, error))
      return NULL;

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
