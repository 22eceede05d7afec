/* mukana-match-gauge.c: a request held against the briefs of people.
 *
 * Says of most people at once whether they fit, and of the others that it does not
 * know.  What their score is at most is in mukana-match-gauge-bound.c.  The rules
 * are those of mukana-eligibility and mukana-score; a test holds them together with people and
 * requests of every kind.  Whoever changes a rule there changes it here, or lets
 * it be unsure.
 *
 * Only rows that the bitmaps have left are asked about: language, a related theme,
 * a role at some time and the half hours are not looked at again.
 */

#include "domain/mukana-match-gauge-private.h"

#include <string.h>

#include "domain/mukana-score-private.h"

static const int EVENING_MINUTE = 17 * 60;

/* ---- Preparing ---- */

static void
fill_refusals (MukanaMatchGauge *self)
{
  const MukanaMatchRequest *request = self->request;
  gboolean is_remote = request->mode == MUKANA_MODE_REMOTE || request->mode == MUKANA_MODE_PERIOD;

  self->refusals = (request->has_media ? MUKANA_REFUSES_MEDIA : 0) |
                   (request->has_large_audience ? MUKANA_REFUSES_LARGE_AUDIENCE : 0) |
                   (is_remote ? MUKANA_REFUSES_REMOTE : 0) |
                   (request->is_with_minors ? MUKANA_REFUSES_MINORS : 0) |
                   (request->meets_clients ? MUKANA_REFUSES_CLIENTS : 0);
  /* The brief has no consent for the media, which few requests ask. */
  self->is_by_facts |= request->has_media;
}

static void
fill_credentials (MukanaMatchGauge *self)
{
  const MukanaMatchRequest *request = self->request;

  self->credentials =
    (request->needs_training ? 1u << MUKANA_CREDENTIAL_TRAINING : 0) |
    (request->meets_clients ? 1u << MUKANA_CREDENTIAL_CONFIDENTIALITY |
                              1u << MUKANA_CREDENTIAL_ORIENTATION : 0) |
    (request->is_with_vulnerable ? 1u << MUKANA_CREDENTIAL_CHECK_741 : 0);
  self->any_credential = request->is_with_minors ? 1u << MUKANA_CREDENTIAL_CHECK_504 |
                                                   1u << MUKANA_CREDENTIAL_CHECK_148 : 0;
}

static void
fill_flags (MukanaMatchGauge *self)
{
  const MukanaMatchRequest *request = self->request;

  self->unsure_flags =
    (request->themes->len > 0 ? MUKANA_BRIEF_MORE_THEMES : 0) |
    (request->unit != 0 ? MUKANA_BRIEF_EXCLUDES : 0) |
    (request->chosen->len + request->taking_part->len > 0 ? MUKANA_BRIEF_APART : 0);
  self->out_flags = request->is_public || request->has_media ? MUKANA_BRIEF_NON_DISCLOSURE : 0;
}

static int
relation_share (MukanaThemeRelation relation)
{
  switch (relation)
    {
    case MUKANA_THEME_EXACT: return FULL;
    case MUKANA_THEME_NARROWER:
    case MUKANA_THEME_WIDER: return 600;
    case MUKANA_THEME_SIBLING: return 400;
    case MUKANA_THEME_UNRELATED: break;
    }

  return 0;
}

/* What each theme that a brief can have is worth for @asked. */
static void
fill_need (MukanaMatchGauge      *self,
           MukanaGaugeNeed       *need,
           const MukanaThemeNeed *asked)
{
  MukanaThemeTree *tree = self->request->tree;
  guint n_kin;
  const MukanaThemeKin *kin = mukana_theme_tree_kin (tree, asked->theme, &n_kin);

  need->weight = asked->weight;
  need->is_required = asked->is_required;
  need->worths = g_new0 (MukanaGaugeWorth, (mukana_theme_tree_size (tree) + 1) * 4);
  for (guint i = 0; i < n_kin; i++)
    {
      int share = relation_share ((MukanaThemeRelation) kin[i].relation);

      for (int perspective = 0; perspective < 4; perspective++)
        {
          gboolean is_asked = asked->perspective == MUKANA_PERSPECTIVE_ANY ||
                              (int) asked->perspective == perspective;
          MukanaGaugeWorth *worth = &need->worths[(kin[i].theme + 1) * 4 + perspective];

          worth->share = (gint16) (is_asked ? share : share * 6 / 10);
          worth->answers = is_asked && kin[i].relation >= MUKANA_THEME_NARROWER;
        }
    }
}

static void
fill_needs (MukanaMatchGauge *self)
{
  GArray *themes = self->request->themes;

  if (themes->len > MUKANA_GAUGE_NEEDS)
    {
      self->is_by_facts = TRUE;
      return;
    }

  for (guint i = 0; i < themes->len; i++)
    {
      MukanaGaugeNeed *need = &self->needs[self->n_needs++];

      fill_need (self, need, &g_array_index (themes, MukanaThemeNeed, i));
      self->weights += need->weight;
      self->has_required = self->has_required || need->is_required;
    }
}

static guint64
day_bit (MukanaDay day)
{
  return G_GUINT64_CONSTANT (1) << (day & 63);
}

static void
add_slot (MukanaMatchGauge        *self,
          const MukanaRequestSlot *slot)
{
  const MukanaMatchRequest *request = self->request;
  gboolean is_period = request->mode == MUKANA_MODE_PERIOD;
  gboolean has_hours = mukana_match_request_has_hours (request, slot);
  int notice = (is_period ? self->last_day : slot->day) - self->today;
  guint refused = (has_hours && slot->end_minute > EVENING_MINUTE ? MUKANA_REFUSES_EVENING : 0) |
                  (!is_period && mukana_day_weekday (slot->day) >= 6 ? MUKANA_REFUSES_WEEKEND : 0);

  self->least_notice = MIN (self->least_notice, notice);
  self->most_notice = MAX (self->most_notice, notice);
  self->some_refuse |= refused;
  self->all_refuse &= refused;
  self->days |= day_bit (slot->day);
  self->last_slot = MAX (self->last_slot, slot->day);
  self->months.from = MIN (self->months.from, slot->month.from);
  self->months.until = MAX (self->months.until, slot->month.until);
  if (!has_hours)
    return;

  self->unsure_time_flags |= (guint) MUKANA_BRIEF_MONDAY_BY_FACTS
                             << (mukana_day_weekday (slot->day) - 1);
  self->first_near = MIN (self->first_near, slot->day - 1);
  self->last_near = MAX (self->last_near, slot->day + 1);
  self->near |= day_bit (slot->day - 1) | day_bit (slot->day) | day_bit (slot->day + 1);
}

static gboolean
fits (MukanaDay day)
{
  /* Far enough from the ends for a year before and a month after. */
  return day > G_MININT16 + 400 && day < G_MAXINT16 - 400;
}

/* All needed times belong together; of alternatives one is chosen. */
static int
count_needed (GArray *slots)
{
  int count = 0;

  for (guint i = 0; i < slots->len; i++)
    count += !g_array_index (slots, MukanaRequestSlot, i).is_alternative;

  return MAX (count, 1);
}

static void
fill_slots (MukanaMatchGauge *self)
{
  GArray *slots = self->request->slots;

  self->n_plans = mukana_match_request_n_plans (self->request);
  self->is_one_slot = slots->len == 1;
  self->n_own = count_needed (slots);
  self->least_notice = self->first_near = G_MAXINT;
  self->most_notice = self->last_near = self->last_slot = G_MININT;
  self->all_refuse = slots->len > 0 ? G_MAXUINT : 0;
  self->months = (MukanaDayRange) { G_MAXINT32, G_MININT32 };
  for (guint i = 0; i < slots->len; i++)
    if (fits (g_array_index (slots, MukanaRequestSlot, i).day))
      add_slot (self, &g_array_index (slots, MukanaRequestSlot, i));
    else
      self->is_by_facts = TRUE;
}

/**
 * mukana_match_gauge_init:
 * @request: not changed while @self is used
 * @weights: (nullable): none when only who fits is asked
 * @places: of the index
 *
 * Thread: any, while no place is added.
 */
void
mukana_match_gauge_init (MukanaMatchGauge         *self,
                         const MukanaMatchRequest *request,
                         const MukanaWeights      *weights,
                         MukanaMatchPlaces        *places)
{
  int month, day;

  memset (self, 0, sizeof *self);
  self->request = request;
  self->km = mukana_match_places_ref_km (places, request->position);
  for (int i = 0; weights != NULL && i < MUKANA_N_PARTS; i++)
    self->best += self->max[i] = MAX (weights->max[i], 0);

  self->asks_travel = request->mode == MUKANA_MODE_ON_SITE;
  self->asks_some_travel = request->mode == MUKANA_MODE_HYBRID;
  self->today = request->today;
  self->first_day = mukana_match_request_first_day (request);
  self->last_day = mukana_match_request_last_day (request);
  self->is_by_facts = !fits (self->today) || !fits (self->first_day) || !fits (self->last_day);
  self->month.from = mukana_day_first_of_month (self->first_day);
  self->month.until = mukana_day_add_months (self->month.from, 1);
  if (request->min_age != 0)
    {
      mukana_day_split (self->first_day, &self->latest_birth, &month, &day);
      self->latest_birth -= request->min_age + MUKANA_BRIEF_YEAR;
      self->is_by_facts = self->is_by_facts || self->latest_birth <= 0;
    }
  mukana_day_split (self->today, &self->year, &month, &day);
  self->year -= MUKANA_BRIEF_YEAR;

  fill_refusals (self);
  fill_credentials (self);
  fill_needs (self);
  fill_slots (self);
  fill_flags (self);
}

void
mukana_match_gauge_clear (MukanaMatchGauge *self)
{
  for (guint i = 0; i < self->n_needs; i++)
    g_free (self->needs[i].worths);

  g_atomic_rc_box_release (self->km);
}

/* ---- Who fits ---- */

/* Reasons that need no more than a glance.  Counted without a branch: most people
 * pass each, but which one stops somebody cannot be foreseen. */
static inline gboolean
is_out (const MukanaMatchGauge *self,
        const MukanaMatchBrief *brief)
{
  int km = self->km[brief->place];

  return (brief->open.from > self->today) | (brief->open.until <= self->today) |
         ((brief->flags & self->out_flags) != 0) | ((brief->refusals & self->refusals) != 0) |
         (has_travel (self, brief) & (brief->max_travel_km != 0) & (km > brief->max_travel_km)) |
         ((self->latest_birth != 0) & (brief->birth_year > self->latest_birth));
}

static gboolean
knows_required (const MukanaMatchBrief *brief,
                const MukanaGaugeNeed  *need)
{
  for (int i = 0; i < MUKANA_BRIEF_THEMES && brief->themes[i] != 0; i++)
    if (need->worths[theme_place (brief, i)].answers)
      return TRUE;

  return FALSE;
}

static inline MukanaGaugeVerdict
judge_themes (const MukanaMatchGauge *self,
              const MukanaMatchBrief *brief)
{
  if (self->n_needs == 0)
    return MUKANA_GAUGE_IN;
  if (!knows_themes (self, brief))
    return MUKANA_GAUGE_UNSURE;

  for (guint i = 0; self->has_required && i < self->n_needs; i++)
    if (self->needs[i].is_required && !knows_required (brief, &self->needs[i]))
      return MUKANA_GAUGE_OUT;

  return MUKANA_GAUGE_IN;
}

static inline MukanaGaugeVerdict
judge_papers (const MukanaMatchGauge *self,
              const MukanaMatchBrief *brief)
{
  if ((self->credentials & ~brief->held) != 0 ||
      (self->any_credential != 0 && (self->any_credential & brief->held) == 0))
    return MUKANA_GAUGE_OUT;
  if ((self->credentials | self->any_credential) != 0 &&
      !holds (brief->credentials_hold, self->last_day))
    return MUKANA_GAUGE_UNSURE;
  if (self->request->n_roles > 0 && !holds (brief->roles_hold, self->first_day))
    return MUKANA_GAUGE_UNSURE;

  return MUKANA_GAUGE_IN;
}

/* As many as the person wants in a month. */
static MukanaGaugeVerdict
judge_cap (const MukanaMatchGauge *self,
           const MukanaMatchBrief *brief)
{
  int most, least = count_work (self, brief, self->months, &most);

  if (self->is_one_slot && least >= brief->cap_per_month)
    return MUKANA_GAUGE_OUT;

  return most + self->n_own <= brief->cap_per_month && !(brief->flags & MUKANA_BRIEF_MORE_WORK)
         ? MUKANA_GAUGE_IN : MUKANA_GAUGE_UNSURE;
}

static inline gboolean
may_clash (const MukanaMatchGauge *self,
           const MukanaMatchBrief *brief)
{
  for (int i = 0; i < MUKANA_BRIEF_WORK && brief->work[i] != MUKANA_BRIEF_NO_DAY; i++)
    if (brief->work[i] >= self->first_near && brief->work[i] <= self->last_near &&
        (self->near & day_bit (brief->work[i])) != 0)
      return TRUE;

  return FALSE;
}

/* Somebody with something on these days of any month: an absence elsewhere, if that is all. */
static inline gboolean
may_be_away (const MukanaMatchGauge     *self,
             const MukanaMatchBriefMore *more)
{
  return more->away.from == MUKANA_BRIEF_NO_DAY ||
         (more->away.from <= self->last_slot && more->away.until > self->first_day);
}

/* A slot that fails takes its plan with it; with one plan that is all. */
static inline MukanaGaugeVerdict
judge_time (const MukanaMatchGauge     *self,
            const MukanaMatchBrief     *brief,
            const MukanaMatchBriefMore *more)
{
  gboolean is_one_plan = self->n_plans == 1;

  if (self->n_plans == 0)
    return MUKANA_GAUGE_IN;
  if (brief->notice_days > self->least_notice)
    return is_one_plan || brief->notice_days > self->most_notice ? MUKANA_GAUGE_OUT
                                                                 : MUKANA_GAUGE_UNSURE;
  if ((brief->refusals & self->some_refuse) != 0)
    return is_one_plan || (brief->refusals & self->all_refuse) != 0 ? MUKANA_GAUGE_OUT
                                                                    : MUKANA_GAUGE_UNSURE;
  if ((brief->days & self->days) != 0 && may_be_away (self, more))
    return self->is_one_slot && more->away.from != MUKANA_BRIEF_NO_DAY &&
           self->request->mode != MUKANA_MODE_PERIOD ? MUKANA_GAUGE_OUT : MUKANA_GAUGE_UNSURE;
  if (may_clash (self, brief))
    return MUKANA_GAUGE_UNSURE;
  if (self->request->fee_cents != 0 && (brief->flags & MUKANA_BRIEF_HAS_CEILING) != 0 &&
      self->request->fee_cents * self->n_own > more->headroom_cents)
    return MUKANA_GAUGE_UNSURE;

  return brief->cap_per_month > 0 ? judge_cap (self, brief) : MUKANA_GAUGE_IN;
}

/**
 * mukana_match_gauge_judge:
 * @brief: of a row that the bitmaps have left for this request
 * @more: of the same row; read of a few only
 *
 * Thread: any.
 * Returns: whether the person fits, as mukana_eligibility_allows() would say; or that
 *   only the facts can say
 */
MukanaGaugeVerdict
mukana_match_gauge_judge (const MukanaMatchGauge     *self,
                          const MukanaMatchBrief     *brief,
                          const MukanaMatchBriefMore *more)
{
  MukanaGaugeVerdict themes, papers, time;

  if (self->is_by_facts || (brief->flags & MUKANA_BRIEF_BY_FACTS) != 0)
    return MUKANA_GAUGE_UNSURE;
  if (is_out (self, brief))
    return MUKANA_GAUGE_OUT;
  if ((time = judge_time (self, brief, more)) == MUKANA_GAUGE_OUT ||
      (papers = judge_papers (self, brief)) == MUKANA_GAUGE_OUT ||
      (themes = judge_themes (self, brief)) == MUKANA_GAUGE_OUT)
    return MUKANA_GAUGE_OUT;

  if (papers != MUKANA_GAUGE_IN || themes != MUKANA_GAUGE_IN ||
      (brief->flags & self->unsure_flags) != 0)
    return MUKANA_GAUGE_UNSURE;

  return time != MUKANA_GAUGE_IN || (brief->flags & self->unsure_time_flags) != 0
         ? MUKANA_GAUGE_UNSURE_TIME : MUKANA_GAUGE_IN;
}
