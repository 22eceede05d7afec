/* mukana-cli-stay.c: who has not been heard of for long is asked whether they stay. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-staying.h"

#define MOST_ROWS 10000

static void
write_stay (MukanaCli        *cli,
            const MukanaStay *stay)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "person", stay->person_id);
  mukana_json_add_text (cli->json, "name", stay->name);
  mukana_cli_json_day (cli, "last_active", stay->active_on);
  mukana_cli_json_day (cli, "asked", stay->asked_on);
  mukana_json_add_text (cli->json, "how", stay->how);
  mukana_cli_json_day (cli, "erased_from", stay->due_on);
  mukana_json_end_object (cli->json);
}

static void
show_stay (MukanaGrid       *grid,
           const MukanaStay *stay)
{
  g_autofree char *active = mukana_cli_dup_day (stay->active_on);
  g_autofree char *asked = mukana_cli_dup_day (stay->asked_on);
  g_autofree char *due = mukana_cli_dup_day (stay->due_on);

  mukana_grid_add_number (grid, stay->person_id);
  mukana_grid_add (grid, stay->name);
  mukana_grid_add (grid, active);
  mukana_grid_add (grid, asked);
  mukana_grid_add (grid, due);
}

static MukanaStatus
list_stays (MukanaCli *cli)
{
  static const char * const headings[] = { N_("No."), N_("Person"), N_("Last heard of"),
                                           N_("Asked on"), N_("Erased from") };
  int most = MOST_ROWS;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (GPtrArray) stays = mukana_store_run (cli->store, &mukana_staying_list_job, &most,
                                                  &error);

  if (stays == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < stays->len; i++)
    if (cli->json != NULL)
      write_stay (cli, g_ptr_array_index (stays, i));
    else
      show_stay (grid, g_ptr_array_index (stays, i));
  return mukana_cli_end_list (cli, grid);
}

/* What is said of somebody, and what it does. */
static const struct
{
  const char      *word;
  const MukanaJob *job;
  gboolean         has_file;
  const char      *sentence;
} deeds[] = {
  { "letter", &mukana_staying_print_job, TRUE,
    N_("The letter is written. The answer is awaited.") },
  { "phone", &mukana_staying_ask_job, FALSE, N_("Asked by phone. The answer is awaited.") },
  { "stays", &mukana_staying_answer_job, FALSE, N_("They stay in the register.") },
  { "leaves", &mukana_staying_answer_job, FALSE, N_("Consent withdrawn. It holds from now on.") },
};

static MukanaStatus
do_deed (MukanaCli *cli,
         guint      i)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaStayDeed) deed = mukana_stay_deed_new (0);
  MukanaStatus status = mukana_cli_find_person (cli, cli->words[0], &deed->person_id);

  if (status != MUKANA_STATUS_DONE)
    return status;

  deed->path = g_strdup (cli->words[2]);
  if (deeds[i].job == &mukana_staying_answer_job)
    deed->answer = g_strdup (deeds[i].word);
  g_free (mukana_store_run (cli->store, deeds[i].job, deed, &error));
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _(deeds[i].sentence));
}

/** mukana_cli_stay: nothing: who is to be asked; else PERSON letter FILE|phone|stays|leaves */
MukanaStatus
mukana_cli_stay (MukanaCli *cli)
{
  if (cli->n_words == 0)
    return list_stays (cli);

  for (guint i = 0; i < G_N_ELEMENTS (deeds) && cli->n_words > 1; i++)
    if (g_str_equal (deeds[i].word, cli->words[1]) &&
        cli->n_words == (deeds[i].has_file ? 3 : 2))
      return do_deed (cli, i);

  return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                            _("Say the person and one of: letter FILE, phone, stays, leaves."));
}
