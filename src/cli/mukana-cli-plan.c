/* mukana-cli-plan.c: all open requests planned together, told, and asked when that is said. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-explain-plan.h"
#include "services/mukana-planning.h"

/* ---- For people ---- */

static void
add_moves (MukanaGrid *grid,
           const char *what,
           const char *what_reserve,
           GPtrArray  *moves)
{
  for (guint i = 0; i < moves->len; i++)
    {
      const MukanaPlanningMove *move = g_ptr_array_index (moves, i);

      mukana_grid_add (grid, move->is_reserve ? what_reserve : what);
      mukana_grid_add_number (grid, move->person_id);
      mukana_grid_add (grid, move->name);
      mukana_grid_add_number (grid, move->score);
      mukana_grid_add (grid, move->reason);
    }
}

static void
tell_request (const MukanaPlanningRequest *told)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (5);
  g_autofree char *day = mukana_cli_dup_day (told->day);

  mukana_cli_say ("\n%s %s", day, told->title);
  add_moves (grid, _("  asked"), _("  asked, reserve"), told->kept);
  add_moves (grid, _("  to ask"), _("  to ask, reserve"), told->moves);
  mukana_cli_say_grid (grid);
  if (told->group != NULL)
    mukana_cli_say ("  %s", told->group);
  if (told->n_short > 0)
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "  %u is missing. %s", "  %u are missing. %s",
                                 told->n_short), told->n_short, told->shortage);
  if (told->relief != NULL)
    mukana_cli_say ("  %s", told->relief);
  if (told->reserve_shortage != NULL)
    mukana_cli_say ("  %s", told->reserve_shortage);
}

static void
tell_plan (const MukanaPlanningAnswer *answer)
{
  g_autofree char *proof = mukana_explain_plan_proof (answer->value, answer->bound);
  g_autofree char *seed = g_strdup_printf ("%" G_GINT64_FORMAT, answer->seed);

  if (answer->requests->len == 0)
    {
      mukana_cli_say ("%s", _("No request looks for people."));
      return;
    }

  for (guint i = 0; i < answer->requests->len; i++)
    tell_request (g_ptr_array_index (answer->requests, i));

  mukana_cli_say ("%s", "");
  /* Translators: seats that are filled of all, now and by the plan */
  mukana_cli_say (_("Seats filled: %u of %u, by the plan %u"), answer->today.n_filled,
                  answer->n_wanted, answer->planned.n_filled);
  /* Translators: how many requests whoever has most of them has, now and by the plan */
  mukana_cli_say (_("Most requests of one person: %u, by the plan %u"),
                  answer->today.most_a_person, answer->planned.most_a_person);
  mukana_cli_say ("%s", proof);
  mukana_cli_say (_("Seed: %s"), seed);
}

/* ---- For programs ---- */

static void
write_moves (MukanaCli  *cli,
             const char *name,
             GPtrArray  *moves)
{
  mukana_json_begin_array (cli->json, name);
  for (guint i = 0; i < moves->len; i++)
    {
      const MukanaPlanningMove *move = g_ptr_array_index (moves, i);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "person", move->person_id);
      mukana_json_add_text (cli->json, "name", move->name);
      mukana_json_add_number (cli->json, "score", move->score);
      mukana_json_add_boolean (cli->json, "reserve", move->is_reserve);
      mukana_json_add_text (cli->json, "why", move->reason);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
write_others (MukanaCli *cli,
              GPtrArray *others)
{
  mukana_json_begin_array (cli->json, "others");
  for (guint i = 0; i < others->len; i++)
    {
      const MukanaPlanningOther *other = g_ptr_array_index (others, i);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "person", other->move.person_id);
      mukana_json_add_text (cli->json, "name", other->move.name);
      mukana_json_add_number (cli->json, "score", other->move.score);
      mukana_json_add_text (cli->json, "why", other->sentence);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
write_request (MukanaCli                   *cli,
               const MukanaPlanningRequest *told)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "request", told->request_id);
  mukana_json_add_text (cli->json, "title", told->title);
  mukana_cli_json_day (cli, "day", told->day);
  mukana_json_add_number (cli->json, "wanted", told->n_wanted);
  mukana_json_add_number (cli->json, "missing", told->n_short);
  mukana_json_add_text (cli->json, "why_missing", told->shortage);
  mukana_json_add_text (cli->json, "would_help", told->relief);
  mukana_json_add_number (cli->json, "reserve_missing", told->n_reserve_short);
  mukana_json_add_text (cli->json, "why_reserve_missing", told->reserve_shortage);
  mukana_json_add_text (cli->json, "group_rules", told->group_asked);
  mukana_json_add_text (cli->json, "group", told->group);
  write_moves (cli, "asked", told->kept);
  write_moves (cli, "to_ask", told->moves);
  write_others (cli, told->others);
  mukana_json_end_object (cli->json);
}

static void
write_plan (MukanaCli                  *cli,
            const MukanaPlanningAnswer *answer)
{
  mukana_json_add_number (cli->json, "seed", answer->seed);
  mukana_json_add_text (cli->json, "weights", answer->weights);
  mukana_json_add_text (cli->json, "input_digest", answer->input_digest);
  mukana_json_add_text (cli->json, "result_digest", answer->result_digest);
  mukana_json_add_number (cli->json, "value", answer->value);
  mukana_json_add_number (cli->json, "bound", answer->bound);
  mukana_json_add_number (cli->json, "wanted", answer->n_wanted);
  mukana_json_add_number (cli->json, "filled_today", answer->today.n_filled);
  mukana_json_add_number (cli->json, "filled", answer->planned.n_filled);
  mukana_json_add_number (cli->json, "most_today", answer->today.most_a_person);
  mukana_json_add_number (cli->json, "most", answer->planned.most_a_person);
  mukana_json_begin_array (cli->json, "requests");
  for (guint i = 0; i < answer->requests->len; i++)
    write_request (cli, g_ptr_array_index (answer->requests, i));
  mukana_json_end_array (cli->json);
}

/* ---- Asking ---- */

static const char *
find_name (const MukanaPlanningAnswer  *answer,
           const MukanaPlanningRefusal *refusal,
           const char                 **title)
{
  for (guint i = 0; i < answer->requests->len; i++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, i);

      for (guint k = 0; told->request_id == refusal->request_id && k < told->moves->len; k++)
        {
          const MukanaPlanningMove *move = g_ptr_array_index (told->moves, k);

          *title = told->title;
          if (move->person_id == refusal->person_id)
            return move->name;
        }
    }

  return "";
}

static MukanaStatus
refuse_all (const MukanaPlanningAnswer  *answer,
            const MukanaPlanningApplied *applied)
{
  for (guint i = 0; i < applied->refusals->len; i++)
    {
      const MukanaPlanningRefusal *refusal = &g_array_index (applied->refusals,
                                                             MukanaPlanningRefusal, i);
      const char *title = "", *name = find_name (answer, refusal, &title);

      /* Translators: the title of a request, a name, and why they cannot be asked */
      mukana_cli_refuse (MUKANA_STATUS_CONFLICT, _("%s: %s, %s"), title, name,
                         mukana_planning_refusal_label (refusal->kind));
    }

  return mukana_cli_refuse (MUKANA_STATUS_CONFLICT,
                            _("Things have changed since it was planned. Nobody was asked."));
}

static MukanaStatus
apply_plan (MukanaCli                  *cli,
            const MukanaPlanningAnswer *answer)
{
  MukanaPlanningApplying *applying = mukana_planning_applying_new (answer);
  g_autoptr (MukanaPlanningApplied) applied = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < answer->requests->len; i++)
    {
      const MukanaPlanningRequest *told = g_ptr_array_index (answer->requests, i);

      for (guint k = 0; k < told->moves->len; k++)
        mukana_planning_applying_add (applying, told->request_id,
                                      g_ptr_array_index (told->moves, k));
    }

  applied = mukana_store_run (cli->store, &mukana_planning_apply_job, applying, &error);
  mukana_planning_applying_free (applying);
  if (applied == NULL)
    return mukana_cli_fail (error);
  if (applied->refusals->len > 0)
    return refuse_all (answer, applied);

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "proposed", applied->proposals->len);
      mukana_json_add_number (cli->json, "plan", applied->run_id);
    }
  else if (applied->run_id > 0)
    {
      g_autofree char *run_id = g_strdup_printf ("%" G_GINT64_FORMAT, applied->run_id);

      mukana_cli_say (_("Proposals made: %u. Number of the plan: %s"), applied->proposals->len,
                      run_id);
    }
  return MUKANA_STATUS_DONE;
}

/* ---- The protocol ---- */

static MukanaStatus
tell_protocol (MukanaCli *cli)
{
  g_autoptr (MukanaPlanningRun) kept = NULL;
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->options.protocol, 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the plan."));

  kept = mukana_store_run (cli->store, &mukana_planning_recall_job, &id, &error);
  if (kept == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "plan", kept->id);
      mukana_json_add_number (cli->json, "seed", kept->seed);
      mukana_json_add_text (cli->json, "weights", kept->weights);
      mukana_json_add_text (cli->json, "input_digest", kept->input_digest);
      mukana_json_add_text (cli->json, "result_digest", kept->result_digest);
      mukana_json_add_boolean (cli->json, "holds", kept->holds);
      mukana_json_add_text (cli->json, "protocol", kept->protocol);
      return MUKANA_STATUS_DONE;
    }

  mukana_cli_say ("%s", kept->protocol);
  mukana_cli_say ("%s", kept->holds ? _("Planned again, the same comes of it.")
                                    : _("Planned again, something else comes of it."));
  return kept->holds ? MUKANA_STATUS_DONE : MUKANA_STATUS_CONFLICT;
}

/** mukana_cli_plan: [--apply] [--seed N] [--protocol N] */
MukanaStatus
mukana_cli_plan (MukanaCli *cli)
{
  g_autoptr (MukanaMatcher) matcher = NULL;
  g_autoptr (MukanaPlanningAnswer) answer = NULL;
  g_autoptr (GError) error = NULL;
  MukanaPlanningQuestion *question;
  gint64 seed = 1;

  if (cli->options.protocol != NULL)
    return tell_protocol (cli);

  if (cli->options.seed != NULL &&
      !mukana_cli_read_number (cli->options.seed, 0, G_MAXINT64, &seed))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The seed is a number from 0."));

  matcher = mukana_matcher_new (cli->store);
  question = mukana_planning_question_new (matcher, seed);
  question->tells_why = cli->json != NULL;
  answer = mukana_store_run (cli->store, &mukana_planning_job, question, &error);
  mukana_planning_question_free (question);
  if (answer == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    write_plan (cli, answer);
  else
    tell_plan (answer);
  return cli->options.apply ? apply_plan (cli, answer) : MUKANA_STATUS_DONE;
}
