/* mukana-report-document.c: the words of the report's tables, and the report on paper for those who
 * decide.  It names nobody.
 */

#include "services/mukana-reporting.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "services/mukana-document-words.h"
#include "services/mukana-new-file.h"
#include "store/mukana-db.h"
#include "store/mukana-journal.h"

#define MOST_COLUMNS 4

MukanaReportPrint *
mukana_report_print_new (const MukanaReportPeriod *period,
                         const char               *path)
{
  MukanaReportPrint *self = g_new0 (MukanaReportPrint, 1);

  self->period = *period;
  self->path = g_strdup (path);
  return self;
}

void
mukana_report_print_free (MukanaReportPrint *self)
{
  g_free (self->path);
  g_free (self);
}

/* ---- Words ---- */

/** mukana_report_title: Returns: yours, "Involvement, year 2026", "Involvement, quarter 3/2026" */
char *
mukana_report_title (const MukanaReportPeriod *period)
{
  g_autofree char *told = mukana_report_period_tell (period);

  /* Translators: a year, or the number of a quarter and its year: 3/2026 */
  return g_strdup_printf (strchr (told, '/') == NULL ? _("Involvement in %s")
                                                     : _("Involvement in quarter %s"), told);
}

MukanaReportGroup
mukana_report_table_group (MukanaReportTable table)
{
  static const MukanaReportGroup groups[MUKANA_N_REPORT_TABLES] = {
    MUKANA_REPORT_PEOPLE, MUKANA_REPORT_PEOPLE, MUKANA_REPORT_COOPERATION, MUKANA_REPORT_COST
  };

  return groups[table];
}

/** mukana_report_peek_table: Returns: borrowed, of MukanaReportRow */
GArray *
mukana_report_peek_table (MukanaReport      *self,
                          MukanaReportTable  table)
{
  GArray *tables[MUKANA_N_REPORT_TABLES] = { self->roles, self->places, self->statements,
                                             self->units };

  return tables[table];
}

/** mukana_report_headings: Returns: borrowed source strings, of the label and of each number */
const char * const *
mukana_report_headings (MukanaReportTable table)
{
  static const char * const headings[MUKANA_N_REPORT_TABLES][MOST_COLUMNS + 1] = {
    { N_("Role"), N_("People") },
    { N_("Municipality"), N_("People") },
    { N_("Statements by kind of organisation"), N_("Asked for"), N_("Given") },
    { N_("Unit"), N_("Paid"), N_("Promised"), N_("Planned for the year") },
  };

  return headings[table];
}

/** mukana_report_row_label: Returns: yours */
char *
mukana_report_row_label (MukanaReportTable      table,
                         const MukanaReportRow *row,
                         MukanaLexicon         *words)
{
  if (table == MUKANA_REPORT_TABLE_STATEMENTS)
    return g_strdup (mukana_code_label (mukana_organisation_kinds, row->code));
  if (*row->code != '\0' && table == MUKANA_REPORT_TABLE_UNITS)
    return g_strdup (row->code);
  if (*row->code != '\0')
    return g_strdup (mukana_lexicon_label (words, table == MUKANA_REPORT_TABLE_ROLES
                                                  ? MUKANA_LEXICON_ROLE
                                                  : MUKANA_LEXICON_MUNICIPALITY, row->code));

  return g_strdup (table == MUKANA_REPORT_TABLE_UNITS ? _("No unit named")
                   : table == MUKANA_REPORT_TABLE_ROLES ? _("Other roles, or not told")
                   : _("Other municipalities, or not known"));
}

/** mukana_report_row_cell: @column: from 0.  Returns: yours */
char *
mukana_report_row_cell (MukanaReportTable      table,
                        const MukanaReportRow *row,
                        guint                  column)
{
  g_autofree char *euros = NULL;

  if (table == MUKANA_REPORT_TABLE_ROLES || table == MUKANA_REPORT_TABLE_PLACES)
    return mukana_report_row_tell (row);
  if (table != MUKANA_REPORT_TABLE_UNITS)
    return g_strdup_printf ("%d", (int) row->numbers[column]);
  /* Nothing planned is no plan of nothing. */
  if (column == 2 && row->numbers[column] == 0)
    return g_strdup ("–");
  if (row->is_few && column < 2)
    return g_strdup ("··");

  euros = mukana_money_format (row->numbers[column]);
  return g_strdup_printf ("%s €", euros);
}

/* ---- On paper ---- */

static void
add_figures (MukanaDocument    *document,
             MukanaReport      *report,
             MukanaReportGroup  group)
{
  g_autofree char *now = mukana_report_period_tell (&report->period);
  g_autofree char *before = mukana_report_period_tell (&report->before);
  const char * const head[] = { "", now, before, NULL };

  mukana_document_add_row (document, head, TRUE);
  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    {
      g_autofree char *value = NULL, *earlier = NULL;

      if (mukana_figure_info (i)->group != group)
        continue;
      value = mukana_figure_tell (i, &report->figures[i]);
      earlier = mukana_figure_tell (i, &report->earlier[i]);
      mukana_document_add_row (document, (const char * const []) {
        _(mukana_figure_info (i)->label), value, earlier, NULL }, FALSE);
    }
}

static void
add_table (MukanaDocument    *document,
           MukanaReport      *report,
           MukanaReportTable  table,
           MukanaLexicon     *words)
{
  GArray *rows = mukana_report_peek_table (report, table);
  const char * const *headings = mukana_report_headings (table);
  const char *cells[MOST_COLUMNS + 1] = { NULL };

  if (rows->len == 0)
    return;

  for (guint k = 0; headings[k] != NULL; k++)
    cells[k] = _(headings[k]);
  mukana_document_add_paragraph (document, "");
  mukana_document_add_row (document, cells, TRUE);
  for (guint i = 0; i < rows->len; i++)
    {
      const MukanaReportRow *row = &g_array_index (rows, MukanaReportRow, i);
      g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

      g_ptr_array_add (texts, mukana_report_row_label (table, row, words));
      for (guint k = 1; headings[k] != NULL; k++)
        g_ptr_array_add (texts, mukana_report_row_cell (table, row, k - 1));
      g_ptr_array_add (texts, NULL);
      mukana_document_add_row (document, (const char * const *) texts->pdata, FALSE);
    }
}

/**
 * mukana_report_document:
 * @county_name: (nullable):
 *
 * In the language of the program, as those who print it are of those who read it.
 *
 * Returns: yours
 */
MukanaDocument *
mukana_report_document (MukanaReport  *report,
                        MukanaLexicon *words,
                        const char    *county_name,
                        MukanaDay      today)
{
  g_autofree char *title = mukana_report_title (&report->period);
  g_autofree char *day = mukana_document_words_day (today);
  g_autofree char *subtitle = county_name != NULL ? g_strdup_printf ("%s, %s", county_name, day)
                                                  : g_strdup (day);
  MukanaDocument *document = mukana_document_new (title, subtitle);

  for (guint group = 0; group < MUKANA_N_REPORT_GROUPS; group++)
    {
      mukana_document_add_heading (document, _(mukana_report_group_label (group)));
      add_figures (document, report, group);
      for (guint table = 0; table < MUKANA_N_REPORT_TABLES; table++)
        if (mukana_report_table_group (table) == group)
          add_table (document, report, table, words);
    }
  mukana_document_add_paragraph (document, _("Numbers of people below five are not told, because "
                                             "they could point at somebody: 1–4 is such a number, "
                                             "·· one from which it could be worked out. Of a "
                                             "year, 31–34 tells as much as its quarters do. A "
                                             "dash: nothing is known."));
  mukana_document_set_footer (document, county_name);
  return document;
}

static gboolean
save_sheet (MukanaReport   *report,
            MukanaLexicon  *words,
            const char     *path,
            GError        **error)
{
  g_autoptr (MukanaSheet) sheet = mukana_report_sheet (report, words);
  g_autoptr (GBytes) content = g_str_has_suffix (path, ".xlsx")
                               ? mukana_sheet_to_xlsx (sheet, error) : mukana_sheet_to_list (sheet);

  return content != NULL && mukana_new_file_write (path, g_bytes_get_data (content, NULL),
                                                   g_bytes_get_size (content), error);
}

static gboolean
save_paper (MukanaDb       *db,
            MukanaReport   *report,
            MukanaLexicon  *words,
            const char     *path,
            GError        **error)
{
  g_autoptr (MukanaQuery) about = mukana_db_select (db, "state.about", error);
  g_autoptr (MukanaDocument) document = NULL;

  if (about == NULL || mukana_query_step (about, error) <= 0)
    return FALSE;

  document = mukana_report_document (report, words, mukana_query_peek_text (about, "county_name"),
                                     mukana_db_today (db));
  return mukana_document_save_pdf (document, path, error);
}

static gpointer
print_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  MukanaReportPrint *print = arg;
  g_autoptr (MukanaReport) report = mukana_report_job.run (db, &print->period, cancellable, error);
  g_autoptr (MukanaLexicon) words = report != NULL ? mukana_lexicon_load (db, error) : NULL;
  gboolean is_table = g_str_has_suffix (print->path, ".xlsx") ||
                      g_str_has_suffix (print->path, ".csv");

  if (words == NULL || !(is_table ? save_sheet (report, words, print->path, error)
                                  : save_paper (db, report, words, print->path, error)))
    return NULL;

  return mukana_report_print_new (&print->period, print->path);
}

const MukanaJob mukana_report_print_job = {
  "reporting.print", MUKANA_LANE_DOOR, print_run, (GDestroyNotify) mukana_report_print_free,
  .needs = MUKANA_DEED_WORK_HERE
};

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaReportPrint *print = arg;

  mukana_db_hold_file (db, print->path);
  mukana_journal_add (db, "papers.report", MUKANA_KIND_PROGRAMME, 0, NULL, error);
  return NULL;
}

const MukanaJob mukana_report_note_job = {
  "reporting.note-print", MUKANA_LANE_WRITE, note_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};
