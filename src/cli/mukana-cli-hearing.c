/* mukana-cli-hearing.c: what was found, what followed, who was told, and what was handled. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-text.h"
#include "cli/mukana-grid.h"
#include "domain/mukana-codes.h"
#include "services/mukana-hearing.h"

static gboolean
matches (const MukanaHeardFinding *row,
         const char               *needle)
{
  g_autofree char *all = g_strjoin (" ", row->outcome->finding, row->title,
                                    row->outcome->service ? row->outcome->service : "", NULL);
  g_autofree char *folded = mukana_text_fold (all);

  return needle == NULL || strstr (folded, needle) != NULL;
}

static void
tell_finding (MukanaCli                *cli,
              MukanaGrid               *grid,
              const MukanaHeardFinding *row)
{
  MukanaOutcome *outcome = row->outcome;
  g_autofree char *told = mukana_cli_dup_day (outcome->told_on);

  if (cli->json == NULL)
    {
      mukana_grid_add_number (grid, outcome->id);
      mukana_grid_add (grid, outcome->finding);
      mukana_grid_add (grid, mukana_code_label (mukana_outcomes, outcome->result));
      mukana_grid_add (grid, told);
      mukana_grid_add (grid, outcome->service);
      mukana_grid_add (grid, row->title);
      return;
    }

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", outcome->id);
  mukana_json_add_number (cli->json, "request_id", outcome->request_id);
  mukana_json_add_text (cli->json, "finding", outcome->finding);
  mukana_json_add_text (cli->json, "result", outcome->result);
  mukana_json_add_text (cli->json, "reason", outcome->reason);
  mukana_json_add_text (cli->json, "theme", outcome->theme_id);
  mukana_json_add_text (cli->json, "service", outcome->service);
  mukana_cli_json_day (cli, "told_on", outcome->told_on);
  mukana_json_end_object (cli->json);
}

static void
tell_findings (MukanaCli   *cli,
               MukanaHeard *heard,
               const char  *needle,
               gint64       limit)
{
  static const char * const headings[] = { N_("No."), N_("What was found"), N_("What followed"),
                                           N_("Told on"), N_("Service"), N_("Request") };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < heard->findings->len && limit > 0; i++)
    if (matches (g_ptr_array_index (heard->findings, i), needle))
      {
        tell_finding (cli, grid, g_ptr_array_index (heard->findings, i));
        limit--;
      }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
}

/* How the promise to tell what followed was kept. */
static void
tell_promise (MukanaCli   *cli,
              MukanaHeard *heard)
{
  if (cli->json == NULL)
    {
      mukana_cli_say (_("Told in %d days: %u of %u requests"), MUKANA_OUTCOME_TELLING_DAYS,
                      heard->n_kept, heard->n_promised);
      return;
    }

  mukana_json_add_number (cli->json, "promised", heard->n_promised);
  mukana_json_add_number (cli->json, "kept", heard->n_kept);
}

/** mukana_cli_findings: [--search T] [--limit N]; those that wait for an answer come first */
MukanaStatus
mukana_cli_findings (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaHeard) heard = NULL;
  g_autofree char *needle = cli->options.search != NULL ? mukana_text_fold (cli->options.search)
                                                        : NULL;
  gint64 limit = G_MAXINT;

  if (cli->options.limit != NULL &&
      !mukana_cli_read_number (cli->options.limit, 1, G_MAXINT, &limit))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The limit is a number from 1."));
  if (!(heard = mukana_store_run (cli->store, &mukana_heard_job, NULL, &error)))
    return mukana_cli_fail (error);

  tell_findings (cli, heard, needle, limit);
  tell_promise (cli, heard);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_finding: REQUEST --text T; what followed is said later */
MukanaStatus
mukana_cli_finding (MukanaCli *cli)
{
  g_autoptr (MukanaOutcome) outcome = g_object_new (MUKANA_TYPE_OUTCOME, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  gint64 request_id;
  MukanaStatus status;

  if (mukana_text_is_empty (cli->options.text))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say with --text what was found."));
  if ((status = mukana_cli_find_request (cli, cli->words[0], &request_id)) != MUKANA_STATUS_DONE)
    return status;

  mukana_record_init_int (outcome, "request-id", request_id);
  mukana_record_init_text (outcome, "finding", cli->options.text);
  mukana_record_init_text (outcome, "result", "waiting");
  if (!(id = mukana_store_run (cli->store, &mukana_outcome_add_job, outcome, &error)))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  else
    mukana_cli_say (_("The finding is on record, with number %d."), (int) *id);
  return MUKANA_STATUS_DONE;
}

static MukanaOutcome *
find_outcome (MukanaHeard *heard,
              gint64       id)
{
  for (guint i = 0; i < heard->findings->len; i++)
    {
      const MukanaHeardFinding *row = g_ptr_array_index (heard->findings, i);

      if (row->outcome->id == id)
        return row->outcome;
    }

  return NULL;
}

/** mukana_cli_followed: FINDING adopted|partly|not [--text T] */
MukanaStatus
mukana_cli_followed (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaHeard) heard = NULL;
  g_autoptr (MukanaOutcome) answered = NULL;
  MukanaOutcome *outcome;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id) ||
      mukana_code_index (mukana_outcomes, cli->words[1]) < 0)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the finding, and adopted, partly or not."));
  if (!(heard = mukana_store_run (cli->store, &mukana_heard_job, NULL, &error)))
    return mukana_cli_fail (error);
  if (!(outcome = find_outcome (heard, id)))
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("There is no finding of that number."));

  answered = mukana_record_with_text (outcome, "result", cli->words[1]);
  if (cli->options.text != NULL)
    mukana_record_init_text (answered, "reason", cli->options.text);
  mukana_store_run (cli->store, &mukana_outcome_save_job, answered, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("What followed is on record."));
}

/** mukana_cli_told: REQUEST WHOM HOW; today */
MukanaStatus
mukana_cli_told (MukanaCli *cli)
{
  g_autoptr (MukanaTelling) telling = NULL;
  g_autoptr (GError) error = NULL;
  gint64 request_id;
  MukanaStatus status = mukana_cli_find_request (cli, cli->words[0], &request_id);

  if (status != MUKANA_STATUS_DONE)
    return status;

  telling = mukana_telling_new (request_id, cli->words[1], cli->words[2]);
  mukana_store_run (cli->store, &mukana_outcome_tell_job, telling, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("It is on record that they were told."));
}

/** mukana_cli_handle: FEEDBACK --text T */
MukanaStatus
mukana_cli_handle (MukanaCli *cli)
{
  g_autoptr (MukanaHandling) handling = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id) ||
      mukana_text_is_empty (cli->options.text))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the feedback, and with --text what was done."));

  handling = mukana_handling_new (id, cli->options.text);
  mukana_store_run (cli->store, &mukana_feedback_handle_job, handling, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("It is on record as handled."));
}
