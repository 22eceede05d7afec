/* mukana-panel-result.c: what a draw came to: who, how the targets came out, how fair it was. */

#include "ui/panel/mukana-panel-result.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-avatar.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-pill.h"

#define AVATAR_PX 32

/* As people of the program's language write it: "7,5 %". */
static char *
format_chance (guint millionths)
{
  guint hundredths = (millionths + 50) / 100;

  /* Translators: a share, with two decimals: "%u,%02u %%" in Finnish and Swedish */
  return g_strdup_printf (_("%u.%02u %%"), hundredths / 100, hundredths % 100);
}

static void
add_impossible (GtkWidget               *column,
                const MukanaPanelAnswer *answer)
{
  GtkWidget *list = mukana_layout_card ();

  for (guint i = 0; i < answer->relaxations->len; i++)
    mukana_layout_card_add (list, mukana_layout_wrapped (g_ptr_array_index (answer->relaxations,
                                                                            i), NULL));
  gtk_box_append (GTK_BOX (column),
                  mukana_layout_heading (_("No panel keeps these targets"), NULL));
  gtk_box_append (GTK_BOX (column),
                  mukana_layout_wrapped (_("The fewest steps that would help, all together:"),
                                         "second-line"));
  gtk_box_append (GTK_BOX (column), list);
  gtk_box_append (GTK_BOX (column),
                  mukana_layout_button (_("_Take These Targets"), NULL, "panel.milder"));
  gtk_widget_set_halign (gtk_widget_get_last_child (column), GTK_ALIGN_START);
}

static void
add_fairness (GtkWidget               *column,
              const MukanaPanelAnswer *answer)
{
  g_autofree char *least = format_chance (answer->least_chance);
  g_autofree char *bound = format_chance (answer->bound);
  /* Translators: two shares, such as 7.50 % */
  g_autofree char *fair = g_strdup_printf (_("The smallest chance of being drawn was %1$s; in no "
                                             "lottery is it more than %2$s."), least, bound);
  g_autofree char *out = NULL;
  GtkWidget *text = mukana_layout_wrapped (fair, NULL);

  gtk_box_append (GTK_BOX (column), mukana_layout_tip (text));
  if (answer->n_shut_out == 0)
    return;

  out = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                      "%u person is in no panel that the targets allow.",
                                      "%u people are in no panel that the targets allow.",
                                      answer->n_shut_out), answer->n_shut_out);
  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (out, "second-line"));
}

static void
add_apart (GtkWidget               *column,
           const MukanaPanelAnswer *answer)
{
  g_autofree char *text = NULL;

  if (answer->n_apart == 0)
    return;

  text = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u pair that is not placed together is not drawn together.",
                                       "%u pairs that are not placed together are not drawn "
                                       "together.", answer->n_apart), answer->n_apart);
  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (text, "second-line"));
}

static void
add_people (GtkWidget               *column,
            const MukanaPanelAnswer *answer,
            gboolean                 is_reserve)
{
  GtkWidget *list = mukana_layout_card ();
  guint n = 0;

  for (guint i = 0; i < answer->members->len; i++)
    {
      const MukanaPanelMember *member = &g_array_index (answer->members, MukanaPanelMember, i);
      g_autofree char *chance = format_chance (member->chance);
      g_autofree char *detail = NULL;

      if (member->is_reserve != is_reserve)
        continue;

      /* Translators: the place in the protocol's list, and the chance of being drawn, "7.50 %" */
      detail = g_strdup_printf (_("Place %1$u in the list, chance %2$s"), member->place, chance);
      mukana_layout_card_add (list, mukana_layout_row (12, mukana_avatar_new (member->name,
                                                                              AVATAR_PX),
                                                       mukana_layout_two_lines (member->name,
                                                                                detail), NULL));
      n++;
    }

  if (n == 0)
    {
      g_object_unref (g_object_ref_sink (list));
      return;
    }
  gtk_box_append (GTK_BOX (column), mukana_layout_heading (is_reserve ? _("Reserve, in this order")
                                                                      : _("Drawn"), NULL));
  gtk_box_append (GTK_BOX (column), list);
}

static void
add_outcomes (GtkWidget               *column,
              const MukanaPanelAnswer *answer)
{
  GtkWidget *list = mukana_layout_card ();

  gtk_box_append (GTK_BOX (column), mukana_layout_heading (_("Targets"), NULL));
  for (guint i = 0; i < answer->outcomes->len; i++)
    {
      const MukanaPanelOutcome *outcome = &g_array_index (answer->outcomes, MukanaPanelOutcome, i);
      /* Translators: how many may be drawn, from how many to how many should be, how many were */
      g_autofree char *detail = g_strdup_printf (_("of %1$u, to be drawn %2$d–%3$d, drawn %4$u"),
                                                 outcome->n_pool, outcome->target.least,
                                                 outcome->target.most, outcome->n_drawn);

      mukana_layout_card_add (list, mukana_layout_two_lines (outcome->label, detail));
    }
  gtk_box_append (GTK_BOX (column), list);
}

static void
add_protocol (GtkWidget               *column,
              const MukanaPanelAnswer *answer)
{
  g_autofree char *digest = g_strdup_printf (_("Digest of the protocol: %s"),
                                             answer->result_digest);

  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (digest, "second-line"));
}

/** mukana_panel_result_widget_new: @answer: read and not kept */
GtkWidget *
mukana_panel_result_widget_new (const MukanaPanelAnswer *answer,
                                gboolean                 is_narrow)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  g_autofree char *pool = g_strdup_printf (_("Who fit and may be drawn: %u"), answer->n_pool);

  gtk_box_append (GTK_BOX (column), mukana_layout_wrapped (pool, "second-line"));
  add_apart (column, answer);
  if (!answer->is_possible)
    {
      add_impossible (column, answer);
      return column;
    }

  add_fairness (column, answer);
  add_people (column, answer, FALSE);
  add_people (column, answer, TRUE);
  if (answer->outcomes->len > 0)
    add_outcomes (column, answer);
  add_protocol (column, answer);
  return column;
}
