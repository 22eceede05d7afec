/* mukana-match-brief.c: what decides most questions about a person, in 64 bytes.
 *
 * Facts lie all over the memory, and waiting for them is most of the work of
 * matching.  A brief says the same in one line of the cache as far as it can, and
 * says where it cannot: then the facts judge.  It never says anything that the
 * facts do not, whatever the day.
 */

#include "domain/mukana-match-brief.h"

#include <string.h>

enum { LAST_DAY = G_MAXINT16 };

static gboolean
fits (MukanaDay day)
{
  return day > G_MININT16 && day < LAST_DAY;
}

static MukanaBriefDays
always (void)
{
  return (MukanaBriefDays) { G_MININT16, LAST_DAY };
}

/* Leaves the days of @days that are in @range too. */
static void
meet (MukanaMatchBrief *self,
      MukanaBriefDays  *days,
      MukanaDayRange    range)
{
  if ((range.from != MUKANA_DAY_NONE && !fits (range.from)) ||
      (range.until != MUKANA_DAY_NONE && !fits (range.until)))
    self->flags |= MUKANA_BRIEF_BY_FACTS;
  else
    {
      if (range.from != MUKANA_DAY_NONE)
        days->from = MAX (days->from, (gint16) range.from);
      if (range.until != MUKANA_DAY_NONE)
        days->until = MIN (days->until, (gint16) range.until);
    }
}

static gint16
brief_day (MukanaMatchBrief *self,
           MukanaDay         day)
{
  if (day == MUKANA_DAY_NONE)
    return MUKANA_BRIEF_NO_DAY;
  if (!fits (day))
    self->flags |= MUKANA_BRIEF_BY_FACTS;

  return (gint16) CLAMP (day, G_MININT16 + 1, LAST_DAY - 1);
}

static guint8
brief_number (MukanaMatchBrief *self,
              int               number)
{
  if (number < 0 || number > G_MAXUINT8)
    self->flags |= MUKANA_BRIEF_BY_FACTS;

  return (guint8) CLAMP (number, 0, G_MAXUINT8);
}

static guint8
brief_year (MukanaMatchBrief *self,
            int               year)
{
  if (year != 0 && year <= MUKANA_BRIEF_YEAR)
    self->flags |= MUKANA_BRIEF_BY_FACTS;

  return year == 0 ? 0 : brief_number (self, year - MUKANA_BRIEF_YEAR);
}

static void
fill_open (MukanaMatchBrief       *self,
           const MukanaMatchFacts *facts)
{
  self->open = always ();
  meet (self, &self->open, facts->register_consent);
  meet (self, &self->open, facts->matching_consent);
  meet (self, &self->open, (MukanaDayRange) { facts->paused_until, MUKANA_DAY_NONE });
  if (facts->state != MUKANA_STATE_ACTIVE || facts->is_restricted)
    self->open = (MukanaBriefDays) { 0, 0 };
}

static gboolean
is_never (MukanaDayRange range)
{
  return range.from != MUKANA_DAY_NONE && range.until != MUKANA_DAY_NONE &&
         range.from >= range.until;
}

/* A theme that may never be used, or is not in the tree, neither allows nor scores anything. */
static void
fill_themes (MukanaMatchBrief       *self,
             guint                   n_themes,
             const MukanaMatchFacts *facts)
{
  guint n = 0;

  self->themes_hold = always ();
  for (guint i = 0; i < facts->n_themes; i++)
    {
      const MukanaThemeFact *theme = &facts->themes[i];

      if ((guint) theme->theme >= n_themes || is_never (theme->consent))
        continue;
      if (n == MUKANA_BRIEF_THEMES || theme->perspective < 0 || theme->perspective > 3)
        {
          self->flags |= MUKANA_BRIEF_MORE_THEMES;
          return;
        }

      meet (self, &self->themes_hold, theme->consent);
      self->themes[n] = theme->theme + 1;
      self->theme_years[n] = brief_year (self, theme->last_year);
      self->perspectives |= (guint8) (theme->perspective << 2 * n);
      n++;
    }
}

static void
fill_papers (MukanaMatchBrief       *self,
             const MukanaMatchFacts *facts)
{
  self->roles_hold = always ();
  for (guint i = 0; i < facts->n_roles; i++)
    meet (self, &self->roles_hold, facts->roles[i].valid);

  self->credentials_hold = always ();
  for (guint i = 0; i < facts->n_credentials; i++)
    {
      meet (self, &self->credentials_hold, facts->credentials[i].valid);
      if (facts->credentials[i].kind >= 0 && facts->credentials[i].kind < 8)
        self->held |= (guint8) (1u << facts->credentials[i].kind);
      else
        self->flags |= MUKANA_BRIEF_BY_FACTS;
    }
}

/* Notes that something is from @from to before @until; always, where that cannot be told. */
static void
note_days (MukanaMatchBrief *self,
           MukanaDay         from,
           MukanaDay         until)
{
  if (!fits (from) || !fits (until) || until - from >= 64)
    self->days = G_MAXUINT64;
  else
    for (MukanaDay day = from; day < until; day++)
      self->days |= G_GUINT64_CONSTANT (1) << (day & 63);
}

/* What ends late or begins early leaves no time for the road on the next day either. */
static void
note_around (MukanaMatchBrief *self,
             MukanaDay         day)
{
  if (fits (day))
    note_days (self, day - 1, day + 2);
  else
    self->flags |= MUKANA_BRIEF_BY_FACTS;
}

static void
fill_days (MukanaMatchBrief       *self,
           const MukanaMatchFacts *facts)
{
  const MukanaAvailability *times = &facts->availability;

  for (guint i = 0; i < times->n_absences; i++)
    note_days (self, times->absences[i].from, times->absences[i].until);
  for (guint i = 0; i < times->n_busy; i++)
    note_around (self, times->busy[i].day);
  for (guint i = 0; i < facts->n_shifts; i++)
    note_around (self, facts->shifts[i].day);
  for (guint i = MUKANA_BRIEF_WORK; i < facts->n_assignments; i++)
    note_around (self, facts->assignments[i].day);
}

/* One absence is what most have of days, if anything. */
static MukanaBriefDays
only_absence (const MukanaMatchFacts *facts)
{
  const MukanaAvailability *times = &facts->availability;
  MukanaBriefDays none = { MUKANA_BRIEF_NO_DAY, MUKANA_BRIEF_NO_DAY };

  if (times->n_absences != 1 || times->n_busy > 0 || times->n_own_weeks > 0 ||
      facts->n_shifts > 0 || facts->n_assignments > MUKANA_BRIEF_WORK ||
      !fits (times->absences[0].from) || !fits (times->absences[0].until))
    return none;

  return (MukanaBriefDays) { (gint16) times->absences[0].from, (gint16) times->absences[0].until };
}

/* Whatever is paid in any month and year, all together. */
static gint32
headroom_of (const MukanaMatchFacts *facts)
{
  gint64 least = G_MAXINT32;

  if (facts->fee_ceiling_cents != 0)
    least = MIN (least, facts->fee_ceiling_cents);
  if (facts->fee_ceiling_year_cents != 0)
    least = MIN (least, facts->fee_ceiling_year_cents);
  for (guint i = 0; i < facts->n_assignments; i++)
    {
      /* Nothing is known of a sum with parts that are taken away. */
      if (facts->assignments[i].fee_cents < 0 || facts->assignments[i].fee_cents > least)
        return -1;
      least -= facts->assignments[i].fee_cents;
    }

  return (gint32) MAX (least, -1);
}

static void
fill_work (MukanaMatchBrief       *self,
           const MukanaMatchFacts *facts)
{
  for (guint i = 0; i < MUKANA_BRIEF_WORK; i++)
    self->work[i] = MUKANA_BRIEF_NO_DAY;
  for (guint i = 0; i < MIN (facts->n_assignments, MUKANA_BRIEF_WORK); i++)
    {
      const MukanaAssignmentFact *work = &facts->assignments[i];

      self->work[i] = brief_day (self, work->day);
      if (work->day == MUKANA_DAY_NONE)
        self->flags |= MUKANA_BRIEF_BY_FACTS;
      self->work_requests |= (guint16) ((guint) (work->request_id & 15) << 4 * i);
      if (work->is_demanding)
        self->demanding |= (guint8) (1u << i);
    }

  if (facts->n_assignments > MUKANA_BRIEF_WORK)
    self->flags |= MUKANA_BRIEF_MORE_WORK;
}

static guint
by_facts_on (int weekday)
{
  return (guint) MUKANA_BRIEF_MONDAY_BY_FACTS << (weekday - 1);
}

/* The bitmaps have the half hours of every season and week that a person has told.
 * On a weekday on which these are more than the whole half hours that always hold,
 * they do not decide. */
static void
fill_week (MukanaMatchBrief         *self,
           const MukanaAvailability *times)
{
  MukanaWeek all = mukana_availability_touched (times);
  MukanaWeek always_free = { { 0 } };

  for (guint i = 0; i < times->n_slots; i++)
    {
      const MukanaWeekSlot *slot = &times->slots[i];

      if (slot->valid.from == MUKANA_DAY_NONE && slot->valid.until == MUKANA_DAY_NONE)
        mukana_week_paint (&always_free, slot->weekday, (slot->start_minute + 29) / 30,
                           slot->end_minute / 30, TRUE);
    }
  for (int weekday = 1; weekday <= 7; weekday++)
    if (all.days[weekday - 1] != always_free.days[weekday - 1])
      self->flags |= (guint16) by_facts_on (weekday);
  for (guint i = 0; i < times->n_own_weeks; i++)
    note_days (self, times->own_weeks[i], times->own_weeks[i] + 7);
}

static guint
flags_of (const MukanaMatchFacts *facts)
{
  guint flags = 0;

  if (!mukana_availability_is_known (&facts->availability))
    flags |= MUKANA_BRIEF_WEEK_UNKNOWN;
  if (facts->fee_mode == MUKANA_FEE_MODE_FEE &&
      (facts->fee_ceiling_cents != 0 || facts->fee_ceiling_year_cents != 0))
    flags |= MUKANA_BRIEF_HAS_CEILING;
  if (facts->n_excluded_units > 0)
    flags |= MUKANA_BRIEF_EXCLUDES;
  if (facts->n_apart > 0)
    flags |= MUKANA_BRIEF_APART;
  if (facts->has_non_disclosure)
    flags |= MUKANA_BRIEF_NON_DISCLOSURE;
  if (facts->is_remote_ok)
    flags |= MUKANA_BRIEF_REMOTE_OK;

  return flags;
}

/**
 * mukana_match_brief_fill:
 * @more: (out): what does not fit in @self
 * @places: of the index; the person's is added to them
 * @n_themes: of the tree
 *
 * Writes the whole of @self, which may hold anything.
 */
void
mukana_match_brief_fill (MukanaMatchBrief       *self,
                         MukanaMatchBriefMore   *more,
                         MukanaMatchPlaces      *places,
                         guint                   n_themes,
                         const MukanaMatchFacts *facts)
{
  memset (self, 0, sizeof *self);
  self->flags = (guint16) flags_of (facts);
  if (!mukana_match_places_number (places, facts->position, &self->place))
    self->flags |= MUKANA_BRIEF_BY_FACTS;
  self->max_travel_km = facts->max_travel_km;
  self->notice_days = brief_number (self, facts->notice_days);
  self->birth_year = brief_year (self, facts->birth_year);
  self->refusals = facts->refusals | (facts->is_remote_ok ? 0 : MUKANA_REFUSES_REMOTE);
  self->cap_per_month = brief_number (self, facts->cap_per_month);
  self->skills = facts->skills;
  self->last_counted = brief_day (self, facts->last_counted);
  self->last_took_part = brief_day (self, facts->last_took_part);
  fill_open (self, facts);
  fill_themes (self, n_themes, facts);
  fill_papers (self, facts);
  fill_week (self, &facts->availability);
  fill_days (self, facts);
  fill_work (self, facts);
  more->away = only_absence (facts);
  more->headroom_cents = headroom_of (facts);
}
