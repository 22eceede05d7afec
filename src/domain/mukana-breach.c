/* mukana-breach.c: a breach of the protection of personal data, and its 72 hours.
 *
 * Every breach is recorded, also one that need not be told to anybody.  The clock
 * counts hours from when it was found, whatever day or night, summer time or not.
 * Source: GDPR Articles 33 and 34.
 */

#include "domain/mukana-breach.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"

#define AT(field) G_STRUCT_OFFSET (MukanaBreach, field)
#define US_PER_MINUTE (G_GINT64_CONSTANT (60) * G_USEC_PER_SEC)
#define US_PER_HOUR (60 * US_PER_MINUTE)
#define LAST_MINUTE (24 * 60 - 1)

const char * const mukana_breach_risks[] = { "none", "risk", "high", NULL };

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, MUKANA_FIELD_PLAIN, NULL },
  { "found-at", MUKANA_FIELD_TIME, AT (found_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "what", MUKANA_FIELD_TEXT, AT (what), 4000, MUKANA_FIELD_PERSONAL | MUKANA_FIELD_REQUIRED,
    NULL },
  { "data-groups", MUKANA_FIELD_TEXT, AT (data_groups), 1000, MUKANA_FIELD_PLAIN, NULL },
  { "n-people", MUKANA_FIELD_INT, AT (n_people), 1000000, MUKANA_FIELD_PLAIN, NULL },
  { "effects", MUKANA_FIELD_TEXT, AT (effects), 4000, MUKANA_FIELD_PERSONAL, NULL },
  { "actions", MUKANA_FIELD_TEXT, AT (actions), 4000, MUKANA_FIELD_PERSONAL, NULL },
  { "risk", MUKANA_FIELD_TEXT, AT (risk), 0, MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED,
    mukana_breach_risks },
  { "authority-told-at", MUKANA_FIELD_TIME, AT (authority_told_at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "people-told-on", MUKANA_FIELD_DAY, AT (people_told_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "not-told-reason", MUKANA_FIELD_TEXT, AT (not_told_reason), 2000, MUKANA_FIELD_PLAIN, NULL },
  { "closed-on", MUKANA_FIELD_DAY, AT (closed_on), 0, MUKANA_FIELD_PLAIN, NULL },
  { "recorded-by", MUKANA_FIELD_TEXT, AT (recorded_by), 200, MUKANA_FIELD_PERSONAL, NULL },
  { "found-day", MUKANA_FIELD_DAY, AT (found_day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "found-minute", MUKANA_FIELD_INT, AT (found_minute), LAST_MINUTE, MUKANA_FIELD_PLAIN,
    NULL },
  { "told-day", MUKANA_FIELD_DAY, AT (told_day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "told-minute", MUKANA_FIELD_INT, AT (told_minute), LAST_MINUTE, MUKANA_FIELD_PLAIN, NULL },
};

MUKANA_DEFINE_RECORD (MukanaBreach, mukana_breach, fields)

/** mukana_breach_risk_label: Returns: borrowed, a source string */
const char *
mukana_breach_risk_label (const char *risk)
{
  if (g_strcmp0 (risk, "none") == 0)
    return N_("No risk to people");

  return g_strcmp0 (risk, "high") == 0 ? N_("High risk: people are told too")
                                       : N_("A risk: the authority is told");
}

/* By the wall clock, which one night of the year leaves an hour out and another has one twice:
 * counted from midnight, it is put right by what its own instant is away. */
static int
minute_of (gint64    at,
           MukanaDay day)
{
  gint64 minute = (at - mukana_day_minute_us (day, 0)) / US_PER_MINUTE;

  minute += (at - mukana_day_minute_us (day, (int) minute)) / US_PER_MINUTE;
  return (int) CLAMP (minute, 0, LAST_MINUTE);
}

static void
split (MukanaBreach *self,
       const char   *day_field,
       const char   *minute_field,
       gint64        at)
{
  MukanaDay day = at > 0 ? mukana_day_from_us (at) : MUKANA_DAY_NONE;

  mukana_record_init_int (self, day_field, day);
  mukana_record_init_int (self, minute_field, at > 0 ? minute_of (at, day) : 0);
}

/** mukana_breach_unsettle: puts the instants into days and minutes; before anybody has seen it */
void
mukana_breach_unsettle (MukanaBreach *self)
{
  split (self, "found-day", "found-minute", self->found_at);
  split (self, "told-day", "told-minute", self->authority_told_at);
}

/**
 * mukana_breach_offer_now: where the authority has not been told, the time of telling begins as now
 *
 * Midnight of the same day would be before it was found.
 */
void
mukana_breach_offer_now (MukanaBreach *self,
                         gint64        now_us)
{
  if (self->authority_told_at == 0 && self->told_day == MUKANA_DAY_NONE)
    mukana_record_init_int (self, "told-minute", minute_of (now_us, mukana_day_from_us (now_us)));
}

/* Neither its seconds nor which of two like hours it was is typed: an instant stays as it was while
 * its day and minute do. */
static gint64
join (MukanaDay day,
      gint64    minute,
      gint64    before)
{
  if (day == MUKANA_DAY_NONE)
    return 0;
  if (before > 0 && mukana_day_from_us (before) == day && minute_of (before, day) == minute)
    return before;

  return mukana_day_minute_us (day, (int) minute);
}

/** mukana_breach_settle: Returns: yours, a copy whose instants are those of its days and minutes */
MukanaBreach *
mukana_breach_settle (MukanaBreach *self)
{
  MukanaBreach *settled =
    mukana_record_with_int (self, "found-at", join (self->found_day, self->found_minute,
                                                    self->found_at));

  mukana_record_init_int (settled, "authority-told-at", join (self->told_day, self->told_minute,
                                                              self->authority_told_at));
  return settled;
}

static gboolean
needs_reason (MukanaBreach *self)
{
  gboolean is_told = self->authority_told_at > 0;
  gboolean are_told = self->people_told_on != MUKANA_DAY_NONE;

  if (g_strcmp0 (self->risk, "none") == 0)
    return FALSE;

  return !is_told || (g_strcmp0 (self->risk, "high") == 0 && !are_told) ||
         self->authority_told_at - self->found_at > MUKANA_BREACH_HOURS * US_PER_HOUR;
}

/**
 * mukana_breach_check:
 * @self: settled
 *
 * Returns: yours, the findings
 */
GPtrArray *
mukana_breach_check (MukanaBreach *self,
                     gint64        now_us)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (MUKANA_RECORD (self), issues);
  if (self->found_at <= 0)
    mukana_issues_add (issues, "found-day", N_("Say when it was found."));
  else if (self->found_at > now_us)
    mukana_issues_add (issues, "found-day", N_("It cannot have been found in the future."));
  /* Of what is typed there are no seconds. */
  if (self->authority_told_at > 0 &&
      self->authority_told_at / US_PER_MINUTE < self->found_at / US_PER_MINUTE)
    mukana_issues_add (issues, "told-day", N_("It was told before it was found."));
  if (self->closed_on != MUKANA_DAY_NONE && self->not_told_reason == NULL && needs_reason (self))
    mukana_issues_add (issues, "not-told-reason",
                       N_("Say why somebody was not told, or was told late."));
  return issues;
}

/** mukana_breach_is_waiting: whether the authority is still to be told */
gboolean
mukana_breach_is_waiting (MukanaBreach *self)
{
  return self->closed_on == MUKANA_DAY_NONE && self->authority_told_at == 0 &&
         g_strcmp0 (self->risk, "none") != 0;
}

/** mukana_breach_due_us: Returns: by when the authority is told of what was found then */
gint64
mukana_breach_due_us (gint64 found_us)
{
  return found_us + MUKANA_BREACH_HOURS * US_PER_HOUR;
}
