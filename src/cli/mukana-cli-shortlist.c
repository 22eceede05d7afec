/* mukana-cli-shortlist.c: candidates of a request: the blind shortlist, and the poll on dates. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-day-near.h"
#include "services/mukana-polling.h"
#include "services/mukana-shortlisting.h"

static MukanaShortlist *
read_list (MukanaCli  *cli,
           gint64      request_id,
           GError    **error)
{
  return mukana_store_run (cli->store, &mukana_shortlist_job, &request_id, error);
}

static void
write_row (MukanaCli                *cli,
           const MukanaShortlistRow *row)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "candidate", row->candidate->id);
  mukana_json_add_number (cli->json, "person", row->candidate->person_id);
  mukana_json_add_text (cli->json, "code", row->candidate->code);
  mukana_json_add_text (cli->json, "name", row->candidate->display_name);
  mukana_json_add_text (cli->json, "themes", row->themes);
  mukana_json_add_text (cli->json, "lives_in", row->place);
  mukana_json_add_text (cli->json, "languages", row->languages);
  mukana_json_add_number (cli->json, "first_timer", row->is_first_timer);
  mukana_json_add_text (cli->json, "proposal", row->candidate->proposal_state);
  mukana_cli_json_day (cli, "name_told", row->candidate->released_on);
  mukana_json_end_object (cli->json);
}

static void
tell_list (MukanaCli             *cli,
           const MukanaShortlist *list)
{
  static const char * const headings[] = { N_("No."), N_("Candidate"), N_("Name"), N_("Themes"),
                                           N_("Lives in"), N_("Languages"), N_("Name told") };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));

  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "candidates");
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  for (guint i = 0; i < list->rows->len; i++)
    {
      const MukanaShortlistRow *row = g_ptr_array_index (list->rows, i);
      g_autofree char *told = row->candidate->released_on != MUKANA_DAY_NONE
                              ? mukana_cli_dup_day (row->candidate->released_on) : NULL;

      if (cli->json != NULL)
        {
          write_row (cli, row);
          continue;
        }
      mukana_grid_add_number (grid, row->candidate->id);
      mukana_grid_add (grid, row->candidate->code);
      mukana_grid_add (grid, row->candidate->display_name);
      mukana_grid_add (grid, row->themes);
      mukana_grid_add (grid, row->place);
      mukana_grid_add (grid, row->languages);
      mukana_grid_add (grid, told);
    }

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
}

/* Whoever is named after the request is put on the list. */
static MukanaStatus
add_people (MukanaCli *cli,
            gint64     request_id)
{
  MukanaProposing *chosen = mukana_proposing_new (request_id, NULL);
  MukanaStatus status = MUKANA_STATUS_DONE;
  g_autoptr (GError) error = NULL;
  gint64 person_id;

  for (guint i = 1; i < cli->n_words && status == MUKANA_STATUS_DONE; i++)
    if ((status = mukana_cli_find_person (cli, cli->words[i], &person_id)) == MUKANA_STATUS_DONE)
      mukana_proposing_add (chosen, person_id,
                            mukana_cli_find_score (cli, request_id, person_id), FALSE);

  if (status == MUKANA_STATUS_DONE && chosen->people->len > 0)
    mukana_store_run (cli->store, &mukana_shortlist_add_job, chosen, &error);
  mukana_proposing_free (chosen);
  return error != NULL ? mukana_cli_fail (error) : status;
}

static MukanaStatus
save_list (MukanaCli *cli,
           gint64     request_id)
{
  g_autoptr (MukanaShortlistPaper) asked = mukana_shortlist_paper_new (request_id,
                                                                       cli->options.to);
  g_autoptr (MukanaShortlistPaper) written = NULL;
  g_autoptr (GError) error = NULL;

  written = mukana_store_run (cli->store, &mukana_shortlist_print_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_shortlist_print_note_job, written, &error);
  return error != NULL ? mukana_cli_fail (error) : MUKANA_STATUS_DONE;
}

/** mukana_cli_shortlist: REQUEST [PERSON…] [--to FILE] */
MukanaStatus
mukana_cli_shortlist (MukanaCli *cli)
{
  g_autoptr (MukanaShortlist) list = NULL;
  g_autoptr (GError) error = NULL;
  gint64 request_id;
  MukanaStatus status = mukana_cli_find_request (cli, cli->words[0], &request_id);

  if (status == MUKANA_STATUS_DONE)
    status = add_people (cli, request_id);
  if (status == MUKANA_STATUS_DONE && cli->options.to != NULL)
    status = save_list (cli, request_id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  if ((list = read_list (cli, request_id, &error)) == NULL)
    return mukana_cli_fail (error);

  tell_list (cli, list);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_tell_name: CANDIDATE */
MukanaStatus
mukana_cli_tell_name (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the candidate."));

  mukana_store_run (cli->store, &mukana_shortlist_release_job, &id, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("The name is on the shortlist now"));
}

/* ---- The poll ---- */

static void
write_day (MukanaCli             *cli,
           const MukanaShortlist *list,
           MukanaPollDay         *poll_day)
{
  static const char * const answers[] = { "yes", "maybe", "no" };

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "date", poll_day->id);
  mukana_cli_json_day (cli, "day", poll_day->day);
  mukana_json_add_number (cli->json, "start_minute", poll_day->start_minute);
  mukana_json_add_number (cli->json, "end_minute", poll_day->end_minute);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    mukana_json_add_number (cli->json, answers[i],
                            mukana_shortlist_count (list, poll_day->id, answers[i]));
  mukana_cli_json_day (cli, "chosen_on", poll_day->chosen_on);
  mukana_json_end_object (cli->json);
}

static void
show_day (MukanaGrid            *grid,
          const MukanaShortlist *list,
          MukanaPollDay         *poll_day)
{
  g_autofree char *day = mukana_cli_dup_day (poll_day->day);
  g_autofree char *hours = g_strdup_printf ("%d.%02d–%d.%02d", (int) poll_day->start_minute / 60,
                                            (int) poll_day->start_minute % 60,
                                            (int) poll_day->end_minute / 60,
                                            (int) poll_day->end_minute % 60);

  mukana_grid_add_number (grid, poll_day->id);
  mukana_grid_add (grid, day);
  mukana_grid_add (grid, hours);
  mukana_grid_add_number (grid, mukana_shortlist_count (list, poll_day->id, "yes"));
  mukana_grid_add_number (grid, mukana_shortlist_count (list, poll_day->id, "maybe"));
  mukana_grid_add_number (grid, mukana_shortlist_count (list, poll_day->id, "no"));
  mukana_grid_add (grid, poll_day->chosen_on != MUKANA_DAY_NONE ? _("Chosen") : NULL);
}

static MukanaStatus
tell_poll (MukanaCli *cli,
           gint64     request_id)
{
  static const char * const headings[] = { N_("No."), N_("Day"), N_("Time"), N_("Yes"),
                                           N_("Maybe"), N_("No"), "" };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaShortlist) list = read_list (cli, request_id, &error);

  if (list == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, *headings[i] != '\0' ? _(headings[i]) : NULL);
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "dates");
  for (guint i = 0; i < list->days->len; i++)
    if (cli->json != NULL)
      write_day (cli, list, g_ptr_array_index (list->days, i));
    else
      show_day (grid, list, g_ptr_array_index (list->days, i));

  return mukana_cli_end_list (cli, grid);
}

static MukanaStatus
add_day (MukanaCli *cli,
         gint64     request_id)
{
  g_autoptr (MukanaPollDay) poll_day = g_object_new (MUKANA_TYPE_POLL_DAY, NULL);
  g_autofree gint64 *id = NULL;
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (poll_day, "request-id", request_id);
  mukana_record_init_int (poll_day, "day",
                          mukana_day_parse_near (cli->words[1], mukana_clock_today (cli->clock)));
  mukana_record_init_int (poll_day, "start-minute", mukana_minute_parse (cli->words[2]));
  mukana_record_init_int (poll_day, "end-minute", mukana_minute_parse (cli->words[3]));
  id = mukana_store_run (cli->store, &mukana_poll_day_add_job, poll_day, &error);
  return id == NULL ? mukana_cli_fail (error) : MUKANA_STATUS_DONE;
}

/** mukana_cli_poll: REQUEST [DAY FROM UNTIL] */
MukanaStatus
mukana_cli_poll (MukanaCli *cli)
{
  gint64 request_id;
  MukanaStatus status = mukana_cli_find_request (cli, cli->words[0], &request_id);

  if (status == MUKANA_STATUS_DONE && cli->n_words != 1 && cli->n_words != 4)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("A date has a day, a start and an end."));
  if (status == MUKANA_STATUS_DONE && cli->n_words == 4)
    status = add_day (cli, request_id);

  return status == MUKANA_STATUS_DONE ? tell_poll (cli, request_id) : status;
}

/** mukana_cli_reply: DATE CANDIDATE yes|maybe|no */
MukanaStatus
mukana_cli_reply (MukanaCli *cli)
{
  static const char * const answers[] = { "yes", "maybe", "no", NULL };
  g_autoptr (GError) error = NULL;
  MukanaPollAnswer *answer;
  gint64 poll_day_id, candidate_id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &poll_day_id) ||
      !mukana_cli_read_number (cli->words[1], 1, G_MAXINT64, &candidate_id) ||
      !g_strv_contains (answers, cli->words[2]))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the numbers of the date and of the candidate, and yes, maybe "
                                "or no."));

  answer = mukana_poll_answer_new (poll_day_id, candidate_id, cli->words[2]);
  mukana_store_run (cli->store, &mukana_poll_answer_job, answer, &error);
  mukana_poll_answer_free (answer);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("Answer recorded"));
}

/** mukana_cli_choose: DATE [--apply] */
MukanaStatus
mukana_cli_choose (MukanaCli *cli)
{
  MukanaPollChoice choice = { .is_proposing = cli->options.apply };
  g_autoptr (MukanaPollChosen) chosen = NULL;
  g_autoptr (GError) error = NULL;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &choice.poll_day_id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the date."));

  chosen = mukana_store_run (cli->store, &mukana_poll_choose_job, &choice, &error);
  if (chosen == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "proposed", chosen->n_proposed);
  else
    mukana_cli_say (_("The date is chosen. Proposed to: %u"), (guint) chosen->n_proposed);
  return MUKANA_STATUS_DONE;
}
