/* mukana-people-words.c: days, consents and events of a person in words.
 *
 * Pure: gives strings for what the records say, and no widget.  A place under
 * non-disclosure never gets here: whoever shows a place asks first.
 */

#include "ui/people/mukana-people-words.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-closures.h"

#define ENDING_DAYS 30

/** mukana_people_near_day: Returns: yours, with its year only when the month would mislead */
char *
mukana_people_near_day (MukanaDay day,
                        MukanaDay today)
{
  return ABS (day - today) < 330 ? mukana_format_short_day (day) : mukana_format_day (NULL, day);
}

/** mukana_people_role_words: Returns: yours, the words for the roles, with commas between */
char *
mukana_people_role_words (MukanaLexicon *words,
                          const char    *codes)
{
  g_auto (GStrv) parts = g_strsplit (codes ? codes : "", " ", -1);
  GString *joined = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (joined, "%s%s", joined->len > 0 ? ", " : "",
                              mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, parts[i]));

  return g_string_free (joined, FALSE);
}

/**
 * mukana_people_consent_pill:
 * @standing: "valid", "ending", "unguarded", "withdrawn", "ended", "restricted" or "none"
 * @day: when it ends, was withdrawn or ended
 * @label: yours
 *
 * Returns: the pill that says where a consent stands
 */
MukanaPillKind
mukana_people_consent_pill (const char  *standing,
                            MukanaDay    day,
                            MukanaDay    today,
                            char       **label)
{
  g_autofree char *date = day != MUKANA_DAY_NONE ? mukana_people_near_day (day,
                                                                           today) : g_strdup ("");

  if (g_strcmp0 (standing, "valid") == 0)
    {
      *label = g_strdup (_("In force"));
      return MUKANA_PILL_OK;
    }

  if (g_strcmp0 (standing, "ending") == 0)
    {
      /* Translators: a consent: "Ends 12.12." */
      *label = g_strdup_printf (_("Ends %s"), date);
      return MUKANA_PILL_WARN;
    }

  if (g_strcmp0 (standing, "unguarded") == 0)
    {
      /* Translators: in the place of a consent of somebody under 18: no guardian has said yes */
      *label = g_strdup (_("Waits for a guardian"));
      return MUKANA_PILL_WARN;
    }

  if (g_strcmp0 (standing, "withdrawn") == 0)
    {
      /* Translators: a consent: "Withdrawn 2.11." */
      *label = day == today ? g_strdup (_("Withdrawn today"))
                            : g_strdup_printf (_("Withdrawn %s"), date);
      return MUKANA_PILL_BAD;
    }

  if (g_strcmp0 (standing, "restricted") == 0)
    {
      /* Translators: in the place of a consent: the person has had the processing restricted */
      *label = g_strdup (_("Restricted"));
      return MUKANA_PILL_BAD;
    }

  /* Translators: a consent whose last day has passed: "Ended 2.11." */
  *label = g_strcmp0 (standing, "ended") == 0 ? g_strdup_printf (_("Ended %s"), date)
                                              : g_strdup (_("No consent"));
  return MUKANA_PILL_NEUTRAL;
}

/**
 * mukana_people_standing:
 * @day: when it ends, was withdrawn or ended; NONE else
 *
 * Returns: static, where the consent stands; the words of mukana_people_consent_pill()
 */
const char *
mukana_people_standing (GPtrArray  *history,
                        const char *purpose,
                        const char *theme_id,
                        MukanaDay   today,
                        MukanaDay  *day)
{
  MukanaConsent *consent = mukana_consent_find (history, purpose, theme_id);

  *day = MUKANA_DAY_NONE;
  if (consent == NULL)
    return "none";

  *day = consent->withdrawn_at != 0 ? consent->withdrawn_on : consent->expires_on;
  if (consent->withdrawn_at != 0)
    return "withdrawn";
  if (!mukana_consent_holds (consent, today))
    return "ended";

  return *day != MUKANA_DAY_NONE && *day <= today + ENDING_DAYS ? "ending" : "valid";
}

MukanaPillKind
mukana_people_state_pill (const char *state)
{
  if (g_strcmp0 (state, "active") == 0)
    return MUKANA_PILL_OK;
  if (g_strcmp0 (state, "paused") == 0)
    return MUKANA_PILL_WAITING;

  return g_strcmp0 (state, "ended") == 0 ? MUKANA_PILL_NEUTRAL : MUKANA_PILL_INFO;
}

MukanaTimelineKind
mukana_people_event_kind (const MukanaEvent *event)
{
  if (g_str_equal (event->kind, "proposal"))
    return MUKANA_TIMELINE_PROPOSAL;
  if (g_str_equal (event->kind, "assignment"))
    return MUKANA_TIMELINE_ASSIGNMENT;
  if (g_str_equal (event->kind, "fee"))
    return MUKANA_TIMELINE_FEE;

  return g_str_equal (event->kind, "feedback") ? MUKANA_TIMELINE_FEEDBACK : MUKANA_TIMELINE_CONSENT;
}

/**
 * mukana_people_event_title:
 * @second_line: (out): yours, what it was about
 *
 * Returns: yours, what happened
 */
char *
mukana_people_event_title (const MukanaEvent  *event,
                           MukanaLexicon      *words,
                           char              **second_line)
{
  *second_line = g_strdup (event->title);

  if (g_str_equal (event->kind, "proposal"))
    /* Translators: in a timeline; %s is how it stands: "Proposal: accepted" */
    return g_strdup_printf (_("Proposal: %s"), mukana_code_label (mukana_proposal_states,
                                                                  event->state));
  if (g_str_equal (event->kind, "assignment"))
    return g_strdup_printf (_("Assignment: %s"),
                            mukana_code_label (mukana_assignment_states, event->state));
  if (g_str_equal (event->kind, "fee"))
    {
      g_autofree char *sum = mukana_money_format (event->amount_cents);

      /* Translators: a fee in a timeline: how it stands and the sum: "Fee: paid, 120 €" */
      return g_strdup_printf (_("Fee: %s, %s €"), mukana_code_label (mukana_fee_states,
                                                                   event->state), sum);
    }
  if (g_str_equal (event->kind, "feedback"))
    return g_strdup_printf (_("Feedback: %s"), mukana_code_label (mukana_feedback_sides,
                                                                  event->state));

  g_free (*second_line);
  *second_line = event->theme_id == NULL
                 ? g_strdup (mukana_code_label (mukana_purposes, event->state))
                 /* Translators: in a timeline: which theme a consent was given to, or withdrawn */
                 : g_strdup_printf (_("Experience theme: %s"),
                                    mukana_lexicon_label (words, MUKANA_LEXICON_THEME,
                                                          event->theme_id));
  return g_strdup (g_str_equal (event->kind,
                                "withdrawal") ? _("Consent withdrawn") : _("Consent given"));
}

static void
append_limit (GString    *sentence,
              const char *words)
{
  g_string_append_printf (sentence, "%s%s", sentence->len > 0 ? "  ·  " : "", words);
}

static void
append_number (GString    *sentence,
               const char *format,
               gint64      number)
{
  g_autofree char *words = NULL;

  if (number <= 0)
    return;

  /* The format is one of the translated ones of the caller, each with one %d. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (format, (int) number);
#pragma GCC diagnostic pop
  append_limit (sentence, words);
}

/** mukana_people_limits: Returns: yours, what a person has said of how much and how far */
char *
mukana_people_limits (MukanaPerson *person)
{
  GString *sentence = g_string_new (NULL);
  g_auto (GStrv) refusals = g_strsplit (person->refusals ? person->refusals : "", " ", -1);

  append_number (sentence, g_dngettext (GETTEXT_PACKAGE, "At most %d time a month",
                                        "At most %d times a month", (gulong) person->max_per_month),
                 person->max_per_month);
  append_number (sentence, g_dngettext (GETTEXT_PACKAGE, "%d day of notice", "%d days of notice",
                                        (gulong) person->notice_days), person->notice_days);
  append_number (sentence, _("%d km"), person->max_travel_km);
  if (person->remote_ok)
    append_limit (sentence, _("remote is fine"));

  for (guint i = 0; refusals[i] != NULL; i++)
    if (*refusals[i] != '\0')
      append_limit (sentence, mukana_code_label (mukana_refusals, refusals[i]));

  if (sentence->len == 0)
    append_limit (sentence, _("No limits told"));
  return g_string_free (sentence, FALSE);
}
