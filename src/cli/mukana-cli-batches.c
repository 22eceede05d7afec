/* mukana-cli-batches.c: fees on their way to the payroll, budgets, and a person's own summary. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-day-near.h"
#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "services/mukana-attaching.h"
#include "services/mukana-batching.h"
#include "services/mukana-budgeting.h"
#include "services/mukana-fee-summary.h"
#include "services/mukana-payroll.h"

static void
add_euros (MukanaGrid *grid,
           gint64      cents)
{
  g_autofree char *euros = mukana_money_format (cents);

  mukana_grid_add (grid, euros);
}

static MukanaGrid *
make_grid (const char * const *headings,
           guint               n_headings)
{
  MukanaGrid *grid = mukana_grid_new (n_headings);

  for (guint i = 0; i < n_headings; i++)
    mukana_grid_add (grid, _(headings[i]));
  return grid;
}

static MukanaStatus
say_done (MukanaCli  *cli,
          const char *sentence)
{
  if (cli->json == NULL)
    mukana_cli_say ("%s", sentence);
  return MUKANA_STATUS_DONE;
}

/* ---- Batches ---- */

static void
write_batch (MukanaCli      *cli,
             MukanaFeeBatch *batch)
{
  mukana_json_add_number (cli->json, "id", batch->id);
  mukana_json_add_text (cli->json, "title", batch->title);
  mukana_json_add_text (cli->json, "state", batch->state);
  mukana_json_add_number (cli->json, "lines", batch->n_lines);
  mukana_json_add_number (cli->json, "sum_cents", batch->sum_cents);
  mukana_json_add_text (cli->json, "made_by", batch->made_by);
  mukana_json_add_text (cli->json, "checked_by", batch->checked_by);
  mukana_json_add_text (cli->json, "approved_by", batch->approved_by);
  mukana_json_add_text (cli->json, "checksum", batch->checksum);
  mukana_json_add_text (cli->json, "return_reason", batch->return_reason);
}

static void
write_desk (MukanaCli     *cli,
            MukanaFeeDesk *desk)
{
  mukana_json_add_number (cli->json, "waiting", desk->n_waiting);
  mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < desk->batches->len; i++)
    {
      mukana_json_begin_object (cli->json, NULL);
      write_batch (cli, g_ptr_array_index (desk->batches, i));
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
show_desk (MukanaFeeDesk *desk)
{
  static const char * const headings[] = { N_("No."), N_("Batch"), N_("State"), N_("Lines"),
                                           N_("Sum, €") };
  g_autoptr (MukanaGrid) grid = make_grid (headings, G_N_ELEMENTS (headings));

  for (guint i = 0; i < desk->batches->len; i++)
    {
      MukanaFeeBatch *batch = g_ptr_array_index (desk->batches, i);

      mukana_grid_add_number (grid, batch->id);
      mukana_grid_add (grid, batch->title);
      mukana_grid_add (grid, mukana_code_label (mukana_fee_batch_states, batch->state));
      mukana_grid_add_number (grid, batch->n_lines);
      add_euros (grid, batch->sum_cents);
    }
  mukana_cli_say_grid (grid);
  mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%d line is in no batch yet",
                               "%d lines are in no batch yet", (gulong) desk->n_waiting),
                  (int) desk->n_waiting);
}

/** mukana_cli_batches: what waits for a batch, and every batch */
MukanaStatus
mukana_cli_batches (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaFeeDesk) desk = mukana_store_run (cli->store, &mukana_fee_desk_job, NULL,
                                                     &error);

  if (desk == NULL)
    return mukana_cli_fail (error);
  if (cli->json != NULL)
    write_desk (cli, desk);
  else
    show_desk (desk);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_gather: TITLE [--by DAY]: every line that waits, into a new batch */
MukanaStatus
mukana_cli_gather (MukanaCli *cli)
{
  MukanaDay today = mukana_clock_today (cli->clock);
  MukanaDay until = cli->options.by != NULL ? mukana_day_parse_near (cli->options.by, today)
                                            : today;
  MukanaBatchMaking *making;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;

  if (until == MUKANA_DAY_NONE)
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("“%s” is not a day."), cli->options.by);

  making = mukana_batch_making_new (cli->words[0], until);
  id = mukana_store_run (cli->store, &mukana_batch_make_job, making, &error);
  mukana_batch_making_free (making);
  if (id == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  else
    mukana_cli_say ("%s %" G_GINT64_FORMAT, _("Made. Number of the batch:"), *id);
  return MUKANA_STATUS_DONE;
}

static void
write_line (MukanaCli    *cli,
            MukanaFeeRow *row)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", row->line->id);
  mukana_json_add_text (cli->json, "name", row->name);
  mukana_cli_json_day (cli, "day", row->line->service_day);
  mukana_json_add_text (cli->json, "kind", row->line->kind);
  mukana_json_add_number (cli->json, "amount_cents", row->line->amount_cents);
  mukana_json_add_text (cli->json, "calculation", row->line->calculation);
  mukana_json_add_number (cli->json, "corrects", row->line->corrects_id);
  mukana_json_end_object (cli->json);
}

static void
show_batch (MukanaCli       *cli,
            MukanaBatchFile *file)
{
  static const char * const headings[] = { N_("No."), N_("Name"), N_("Day"), N_("What"), N_("€"),
                                           N_("Calculation") };
  g_autoptr (MukanaGrid) grid = make_grid (headings, G_N_ELEMENTS (headings));

  for (guint i = 0; i < file->rows->len; i++)
    {
      MukanaFeeRow *row = g_ptr_array_index (file->rows, i);
      g_autofree char *day = mukana_cli_dup_day (row->line->service_day);

      mukana_grid_add_number (grid, row->line->id);
      mukana_grid_add (grid, row->name);
      mukana_grid_add (grid, day);
      mukana_grid_add (grid, mukana_code_label (mukana_fee_kinds, row->line->kind));
      add_euros (grid, row->line->amount_cents);
      mukana_grid_add (grid, row->line->calculation);
    }
  mukana_cli_say ("%s: %s", file->batch->title,
                  mukana_code_label (mukana_fee_batch_states, file->batch->state));
  mukana_cli_say_grid (grid);
}

static MukanaStatus
tell_batch (MukanaCli       *cli,
            MukanaBatchFile *file)
{
  if (cli->json == NULL)
    {
      show_batch (cli, file);
      return MUKANA_STATUS_DONE;
    }

  write_batch (cli, file->batch);
  mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < file->rows->len; i++)
    write_line (cli, g_ptr_array_index (file->rows, i));
  mukana_json_end_array (cli->json);
  return MUKANA_STATUS_DONE;
}

/* Returns: yours, or NULL with @status */
static MukanaBatchFile *
read_batch (MukanaCli    *cli,
            MukanaStatus *status)
{
  g_autoptr (GError) error = NULL;
  MukanaBatchFile *file;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    {
      *status = mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the batch."));
      return NULL;
    }

  if ((file = mukana_store_run (cli->store, &mukana_batch_file_job, &id, &error)) == NULL)
    *status = mukana_cli_fail (error);
  return file;
}

/* The words are those of the journal: "check" for "batching.check". */
static MukanaBatchMove
find_move (const char *word)
{
  g_autofree char *action = g_strconcat ("batching.", word, NULL);
  MukanaBatchMove move = 0;

  while (move < MUKANA_N_BATCH_MOVES && !g_str_equal (mukana_batch_move_action (move), action))
    move++;
  return move;
}

/** mukana_cli_batch: BATCH [check|approve|acknowledge|reopen|return] [--reason TEXT] */
MukanaStatus
mukana_cli_batch (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBatchFile) file = NULL;
  MukanaBatchMoving *moving;
  MukanaBatchMove move;
  MukanaStatus status;

  if ((file = read_batch (cli, &status)) == NULL)
    return status;
  if (cli->n_words == 1)
    return tell_batch (cli, file);
  if ((move = find_move (cli->words[1])) == MUKANA_N_BATCH_MOVES || move == MUKANA_BATCH_EXPORT)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say check, approve, acknowledge, reopen or return; a batch is "
                                "sent with the command “payroll”."));

  moving = mukana_batch_moving_new (file->batch, move, cli->options.reason);
  mukana_store_run (cli->store, &mukana_batch_move_job, moving, &error);
  mukana_batch_moving_free (moving);
  return error != NULL ? mukana_cli_fail (error) : say_done (cli, _("The batch has moved on."));
}

/** mukana_cli_payroll: BATCH FILE: a workbook when its name ends in ".xlsx", else CSV */
MukanaStatus
mukana_cli_payroll (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBatchFile) file = NULL;
  g_autoptr (MukanaPayrollFile) asked = NULL;
  g_autoptr (MukanaPayrollFile) written = NULL;
  MukanaStatus status;

  if ((file = read_batch (cli, &status)) == NULL)
    return status;

  asked = mukana_payroll_file_new (file->batch, cli->words[1],
                                   g_str_has_suffix (cli->words[1], ".xlsx"));
  written = mukana_store_run (cli->store, &mukana_payroll_write_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_payroll_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_text (cli->json, "checksum", written->checksum);
  return say_done (cli, mukana_fee_batch_was_sent (file->batch)
                          ? _("The file is written once more; the batch is as it was")
                          : _("The file for the payroll is written, and the batch is locked."));
}

/** mukana_cli_correct: LINE EUROS REASON: what a line that was sent should have been */
MukanaStatus
mukana_cli_correct (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  MukanaCorrecting *correcting;
  gint64 line_id, cents;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &line_id) ||
      !mukana_money_parse (cli->words[1], &cents))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the number of the line and the right amount in euros."));

  correcting = mukana_correcting_new (line_id, cents, cli->words[2]);
  id = mukana_store_run (cli->store, &mukana_fee_correct_job, correcting, &error);
  mukana_correcting_free (correcting);
  if (id == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  return say_done (cli, _("The correction waits for a batch."));
}

/* ---- Papers ---- */

/** mukana_cli_receipt: ASSIGNMENT FILE */
MukanaStatus
mukana_cli_receipt (MukanaCli *cli)
{
  MukanaNewAttachment *asked;
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  gint64 assignment_id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &assignment_id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of the assignment."));

  asked = mukana_new_attachment_new (0, assignment_id, cli->words[1]);
  id = mukana_store_run (cli->store, &mukana_receipt_add_job, asked, &error);
  mukana_new_attachment_free (asked);
  if (id == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  return say_done (cli, _("The receipt is in the register. The file itself may be removed."));
}

/** mukana_cli_summary: PERSON YEAR FILE */
MukanaStatus
mukana_cli_summary (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  MukanaFeeSummary *summary;
  gint64 person_id, year;
  MukanaStatus status = mukana_cli_find_person (cli, cli->words[0], &person_id);

  if (status != MUKANA_STATUS_DONE)
    return status;
  if (!mukana_cli_read_number (cli->words[1], 2000, 2200, &year))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the year."));

  summary = mukana_fee_summary_new (person_id, (int) year, cli->words[2]);
  mukana_store_run (cli->store, &mukana_fee_summary_job, summary, &error);
  mukana_fee_summary_free (summary);
  return error != NULL ? mukana_cli_fail (error)
                       : say_done (cli, _("The summary is saved, ready to be given to the "
                                          "person"));
}

/* ---- Budgets ---- */

static void
tell_budget (MukanaCli       *cli,
             MukanaGrid      *grid,
             MukanaBudgetRow *row)
{
  if (cli->json == NULL)
    {
      mukana_grid_add (grid, row->budget->unit);
      mukana_grid_add (grid, row->budget->project);
      mukana_grid_add (grid, mukana_code_label (mukana_cost_items, row->budget->item));
      add_euros (grid, row->budget->planned_cents);
      add_euros (grid, row->committed_cents);
      add_euros (grid, row->spent_cents);
      return;
    }

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_text (cli->json, "unit", row->budget->unit);
  mukana_json_add_text (cli->json, "project", row->budget->project);
  mukana_json_add_text (cli->json, "item", row->budget->item);
  mukana_json_add_number (cli->json, "planned_cents", row->budget->planned_cents);
  mukana_json_add_number (cli->json, "committed_cents", row->committed_cents);
  mukana_json_add_number (cli->json, "spent_cents", row->spent_cents);
  mukana_json_end_object (cli->json);
}

/** mukana_cli_budgets: [YEAR]: what units mean to spend, and what of it is promised or gone */
MukanaStatus
mukana_cli_budgets (MukanaCli *cli)
{
  static const char * const headings[] = { N_("Unit"), N_("Project"), N_("Cost item"),
                                           N_("Planned, €"), N_("Committed, €"), N_("Spent, €") };
  g_autoptr (MukanaGrid) grid = make_grid (headings, G_N_ELEMENTS (headings));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  int this_year, month, day;
  gint64 year;

  mukana_day_split (mukana_clock_today (cli->clock), &this_year, &month, &day);
  year = this_year;
  if (cli->n_words > 0 && !mukana_cli_read_number (cli->words[0], 2000, 2200, &year))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the year."));
  if ((rows = mukana_store_run (cli->store, &mukana_budgets_job, &year, &error)) == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < rows->len; i++)
    tell_budget (cli, grid, g_ptr_array_index (rows, i));
  return mukana_cli_end_list (cli, grid);
}

/** mukana_cli_budget: UNIT YEAR ITEM EUROS [--project NAME]: again for the same: another sum */
MukanaStatus
mukana_cli_budget (MukanaCli *cli)
{
  g_autoptr (MukanaBudget) budget = g_object_new (MUKANA_TYPE_BUDGET, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  gint64 year, cents;

  if (mukana_code_index (mukana_cost_items, cli->words[2]) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_cost_items);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The cost items are: %s."), list);
    }
  if (!mukana_cli_read_number (cli->words[1], 2000, 2200, &year) ||
      !mukana_money_parse (cli->words[3], &cents))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the year and the euros planned."));

  mukana_record_init_text (budget, "unit", cli->words[0]);
  mukana_record_init_text (budget, "project", cli->options.project);
  mukana_record_init_int (budget, "year", year);
  mukana_record_init_text (budget, "item", cli->words[2]);
  mukana_record_init_int (budget, "planned-cents", cents);
  if (!(id = mukana_store_run (cli->store, &mukana_budget_save_job, budget, &error)))
    return mukana_cli_fail (error);

  return say_done (cli, _("The budget is saved."));
}
