/* mukana-cli-calendar.c: what takes place, as a list, and what was agreed, as a calendar file. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-day-near.h"
#include "base/mukana-error.h"
#include "services/mukana-calendar.h"
#include "services/mukana-timetabling.h"

#define DEFAULT_DAYS 28
#define MOST_DAYS 366

/* ---- A list ---- */

static MukanaStatus
read_days (MukanaCli      *cli,
           MukanaDayRange *days)
{
  MukanaDay today = mukana_day_from_us (mukana_clock_now_us (cli->clock));
  MukanaDay first = cli->options.from != NULL ? mukana_day_parse_near (cli->options.from, today)
                                              : today;
  MukanaDay last = cli->options.to != NULL ? mukana_day_parse_near (cli->options.to, today)
                   : first != MUKANA_DAY_NONE ? first + DEFAULT_DAYS - 1 : first;

  if (first == MUKANA_DAY_NONE || last == MUKANA_DAY_NONE)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Give a day as 2026-12-31 or 31.12.2026."));
  if (last < first || last - first >= MOST_DAYS)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("The last day comes after the first, at most a year later."));

  *days = (MukanaDayRange) { first, last + 1 };
  return MUKANA_STATUS_DONE;
}

static char *
join_notes (const MukanaTimetableItem *item)
{
  g_autoptr (GPtrArray) notes = mukana_timetable_item_notes (item);

  g_ptr_array_add (notes, NULL);
  return g_strjoinv (", ", (char **) notes->pdata);
}

static void
write_item (MukanaCli                 *cli,
            const MukanaTimetableItem *item)
{
  gboolean is_timed = item->end_minute > item->start_minute;

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_text (cli->json, "kind", mukana_timetable_kind_name (item->kind));
  mukana_json_add_number (cli->json, "id", item->id);
  mukana_cli_json_day (cli, "day", item->day);
  mukana_cli_json_day (cli, "last_day", item->last_day);
  if (is_timed)
    {
      mukana_json_add_number (cli->json, "start_minute", item->start_minute);
      mukana_json_add_number (cli->json, "end_minute", item->end_minute);
    }
  mukana_json_add_text (cli->json, "title", item->title);
  mukana_json_add_text (cli->json, "name", item->name);
  mukana_json_add_text (cli->json, "state", item->state);
  mukana_json_add_boolean (cli->json, "clash", item->is_clash);
  mukana_json_add_boolean (cli->json, "away", (item->warnings & MUKANA_TIMETABLE_AWAY) != 0);
  mukana_json_add_boolean (cli->json, "consent_ended",
                        (item->warnings & MUKANA_TIMETABLE_NO_CONSENT) != 0);
  mukana_json_add_boolean (cli->json, "check_ends",
                        (item->warnings & MUKANA_TIMETABLE_CHECK_ENDS) != 0);
  mukana_json_add_boolean (cli->json, "check_gone",
                        (item->warnings & MUKANA_TIMETABLE_CHECK_GONE) != 0);
  mukana_json_add_boolean (cli->json, "theme_withdrawn",
                        (item->warnings & MUKANA_TIMETABLE_NO_THEME) != 0);
  mukana_json_add_boolean (cli->json, "week_full",
                        (item->warnings & MUKANA_TIMETABLE_WEEK_FULL) != 0);
  mukana_json_add_boolean (cli->json, "request_off",
                        (item->warnings & MUKANA_TIMETABLE_REQUEST_OFF) != 0);
  mukana_json_end_object (cli->json);
}

static char *
dup_time (const MukanaTimetableItem *item)
{
  g_autofree char *start = mukana_minute_to_iso (item->start_minute);
  g_autofree char *end = mukana_minute_to_iso (item->end_minute);
  g_autofree char *last = mukana_cli_dup_day (item->last_day);

  if (item->end_minute > item->start_minute)
    return g_strdup_printf ("%s–%s", start, end);

  return item->last_day > item->day ? g_strdup_printf (_("until %s"), last) : NULL;
}

static void
show_item (MukanaGrid                *grid,
           const MukanaTimetableItem *item)
{
  g_autofree char *day = mukana_cli_dup_day (item->day);
  g_autofree char *time = dup_time (item);
  g_autofree char *notes = join_notes (item);

  mukana_grid_add (grid, day);
  mukana_grid_add (grid, time);
  mukana_grid_add (grid, mukana_timetable_kind_label (item->kind));
  mukana_grid_add (grid, item->name);
  mukana_grid_add (grid, item->title);
  mukana_grid_add (grid, notes);
}

static void
tell (MukanaCli       *cli,
      MukanaTimetable *timetable)
{
  static const char * const headings[] = { N_("Day"), N_("Time"), N_("Kind"), N_("Who"),
                                           N_("Title"), N_("Notice") };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));

  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "calendar");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  for (guint i = 0; i < timetable->items->len; i++)
    if (cli->json != NULL)
      write_item (cli, g_ptr_array_index (timetable->items, i));
    else
      show_item (grid, g_ptr_array_index (timetable->items, i));

  if (cli->json != NULL)
    {
      mukana_json_end_array (cli->json);
      mukana_json_add_boolean (cli->json, "is_cut", timetable->is_cut);
      return;
    }
  mukana_cli_say_grid (grid);
  if (timetable->is_cut)
    mukana_cli_say ("%s", _("There is more than can be shown at once. Look at a shorter time, or "
                            "at fewer kinds."));
}

/* Who may not see people is told of events alone, as in the window. */
static MukanaStatus
list_days (MukanaCli *cli)
{
  MukanaTimetableAsk ask = { { 0 }, MUKANA_TIMETABLE_ALL_KINDS };
  MukanaStatus status = read_days (cli, &ask.days);
  g_autoptr (MukanaTimetable) timetable = NULL;
  g_autoptr (GError) error = NULL;

  if (status != MUKANA_STATUS_DONE)
    return status;

  timetable = mukana_store_run (cli->store, &mukana_timetable_job, &ask, &error);
  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED))
    {
      g_clear_error (&error);
      timetable = mukana_store_run (cli->store, &mukana_timetable_shared_job, &ask, &error);
    }
  if (timetable == NULL)
    return mukana_cli_fail (error);

  tell (cli, timetable);
  return MUKANA_STATUS_DONE;
}

/* ---- A file ---- */

static MukanaStatus
read_event (MukanaCli *cli,
            gint64    *id)
{
  if (mukana_cli_read_number (cli->options.event, 1, G_MAXINT64, id))
    return MUKANA_STATUS_DONE;

  return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                            _("Write the number of the event; mukana-cli events lists them."));
}

static MukanaStatus
write_calendar (MukanaCli *cli)
{
  gboolean is_of_person = cli->options.person != NULL, is_of_event = cli->options.event != NULL;
  g_autoptr (MukanaCalendarFile) asked = NULL;
  g_autoptr (MukanaCalendarFile) written = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  MukanaKind kind = is_of_person ? MUKANA_KIND_PERSON
                    : is_of_event ? MUKANA_KIND_COOPERATION : MUKANA_KIND_REQUEST;
  gint64 id;

  if (is_of_person + is_of_event + (cli->options.request != NULL) != 1)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Give one of --person, --request and --event."));

  status = is_of_person ? mukana_cli_find_person (cli, cli->options.person, &id)
           : is_of_event ? read_event (cli, &id)
                         : mukana_cli_find_request (cli, cli->options.request, &id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  asked = mukana_calendar_file_new (kind, id, cli->words[0]);
  written = mukana_store_run (cli->store, mukana_calendar_job_of (kind), asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_calendar_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "file", written->path);
      mukana_json_add_number (cli->json, "events", written->n_events);
    }
  else
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u event in %s", "%u events in %s",
                                 written->n_events), written->n_events, written->path);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_calendar: FILE, and whose it is; without FILE a list, --from and --to */
MukanaStatus
mukana_cli_calendar (MukanaCli *cli)
{
  gboolean is_of_days = cli->options.from != NULL || cli->options.to != NULL;
  gboolean is_of_one = cli->options.person != NULL || cli->options.request != NULL ||
                       cli->options.event != NULL;

  if ((cli->n_words == 0 && is_of_one) || (cli->n_words > 0 && is_of_days))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("A file is of --person, --request or --event; a list is --from and "
                                "--to."));

  return cli->n_words == 0 ? list_days (cli) : write_calendar (cli);
}
