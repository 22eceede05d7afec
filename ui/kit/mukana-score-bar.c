/* mukana-score-bar.c: a score as eight slots that never move.
 *
 * A slot is as wide as its part can give, filled from the left with what was
 * earned.  The same numbers are said aloud as one sentence.  Why the points
 * are what they are is not known here.
 */

#include "ui/kit/mukana-score-bar.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "ui/kit/mukana-part-drawing.h"
#include "ui/kit/mukana-parts.h"
#include "ui/kit/mukana-style.h"

#define NATURAL_WIDTH_PX 311
#define MINIMUM_WIDTH_PX 120

struct _MukanaScoreBar
{
  GtkWidget    parent_instance;

  MukanaScore  score;
  char        *subject;      /* whose score, said first; NULL when the row says it */
  gboolean     is_chosen;
};

G_DEFINE_FINAL_TYPE (MukanaScoreBar, mukana_score_bar, GTK_TYPE_WIDGET)

/**
 * mukana_score_bar_dup_spoken:
 *
 * Returns: yours, the bar as a screen reader says it: whose, how many points
 * out of how many, each part in order, and whether the person is chosen
 */
char *
mukana_score_bar_dup_spoken (MukanaScoreBar *self)
{
  g_autoptr (GString) spoken = g_string_new (NULL);

  g_return_val_if_fail (MUKANA_IS_SCORE_BAR (self), NULL);

  if (self->subject)
    g_string_append_printf (spoken, "%s, ", self->subject);

  /* Translators: points earned, points possible: "78 points out of 100." */
  g_string_append_printf (spoken, _("%d points out of %d."),
                          self->score.points, self->score.max);
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    g_string_append_printf (spoken, "%s %s %d/%d", i == 0 ? "" : ",",
                            mukana_explain_part_title (i),
                            self->score.parts[i].points, self->score.parts[i].max);
  g_string_append_c (spoken, '.');

  if (self->is_chosen)
    g_string_append_printf (spoken, " %s", _("Chosen."));

  return g_string_free (g_steal_pointer (&spoken), FALSE);
}

static void
update_spoken (MukanaScoreBar *self)
{
  g_autofree char *spoken = mukana_score_bar_dup_spoken (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}

static void
mukana_score_bar_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  /* The height is the style sheet's: 14 px, and 12 px with the class "narrow". */
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? MINIMUM_WIDTH_PX : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH_PX : 0;
}

static void
mukana_score_bar_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  MukanaScoreBar *self = MUKANA_SCORE_BAR (widget);
  MukanaPartSlot slots[MUKANA_N_PARTS];
  int max[MUKANA_N_PARTS];

  for (int i = 0; i < MUKANA_N_PARTS; i++)
    max[i] = self->score.parts[i].max;
  mukana_parts_lay_out (gtk_widget_get_width (widget), max, slots);
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      double share = max[i] > 0 ? (double) self->score.parts[i].points / max[i] : 0;

      mukana_part_draw_track (widget, snapshot, i,
                              &GRAPHENE_RECT_INIT (slots[i].x, 0, slots[i].width,
                                                   gtk_widget_get_height (widget)),
                              share);
    }
}

static void
mukana_score_bar_finalize (GObject *object)
{
  MukanaScoreBar *self = MUKANA_SCORE_BAR (object);

  g_free (self->subject);
  G_OBJECT_CLASS (mukana_score_bar_parent_class)->finalize (object);
}

static void
mukana_score_bar_class_init (MukanaScoreBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = mukana_score_bar_finalize;
  widget_class->measure = mukana_score_bar_measure;
  widget_class->snapshot = mukana_score_bar_snapshot;
  mukana_style_follow (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mukana-score-bar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
mukana_score_bar_init (MukanaScoreBar *self)
{
  MukanaWeights weights = mukana_weights_default ();

  self->score.max = mukana_weights_total (&weights);
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    self->score.parts[i].max = weights.max[i];
  update_spoken (self);
}

/** mukana_score_bar_new: Returns: a bar of eight empty slots */
GtkWidget *
mukana_score_bar_new (void)
{
  return g_object_new (MUKANA_TYPE_SCORE_BAR, NULL);
}

/** mukana_score_bar_set_score: @score: copied */
void
mukana_score_bar_set_score (MukanaScoreBar    *self,
                            const MukanaScore *score)
{
  g_return_if_fail (MUKANA_IS_SCORE_BAR (self));

  self->score = *score;
  update_spoken (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/** mukana_score_bar_set_subject: @subject: (nullable): whose score it is, said first */
void
mukana_score_bar_set_subject (MukanaScoreBar *self,
                              const char     *subject)
{
  char *copy = g_strdup (subject);

  g_return_if_fail (MUKANA_IS_SCORE_BAR (self));

  g_free (self->subject);
  self->subject = copy;
  update_spoken (self);
}

/** mukana_score_bar_set_chosen: @is_chosen: whether the person is among the chosen, said last */
void
mukana_score_bar_set_chosen (MukanaScoreBar *self,
                             gboolean        is_chosen)
{
  g_return_if_fail (MUKANA_IS_SCORE_BAR (self));

  self->is_chosen = is_chosen;
  update_spoken (self);
}
