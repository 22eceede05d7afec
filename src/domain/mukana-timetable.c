/* mukana-timetable.c: which days a calendar shows, and what stands beside what.
 *
 * Knows days and minutes of the wall clock, and nothing of what takes place.  Weeks begin
 * on Monday and a month is shown in whole weeks.  A day is drawn as 24 hours also when the
 * clocks are changed in it: people agree on what a clock shows, and a calendar with 23
 * lines on one night would put every other line elsewhere.
 */

#include "domain/mukana-timetable.h"

#define DAY_MINUTES 1440
#define WEEK_DAYS 7
#define AGENDA_DAYS 28

static MukanaDay
monday_of (MukanaDay day)
{
  return day - mukana_day_weekday (day) + 1;
}

/** mukana_timetable_period: Returns: the days that are shown when @day is looked at */
MukanaDayRange
mukana_timetable_period (MukanaTimetableView view,
                         MukanaDay           day)
{
  MukanaDay first = mukana_day_first_of_month (day);

  switch (view)
    {
    case MUKANA_TIMETABLE_WEEK:
      return (MukanaDayRange) { monday_of (day), monday_of (day) + WEEK_DAYS };
    case MUKANA_TIMETABLE_MONTH:
      return (MukanaDayRange) { monday_of (first),
                                monday_of (mukana_day_add_months (first, 1) - 1) + WEEK_DAYS };
    case MUKANA_TIMETABLE_AGENDA:
      return (MukanaDayRange) { day, day + AGENDA_DAYS };
    default:
      return (MukanaDayRange) { day, day + 1 };
    }
}

/** mukana_timetable_step: @n_steps: periods forward; Returns: the day that is looked at then */
MukanaDay
mukana_timetable_step (MukanaTimetableView view,
                       MukanaDay           day,
                       int                 n_steps)
{
  switch (view)
    {
    case MUKANA_TIMETABLE_WEEK: return day + n_steps * WEEK_DAYS;
    case MUKANA_TIMETABLE_MONTH: return mukana_day_add_months (day, n_steps);
    case MUKANA_TIMETABLE_AGENDA: return day + n_steps * AGENDA_DAYS;
    default: return day + n_steps;
    }
}

/** mukana_timetable_clock_change: Returns: by how many minutes the day is longer than 24 hours:
 *  60 in October, -60 in March, else 0 */
int
mukana_timetable_clock_change (MukanaDay day)
{
  gint64 length_us = mukana_day_minute_us (day + 1, 0) - mukana_day_minute_us (day, 0);

  return (int) (length_us / G_TIME_SPAN_MINUTE) - DAY_MINUTES;
}

static gboolean
is_whole_day (const MukanaTimetableSpan *span)
{
  return span->end_minute <= span->start_minute;
}

static int
drawn_end (const MukanaTimetableSpan *span,
           int                        least_minutes)
{
  return MIN (MAX (span->end_minute, span->start_minute + least_minutes), DAY_MINUTES);
}

/* Earlier first, of those that begin together the longer; else as they were given. */
static int
compare_drawn (gconstpointer a,
               gconstpointer b,
               gpointer      unused)
{
  const MukanaTimetableSpan *left = *(MukanaTimetableSpan * const *) a;
  const MukanaTimetableSpan *right = *(MukanaTimetableSpan * const *) b;

  if (left->day != right->day)
    return left->day < right->day ? -1 : 1;
  if (left->start_minute != right->start_minute)
    return left->start_minute - right->start_minute;
  if (left->end_minute != right->end_minute)
    return right->end_minute - left->end_minute;

  return left < right ? -1 : left > right;
}

/* Those from @first on that hang together, each touching another, in the fewest columns. */
static guint
lay_out_cluster (MukanaTimetableSpan **sorted,
                 guint                 n_sorted,
                 int                   most_columns,
                 int                   least_minutes,
                 guint                *n_hidden)
{
  g_autofree int *free_from = g_new0 (int, most_columns);
  int n_columns = 0, end = drawn_end (sorted[0], least_minutes);
  guint n = 0;

  for (; n < n_sorted && sorted[n]->day == sorted[0]->day && sorted[n]->start_minute < end; n++)
    {
      int column = 0;

      while (column < most_columns && free_from[column] > sorted[n]->start_minute)
        column++;

      end = MAX (end, drawn_end (sorted[n], least_minutes));
      sorted[n]->column = column < most_columns ? column : MUKANA_TIMETABLE_HIDDEN;
      if (column == most_columns)
        (*n_hidden)++;
      else
        free_from[column] = drawn_end (sorted[n], least_minutes);
      n_columns = MAX (n_columns, MIN (column + 1, most_columns));
    }

  for (guint i = 0; i < n; i++)
    sorted[i]->n_columns = n_columns;
  return n;
}

static MukanaTimetableSpan **
sort_spans (MukanaTimetableSpan *spans,
            guint                n_spans,
            GCompareDataFunc     compare,
            gboolean             of_somebody,
            guint               *n_sorted)
{
  MukanaTimetableSpan **sorted = g_new (MukanaTimetableSpan *, MAX (n_spans, 1));

  *n_sorted = 0;
  for (guint i = 0; i < n_spans; i++)
    if (!is_whole_day (&spans[i]) && (spans[i].who != 0 || !of_somebody))
      sorted[(*n_sorted)++] = &spans[i];

  g_qsort_with_data (sorted, (int) *n_sorted, sizeof *sorted, compare, NULL);
  return sorted;
}

/**
 * mukana_timetable_lay_out:
 * @spans: of any days, in any order
 * @most_columns: at least 1
 * @least_minutes: what is shorter takes this much room
 *
 * Gives what overlaps columns abreast.  What lasts the whole day is in the only column.
 *
 * Returns: how many there is no room for
 */
guint
mukana_timetable_lay_out (MukanaTimetableSpan *spans,
                          guint                n_spans,
                          int                  most_columns,
                          int                  least_minutes)
{
  guint n_sorted, n_hidden = 0;
  g_autofree MukanaTimetableSpan **sorted = sort_spans (spans, n_spans, compare_drawn, FALSE,
                                                        &n_sorted);

  g_return_val_if_fail (most_columns > 0, 0);

  for (guint i = 0; i < n_spans; i++)
    {
      spans[i].column = 0;
      spans[i].n_columns = 1;
    }

  for (guint i = 0; i < n_sorted;)
    i += lay_out_cluster (sorted + i, n_sorted - i, most_columns, least_minutes, &n_hidden);

  return n_hidden;
}

static int
compare_owners (gconstpointer a,
                gconstpointer b,
                gpointer      unused)
{
  const MukanaTimetableSpan *left = *(MukanaTimetableSpan * const *) a;
  const MukanaTimetableSpan *right = *(MukanaTimetableSpan * const *) b;

  return left->who != right->who ? (left->who < right->who ? -1 : 1) : compare_drawn (a, b, NULL);
}

/**
 * mukana_timetable_find_clashes:
 *
 * Marks each that overlaps another of the same person on the same day.  What only touches
 * does not clash, nor does what lasts the whole day, whose hours are not known.
 */
void
mukana_timetable_find_clashes (MukanaTimetableSpan *spans,
                               guint                n_spans)
{
  guint n_sorted;
  g_autofree MukanaTimetableSpan **sorted = sort_spans (spans, n_spans, compare_owners, TRUE,
                                                        &n_sorted);
  MukanaTimetableSpan *latest = NULL;   /* of this person and day, the one that ends last */

  for (guint i = 0; i < n_spans; i++)
    spans[i].is_clash = FALSE;

  for (guint i = 0; i < n_sorted; i++)
    {
      MukanaTimetableSpan *span = sorted[i];

      if (latest == NULL || latest->who != span->who || latest->day != span->day)
        latest = NULL;
      else if (span->start_minute < latest->end_minute)
        latest->is_clash = span->is_clash = TRUE;

      if (latest == NULL || span->end_minute > latest->end_minute)
        latest = span;
    }
}
