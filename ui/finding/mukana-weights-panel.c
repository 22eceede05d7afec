/* mukana-weights-panel.c: a slider for each part of a score.
 *
 * Says how much each part may give at most.  The points of the parts still add
 * up to the score; only the greatest possible score moves.  They are the register's
 * own and are stored when the sliders have come to rest.
 */

#include "ui/finding/mukana-weights-panel.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "services/mukana-matching.h"
#include "services/mukana-remembering.h"
#include "ui/kit/mukana-layout.h"
#include "ui/kit/mukana-part-swatch.h"

#define REST_MS 1000   /* a slider that has not moved for this long rests */

struct _MukanaWeightsPanel
{
  GtkBox         parent_instance;

  GtkAdjustment *adjustments[MUKANA_N_PARTS];   /* borrowed from the sliders */
  gboolean       is_filling;
  MukanaPage    *page;           /* borrowed: it holds the panel; NULL: nothing is stored */
  guint          save_source;    /* they were moved and are not stored yet */
};

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaWeightsPanel, mukana_weights_panel, GTK_TYPE_BOX)

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
}

static MukanaSetting *
make_setting (MukanaWeightsPanel *self)
{
  MukanaWeights weights = mukana_weights_panel_get_weights (self);
  g_autofree char *text = mukana_weights_format (&weights);

  return mukana_setting_new (MUKANA_MATCHING_WEIGHTS, text);
}

static gboolean
store_cb (gpointer data)
{
  MukanaWeightsPanel *self = data;

  self->save_source = 0;
  mukana_page_run_async (self->page, &mukana_setting_set_job, make_setting (self),
                         (GDestroyNotify) mukana_setting_free, stored_cb,
                         g_object_ref (self->page));
  return G_SOURCE_REMOVE;
}

static void
tell_changed (MukanaWeightsPanel *self)
{
  g_clear_handle_id (&self->save_source, g_source_remove);
  if (self->page != NULL)
    self->save_source = g_timeout_add (REST_MS, store_cb, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
value_changed_cb (MukanaWeightsPanel *self)
{
  if (!self->is_filling)
    tell_changed (self);
}

static void
mukana_weights_panel_dispose (GObject *object)
{
  g_clear_handle_id (&MUKANA_WEIGHTS_PANEL (object)->save_source, g_source_remove);

  G_OBJECT_CLASS (mukana_weights_panel_parent_class)->dispose (object);
}

static void
mukana_weights_panel_class_init (MukanaWeightsPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_weights_panel_dispose;

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
  return mukana_layout_expand (mukana_layout_pass_wheel (scale));
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
  tell_changed (self);
}

/** mukana_weights_panel_keep_for: stores them in the register of @page, which holds the panel */
void
mukana_weights_panel_keep_for (MukanaWeightsPanel *self,
                               MukanaPage         *page)
{
  self->page = page;
}

/** mukana_weights_panel_is_moving: Returns: whether they are other than what is stored */
gboolean
mukana_weights_panel_is_moving (MukanaWeightsPanel *self)
{
  return self->save_source != 0;
}

/** mukana_weights_panel_leave: stores at once; nobody is there to be told of a failure */
void
mukana_weights_panel_leave (MukanaWeightsPanel *self)
{
  if (self->save_source != 0)
    mukana_store_run_async (mukana_page_get_store (self->page), &mukana_setting_set_job,
                            make_setting (self), (GDestroyNotify) mukana_setting_free, NULL, NULL,
                            NULL);
  g_clear_handle_id (&self->save_source, g_source_remove);
  self->page = NULL;
}
