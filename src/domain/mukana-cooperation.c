/* mukana-cooperation.c: agreements, statements, referrals, points, theme days and groups.
 *
 * None of it names a client or a member: these are numbers.
 */

#include "domain/mukana-cooperation.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-issue.h"
#include "domain/mukana-codes.h"

#define MOST 100000
#define MOST_SCORE 10
#define DAY_MINUTES 1440

#define PLAIN MUKANA_FIELD_PLAIN
#define NEEDED (MUKANA_FIELD_PLAIN | MUKANA_FIELD_REQUIRED)

#define AT(field) G_STRUCT_OFFSET (MukanaAgreement, field)
static const MukanaField agreement_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, AT (organisation_id), 0, PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, NEEDED, mukana_agreement_kinds },
  { "title", MUKANA_FIELD_TEXT, AT (title), 200, NEEDED, NULL },
  { "reference", MUKANA_FIELD_TEXT, AT (reference), 100, PLAIN, NULL },
  { "from-day", MUKANA_FIELD_DAY, AT (from_day), 0, PLAIN, NULL },
  { "until-day", MUKANA_FIELD_DAY, AT (until_day), 0, PLAIN, NULL },
  { "amount-cents", MUKANA_FIELD_CENTS, AT (amount_cents), 0, PLAIN, NULL },
  { "is-settled", MUKANA_FIELD_BOOL, AT (is_settled), 0, PLAIN, NULL },
  { "organisation-name", MUKANA_FIELD_TEXT, AT (organisation_name), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaAgreement, mukana_agreement, agreement_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaStatementRequest, field)
static const MukanaField statement_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, AT (organisation_id), 0, PLAIN, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, NEEDED, mukana_statement_kinds },
  { "about", MUKANA_FIELD_TEXT, AT (about), 300, NEEDED, NULL },
  { "asked-on", MUKANA_FIELD_DAY, AT (asked_on), 0, PLAIN, NULL },
  { "due-on", MUKANA_FIELD_DAY, AT (due_on), 0, PLAIN, NULL },
  { "given-on", MUKANA_FIELD_DAY, AT (given_on), 0, PLAIN, NULL },
  { "declined-on", MUKANA_FIELD_DAY, AT (declined_on), 0, PLAIN, NULL },
  { "summary", MUKANA_FIELD_TEXT, AT (summary), 2000, PLAIN, NULL },
  { "asked", MUKANA_FIELD_TEXT, AT (asked), 0, PLAIN, NULL },
  { "organisation-name", MUKANA_FIELD_TEXT, AT (organisation_name), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaStatementRequest, mukana_statement_request, statement_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaReferralCount, field)
static const MukanaField referral_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, AT (organisation_id), 0, PLAIN, NULL },
  { "month", MUKANA_FIELD_DAY, AT (month), 0, PLAIN, NULL },
  { "n-referrals", MUKANA_FIELD_INT, AT (n_referrals), MOST, NEEDED, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaReferralCount, mukana_referral_count, referral_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaOlkaPoint, field)
static const MukanaField point_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, AT (name), 200, NEEDED, NULL },
  { "municipality-code", MUKANA_FIELD_TEXT, AT (municipality_code), 10, PLAIN, NULL },
  { "opened-on", MUKANA_FIELD_DAY, AT (opened_on), 0, PLAIN, NULL },
  { "closed-on", MUKANA_FIELD_DAY, AT (closed_on), 0, PLAIN, NULL },
  { "opens-minute", MUKANA_FIELD_INT, AT (opens_minute), DAY_MINUTES, PLAIN, NULL },
  { "closes-minute", MUKANA_FIELD_INT, AT (closes_minute), DAY_MINUTES, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaOlkaPoint, mukana_olka_point, point_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaOlkaDay, field)
static const MukanaField olka_day_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "point-id", MUKANA_FIELD_INT, AT (point_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, PLAIN, NULL },
  { "n-encounters", MUKANA_FIELD_INT, AT (n_encounters), MOST, NEEDED, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaOlkaDay, mukana_olka_day, olka_day_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaThemeDay, field)
static const MukanaField theme_day_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "point-id", MUKANA_FIELD_INT, AT (point_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, AT (organisation_id), 0, PLAIN, NULL },
  { "title", MUKANA_FIELD_TEXT, AT (title), 200, PLAIN, NULL },
  { "score", MUKANA_FIELD_INT, AT (score), 0, PLAIN, NULL },
  { "organisation-name", MUKANA_FIELD_TEXT, AT (organisation_name), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaThemeDay, mukana_theme_day, theme_day_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaShift, field)
static const MukanaField shift_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "point-id", MUKANA_FIELD_INT, AT (point_id), 0, PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, AT (person_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "start-minute", MUKANA_FIELD_INT, AT (start_minute), DAY_MINUTES, MUKANA_FIELD_PERSONAL, NULL },
  { "end-minute", MUKANA_FIELD_INT, AT (end_minute), DAY_MINUTES, MUKANA_FIELD_PERSONAL, NULL },
  { "display-name", MUKANA_FIELD_TEXT, AT (display_name), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "point-name", MUKANA_FIELD_TEXT, AT (point_name), 0, PLAIN, NULL },
  { "is-allowed", MUKANA_FIELD_BOOL, AT (is_allowed), 0, MUKANA_FIELD_PERSONAL, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaShift, mukana_shift, shift_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaCooperationGroup, field)
static const MukanaField group_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "version", MUKANA_FIELD_INT, AT (version), 0, PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, AT (name), 200, NEEDED, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 20, NEEDED, mukana_group_kinds },
  { "term-from", MUKANA_FIELD_DAY, AT (term_from), 0, PLAIN, NULL },
  { "term-until", MUKANA_FIELD_DAY, AT (term_until), 0, PLAIN, NULL },
  { "n-members", MUKANA_FIELD_INT, AT (n_members), MOST, PLAIN, NULL },
  { "note", MUKANA_FIELD_TEXT, AT (note), 2000, PLAIN, NULL },
  { "n-meetings", MUKANA_FIELD_INT, AT (n_meetings), 0, PLAIN, NULL },
  { "last-on", MUKANA_FIELD_DAY, AT (last_on), 0, PLAIN, NULL },
  { "n-organisations", MUKANA_FIELD_INT, AT (n_organisations), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaCooperationGroup, mukana_cooperation_group, group_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaGroupMeeting, field)
static const MukanaField meeting_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "group-id", MUKANA_FIELD_INT, AT (group_id), 0, PLAIN, NULL },
  { "day", MUKANA_FIELD_DAY, AT (day), 0, PLAIN, NULL },
  { "n-present", MUKANA_FIELD_INT, AT (n_present), MOST, NEEDED, NULL },
  { "about", MUKANA_FIELD_TEXT, AT (about), 500, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaGroupMeeting, mukana_group_meeting, meeting_fields)

#define AT(field) G_STRUCT_OFFSET (MukanaGroupMembership, field)
static const MukanaField membership_fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, PLAIN, NULL },
  { "group-id", MUKANA_FIELD_INT, AT (group_id), 0, PLAIN, NULL },
  { "organisation-id", MUKANA_FIELD_INT, AT (organisation_id), 0, PLAIN, NULL },
  { "since-day", MUKANA_FIELD_DAY, AT (since_day), 0, PLAIN, NULL },
  { "group-name", MUKANA_FIELD_TEXT, AT (group_name), 0, PLAIN, NULL },
  { "group-kind", MUKANA_FIELD_TEXT, AT (group_kind), 0, PLAIN, NULL },
};
#undef AT

MUKANA_DEFINE_RECORD (MukanaGroupMembership, mukana_group_membership, membership_fields)

static GPtrArray *
check_fields (gpointer draft)
{
  GPtrArray *issues = mukana_issues_new ();

  mukana_record_check (draft, issues);
  return issues;
}

static void
need_day (GPtrArray  *issues,
          const char *field,
          MukanaDay   day)
{
  if (day == MUKANA_DAY_NONE)
    mukana_issues_add (issues, field, N_("A day is needed."));
}

/* A number that was counted, of days, members, people. */
static void
need_number (GPtrArray  *issues,
             const char *field,
             gint64      number)
{
  if (number < 0 && number != MUKANA_NUMBER_UNSAID)
    mukana_issues_add (issues, field, N_("A number of people is not negative."));
}

static void
need_order (GPtrArray  *issues,
            const char *field,
            MukanaDay   first,
            MukanaDay   last)
{
  if (first != MUKANA_DAY_NONE && last != MUKANA_DAY_NONE && last < first)
    mukana_issues_add (issues, field, N_("The end is before the beginning."));
}

GPtrArray *
mukana_agreement_check (gpointer draft)
{
  MukanaAgreement *agreement = draft;
  GPtrArray *issues = check_fields (draft);

  need_order (issues, "until-day", agreement->from_day, agreement->until_day);
  if (agreement->amount_cents < 0)
    mukana_issues_add (issues, "amount-cents", N_("A price is not negative."));
  return issues;
}

GPtrArray *
mukana_statement_request_check (gpointer draft)
{
  MukanaStatementRequest *statement = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "asked-on", statement->asked_on);
  if (statement->asked_on != MUKANA_DAY_NONE && statement->due_on != MUKANA_DAY_NONE &&
      statement->due_on < statement->asked_on)
    mukana_issues_add (issues, "due-on", N_("It cannot be due before it is asked."));
  if (statement->asked_on != MUKANA_DAY_NONE && statement->given_on != MUKANA_DAY_NONE &&
      statement->given_on < statement->asked_on)
    mukana_issues_add (issues, "given-on", N_("It cannot be given before it is asked."));
  if (statement->given_on != MUKANA_DAY_NONE && statement->declined_on != MUKANA_DAY_NONE)
    mukana_issues_add (issues, "declined-on", N_("What is given is not declined."));
  return issues;
}

GPtrArray *
mukana_referral_count_check (gpointer draft)
{
  MukanaReferralCount *count = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "month", count->month);
  need_number (issues, "n-referrals", count->n_referrals);
  return issues;
}

GPtrArray *
mukana_olka_point_check (gpointer draft)
{
  MukanaOlkaPoint *point = draft;
  GPtrArray *issues = check_fields (draft);

  need_order (issues, "closed-on", point->opened_on, point->closed_on);
  if (point->closes_minute <= point->opens_minute)
    mukana_issues_add (issues, "closes-minute", N_("It closes before it opens."));
  return issues;
}

GPtrArray *
mukana_olka_day_check (gpointer draft)
{
  MukanaOlkaDay *day = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "day", day->day);
  need_number (issues, "n-encounters", day->n_encounters);
  return issues;
}

GPtrArray *
mukana_theme_day_check (gpointer draft)
{
  MukanaThemeDay *day = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "day", day->day);
  if (day->organisation_id == 0)
    mukana_issues_add (issues, "organisation-id", N_("Choose an organisation."));
  if (day->score < MUKANA_THEME_DAY_NO_SCORE || day->score > MOST_SCORE)
    mukana_issues_add (issues, "score", N_("A score is from 0 to 10."));
  return issues;
}

GPtrArray *
mukana_shift_check (gpointer draft)
{
  MukanaShift *shift = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "day", shift->day);
  if (shift->person_id == 0)
    mukana_issues_add (issues, "person-id", N_("Choose a person."));
  if (shift->end_minute <= shift->start_minute)
    mukana_issues_add (issues, "end-minute", N_("The end is before the beginning."));
  return issues;
}

GPtrArray *
mukana_cooperation_group_check (gpointer draft)
{
  MukanaCooperationGroup *group = draft;
  GPtrArray *issues = check_fields (draft);

  need_order (issues, "term-until", group->term_from, group->term_until);
  need_number (issues, "n-members", group->n_members);
  return issues;
}

GPtrArray *
mukana_group_meeting_check (gpointer draft)
{
  MukanaGroupMeeting *meeting = draft;
  GPtrArray *issues = check_fields (draft);

  need_day (issues, "day", meeting->day);
  need_number (issues, "n-present", meeting->n_present);
  return issues;
}

GPtrArray *
mukana_group_membership_check (gpointer draft)
{
  MukanaGroupMembership *membership = draft;
  GPtrArray *issues = check_fields (draft);

  if (membership->group_id == 0)
    mukana_issues_add (issues, "group-id", N_("Choose the group."));
  return issues;
}
