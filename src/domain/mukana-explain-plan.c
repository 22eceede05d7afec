/* mukana-explain-plan.c: a plan in sentences: why not somebody, what is missing, how good it is.
 *
 * Points of a plan are thousandths of a full fit, so that a request more for
 * somebody and a seat left empty can stand beside how well people fit.
 */

#include "domain/mukana-explain-plan.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"

/* By what the group is asked to be. */
static const char * const group_reasons[] = {
  [MUKANA_PLAN_RULE_TWO] = N_("Nobody is asked alone"),
  [MUKANA_PLAN_RULE_MENTOR] = N_("Somebody who has taken part before is needed in the group"),
  [MUKANA_PLAN_RULE_LANGUAGE] = N_("Somebody who works in another language is needed in the "
                                   "group"),
  [MUKANA_PLAN_RULE_AREAS] = N_("Somebody from another municipality is needed in the group"),
};

static char *
reason (const MukanaPlanWhy *why,
        const char          *other_title)
{
  switch (why->kind)
    {
    case MUKANA_PLAN_WHY_CHOSEN: return g_strdup (_("Is in the plan"));
    case MUKANA_PLAN_WHY_NO_FIT: return g_strdup (_("Is not among those who fit best"));
    case MUKANA_PLAN_WHY_NEVER: return g_strdup (_("Was taken away by hand"));
    case MUKANA_PLAN_WHY_TAKEN:
      return g_strdup (_("Has agreed to something, or is asked, at that time"));
    case MUKANA_PLAN_WHY_BUSY:
      /* Translators: the title of another request */
      return other_title != NULL
             ? g_strdup_printf (_("Is planned for “%s” at that time"), other_title)
             : g_strdup (_("Is planned for another request at that time"));
    case MUKANA_PLAN_WHY_MONTH: return g_strdup (_("Would have too many requests in a month"));
    case MUKANA_PLAN_WHY_QUARTER:
      return g_strdup (_("Would have too many requests in a quarter"));
    case MUKANA_PLAN_WHY_FEES: return g_strdup (_("Would be above their own fee ceiling"));
    case MUKANA_PLAN_WHY_OTHER_WAY:
      return g_strdup (_("The request takes place at another of its times"));
    case MUKANA_PLAN_WHY_APART:
      return g_strdup (_("Not together with somebody who is in the plan"));
    case MUKANA_PLAN_WHY_GROUP: return g_strdup (_(group_reasons[why->rule]));
    case MUKANA_PLAN_WHY_LOAD: return g_strdup (_("Others have fewer requests"));
    case MUKANA_PLAN_WHY_FIT:
    default: return g_strdup (_("Others fit better, here or all requests taken together"));
    }
}

/**
 * mukana_explain_plan_why:
 * @other_title: (nullable): of the request @why names
 *
 * Returns: yours, why somebody is not in a request, and what it would cost to have them there
 */
char *
mukana_explain_plan_why (const MukanaPlanWhy *why,
                         const char          *other_title)
{
  g_autofree char *told = reason (why, other_title), *loss = NULL;

  if (why->kind == MUKANA_PLAN_WHY_CHOSEN || why->loss < 0)
    return g_steal_pointer (&told);
  if (why->loss == 0)
    return g_strconcat (told, ". ", _("With them the plan would be as good."), NULL);

  loss = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "With them the plan would lose %d point.",
                                       "With them the plan would lose %d points.",
                                       (gulong) why->loss), (int) why->loss);
  return g_strconcat (told, ". ", loss, NULL);
}

/** mukana_explain_plan_shortage: Returns: (nullable): yours, why so many are missing */
char *
mukana_explain_plan_shortage (guint n_missing,
                              guint n_fits,
                              guint n_wanted)
{
  if (n_missing == 0)
    return NULL;
  if (n_fits == 0)
    return g_strdup (_("Nobody more fits."));
  if (n_fits < n_wanted)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Only %u person more fits.",
                                         "Only %u people more fit.", n_fits), n_fits);

  return g_strdup (_("Those who fit are busy at that time, have enough, or are worth more "
                     "elsewhere."));
}

/** mukana_explain_plan_reserve: @n_left: who fit and are not in the request; Returns: (nullable):
 * yours, that so many of the reserve are missing, and why */
char *
mukana_explain_plan_reserve (guint n_missing,
                             guint n_left)
{
  g_autofree char *missing = NULL, *why = NULL;

  if (n_missing == 0)
    return NULL;

  missing = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u reserve is missing.",
                                          "%u of the reserve are missing.", n_missing), n_missing);
  why = mukana_explain_plan_shortage (n_missing, n_left, n_left);
  return g_strconcat (missing, " ", why, NULL);
}

/** mukana_explain_plan_group_shortage: Returns: yours, why seats are empty though somebody fits */
char *
mukana_explain_plan_group_shortage (void)
{
  return g_strdup (_("Those who fit would not make the group that is asked for."));
}

/**
 * mukana_explain_plan_group_relief:
 * @kind: a #MukanaPlanRuleKind that would not be asked of this request; -1: none of them
 * @n_more: how many more would then be in it, by a plan that was made so
 *
 * Returns: yours
 */
char *
mukana_explain_plan_group_relief (int   kind,
                                  guint n_more)
{
  static const char * const wishes[] = {
    [MUKANA_PLAN_RULE_TWO] = N_("If somebody could be asked alone"),
    [MUKANA_PLAN_RULE_MENTOR] = N_("If first-timers could come among themselves"),
    [MUKANA_PLAN_RULE_LANGUAGE] = N_("If nobody had to work in another language"),
    [MUKANA_PLAN_RULE_AREAS] = N_("If all could come from one municipality"),
  };
  const char *wish = kind < 0 ? N_("If nothing were asked of the group") : wishes[kind];

  /* Translators: the first is one of the sentences "If …" about a group */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%1$s, %2$u more would be found.",
                                       "%1$s, %2$u more would be found.", n_more),
                          _(wish), n_more);
}

static int
compare_points (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  const MukanaScorePart *parts = data;
  int left = *(const int *) a, right = *(const int *) b;

  if (parts[left].points != parts[right].points)
    return parts[right].points - parts[left].points;
  return left - right;
}

/* The parts that give the most points: "Theme 35 of 35, Fairness 15 of 15, Place 10 of 10". */
static char *
strongest_parts (const MukanaScore *score)
{
  enum { N_TOLD = 3 };
  int order[MUKANA_N_PARTS];
  g_autoptr (GString) text = g_string_new (NULL);

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    order[i] = i;
  g_qsort_with_data (order, MUKANA_N_PARTS, sizeof order[0], compare_points,
                     (gpointer) score->parts);

  for (int i = 0; i < N_TOLD && score->parts[order[i]].points > 0; i++)
    {
      const MukanaScorePart *part = &score->parts[order[i]];

      g_string_append_printf (text, "%s%s ", i > 0 ? ", " : "",
                              mukana_explain_part_title ((MukanaPart) order[i]));
      /* Translators: points of a part of the score, and how many it can give */
      g_string_append_printf (text, _("%1$d of %2$d"), part->points, part->max);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * mukana_explain_plan_chosen:
 * @n_passed: how many fit better and are not in this request
 *
 * Returns: yours, why the plan has somebody in a request
 */
char *
mukana_explain_plan_chosen (const MukanaScore *score,
                            guint              n_passed,
                            gboolean           is_never_asked,
                            gboolean           is_pinned)
{
  g_autofree char *parts = strongest_parts (score);
  GString *text = g_string_new (NULL);

  if (is_pinned)
    g_string_append (text, _("Put here by hand."));
  else if (n_passed == 0)
    g_string_append (text, _("Nobody who is left out fits better."));
  else
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               "%u fits better, who is needed elsewhere, busy or "
                                               "has enough.",
                                               "%u fit better, who are needed elsewhere, busy or "
                                               "have enough.", n_passed), n_passed);
  if (*parts != '\0')
    {
      g_string_append_c (text, ' ');
      /* Translators: parts of a score with their points */
      g_string_append_printf (text, _("Most for: %s."), parts);
    }
  if (is_never_asked)
    g_string_append_printf (text, " %s", _("Has never been asked, which counts for them."));

  return g_string_free (text, FALSE);
}

/** mukana_explain_plan_proof: Returns: yours, how good the plan is known to be */
char *
mukana_explain_plan_proof (gint64 value,
                           gint64 bound)
{
  if (bound <= value)
    return g_strdup (_("Proven: no plan is better by these rules."));

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Proven: no plan is better by more than %d point.",
                                       "Proven: no plan is better by more than %d points.",
                                       (gulong) (bound - value)), (int) (bound - value));
}

/** mukana_explain_plan_check: Returns: yours, what came of it when it was planned again */
char *
mukana_explain_plan_check (const MukanaPlanCheck *check,
                           gboolean               is_as_kept)
{
  g_autofree char *points = NULL;

  if (!is_as_kept)
    return g_strdup (_("The protocol is no longer as it was kept."));
  if (!check->is_read)
    return g_strdup (_("The protocol cannot be read."));
  if (check->holds)
    return g_strdup (_("Planned again, the same comes of it."));

  points = g_strdup_printf (_("It is worth %1$d points instead of %2$d."),
                            (int) check->value_again, (int) check->value);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "Planned again, %1$u of %2$u place is filled otherwise. "
                                       "%3$s",
                                       "Planned again, %1$u of %2$u places are filled otherwise. "
                                       "%3$s", check->n_seats), check->n_lost, check->n_seats,
                          points);
}
