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
#define US_PER_HOUR (G_GINT64_CONSTANT (3600) * G_USEC_PER_SEC)

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
  { "found-hour", MUKANA_FIELD_INT, AT (found_hour), 23, MUKANA_FIELD_PLAIN, NULL },
  { "told-day", MUKANA_FIELD_DAY, AT (told_day), 0, MUKANA_FIELD_PLAIN, NULL },
  { "told-hour", MUKANA_FIELD_INT, AT (told_hour), 23, MUKANA_FIELD_PLAIN, NULL },
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

static void
split (MukanaBreach *self,
       const char   *day_field,
       const char   *hour_field,
       gint64        at)
{
  MukanaDay day = at > 0 ? mukana_day_from_us (at) : MUKANA_DAY_NONE;

  mukana_record_init_int (self, day_field, day);
  mukana_record_init_int (self, hour_field,
                          at > 0 ? (at - mukana_day_minute_us (day, 0)) / US_PER_HOUR : 0);
}

/** mukana_breach_unsettle: puts the instants into days and hours; before anybody has seen it */
void
mukana_breach_unsettle (MukanaBreach *self)
{
  split (self, "found-day", "found-hour", self->found_at);
  split (self, "told-day", "told-hour", self->authority_told_at);
}

static gint64
join (MukanaDay day,
      gint64    hour)
{
  return day == MUKANA_DAY_NONE ? 0 : mukana_day_minute_us (day, (int) hour * 60);
}

/** mukana_breach_settle: Returns: yours, a copy whose instants are those of its days and hours */
MukanaBreach *
mukana_breach_settle (MukanaBreach *self)
{
  MukanaBreach *settled = mukana_record_with_int (self, "found-at",
                                                  join (self->found_day, self->found_hour));

  mukana_record_init_int (settled, "authority-told-at", join (self->told_day, self->told_hour));
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
  if (self->authority_told_at > 0 && self->authority_told_at < self->found_at)
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

/** mukana_breach_hours_until: Returns: whole hours; below 0 when the time is over */
gint64
mukana_breach_hours_until (gint64 due_us,
                           gint64 now_us)
{
  gint64 left = due_us - now_us;

  /* Towards minus infinity: a minute late is late. */
  return left >= 0 ? left / US_PER_HOUR : -((-left + US_PER_HOUR - 1) / US_PER_HOUR);
}

/** mukana_breach_hours_left: Returns: whole hours; below 0 when the time is over */
gint64
mukana_breach_hours_left (MukanaBreach *self,
                          gint64        now_us)
{
  return mukana_breach_hours_until (mukana_breach_due_us (self->found_at), now_us);
}
