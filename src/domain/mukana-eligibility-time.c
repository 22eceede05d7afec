/* mukana-eligibility-time.c: the hard conditions that depend on a time of the request.
 *
 * Each is judged for one slot.  The needed slots of a request are one plan,
 * taken or left together; every alternative slot is a plan of its own.  A person
 * for whom one plan is possible has time; otherwise the reasons of all plans are
 * told, so that a coordinator sees what each would need.
 */

#include "domain/mukana-eligibility-private.h"

static const int EVENING_MINUTE = 17 * 60;

static gboolean
fails_notice (const MukanaMatchRequest *request,
              const MukanaMatchFacts   *facts,
              const MukanaRequestSlot  *slot,
              MukanaReasonNote         *note)
{
  /* A period leaves time as long as its last day is far enough away. */
  MukanaDay day = request->mode == MUKANA_MODE_PERIOD ? mukana_match_request_last_day (request)
                                                      : slot->day;

  note->numbers[0] = day - request->today;
  note->numbers[1] = facts->notice_days;
  return day - request->today < facts->notice_days;
}

static gboolean
fails_refused_time (const MukanaMatchRequest *request,
                    const MukanaMatchFacts   *facts,
                    const MukanaRequestSlot  *slot,
                    MukanaReasonNote         *note)
{
  gboolean is_evening = mukana_match_request_has_hours (request, slot) &&
                        slot->end_minute > EVENING_MINUTE;
  gboolean is_weekend = request->mode != MUKANA_MODE_PERIOD && mukana_day_weekday (slot->day) >= 6;
  guint asked = (is_evening ? MUKANA_REFUSES_EVENING : 0) |
                (is_weekend ? MUKANA_REFUSES_WEEKEND : 0);

  if ((asked & facts->refusals) == 0)
    return FALSE;

  note->numbers[0] = __builtin_ctz (asked & facts->refusals);
  return TRUE;
}

static gboolean
fails_not_free (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts,
                const MukanaRequestSlot  *slot,
                MukanaReasonNote         *note)
{
  note->numbers[0] = slot->day;
  note->numbers[1] = slot->start_minute;
  note->numbers[2] = slot->end_minute;
  return mukana_match_request_has_hours (request, slot) &&
         mukana_availability_is_known (&facts->availability) &&
         !mukana_availability_covers (&facts->availability, slot->day,
                                      slot->start_minute, slot->end_minute);
}

static gboolean
fails_absent (const MukanaMatchRequest *request,
              const MukanaMatchFacts   *facts,
              const MukanaRequestSlot  *slot,
              MukanaReasonNote         *note)
{
  MukanaDay until = request->mode == MUKANA_MODE_PERIOD
                    ? mukana_match_request_last_day (request) : slot->day;

  note->numbers[0] = slot->day;
  for (guint i = 0; i < facts->availability.n_absences; i++)
    if (mukana_day_range_holds (facts->availability.absences[i], slot->day) &&
        mukana_day_range_holds (facts->availability.absences[i], until))
      return TRUE;

  return mukana_match_request_has_hours (request, slot) &&
         mukana_availability_is_busy (&facts->availability, slot->day, slot->start_minute,
                                      slot->end_minute);
}

#define KINDS_OF_ASSIGNMENTS 2

/* Whether the hands of a clock alone keep the two apart, with the hour that a change
 * of the clocks may take: reckoning in real time takes a thousand times as long. */
static gboolean
is_far_apart (const MukanaRequestSlot    *slot,
              const MukanaAssignmentFact *other,
              int                         road_minutes)
{
  int shift = (other->day - slot->day) * 1440;
  int between = MAX (other->start_minute + shift - slot->end_minute,
                     slot->start_minute - other->end_minute - shift);

  return between > road_minutes + 60;
}

/* Real time, not the hands of a clock: in the night in March when an hour is
 * missing, 2.30 to 4.30 leaves one hour for the road. */
static gboolean
collides (const MukanaMatchRequest   *request,
          const MukanaMatchFacts     *facts,
          const MukanaRequestSlot    *slot,
          const MukanaAssignmentFact *other,
          MukanaReasonNote           *note)
{
  gint64 start, end, other_start, other_end, road_us;
  int km, road_minutes;

  if (ABS (other->day - slot->day) > 1 || other->end_minute <= other->start_minute ||
      (request->id != 0 && other->request_id == request->id))
    return FALSE;

  km = mukana_match_request_has_travel (request, facts)
       ? mukana_distance_km (other->position, request->position) : 0;
  road_minutes = mukana_distance_minutes (km);
  if (is_far_apart (slot, other, road_minutes))
    return FALSE;

  start = mukana_day_minute_us (slot->day, slot->start_minute);
  end = mukana_day_minute_us (slot->day, slot->end_minute);
  other_start = mukana_day_minute_us (other->day, other->start_minute);
  other_end = mukana_day_minute_us (other->day, other->end_minute);
  road_us = road_minutes * G_TIME_SPAN_MINUTE;

  /* kind 0: at the same time; kind 1: no time for the road between them. */
  note->kind = start < other_end && other_start < end ? 0 : 1;
  note->numbers[0] = other->day;
  note->numbers[1] = other->start_minute;
  note->numbers[2] = other->end_minute;
  return start < other_end + road_us && other_start < end + road_us;
}

static gboolean
fails_clash (const MukanaMatchRequest *request,
             const MukanaMatchFacts   *facts,
             const MukanaRequestSlot  *slot,
             MukanaReasonNote         *note)
{
  if (!mukana_match_request_has_hours (request, slot))
    return FALSE;

  for (guint i = 0; i < facts->n_assignments; i++)
    if (collides (request, facts, slot, &facts->assignments[i], note))
      return TRUE;
  for (guint i = 0; i < facts->n_shifts; i++)
    {
      const MukanaShiftFact *shift = &facts->shifts[i];
      MukanaAssignmentFact work = { .day = shift->day, .start_minute = shift->start_minute,
                                    .end_minute = shift->end_minute, .position = shift->position };

      if (collides (request, facts, slot, &work, note))
        {
          note->kind += KINDS_OF_ASSIGNMENTS;   /* 2 and 3: so of a shift */
          return TRUE;
        }
    }

  return FALSE;
}

/* How many times in those days come with @slot: all needed ones belong together. */
static int
count_own (const MukanaMatchRequest *request,
           const MukanaRequestSlot  *slot,
           MukanaDayRange            days)
{
  int count = 0;

  if (slot->is_alternative)
    return 1;

  for (guint i = 0; i < request->slots->len; i++)
    {
      const MukanaRequestSlot *other = &g_array_index (request->slots, MukanaRequestSlot, i);

      count += !other->is_alternative && mukana_day_range_holds (days, other->day);
    }

  return count;
}

static gboolean
fails_monthly_cap (const MukanaMatchRequest *request,
                   const MukanaMatchFacts   *facts,
                   const MukanaRequestSlot  *slot,
                   MukanaReasonNote         *note)
{
  if (facts->cap_per_month == 0)
    return FALSE;

  note->numbers[0] = mukana_match_facts_count_between (facts, slot->month, request->id);
  note->numbers[1] = facts->cap_per_month;
  note->numbers[2] = count_own (request, slot, slot->month);
  return note->numbers[0] + note->numbers[2] > facts->cap_per_month;
}

static MukanaDayRange
year_of (MukanaDay day)
{
  int year, month, number;

  mukana_day_split (day, &year, &month, &number);
  return (MukanaDayRange) { mukana_day_new (year, 1, 1), mukana_day_new (year + 1, 1, 1) };
}

static gboolean
exceeds (const MukanaMatchRequest *request,
         const MukanaMatchFacts   *facts,
         const MukanaRequestSlot  *slot,
         MukanaDayRange            time,
         gint64                    ceiling_cents,
         gboolean                  is_year,
         MukanaReasonNote         *note)
{
  gint64 sum_cents;

  if (ceiling_cents == 0)
    return FALSE;

  sum_cents = mukana_match_facts_fees_between (facts, time, request->id) +
              request->fee_cents * count_own (request, slot, time);
  if (sum_cents <= ceiling_cents)
    return FALSE;

  note->numbers[0] = sum_cents;
  note->numbers[1] = ceiling_cents;
  note->numbers[2] = is_year;
  return TRUE;
}

static gboolean
fails_fee_ceiling (const MukanaMatchRequest *request,
                   const MukanaMatchFacts   *facts,
                   const MukanaRequestSlot  *slot,
                   MukanaReasonNote         *note)
{
  if (request->fee_cents == 0 || facts->fee_mode != MUKANA_FEE_MODE_FEE)
    return FALSE;

  if (exceeds (request, facts, slot, slot->month, facts->fee_ceiling_cents, FALSE, note))
    return TRUE;

  return facts->fee_ceiling_year_cents != 0 &&
         exceeds (request, facts, slot, year_of (slot->day), facts->fee_ceiling_year_cents, TRUE,
                  note);
}

typedef struct
{
  MukanaReason reason;
  gboolean   (*fails) (const MukanaMatchRequest *request,
                       const MukanaMatchFacts   *facts,
                       const MukanaRequestSlot  *slot,
                       MukanaReasonNote         *note);
} Condition;

static const Condition conditions[] = {
  { MUKANA_REASON_NOTICE, fails_notice },
  { MUKANA_REASON_REFUSES, fails_refused_time },
  { MUKANA_REASON_NOT_FREE, fails_not_free },
  { MUKANA_REASON_ABSENT, fails_absent },
  { MUKANA_REASON_CLASH, fails_clash },
  { MUKANA_REASON_MONTHLY_CAP, fails_monthly_cap },
  { MUKANA_REASON_FEE_CEILING, fails_fee_ceiling },
};


static MukanaReasons
judge_slot (const MukanaMatchRequest *request,
            const MukanaMatchFacts   *facts,
            const MukanaRequestSlot  *slot)
{
  MukanaReasonNote note = { 0 };
  MukanaReasons reasons = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (conditions); i++)
    if (conditions[i].fails (request, facts, slot, &note))
      reasons |= 1u << conditions[i].reason;

  return reasons;
}

/**
 * mukana_eligibility_judge_time:
 * @plan: (out) (optional): the first slot of the first plan that is possible, else -1
 * @n_possible: (out) (optional): how many plans are possible
 *
 * Returns: the reasons of time; 0 when a plan is possible or no time is asked
 */
MukanaReasons
mukana_eligibility_judge_time (const MukanaMatchRequest *request,
                               const MukanaMatchFacts   *facts,
                               int                      *plan,
                               guint                    *n_possible)
{
  MukanaReasons needed = 0, all = 0;
  int first_needed = -1, first_alternative = -1;
  guint n_alternatives = 0;
  gboolean is_needed_possible;

  for (guint i = 0; i < request->slots->len; i++)
    {
      const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, i);
      MukanaReasons reasons = judge_slot (request, facts, slot);

      all |= reasons;
      if (!slot->is_alternative)
        {
          needed |= reasons;
          first_needed = first_needed < 0 ? (int) i : first_needed;
        }
      else if (reasons == 0)
        {
          first_alternative = first_alternative < 0 ? (int) i : first_alternative;
          n_alternatives++;
        }
    }

  is_needed_possible = first_needed >= 0 && needed == 0;
  if (plan != NULL)
    *plan = is_needed_possible ? first_needed : first_alternative;
  if (n_possible != NULL)
    *n_possible = n_alternatives + (is_needed_possible ? 1 : 0);

  return is_needed_possible || n_alternatives > 0 ? 0 : all;
}

/** mukana_eligibility_note_time: as mukana_eligibility_note(), of the first slot with @reason */
gboolean
mukana_eligibility_note_time (const MukanaMatchRequest *request,
                              const MukanaMatchFacts   *facts,
                              MukanaReason              reason,
                              MukanaReasonNote         *note)
{
  if (mukana_eligibility_judge_time (request, facts, NULL, NULL) == 0)
    return FALSE;

  for (guint i = 0; i < request->slots->len; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (conditions); k++)
      {
        const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, i);
        MukanaReasonNote found = { reason };

        if (conditions[k].reason == reason && conditions[k].fails (request, facts, slot, &found))
          {
            *note = found;
            return TRUE;
          }
      }

  return FALSE;
}
