/* mukana-explain-plan.c: a plan in sentences: why not somebody, what is missing, how good it is.
 *
 * Points of a plan are thousandths of a full fit, so that a request more for
 * somebody and a seat left empty can stand beside how well people fit.
 */

#include "domain/mukana-explain-plan.h"

#include <glib/gi18n-lib.h>

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

/** mukana_explain_plan_group_shortage: Returns: yours, why seats are empty though somebody fits */
char *
mukana_explain_plan_group_shortage (void)
{
  return g_strdup (_("Those who fit would not make the group that is asked for."));
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
