/* mukana-plan-sum.c: what seats are worth, and whether they may be.
 *
 * Straight from the rules, seat by seat and two by two, without any of the
 * cleverness that finds them: slow enough to be plainly right.
 */

#include "domain/mukana-plan.h"

/* What a person does: their seats and what is taken, as times. */
typedef struct
{
  gint64   request_id;
  GArray  *times;              /* MukanaPlanTime */
  gboolean is_taken;
} Work;

static void
clear_work (gpointer data)
{
  g_array_unref (((Work *) data)->times);
}

static gboolean
works_clash (const Work *a,
             const Work *b)
{
  if (a->request_id == b->request_id)
    return TRUE;

  for (guint i = 0; i < a->times->len; i++)
    for (guint j = 0; j < b->times->len; j++)
      if (mukana_plan_times_clash (&g_array_index (a->times, MukanaPlanTime, i),
                                   &g_array_index (b->times, MukanaPlanTime, j)))
        return TRUE;

  return FALSE;
}

static int
times_in_month (const Work *work,
                int         month)
{
  int n_times = 0;

  for (guint i = 0; i < work->times->len; i++)
    n_times += g_array_index (work->times, MukanaPlanTime, i).month == month;

  return n_times;
}

/* Of the first time; -1: the request has no such way. */
static int
quarter_of (const Work *work)
{
  const MukanaPlanTime *first;

  if (work->times->len == 0)
    return -1;

  first = &g_array_index (work->times, MukanaPlanTime, 0);
  for (guint i = 1; i < work->times->len; i++)
    if (g_array_index (work->times, MukanaPlanTime, i).start_minute < first->start_minute)
      first = &g_array_index (work->times, MukanaPlanTime, i);

  return first->month / 3;
}

static GArray *
find_times (MukanaPlan *plan,
            gint64      request_id,
            int         way)
{
  GArray *times = g_array_new (FALSE, FALSE, sizeof (MukanaPlanTime));

  for (guint i = 0; i < plan->times->len; i++)
    {
      MukanaPlanTime *time = &g_array_index (plan->times, MukanaPlanTime, i);

      if (time->request_id == request_id && time->way == way)
        g_array_append_val (times, *time);
    }

  return times;
}

/* Nobody is on the road for what they would take part in remotely. */
static gboolean
is_remote (MukanaPlan           *plan,
           const MukanaPlanSeat *seat)
{
  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (plan->pairs, MukanaPlanPair, i);

      if (pair->request_id == seat->request_id && pair->person_id == seat->person_id &&
          pair->way == seat->way)
        return pair->is_remote;
    }

  return FALSE;
}

static GArray *
works_of (MukanaPlan *plan,
          GArray     *seats,
          gint64      person_id)
{
  GArray *works = g_array_new (FALSE, FALSE, sizeof (Work));

  g_array_set_clear_func (works, clear_work);
  for (guint i = 0; i < plan->taken->len; i++)
    {
      MukanaPlanTaken *taken = &g_array_index (plan->taken, MukanaPlanTaken, i);
      Work *last = works->len > 0 ? &g_array_index (works, Work, works->len - 1) : NULL;

      if (taken->person_id != person_id)
        continue;
      if (last == NULL || last->request_id != taken->time.request_id)
        {
          Work work = { taken->time.request_id,
                        g_array_new (FALSE, FALSE, sizeof (MukanaPlanTime)), TRUE };

          g_array_append_val (works, work);
          last = &g_array_index (works, Work, works->len - 1);
        }
      g_array_append_val (last->times, taken->time);
    }

  for (guint i = 0; i < seats->len; i++)
    {
      MukanaPlanSeat *seat = &g_array_index (seats, MukanaPlanSeat, i);
      Work work = { seat->request_id, NULL, FALSE };

      if (seat->person_id != person_id)
        continue;
      work.times = find_times (plan, seat->request_id, seat->way);
      for (guint t = 0; is_remote (plan, seat) && t < work.times->len; t++)
        g_array_index (work.times, MukanaPlanTime, t).position = (MukanaPosition) { 0, 0 };
      g_array_append_val (works, work);
    }

  return works;
}

/* What is agreed stands, whatever it breaks; a seat may break nothing. */
static gboolean
seat_is_allowed (GArray                 *works,
                 const Work             *work,
                 const MukanaPlanPerson *person)
{
  int n_in_quarter = 0;

  if (work->times->len == 0)
    return FALSE;

  for (guint i = 0; i < works->len; i++)
    {
      const Work *other = &g_array_index (works, Work, i);

      if (other != work && works_clash (other, work))
        return FALSE;
      n_in_quarter += quarter_of (other) == quarter_of (work);
    }

  for (guint t = 0; t < work->times->len; t++)
    {
      int n_in_month = 0, n_times = 0;

      for (guint i = 0; i < works->len; i++)
        {
          int n = times_in_month (&g_array_index (works, Work, i),
                                  g_array_index (work->times, MukanaPlanTime, t).month);

          n_in_month += n > 0;
          n_times += n;
        }
      if (n_in_month > person->most_per_month ||
          (person->most_times_per_month > 0 && n_times > person->most_times_per_month))
        return FALSE;
    }

  return n_in_quarter <= person->most_per_quarter;
}

static gint64
fee_of (MukanaPlan *plan,
        gint64      request_id)
{
  for (guint i = 0; i < plan->fees->len; i++)
    if (g_array_index (plan->fees, MukanaPlanFee, i).request_id == request_id)
      return g_array_index (plan->fees, MukanaPlanFee, i).cents;

  return 0;
}

/* All their seats together; what is agreed has been taken from the purse already. */
static gboolean
fees_are_allowed (MukanaPlan            *plan,
                  GArray                *works,
                  const MukanaPlanPurse *purse)
{
  gint64 sum_cents = 0;

  for (guint i = 0; i < works->len; i++)
    {
      const Work *work = &g_array_index (works, Work, i);

      for (int n = 0; !work->is_taken && n < purse->n_months; n++)
        sum_cents += fee_of (plan, work->request_id) *
                     times_in_month (work, purse->first_month + n);
    }

  return sum_cents == 0 || sum_cents <= purse->left_cents;
}

/* Each of somebody's seats costs what it adds to those before it in its quarter. */
static void
sum_person (MukanaPlan       *plan,
            GArray           *seats,
            MukanaPlanPerson *person,
            MukanaPlanSums   *sums)
{
  g_autoptr (GArray) works = works_of (plan, seats, person->id);

  for (guint i = 0; i < works->len; i++)
    {
      const Work *work = &g_array_index (works, Work, i);
      int n_before = 0;

      for (guint j = 0; j < i; j++)
        n_before += quarter_of (&g_array_index (works, Work, j)) == quarter_of (work);
      sums->most_a_person = MAX (sums->most_a_person, (guint) n_before + 1);
      if (work->is_taken)
        continue;
      sums->value -= mukana_plan_workload (n_before + 1);
      sums->is_allowed &= seat_is_allowed (works, work, person);
    }

  for (guint i = 0; i < plan->purses->len; i++)
    {
      const MukanaPlanPurse *purse = &g_array_index (plan->purses, MukanaPlanPurse, i);

      sums->is_allowed &= purse->person_id != person->id || fees_are_allowed (plan, works, purse);
    }
}

static gboolean
seat_has_pair (MukanaPlan           *plan,
               const MukanaPlanSeat *seat)
{
  for (guint i = 0; i < plan->pins->len; i++)
    {
      const MukanaPlanPin *pin = &g_array_index (plan->pins, MukanaPlanPin, i);

      if (pin->kind == MUKANA_PLAN_NEVER && pin->request_id == seat->request_id &&
          pin->person_id == seat->person_id)
        return FALSE;
    }

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (plan->pairs, MukanaPlanPair, i);

      if (pair->request_id == seat->request_id && pair->person_id == seat->person_id &&
          pair->way == seat->way)
        return pair->fit == seat->fit && (pair->lines >> seat->line & 1) != 0;
    }

  return FALSE;
}

static gboolean
are_apart (MukanaPlan *plan,
           gint64      a,
           gint64      b)
{
  for (guint i = 0; i < plan->apart->len; i++)
    {
      const MukanaPlanApart *two = &g_array_index (plan->apart, MukanaPlanApart, i);

      if ((two->person_id == a && two->other_id == b) ||
          (two->person_id == b && two->other_id == a))
        return TRUE;
    }

  return FALSE;
}

static void
sum_lines (MukanaPlan     *plan,
           GArray         *seats,
           MukanaPlanSums *sums)
{
  guint n_in_lines = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    {
      const MukanaPlanLine *line = &g_array_index (plan->lines, MukanaPlanLine, i);
      int n_found = 0;

      for (guint j = 0; j < seats->len; j++)
        {
          const MukanaPlanSeat *seat = &g_array_index (seats, MukanaPlanSeat, j);

          n_found += seat->request_id == line->request_id && seat->line == line->line &&
                     seat->is_reserve == line->is_reserve;
        }
      n_in_lines += (guint) n_found;
      if (!mukana_plan_is_wanted (plan, line->request_id))
        {
          sums->is_allowed &= n_found == 0;
          continue;
        }
      sums->is_allowed &= n_found <= line->seats;
      for (int nth = 1; nth <= line->seats - n_found; nth++)
        sums->value -= mukana_plan_shortage (nth, line->is_reserve);
      if (line->is_reserve)
        sums->n_reserve += (guint) n_found;
      else
        {
          sums->n_seats += (guint) line->seats;
          sums->n_filled += (guint) n_found;
        }
    }

  sums->is_allowed &= n_in_lines == seats->len;   /* a seat is in a line that there is */
}

/** mukana_plan_rule_holds: @plan: sorted; @seats: of MukanaPlanSeat; person by person, as the
 * rule is told */
gboolean
mukana_plan_rule_holds (MukanaPlan           *plan,
                        const MukanaPlanRule *rule,
                        GArray               *seats)
{
  int n_people = rule->n_kept, n_new = 0, n_zero = 0, n_one = 0, first_area = 0;
  gboolean is_one_area = TRUE;

  if (rule->n_kept > 0)
    {
      n_one = rule->kept_class == 1 ? rule->n_kept : 0;
      first_area = rule->kept_class;
      is_one_area = first_area != 0;
    }

  for (guint i = 0; i < seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (seats, MukanaPlanSeat, i);
      int class;

      if (seat->request_id != rule->request_id || seat->is_reserve)
        continue;
      class = mukana_plan_find_class (plan, rule, seat->person_id);
      is_one_area &= class != 0 && (n_people == 0 || class == first_area);
      first_area = n_people == 0 ? class : first_area;
      n_zero += class == 0;
      n_one += class == 1;
      n_people++;
      n_new++;
    }

  if (n_new == 0)
    return TRUE;   /* nobody is put there: what was agreed stands */

  switch (rule->kind)
    {
    case MUKANA_PLAN_RULE_TWO: return n_people >= 2;
    case MUKANA_PLAN_RULE_MENTOR: return n_one == 0 || n_zero > 0;
    case MUKANA_PLAN_RULE_LANGUAGE: return n_one > 0;
    case MUKANA_PLAN_RULE_AREAS: return n_people < 2 || !is_one_area;
    case MUKANA_PLAN_N_RULES:
    default: return TRUE;
    }
}

static MukanaPlanPerson *
find_person (MukanaPlan *plan,
             gint64      person_id)
{
  for (guint i = 0; i < plan->people->len; i++)
    if (g_array_index (plan->people, MukanaPlanPerson, i).id == person_id)
      return &g_array_index (plan->people, MukanaPlanPerson, i);

  return NULL;
}

/** mukana_plan_sum: @seats: of MukanaPlanSeat */
MukanaPlanSums
mukana_plan_sum (MukanaPlan *self,
                 GArray     *seats)
{
  MukanaPlanSums sums = { .is_allowed = TRUE };

  mukana_plan_sort (self);
  sum_lines (self, seats, &sums);
  for (guint i = 0; i < self->people->len; i++)
    sum_person (self, seats, &g_array_index (self->people, MukanaPlanPerson, i), &sums);

  for (guint i = 0; i < seats->len; i++)
    {
      const MukanaPlanSeat *seat = &g_array_index (seats, MukanaPlanSeat, i);
      MukanaPlanPerson *person = find_person (self, seat->person_id);

      sums.is_allowed &= person != NULL && seat_has_pair (self, seat);
      sums.value += mukana_plan_worth (seat->fit, person && person->is_never_asked,
                                       seat->is_reserve);
      sums.total_fit += seat->is_reserve ? 0 : seat->fit;
      for (guint j = 0; j < i; j++)
        {
          const MukanaPlanSeat *other = &g_array_index (seats, MukanaPlanSeat, j);

          if (other->request_id == seat->request_id)
            sums.is_allowed &= other->way == seat->way &&
                               !are_apart (self, other->person_id, seat->person_id);
        }
    }

  for (guint i = 0; i < self->rules->len; i++)
    sums.is_allowed &= mukana_plan_rule_holds (self, &g_array_index (self->rules, MukanaPlanRule,
                                                                     i), seats);

  return sums;
}
