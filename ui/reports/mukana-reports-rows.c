/* mukana-reports-rows.c: the figures of one question beside the time before, and its tables. */

#include "ui/reports/mukana-reports-rows.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"

#define NUMBER_CHARS 11

static GtkWidget *
make_number (const char *text,
             const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 1.0, "valign",
                                   GTK_ALIGN_CENTER, "width-chars", NUMBER_CHARS, NULL);

  return css_class != NULL ? mukana_layout_style (label, css_class) : label;
}

/* What the columns are; it says no more than the rows do, which are read aloud whole. */
static GtkWidget *
make_head (const char         *first,
           const char * const *numbers)
{
  GtkWidget *row = mukana_layout_row (12, mukana_layout_expand (
    mukana_layout_wrapped (first, "second-line")), NULL);

  for (guint i = 0; numbers[i] != NULL; i++)
    gtk_box_append (GTK_BOX (row), make_number (numbers[i], "second-line"));
  return row;
}

static void
figure_activated_cb (MukanaPage    *page,
                     GtkListBoxRow *row)
{
  const MukanaFigureInfo *info = g_object_get_data (G_OBJECT (row), "figure");
  gpointer year = g_object_get_data (G_OBJECT (row), "year");

  /* Statements are listed by the year, other lists show what they show. */
  if (info != NULL)
    mukana_page_show (page, info->page,
                      g_strcmp0 (info->page, "statements") == 0 ? GPOINTER_TO_INT (year) : 0);
}

static void
add_figure (GtkWidget      *card,
            MukanaPage     *page,
            MukanaReport   *report,
            MukanaFigureId  id)
{
  const MukanaFigureInfo *info = mukana_figure_info (id);
  g_autofree char *value = mukana_figure_tell (id, &report->figures[id]);
  g_autofree char *earlier = mukana_figure_tell (id, &report->earlier[id]);
  gboolean has_list = info->page != NULL &&
                      mukana_context_may_open (mukana_page_get_context (page), info->page);
  GtkWidget *content = mukana_layout_row (12, mukana_layout_expand (
    mukana_layout_wrapped (_(info->label), NULL)), make_number (value, "row-title"),
    make_number (earlier, "second-line"), NULL);
  GtkWidget *next = gtk_image_new_from_icon_name ("go-next-symbolic");
  GtkWidget *row;
  int year, month, day;

  /* Numbers stay under each other where nothing opens. */
  gtk_widget_set_opacity (next, has_list ? 1 : 0);
  gtk_box_append (GTK_BOX (content), next);
  row = mukana_layout_card_add (card, content);
  if (!has_list)
    return;

  mukana_day_split (report->period.from, &year, &month, &day);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data (G_OBJECT (row), "figure", (gpointer) info);
  g_object_set_data (G_OBJECT (row), "year", GINT_TO_POINTER (year));
}

static GtkWidget *
make_figures (MukanaPage        *page,
              MukanaReport      *report,
              MukanaReportGroup  group)
{
  GtkWidget *card = mukana_layout_card ();
  g_autofree char *now = mukana_report_period_tell (&report->period);
  g_autofree char *before = mukana_report_period_tell (&report->before);
  GtkWidget *head = make_head ("", (const char * const []) { now, before, NULL });
  GtkWidget *place = gtk_image_new_from_icon_name ("go-next-symbolic");

  gtk_widget_set_opacity (place, 0);
  gtk_box_append (GTK_BOX (head), place);
  mukana_layout_card_add (card, head);
  g_signal_connect_object (card, "row-activated", G_CALLBACK (figure_activated_cb), page,
                           G_CONNECT_SWAPPED);
  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    if (mukana_figure_info (i)->group == group)
      add_figure (card, page, report, i);
  return card;
}

static GtkWidget *
make_table (MukanaPage        *page,
            MukanaReport      *report,
            MukanaReportTable  table)
{
  MukanaLexicon *words = mukana_context_peek_vocabulary (mukana_page_get_context (page));
  const char * const *headings = mukana_report_headings (table);
  GArray *rows = mukana_report_peek_table (report, table);
  GtkWidget *card = mukana_layout_card ();
  const char *numbers[4] = { NULL };

  for (guint k = 1; headings[k] != NULL; k++)
    numbers[k - 1] = _(headings[k]);
  mukana_layout_card_add (card, make_head (_(headings[0]), numbers));
  for (guint i = 0; i < rows->len; i++)
    {
      const MukanaReportRow *row = &g_array_index (rows, MukanaReportRow, i);
      g_autofree char *label = mukana_report_row_label (table, row, words);
      GtkWidget *content = mukana_layout_row (12, mukana_layout_expand (
        mukana_layout_wrapped (label, NULL)), NULL);

      for (guint k = 0; numbers[k] != NULL; k++)
        {
          g_autofree char *cell = mukana_report_row_cell (table, row, k);

          gtk_box_append (GTK_BOX (content), make_number (cell, NULL));
        }
      mukana_layout_card_add (card, content);
    }

  return card;
}

/** mukana_reports_make_group: what answers one question */
GtkWidget *
mukana_reports_make_group (MukanaPage        *page,
                           MukanaReport      *report,
                           MukanaReportGroup  group)
{
  GtkWidget *column = mukana_layout_column (
    12, mukana_layout_heading (_(mukana_report_group_label (group)), NULL),
    make_figures (page, report, group), NULL);

  for (guint table = 0; table < MUKANA_N_REPORT_TABLES; table++)
    if (mukana_report_table_group (table) == group &&
        mukana_report_peek_table (report, table)->len > 0)
      gtk_box_append (GTK_BOX (column), make_table (page, report, table));
  return column;
}
