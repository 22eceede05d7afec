/* mukana-week-words.c: the painted week in words, for labels and for the ear. */

#include "ui/kit/mukana-week-scene.h"

#include <glib/gi18n-lib.h>

#define SLOT_MINUTES 30

static const char *const DAY_NAMES[MUKANA_WEEK_N_DAYS] =
{
  N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"),
  N_("Sunday"),
};

static const char *const SHORT_DAY_NAMES[MUKANA_WEEK_N_DAYS] =
{
  NC_("short weekday", "Mon"), NC_("short weekday", "Tue"), NC_("short weekday", "Wed"),
  NC_("short weekday", "Thu"), NC_("short weekday", "Fri"), NC_("short weekday", "Sat"),
  NC_("short weekday", "Sun"),
};

/** mukana_week_day_name: @day: 0 is Monday.  Returns: borrowed, translated */
const char *
mukana_week_day_name (int day)
{
  return _(DAY_NAMES[day]);
}

/** mukana_week_day_short_name: @day: 0 is Monday.  Returns: borrowed, translated */
const char *
mukana_week_day_short_name (int day)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "short weekday", SHORT_DAY_NAMES[day]);
}

/** mukana_week_scene_day_label: Returns: yours, the day's name with its date when it has one */
char *
mukana_week_scene_day_label (const MukanaWeekScene *scene,
                             int                    day,
                             gboolean               is_short)
{
  const char *name = is_short ? mukana_week_day_short_name (day) : mukana_week_day_name (day);
  int year, month, day_of_month;

  if (scene->monday == MUKANA_DAY_NONE)
    return g_strdup (name);

  mukana_day_split (scene->monday + day, &year, &month, &day_of_month);
  /* Translators: a weekday, the day of the month and the month as numbers: "Thu 10.12." */
  return g_strdup_printf (_("%1$s %2$d.%3$d."), name, day_of_month, month);
}

/** mukana_week_minute_text: Returns: yours, "9" or "11:30", minutes only when there are some */
char *
mukana_week_minute_text (int minute)
{
  if (minute % 60 == 0)
    return g_strdup_printf ("%d", minute / 60);

  /* Translators: a time of day, hours and minutes */
  return g_strdup_printf (C_("time of day", "%1$d:%2$02d"), minute / 60, minute % 60);
}

static char *
say_minute (int minute)
{
  return g_strdup_printf (C_("time of day", "%1$d:%2$02d"), minute / 60, minute % 60);
}

/** mukana_week_mark_text: Returns: yours, what stands on the mark */
char *
mukana_week_mark_text (const MukanaWeekMark *mark)
{
  if (mark->kind == MUKANA_WEEK_ASSIGNMENT)
    return g_strdup (mark->label ? mark->label : _("Assignment"));
  if (!mark->label)
    return g_strdup (_("Away"));

  /* Translators: the reason of an absence: "Away: travel" */
  return g_strdup_printf (_("Away: %s"), mark->label);
}

static char *
say_state (const MukanaWeekScene *scene)
{
  int minute = scene->cursor_slot * SLOT_MINUTES;

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MukanaWeekMark *mark = &g_array_index (scene->marks, MukanaWeekMark, i);

      if (mark->when.weekday == scene->cursor_day + 1 &&
          mark->when.start_minute < minute + SLOT_MINUTES && mark->when.end_minute > minute)
        return mukana_week_mark_text (mark);
    }

  if (mukana_week_pattern_holds (&scene->free, scene->cursor_day, scene->cursor_slot))
    return g_strdup (C_("half hour", "free"));
  return g_strdup (C_("half hour", "not free"));
}

/** mukana_week_scene_say_slot: Returns: yours, "Thursday 10.12. 15:00–15:30, free" */
char *
mukana_week_scene_say_slot (const MukanaWeekScene *scene)
{
  g_autofree char *day = mukana_week_scene_day_label (scene, scene->cursor_day, FALSE);
  g_autofree char *from = say_minute (scene->cursor_slot * SLOT_MINUTES);
  g_autofree char *until = say_minute ((scene->cursor_slot + 1) * SLOT_MINUTES);
  g_autofree char *state = say_state (scene);

  /* Translators: a day, a time from and until, and what the time is, such as
   * "Thursday 10.12. 15:00–15:30, free" */
  return g_strdup_printf (_("%s %s–%s, %s"), day, from, until, state);
}

static void
add_comma (GString  *text,
           gboolean *is_first)
{
  if (!*is_first)
    g_string_append (text, ", ");
  *is_first = FALSE;
}

static void
say_day (const MukanaWeekScene *scene,
         int                    day,
         GString               *text)
{
  gboolean is_first = TRUE;
  int slot = 0;
  int end;

  g_string_append_printf (text, "%s ", mukana_week_day_name (day));

  for (; mukana_week_pattern_next_run (&scene->free, day, &slot, &end); slot = end)
    {
      g_autofree char *from = mukana_week_minute_text (slot * SLOT_MINUTES);
      g_autofree char *until = mukana_week_minute_text (end * SLOT_MINUTES);

      add_comma (text, &is_first);
      /* Translators: "free 9–15" */
      g_string_append_printf (text, _("free %s–%s"), from, until);
    }

  for (guint i = 0; i < scene->marks->len; i++)
    {
      const MukanaWeekMark *mark = &g_array_index (scene->marks, MukanaWeekMark, i);
      g_autofree char *words = NULL;

      if (mark->when.weekday != day + 1)
        continue;
      words = mukana_week_mark_text (mark);
      add_comma (text, &is_first);
      g_string_append (text, words);
    }

  if (is_first)
    g_string_append (text, C_("half hour", "not free"));
}

/** mukana_week_scene_say_week: Returns: yours, the whole week in one sentence */
char *
mukana_week_scene_say_week (const MukanaWeekScene *scene)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (scene->monday == MUKANA_DAY_NONE)
    g_string_append (text, _("Recurring week:"));
  else
    g_string_append_printf (text, _("Week %d:"), mukana_day_iso_week (scene->monday));

  for (int day = 0; day < MUKANA_WEEK_N_DAYS; day++)
    {
      g_string_append_c (text, ' ');
      say_day (scene, day, text);
      g_string_append_c (text, day < MUKANA_WEEK_N_DAYS - 1 ? ';' : '.');
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
