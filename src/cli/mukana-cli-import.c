/* mukana-cli-import.c: what a list would bring in, and, when that is accepted, bringing it in. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
#include "services/mukana-importing.h"

static void
write_counts (MukanaCli          *cli,
              MukanaImportCounts  counts)
{
  mukana_json_add_number (cli->json, "rows", counts.n_rows);
  mukana_json_add_number (cli->json, "new", counts.n_new);
  mukana_json_add_number (cli->json, "changed", counts.n_changed);
  mukana_json_add_number (cli->json, "same", counts.n_same);
  mukana_json_add_number (cli->json, "duplicate", counts.n_duplicate);
  mukana_json_add_number (cli->json, "refused", counts.n_refused);
}

static void
write_problems (MukanaCli        *cli,
                MukanaImportPlan *plan)
{
  MukanaImportSource *source = mukana_import_plan_peek_source (plan);

  mukana_json_begin_array (cli->json, "problems");
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    {
      const MukanaImportProblem *problem = mukana_import_plan_peek_problem (plan, i);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "file",
                            mukana_import_source_peek_file (source, problem->list));
      mukana_json_add_number (cli->json, "row", problem->row);
      mukana_json_add_text (cli->json, "column", problem->column);
      mukana_json_add_text (cli->json, "value", problem->value);
      mukana_json_add_text (cli->json, "reason", problem->reason);
      mukana_json_add_text (cli->json, "sentence", _(problem->sentence));
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

/* Of each purpose how many, also none: that nobody may be asked is to be seen before. */
static void
write_consents (MukanaCli        *cli,
                MukanaImportPlan *plan)
{
  mukana_json_begin_object (cli->json, "consents");
  for (guint i = 0; i < MUKANA_IMPORT_N_PURPOSES; i++)
    mukana_json_add_number (cli->json, mukana_import_purpose (i),
                            mukana_import_plan_count_consents (plan, i));
  mukana_json_end_object (cli->json);
}

static void
tell_consents (MukanaImportPlan *plan)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (2);

  if (!mukana_import_plan_has_people (plan))
    return;

  for (guint i = 0; i < MUKANA_IMPORT_N_PURPOSES; i++)
    {
      mukana_grid_add (grid, mukana_code_label (mukana_all_purposes, mukana_import_purpose (i)));
      mukana_grid_add_number (grid, mukana_import_plan_count_consents (plan, i));
    }

  mukana_cli_say ("\n%s", _("Consents that come with the list:"));
  mukana_cli_say_grid (grid);
}

static void
tell_counts (MukanaImportCounts counts)
{
  const struct { const char *title; guint n; } lines[] = {
    { _("Rows"), counts.n_rows },
    { mukana_import_outcome_label (MUKANA_IMPORT_NEW), counts.n_new },
    { mukana_import_outcome_label (MUKANA_IMPORT_CHANGED), counts.n_changed },
    { mukana_import_outcome_label (MUKANA_IMPORT_SAME), counts.n_same },
    { mukana_import_outcome_label (MUKANA_IMPORT_DUPLICATE), counts.n_duplicate },
    { mukana_import_outcome_label (MUKANA_IMPORT_REFUSED), counts.n_refused },
  };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (2);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      mukana_grid_add (grid, lines[i].title);
      mukana_grid_add_number (grid, lines[i].n);
    }

  mukana_cli_say_grid (grid);
}

static void
tell_problems (MukanaImportPlan *plan)
{
  MukanaImportSource *source = mukana_import_plan_peek_source (plan);
  guint n_problems = mukana_import_plan_get_n_problems (plan);
  gboolean has_files = mukana_import_source_get_n_lists (source) > 1;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (has_files ? 5 : 4);

  if (n_problems == 0)
    return;

  if (has_files)
    mukana_grid_add (grid, _("File"));
  mukana_grid_add (grid, _("Row"));
  mukana_grid_add (grid, _("Column"));
  mukana_grid_add (grid, _("Value"));
  mukana_grid_add (grid, _("Reason"));
  for (guint i = 0; i < n_problems; i++)
    {
      const MukanaImportProblem *problem = mukana_import_plan_peek_problem (plan, i);

      if (has_files)
        mukana_grid_add (grid, mukana_import_source_peek_file (source, problem->list));
      mukana_grid_add_number (grid, problem->row);
      mukana_grid_add (grid, problem->column);
      mukana_grid_add (grid, problem->value);
      mukana_grid_add (grid, _(problem->sentence));
    }

  mukana_cli_say ("\n%s", _("Problems:"));
  mukana_cli_say_grid (grid);
}

/* What is wrong inside a list has its own sentence; what is wrong around it needs one. */
static MukanaStatus
read_source (MukanaCli           *cli,
             MukanaImportSource **source)
{
  g_autoptr (GError) error = NULL;

  *source = mukana_import_source_read (cli->words[0], cli->options.sheet, NULL, &error);
  if (*source != NULL)
    return MUKANA_STATUS_DONE;

  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_INVALID))
    return mukana_cli_fail (error);

  return mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                            _("There is no list there that can be read."));
}

static MukanaImportPlan *
make_plan (MukanaCli           *cli,
           MukanaImportSource  *source,
           GError             **error)
{
  const MukanaImportOptions options = {
    .themes_covered = cli->options.themes_covered, .keep_as_notes = TRUE
  };
  g_autoptr (MukanaImportOrder) order = mukana_import_order_new (source, &options);

  return mukana_store_run (cli->store, &mukana_importing_plan_job, order, error);
}

static gboolean
accept_plan (MukanaCli         *cli,
             MukanaImportPlan  *plan,
             GError           **error)
{
  g_autoptr (MukanaImportAcceptance) acceptance = mukana_import_acceptance_new (plan);
  g_autofree MukanaImportCounts *done =
    mukana_store_run (cli->store, &mukana_importing_accept_job, acceptance, error);

  return done != NULL;
}

static gboolean
has_theme_left_out (MukanaImportPlan *plan)
{
  for (guint i = 0; i < mukana_import_plan_get_n_problems (plan); i++)
    if (g_str_equal (mukana_import_plan_peek_problem (plan, i)->reason, "theme-no-consent"))
      return TRUE;

  return FALSE;
}

static gboolean
is_anything_taken (MukanaImportPlan *plan)
{
  MukanaImportCounts counts = mukana_import_plan_count (plan);

  return counts.n_new + counts.n_changed > 0;
}

/** mukana_cli_import: FILE|FOLDER [--sheet NAME] [--accept] */
MukanaStatus
mukana_cli_import (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaImportSource) source = NULL;
  g_autoptr (MukanaImportPlan) plan = NULL;
  MukanaStatus status = read_source (cli, &source);

  if (status != MUKANA_STATUS_DONE)
    return status;

  plan = make_plan (cli, source, &error);
  if (plan == NULL || (cli->options.accept && !accept_plan (cli, plan, &error)))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    {
      write_counts (cli, mukana_import_plan_count (plan));
      mukana_json_add_boolean (cli->json, "accepted", cli->options.accept);
      write_consents (cli, plan);
      write_problems (cli, plan);
      return MUKANA_STATUS_DONE;
    }

  tell_counts (mukana_import_plan_count (plan));
  tell_consents (plan);
  tell_problems (plan);
  if (has_theme_left_out (plan))
    mukana_cli_say ("\n%s",
                    _("Themes come in only with a consent to them. If the consent that people "
                      "signed covers the experience themes in the list, say --themes-covered."));
  mukana_cli_say ("\n%s", !cli->options.accept
                            ? _("Nothing has changed yet. With --accept it will.")
                          : is_anything_taken (plan)
                            ? _("The list is in the register.")
                            : _("Nothing was taken from the list: see the reasons above."));
  return MUKANA_STATUS_DONE;
}
