/* mukana-explain-reason.c: why a person is not proposed, in sentences.
 *
 * Says what mukana-eligibility found.  Does not tell which theme a person has
 * not allowed, where somebody under non-disclosure lives, or why a unit is
 * excluded: those are the person's own.
 */

#include "domain/mukana-explain-private.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"

static const char * const titles[MUKANA_N_REASONS] = {
  /* Translators: headings of the groups of people who are not proposed to a request. */
  [MUKANA_REASON_NOT_ACTIVE] = N_("Not active"),
  [MUKANA_REASON_NO_CONSENT] = N_("No consent"),
  [MUKANA_REASON_RESTRICTED] = N_("Processing restricted"),
  [MUKANA_REASON_NO_THEME] = N_("Another theme"),
  [MUKANA_REASON_NO_THEME_CONSENT] = N_("No consent for this theme"),
  [MUKANA_REASON_ROLE] = N_("Another role"),
  [MUKANA_REASON_LANGUAGE] = N_("Language"),
  [MUKANA_REASON_REFUSES] = N_("Does not take this kind of task"),
  [MUKANA_REASON_TRAINING] = N_("Training missing"),
  [MUKANA_REASON_CONFIDENTIALITY] = N_("Confidentiality or orientation missing"),
  [MUKANA_REASON_CHECK] = N_("Extract not shown"),
  [MUKANA_REASON_EXCLUDED_UNIT] = N_("Unit excluded"),
  [MUKANA_REASON_NOT_TOGETHER] = N_("Not placed together"),
  [MUKANA_REASON_NON_DISCLOSURE] = N_("Non-disclosure"),
  [MUKANA_REASON_AGE] = N_("Too young"),
  [MUKANA_REASON_TOO_FAR] = N_("Too far"),
  [MUKANA_REASON_NOTICE] = N_("Too short notice"),
  [MUKANA_REASON_NOT_FREE] = N_("Not free"),
  [MUKANA_REASON_ABSENT] = N_("Away"),
  [MUKANA_REASON_CLASH] = N_("Another assignment"),
  [MUKANA_REASON_MONTHLY_CAP] = N_("Own limit of assignments reached"),
  [MUKANA_REASON_FEE_CEILING] = N_("Own fee ceiling"),
};

/** mukana_explain_reason_title: Returns: borrowed, the heading of the group, "Not free" */
const char *
mukana_explain_reason_title (MukanaReason reason)
{
  return _(titles[reason]);
}

/** mukana_explain_day: Returns: yours, the day as people read it */
char *
mukana_explain_day (gint64 day)
{
  g_autoptr (GDateTime) date = NULL;
  int year, month, day_of_month;

  mukana_day_split ((MukanaDay) day, &year, &month, &day_of_month);
  date = g_date_time_new_utc (year, month, day_of_month, 0, 0, 0);

  /* Translators: a day for g_date_time_format(): "%-d.%-m.%Y" in Finnish and Swedish */
  return g_date_time_format (date, _("%-d %b %Y"));
}

/** mukana_explain_minute: Returns: yours, the time of day as people read it, "12:30" */
char *
mukana_explain_minute (gint64 minute)
{
  /* Translators: hours and minutes: "%d.%02d" in Finnish */
  return g_strdup_printf (_("%d:%02d"), (int) minute / 60, (int) minute % 60);
}

/** mukana_explain_hours: Returns: yours, a day and from when until when on it */
char *
mukana_explain_hours (MukanaDay day,
                      int       start_minute,
                      int       end_minute)
{
  g_autofree char *on = mukana_explain_day (day);
  g_autofree char *start = mukana_explain_minute (start_minute);
  g_autofree char *end = mukana_explain_minute (end_minute);

  /* Translators: a day, a start and an end */
  return g_strdup_printf (_("%s, %s–%s"), on, start, end);
}

static char *
time_sentence (const char   *format,
               const gint64 *numbers)
{
  g_autofree char *day = mukana_explain_day (numbers[0]);
  g_autofree char *start = mukana_explain_minute (numbers[1]);
  g_autofree char *end = mukana_explain_minute (numbers[2]);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  /* Both callers' sentences take a day and two times. */
  return g_strdup_printf (format, day, start, end);
#pragma GCC diagnostic pop
}

static char *
activity_sentence (const MukanaReasonNote *note)
{
  g_autofree char *day = NULL;

  if (note->kind == 0)
    return g_strdup_printf (_("The state is: %s"),
                            mukana_code_label (mukana_person_states,
                                               mukana_person_states[note->numbers[0]]));

  day = mukana_explain_day (note->numbers[0]);
  return g_strdup_printf (_("On a break, back %s"), day);
}

static char *
theme_sentence (const MukanaMatchRequest *request,
                const MukanaReasonNote   *note,
                const char               *language)
{
  if (note->numbers[0] == MUKANA_THEME_NONE)
    return g_strdup (_("Has no experience of the themes of the request"));

  return g_strdup_printf (_("Lacks the required theme %s"),
                          mukana_theme_tree_label (request->tree, (int) note->numbers[0],
                                                   language));
}

static char *
role_sentence (const MukanaReasonNote   *note,
               const MukanaExplainWords *words)
{
  const char *id = g_quark_to_string ((GQuark) note->numbers[0]);
  const char *name = words->role ? words->role (id, words->data) : NULL;

  if (note->kind == 1)
    return g_strdup (_("Has none of the roles asked for"));

  return g_strdup_printf (_("Does not have the role: %s"), name ? name : id);
}

static char *
credential_sentence (const MukanaReasonNote *note)
{
  if (note->reason == MUKANA_REASON_TRAINING)
    return g_strdup (_("No valid training on the day"));
  if (note->reason == MUKANA_REASON_CONFIDENTIALITY)
    return g_strdup (note->kind == 0 ? _("No valid confidentiality commitment on the day")
                                     : _("No valid orientation on the day"));

  return g_strdup (note->kind == 0
                   ? _("The extract for work with minors has not been shown")
                   : _("The extract for work with older or disabled people has not been shown"));
}

static char *
distance_sentence (const MukanaReasonNote *note)
{
  if (note->kind == 1)
    return g_strdup (_("Farther than the own limit"));

  return g_strdup_printf (_("%d km, own limit %d km"), (int) note->numbers[0],
                          (int) note->numbers[1]);
}

static char *
notice_sentence (const MukanaReasonNote *note)
{
  int wanted = (int) note->numbers[1];

  if (note->numbers[0] < 0)
    return g_strdup (_("The day has passed"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Wants %d day of notice; the request leaves %d",
                                       "Wants %d days of notice; the request leaves %d",
                                       (gulong) wanted), wanted, (int) note->numbers[0]);
}

/* By kind. */
static const char * const clash_sentences[] = {
  /* Translators: a day, a start and an end */
  N_("Another assignment %s, %s–%s"),
  N_("No time for the road: another assignment %s, %s–%s"),
  N_("A shift as a volunteer %s, %s–%s"),
  N_("No time for the road: a shift as a volunteer %s, %s–%s"),
};

static char *
absence_sentence (const MukanaReasonNote *note)
{
  g_autofree char *day = mukana_explain_day (note->numbers[0]);

  return g_strdup_printf (_("Away on %s"), day);
}

static char *
fee_sentence (const MukanaReasonNote *note)
{
  g_autofree char *sum = mukana_money_format (note->numbers[0]);
  g_autofree char *ceiling = mukana_money_format (note->numbers[1]);

  if (note->numbers[2] != 0)
    return g_strdup_printf (_("Fees of the year would be %s €, own ceiling %s €"), sum, ceiling);

  return g_strdup_printf (_("Fees of the month would be %s €, own ceiling %s €"), sum, ceiling);
}

/**
 * mukana_explain_reason:
 * @words: names in the language shown
 *
 * Returns: yours, one sentence without a full stop, in the language of the
 *   program; "" when the reason does not hold
 */
char *
mukana_explain_reason (const MukanaMatchRequest *request,
                       const MukanaMatchFacts   *facts,
                       MukanaReason              reason,
                       const MukanaExplainWords *words)
{
  MukanaReasonNote note;

  if (!mukana_eligibility_note (request, facts, reason, &note))
    return g_strdup ("");

  switch (reason)
    {
    case MUKANA_REASON_NOT_ACTIVE: return activity_sentence (&note);
    case MUKANA_REASON_NO_CONSENT:
      return g_strdup (note.kind == 0 ? _("Has not consented to the register")
                       : note.kind == 1 ? _("Has not consented to matching")
                                        : _("A guardian has not consented yet"));
    case MUKANA_REASON_RESTRICTED: return g_strdup (_("Has restricted or objected to processing"));
    case MUKANA_REASON_NO_THEME: return theme_sentence (request, &note, words->language);
    case MUKANA_REASON_NO_THEME_CONSENT:
      return g_strdup (_("Has not allowed their experience of this to be used"));
    case MUKANA_REASON_ROLE: return role_sentence (&note, words);
    case MUKANA_REASON_LANGUAGE:
      return g_strdup_printf (_("Does not work in this language: %s"),
                              mukana_code_label (mukana_languages,
                                                 mukana_languages[note.numbers[0]]));
    case MUKANA_REASON_REFUSES:
      if (note.numbers[0] < 0)
        return g_strdup (_("No consent for pictures and media"));
      return g_strdup_printf (_("Own wish: %s"),
                              mukana_code_label (mukana_refusals,
                                                 mukana_refusals[note.numbers[0]]));
    case MUKANA_REASON_TRAINING:
    case MUKANA_REASON_CONFIDENTIALITY:
    case MUKANA_REASON_CHECK: return credential_sentence (&note);
    case MUKANA_REASON_EXCLUDED_UNIT: return g_strdup (_("Has excluded this unit"));
    case MUKANA_REASON_NOT_TOGETHER:
      return g_strdup (_("Is not placed together with somebody who is in it"));
    case MUKANA_REASON_NON_DISCLOSURE:
      return g_strdup (_("Non-disclosure: no public events and no media"));
    case MUKANA_REASON_AGE:
      return g_strdup_printf (_("Younger than %d years"), (int) note.numbers[0]);
    case MUKANA_REASON_TOO_FAR: return distance_sentence (&note);
    case MUKANA_REASON_NOTICE: return notice_sentence (&note);
    case MUKANA_REASON_NOT_FREE:
      /* Translators: a day, a start and an end */
      return time_sentence (_("Not free %s, %s–%s"), note.numbers);
    case MUKANA_REASON_ABSENT: return absence_sentence (&note);
    case MUKANA_REASON_CLASH: return time_sentence (_(clash_sentences[note.kind]), note.numbers);
    case MUKANA_REASON_MONTHLY_CAP:
      if (note.numbers[2] > 1)
        /* Translators: numbers: agreed, times of this request, the person's own limit */
        return g_strdup_printf (_("%1$d assignments in the month, this request has %2$d times, "
                                  "own limit %3$d"), (int) note.numbers[0],
                                (int) note.numbers[2], (int) note.numbers[1]);
      return g_strdup_printf (_("%d assignments in the month, own limit %d"),
                              (int) note.numbers[0], (int) note.numbers[1]);
    case MUKANA_REASON_FEE_CEILING: return fee_sentence (&note);
    }

  return g_strdup ("");
}
