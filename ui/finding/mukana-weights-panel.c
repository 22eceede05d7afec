/* mukana-weights-panel.c: a slider for each part of a score.
 *
 * Says how much each part may give at most.  The points of the parts still add
 * up to the score; only the greatest possible score moves.
 */

#include "ui/finding/mukana-weights-panel.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-part-swatch.h"


struct _MukanaWeightsPanel
{
  GtkBox         parent_instance;

  GtkAdjustment *adjustments[MUKANA_N_PARTS];   /* borrowed from the sliders */
  gboolean       is_filling;
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWeightsPanel, mukana_weights_panel, GTK_TYPE_BOX)

static void
value_changed_cb (MukanaWeightsPanel *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
mukana_weights_panel_class_init (MukanaWeightsPanelClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_WEIGHTS_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_slider (MukanaWeightsPanel *self,
             MukanaPart          part)
{
  GtkWidget *scale = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0,
                                               MUKANA_WEIGHT_MOST, 1);

  self->adjustments[part] = gtk_range_get_adjustment (GTK_RANGE (scale));
  gtk_scale_set_draw_value (GTK_SCALE (scale), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (scale), GTK_POS_RIGHT);
  gtk_widget_set_size_request (scale, 180, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mukana_explain_part_title (part), -1);
  g_signal_connect_swapped (self->adjustments[part], "value-changed", G_CALLBACK (value_changed_cb),
                            self);
  return mukana_layout_expand (scale);
}

static void
mukana_weights_panel_init (MukanaWeightsPanel *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *reset = mukana_layout_button (_("_Reset"), "flat", NULL);

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      gtk_grid_attach (GTK_GRID (grid),
                       mukana_layout_middle (mukana_part_swatch_new ((MukanaPart) part)), 0, part,
                         1, 1);
      gtk_grid_attach (GTK_GRID (grid),
                       mukana_layout_text (mukana_explain_part_title ((MukanaPart) part), NULL),
                       1, part, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), make_slider (self, (MukanaPart) part), 2, part, 1, 1);
    }

  gtk_box_append (GTK_BOX (self),
                  mukana_layout_text (_("The most that each part can give"), "second-line"));
  gtk_box_append (GTK_BOX (self), grid);
  gtk_widget_set_halign (reset, GTK_ALIGN_END);
  g_signal_connect_swapped (reset, "clicked", G_CALLBACK (mukana_weights_panel_reset), self);
  gtk_box_append (GTK_BOX (self), reset);
  mukana_weights_panel_reset (self);
}

GtkWidget *
mukana_weights_panel_new (void)
{
  return g_object_new (MUKANA_TYPE_WEIGHTS_PANEL, NULL);
}

MukanaWeights
mukana_weights_panel_get_weights (MukanaWeightsPanel *self)
{
  MukanaWeights weights;

  for (int part = 0; part < MUKANA_N_PARTS; part++)
    weights.max[part] = (int) gtk_adjustment_get_value (self->adjustments[part]);

  return weights;
}

void
mukana_weights_panel_set_weight (MukanaWeightsPanel *self,
                                 MukanaPart          part,
                                 int                 max)
{
  gtk_adjustment_set_value (self->adjustments[part], max);
}

/** mukana_weights_panel_fill: shows weights that were set elsewhere; nobody is told */
void
mukana_weights_panel_fill (MukanaWeightsPanel  *self,
                           const MukanaWeights *weights)
{
  self->is_filling = TRUE;
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    gtk_adjustment_set_value (self->adjustments[part], weights->max[part]);
  self->is_filling = FALSE;
}

/** mukana_weights_panel_reset: back to the usual weights, told once */
void
mukana_weights_panel_reset (MukanaWeightsPanel *self)
{
  MukanaWeights weights = mukana_weights_default ();

  mukana_weights_panel_fill (self, &weights);
  g_signal_emit (self, signals[CHANGED], 0);
}
