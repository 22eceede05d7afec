/* mukana-compare-window.c: two to four candidates side by side, part by part.
 *
 * Who has most of a part is marked by a word, not by colour alone, and only where
 * they differ.  Above them stands what is said of them as a group.  It shows what
 * matching said and keeps nothing; the page closes it when somebody in it leaves.
 */

#include "ui/finding/mukana-compare-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "ui/finding/mukana-finding-choice.h"
#include "ui/finding/mukana-finding-answer.h"
#include "ui/kit/mukana-layout.h"

#define COLUMN_PX 220

static const MukanaMatchRow *
row_at (GPtrArray *rows,
        guint      i)
{
  return g_ptr_array_index (rows, i);
}

static int
points_of (const MukanaMatchRow *row,
           int                   part)
{
  return part < 0 ? row->score.points : row->score.parts[part].points;
}

/* Whether somebody has most of it, and not all have the same. */
static gboolean
has_most (GPtrArray *rows,
          guint      who,
          int        part)
{
  gboolean differs = FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      if (points_of (row_at (rows, i), part) > points_of (row_at (rows, who), part))
        return FALSE;
      differs |= points_of (row_at (rows, i), part) < points_of (row_at (rows, who), part);
    }

  return differs;
}

static char *
format_points (GPtrArray *rows,
               guint      who,
               int        part)
{
  const MukanaMatchRow *row = row_at (rows, who);
  int max = part < 0 ? row->score.max : row->score.parts[part].max;

  return has_most (rows, who, part)
         /* Translators: points of how many, and that nobody beside them has more: "31/35, most" */
         ? g_strdup_printf (_("%1$d/%2$d, most"), points_of (row, part), max)
         : g_strdup_printf ("%d/%d", points_of (row, part), max);
}

/* ---- The table ---- */

static GtkWidget *
make_line (gboolean is_narrow)
{
  return mukana_layout_style (
    g_object_new (GTK_TYPE_BOX, "orientation", is_narrow ? GTK_ORIENTATION_VERTICAL
                                                         : GTK_ORIENTATION_HORIZONTAL,
                  "spacing", is_narrow ? 6 : 18, "homogeneous", !is_narrow,
                  "accessible-role", GTK_ACCESSIBLE_ROLE_ROW, NULL), "mukana-row");
}

static GtkWidget *
make_cell (const char        *first,
           const char        *second,
           const char        *css_class,
           GtkAccessibleRole  role)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                  "hexpand", TRUE, "valign", GTK_ALIGN_START,
                                  "accessible-role", role, NULL);

  gtk_box_append (GTK_BOX (cell), mukana_layout_wrapped (first, css_class));
  if (second != NULL && *second != '\0')
    gtk_box_append (GTK_BOX (cell), mukana_layout_wrapped (second, "second-line"));
  return cell;
}

/* On a narrow window the cells stand below each other and bring the name along. */
static void
add_cell (GtkWidget  *line,
          GPtrArray  *rows,
          guint       who,
          const char *words,
          const char *detail,
          gboolean    is_marked,
          gboolean    is_narrow)
{
  g_autofree char *named = is_narrow ? g_strdup_printf ("%s: %s", row_at (rows, who)->name, words)
                                     : NULL;

  gtk_box_append (GTK_BOX (line), make_cell (named != NULL ? named : words, detail,
                                             is_marked ? "row-title" : NULL,
                                             GTK_ACCESSIBLE_ROLE_CELL));
}

static void
add_names (GtkWidget *table,
           GPtrArray *rows)
{
  GtkWidget *line = make_line (FALSE);

  gtk_box_append (GTK_BOX (line), make_cell ("", NULL, NULL, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  for (guint i = 0; i < rows->len; i++)
    gtk_box_append (GTK_BOX (line), make_cell (row_at (rows, i)->name, row_at (rows, i)->place,
                                               "group-title",
                                               GTK_ACCESSIBLE_ROLE_COLUMN_HEADER));
  gtk_box_append (GTK_BOX (table), line);
}

static void
add_part (GtkWidget  *table,
          GPtrArray  *rows,
          int         part,
          const char *title,
          gboolean    is_narrow)
{
  GtkWidget *line = make_line (is_narrow);

  gtk_box_append (GTK_BOX (line), make_cell (title, NULL, "row-title",
                                             GTK_ACCESSIBLE_ROLE_ROW_HEADER));
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *points = format_points (rows, i, part);

      add_cell (line, rows, i, points, part < 0 ? NULL : row_at (rows, i)->why[part],
                has_most (rows, i, part), is_narrow);
    }
  gtk_box_append (GTK_BOX (table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (table), line);
}

static void
add_experience (GtkWidget *table,
                GPtrArray *rows,
                gboolean   is_narrow)
{
  GtkWidget *line = make_line (is_narrow);

  gtk_box_append (GTK_BOX (line), make_cell (_("Taking part"), NULL, "row-title",
                                             GTK_ACCESSIBLE_ROLE_ROW_HEADER));
  for (guint i = 0; i < rows->len; i++)
    add_cell (line, rows, i, mukana_match_row_is_new (row_at (rows, i))
                             ? _("for the first time") : _("has taken part before"), NULL, FALSE,
              is_narrow);
  gtk_box_append (GTK_BOX (table), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (table), line);
}

static GtkWidget *
make_table (GPtrArray *rows,
            gboolean   is_narrow)
{
  GtkWidget *table = g_object_new (GTK_TYPE_BOX, "orientation", GTK_ORIENTATION_VERTICAL,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (table), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Candidates side by side"), -1);
  if (!is_narrow)
    add_names (table, rows);
  add_part (table, rows, -1, _("Points"), is_narrow);
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    add_part (table, rows, part, mukana_explain_part_title ((MukanaPart) part), is_narrow);
  add_experience (table, rows, is_narrow);
  return mukana_layout_style (table, "mukana-card");
}

/* @rows: MukanaMatchRow, of two to four; read and not kept
 * @judgement: (nullable): what is said of them as a group */
static GtkWidget *
make_window (GtkWindow  *parent,
             GPtrArray  *rows,
             const char *judgement,
             gboolean    is_narrow)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  if (judgement != NULL && *judgement != '\0')
    gtk_box_append (GTK_BOX (column), mukana_layout_tip (mukana_layout_wrapped (judgement, NULL)));
  gtk_box_append (GTK_BOX (column), make_table (rows, is_narrow));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 mukana_layout_margins (column, 12));
  gtk_widget_set_vexpand (scrolled, TRUE);

  gtk_window_set_title (GTK_WINDOW (window), _("Side by side"));
  gtk_window_set_default_size (GTK_WINDOW (window),
                               is_narrow ? 340 : COLUMN_PX * (int) (rows->len + 1), 640);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  adw_window_set_content (ADW_WINDOW (window),
                          mukana_layout_column (0, adw_header_bar_new (), scrolled, NULL));
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  return window;
}

/** mukana_compare_window_of: Returns: (nullable): the chosen side by side, as far as @answer tells
 * of them; NULL when they are too few or too many */
GtkWidget *
mukana_compare_window_of (GtkWindow               *parent,
                          const MukanaMatchAnswer *answer,
                          MukanaFindingChoice     *choice,
                          gboolean                 is_narrow)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *judgement = NULL;

  for (guint i = 0; i < choice->people->len; i++)
    {
      const MukanaChosen *chosen = g_ptr_array_index (choice->people, i);
      const MukanaMatchRow *row = mukana_finding_answer_find (answer, chosen->person_id);

      if (row != NULL)
        g_ptr_array_add (rows, (gpointer) row);
    }
  if (rows->len < MUKANA_COMPARE_LEAST || rows->len > MUKANA_COMPARE_MOST)
    return NULL;

  mukana_finding_choice_judge (choice, &judgement);
  return make_window (parent, rows, judgement, is_narrow);
}
