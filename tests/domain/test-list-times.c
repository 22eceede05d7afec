/* test-list-times.c: when somebody can, read from words. */

#include "domain/mukana-list-times.h"

static char *
describe (const char *text,
          gboolean   *is_guess)
{
  const MukanaListReason *reason = NULL;
  g_autoptr (GArray) slots = mukana_list_read_availability (text, is_guess, &reason);
  GString *out = g_string_new (NULL);

  if (slots == NULL)
    g_string_append (out, reason->code);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const MukanaWeekSlot *slot = &g_array_index (slots, MukanaWeekSlot, i);

      g_string_append_printf (out, "%s%d %d:%02d-%d:%02d", i > 0 ? ", " : "", slot->weekday,
                              slot->start_minute / 60, slot->start_minute % 60,
                              slot->end_minute / 60, slot->end_minute % 60);
    }

  return g_string_free (out, FALSE);
}

static void
hours_that_are_written_are_taken_as_they_are (void)
{
  static const struct { const char *text, *slots; } cases[] = {
    { "ma 8-11, ti 16:30-19:30", "1 8:00-11:00, 2 16:30-19:30" },
    { "mån 8–11, tis 16.30–19.30", "1 8:00-11:00, 2 16:30-19:30" },
    { "ma, ti ja to klo 9-12", "1 9:00-12:00, 2 9:00-12:00, 4 9:00-12:00" },
    { "pe-su 10-14", "5 10:00-14:00, 6 10:00-14:00, 7 10:00-14:00" },
    { "la-ma 10-14", "1 10:00-14:00, 6 10:00-14:00, 7 10:00-14:00" },
    { "ke 8-10, ke 12-14", "3 8:00-10:00, 3 12:00-14:00" },
    { "ke 8-10, 12-14", "3 8:00-10:00, 3 12:00-14:00" },
    { "Tuesday 22-24", "2 22:00-24:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_guess = TRUE;
      g_autofree char *slots = describe (cases[i].text, &is_guess);

      g_assert_cmpstr (slots, ==, cases[i].slots);
      g_assert_false (is_guess);
    }
}

static void
hours_that_are_ours_are_called_a_guess (void)
{
  static const struct { const char *text, *slots; } cases[] = {
    { "viikonloput ok", "6 10:00-16:00, 7 10:00-16:00" },
    { "ti-iltaisin", "2 17:00-20:00" },
    { "ma ja ke", "1 8:00-16:00, 3 8:00-16:00" },
    { "arki-iltaisin",
      "1 17:00-20:00, 2 17:00-20:00, 3 17:00-20:00, 4 17:00-20:00, 5 17:00-20:00" },
    { "Vardagskvällar",
      "1 17:00-20:00, 2 17:00-20:00, 3 17:00-20:00, 4 17:00-20:00, 5 17:00-20:00" },
    { "arkipäivisin", "1 8:00-16:00, 2 8:00-16:00, 3 8:00-16:00, 4 8:00-16:00, 5 8:00-16:00" },
    { "ei maanantaisin",
      "2 8:00-20:00, 3 8:00-20:00, 4 8:00-20:00, 5 8:00-20:00, 6 8:00-20:00, 7 8:00-20:00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_guess = FALSE;
      g_autofree char *slots = describe (cases[i].text, &is_guess);

      g_assert_cmpstr (slots, ==, cases[i].slots);
      g_assert_true (is_guess);
    }
}

static void
one_unknown_word_makes_the_whole_unclear (void)
{
  static const struct { const char *text, *code; } cases[] = {
    { "ma 8-11 jos ei sada", "times-unclear" }, { "8-11", "times-unclear" },
    { "ma 11-8", "times-unclear" }, { "ma 8-25", "times-unclear" },
    { "ei ma 8-11", "times-unclear" }, { "soita ensin", "times-unclear" },
    { "ei", "times-unclear" }, { "sopimuksen mukaan", "by-agreement" },
    { "Enligt överenskommelse", "by-agreement" }, { " ", "empty" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean is_guess;
      g_autofree char *code = describe (cases[i].text, &is_guess);

      g_assert_cmpstr (code, ==, cases[i].code);
    }
}

static void
slots_of_requests_have_days_and_hours (void)
{
  const MukanaListReason *reason;
  g_autoptr (GArray) slots =
    mukana_list_read_slots ("2027-02-04T08:30/12:30; 12.2.2027 12-16;2027-03-01", &reason);
  const MukanaDaySlot *slot = (const MukanaDaySlot *) slots->data;

  g_assert_cmpuint (slots->len, ==, 3);
  g_assert_cmpint (slot[0].day, ==, mukana_day_new (2027, 2, 4));
  g_assert_cmpint (slot[0].start_minute, ==, 8 * 60 + 30);
  g_assert_cmpint (slot[1].end_minute, ==, 16 * 60);
  g_assert_cmpint (slot[2].end_minute, ==, 1440);
  g_assert_null (mukana_list_read_slots ("2027-02-04T12:30/08:30", &reason));
  g_assert_cmpstr (reason->code, ==, "slots-unclear");
  g_assert_null (mukana_list_read_slots (" ; ", &reason));
  g_assert_cmpstr (reason->code, ==, "empty");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define TEST(name) g_test_add_func ("/list-times/" #name, name)
  TEST (hours_that_are_written_are_taken_as_they_are);
  TEST (hours_that_are_ours_are_called_a_guess);
  TEST (one_unknown_word_makes_the_whole_unclear);
  TEST (slots_of_requests_have_days_and_hours);

  return g_test_run ();
}
