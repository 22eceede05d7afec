/* mukana-match-option.c: all changes worth trying for one request, the smallest first.
 *
 * What can be made for everybody is made once: trying it on a person is then one
 * judgement.  What depends on the person, such as the day of coming back, is made
 * when it is tried.
 */

#include "domain/mukana-match-remedy-private.h"

#include "domain/mukana-codes.h"

enum
{
  STEP_MINUTES = 30,
  MOST_MINUTES = 120,
  LEAST_MINUTES = 30,          /* what is left of a slot, and at least half of it */
  MOST_WEEKS_LATER = 4,
  MOST_WEEKS_WAITED = 8,       /* who is away for longer is not somebody to wait for */
};

static void
add_option (GArray                   *options,
            const MukanaMatchRequest *request,
            MukanaMatchChange         change)
{
  MukanaMatchOption option = { change, mukana_match_change_cost (&change), NULL };

  if (change.kind != MUKANA_MATCH_CHANGE_AFTER_ABSENCE &&
      change.kind != MUKANA_MATCH_CHANGE_AFTER_BREAK)
    option.request = mukana_match_change_request (&change, request);

  g_array_append_val (options, option);
}

static void
add_kind (GArray                   *options,
          const MukanaMatchRequest *request,
          gboolean                  is_possible,
          MukanaMatchChangeKind     kind)
{
  if (is_possible)
    add_option (options, request, (MukanaMatchChange) { kind, -1, 0, 0 });
}

static void
add_clock_times (GArray                   *options,
                 const MukanaMatchRequest *request,
                 int                       index)
{
  const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, index);
  int length = slot->end_minute - slot->start_minute;

  for (int minutes = STEP_MINUTES; minutes <= MOST_MINUTES; minutes += STEP_MINUTES)
    {
      if (length - minutes >= MAX (LEAST_MINUTES, length / 2))
        {
          add_option (options, request, (MukanaMatchChange)
                      { MUKANA_MATCH_CHANGE_START_LATER, index, minutes, 0 });
          add_option (options, request, (MukanaMatchChange)
                      { MUKANA_MATCH_CHANGE_END_EARLIER, index, minutes, 0 });
        }
      if (slot->end_minute + minutes <= 1440)
        add_option (options, request, (MukanaMatchChange)
                    { MUKANA_MATCH_CHANGE_MOVED, index, minutes, 0 });
      if (slot->start_minute >= minutes)
        add_option (options, request, (MukanaMatchChange)
                    { MUKANA_MATCH_CHANGE_MOVED, index, -minutes, 0 });
    }
}

/* The other days of the same week; the weekend only for what is on the weekend. */
static void
add_days (GArray                   *options,
          const MukanaMatchRequest *request,
          int                       index)
{
  MukanaDay day = g_array_index (request->slots, MukanaRequestSlot, index).day;
  int weekday = mukana_day_weekday (day);

  for (int other = 1; other <= (weekday > 5 ? 7 : 5); other++)
    if (other != weekday && day + other - weekday > request->today)
      add_option (options, request, (MukanaMatchChange)
                  { MUKANA_MATCH_CHANGE_OTHER_DAY, index, other - weekday, 0 });
}

/* All slots go together: by whole weeks, and to the first week of a new month. */
static void
add_weeks (GArray                   *options,
           const MukanaMatchRequest *request)
{
  MukanaDay first = mukana_match_request_first_day (request);
  MukanaDay month = mukana_day_add_months (
    mukana_day_first_of_month (mukana_match_request_last_day (request)), 1);
  int weeks_to_month = (month - first + 6) / 7;

  for (int weeks = 1; weeks <= MOST_WEEKS_LATER; weeks++)
    add_option (options, request, (MukanaMatchChange)
                { MUKANA_MATCH_CHANGE_LATER_WEEK, -1, weeks, weeks });

  if (weeks_to_month <= MOST_WEEKS_WAITED)
    add_option (options, request, (MukanaMatchChange)
                { MUKANA_MATCH_CHANGE_FROM_MONTH, -1,
                  mukana_day_first_of_month (first + 7 * weeks_to_month), weeks_to_month });
  add_kind (options, request, TRUE, MUKANA_MATCH_CHANGE_AFTER_ABSENCE);
}

static void
add_times (GArray                   *options,
           const MukanaMatchRequest *request)
{
  /* What has been is not put off. */
  if (request->mode == MUKANA_MODE_PERIOD || request->slots->len == 0 ||
      mukana_match_request_last_day (request) < request->today)
    return;

  for (guint i = 0; i < request->slots->len; i++)
    {
      if (mukana_match_request_has_hours (request,
                                          &g_array_index (request->slots, MukanaRequestSlot, i)))
        add_clock_times (options, request, (int) i);
      add_days (options, request, (int) i);
    }

  add_weeks (options, request);
}

static gboolean
requires_theme (const MukanaMatchRequest *request)
{
  for (guint i = 0; i < request->themes->len; i++)
    if (g_array_index (request->themes, MukanaThemeNeed, i).is_required)
      return TRUE;

  return FALSE;
}

static void
add_conditions (GArray                   *options,
                const MukanaMatchRequest *r)
{
  add_kind (options, r, r->mode == MUKANA_MODE_ON_SITE, MUKANA_MATCH_CHANGE_REMOTE_TOO);
  add_kind (options, r, r->mode == MUKANA_MODE_REMOTE, MUKANA_MATCH_CHANGE_ON_SITE_TOO);
  for (int language = 0; r->language >= 0 && mukana_languages[language] != NULL; language++)
    if (language != r->language)
      add_option (options, r, (MukanaMatchChange)
                  { MUKANA_MATCH_CHANGE_LANGUAGE, -1, language, 0 });
  add_kind (options, r, r->n_roles > 0, MUKANA_MATCH_CHANGE_ANY_ROLE);
  add_kind (options, r, r->needs_training, MUKANA_MATCH_CHANGE_NO_TRAINING);
  add_kind (options, r, r->has_large_audience, MUKANA_MATCH_CHANGE_SMALL_AUDIENCE);
  add_kind (options, r, r->has_media, MUKANA_MATCH_CHANGE_NO_MEDIA);
  add_kind (options, r, r->is_public, MUKANA_MATCH_CHANGE_NOT_PUBLIC);
  add_kind (options, r, requires_theme (r), MUKANA_MATCH_CHANGE_THEMES_WISHED);
}

static void
add_credential (GArray                   *options,
                const MukanaMatchRequest *request,
                gboolean                  is_possible,
                MukanaCredentialKind      kind)
{
  if (is_possible)
    add_option (options, request, (MukanaMatchChange)
                { MUKANA_MATCH_CHANGE_CREDENTIAL, -1, kind, 0 });
}

static void
add_questions (GArray                   *options,
               const MukanaMatchRequest *r)
{
  add_kind (options, r, TRUE, MUKANA_MATCH_CHANGE_AFTER_BREAK);
  add_credential (options, r, r->needs_training, MUKANA_CREDENTIAL_TRAINING);
  add_credential (options, r, r->meets_clients, MUKANA_CREDENTIAL_CONFIDENTIALITY);
  add_credential (options, r, r->meets_clients, MUKANA_CREDENTIAL_ORIENTATION);
  add_credential (options, r, r->is_with_minors, MUKANA_CREDENTIAL_CHECK_504);
  add_credential (options, r, r->is_with_vulnerable, MUKANA_CREDENTIAL_CHECK_741);
  add_kind (options, r, r->themes->len > 0, MUKANA_MATCH_CHANGE_THEME_CONSENT);
  add_kind (options, r, TRUE, MUKANA_MATCH_CHANGE_MATCHING_CONSENT);
  add_kind (options, r, TRUE, MUKANA_MATCH_CHANGE_LONGER_JOURNEY);
}

/* By cost; equal ones by kind, then by slot, and later before earlier. */
static int
compare_options (gconstpointer a,
                 gconstpointer b)
{
  const MukanaMatchOption *left = a, *right = b;
  const MukanaMatchChange *one = &left->change, *other = &right->change;

  if (left->cost != right->cost)
    return left->cost - right->cost;
  if (one->kind != other->kind)
    return (int) one->kind - (int) other->kind;
  if (one->slot != other->slot)
    return one->slot - other->slot;

  return ABS (one->amount) != ABS (other->amount) ? ABS (one->amount) - ABS (other->amount)
                                                  : other->amount - one->amount;
}

static void
clear_option (gpointer data)
{
  MukanaMatchOption *option = data;

  g_clear_pointer (&option->request, mukana_match_request_free);
}

/** mukana_match_options_new: Returns: yours, of MukanaMatchOption, the smallest first */
GArray *
mukana_match_options_new (const MukanaMatchRequest *request)
{
  GArray *options = g_array_new (FALSE, FALSE, sizeof (MukanaMatchOption));

  g_array_set_clear_func (options, clear_option);
  add_times (options, request);
  add_conditions (options, request);
  add_questions (options, request);
  g_array_sort (options, compare_options);
  return options;
}

/** mukana_match_option_meets: whether it could take away all of @reasons, and is worth judging */
gboolean
mukana_match_option_meets (const MukanaMatchOption *self,
                           MukanaReasons            reasons)
{
  MukanaReasons helps = mukana_match_change_helps (self->change.kind);

  return (reasons & helps) != 0 && (reasons & ~(helps | MUKANA_REASONS_OF_TIME)) == 0;
}

/* The first day after all the absences, and times that are taken, that hold a day of the
 * request; today when there is none, or NONE when somebody is away until further notice. */
static MukanaDay
first_day_back (const MukanaMatchRequest *request,
                const MukanaMatchFacts   *facts)
{
  MukanaDay back = request->today;

  for (guint i = 0; i < request->slots->len; i++)
    {
      const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, i);

      if (mukana_availability_is_busy (&facts->availability, slot->day, slot->start_minute,
                                       slot->end_minute))
        back = MAX (back, slot->day + 1);
      for (guint k = 0; k < facts->availability.n_absences; k++)
        {
          MukanaDayRange away = facts->availability.absences[k];

          if (!mukana_day_range_holds (away, slot->day))
            continue;
          if (away.until == MUKANA_DAY_NONE)
            return MUKANA_DAY_NONE;
          back = MAX (back, away.until);
        }
    }

  return back;
}

/**
 * mukana_match_option_make:
 * @change: (out): the change, with what depends on the person
 *
 * Returns: FALSE when there is no such change for this person
 */
gboolean
mukana_match_option_make (const MukanaMatchOption  *self,
                          const MukanaMatchRequest *request,
                          const MukanaMatchFacts   *facts,
                          MukanaMatchChange        *change)
{
  MukanaDay ready;

  *change = self->change;
  if (self->request != NULL)
    return TRUE;

  if (change->kind == MUKANA_MATCH_CHANGE_AFTER_ABSENCE)
    ready = change->amount = first_day_back (request, facts);
  else
    {
      change->amount = facts->paused_until;
      ready = change->amount + facts->notice_days;
    }

  if (change->amount == MUKANA_DAY_NONE || change->amount <= request->today)
    return FALSE;

  if (request->mode != MUKANA_MODE_PERIOD && request->slots->len > 0)
    change->weeks = MAX (ready - mukana_match_request_first_day (request) + 6, 0) / 7;

  return change->weeks <= MOST_WEEKS_WAITED;
}

/** mukana_match_option_judge: @change: as made of @self; Returns: the reasons left with it */
MukanaReasons
mukana_match_option_judge (const MukanaMatchOption  *self,
                           const MukanaMatchChange  *change,
                           const MukanaMatchRequest *request,
                           MukanaMatchFacts         *facts)
{
  g_autoptr (MukanaMatchFacts) changed_facts = NULL;
  g_autoptr (MukanaMatchRequest) changed = NULL;

  if (!mukana_match_change_is_own (change))
    return mukana_eligibility_judge (self->request, facts);

  changed_facts = mukana_match_change_facts (change, request, facts);
  if (self->request == NULL)
    changed = mukana_match_change_request (change, request);

  return mukana_eligibility_judge (changed != NULL ? changed : self->request, changed_facts);
}

/** mukana_match_option_allows: whether nothing is left, found at the first reason */
gboolean
mukana_match_option_allows (const MukanaMatchOption  *self,
                            const MukanaMatchChange  *change,
                            const MukanaMatchRequest *request,
                            MukanaMatchFacts         *facts)
{
  return mukana_match_change_is_own (change)
         ? mukana_match_option_judge (self, change, request, facts) == 0
         : mukana_eligibility_allows (self->request, facts);
}
