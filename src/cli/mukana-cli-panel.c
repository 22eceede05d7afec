/* mukana-cli-panel.c: a panel drawn by lot, told, proposed when that is said, and drawn again. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-panelling.h"

/* ---- For people ---- */

static char *
format_chance (guint millionths)
{
  return g_strdup_printf ("%u.%02u %%", millionths / 10000, millionths % 10000 / 100);
}

static void
tell_members (const MukanaPanelAnswer *answer)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (4);

  for (guint i = 0; i < answer->members->len; i++)
    {
      const MukanaPanelMember *member = &g_array_index (answer->members, MukanaPanelMember, i);
      g_autofree char *chance = format_chance (member->chance);

      mukana_grid_add (grid, member->is_reserve ? _("reserve") : _("drawn"));
      mukana_grid_add_number (grid, member->person_id);
      mukana_grid_add (grid, member->name);
      mukana_grid_add (grid, chance);
    }
  mukana_cli_say_grid (grid);
}

static void
tell_outcomes (const MukanaPanelAnswer *answer)
{
  for (guint i = 0; i < answer->outcomes->len; i++)
    {
      const MukanaPanelOutcome *outcome = &g_array_index (answer->outcomes, MukanaPanelOutcome, i);

      /* Translators: a target of a panel: what, from how many to how many, and how many it has */
      mukana_cli_say (_("%1$s: %2$d to %3$d, drawn %4$u"), outcome->label, outcome->target.least,
                      outcome->target.most, outcome->n_drawn);
    }
}

static void
tell_draw (const MukanaPanelAnswer *answer)
{
  g_autofree char *least = format_chance (answer->least_chance);
  g_autofree char *bound = format_chance (answer->bound);

  mukana_cli_say (_("Who fit and may be drawn: %u"), answer->n_pool);
  if (!answer->is_possible)
    {
      mukana_cli_say ("%s", _("No panel keeps these targets. This would help, all together:"));
      for (guint i = 0; i < answer->relaxations->len; i++)
        mukana_cli_say ("  %s", (char *) g_ptr_array_index (answer->relaxations, i));
      return;
    }

  tell_members (answer);
  tell_outcomes (answer);
  /* Translators: two shares, such as 7.50 % */
  mukana_cli_say (_("The smallest chance of being drawn was %1$s; in no lottery is it more than "
                    "%2$s."),
                  least, bound);
  if (answer->n_apart > 0)
    mukana_cli_say (_("Pairs kept apart: %u"), answer->n_apart);
  if (answer->n_shut_out > 0)
    mukana_cli_say (_("In no panel that the targets allow: %u"), answer->n_shut_out);
}

/* ---- For programs ---- */

static void
write_members (MukanaCli               *cli,
               const MukanaPanelAnswer *answer)
{
  mukana_json_begin_array (cli->json, "members");
  for (guint i = 0; i < answer->members->len; i++)
    {
      const MukanaPanelMember *member = &g_array_index (answer->members, MukanaPanelMember, i);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "person", member->person_id);
      mukana_json_add_text (cli->json, "name", member->name);
      mukana_json_add_number (cli->json, "place", member->place);
      mukana_json_add_number (cli->json, "chance_millionths", member->chance);
      mukana_json_add_boolean (cli->json, "reserve", member->is_reserve);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
write_draw (MukanaCli               *cli,
            const MukanaPanelAnswer *answer)
{
  mukana_json_add_boolean (cli->json, "possible", answer->is_possible);
  mukana_json_add_number (cli->json, "pool", answer->n_pool);
  mukana_json_add_number (cli->json, "kept_apart", answer->n_apart);
  mukana_json_add_number (cli->json, "least_chance_millionths", answer->least_chance);
  mukana_json_add_number (cli->json, "bound_millionths", answer->bound);
  mukana_json_add_number (cli->json, "shut_out", answer->n_shut_out);
  mukana_json_add_text (cli->json, "input_digest", answer->input_digest);
  mukana_json_add_text (cli->json, "result_digest", answer->result_digest);
  mukana_json_add_text (cli->json, "milder_targets", answer->targets);
  mukana_json_begin_array (cli->json, "would_help");
  for (guint i = 0; i < answer->relaxations->len; i++)
    mukana_json_add_text (cli->json, NULL, g_ptr_array_index (answer->relaxations, i));
  mukana_json_end_array (cli->json);
  write_members (cli, answer);
}

/* ---- Drawing ---- */

static MukanaStatus
keep_draw (MukanaCli         *cli,
           MukanaPanelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = mukana_store_run (cli->store, &mukana_panelling_keep_job, answer, &error);
  g_autofree char *number = NULL;

  if (id == NULL)
    return mukana_cli_fail (error);

  number = g_strdup_printf ("%" G_GINT64_FORMAT, *id);
  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "draw", *id);
  else
    mukana_cli_say (_("Proposed to all of them. Number of the draw: %s"), number);
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
draw (MukanaCli *cli,
      gint64     request_id,
      gint64     size,
      gint64     n_reserve,
      gint64     seed)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (cli->store);
  MukanaPanelQuestion *question =
    mukana_panel_question_new (matcher, request_id, (int) size, (int) n_reserve, (guint64) seed,
                               cli->options.targets != NULL ? cli->options.targets : "");
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPanelAnswer) answer = mukana_store_run (cli->store, &mukana_panelling_draw_job,
                                                           question, &error);

  mukana_panel_question_free (question);
  if (answer == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    write_draw (cli, answer);
  else
    tell_draw (answer);
  return cli->options.apply ? keep_draw (cli, answer) : MUKANA_STATUS_DONE;
}

/* ---- The protocol ---- */

static MukanaStatus
print_protocol (MukanaCli *cli,
                gint64     id)
{
  g_autoptr (MukanaPanelPaper) paper = mukana_panel_paper_new (id, mukana_lexicon_language (),
                                                               cli->options.pdf);
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaPanelPaper) written = mukana_store_run (cli->store, &mukana_panel_paper_job,
                                                           paper, &error);

  if (written != NULL)
    mukana_store_run (cli->store, &mukana_panel_paper_note_job, written, &error);
  return error != NULL ? mukana_cli_fail (error) : MUKANA_STATUS_DONE;
}

static MukanaStatus
tell_protocol (MukanaCli *cli)
{
  g_autoptr (MukanaPanelRun) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->options.protocol, 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the draw."));
  if (cli->options.pdf != NULL)
    return print_protocol (cli, id);

  kept = mukana_store_run (cli->store, &mukana_panelling_recall_job, &id, &error);
  if (kept == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "draw", kept->id);
      mukana_json_add_text (cli->json, "input_digest", kept->input_digest);
      mukana_json_add_text (cli->json, "result_digest", kept->result_digest);
      mukana_json_add_boolean (cli->json, "holds", kept->holds);
      mukana_json_add_boolean (cli->json, "drawn_again", kept->is_redrawn);
      mukana_json_add_text (cli->json, "protocol", kept->protocol);
      return MUKANA_STATUS_DONE;
    }

  mukana_cli_say ("%s", kept->protocol);
  mukana_cli_say ("%s", kept->is_redrawn ? _("Drawn again, the same comes of it.")
                        : kept->holds ? _("What it tells fits together. It does not tell who was "
                                          "kept apart, so it cannot be drawn again.")
                                      : _("Drawn again, something else comes of it."));
  return kept->holds ? MUKANA_STATUS_DONE : MUKANA_STATUS_CONFLICT;
}

/** mukana_cli_panel: REQUEST --size N [--reserve N] [--targets TEXT] [--seed N] [--apply] */
MukanaStatus
mukana_cli_panel (MukanaCli *cli)
{
  gint64 request_id, size, n_reserve = 0, seed = 1;
  MukanaStatus status;

  if (cli->options.protocol != NULL)
    return tell_protocol (cli);

  if (cli->n_words != 1 || cli->options.size == NULL ||
      !mukana_cli_read_number (cli->options.size, 1, MUKANA_PANEL_MOST_SIZE, &size))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the request, and with --size how many are drawn, up to 200."));
  if (cli->options.reserve != NULL &&
      !mukana_cli_read_number (cli->options.reserve, 0, MUKANA_PANEL_MOST_SIZE, &n_reserve))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The reserve is a number up to 200."));
  if (cli->options.seed != NULL &&
      !mukana_cli_read_number (cli->options.seed, 0, G_MAXINT64, &seed))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The seed is a number from 0."));

  status = mukana_cli_find_request (cli, cli->words[0], &request_id);
  return status == MUKANA_STATUS_DONE ? draw (cli, request_id, size, n_reserve, seed) : status;
}
