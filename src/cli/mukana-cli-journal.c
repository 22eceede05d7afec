/* mukana-cli-journal.c: who did what, newest first, and whether the chain is whole. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "services/mukana-journal-file.h"

#define USUAL_LIMIT 50

static void
show_row (MukanaGrid       *grid,
          MukanaJournalRow *row)
{
  g_autofree char *at = mukana_journal_describe_time (row->at);
  g_autofree char *deed = mukana_journal_describe_deed (row);
  g_autofree char *record = row->record_id > 0
                            ? g_strdup_printf ("%s %" G_GINT64_FORMAT, row->kind, row->record_id)
                            : g_strdup ("");

  mukana_grid_add_number (grid, row->id);
  mukana_grid_add (grid, at);
  mukana_grid_add (grid, row->actor);
  mukana_grid_add (grid, deed);
  mukana_grid_add (grid, record);
}

static void
write_row (MukanaCli        *cli,
           MukanaJournalRow *row)
{
  g_autofree char *at = mukana_journal_describe_time (row->at);

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", row->id);
  mukana_json_add_text (cli->json, "at", at);
  mukana_json_add_text (cli->json, "actor", row->actor);
  mukana_json_add_text (cli->json, "action", row->action);
  mukana_json_add_text (cli->json, "kind", row->kind);
  mukana_json_add_number (cli->json, "record", row->record_id);
  mukana_json_add_text (cli->json, "fields", row->fields);
  mukana_json_end_object (cli->json);
}

static MukanaJournalRow *
find_row (GPtrArray *rows,
          gint64     id)
{
  for (guint i = 0; i < rows->len; i++)
    if (((MukanaJournalRow *) g_ptr_array_index (rows, i))->id == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

static gboolean
tell_page (MukanaCli           *cli,
           const MukanaIdPage  *page,
           MukanaGrid          *grid,
           GError             **error)
{
  g_autoptr (GPtrArray) rows = mukana_store_run (cli->store, &mukana_journal_rows_job,
                                                 (gpointer) page, error);

  for (guint i = 0; rows != NULL && i < page->n_ids; i++)
    {
      MukanaJournalRow *row = find_row (rows, page->ids[i]);

      if (row != NULL && cli->json != NULL)
        write_row (cli, row);
      else if (row != NULL)
        show_row (grid, row);
    }

  return rows != NULL;
}

static gboolean
tell_rows (MukanaCli  *cli,
           gint64      limit,
           GError    **error)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (MukanaGrid) grid = mukana_grid_new (5);
  g_autoptr (GArray) ids = NULL;

  filter->needle = g_strdup (cli->options.search);
  ids = mukana_store_run (cli->store, &mukana_journal_ids_job, filter, error);
  mukana_journal_filter_free (filter);
  if (ids == NULL)
    return FALSE;

  mukana_grid_add (grid, _("No."));
  mukana_grid_add (grid, _("When"));
  mukana_grid_add (grid, _("Who"));
  mukana_grid_add (grid, _("What"));
  mukana_grid_add (grid, _("Record"));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");

  for (guint start = 0; start < MIN (ids->len, limit); start += MUKANA_LIST_PAGE)
    {
      MukanaIdPage page = { .n_ids = (guint) MIN (MUKANA_LIST_PAGE,
                                                  MIN (ids->len, limit) - start) };

      memcpy (page.ids, &g_array_index (ids, gint64, start), page.n_ids * sizeof (gint64));
      if (!tell_page (cli, &page, grid, error))
        return FALSE;
    }

  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
  return TRUE;
}

/* All that the search finds, and not what the limit shows. */
static gboolean
write_file (MukanaCli  *cli,
            GError    **error)
{
  MukanaJournalFilter *filter = mukana_journal_filter_new ();
  g_autoptr (MukanaJournalFile) asked = NULL;
  g_autoptr (MukanaJournalFile) written = NULL;
  GError *failure = NULL;

  filter->needle = g_strdup (cli->options.search);
  asked = mukana_journal_file_new (filter, cli->options.to);
  mukana_journal_filter_free (filter);
  written = mukana_store_run (cli->store, &mukana_journal_file_job, asked, &failure);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_journal_file_note_job, written, &failure);

  if (failure != NULL)
    g_propagate_error (error, failure);
  else if (cli->json != NULL)
    mukana_json_add_text (cli->json, "file", written->path);
  else
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%u row of the log in %s",
                                 "%u rows of the log in %s", written->n_rows), written->n_rows,
                    written->path);
  return failure == NULL;
}

/** mukana_cli_journal: its newest rows, and what verifying the chain finds */
MukanaStatus
mukana_cli_journal (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree MukanaJournalVerdict *verdict = NULL;
  g_autofree char *sentence = NULL;
  gint64 limit = USUAL_LIMIT;

  if (cli->options.limit != NULL &&
      !mukana_cli_read_number (cli->options.limit, 1, G_MAXINT32, &limit))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("The limit is a number from 1."));

  if (cli->options.to != NULL ? !write_file (cli, &error) : !tell_rows (cli, limit, &error))
    return mukana_cli_fail (error);
  if (!(verdict = mukana_store_run (cli->store, &mukana_journal_verify_job, NULL, &error)))
    return mukana_cli_fail (error);

  sentence = mukana_journal_describe (verdict);
  if (cli->json == NULL)
    mukana_cli_say ("%s", sentence);
  else
    {
      mukana_json_add_number (cli->json, "rows", verdict->n_rows);
      mukana_json_add_boolean (cli->json, "is_whole",
                               verdict->first_bad == 0 && verdict->cut_at_us == 0);
      mukana_json_add_number (cli->json, "first_bad", verdict->first_bad);
    }

  return verdict->first_bad == 0 && verdict->cut_at_us == 0 ? MUKANA_STATUS_DONE
                                                            : MUKANA_STATUS_NO_STORE;
}
