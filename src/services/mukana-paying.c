/* mukana-paying.c: the fee lines of one recorded day, by the dated tables.
 *
 * A line comes from the row of the table that holds on the day, and names it.  Who
 * declined the fee, or is a volunteer, still gets what the journey cost them; for whom
 * somebody sends an invoice there is no line at all.
 */

#include "services/mukana-paying.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "base/mukana-text.h"
#include "domain/mukana-request.h"
#include "services/mukana-pricing.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MOST_COST_CENTS  10000000
#define MOST_WORDS       300
#define MOST_RECEIPT     100

typedef struct
{
  MukanaDb               *db;
  const MukanaCompleting *completing;
  MukanaAssignment       *assignment;
  GPtrArray              *lines;      /* of MukanaFeeLine: what was made */
  GPtrArray              *rates;      /* of MukanaTravelRate */
  gint64                  left_cents; /* of the most for the trip, or MUKANA_FEE_NO_LIMIT */
} Paying;

static gboolean
is_invoiced (MukanaAssignment *assignment)
{
  return g_str_has_suffix (assignment->fee_mode, "-invoice");
}

static gboolean
has_costs (const MukanaCompleting *completing)
{
  return completing->hundredths_km > 0 || completing->public_cents > 0 ||
         completing->taxi_cents > 0 || completing->other_cents > 0 ||
         completing->per_diem != NULL || completing->n_meals > 0;
}

static gboolean
is_sum (gint64 cents)
{
  return cents >= 0 && cents <= MOST_COST_CENTS;
}

static gboolean
fits (const char *text,
      glong       limit)
{
  return text == NULL || g_utf8_strlen (text, -1) <= limit;
}

/** mukana_paying_refuse: Returns: (nullable): borrowed, a source string: what is wrong */
const char *
mukana_paying_refuse (const MukanaCompleting *completing,
                      MukanaAssignment       *assignment)
{
  if (!is_sum (completing->public_cents) || !is_sum (completing->taxi_cents) ||
      !is_sum (completing->other_cents) || completing->n_meals < 0 || completing->n_meals > 4)
    return N_("What was paid on the way cannot be right.");
  if (completing->taxi_cents > 0 && mukana_text_is_empty (completing->taxi_reason))
    return N_("Say why a taxi was needed.");
  if (completing->other_cents > 0 && mukana_text_is_empty (completing->receipt))
    return N_("An expense needs its receipt.");
  if (!fits (completing->taxi_reason, MOST_WORDS) || !fits (completing->receipt, MOST_RECEIPT))
    return N_("The reason or what is told of receipts is too long.");
  if (completing->per_diem != NULL && completing->n_meals > 0)
    return N_("There is no meal allowance beside a per diem.");
  if (is_invoiced (assignment) && has_costs (completing))
    return N_("Who sends an invoice puts the costs on it.");

  return NULL;
}

static gboolean
add_line (Paying         *self,
          MukanaFeeLine  *line,
          GError        **error)
{
  g_autoptr (MukanaFeeLine) owned = line;
  g_autoptr (MukanaFeeLine) stored = NULL;
  gint64 id;

  mukana_record_init_int (owned, "assignment-id", self->assignment->id);
  mukana_record_init_int (owned, "person-id", self->assignment->person_id);
  if (g_str_equal (self->assignment->fee_mode, "volunteer"))
    mukana_fee_line_make_volunteers (owned);

  if ((id = mukana_record_insert (self->db, "fees.add", MUKANA_RECORD (owned), error)) < 0 ||
      !mukana_journal_add (self->db, "paying.add", MUKANA_KIND_FEE, id, NULL, error))
    return FALSE;

  stored = mukana_record_with_int (owned, "id", id);
  g_ptr_array_add (self->lines, g_steal_pointer (&stored));
  mukana_db_touch (self->db, MUKANA_KIND_FEE, id, MUKANA_EFFECT_ADDED);
  return TRUE;
}

/* ---- The fee ---- */

/* Returns: borrowed from @rules, the rule that is this person's on that day */
static MukanaFeeRule *
find_rule (Paying     *self,
           GPtrArray  *rules,
           GError    **error)
{
  const char *code = self->completing->fee_rule_code ? self->completing->fee_rule_code
                                                     : self->assignment->fee_rule_code;
  MukanaFeeRule *rule;

  if (!mukana_pricing_find_rule (self->db, rules, code, self->assignment->day,
                                 self->assignment->person_id, FALSE, &rule, error))
    return NULL;

  if (rule == NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                         N_("No fee rule holds on the day of the work."));
  return rule;
}

/* What is paid for a late word depends on how late it was: not knowing is not early enough. */
static gboolean
check_notice (Paying         *self,
              MukanaFeeRule  *rule,
              GError        **error)
{
  if (self->completing->notice_hours >= 0 || rule->cancel_percent == 0)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                       N_("Say how many hours before the beginning it was cancelled: the fee "
                          "depends on it. 0 means at the last moment."));
  return FALSE;
}

/* @line: (out): yours, NULL when nothing is owed */
static gboolean
make_fee (Paying         *self,
          MukanaFeeLine **line,
          GError        **error)
{
  g_autoptr (GPtrArray) rules = NULL;
  g_autoptr (MukanaRequest) request = NULL;
  gboolean is_paid = mukana_assignment_is_paid (self->completing->attendance);
  MukanaFeeWork work = { .day = self->assignment->day, .percent = 100 };
  MukanaFeeRule *rule;

  *line = NULL;
  /* Declined, voluntary, expenses only or invoiced: no fee line of ours. */
  if (g_strcmp0 (self->assignment->fee_mode, "fee") != 0)
    return TRUE;

  if (!(rules = mukana_record_list (self->db, "fees.rules", MUKANA_TYPE_FEE_RULE, error)) ||
      !(request = mukana_record_get (self->db, "requests.get", self->assignment->request_id,
                                     MUKANA_TYPE_REQUEST, error)) ||
      !(rule = find_rule (self, rules, error)))
    return FALSE;

  work.agreed_cents = request->fee_cents;
  work.preparation_minutes = request->prep_minutes;
  work.minutes = self->completing->actual_minutes;
  if (!is_paid)
    {
      if (!check_notice (self, rule, error))
        return FALSE;
      work.minutes = self->assignment->planned_minutes;
      work.percent = mukana_fee_rule_cancelled_percent (rule, self->completing->notice_hours);
    }

  if (work.percent > 0)
    *line = mukana_fee_line_new_fee (rule, &work);
  return TRUE;
}

static gboolean
add_fee (Paying  *self,
         GError **error)
{
  MukanaFeeLine *line;

  return make_fee (self, &line, error) && (line == NULL || add_line (self, line, error));
}

/**
 * mukana_paying_foresee:
 * @cents: (out): what the fee alone would be; nothing is written
 *
 * Thread: worker.
 */
gboolean
mukana_paying_foresee (MukanaDb                *db,
                       const MukanaCompleting  *completing,
                       MukanaAssignment        *assignment,
                       gint64                  *cents,
                       GError                 **error)
{
  Paying self = { .db = db, .completing = completing, .assignment = assignment };
  g_autoptr (MukanaFeeLine) line = NULL;

  if (!make_fee (&self, &line, error))
    return FALSE;

  *cents = line != NULL ? line->amount_cents : 0;
  return TRUE;
}

/* ---- The journey ---- */

static gboolean
need_rate (MukanaTravelRate  *rate,
           GError           **error)
{
  if (rate == NULL)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                         N_("No kilometre rate is known for the year of the trip."));

  return rate != NULL;
}

/* What the county pays for a trip at most is for all its means together. */
static void
limit_trip (Paying        *self,
            MukanaFeeLine *line)
{
  if (self->left_cents == MUKANA_FEE_NO_LIMIT || !mukana_fee_line_is_trip (line->kind))
    return;

  mukana_fee_line_limit (line, self->left_cents);
  self->left_cents -= line->amount_cents;
}

static gboolean
add_drive (Paying            *self,
           MukanaTravelRate  *rate,
           GError           **error)
{
  MukanaFeeLine *line;

  if (self->completing->hundredths_km == 0)
    return TRUE;
  if (!need_rate (rate, error))
    return FALSE;

  line = mukana_fee_line_new_travel (rate, self->completing->hundredths_km,
                                     self->completing->passengers, self->assignment->day);
  limit_trip (self, line);
  return add_line (self, line, error);
}

static gboolean
add_cost (Paying            *self,
          const char        *kind,
          gint64             cents,
          const char        *reason,
          GError           **error)
{
  MukanaFeeLine *line;

  if (cents == 0)
    return TRUE;

  line = mukana_fee_line_new_cost (kind, cents, self->assignment->day);
  mukana_record_init_text (line, "reason", reason);
  mukana_record_init_text (line, "receipt", self->completing->receipt);
  limit_trip (self, line);
  return add_line (self, line, error);
}

static gboolean
add_allowance (Paying            *self,
               const char        *kind,
               MukanaTravelRate  *rate,
               int                n_times,
               GError           **error)
{
  g_autoptr (MukanaFeeLine) line = NULL;

  if (n_times == 0)
    return TRUE;
  if (!need_rate (rate, error))
    return FALSE;

  line = mukana_fee_line_new_allowance (kind, rate, n_times, self->assignment->day);
  if (line->amount_cents == 0)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                           N_("No daily allowance is known for the year of the trip."));
      return FALSE;
    }

  return add_line (self, g_steal_pointer (&line), error);
}

static gboolean
add_travel (Paying  *self,
            GError **error)
{
  const MukanaCompleting *completing = self->completing;
  MukanaTravelRate *rate;

  if (!(self->rates = mukana_record_list (self->db, "fees.rates", MUKANA_TYPE_TRAVEL_RATE, error)))
    return FALSE;

  rate = mukana_travel_rate_on (self->rates, self->assignment->day);
  self->left_cents = rate != NULL && rate->trip_max_cents > 0 ? rate->trip_max_cents
                                                              : MUKANA_FEE_NO_LIMIT;
  return add_drive (self, rate, error) &&
         add_cost (self, "public", completing->public_cents, NULL, error) &&
         add_cost (self, "taxi", completing->taxi_cents, completing->taxi_reason, error) &&
         add_cost (self, "expense", completing->other_cents, NULL, error) &&
         add_allowance (self, completing->per_diem, rate, completing->per_diem != NULL, error) &&
         add_allowance (self, "meal", rate, completing->n_meals, error);
}

/* What has gone into a batch is not made again beside it. */
static gboolean
is_free (Paying  *self,
         GError **error)
{
  gint64 n_bound = mukana_db_count (self->db, "fees.count-bound", error,
                                    mukana_int ("assignment_id", self->assignment->id));

  if (n_bound > 0)
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The fees of this day are in a batch already. Correct them there."));
  return n_bound == 0;
}

/* What payroll returned may have been corrected meanwhile.  The day is now recorded as it should
 * have been, so a correction beside it would take the difference away a second time. */
static gboolean
note_dropped_corrections (Paying  *self,
                          GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (MukanaQuery) query =
    mukana_db_select (self->db, "fees.waiting-corrections", error,
                      mukana_int ("assignment_id", self->assignment->id));
  int result = -1;

  while (query != NULL && (result = mukana_query_step (query, error)) > 0)
    {
      gint64 id = mukana_query_get_int (query, "id");

      g_array_append_val (ids, id);
    }

  if (result < 0)
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!mukana_journal_add (self->db, "paying.drop-correction", MUKANA_KIND_FEE, id, NULL,
                               error))
        return FALSE;
      mukana_db_touch (self->db, MUKANA_KIND_FEE, id, MUKANA_EFFECT_REMOVED);
    }

  return TRUE;
}

/**
 * mukana_paying_add_lines:
 * @lines: (element-type MukanaFeeLine): what is made is added to it
 *
 * Replaces the lines of the assignment that are in no batch, and what waits to correct them.
 *
 * Thread: worker, in a write.
 * Errors: %MUKANA_ERROR_NOT_FOUND no rule or rate holds on that day,
 *   %MUKANA_ERROR_NOT_ALLOWED its fees are in a batch
 */
gboolean
mukana_paying_add_lines (MukanaDb                *db,
                         const MukanaCompleting  *completing,
                         MukanaAssignment        *assignment,
                         GPtrArray               *lines,
                         GError                 **error)
{
  Paying self = { .db = db, .completing = completing, .assignment = assignment, .lines = lines };
  g_autoptr (GPtrArray) rates = NULL;
  gboolean is_done = TRUE;

  if (!is_free (&self, error) || !note_dropped_corrections (&self, error) ||
      mukana_db_run (db, "fees.drop-drafts", error,
                     mukana_int ("assignment_id", assignment->id)) < 0)
    return FALSE;

  if (mukana_assignment_is_paid (completing->attendance))
    is_done = add_fee (&self, error) && add_travel (&self, error);
  else if (g_str_equal (completing->attendance, "cancelled-unit"))
    is_done = add_fee (&self, error);

  /* What they earn counts towards their own ceiling. */
  mukana_db_touch (db, MUKANA_KIND_PERSON, assignment->person_id, MUKANA_EFFECT_CHANGED);
  rates = self.rates;
  return is_done;
}
