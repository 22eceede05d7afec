/* mukana-part-swatch.c: the coloured tile with a part's two letters, and the legend of them all. */

#include "ui/kit/mukana-part-swatch.h"

#include "domain/mukana-explain.h"
#include "ui/kit/mukana-parts.h"

#define LEGEND_COLUMNS 4

/**
 * mukana_part_swatch_new:
 *
 * Returns: a tile; the part's name is expected beside it, so that the tile
 * itself is silent to a screen reader
 */
GtkWidget *
mukana_part_swatch_new (MukanaPart part)
{
  GtkWidget *self = g_object_new (GTK_TYPE_LABEL,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "css-name", "mukana-part-swatch",
                                  "label", mukana_explain_part_letters (part),
                                  "halign", GTK_ALIGN_CENTER,
                                  "valign", GTK_ALIGN_CENTER,
                                  NULL);

  /* The class is the colour's name with the dashes of a style class: "mukana-part-theme". */
  g_autofree char *css_class = g_strdelimit (g_strdup (mukana_part_color_name (part)),
                                             "_", '-');

  gtk_widget_add_css_class (self, css_class);
  return self;
}

/** mukana_part_legend_new: Returns: the eight tiles with their names, wrapping where it must */
GtkWidget *
mukana_part_legend_new (void)
{
  GtkWidget *flow = g_object_new (GTK_TYPE_FLOW_BOX,
                                  "selection-mode", GTK_SELECTION_NONE,
                                  "homogeneous", TRUE,
                                  "column-spacing", 12,
                                  "row-spacing", 6,
                                  "min-children-per-line", 2,
                                  "max-children-per-line", LEGEND_COLUMNS,
                                  /* Else it takes the focus and gives it to nobody. */
                                  "can-focus", FALSE,
                                  NULL);

  gtk_widget_add_css_class (flow, "part-legend");
  for (int i = 0; i < MUKANA_N_PARTS; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
      GtkWidget *name = gtk_label_new (mukana_explain_part_title (i));

      gtk_widget_add_css_class (name, "legend-name");
      gtk_box_append (GTK_BOX (box), mukana_part_swatch_new (i));
      gtk_box_append (GTK_BOX (box), name);
      gtk_flow_box_append (GTK_FLOW_BOX (flow), box);
    }

  return flow;
}
