/* mukana-key.c: what a colour or a pattern in a drawing means: a small sample and its word. */

#include "ui/kit/mukana-key.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-bar-chart.h"
#include "ui/kit/mukana-style.h"
#include "ui/kit/mukana-week-scene.h"
#include "ui/kit/mukana-wrap-box.h"

#define MUKANA_TYPE_SAMPLE (mukana_sample_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSample, mukana_sample, MUKANA, SAMPLE, GtkWidget)

struct _MukanaSample
{
  GtkWidget     parent_instance;

  MukanaKeyKind kind;
};

G_DEFINE_FINAL_TYPE (MukanaSample, mukana_sample, GTK_TYPE_WIDGET)

static void
mukana_sample_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  graphene_rect_t area = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                             gtk_widget_get_height (widget));
  GdkRGBA edge = mukana_style_color (widget, "mukana_free_edge");
  GdkRGBA color = { 0 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &area, 3);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  switch (MUKANA_SAMPLE (widget)->kind)
    {
    case MUKANA_KEY_FREE:
      color = mukana_style_color (widget, "mukana_free_fill");
      break;
    case MUKANA_KEY_ASSIGNMENT:
      color = mukana_style_color (widget, "mukana_assignment");
      break;
    case MUKANA_KEY_ABSENCE:
      mukana_week_draw_hatching (widget, snapshot, &area);
      break;
    case MUKANA_KEY_FIRST_SERIES:
      color = mukana_style_color (widget, "mukana_series_first");
      break;
    case MUKANA_KEY_SECOND_SERIES:
      mukana_bar_chart_draw_hatching (widget, snapshot, &area);
      break;
    }
  gtk_snapshot_append_color (snapshot, &color, &area);
  gtk_snapshot_pop (snapshot);

  if (MUKANA_SAMPLE (widget)->kind == MUKANA_KEY_FREE)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]) { 1.5, 1.5, 1.5, 1.5 },
                                (GdkRGBA[4]) { edge, edge, edge, edge });
}

static void
mukana_sample_class_init (MukanaSampleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = mukana_sample_snapshot;
  mukana_style_follow (widget_class);

  gtk_widget_class_set_css_name (widget_class, "mukana-sample");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
mukana_sample_init (MukanaSample *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

/** mukana_key_new: Returns: a sample of @kind beside @label */
GtkWidget *
mukana_key_new (MukanaKeyKind  kind,
                const char    *label)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *words = gtk_label_new (label);
  MukanaSample *sample = g_object_new (MUKANA_TYPE_SAMPLE, NULL);

  sample->kind = kind;
  if (kind == MUKANA_KEY_FIRST_SERIES || kind == MUKANA_KEY_SECOND_SERIES)
    gtk_widget_add_css_class (GTK_WIDGET (sample), "square");
  gtk_widget_add_css_class (words, "legend-name");
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (sample));
  gtk_box_append (GTK_BOX (self), words);
  return self;
}

/**
 * mukana_week_key_new:
 * @note: (nullable): absences beyond the week, in words, at the end
 *
 * Returns: the key of the week painter
 */
GtkWidget *
mukana_week_key_new (const char *note)
{
  GtkWidget *self = mukana_wrap_box_new (18, 6);

  mukana_wrap_box_append (MUKANA_WRAP_BOX (self), mukana_key_new (MUKANA_KEY_FREE, _("Free")));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self),
                          mukana_key_new (MUKANA_KEY_ASSIGNMENT, _("Assignment")));
  mukana_wrap_box_append (MUKANA_WRAP_BOX (self), mukana_key_new (MUKANA_KEY_ABSENCE, _("Away")));

  if (note)
    {
      GtkWidget *words = g_object_new (GTK_TYPE_LABEL, "label", note, "xalign", 0.0,
                                       "ellipsize", PANGO_ELLIPSIZE_END, NULL);

      gtk_widget_add_css_class (words, "second-line");
      mukana_wrap_box_append (MUKANA_WRAP_BOX (self), words);
    }

  return self;
}
