/* test-table-calendar.c: of somebody's calendar the busy times are read, and nothing else; no file
 * keeps the reader busy for long.
 */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "services/mukana-table-private.h"

#define HEAD "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\n"
#define TAIL "END:VCALENDAR\r\n"
#define EVENT(lines) "BEGIN:VEVENT\r\nUID:a\r\n" lines "END:VEVENT\r\n"
#define NEW_YORK \
  "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n" \
  "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"

static MukanaDayRange
this_year (void)
{
  return (MukanaDayRange) { mukana_day_new (2026, 3, 1), mukana_day_new (2027, 3, 1) };
}

static MukanaTable *
parse (const char  *entries,
       GError     **error)
{
  g_autofree char *text = g_strconcat (HEAD, entries, TAIL, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return mukana_table_parse_calendar (bytes, this_year (), error);
}

/* Returns: yours, "03-05 540-600, 03-06 540-600", and why an entry has no times */
static char *
tell (const char *entries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTable) table = parse (entries, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint row = 0; row < mukana_table_get_n_rows (table); row++)
    {
      const char *second = mukana_table_peek_cell (table, row, 1);

      if (row > 0)
        g_string_append (text, ", ");
      if (mukana_table_get_n_cells (table, row) == 2)
        g_string_append (text, second);
      else
        g_string_append_printf (text, "%s %s-%s", second + 5,
                                mukana_table_peek_cell (table, row, 2),
                                mukana_table_peek_cell (table, row, 3));
    }

  return g_string_free (text, FALSE);
}

typedef struct { const char *entries, *told; } Case;

static void
check (const Case *cases,
       gsize       n_cases)
{
  for (gsize i = 0; i < n_cases; i++)
    {
      g_autofree char *told = tell (cases[i].entries);

      g_test_message ("%s", cases[i].entries);
      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
times_are_those_of_finland (void)
{
  static const Case cases[] = {
    { EVENT ("DTSTART:20260305T070000Z\r\nDTEND:20260305T080000Z\r\n"), "03-05 540-600" },
    { EVENT ("DTSTART;TZID=Europe/Helsinki:20260305T090000\r\nDURATION:PT90M\r\n"),
      "03-05 540-630" },
    { EVENT ("DTSTART;TZID=FLE Standard Time:20260705T090000\r\nDTEND;TZID=FLE Standard Time:"
             "20260705T100000\r\n"), "07-05 540-600" },
    { EVENT ("DTSTART:20260305T090000\r\nDTEND:20260305T100000\r\n"), "03-05 540-600" },
    { NEW_YORK EVENT ("DTSTART;TZID=Own:20260305T020000\r\nDURATION:PT1H\r\n"), "03-05 540-600" },
    { EVENT ("DTSTART;VALUE=DATE:20260305\r\n"), "03-05 0-1440" },
    { EVENT ("DTSTART;VALUE=DATE:20260328\r\nDTEND;VALUE=DATE:20260330\r\n"),
      "03-28 0-1440, 03-29 0-1440" },
    { EVENT ("DTSTART;VALUE=DATE:20261025\r\nDTEND;VALUE=DATE:20261026\r\n"), "10-25 0-1440" },
    { EVENT ("DTSTART:20260305T220000\r\nDTEND:20260306T020000\r\n"),
      "03-05 1320-1440, 03-06 0-120" },
    { EVENT ("DTSTART:20261025T001500Z\r\nDTEND:20261025T004500Z\r\n"), "10-25 180-240" },
    { "BEGIN:VFREEBUSY\r\nFREEBUSY:20260305T070000Z/PT1H,20260306T070000Z/20260306T080000Z\r\n"
      "FREEBUSY;FBTYPE=FREE:20260307T070000Z/PT1H\r\nEND:VFREEBUSY\r\n",
      "03-05 540-600, 03-06 540-600" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
what_is_repeated_is_counted_and_what_is_taken_out_is_not_there (void)
{
  static const Case cases[] = {
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;COUNT=3\r\n"),
      "03-05 540-600, 03-12 540-600, 03-19 540-600" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\n"
             "RRULE:FREQ=DAILY;UNTIL=20260307T070000Z\r\n"),
      "03-05 540-600, 03-06 540-600, 03-07 540-600" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\n"
             "RRULE:FREQ=DAILY;UNTIL=20260307T065959Z\r\n"),
      "03-05 540-600, 03-06 540-600" },
    { EVENT ("DTSTART;VALUE=DATE:20260305\r\nRRULE:FREQ=DAILY;UNTIL=20260306\r\n"),
      "03-05 0-1440, 03-06 0-1440" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
             "EXDATE:20260306T090000\r\n"), "03-05 540-600, 03-07 540-600" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n"
             "EXDATE;VALUE=DATE:20260306\r\n"), "03-05 540-600, 03-07 540-600" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nRDATE:20260308T120000\r\n"),
      "03-05 540-600, 03-08 720-780" },
    /* Wall-clock time stays when the clocks are changed. */
    { EVENT ("DTSTART;TZID=Europe/Helsinki:20260328T090000\r\nDURATION:PT1H\r\n"
             "RRULE:FREQ=DAILY;COUNT=2\r\n"), "03-28 540-600, 03-29 540-600" },
    /* One of a series is moved, another called off. */
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=3\r\n")
      EVENT ("RECURRENCE-ID:20260306T090000\r\nDTSTART:20260306T150000\r\nDURATION:PT1H\r\n")
      EVENT ("RECURRENCE-ID:20260307T090000\r\nDTSTART:20260307T090000\r\nSTATUS:CANCELLED\r\n"),
      "03-05 540-600, 03-06 900-960, cancelled" },
    /* Every other week since long ago is still every other week. */
    { EVENT ("DTSTART:20200102T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;"
             "UNTIL=20260401T000000Z\r\n"), "03-05 540-600, 03-19 540-600" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

static void
what_takes_no_time_is_told_with_its_reason (void)
{
  static const Case cases[] = {
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nSTATUS:CANCELLED\r\n"), "cancelled" },
    { "METHOD:CANCEL\r\n" EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\n"), "cancelled" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1H\r\nTRANSP:TRANSPARENT\r\n"), "free" },
    { EVENT ("DTSTART:20250305T090000\r\nDURATION:PT1H\r\n"), "outside" },
    { EVENT ("DTSTART:20280305T090000\r\nDURATION:PT1H\r\n"), "outside" },
    { EVENT ("DTSTART:20260305T090000\r\n"), "outside" },
    { EVENT ("SUMMARY:x\r\n"), "broken" },
    { EVENT ("DTSTART:20260305T090000\r\nDTEND:20260305T080000\r\n"), "broken" },
    { EVENT ("DTSTART;TZID=Nowhere:20260305T090000\r\nDURATION:PT1H\r\n"), "zone" },
    { "BEGIN:VEVENT\r\nUID:0123-assignment-5@mukana\r\nDTSTART:20260305T090000\r\nDURATION:PT1H\r\n"
      "END:VEVENT\r\n", "own" },
  };

  check (cases, G_N_ELEMENTS (cases));
}

/* Each ends at once, whatever it asks for. */
static void
endless_rules_end (void)
{
  static const Case cases[] = {
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1S\r\nRRULE:FREQ=SECONDLY\r\n"), "often" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT1S\r\nRRULE:FREQ=MINUTELY\r\n"), "often" },
    { EVENT ("DTSTART:18500101T090000\r\nDURATION:PT1H\r\nRRULE:FREQ=DAILY;COUNT=1000000000\r\n"),
      "often" },
    { EVENT ("DTSTART:20260305T090000\r\nDURATION:PT0S\r\nRRULE:FREQ=YEARLY;BYMONTH=2;"
             "BYMONTHDAY=30\r\n"), "broken" },
    { "BEGIN:VTIMEZONE\r\nTZID:Own\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
      "TZOFFSETFROM:-0500\r\nTZOFFSETTO:-0500\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\n"
      "END:VTIMEZONE\r\n" EVENT ("DTSTART;TZID=Own:20260305T020000\r\nDURATION:PT1H\r\n"), "zone" },
  };
  gint64 began_us = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;

  check (cases, G_N_ELEMENTS (cases));
  g_assert_null (parse (EVENT ("DTSTART:20260305T000000\r\nDURATION:PT1S\r\n"
                               "RRULE:FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,"
                               "17,18,19,20,21,22,23\r\n"), &error));

  g_assert_cmpint (mukana_table_fault_of_error (error), ==, MUKANA_TABLE_FAULT_TOO_MANY_TIMES);
  g_assert_cmpint (g_get_monotonic_time () - began_us, <, 20 * G_USEC_PER_SEC);
}

static void
nothing_but_times_and_a_digest_leaves (void)
{
  g_autoptr (MukanaTable) table =
    parse ("BEGIN:VEVENT\r\nUID:secret-uid\r\nSUMMARY:secret\r\nLOCATION:secret\r\nATTENDEE:mailto:"
           "secret@example.org\r\nDTSTART:20260305T090000\r\nDURATION:PT1H\r\nEND:VEVENT\r\n",
           NULL);

  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 1);
  g_assert_cmpuint (strlen (mukana_table_peek_cell (table, 0, 0)), ==, 32);
  g_assert_null (g_strstr_len ((const char *) table->text->data, table->text->len, "secret"));
}

static char *
write_file (const char *text,
            gssize      length)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  int fd = g_file_open_tmp ("mukana-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  close (fd);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  return path;
}

/* In the helper no file can be opened, and so no zone of the system. */
static void
a_calendar_comes_through_the_helper (void)
{
  g_autofree char *path = write_file (HEAD
    EVENT ("DTSTART;TZID=Europe/Helsinki:20260705T090000\r\nDURATION:PT1H\r\n")
    NEW_YORK EVENT ("DTSTART;TZID=Own:20260705T020000\r\nDURATION:PT1H\r\n") TAIL, -1);
  g_autoptr (GError) error = NULL, not_one = NULL;
  g_autoptr (MukanaTable) table = mukana_table_read_calendar (path, this_year (), NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 2);
  g_assert_cmpstr (mukana_table_peek_cell (table, 0, 2), ==, "540");
  g_assert_cmpstr (mukana_table_peek_cell (table, 1, 2), ==, "600");

  g_file_set_contents (path, "nimi;kunta\n", -1, NULL);
  g_assert_null (mukana_table_read_calendar (path, this_year (), NULL, &not_one));
  g_assert_cmpint (mukana_table_fault_of_error (not_one), ==, MUKANA_TABLE_FAULT_NOT_A_CALENDAR);
  g_unlink (path);
}

/* Whatever stands in the file, there is a table or a fault, and every row is one of the two. */
static void
damaged_calendars_are_read_or_refused (void)
{
  static const char sound[] = HEAD NEW_YORK
    EVENT ("DTSTART;TZID=Own:20260305T090000\r\nDTEND;TZID=Own:20260305T100000\r\n"
           "RRULE:FREQ=MONTHLY;BYDAY=-1SU;COUNT=5\r\nEXDATE:20260405T090000\r\n"
           "RDATE;VALUE=DATE:20260501\r\n")
    EVENT ("RECURRENCE-ID:20260405T090000\r\nDTSTART;VALUE=DATE:20260406\r\nDURATION:P2D\r\n") TAIL;
  int n_rounds = g_getenv ("MUKANA_TEST_FUZZ") ? atoi (g_getenv ("MUKANA_TEST_FUZZ")) : 3000;
  g_autoptr (GRand) dice = g_rand_new_with_seed (5);

  for (int round = 0; round < n_rounds; round++)
    {
      g_autofree char *text = g_memdup2 (sound, sizeof sound);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (MukanaTable) table = NULL;
      g_autoptr (GError) error = NULL;

      for (int n = g_rand_int_range (dice, 1, 12); n > 0; n--)
        text[g_rand_int_range (dice, 0, sizeof sound - 1)] =
          sound[g_rand_int_range (dice, 0, sizeof sound - 1)];
      bytes = g_bytes_new (text, (gsize) g_rand_int_range (dice, 1, sizeof sound));
      table = mukana_table_parse_calendar (bytes, this_year (), &error);

      g_assert_true ((table != NULL) != (error != NULL));
      for (guint row = 0; table != NULL && row < mukana_table_get_n_rows (table); row++)
        {
          guint n_cells = mukana_table_get_n_cells (table, row);

          g_assert_true (n_cells == 2 || n_cells == 4);
          if (n_cells == 4)
            {
              g_assert_cmpint (atoi (mukana_table_peek_cell (table, row, 2)), <,
                               atoi (mukana_table_peek_cell (table, row, 3)));
              g_assert_true (mukana_day_range_holds (this_year (), mukana_day_parse_iso (
                               mukana_table_peek_cell (table, row, 1))));
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add_func ("/table-calendar/" #test, test)
  ADD (times_are_those_of_finland);
  ADD (what_is_repeated_is_counted_and_what_is_taken_out_is_not_there);
  ADD (what_takes_no_time_is_told_with_its_reason);
  ADD (endless_rules_end);
  ADD (nothing_but_times_and_a_digest_leaves);
  ADD (a_calendar_comes_through_the_helper);
  ADD (damaged_calendars_are_read_or_refused);
#undef ADD

  return g_test_run ();
}
