/* mukana-cli-sharing.c: who is never asked, who carries much, and where a theme has nobody. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "cli/mukana-grid.h"
#include "services/mukana-sharing-out.h"

static void
tell_sum (MukanaCli        *cli,
          MukanaSharedWork *work)
{
  const MukanaSharing *sum = &work->sharing;

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "people", sum->n_people);
      mukana_json_add_number (cli->json, "assignments", sum->n_held);
      mukana_json_add_number (cli->json, "working", sum->n_working);
      mukana_json_add_number (cli->json, "carrying_half", sum->n_carrying_half);
      return;
    }

  if (sum->n_held == 0)
    mukana_cli_say (_("Nothing was held in the last twelve months."));
  else
    mukana_cli_say (ngettext ("Half of the %1$d assignments of the last twelve months were held "
                              "by %2$d person.",
                              "Half of the %1$d assignments of the last twelve months were held "
                              "by %2$d people.", sum->n_carrying_half),
                    (int) sum->n_held, (int) sum->n_carrying_half);
}

static const char *
say_load (MukanaLoad load)
{
  return load & MUKANA_LOAD_ABOVE_OWN ? _("more in a month than they said themselves")
         : _("more than three times what is usual");
}

static void
tell_people (MukanaCli        *cli,
             MukanaSharedWork *work,
             const char       *name,
             GArray           *people)
{
  if (cli->json == NULL)
    return;

  mukana_json_begin_array (cli->json, name);
  for (guint i = 0; i < people->len; i++)
    {
      const MukanaShare *share = g_array_index (people, const MukanaShare *, i);

      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_number (cli->json, "id", share->person_id);
      mukana_json_add_text (cli->json, "name", mukana_shared_work_peek_name (work,
                                                                             share->person_id));
      mukana_json_add_number (cli->json, "held", share->n_held);
      mukana_json_end_object (cli->json);
    }
  mukana_json_end_array (cli->json);
}

static void
say_people (MukanaSharedWork *work)
{
  mukana_cli_say (_("Never asked: %d"), (int) work->waiting->len);
  for (guint i = 0; i < work->waiting->len; i++)
    mukana_cli_say ("  %s", mukana_shared_work_peek_name (
                              work,
                              g_array_index (work->waiting, const MukanaShare *, i)->person_id));

  mukana_cli_say (_("Carries much: %d"), (int) work->carrying->len);
  for (guint i = 0; i < work->carrying->len; i++)
    {
      const MukanaShare *share = g_array_index (work->carrying, const MukanaShare *, i);

      mukana_cli_say ("  %s: %d, %s", mukana_shared_work_peek_name (work, share->person_id),
                      (int) share->n_held, say_load (mukana_sharing_load (&work->sharing, share)));
    }
}

/* How many people a cell has: small numbers can point at somebody and are not told. */
static void
tell_cells (MukanaCli        *cli,
            MukanaSharedWork *work,
            MukanaLexicon    *words)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (3);

  mukana_grid_add (grid, _("Theme"));
  mukana_grid_add (grid, _("Municipality"));
  mukana_grid_add (grid, _("People"));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "cells");
  for (guint i = 0; i < work->cells->len; i++)
    {
      const MukanaSharingCell *cell = &g_array_index (work->cells, MukanaSharingCell, i);
      g_autofree char *n = cell->is_few ? g_strdup ("1–4") : g_strdup_printf ("%u", cell->n_people);

      if (cli->json != NULL)
        {
          mukana_json_begin_object (cli->json, NULL);
          mukana_json_add_text (cli->json, "theme", cell->theme_id);
          mukana_json_add_text (cli->json, "municipality", cell->place);
          mukana_json_add_text (cli->json, "people", n);
          mukana_json_end_object (cli->json);
          continue;
        }

      mukana_grid_add (grid, mukana_lexicon_label (words, MUKANA_LEXICON_THEME, cell->theme_id));
      mukana_grid_add (grid, *cell->place == '\0' ? _("not known")
                             : mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                     cell->place));
      mukana_grid_add (grid, n);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
}

/** mukana_cli_sharing: read at the door, so that nobody is named who may not be */
MukanaStatus
mukana_cli_sharing (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaSharedWork) work = mukana_store_run (cli->store, &mukana_sharing_out_job, NULL,
                                                        &error);

  MukanaLexicon *words = work != NULL ? mukana_cli_lexicon (cli, &error) : NULL;

  if (words == NULL)
    return mukana_cli_fail (error);

  tell_sum (cli, work);
  tell_people (cli, work, "never_asked", work->waiting);
  tell_people (cli, work, "carrying_much", work->carrying);
  if (cli->json == NULL)
    say_people (work);
  tell_cells (cli, work, words);
  return MUKANA_STATUS_DONE;
}
