/* mukana-cli-demo.c: the whole work on a made-up register, told step by step.
 *
 * A register of its own in a private folder, gone afterwards.  The clock stands
 * still and is moved to the day after the workshop, so that hours and fees can be
 * recorded.  A register's day never goes back, so one that is to be kept, with
 * --register, is only made: its work is left for whoever tries it.
 */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-explain.h"
#include "services/mukana-consenting.h"
#include "services/mukana-founding.h"
#include "services/mukana-importing.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-making-up.h"
#include "services/mukana-matching.h"
#include "services/mukana-new-file.h"
#include "services/mukana-proposing.h"
#include "services/mukana-secret.h"

#define TOP 5
#define HOURS 4
#define KILOMETRES 82

typedef struct
{
  MukanaCli     *cli;
  char          *folder;        /* ours to remove; NULL when the register is kept */
  MukanaMatcher *matcher;
  gint64         request_id;
  gint64         people[2];     /* the two who fit best */
  gint64         proposals[2];
  gint64         assignment_id;
  guint          n_steps;
} Demo;

static void say (Demo *demo, const char *format, ...) G_GNUC_PRINTF (2, 3);

/* A line under a step; in JSON one of the texts of "steps". */
static void
say (Demo       *demo,
     const char *format,
     ...)
{
  g_autofree char *text = NULL;
  va_list values;

  va_start (values, format);
  text = g_strdup_vprintf (format, values);
  va_end (values);

  if (demo->cli->json != NULL)
    mukana_json_add_text (demo->cli->json, NULL, text);
  else
    mukana_cli_say ("   %s", text);
}

static void
begin_step (Demo       *demo,
            const char *title)
{
  if (demo->cli->json != NULL)
    mukana_json_add_text (demo->cli->json, NULL, title);
  else
    mukana_cli_say ("\n%u. %s", ++demo->n_steps, title);
}

static char *
make_private_folder (void)
{
  const char *runtime = g_getenv ("XDG_RUNTIME_DIR");
  gboolean is_there = runtime != NULL && g_file_test (runtime, G_FILE_TEST_IS_DIR);
  char *folder = g_build_filename (is_there ? runtime : g_get_tmp_dir (), "mukana-demo-XXXXXX",
                                   NULL);

  if (g_mkdtemp_full (folder, 0700) != NULL)
    return folder;

  g_free (folder);
  return NULL;
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

static gboolean
keep_key (Demo     *demo,
          GBytes   *key,
          GError  **error)
{
  const MukanaCliOptions *options = &demo->cli->options;
  MukanaKeySheet sheet = { _("Made-up register"), mukana_clock_today (demo->cli->clock), key };
  g_auto (MukanaSecretText) printed = NULL;

  if (options->place == NULL)
    return TRUE;

  if (options->key_file != NULL)
    return mukana_key_sheet_save_text (&sheet, options->key_file, error);

  printed = mukana_recovery_key_print (g_bytes_get_data (key, NULL));
  say (demo, "%s %s", _("Recovery key:"), printed);
  return TRUE;
}

static gboolean
make_register (Demo     *demo,
               guint     n_people,
               guint32   seed,
               GError  **error)
{
  MukanaCli *cli = demo->cli;
  g_autofree char *uri = demo->folder
    ? g_strconcat ("sqlite:", demo->folder, "/register.mukana", NULL) : mukana_cli_dup_uri (cli);
  g_autoptr (GBytes) key = mukana_secret_new_key (error);
  g_autoptr (MukanaRegisterAbout) about = NULL;

  begin_step (demo, _("A register of made-up people"));
  if (key == NULL || !keep_key (demo, key, error) ||
      !(cli->store = mukana_making_up_create (uri, key, cli->clock, n_people, seed, error)) ||
      !(about = mukana_store_run (cli->store, &mukana_founding_about_job, NULL, error)))
    return FALSE;

  say (demo, _("An encrypted register was made: %d people and %d organisations, all of them "
               "invented."),
       (int) about->n_people, (int) about->n_organisations);
  demo->matcher = mukana_matcher_new (cli->store);
  return TRUE;
}

/* As a coordinator might keep it: own headings, own way with dates, one place
 * that is none, and somebody who is in the register already. */
static const char list_text[] =
  "Etunimi;Sukunimi;Sähköposti;Puhelin;Kunta;Rooli;Kielet;Teemat;Suostumus rekisteriin\n"
  "Kaisu;Ahonkorpi;kaisu.ahonkorpi@example.org;+358 00 765 4321;Kajaani;kokemusasiantuntija;"
  "suomi;Kotihoito;3.2.2026\n"
  "Onni;Ketola-Mäki;onni.ketola-maki@example.org;+358 00 765 4322;Sotkamo;KA;suomi, ruotsi;"
  "Omaishoito;12.1.2026\n"
  "Seija;Vuokatinpää;seija.vuokatinpaa@example.org;;Kuhmo;vertaistukija;suomi;Masennus;1.9.2025\n"
  "Jorma;Tervajoki;jorma.tervajoki@example.org;;Kummala;kokemusasiantuntija;suomi;Diabetes;\n"
  "Aino;Koskelo;aino.koskelo@example.org;;Kajaani;kokemusasiantuntija;suomi;Kotihoito;\n";

static MukanaImportPlan *
plan_import (Demo        *demo,
             const char  *path,
             GError     **error)
{
  const MukanaImportOptions options = { .themes_covered = TRUE, .keep_as_notes = TRUE };
  g_autoptr (MukanaImportSource) source = mukana_import_source_read (path, NULL, NULL, error);
  g_autoptr (MukanaImportOrder) order = NULL;

  if (source == NULL)
    return NULL;

  order = mukana_import_order_new (source, &options);
  return mukana_store_run (demo->cli->store, &mukana_importing_plan_job, order, error);
}

static void
tell_plan (Demo             *demo,
           MukanaImportPlan *plan)
{
  MukanaImportCounts counts = mukana_import_plan_count (plan);

  say (demo, _("A dry run of a list of %u rows: %u new, %u changed, %u the same, %u perhaps there "
               "already, %u refused."),
       counts.n_rows, counts.n_new, counts.n_changed, counts.n_same, counts.n_duplicate,
       counts.n_refused);
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    {
      const MukanaImportProblem *problem = mukana_import_plan_peek_problem (plan, i);

      if (*problem->column == '\0')
        say (demo, _("  row %u: %s"), problem->row, _(problem->sentence));
      else
        say (demo, _("  row %u, %s “%s”: %s"), problem->row, problem->column, problem->value,
             _(problem->sentence));
    }
}

static gboolean
import_list (Demo    *demo,
             GError **error)
{
  g_autofree char *path = g_build_filename (demo->folder, "lista.csv", NULL);
  g_autoptr (MukanaImportPlan) plan = NULL;
  g_autoptr (MukanaImportAcceptance) acceptance = NULL;
  g_autofree MukanaImportCounts *done = NULL;

  begin_step (demo, _("Bringing a list in"));
  if (!mukana_new_file_write (path, list_text, strlen (list_text), error) ||
      !(plan = plan_import (demo, path, error)))
    return FALSE;

  tell_plan (demo, plan);
  acceptance = mukana_import_acceptance_new (plan);
  done = mukana_store_run (demo->cli->store, &mukana_importing_accept_job, acceptance, error);
  if (done == NULL)
    return FALSE;

  say (demo, _("Accepted: %u people came in. Without a consent to matching they are not proposed."),
       done->n_new);
  return TRUE;
}

static MukanaMatchAnswer *
match (Demo    *demo,
       GError **error)
{
  MukanaMatchQuestion *question = mukana_match_question_new (demo->matcher, demo->request_id, TOP);
  MukanaMatchAnswer *answer;

  /* What was committed is told through the main context, which nothing else runs here. */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  answer = mukana_store_run (demo->cli->store, &mukana_matching_job, question, error);
  mukana_match_question_free (question);
  return answer;
}

static void
tell_candidates (Demo              *demo,
                 MukanaMatchAnswer *answer)
{
  for (guint i = 0; i < answer->rows->len; i++)
    {
      MukanaMatchRow *row = g_ptr_array_index (answer->rows, i);

      say (demo, "%d/%d  %s, %s. %s", row->score.points, row->score.max, row->name,
           row->place ? row->place : "–", row->why[MUKANA_PART_THEME]);
    }
}

static void
tell_first (Demo           *demo,
            MukanaMatchRow *row)
{
  say (demo, _("Why %s:"), row->name);
  for (int part = 0; part < MUKANA_N_PARTS; part++)
    say (demo, "  %s %d/%d: %s", mukana_explain_part_title ((MukanaPart) part),
         row->score.parts[part].points, row->score.parts[part].max, row->why[part]);
}

static void
tell_groups (Demo              *demo,
             MukanaMatchAnswer *answer)
{
  say (demo, _("Not proposed: %u"), answer->n_out);
  for (guint i = 0; i < answer->groups->len; i++)
    {
      const MukanaMatchGroup *group = &g_array_index (answer->groups, MukanaMatchGroup, i);

      if (group->n_first > 0)
        say (demo, "  %u  %s", group->n_first, group->title);
    }
}

static gboolean
find_people (Demo    *demo,
             GError **error)
{
  g_autoptr (MukanaMatchAnswer) answer = NULL;

  begin_step (demo, _("Finding people for a request"));
  if (!(answer = match (demo, error)))
    return FALSE;

  say (demo, _("Request: %s"), answer->title);
  say (demo, _("Fits: %u"), answer->n_fits);
  tell_candidates (demo, answer);
  if (answer->rows->len < G_N_ELEMENTS (demo->people))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "Too few people fit the request");
      return FALSE;
    }

  tell_first (demo, g_ptr_array_index (answer->rows, 0));
  tell_groups (demo, answer);
  for (guint i = 0; i < G_N_ELEMENTS (demo->people); i++)
    demo->people[i] = ((MukanaMatchRow *) g_ptr_array_index (answer->rows, i))->person_id;
  return TRUE;
}

static gboolean
propose (Demo    *demo,
         GError **error)
{
  MukanaProposing *proposing = mukana_proposing_new (demo->request_id, "theme");
  g_autoptr (GArray) ids = NULL;

  begin_step (demo, _("Proposing and agreeing"));
  for (guint i = 0; i < G_N_ELEMENTS (demo->people); i++)
    mukana_proposing_add (proposing, demo->people[i], 0, FALSE);
  ids = mukana_store_run (demo->cli->store, &mukana_proposing_job, proposing, error);
  mukana_proposing_free (proposing);
  if (ids == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (demo->proposals); i++)
    demo->proposals[i] = g_array_index (ids, gint64, i);
  say (demo, "%s", _("The request was proposed to the two who fit best."));
  return TRUE;
}

static gboolean
accept (Demo    *demo,
        GError **error)
{
  MukanaAnswering *answering = mukana_answering_new (demo->proposals[0], "accepted", NULL, NULL);
  g_autoptr (GArray) ids = mukana_store_run (demo->cli->store, &mukana_answering_job, answering,
                                             error);
  g_autoptr (MukanaAssignmentFile) file = NULL;
  g_autofree char *day = NULL;

  mukana_answering_free (answering);
  if (ids == NULL)
    return FALSE;

  demo->assignment_id = g_array_index (ids, gint64, 0);
  file = mukana_store_run (demo->cli->store, &mukana_assignment_file_job, &demo->assignment_id,
                           error);
  if (file == NULL)
    return FALSE;

  day = mukana_cli_dup_day (file->assignment->day);
  say (demo, _("%s said yes. An assignment was agreed for %s."), file->name, day);
  return TRUE;
}

static gboolean
withdraw (Demo    *demo,
          GError **error)
{
  MukanaWithdrawal *withdrawal = mukana_withdrawal_new (demo->people[1], "matching", NULL, "phone");
  g_autoptr (MukanaMatchAnswer) answer = NULL;
  g_autoptr (GError) failure = NULL;
  gboolean is_found = FALSE;

  begin_step (demo, _("Withdrawing a consent"));
  mukana_store_run (demo->cli->store, &mukana_consenting_withdraw_job, withdrawal, &failure);
  mukana_withdrawal_free (withdrawal);
  if (failure != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }

  if (!(answer = match (demo, error)))
    return FALSE;

  for (guint i = 0; i < answer->rows->len; i++)
    {
      MukanaMatchRow *row = g_ptr_array_index (answer->rows, i);

      is_found |= row->person_id == demo->people[1];
    }

  if (is_found)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INTERNAL,
                   "Somebody without consent was matched");
      return FALSE;
    }

  say (demo, "%s", _("The other one withdrew the consent to matching before answering. The "
                     "proposal was closed, and the person is gone from matching."));
  say (demo, _("Fits now: %u"), answer->n_fits);
  return TRUE;
}

/* The day has come, and gone. */
static gboolean
move_clock (Demo    *demo,
            GError **error)
{
  g_autoptr (MukanaAssignmentFile) file = NULL;
  MukanaDay day_after;

  file = mukana_store_run (demo->cli->store, &mukana_assignment_file_job, &demo->assignment_id,
                           error);
  if (file == NULL)
    return FALSE;

  day_after = file->assignment->day + 1;
  mukana_clock_set_still (demo->cli->clock, mukana_day_minute_us (day_after, 9 * 60));
  return TRUE;
}

static GPtrArray *
complete_with (Demo    *demo,
               int      kilometres,
               GError **error)
{
  MukanaCompleting *completing = mukana_completing_new (demo->assignment_id, "full", HOURS * 60);
  GPtrArray *fees;

  completing->hundredths_km = kilometres * 100;
  fees = mukana_store_run (demo->cli->store, &mukana_completing_job, completing, error);
  mukana_completing_free (completing);
  return fees;
}

static gboolean
complete (Demo    *demo,
          GError **error)
{
  g_autoptr (GPtrArray) fees = NULL;
  g_autoptr (GError) failure = NULL;

  begin_step (demo, _("Hours, fee and travel"));
  if (!move_clock (demo, error))
    return FALSE;

  if ((fees = complete_with (demo, KILOMETRES, &failure)) != NULL)
    say (demo, _("The day after: %d hours and %d km were recorded."), HOURS, KILOMETRES);
  else if (!g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&failure));
      return FALSE;
    }
  else
    {
      say (demo, "%s", _("The kilometre rate of that year is not known yet, so no travel was "
                         "recorded."));
      if (!(fees = complete_with (demo, 0, error)))
        return FALSE;
    }

  for (guint i = 0; i < fees->len; i++)
    say (demo, "%s", ((MukanaFeeLine *) g_ptr_array_index (fees, i))->calculation);
  return TRUE;
}

static gboolean
add_feedback (Demo        *demo,
              const char  *side,
              int          score,
              GError     **error)
{
  g_autoptr (MukanaFeedback) feedback = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  g_autofree gint64 *id = NULL;

  mukana_record_init_int (feedback, "assignment-id", demo->assignment_id);
  mukana_record_init_text (feedback, "side", side);
  mukana_record_init_int (feedback, "score", score);
  id = mukana_store_run (demo->cli->store, &mukana_feedback_add_job, feedback, error);
  return id != NULL;
}

static gboolean
hear (Demo    *demo,
      GError **error)
{
  begin_step (demo, _("Feedback from both sides"));
  if (!add_feedback (demo, "expert", 9, error) || !add_feedback (demo, "requester", 10, error))
    return FALSE;

  say (demo, "%s", _("The expert gave 9, the requester 10."));
  return TRUE;
}

static MukanaStatus
run (Demo    *demo,
     guint    n_people,
     guint32  seed)
{
  g_autoptr (GError) error = NULL;
  MukanaStatus status;

  if (!make_register (demo, n_people, seed, &error))
    return mukana_cli_fail (error);

  if (demo->folder == NULL)
    return MUKANA_STATUS_DONE;

  status = mukana_cli_find_request (demo->cli, "SR-01", &demo->request_id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  if (!import_list (demo, &error) || !find_people (demo, &error) || !propose (demo, &error) ||
      !accept (demo, &error) || !withdraw (demo, &error) || !complete (demo, &error) ||
      !hear (demo, &error))
    return mukana_cli_fail (error);

  return MUKANA_STATUS_DONE;
}

/** mukana_cli_demo: [--people N] [--seed S] */
MukanaStatus
mukana_cli_demo (MukanaCli *cli)
{
  Demo demo = { .cli = cli };
  gint64 n_people = MUKANA_MAKING_UP_PEOPLE, seed = 1;
  gint64 now_us = mukana_clock_now_us (cli->clock);
  MukanaStatus status;

  if ((cli->options.people != NULL &&
       !mukana_cli_read_number (cli->options.people, 10, 100000, &n_people)) ||
      (cli->options.seed != NULL &&
       !mukana_cli_read_number (cli->options.seed, 0, G_MAXUINT32, &seed)))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("People are at least 10, and the seed is a number."));

  if (cli->options.place == NULL && !(demo.folder = make_private_folder ()))
    return mukana_cli_refuse (MUKANA_STATUS_NO_STORE,
                              _("The folder of the register cannot be made."));

  g_object_unref (cli->clock);
  cli->clock = mukana_clock_new_still (now_us);
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "steps");

  status = run (&demo, (guint) n_people, (guint32) seed);

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  g_clear_object (&demo.matcher);
  if (demo.folder != NULL)
    {
      if (cli->store != NULL)
        mukana_store_close (cli->store);
      remove_folder (demo.folder);
      g_free (demo.folder);
    }

  return status;
}
