/* test-report.c: what a report tells of a time, and that small numbers of people are not told. */

#include "domain/mukana-report.h"

static MukanaFigureState
state_of (MukanaFigure figure)
{
  return figure.state;
}

static void
few_people_are_not_told_and_cannot_be_worked_out (void)
{
  g_assert_cmpint (state_of (mukana_figure_of_people (0, -1)), ==, MUKANA_FIGURE_TOLD);
  g_assert_cmpint (state_of (mukana_figure_of_people (1, -1)), ==, MUKANA_FIGURE_FEW);
  g_assert_cmpint (state_of (mukana_figure_of_people (4, 40)), ==, MUKANA_FIGURE_FEW);
  g_assert_cmpint (state_of (mukana_figure_of_people (5, 40)), ==, MUKANA_FIGURE_TOLD);
  g_assert_cmpint (state_of (mukana_figure_of_people (38, 40)), ==, MUKANA_FIGURE_HIDDEN);
  g_assert_cmpint (state_of (mukana_figure_of_people (40, 40)), ==, MUKANA_FIGURE_TOLD);
  g_assert_cmpint (state_of (mukana_figure_of_share (2, 40)), ==, MUKANA_FIGURE_HIDDEN);
  g_assert_cmpint (state_of (mukana_figure_of_share (39, 40)), ==, MUKANA_FIGURE_HIDDEN);
  g_assert_cmpint (state_of (mukana_figure_of_share (0, 0)), ==, MUKANA_FIGURE_UNKNOWN);
  g_assert_cmpint (mukana_figure_of_share (10, 40).value, ==, 25);
}

static void
a_year_does_not_tell_what_its_quarters_hide (void)
{
  const MukanaFigure one_hidden[] = {
    mukana_figure_of_people (12, -1), mukana_figure_of_people (7, -1),
    mukana_figure_of_people (11, -1), mukana_figure_of_people (4, -1),
  };
  const MukanaFigure two_hidden[] = {
    mukana_figure_of_people (3, -1), mukana_figure_of_people (4, -1),
    mukana_figure_of_people (11, -1), mukana_figure_of_people (0, -1),
  };
  const MukanaFigure two_ones[] = {
    mukana_figure_of_people (1, -1), mukana_figure_of_people (1, -1),
    mukana_figure_of_people (11, -1), mukana_figure_of_people (0, -1),
  };
  MukanaFigure of_34 = mukana_figure_of_people (34, -1);
  MukanaFigure of_18 = mukana_figure_of_people (18, -1);
  MukanaFigure of_13 = mukana_figure_of_people (13, -1);
  MukanaFigure between = mukana_figure_of_sum (of_34, one_hidden, 4);
  g_autofree char *year = NULL;

  g_assert_cmpint (state_of (mukana_figure_of_sum (of_34, one_hidden, 3)), ==,
                   MUKANA_FIGURE_TOLD);
  g_assert_cmpstr (year = mukana_figure_tell (MUKANA_FIGURE_JOINED, &between), ==, "31–34");
  g_assert_cmpint (state_of (mukana_figure_of_sum (of_18, two_hidden, 4)), ==,
                   MUKANA_FIGURE_TOLD);
  g_assert_cmpint (state_of (mukana_figure_of_sum (of_13, two_ones, 4)), ==,
                   MUKANA_FIGURE_BETWEEN);
}

static void
add_unit (GArray     *units,
          const char *unit,
          gint64      cents,
          gint64      n_people)
{
  MukanaReportRow row = { .code = g_strdup (unit), .numbers = { cents }, .n_people = n_people };

  g_array_append_val (units, row);
}

static void
the_money_of_one_person_is_not_told (void)
{
  g_autoptr (GArray) units = mukana_report_rows_new ();

  add_unit (units, "Päivystys", 90000, 6);
  add_unit (units, "Ammattikampus", 18000, 1);
  add_unit (units, "Neuvola", 40000, 3);
  mukana_report_units_hide (units);

  g_assert_false (g_array_index (units, MukanaReportRow, 0).is_few);
  g_assert_true (g_array_index (units, MukanaReportRow, 1).is_few);
  g_assert_true (g_array_index (units, MukanaReportRow, 2).is_few);   /* the sum would tell it */
}

static void
a_median_of_none_is_not_known (void)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (gint64));
  static const gint64 days[] = { 30, 2, 5, 4 };

  g_assert_cmpint (state_of (mukana_figure_median (values)), ==, MUKANA_FIGURE_UNKNOWN);
  g_array_append_vals (values, days, 3);
  g_assert_cmpint (mukana_figure_median (values).value, ==, 5);
  g_array_append_vals (values, days + 3, 1);
  g_assert_cmpint (mukana_figure_median (values).value, ==, 5);   /* of 4 and 5, rounded */
}

static void
add_row (GArray     *rows,
         const char *code,
         gint64      n_people)
{
  MukanaReportRow row = { .code = g_strdup (code), .numbers = { n_people } };

  g_array_append_val (rows, row);
}

static void
small_rows_are_told_together (void)
{
  g_autoptr (GArray) rows = mukana_report_rows_new ();
  const MukanaReportRow *last;

  add_row (rows, "205", 20);
  add_row (rows, "290", 3);
  add_row (rows, "578", 4);
  add_row (rows, "777", 9);
  mukana_report_rows_fold (rows);

  g_assert_cmpuint (rows->len, ==, 3);
  last = &g_array_index (rows, MukanaReportRow, 2);
  g_assert_cmpstr (last->code, ==, "");
  g_assert_cmpint (last->numbers[0], ==, 7);
  g_assert_false (last->is_few);
}

/* With the sum known, one small row alone would be told by the others. */
static void
one_small_row_takes_the_next_smallest_with_it (void)
{
  g_autoptr (GArray) rows = mukana_report_rows_new ();

  add_row (rows, "205", 20);
  add_row (rows, "290", 2);
  add_row (rows, "777", 9);
  mukana_report_rows_fold (rows);

  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (g_array_index (rows, MukanaReportRow, 0).code, ==, "205");
  g_assert_cmpint (g_array_index (rows, MukanaReportRow, 1).numbers[0], ==, 11);
}

static void
few_in_all_are_told_as_few (void)
{
  g_autoptr (GArray) rows = mukana_report_rows_new ();
  g_autofree char *told = NULL;

  add_row (rows, "205", 1);
  add_row (rows, "", 2);
  mukana_report_rows_fold (rows);

  g_assert_cmpuint (rows->len, ==, 1);
  told = mukana_report_row_tell (&g_array_index (rows, MukanaReportRow, 0));
  g_assert_cmpstr (told, ==, "1–4");
}

static void
periods_follow_each_other_over_the_year (void)
{
  static const struct { const char *text, *next, *before; } cases[] = {
    { "2026", "2027", "2025" }, { "1/2026", "2/2026", "4/2025" }, { "4/2026", "1/2027", "3/2026" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      MukanaReportPeriod period, next, before;
      g_autofree char *told = NULL, *told_next = NULL, *told_before = NULL;

      g_assert_true (mukana_report_period_parse (cases[i].text, &period));
      next = mukana_report_period_move (&period, 1);
      before = mukana_report_period_move (&period, -1);
      told = mukana_report_period_tell (&period);
      told_next = mukana_report_period_tell (&next);
      told_before = mukana_report_period_tell (&before);

      g_assert_cmpstr (told, ==, cases[i].text);
      g_assert_cmpstr (told_next, ==, cases[i].next);
      g_assert_cmpstr (told_before, ==, cases[i].before);
      g_assert_cmpint (period.until + 1, ==, next.from);
    }
}

static void
what_is_no_period_is_refused (void)
{
  static const char * const cases[] = { NULL, "", "5/2026", "0/2026", "26", "2026/1", "1/26", "x" };
  MukanaReportPeriod period;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (mukana_report_period_parse (cases[i], &period));
}

static void
every_figure_has_a_name_of_its_own (void)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < MUKANA_N_FIGURES; i++)
    {
      g_assert_nonnull (mukana_figure_info (i)->label);
      g_assert_true (g_hash_table_add (names, (gpointer) mukana_figure_info (i)->name));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/report/" #test, test)
  ADD (few_people_are_not_told_and_cannot_be_worked_out);
  ADD (a_year_does_not_tell_what_its_quarters_hide);
  ADD (the_money_of_one_person_is_not_told);
  ADD (a_median_of_none_is_not_known);
  ADD (small_rows_are_told_together);
  ADD (one_small_row_takes_the_next_smallest_with_it);
  ADD (few_in_all_are_told_as_few);
  ADD (periods_follow_each_other_over_the_year);
  ADD (what_is_no_period_is_refused);
  ADD (every_figure_has_a_name_of_its_own);

  return g_test_run ();
}
