/* mukana-plan.c: all open requests and who could fill them: what is to be planned.
 *
 * It says what a plan is worth and which plans may be; how the best one is found
 * is mukana-planner's.  mukana_plan_sum() judges seats from these rules alone, so
 * that whatever proposes them is checked by something that did not find them.
 *
 * The text of a plan holds numbers only.  It is what the protocol keeps: whoever
 * reads it back plans the same again.
 */

#include "domain/mukana-plan.h"

#include <string.h>

#define HEAD "mukana-plan 1"

/** mukana_plan_new: Returns: yours, nothing to plan yet */
MukanaPlan *
mukana_plan_new (gint64 seed)
{
  MukanaPlan *self = g_new0 (MukanaPlan, 1);

  self->seed = seed;
  self->lines = g_array_new (FALSE, FALSE, sizeof (MukanaPlanLine));
  self->times = g_array_new (FALSE, FALSE, sizeof (MukanaPlanTime));
  self->people = g_array_new (FALSE, FALSE, sizeof (MukanaPlanPerson));
  self->taken = g_array_new (FALSE, FALSE, sizeof (MukanaPlanTaken));
  self->pairs = g_array_new (FALSE, FALSE, sizeof (MukanaPlanPair));
  self->pins = g_array_new (FALSE, FALSE, sizeof (MukanaPlanPin));
  self->apart = g_array_new (FALSE, FALSE, sizeof (MukanaPlanApart));
  self->rules = g_array_new (FALSE, TRUE, sizeof (MukanaPlanRule));
  self->traits = g_array_new (FALSE, TRUE, sizeof (MukanaPlanTrait));
  self->fees = g_array_new (FALSE, FALSE, sizeof (MukanaPlanFee));
  self->purses = g_array_new (FALSE, TRUE, sizeof (MukanaPlanPurse));
  self->turns = g_array_new (FALSE, FALSE, sizeof (MukanaPlanTurn));
  return self;
}

void
mukana_plan_free (MukanaPlan *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->times);
  g_array_unref (self->people);
  g_array_unref (self->taken);
  g_array_unref (self->pairs);
  g_array_unref (self->pins);
  g_array_unref (self->apart);
  g_array_unref (self->rules);
  g_array_unref (self->traits);
  g_array_unref (self->fees);
  g_array_unref (self->purses);
  g_array_unref (self->turns);
  g_free (self);
}

/** mukana_plan_time: minutes are those of a clock in Helsinki; negative: none is known */
MukanaPlanTime
mukana_plan_time (gint64         request_id,
                  int            way,
                  MukanaDay      day,
                  int            start_minute,
                  int            end_minute,
                  MukanaPosition position)
{
  MukanaPlanTime time = { .request_id = request_id, .way = way, .position = position };
  int year, month, of_month;

  mukana_day_split (day, &year, &month, &of_month);
  time.month = year * 12 + month - 1;
  time.start_minute = mukana_day_minute_us (day, MAX (start_minute, 0)) / G_TIME_SPAN_MINUTE;
  time.end_minute = start_minute < 0 ? time.start_minute
                    : mukana_day_minute_us (day, end_minute) / G_TIME_SPAN_MINUTE;
  return time;
}

/** mukana_plan_times_overlap: the rule of matching for somebody who need not be on the road */
gboolean
mukana_plan_times_overlap (const MukanaPlanTime *a,
                           const MukanaPlanTime *b)
{
  return a->end_minute > a->start_minute && b->end_minute > b->start_minute &&
         a->start_minute < b->end_minute && b->start_minute < a->end_minute;
}

/** mukana_plan_times_clash: the rule of matching: at the same time, or no time for the road */
gboolean
mukana_plan_times_clash (const MukanaPlanTime *a,
                         const MukanaPlanTime *b)
{
  enum { FARTHEST = 3 * 24 * 60 };   /* minutes; no road within the country takes as long */
  int road;

  if (a->end_minute <= a->start_minute || b->end_minute <= b->start_minute)
    return FALSE;
  if (a->start_minute < b->end_minute && b->start_minute < a->end_minute)
    return TRUE;
  if (a->start_minute - b->end_minute > FARTHEST || b->start_minute - a->end_minute > FARTHEST ||
      !mukana_position_is_known (a->position) || !mukana_position_is_known (b->position))
    return FALSE;

  road = mukana_distance_minutes (mukana_distance_km (a->position, b->position));
  return a->start_minute < b->end_minute + road && b->start_minute < a->end_minute + road;
}

/** mukana_plan_workload: what the @nth request of a person in a quarter costs; grows ever faster */
int
mukana_plan_workload (int nth)
{
  static const int costs[] = { 0, 40, 110, 220, 380, 600 };
  int last = (int) G_N_ELEMENTS (costs);

  return nth <= last ? costs[MAX (nth, 1) - 1] : costs[last - 1] + 300 * (nth - last);
}

/** mukana_plan_shortage: what the @nth empty seat costs */
int
mukana_plan_shortage (int      nth,
                      gboolean is_reserve)
{
  return is_reserve ? 150 + 25 * (nth - 1) : 1500 + 100 * (nth - 1);
}

/** mukana_plan_worth: what somebody in a seat gives; in the reserve half of it */
int
mukana_plan_worth (int      fit,
                   gboolean is_never_asked,
                   gboolean is_reserve)
{
  int worth = fit + (is_never_asked ? MUKANA_PLAN_LIFT : 0);

  return is_reserve ? worth / 2 : worth;
}

/* ---- One order for the same plan ---- */

#define COMPARE(a, b) \
  if ((a) != (b)) \
    return (a) < (b) ? -1 : 1

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanLine *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->line, right->line);
  return 0;
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanTime *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->way, right->way);
  COMPARE (left->start_minute, right->start_minute);
  COMPARE (left->end_minute, right->end_minute);
  return 0;
}

static int
compare_people (gconstpointer a,
                gconstpointer b)
{
  const MukanaPlanPerson *left = a, *right = b;

  COMPARE (left->id, right->id);
  return 0;
}

static int
compare_taken (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanTaken *left = a, *right = b;

  COMPARE (left->person_id, right->person_id);
  return compare_times (&left->time, &right->time);
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanPair *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->way, right->way);
  COMPARE (left->person_id, right->person_id);
  return 0;
}

static int
compare_pins (gconstpointer a,
              gconstpointer b)
{
  const MukanaPlanPin *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->person_id, right->person_id);
  COMPARE (left->kind, right->kind);
  return 0;
}

static int
compare_apart (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanApart *left = a, *right = b;

  COMPARE (left->person_id, right->person_id);
  COMPARE (left->other_id, right->other_id);
  return 0;
}

static int
compare_rules (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanRule *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->number, right->number);
  return 0;
}

static int
compare_traits (gconstpointer a,
                gconstpointer b)
{
  const MukanaPlanTrait *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  COMPARE (left->number, right->number);
  COMPARE (left->person_id, right->person_id);
  return 0;
}

static int
compare_fees (gconstpointer a,
              gconstpointer b)
{
  const MukanaPlanFee *left = a, *right = b;

  COMPARE (left->request_id, right->request_id);
  return 0;
}

static int
compare_purses (gconstpointer a,
                gconstpointer b)
{
  const MukanaPlanPurse *left = a, *right = b;

  COMPARE (left->person_id, right->person_id);
  COMPARE (left->n_months, right->n_months);
  COMPARE (left->first_month, right->first_month);
  return 0;
}

static int
compare_turns (gconstpointer a,
               gconstpointer b)
{
  const MukanaPlanTurn *left = a, *right = b;

  COMPARE (left->round, right->round);
  COMPARE (left->request_id, right->request_id);
  return 0;
}

/** mukana_plan_has_pins: @self: sorted; Returns: whether these are its pins, in whatever order */
gboolean
mukana_plan_has_pins (MukanaPlan *self,
                      GArray     *pins)
{
  g_autoptr (GArray) sorted = g_array_copy (pins);

  if (sorted->len != self->pins->len)
    return FALSE;

  g_array_sort (sorted, compare_pins);
  for (guint i = 0; i < sorted->len; i++)
    if (compare_pins (&g_array_index (sorted, MukanaPlanPin, i),
                      &g_array_index (self->pins, MukanaPlanPin, i)) != 0)
      return FALSE;

  return TRUE;
}

/** mukana_plan_add_turn: in the order in which turns are read from the text of a plan */
void
mukana_plan_add_turn (MukanaPlan *self,
                      int         round,
                      gint64      request_id,
                      gboolean    is_wanted)
{
  MukanaPlanTurn turn = { round, request_id, is_wanted };

  g_array_append_val (self->turns, turn);
  g_array_sort (self->turns, compare_turns);
}

/** mukana_plan_is_wanted: Returns: whether the request is in the plan after all turns */
gboolean
mukana_plan_is_wanted (MukanaPlan *self,
                       gint64      request_id)
{
  int last_round = -1;
  gboolean is_wanted = TRUE;

  for (guint i = 0; i < self->turns->len; i++)
    {
      const MukanaPlanTurn *turn = &g_array_index (self->turns, MukanaPlanTurn, i);

      if (turn->request_id != request_id || turn->round < last_round)
        continue;
      last_round = turn->round;
      is_wanted = turn->is_wanted;
    }

  return is_wanted;
}

/** mukana_plan_find_class: @self: sorted; Returns: of which class somebody is for a rule */
int
mukana_plan_find_class (MukanaPlan           *self,
                        const MukanaPlanRule *rule,
                        gint64                person_id)
{
  MukanaPlanTrait wanted = { rule->request_id, rule->number, person_id, 0 };
  guint at;

  return g_array_binary_search (self->traits, &wanted, compare_traits, &at)
         ? g_array_index (self->traits, MukanaPlanTrait, at).class : 0;
}

/** mukana_plan_sort: puts everything into the order of ids */
void
mukana_plan_sort (MukanaPlan *self)
{
  for (guint i = 0; i < self->apart->len; i++)
    {
      MukanaPlanApart *two = &g_array_index (self->apart, MukanaPlanApart, i);

      *two = (MukanaPlanApart) { MIN (two->person_id, two->other_id),
                                 MAX (two->person_id, two->other_id) };
    }

  g_array_sort (self->lines, compare_lines);
  g_array_sort (self->times, compare_times);
  g_array_sort (self->people, compare_people);
  g_array_sort (self->taken, compare_taken);
  g_array_sort (self->pairs, compare_pairs);
  g_array_sort (self->pins, compare_pins);
  g_array_sort (self->apart, compare_apart);
  g_array_sort (self->rules, compare_rules);
  g_array_sort (self->traits, compare_traits);
  g_array_sort (self->fees, compare_fees);
  g_array_sort (self->purses, compare_purses);
  g_array_sort (self->turns, compare_turns);
}

/* ---- As text ---- */

#define ID G_GINT64_FORMAT

static void
format_time (GString              *text,
             const MukanaPlanTime *time)
{
  g_string_append_printf (text, " %" ID " %d %" ID " %" ID " %d %d %d\n", time->request_id,
                          time->way, time->start_minute, time->end_minute, time->month,
                          time->position.latitude_udeg, time->position.longitude_udeg);
}

static void
format_people (MukanaPlan *self,
               GString    *text)
{
  for (guint i = 0; i < self->people->len; i++)
    {
      const MukanaPlanPerson *person = &g_array_index (self->people, MukanaPlanPerson, i);

      g_string_append_printf (text, "p %" ID " %d %d %d", person->id, person->most_per_month,
                              person->most_per_quarter, person->is_never_asked);
      if (person->most_times_per_month > 0)
        g_string_append_printf (text, " %d", person->most_times_per_month);
      g_string_append_c (text, '\n');
    }
}

static void
format_rules (MukanaPlan *self,
              GString    *text)
{
  for (guint i = 0; i < self->rules->len; i++)
    {
      const MukanaPlanRule *rule = &g_array_index (self->rules, MukanaPlanRule, i);

      g_string_append_printf (text, "g %" ID " %d %d %d %d\n", rule->request_id, rule->number,
                              rule->kind, rule->n_kept, rule->kept_class);
    }
  for (guint i = 0; i < self->traits->len; i++)
    {
      const MukanaPlanTrait *trait = &g_array_index (self->traits, MukanaPlanTrait, i);

      g_string_append_printf (text, "k %" ID " %d %" ID " %d\n", trait->request_id, trait->number,
                              trait->person_id, trait->class);
    }
}

static void
format_fees (MukanaPlan *self,
             GString    *text)
{
  for (guint i = 0; i < self->fees->len; i++)
    {
      const MukanaPlanFee *fee = &g_array_index (self->fees, MukanaPlanFee, i);

      g_string_append_printf (text, "f %" ID " %" ID "\n", fee->request_id, fee->cents);
    }
  for (guint i = 0; i < self->purses->len; i++)
    {
      const MukanaPlanPurse *purse = &g_array_index (self->purses, MukanaPlanPurse, i);

      g_string_append_printf (text, "m %" ID " %d %d %" ID "\n", purse->person_id,
                              purse->first_month, purse->n_months, purse->left_cents);
    }
}

static void
format_turns (MukanaPlan *self,
              GString    *text)
{
  for (guint i = 0; i < self->turns->len; i++)
    {
      const MukanaPlanTurn *turn = &g_array_index (self->turns, MukanaPlanTurn, i);

      g_string_append_printf (text, "u %d %" ID " %d\n", turn->round, turn->request_id,
                              turn->is_wanted);
    }
}

/** mukana_plan_format: Returns: yours; the same for the same plan, however it was put together */
char *
mukana_plan_format (MukanaPlan *self)
{
  GString *text = g_string_new (HEAD "\n");

  mukana_plan_sort (self);
  g_string_append_printf (text, "s %" ID "\n", self->seed);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const MukanaPlanLine *line = &g_array_index (self->lines, MukanaPlanLine, i);

      g_string_append_printf (text, "l %" ID " %d %d %d\n", line->request_id, line->line,
                              line->seats, line->is_reserve);
    }
  for (guint i = 0; i < self->times->len; i++)
    {
      g_string_append_c (text, 't');
      format_time (text, &g_array_index (self->times, MukanaPlanTime, i));
    }
  format_people (self, text);
  for (guint i = 0; i < self->taken->len; i++)
    {
      const MukanaPlanTaken *taken = &g_array_index (self->taken, MukanaPlanTaken, i);

      g_string_append_printf (text, "o %" ID, taken->person_id);
      format_time (text, &taken->time);
    }
  for (guint i = 0; i < self->pairs->len; i++)
    {
      const MukanaPlanPair *pair = &g_array_index (self->pairs, MukanaPlanPair, i);

      /* Without a number where somebody comes to the place, as plans were kept before. */
      g_string_append_printf (text, "c %" ID " %" ID " %d %d %u%s\n", pair->request_id,
                              pair->person_id, pair->way, pair->fit, pair->lines,
                              pair->is_remote ? " 1" : "");
    }
  for (guint i = 0; i < self->pins->len; i++)
    {
      const MukanaPlanPin *pin = &g_array_index (self->pins, MukanaPlanPin, i);

      g_string_append_printf (text, "w %" ID " %" ID " %d\n", pin->request_id, pin->person_id,
                              pin->kind);
    }
  for (guint i = 0; i < self->apart->len; i++)
    {
      const MukanaPlanApart *two = &g_array_index (self->apart, MukanaPlanApart, i);

      g_string_append_printf (text, "a %" ID " %" ID "\n", two->person_id, two->other_id);
    }
  format_rules (self, text);
  format_fees (self, text);
  format_turns (self, text);

  return g_string_free (text, FALSE);
}

enum { MOST_NUMBERS = 8 };

static MukanaPlanTime
time_of (const gint64 *numbers)
{
  return (MukanaPlanTime) { numbers[0], (int) numbers[1], numbers[2], numbers[3], (int) numbers[4],
                            { (gint32) numbers[5], (gint32) numbers[6] } };
}

static gboolean
parse_row (MukanaPlan   *self,
           char          kind,
           const gint64 *n,
           guint         n_numbers)
{
  static const struct { char kind; guint n_numbers; } shapes[] = {
    { 's', 1 }, { 'l', 4 }, { 't', 7 }, { 'p', 4 }, { 'p', 5 }, { 'o', 8 }, { 'c', 5 }, { 'c', 6 },
    { 'w', 3 }, { 'a', 2 },
    { 'g', 5 }, { 'k', 4 }, { 'u', 3 }, { 'f', 2 }, { 'm', 4 },
  };
  gboolean is_shaped = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (shapes); i++)
    is_shaped |= shapes[i].kind == kind && shapes[i].n_numbers == n_numbers;
  if (!is_shaped || (kind == 'g' && (n[2] < 0 || n[2] >= MUKANA_PLAN_N_RULES)) ||
      (kind == 'u' && (n[0] < 0 || n[0] > MUKANA_PLAN_MOST_ROUNDS)))
    return FALSE;

#define ADD(array, Type, ...) g_array_append_vals (array, &(Type) { __VA_ARGS__ }, 1)
  switch (kind)
    {
    case 's': self->seed = n[0]; break;
    case 'l': ADD (self->lines, MukanaPlanLine, n[0], (int) n[1], (int) n[2], n[3] != 0); break;
    case 't': g_array_append_vals (self->times, &(MukanaPlanTime[]) { time_of (n) }, 1); break;
    case 'p': ADD (self->people, MukanaPlanPerson, n[0], (int) n[1], (int) n[2], n[3] != 0,
                   n_numbers == 5 ? (int) n[4] : 0);
      break;
    case 'o': ADD (self->taken, MukanaPlanTaken, n[0], time_of (n + 1)); break;
    case 'c': ADD (self->pairs, MukanaPlanPair, n[0], n[1], (int) n[2], (int) n[3], (guint) n[4],
                   n_numbers == 6 && n[5] != 0);
      break;
    case 'w': ADD (self->pins, MukanaPlanPin, n[0], n[1], (MukanaPlanPinKind) n[2]); break;
    case 'g': ADD (self->rules, MukanaPlanRule, n[0], (int) n[1], (MukanaPlanRuleKind) n[2],
                   (int) n[3], (int) n[4]);
      break;
    case 'k': ADD (self->traits, MukanaPlanTrait, n[0], (int) n[1], n[2], (int) n[3]); break;
    case 'f': ADD (self->fees, MukanaPlanFee, n[0], n[1]); break;
    case 'm': ADD (self->purses, MukanaPlanPurse, n[0], (int) n[1], (int) n[2], n[3]); break;
    case 'u': ADD (self->turns, MukanaPlanTurn, (int) n[0], n[1], n[2] != 0); break;
    default: ADD (self->apart, MukanaPlanApart, n[0], n[1]); break;
    }
#undef ADD
  return TRUE;
}

/** mukana_plan_parse: Returns: (nullable): yours, what mukana_plan_format() wrote */
MukanaPlan *
mukana_plan_parse (const char *text)
{
  g_autoptr (MukanaPlan) self = mukana_plan_new (0);
  g_auto (GStrv) rows = g_strsplit (text, "\n", -1);

  if (rows[0] == NULL || strcmp (rows[0], HEAD) != 0)
    return NULL;

  for (guint i = 1; rows[i] != NULL && rows[i][0] != '\0'; i++)
    {
      g_auto (GStrv) words = g_strsplit (rows[i], " ", -1);
      guint n_numbers = g_strv_length (words) - 1;
      gint64 numbers[MOST_NUMBERS];

      if (n_numbers > MOST_NUMBERS || strlen (words[0]) != 1)
        return NULL;
      for (guint k = 0; k < n_numbers; k++)
        if (!g_ascii_string_to_signed (words[k + 1], 10, G_MININT64, G_MAXINT64, &numbers[k], NULL))
          return NULL;
      if (!parse_row (self, words[0][0], numbers, n_numbers))
        return NULL;
    }

  return g_steal_pointer (&self);
}
