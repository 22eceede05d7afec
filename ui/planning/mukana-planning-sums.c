/* mukana-planning-sums.c: what the plan would bring, beside today, and how good it is. */

#include "ui/planning/mukana-planning-sums.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain-plan.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"

static void
add_sum (GtkWidget  *box,
         const char *name,
         char       *words)
{
  g_autofree char *taken = words;
  GtkWidget *column = mukana_layout_column (0, mukana_layout_text (name, "second-line"),
                                            mukana_layout_text (taken, "number"), NULL);

  gtk_widget_set_margin_end (column, 18);
  mukana_wrap_box_append (MUKANA_WRAP_BOX (box), column);
}

/* "3 → 7", or one number when nothing changes. */
static char *
say_change (int today,
            int planned)
{
  /* Translators: a number today and with the plan */
  return today == planned ? g_strdup_printf ("%d", today)
                          : g_strdup_printf (_("%1$d → %2$d"), today, planned);
}

static char *
say_filled (guint today,
            guint planned,
            guint wanted)
{
  g_autofree char *change = say_change ((int) today, (int) planned);

  /* Translators: how many seats are filled, perhaps "3 → 7", of how many */
  return g_strdup_printf (_("%1$s of %2$u"), change, wanted);
}

GtkWidget *
mukana_planning_sums_new (void)
{
  return mukana_layout_column (6, mukana_wrap_box_new (18, 6), mukana_layout_wrapped ("", NULL),
                               mukana_layout_wrapped ("", "second-line"), NULL);
}

/**
 * mukana_planning_sums_show:
 * @staged: what it would be with those who are left to be asked
 * @narrow: what need not be read stands under the pointer only
 */
void
mukana_planning_sums_show (GtkWidget                  *sums,
                           const MukanaPlanningAnswer *answer,
                           const MukanaPlanningSums   *staged,
                           gboolean                    narrow)
{
  GtkWidget *box = gtk_widget_get_first_child (sums);
  GtkWidget *proof = gtk_widget_get_next_sibling (box);
  GtkWidget *notes = gtk_widget_get_next_sibling (proof);
  g_autofree char *proven = mukana_explain_plan_proof (answer->value, answer->bound);
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, answer->seed);
  g_autofree char *seeded = g_strdup_printf (_("Seed: %s"), seed);
  g_autofree char *unmet = answer->n_unmet == 0 ? NULL
    : g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "%u choice made by hand cannot hold: the rules do not let it.",
                                    "%u choices made by hand cannot hold: the rules do not let "
                                    "them.", answer->n_unmet), answer->n_unmet);
  g_autofree char *best = answer->n_best == 0 ? NULL
    : g_strdup_printf (_("It is looked for among the best %u for each request and role."),
                       answer->n_best);
  g_autofree char *unmet_too = best == NULL ? NULL
    : unmet != NULL ? g_strconcat (best, " ", unmet, NULL) : g_strdup (best);
  const char *also = unmet_too != NULL ? unmet_too : unmet;
  g_autofree char *told = g_strconcat (
    _("Places are counted by role, and whoever is asked already is kept as they are."), " ",
    also != NULL ? also : "", also != NULL ? " " : "", seeded, NULL);

  mukana_wrap_box_clear (MUKANA_WRAP_BOX (box));
  add_sum (box, _("Places filled"), say_filled (answer->today.n_filled, staged->n_filled,
                                                answer->n_wanted));
  if (answer->n_reserve_wanted > 0)
    add_sum (box, _("Reserve"), say_filled (answer->today.n_reserve, staged->n_reserve,
                                            answer->n_reserve_wanted));
  add_sum (box, _("Points together"), say_change (answer->today.total_fit, staged->total_fit));
  add_sum (box, _("Most for one person"), say_change ((int) answer->today.most_a_person,
                                                      (int) staged->most_a_person));
  /* What is proven is proven of the plan as it was made. */
  gtk_label_set_label (GTK_LABEL (proof),
                       staged->n_filled + staged->n_reserve ==
                         answer->planned.n_filled + answer->planned.n_reserve
                       ? proven : _("Some of the plan are left out by hand."));
  gtk_label_set_label (GTK_LABEL (notes), told);
  gtk_widget_set_tooltip_text (proof, told);
  gtk_widget_set_visible (notes, !narrow || unmet != NULL);
}
