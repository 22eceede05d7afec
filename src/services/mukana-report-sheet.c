/* mukana-report-sheet.c: the report as a table, for those who count further with it.
 *
 * The same figures as on paper and no more: what is not told there is not told here, and a figure
 * that can be counted with is a number.
 */

#include "services/mukana-reporting.h"

#include <glib/gi18n-lib.h>

#define MINUTES_AN_HOUR 60

static void
add_figure (MukanaSheet        *sheet,
            MukanaFigureId      id,
            const MukanaFigure *figure)
{
  g_autofree char *told = NULL;

  if (figure->state == MUKANA_FIGURE_TOLD)
    switch (mukana_figure_info (id)->kind)
      {
      case MUKANA_FIGURE_MINUTES:
        mukana_sheet_add_hundredths (sheet, figure->value * 100 / MINUTES_AN_HOUR);
        return;
      case MUKANA_FIGURE_CENTS:
        mukana_sheet_add_hundredths (sheet, figure->value);
        return;
      case MUKANA_FIGURE_PERCENT:
        break;   /* with its sign, or it reads as a count */
      default:
        mukana_sheet_add_number (sheet, figure->value);
        return;
      }

  told = mukana_figure_tell (id, figure);
  mukana_sheet_add_text (sheet, told);
}

static void
add_figures (MukanaSheet       *sheet,
             MukanaReport      *report,
             MukanaReportGroup  group)
{
  g_autofree char *now = mukana_report_period_tell (&report->period);
  g_autofree char *before = mukana_report_period_tell (&report->before);

  mukana_sheet_begin_row (sheet);
  mukana_sheet_add_text (sheet, _(mukana_report_group_label (group)));
  mukana_sheet_add_text (sheet, now);
  mukana_sheet_add_text (sheet, before);
  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    if (mukana_figure_info (i)->group == group)
      {
        mukana_sheet_begin_row (sheet);
        mukana_sheet_add_text (sheet, _(mukana_figure_info (i)->label));
        add_figure (sheet, i, &report->figures[i]);
        add_figure (sheet, i, &report->earlier[i]);
      }
}

static void
add_cell (MukanaSheet           *sheet,
          MukanaReportTable      table,
          const MukanaReportRow *row,
          guint                  column)
{
  g_autofree char *told = NULL;

  /* Nothing planned is no plan of nothing. */
  if (table == MUKANA_REPORT_TABLE_UNITS && column == 2 && row->numbers[column] == 0)
    mukana_sheet_add_text (sheet, "");
  else if (table == MUKANA_REPORT_TABLE_UNITS && (!row->is_few || column == 2))
    mukana_sheet_add_hundredths (sheet, row->numbers[column]);
  else if (row->is_few)
    {
      told = mukana_report_row_cell (table, row, column);
      mukana_sheet_add_text (sheet, told);
    }
  else
    mukana_sheet_add_number (sheet, row->numbers[column]);
}

static void
add_table (MukanaSheet       *sheet,
           MukanaReport      *report,
           MukanaReportTable  table,
           MukanaLexicon     *words)
{
  GArray *rows = mukana_report_peek_table (report, table);
  const char * const *headings = mukana_report_headings (table);

  if (rows->len == 0)
    return;

  mukana_sheet_begin_row (sheet);
  for (guint k = 0; headings[k] != NULL; k++)
    mukana_sheet_add_text (sheet, _(headings[k]));
  for (guint i = 0; i < rows->len; i++)
    {
      const MukanaReportRow *row = &g_array_index (rows, MukanaReportRow, i);
      g_autofree char *label = mukana_report_row_label (table, row, words);

      mukana_sheet_begin_row (sheet);
      mukana_sheet_add_text (sheet, label);
      for (guint k = 1; headings[k] != NULL; k++)
        add_cell (sheet, table, row, k - 1);
    }
}

/** mukana_report_sheet: in the language of the program; Returns: yours */
MukanaSheet *
mukana_report_sheet (MukanaReport  *report,
                     MukanaLexicon *words)
{
  MukanaSheet *sheet = mukana_sheet_new ();

  for (guint group = 0; group < MUKANA_N_REPORT_GROUPS; group++)
    {
      add_figures (sheet, report, group);
      for (guint table = 0; table < MUKANA_N_REPORT_TABLES; table++)
        if (mukana_report_table_group (table) == group)
          add_table (sheet, report, table, words);
    }

  return sheet;
}
