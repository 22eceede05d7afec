/* outputs-report.c: the report of the year, read and printed as one of the outputs: of people it
 * tells numbers, and of few not even that.
 */

#include "outputs-report.h"

#include <glib/gstdio.h>

#include "services/mukana-reporting.h"

static void
check_rows (GArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const MukanaReportRow *row = &g_array_index (rows, MukanaReportRow, i);

      g_assert_true (row->is_few || row->numbers[0] >= MUKANA_REPORT_FEW);
    }
}

/** outputs_check_report: at the door, whose connection cannot read anybody past the views */
void
outputs_check_report (MukanaTestRegister *place,
                      const char         *folder,
                      const MukanaJob    *read,
                      const MukanaJob    *print)
{
  MukanaReportPeriod period = mukana_report_period_around (MUKANA_TEST_TODAY, FALSE);
  g_autofree char *path = g_build_filename (folder, "report.pdf", NULL);
  g_autoptr (MukanaReportPrint) asked = mukana_report_print_new (&period, path);
  g_autoptr (MukanaReport) report = mukana_test_run (place, read, &period);
  g_autoptr (MukanaReportPrint) written = mukana_test_run (place, print, asked);

  check_rows (report->roles);
  check_rows (report->places);
  for (guint i = MUKANA_FIGURE_INVOLVED; i <= MUKANA_FIGURE_JOINED; i++)
    g_assert_true (report->figures[i].state != MUKANA_FIGURE_TOLD ||
                   report->figures[i].value == 0 ||
                   report->figures[i].value >= MUKANA_REPORT_FEW);
  g_unlink (written->path);
}
