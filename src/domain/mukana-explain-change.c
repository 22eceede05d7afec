/* mukana-explain-change.c: what would help, in sentences.
 *
 * Says what mukana-match-remedy and mukana-match-relief found.  A change is an
 * "if" of what could be otherwise; what a person could be asked for is a
 * possibility and a question, never a wish of the program.  No sentence tells a
 * distance or which theme a person has not allowed.
 */

#include "domain/mukana-explain-private.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"

static const char *
month_phrase (MukanaDay day)
{
  /* Translators: when somebody has room again. */
  static const char * const months[] = {
    N_("in January"), N_("in February"), N_("in March"), N_("in April"), N_("in May"),
    N_("in June"), N_("in July"), N_("in August"), N_("in September"), N_("in October"),
    N_("in November"), N_("in December"),
  };
  int year, month, day_of_month;

  mukana_day_split (day, &year, &month, &day_of_month);
  return _(months[month - 1]);
}

/* ---- What could be otherwise, after "if" ---- */

/* All are told of the request as it is, with the day when it has several times. */
static char *
clock_clause (const MukanaMatchRequest *request,
              const MukanaMatchChange  *change)
{
  const MukanaRequestSlot *slot = &g_array_index (request->slots, MukanaRequestSlot, change->slot);
  gboolean is_later = change->kind != MUKANA_MATCH_CHANGE_END_EARLIER;
  g_autofree char *day = request->slots->len > 1 ? mukana_explain_day (slot->day) : NULL;
  g_autofree char *start = mukana_explain_minute (slot->start_minute +
                                                  (is_later ? change->amount : 0));
  g_autofree char *end =
    mukana_explain_minute (slot->end_minute + (is_later ? change->amount : -change->amount));

  switch ((int) change->kind)
    {
    case MUKANA_MATCH_CHANGE_START_LATER:
      return day == NULL ? g_strdup_printf (_("the start were %s"), start)
                         /* Translators: a day and a time */
                         : g_strdup_printf (_("the start on %s were %s"), day, start);
    case MUKANA_MATCH_CHANGE_END_EARLIER:
      return day == NULL ? g_strdup_printf (_("the end were %s"), end)
                         /* Translators: a day and a time */
                         : g_strdup_printf (_("the end on %s were %s"), day, end);
    default:
      return day == NULL ? g_strdup_printf (_("the time were %s–%s"), start, end)
                         /* Translators: a day, a start and an end */
                         : g_strdup_printf (_("the time on %s were %s–%s"), day, start, end);
    }
}

static char *
day_clause (const MukanaMatchRequest *request,
            const MukanaMatchChange  *change)
{
  guint index = change->slot >= 0 ? (guint) change->slot : 0;
  MukanaDay day = g_array_index (request->slots, MukanaRequestSlot, index).day;
  int days = change->weeks > 0 ? 7 * change->weeks : change->amount;
  g_autofree char *now = mukana_explain_day (day);
  g_autofree char *then = mukana_explain_day (day + days);

  if (request->slots->len == 1)
    return g_strdup_printf (_("the day were %s"), then);
  if (change->weeks > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "it were %d week later",
                                         "it were %d weeks later", (gulong) change->weeks),
                            change->weeks);

  /* Translators: a day that is offered, and the day of the request */
  return g_strdup_printf (_("the day were %s instead of %s"), then, now);
}

static const char *
credential_clause (int kind)
{
  switch (kind)
    {
    case MUKANA_CREDENTIAL_TRAINING: return _("newer training were shown");
    case MUKANA_CREDENTIAL_ORIENTATION: return _("orientation were given");
    case MUKANA_CREDENTIAL_CONFIDENTIALITY: return _("the confidentiality commitment were given");
    default: return _("the extract were shown");
    }
}

static char *
clause (const MukanaMatchRequest *request,
        const MukanaMatchChange  *change)
{
  g_autofree char *day = NULL;

  switch (change->kind)
    {
    /* Translators: all these follow "Would fit if …", "If …" or "The points would be 80 if …". */
    case MUKANA_MATCH_CHANGE_START_LATER:
    case MUKANA_MATCH_CHANGE_END_EARLIER:
    case MUKANA_MATCH_CHANGE_MOVED: return clock_clause (request, change);
    case MUKANA_MATCH_CHANGE_OTHER_DAY:
    case MUKANA_MATCH_CHANGE_LATER_WEEK: return day_clause (request, change);
    case MUKANA_MATCH_CHANGE_REMOTE_TOO: return g_strdup (_("one could take part remotely"));
    case MUKANA_MATCH_CHANGE_ON_SITE_TOO: return g_strdup (_("one could take part on site"));
    case MUKANA_MATCH_CHANGE_LANGUAGE:
      return g_strdup_printf (_("the language were %s"),
                              mukana_code_label (mukana_languages,
                                                 mukana_languages[change->amount]));
    case MUKANA_MATCH_CHANGE_ANY_ROLE: return g_strdup (_("any role would do"));
    case MUKANA_MATCH_CHANGE_NO_TRAINING: return g_strdup (_("training were not required"));
    case MUKANA_MATCH_CHANGE_SMALL_AUDIENCE: return g_strdup (_("the audience were smaller"));
    case MUKANA_MATCH_CHANGE_NO_MEDIA: return g_strdup (_("the media were not there"));
    case MUKANA_MATCH_CHANGE_NOT_PUBLIC: return g_strdup (_("the event were not open to all"));
    case MUKANA_MATCH_CHANGE_THEMES_WISHED:
      return g_strdup (_("the themes were wished for, not required"));
    case MUKANA_MATCH_CHANGE_AFTER_ABSENCE:
    case MUKANA_MATCH_CHANGE_AFTER_BREAK:
      day = mukana_explain_day (change->amount);
      return g_strdup_printf (_("it were after the return on %s"), day);
    case MUKANA_MATCH_CHANGE_FROM_MONTH:
      /* Translators: "in January" */
      return g_strdup_printf (_("it were %s"), month_phrase (change->amount));
    case MUKANA_MATCH_CHANGE_CREDENTIAL: return g_strdup (credential_clause (change->amount));
    case MUKANA_MATCH_CHANGE_THEME_CONSENT: return g_strdup (_("consent for the theme were given"));
    case MUKANA_MATCH_CHANGE_MATCHING_CONSENT:
      return g_strdup (_("consent to matching were given"));
    case MUKANA_MATCH_CHANGE_LONGER_JOURNEY: return g_strdup (_("a longer journey suited them"));
    }

  return g_strdup ("");
}

static char *
clauses (const MukanaMatchRequest *request,
         const MukanaMatchRemedy  *remedy)
{
  g_autofree char *first = clause (request, &remedy->changes[0]);
  g_autofree char *second = NULL, *third = NULL;

  if (remedy->n_changes == 1)
    return g_steal_pointer (&first);

  second = clause (request, &remedy->changes[1]);
  if (remedy->n_changes == 2)
    /* Translators: joins two conditions after "if" */
    return g_strdup_printf (_("%s and %s"), first, second);

  third = clause (request, &remedy->changes[2]);
  /* Translators: joins three conditions after "if" */
  return g_strdup_printf (_("%s, %s and %s"), first, second, third);
}

/* ---- What one person could be asked, or waited for ---- */

static const char *
credential_question (int kind)
{
  switch (kind)
    {
    case MUKANA_CREDENTIAL_TRAINING: return _("Could be asked for newer training");
    case MUKANA_CREDENTIAL_ORIENTATION: return _("Could be offered orientation");
    case MUKANA_CREDENTIAL_CONFIDENTIALITY:
      return _("Could be asked for a confidentiality commitment");
    default: return _("Could be asked to show an extract");
    }
}

/* Returns: NULL for a change of the request alone. */
static char *
own_sentence (const MukanaMatchChange *change)
{
  g_autofree char *day = NULL;

  switch ((int) change->kind)
    {
    case MUKANA_MATCH_CHANGE_AFTER_ABSENCE:
    case MUKANA_MATCH_CHANGE_AFTER_BREAK:
      day = mukana_explain_day (change->amount);
      return g_strdup_printf (_("Would fit after coming back on %s"), day);
    case MUKANA_MATCH_CHANGE_FROM_MONTH:
      /* Translators: "in January" */
      return g_strdup_printf (_("Has room again %s"), month_phrase (change->amount));
    case MUKANA_MATCH_CHANGE_CREDENTIAL: return g_strdup (credential_question (change->amount));
    case MUKANA_MATCH_CHANGE_THEME_CONSENT:
      return g_strdup (_("Could be asked for consent for the theme"));
    case MUKANA_MATCH_CHANGE_MATCHING_CONSENT:
      return g_strdup (_("Could be asked for consent to matching"));
    case MUKANA_MATCH_CHANGE_LONGER_JOURNEY:
      return g_strdup (_("Could be asked whether a longer journey suits this once"));
    default: return NULL;
    }
}

/**
 * mukana_explain_remedy:
 * @request: the one the remedy was found for, unchanged
 *
 * Returns: yours, one sentence without a full stop, in the language of the program
 */
char *
mukana_explain_remedy (const MukanaMatchRequest *request,
                       const MukanaMatchRemedy  *remedy)
{
  char *own = remedy->n_changes == 1 ? own_sentence (&remedy->changes[0]) : NULL;
  g_autofree char *conditions = NULL;

  if (own != NULL)
    return own;

  conditions = clauses (request, remedy);
  return g_strdup_printf (_("Would fit if %s"), conditions);
}

/* ---- What would help many ---- */

static char *
credential_relief (int   kind,
                   guint n)
{
  switch (kind)
    {
    case MUKANA_CREDENTIAL_TRAINING:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u could be asked for newer training",
                                           "%u could be asked for newer training", n), n);
    case MUKANA_CREDENTIAL_ORIENTATION:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u could be offered orientation",
                                           "%u could be offered orientation", n), n);
    case MUKANA_CREDENTIAL_CONFIDENTIALITY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u could be asked for a commitment",
                                           "%u could be asked for a commitment", n), n);
    default:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u could be asked to show an extract",
                                           "%u could be asked to show an extract", n), n);
    }
}

/**
 * mukana_explain_relief:
 * @relief: of a group, with people
 *
 * Returns: yours, one sentence without a full stop: "31 would fit if the start were 13:00"
 */
char *
mukana_explain_relief (const MukanaMatchRequest *request,
                       const MukanaMatchRelief  *relief)
{
  const MukanaMatchChange *change = &relief->change;
  guint n = relief->n_people;
  g_autofree char *words = NULL;

  switch ((int) change->kind)
    {
    case MUKANA_MATCH_CHANGE_AFTER_ABSENCE:
    case MUKANA_MATCH_CHANGE_AFTER_BREAK:
      words = mukana_explain_day (change->amount);
      /* Translators: how many, and the day by which all of them are back */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u would fit after coming back by %s",
                                           "%u would fit after coming back by %s", n), n, words);
    case MUKANA_MATCH_CHANGE_FROM_MONTH:
      /* Translators: how many, "in January" */
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u has room again %s",
                                           "%u have room again %s", n),
                              n, month_phrase (change->amount));
    case MUKANA_MATCH_CHANGE_CREDENTIAL: return credential_relief (change->amount, n);
    case MUKANA_MATCH_CHANGE_THEME_CONSENT:
    case MUKANA_MATCH_CHANGE_MATCHING_CONSENT:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u could be asked for consent",
                                           "%u could be asked for consent", n), n);
    case MUKANA_MATCH_CHANGE_LONGER_JOURNEY:
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u could be asked about a longer journey",
                                           "%u could be asked about a longer journey", n), n);
    default:
      words = clause (request, change);
      return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u would fit if %s",
                                           "%u would fit if %s", n), n, words);
    }
}

/** mukana_explain_relaxation: Returns: yours, "If the start were 13:00, 4 people would fit" */
char *
mukana_explain_relaxation (const MukanaMatchRequest    *request,
                           const MukanaMatchRelaxation *relaxation)
{
  g_autofree char *conditions = clauses (request, &relaxation->remedy);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "If %s, %u person would fit",
                                       "If %s, %u people would fit",
                                       (gulong) relaxation->n_fits),
                          conditions, relaxation->n_fits);
}

/** mukana_explain_rise: Returns: yours, "The points would be 80 if the start were 12:30" */
char *
mukana_explain_rise (const MukanaMatchRequest *request,
                     const MukanaMatchChange  *change,
                     const MukanaScore        *risen)
{
  g_autofree char *condition = clause (request, change);

  return g_strdup_printf (_("The points would be %d if %s"), risen->points, condition);
}
