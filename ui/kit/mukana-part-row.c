/* mukana-part-row.c: one part of a score explained: its name, a sentence, points of maximum.
 *
 * The small bar only repeats the numbers above it.
 */

#include "ui/kit/mukana-part-row.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "ui/kit/mukana-part-drawing.h"
#include "ui/kit/mukana-part-swatch.h"
#include "ui/kit/mukana-style.h"

/* The bar: a leaf of its own, so that the row can lay it out like any child. */
#define MUKANA_TYPE_PART_METER (mukana_part_meter_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPartMeter, mukana_part_meter, MUKANA, PART_METER, GtkWidget)

struct _MukanaPartMeter
{
  GtkWidget  parent_instance;

  MukanaPart part;
  double     share;
};

G_DEFINE_FINAL_TYPE (MukanaPartMeter, mukana_part_meter, GTK_TYPE_WIDGET)

static void
mukana_part_meter_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  MukanaPartMeter *self = MUKANA_PART_METER (widget);

  mukana_part_draw_track (widget, snapshot, self->part,
                          &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                               gtk_widget_get_height (widget)),
                          self->share);
}

static void
mukana_part_meter_class_init (MukanaPartMeterClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = mukana_part_meter_snapshot;
  mukana_style_follow (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mukana-part-meter");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mukana_part_meter_init (MukanaPartMeter *self)
{
}

struct _MukanaPartRow
{
  GtkWidget        parent_instance;

  GtkWidget       *box;
  GtkLabel        *sentence;
  GtkLabel        *points;
  MukanaPartMeter *meter;
  MukanaPart       part;
};

G_DEFINE_FINAL_TYPE (MukanaPartRow, mukana_part_row, GTK_TYPE_WIDGET)

static void
build (MukanaPartRow *self,
       MukanaPart     part)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *numbers = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *name = g_object_new (GTK_TYPE_LABEL, "label", mukana_explain_part_title (part),
                                  "xalign", 0.0, NULL);

  self->part = part;
  self->sentence = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0, "wrap", TRUE,
                                 "wrap-mode", PANGO_WRAP_WORD_CHAR, NULL);
  self->points = g_object_new (GTK_TYPE_LABEL, "xalign", 1.0, NULL);
  self->meter = g_object_new (MUKANA_TYPE_PART_METER, "halign", GTK_ALIGN_END, NULL);
  self->meter->part = part;

  gtk_widget_add_css_class (name, "row-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->sentence), "second-line");
  gtk_widget_add_css_class (GTK_WIDGET (self->points), "row-title");
  gtk_widget_add_css_class (GTK_WIDGET (self->points), "numeric");
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_set_valign (numbers, GTK_ALIGN_CENTER);

  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), GTK_WIDGET (self->sentence));
  gtk_box_append (GTK_BOX (numbers), GTK_WIDGET (self->points));
  gtk_box_append (GTK_BOX (numbers), GTK_WIDGET (self->meter));
  gtk_box_append (GTK_BOX (self->box), mukana_part_swatch_new (part));
  gtk_box_append (GTK_BOX (self->box), texts);
  gtk_box_append (GTK_BOX (self->box), numbers);
}

static void
mukana_part_row_dispose (GObject *object)
{
  MukanaPartRow *self = MUKANA_PART_ROW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (mukana_part_row_parent_class)->dispose (object);
}

static void
mukana_part_row_class_init (MukanaPartRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = mukana_part_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "mukana-part-row");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
mukana_part_row_init (MukanaPartRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

/** mukana_part_row_new: Returns: a row of @part with nothing earned */
GtkWidget *
mukana_part_row_new (MukanaPart part)
{
  MukanaPartRow *self = g_object_new (MUKANA_TYPE_PART_ROW, NULL);

  build (self, part);
  mukana_part_row_set (self, 0, mukana_weights_default ().max[part], NULL);
  return GTK_WIDGET (self);
}

/**
 * mukana_part_row_set:
 * @points: earned
 * @max: what the part can give
 * @sentence: (nullable): why, translated
 */
void
mukana_part_row_set (MukanaPartRow *self,
                     int            points,
                     int            max,
                     const char    *sentence)
{
  g_autofree char *numbers = NULL;
  g_autofree char *spoken = NULL;

  g_return_if_fail (MUKANA_IS_PART_ROW (self));

  /* Translators: points earned of the most a part can give: "31 / 35" */
  numbers = g_strdup_printf (_("%d / %d"), points, max);
  spoken = g_strdup_printf ("%s %s. %s", mukana_explain_part_title (self->part), numbers,
                            sentence ? sentence : "");

  gtk_label_set_label (self->points, numbers);
  gtk_label_set_label (self->sentence, sentence ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
  self->meter->share = max > 0 ? (double) points / max : 0;
  gtk_widget_queue_draw (GTK_WIDGET (self->meter));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
}
