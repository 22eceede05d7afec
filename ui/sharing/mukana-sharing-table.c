/* mukana-sharing-table.c: the same as the picture, in words: a theme in each row.
 *
 * Where five or more know it, where fewer do, and where nobody does.  It has the
 * roles of a table, so that assistive technology walks it by row and by column.
 * On a narrow window the columns come below each other and bring their heads along.
 */

#include "ui/sharing/mukana-sharing-table.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"

static const char * const heads[] = {
  [MUKANA_SHARING_HOLE] = N_("Nobody"),
  [MUKANA_SHARING_SOME] = N_("1–4 people"),
  [MUKANA_SHARING_MANY] = N_("5 people or more"),
};

/* As they are read: what there is first, what is missing last. */
static const MukanaSharingLevel order[] = {
  MUKANA_SHARING_MANY, MUKANA_SHARING_SOME, MUKANA_SHARING_HOLE,
};

static char *
dup_places (const MukanaSharingPlaces *places,
            guint                      theme,
            MukanaSharingLevel         level)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < places->places->len; i++)
    {
      guint n_people;

      /* Where it is not known, nobody is missing. */
      if (mukana_sharing_places_level (places, theme, i, &n_people) != level ||
          (level == MUKANA_SHARING_HOLE && *mukana_sharing_places_place (places, i)->code == '\0'))
        continue;

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              mukana_sharing_places_place (places, i)->label);
      if (level == MUKANA_SHARING_MANY)
        g_string_append_printf (text, " %u", n_people);
    }

  return g_string_free (text, FALSE);
}

static GtkWidget *
make_cell (const char        *words,
           const char        *css_class,
           GtkAccessibleRole  role)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "xalign", 0.0, "yalign", 0.0,
                                   "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "natural-wrap-mode", GTK_NATURAL_WRAP_NONE, "hexpand", TRUE,
                                   "accessible-role", role, NULL);

  return mukana_layout_style (label, css_class);
}

static GtkWidget *
make_row (gboolean is_narrow)
{
  return mukana_layout_style (
    g_object_new (GTK_TYPE_BOX, "orientation", is_narrow ? GTK_ORIENTATION_VERTICAL
                                                         : GTK_ORIENTATION_HORIZONTAL,
                  "spacing", is_narrow ? 2 : 18, "homogeneous", !is_narrow,
                  "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL), "mukana-row");
}

static void
add_head (GtkWidget *table)
{
  GtkWidget *row = mukana_layout_margins (make_row (FALSE), 6);

  gtk_widget_remove_css_class (row, "mukana-row");   /* lower than a row of the table */
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_box_append (GTK_BOX (row), make_cell (_("Theme"), "second-line",
                                            GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    gtk_box_append (GTK_BOX (row), make_cell (_(heads[order[i]]), "second-line",
                                              GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  gtk_box_append (GTK_BOX (table), row);
}

/* Opens the list of those who know it. */
static GtkWidget *
make_theme (const MukanaSharingName *theme)
{
  GtkWidget *button = mukana_layout_style (gtk_button_new (), "flat");
  GtkWidget *label = make_cell (theme->label, "row-title", GTK_ACCESSIBLE_ROLE_ROW_HEADER);

  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "sharing.show-people");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", theme->code);
  gtk_widget_set_tooltip_text (button, _("Show who knows it"));
  mukana_layout_spoken (button, _("Show who knows it"), theme->label);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_valign (button, GTK_ALIGN_START);   /* as the cells beside it */
  return button;
}

static void
add_theme (GtkWidget                 *table,
           const MukanaSharingPlaces *places,
           guint                      theme,
           gboolean                   is_narrow)
{
  GtkWidget *row = make_row (is_narrow);

  gtk_box_append (GTK_BOX (row), make_theme (mukana_sharing_places_theme (places, theme)));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autofree char *names = dup_places (places, theme, order[i]);
      g_autofree char *words = is_narrow && *names != '\0'
                               ? g_strdup_printf ("%s: %s", _(heads[order[i]]), names)
                               : g_strdup (*names != '\0' ? names : "–");

      if (!is_narrow || *names != '\0')
        gtk_box_append (GTK_BOX (row), make_cell (words, NULL, GTK_ACCESSIBLE_ROLE_CELL));
    }
  gtk_box_append (GTK_BOX (table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (table), row);
}

/** mukana_sharing_table_new: @places: read and not kept */
GtkWidget *
mukana_sharing_table_new (const MukanaSharingPlaces *places,
                          gboolean                   is_narrow)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Themes by municipality"), -1);
  if (!is_narrow)
    add_head (table);
  for (guint i = 0; i < places->themes->len; i++)
    add_theme (table, places, i, is_narrow);
  return mukana_layout_style (table, "mukana-card");
}
