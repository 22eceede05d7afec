/* mukana-finding-bar.c: who is chosen, what can be said of them, and the deed. */

#include "ui/finding/mukana-finding-bar.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-chip.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-wrap-box.h"

struct _MukanaFindingBar
{
  GtkBox     parent_instance;

  GtkWidget *chips;
  GtkLabel  *names;       /* instead of the chips when there is little room */
  GtkWidget *judgement;   /* an icon and a sentence */
  GtkImage  *icon;
  GtkLabel  *sentence;
  GtkWidget *roles;       /* an icon, and how many of each role there would be */
  GtkImage  *roles_icon;
  GtkLabel  *roles_sentence;
  GtkWidget *compare;
  GtkWidget *shortlist;
  GtkWidget *missing;     /* that somebody is still wanted */
  GtkLabel  *missing_sentence;
  GtkWidget *deeds;       /* below each other when there is little room */
};

enum { REMOVED, EXPLAIN, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaFindingBar, mukana_finding_bar, GTK_TYPE_BOX)

static void
emit_person (GtkWidget *chip,
             guint      signal)
{
  MukanaFindingBar *self = g_object_get_data (G_OBJECT (chip), "bar");
  gint64 person_id = *(gint64 *) g_object_get_data (G_OBJECT (chip), "person");

  g_signal_emit (self, signals[signal], 0, person_id);
}

static void
chip_removed_cb (GtkWidget *chip)
{
  emit_person (chip, REMOVED);
}

static void
chip_activated_cb (GtkWidget *chip)
{
  emit_person (chip, EXPLAIN);
}

static void
mukana_finding_bar_class_init (MukanaFindingBarClass *klass)
{
  signals[REMOVED] = g_signal_new ("removed", MUKANA_TYPE_FINDING_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
  signals[EXPLAIN] = g_signal_new ("explain", MUKANA_TYPE_FINDING_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
mukana_finding_bar_init (MukanaFindingBar *self)
{
  GtkWidget *propose = mukana_layout_button (_("_Propose…"), "big-deed", "finding.propose");
  GtkWidget *left;

  self->compare = mukana_layout_button (_("_Compare…"), NULL, "finding.compare");
  gtk_widget_set_tooltip_text (self->compare, _("Two to four of the chosen side by side"));
  self->shortlist = mukana_layout_button (_("_Shortlist…"), NULL, "finding.shortlist");
  gtk_widget_set_tooltip_text (self->shortlist,
                               _("Show them to the unit by a code, or ask them about dates"));
  self->chips = mukana_wrap_box_new (8, 6);
  self->names = GTK_LABEL (mukana_layout_text ("", "row-title"));
  self->icon = GTK_IMAGE (gtk_image_new ());
  self->sentence = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->judgement = mukana_layout_row (6, GTK_WIDGET (self->icon), GTK_WIDGET (self->sentence),
                                       NULL);
  self->roles_icon = GTK_IMAGE (gtk_image_new ());
  self->roles_sentence = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->roles = mukana_layout_row (6, GTK_WIDGET (self->roles_icon),
                                   GTK_WIDGET (self->roles_sentence), NULL);
  self->missing_sentence = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->missing = mukana_layout_row (6, gtk_image_new_from_icon_name ("mukana-hint-symbolic"),
                                     GTK_WIDGET (self->missing_sentence), NULL);
  left = mukana_layout_column (6, self->chips, GTK_WIDGET (self->names), self->roles,
                               self->judgement, self->missing, NULL);

  mukana_layout_style (propose, "suggested-action");
  gtk_widget_set_tooltip_text (propose, _("Ask those who are chosen (Ctrl+Enter)"));
  gtk_box_set_spacing (GTK_BOX (self), 12);
  mukana_layout_style (GTK_WIDGET (self), "bottom-bar");
  gtk_box_append (GTK_BOX (self), mukana_layout_middle (mukana_layout_expand (left)));
  self->deeds = mukana_layout_row (6, self->compare, self->shortlist, propose, NULL);
  gtk_box_append (GTK_BOX (self), self->deeds);
}

GtkWidget *
mukana_finding_bar_new (void)
{
  return g_object_new (MUKANA_TYPE_FINDING_BAR, NULL);
}

static void
add_chips (MukanaFindingBar    *self,
           MukanaFindingChoice *choice,
           gboolean             is_reserve)
{
  if (mukana_finding_choice_count (choice, is_reserve) == 0)
    return;

  mukana_wrap_box_append (MUKANA_WRAP_BOX (self->chips),
                          mukana_layout_middle (mukana_layout_text (is_reserve ? _("Reserve")
                                                                               : _("Chosen"),
                                                                    "dim-label")));
  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);
      g_autofree char *marked = NULL;
      GtkWidget *chip;

      if (chosen->is_reserve != is_reserve)
        continue;
      if (chosen->unfit != NULL)
        /* Translators: on the chip of somebody who was chosen */
        marked = g_strdup_printf (_("%s: does not fit any more"), chosen->name);
      chip = mukana_chip_new (is_reserve ? MUKANA_CHIP_RESERVE : MUKANA_CHIP_PERSON,
                              marked != NULL ? marked : chosen->name);
      g_object_set_data (G_OBJECT (chip), "bar", self);
      g_object_set_data_full (G_OBJECT (chip), "person",
                              g_memdup2 (&chosen->person_id, sizeof chosen->person_id), g_free);
      g_signal_connect (chip, "removed", G_CALLBACK (chip_removed_cb), NULL);
      g_signal_connect (chip, "activated", G_CALLBACK (chip_activated_cb), NULL);
      mukana_wrap_box_append (MUKANA_WRAP_BOX (self->chips), chip);
    }
}

static char *
join_names (MukanaFindingChoice *choice,
            gboolean             is_reserve)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);

      if (chosen->is_reserve == is_reserve)
        g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", chosen->name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}

static void
show_names (MukanaFindingBar    *self,
            MukanaFindingChoice *choice)
{
  g_autofree char *group = join_names (choice, FALSE);
  g_autofree char *reserve = join_names (choice, TRUE);
  g_autofree char *all = NULL;

  if (*reserve == '\0')
    all = g_steal_pointer (&group);
  else if (*group == '\0')
    all = g_strdup_printf (_("reserve %s"), reserve);
  else
    all = g_strdup_printf (_("%1$s, reserve %2$s"), group, reserve);
  gtk_label_set_label (self->names, all);
}

static void
show_icon (GtkImage   *icon,
           const char *icon_name,
           gboolean    is_good)
{
  gtk_image_set_from_icon_name (icon, icon_name);
  if (is_good)
    gtk_widget_add_css_class (GTK_WIDGET (icon), "judged-good");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (icon), "judged-good");
}

/* A request for several roles is not filled by whoever comes first. */
static void
show_roles (MukanaFindingBar    *self,
            MukanaFindingChoice *choice)
{
  int n_missing;
  g_autofree char *roles = mukana_finding_choice_dup_roles (choice, &n_missing);

  gtk_label_set_label (self->roles_sentence, roles != NULL ? roles : "");
  gtk_widget_set_visible (self->roles, roles != NULL);
  show_icon (self->roles_icon, n_missing == 0 ? "mukana-ok-symbolic" : "mukana-hint-symbolic",
             n_missing == 0);
}

static void
show_missing (MukanaFindingBar    *self,
              MukanaFindingChoice *choice)
{
  g_autofree char *sentence = mukana_finding_choice_dup_missing (choice);

  gtk_label_set_label (self->missing_sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->missing, sentence != NULL);
}

/** mukana_finding_bar_show: @is_compact: names instead of chips */
void
mukana_finding_bar_show (MukanaFindingBar    *self,
                         MukanaFindingChoice *choice,
                         gboolean             is_compact)
{
  g_autofree char *sentence = NULL;
  MukanaJudgement judgement = mukana_finding_choice_judge (choice, &sentence);
  gboolean is_good = judgement == MUKANA_JUDGEMENT_GOOD;

  mukana_wrap_box_clear (MUKANA_WRAP_BOX (self->chips));
  add_chips (self, choice, FALSE);
  add_chips (self, choice, TRUE);
  show_names (self, choice);
  if (choice->people->len == 0)
    sentence = g_strdup (_("Tick those you would ask."));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->deeds),
                                  is_compact ? GTK_ORIENTATION_VERTICAL
                                             : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->compare, choice->people->len >= 2 && choice->people->len <= 4);
  gtk_widget_set_visible (self->shortlist, choice->people->len > 0);
  gtk_widget_set_visible (self->chips, !is_compact && choice->people->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->names), is_compact && choice->people->len > 0);
  gtk_label_set_label (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (self->judgement, sentence != NULL);
  show_icon (self->icon, is_good ? "mukana-ok-symbolic"
                         : judgement == MUKANA_JUDGEMENT_BAD ? "mukana-alert-symbolic"
                         : "mukana-hint-symbolic", is_good);
  show_roles (self, choice);
  show_missing (self, choice);
}

/** mukana_finding_bar_peek_roles: Returns: borrowed, how many of each role; "": any will do */
const char *
mukana_finding_bar_peek_roles (MukanaFindingBar *self)
{
  return gtk_label_get_label (self->roles_sentence);
}

/** mukana_finding_bar_peek_sentence: Returns: borrowed, what is said of the chosen */
const char *
mukana_finding_bar_peek_sentence (MukanaFindingBar *self)
{
  return gtk_label_get_label (self->sentence);
}
