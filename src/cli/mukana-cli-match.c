/* mukana-cli-match.c: who fits a request, why, and why not the others. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain.h"
#include "services/mukana-matching.h"

#define USUAL_TOP 10

static void
tell_parts (MukanaMatchRow *row)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (3);

  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      const MukanaScorePart *score = &row->score.parts[part];
      g_autofree char *title = g_strconcat ("  ", mukana_explain_part_title ((MukanaPart) part),
                                            NULL);
      g_autofree char *points = g_strdup_printf ("%2d/%d", score->points, score->max);

      mukana_grid_add (grid, title);
      mukana_grid_add (grid, points);
      mukana_grid_add (grid, row->why[part]);
    }

  mukana_cli_say_grid (grid);
  if (row->would_rise != NULL)
    mukana_cli_say ("  %s", row->would_rise);
}

static void
tell_candidates (GPtrArray *rows)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (4 + MUKANA_N_PARTS);

  mukana_grid_add (grid, _("No."));
  mukana_grid_add (grid, _("Name"));
  mukana_grid_add (grid, _("Municipality"));
  mukana_grid_add (grid, _("Score"));
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    mukana_grid_add (grid, mukana_explain_part_letters ((MukanaPart) part));

  for (guint i = 0; i < rows->len; i++)
    {
      MukanaMatchRow *row = g_ptr_array_index (rows, i);

      mukana_grid_add_number (grid, row->person_id);
      mukana_grid_add (grid, row->name);
      mukana_grid_add (grid, row->place);
      mukana_grid_add_number (grid, row->score.points);
      for (int part = 0; part < MUKANA_N_PARTS; part++)
        mukana_grid_add_number (grid, row->score.parts[part].points);
    }

  mukana_cli_say_grid (grid);
}

static void
tell_groups (MukanaMatchAnswer *answer)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (3);

  mukana_cli_say (_("\nNot proposed: %u"), answer->n_out);
  for (guint i = 0; i < answer->groups->len; i++)
    {
      const MukanaMatchGroup *group = &g_array_index (answer->groups, MukanaMatchGroup, i);

      if (group->n_first == 0)
        continue;
      mukana_grid_add_number (grid, group->n_first);
      mukana_grid_add (grid, group->title);
      mukana_grid_add (grid, group->change);
    }

  mukana_cli_say_grid (grid);
}

/* Candidates, the parts of the first, and those not proposed in groups. */
static void
tell_match (MukanaMatchAnswer *answer)
{
  MukanaMatchRow *first = answer->rows->len > 0 ? g_ptr_array_index (answer->rows, 0) : NULL;

  mukana_cli_say ("%s", answer->title);
  mukana_cli_say (_("Fits: %u"), answer->n_fits);
  if (answer->relaxation != NULL)
    mukana_cli_say ("%s", answer->relaxation);
  if (first != NULL)
    {
      tell_candidates (answer->rows);
      mukana_cli_say ("\n%s: %d/%d", first->name, first->score.points, first->score.max);
      tell_parts (first);
    }

  tell_groups (answer);
}

static void
tell_why (MukanaMatchAnswer *answer)
{
  MukanaMatchOut *out = answer->out->len > 0 ? g_ptr_array_index (answer->out, 0) : NULL;

  mukana_cli_say ("%s", answer->title);
  if (answer->why_row != NULL)
    {
      mukana_cli_say ("%s: %d/%d", answer->why_row->name, answer->why_row->score.points,
                      answer->why_row->score.max);
      tell_parts (answer->why_row);
    }
  else if (out == NULL)
    mukana_cli_say ("%s", _("Nothing may be told about this person."));
  else
    {
      mukana_cli_say (_("Not proposed, %s:"),
                      out->name ? out->name : _("a person without consent"));
      for (guint i = 0; i < out->why->len; i++)
        mukana_cli_say ("  %s", (const char *) g_ptr_array_index (out->why, i));
      if (out->change != NULL)
        mukana_cli_say ("%s", out->change);
    }
}

static void
write_codes (MukanaCli               *cli,
             const MukanaMatchRemedy *remedy)
{
  mukana_json_begin_array (cli->json, "codes");
  for (guint i = 0; i < remedy->n_changes; i++)
    mukana_json_add_text (cli->json, NULL, mukana_match_change_code (remedy->changes[i].kind));
  mukana_json_end_array (cli->json);
}

/* The changes that are needed together, by their words, and in a sentence. */
static void
write_remedy (MukanaCli               *cli,
              const char              *name,
              const MukanaMatchRemedy *remedy,
              const char              *why)
{
  if (remedy->n_changes == 0)
    {
      mukana_json_add_text (cli->json, name, NULL);
      return;
    }

  mukana_json_begin_object (cli->json, name);
  write_codes (cli, remedy);
  mukana_json_add_text (cli->json, "why", why);
  mukana_json_end_object (cli->json);
}

static void
write_rise (MukanaCli            *cli,
            const MukanaMatchRow *row)
{
  if (row->would_rise == NULL)
    {
      mukana_json_add_text (cli->json, "would_rise", NULL);
      return;
    }

  mukana_json_begin_object (cli->json, "would_rise");
  mukana_json_add_text (cli->json, "code", mukana_match_change_code (row->rise));
  mukana_json_add_number (cli->json, "score", row->risen_points);
  mukana_json_add_text (cli->json, "why", row->would_rise);
  mukana_json_end_object (cli->json);
}

static void
write_candidate (MukanaCli            *cli,
                 const char           *name,
                 const MukanaMatchRow *row)
{
  mukana_json_begin_object (cli->json, name);
  mukana_json_add_number (cli->json, "person", row->person_id);
  mukana_json_add_text (cli->json, "name", row->name);
  mukana_json_add_text (cli->json, "municipality", row->place);
  mukana_json_add_number (cli->json, "score", row->score.points);
  mukana_json_add_number (cli->json, "max", row->score.max);
  mukana_json_begin_array (cli->json, "parts");
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    {
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "part", mukana_part_code ((MukanaPart) part));
      mukana_json_add_number (cli->json, "points", row->score.parts[part].points);
      mukana_json_add_number (cli->json, "max", row->score.parts[part].max);
      mukana_json_add_text (cli->json, "why", row->why[part]);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
  write_rise (cli, row);
  mukana_json_end_object (cli->json);
}

static void
write_out (MukanaCli            *cli,
           const char           *name,
           const MukanaMatchOut *out)
{
  guint n_written = 0;

  mukana_json_begin_object (cli->json, name);
  mukana_json_add_number (cli->json, "person", out->person_id);
  mukana_json_begin_array (cli->json, "reasons");
  for (int reason = 0; reason < MUKANA_N_REASONS; reason++)
    if (out->reasons & (1u << reason))
      {
        mukana_json_begin_object (cli->json, NULL);
        mukana_json_add_text (cli->json, "code", mukana_reason_code ((MukanaReason) reason));
        mukana_json_add_text (cli->json, "why", g_ptr_array_index (out->why, n_written++));
        mukana_json_end_object (cli->json);
      }
  mukana_json_end_array (cli->json);
  write_remedy (cli, "change", &out->remedy, out->change);
  mukana_json_end_object (cli->json);
}

/* Only when the request cannot be filled and something would help. */
static void
write_relaxation (MukanaCli               *cli,
                  const MukanaMatchAnswer *answer)
{
  if (answer->relaxation == NULL)
    return;

  mukana_json_begin_object (cli->json, "relaxation");
  write_codes (cli, &answer->relaxed.remedy);
  mukana_json_add_number (cli->json, "fits", answer->relaxed.n_fits);
  mukana_json_add_text (cli->json, "why", answer->relaxation);
  mukana_json_end_object (cli->json);
}

static void
write_match (MukanaCli         *cli,
             MukanaMatchAnswer *answer,
             gint64             why_person)
{
  mukana_json_add_number (cli->json, "request", answer->request_id);
  mukana_json_add_text (cli->json, "title", answer->title);
  mukana_json_add_number (cli->json, "fits", answer->n_fits);
  write_relaxation (cli, answer);

  mukana_json_begin_array (cli->json, "candidates");
  for (guint i = 0; i < answer->rows->len; i++)
    write_candidate (cli, NULL, g_ptr_array_index (answer->rows, i));
  mukana_json_end_array (cli->json);

  mukana_json_begin_array (cli->json, "excluded");
  for (guint i = 0; i < answer->n_out && i < answer->out->len; i++)
    write_out (cli, NULL, g_ptr_array_index (answer->out, i));
  mukana_json_end_array (cli->json);

  if (why_person == 0)
    return;

  /* Asked about by name: last of those who are out, or the row of its own. */
  if (answer->why_row != NULL)
    write_candidate (cli, "why", answer->why_row);
  else if (answer->out->len > answer->n_out)
    write_out (cli, "why", g_ptr_array_index (answer->out, answer->out->len - 1));
}

/** mukana_cli_match: REQUEST [--top N] [--why PERSON] */
MukanaStatus
mukana_cli_match (MukanaCli *cli)
{
  g_autoptr (MukanaMatcher) matcher = mukana_matcher_new (cli->store);
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  MukanaMatchQuestion *question;
  gint64 request_id, why_person = 0, top = USUAL_TOP;
  MukanaStatus status;

  if (cli->options.top != NULL && !mukana_cli_read_number (cli->options.top, 1, 100000, &top))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The number of candidates is from 1."));

  status = mukana_cli_find_request (cli, cli->words[0], &request_id);
  if (status == MUKANA_STATUS_DONE && cli->options.why != NULL)
    status = mukana_cli_find_person (cli, cli->options.why, &why_person);
  if (status != MUKANA_STATUS_DONE)
    return status;

  question = mukana_match_question_new (matcher, request_id, (guint) top);
  question->why_person = why_person;
  question->with_people = cli->json != NULL;
  answer = mukana_store_run (cli->store, &mukana_matching_job, question, &error);
  mukana_match_question_free (question);

  if (answer == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    write_match (cli, answer, why_person);
  else if (why_person != 0)
    tell_why (answer);
  else
    tell_match (answer);
  return MUKANA_STATUS_DONE;
}
