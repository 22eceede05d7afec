/* mukana-explain.c: the parts of a score in sentences.
 *
 * Says what mukana-score found and adds nothing of its own.  A sentence never
 * names a theme without consent, nor a place under non-disclosure.  Reasons why
 * somebody is not proposed are in mukana-explain-reason.c.
 */

#include "domain/mukana-explain.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"

static const struct
{
  const char *title;
  const char *letters;
} parts[MUKANA_N_PARTS] = {
  /* Translators: the names of the parts of a score, and after each the two letters that stand
   * for it in a narrow place.  The letters must differ from each other. */
  [MUKANA_PART_THEME] = { N_("Theme"), NC_("part letters", "Th") },
  [MUKANA_PART_SERVICE] = { N_("Service experience"), NC_("part letters", "Se") },
  [MUKANA_PART_AVAILABILITY] = { N_("Availability"), NC_("part letters", "Av") },
  [MUKANA_PART_PLACE] = { N_("Place"), NC_("part letters", "Pl") },
  [MUKANA_PART_FAIRNESS] = { N_("Fairness"), NC_("part letters", "Fa") },
  [MUKANA_PART_LOAD] = { N_("Load"), NC_("part letters", "Lo") },
  [MUKANA_PART_SKILLS] = { N_("Skills"), NC_("part letters", "Sk") },
  [MUKANA_PART_DIVERSITY] = { N_("Diversity"), NC_("part letters", "Di") },
};

/** mukana_explain_part_title: Returns: borrowed, its name in the language of the program */
const char *
mukana_explain_part_title (MukanaPart part)
{
  return _(parts[part].title);
}

/** mukana_explain_part_letters: Returns: borrowed, the two letters that stand for the part */
const char *
mukana_explain_part_letters (MukanaPart part)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "part letters", parts[part].letters);
}

static char *
time_ago (int days)
{
  gulong months = (gulong) MAX (days, 0) * 12 / 365;
  gulong years = (gulong) MAX (days, 0) / 365;

  if (days <= 0)
    return g_strdup (_("today"));
  if (days < 60)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day ago", "%d days ago",
                                         (gulong) days), days);
  if (years < 2)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu month ago", "%lu months ago",
                                         months), months);

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%lu year ago", "%lu years ago",
                                       years), years);
}

/* @first, or "@first; @second" when there is a second.  Takes both. */
static char *
join (char *first,
      char *second)
{
  g_autofree char *taken_first = first;
  g_autofree char *taken_second = second;

  /* Translators: joins two short statements about one person into one line. */
  return second != NULL ? g_strdup_printf (_("%s; %s"), first, second)
                        : g_steal_pointer (&taken_first);
}

static const char *
relation_words (MukanaThemeRelation relation)
{
  switch (relation)
    {
    case MUKANA_THEME_EXACT: return _("exact match");
    case MUKANA_THEME_NARROWER: return _("a part of the theme asked for");
    case MUKANA_THEME_WIDER: return _("the wider theme");
    case MUKANA_THEME_SIBLING: return _("a neighbouring theme");
    case MUKANA_THEME_UNRELATED: break;
    }

  return "";
}

static char *
theme_sentence (const MukanaMatchRequest *request,
                const int                *numbers,
                const char               *language)
{
  const char *perspective;
  char *best, *coverage = NULL;

  if (numbers[1] == MUKANA_THEME_NONE)
    return g_strdup (_("No theme in common"));

  perspective = mukana_code_label (mukana_perspectives, mukana_perspectives[numbers[3]]);

  /* Translators: theme, perspective, how it fits: "Home care, own experience: exact match" */
  best = g_strdup_printf (_("%s, %s: %s"),
                          mukana_theme_tree_label (request->tree, numbers[1], language),
                          perspective, relation_words ((MukanaThemeRelation) numbers[2]));
  if (numbers[5] > 1)
    coverage = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%d of %d theme asked for",
                                             "%d of %d themes asked for", (gulong) numbers[5]),
                                numbers[4], numbers[5]);

  return join (best, coverage);
}

static char *
service_sentence (MukanaFinding finding,
                  int           years)
{
  if (finding == MUKANA_FINDING_SERVICE_UNKNOWN)
    return g_strdup (_("Has not told when they used the service"));
  if (years == 0)
    return g_strdup (_("Used the service this year"));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Last used the service %d year ago",
                                       "Last used the service %d years ago", (gulong) years),
                          years);
}

static char *
free_sentence (const int *numbers)
{
  char *first, *second = NULL;

  if (numbers[1] > 1)
    first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "Free for %d of %d time", "Free for %d of %d times",
                                          (gulong) numbers[1]), numbers[0], numbers[1]);
  else
    first = g_strdup (_("Free for the whole time"));

  if (numbers[2] == 1)
    second = g_strdup (_("also for the preparation before it"));
  else if (numbers[2] == 0)
    second = g_strdup (_("not for the preparation before it"));

  return join (first, second);
}

static char *
place_sentence (const MukanaMatchFacts   *facts,
                const int                *numbers,
                const MukanaExplainWords *words)
{
  const char *code = g_quark_to_string (facts->municipality);
  const char *name = code && words->municipality ? words->municipality (code, words->data) : NULL;

  if (name != NULL && numbers[1] > 0)
    /* Translators: where the person lives, distance, the most they travel: "Kajaani, 38 km, …" */
    return g_strdup_printf (_("%s, %d km, own limit %d km"), name, numbers[0], numbers[1]);
  if (name != NULL)
    return g_strdup_printf (_("%s, %d km"), name, numbers[0]);
  if (numbers[1] > 0)
    return g_strdup_printf (_("%d km, own limit %d km"), numbers[0], numbers[1]);

  return g_strdup_printf (_("%d km"), numbers[0]);
}

static char *
fairness_sentence (const int *numbers)
{
  g_autofree char *ago = numbers[0] >= 0 ? time_ago (numbers[0]) : NULL;
  char *first = ago
                /* Translators: %s is "7 months ago" */
                ? g_strdup_printf (_("Last took part %s"), ago)
                : g_strdup (_("Has not taken part yet"));

  if (numbers[2] == 0)
    return first;
  if (ago == NULL)
    return join (first, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d assignment agreed",
                                                      "%d assignments agreed",
                                                      (gulong) numbers[2]), numbers[2]));

  return join (first,
               g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                             "%d assignment in 12 months and ahead",
                                             "%d assignments in 12 months and ahead",
                                             (gulong) numbers[2]), numbers[2]));
}

static char *
new_sentence (const int *numbers)
{
  g_autofree char *ago = time_ago (numbers[1]);

  return g_strdup_printf (_("Has not taken part yet, last asked %s"), ago);
}

static char *
load_sentence (MukanaFinding  finding,
               const int     *numbers)
{
  char *first;

  if (numbers[1] > 0)
    first = g_strdup_printf (_("%d of at most %d assignments in the month"),
                             numbers[0], numbers[1]);
  else if (numbers[0] == 0)
    first = g_strdup (_("Nothing else in the month"));
  else
    first = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                          "%d other assignment in the month",
                                          "%d other assignments in the month",
                                          (gulong) numbers[0]), numbers[0]);

  return join (first, finding == MUKANA_FINDING_LOAD_DEMANDING
                      ? g_strdup (_("a demanding task within the 14 days before")) : NULL);
}

static char *
skills_sentence (MukanaFinding  finding,
                 const int     *numbers)
{
  g_autoptr (GString) list = NULL;

  if (finding == MUKANA_FINDING_SKILLS_UNKNOWN)
    return g_strdup (numbers[2] ? _("Trained; skills have not been recorded")
                                : _("Skills have not been recorded"));
  if (finding == MUKANA_FINDING_NO_SKILLS_ASKED)
    return g_strdup (numbers[2] ? _("Trained; no special skills are asked for")
                                : _("No training recorded; no special skills are asked for"));

  list = g_string_new (NULL);
  for (guint i = 0; mukana_skills[i] != NULL; i++)
    if ((numbers[0] >> i & 1) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "",
                              mukana_code_label (mukana_skills, mukana_skills[i]));

  if (list->len == 0)
    return g_strdup (_("Has other skills than those asked for"));

  /* Translators: a list: "Can do: facilitation, online tools" */
  return g_strdup_printf (_("Can do: %s"), list->str);
}

static char *
group_sentence (const int *numbers)
{
  static const char * const names[] = {
    N_("another municipality"), N_("another age group"), N_("another language"),
  };
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((numbers[0] >> i & 1) != 0)
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", _(names[i]));

  if (list->len == 0)
    return g_strdup (_("Like those already chosen"));

  /* Translators: a list: "Brings to the group: another municipality, another age group" */
  return g_strdup_printf (_("Brings to the group: %s"), list->str);
}

/**
 * mukana_explain_part:
 * @score: as mukana_score_new() made it of @request and @facts
 * @words: names in the language shown
 *
 * Returns: yours, one sentence without a full stop, in the language of the program
 */
char *
mukana_explain_part (const MukanaMatchRequest *request,
                     const MukanaMatchFacts   *facts,
                     const MukanaScore        *score,
                     MukanaPart                part,
                     const MukanaExplainWords *words)
{
  MukanaFinding finding = score->parts[part].finding;
  const int *numbers = score->parts[part].numbers;

  switch (finding)
    {
    case MUKANA_FINDING_NO_THEMES_ASKED: return g_strdup (_("The request names no themes"));
    case MUKANA_FINDING_THEME: return theme_sentence (request, numbers, words->language);
    case MUKANA_FINDING_SERVICE_RECENT:
    case MUKANA_FINDING_SERVICE_OLD:
    case MUKANA_FINDING_SERVICE_UNKNOWN: return service_sentence (finding, numbers[0]);
    case MUKANA_FINDING_OWN_TIME: return g_strdup (_("At one's own time"));
    case MUKANA_FINDING_TIME_UNKNOWN:
      return g_strdup (request->slots->len == 0 ? _("The request has no time yet")
                                                : _("Has not told when they are free"));
    case MUKANA_FINDING_TIME_FREE: return free_sentence (numbers);
    case MUKANA_FINDING_TIME_NOT_FREE: return g_strdup (_("No time of the request suits"));
    case MUKANA_FINDING_REMOTE: return g_strdup (_("Takes part remotely"));
    case MUKANA_FINDING_PLACE_HIDDEN: return g_strdup (_("Place is not shown: non-disclosure"));
    case MUKANA_FINDING_PLACE_UNKNOWN: return g_strdup (_("The distance is not known"));
    case MUKANA_FINDING_PLACE: return place_sentence (facts, numbers, words);
    case MUKANA_FINDING_NEVER_ASKED: return g_strdup (_("New: has not been asked yet"));
    case MUKANA_FINDING_NEVER_TOOK_PART: return new_sentence (numbers);
    case MUKANA_FINDING_TOOK_PART: return fairness_sentence (numbers);
    case MUKANA_FINDING_LOAD:
    case MUKANA_FINDING_LOAD_DEMANDING: return load_sentence (finding, numbers);
    case MUKANA_FINDING_SKILLS:
    case MUKANA_FINDING_SKILLS_UNKNOWN:
    case MUKANA_FINDING_NO_SKILLS_ASKED: return skills_sentence (finding, numbers);
    case MUKANA_FINDING_FIRST_OF_GROUP: return g_strdup (_("Nobody has been chosen yet"));
    case MUKANA_FINDING_GROUP_UNKNOWN:
      return g_strdup (_("Too little told to compare with the group"));
    case MUKANA_FINDING_GROUP: return group_sentence (numbers);
    }

  return g_strdup ("");
}
