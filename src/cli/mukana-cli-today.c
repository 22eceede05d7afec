/* mukana-cli-today.c: what waits today, who is near a limit, and settings of the register. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"
#include "services/mukana-counting.h"
#include "services/mukana-overview.h"
#include "services/mukana-remembering.h"

#define MOST_OF_A_KIND 1000

static void
write_item (MukanaCli         *cli,
            MukanaWaitingItem *item)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_text (cli->json, "kind", mukana_waiting_kind_name (item->kind));
  mukana_json_add_number (cli->json, "id", item->record_id);
  mukana_json_add_number (cli->json, "request_id", item->request_id);
  mukana_json_add_number (cli->json, "organisation_id", item->organisation_id);
  mukana_json_add_text (cli->json, "title", item->title);
  mukana_json_add_text (cli->json, "detail", item->detail);
  mukana_cli_json_day (cli, "since", item->since);
  mukana_cli_json_day (cli, "due", item->due);
  mukana_json_end_object (cli->json);
}

static void
show_item (MukanaGrid        *grid,
           MukanaWaitingItem *item)
{
  g_autofree char *due = mukana_cli_dup_day (item->due);

  mukana_grid_add (grid, _(mukana_waiting_kind_title (item->kind)));
  /* An agreement that only its organisation tells the end of has no number and no title. */
  if (item->record_id != 0)
    mukana_grid_add_number (grid, item->record_id);
  else
    mukana_grid_add (grid, NULL);
  mukana_grid_add (grid, due);
  mukana_grid_add (grid, item->title == NULL && item->kind == MUKANA_WAITING_AGREEMENT
                           ? _("Cooperation agreement")
                           /* What is kept too long is told by the name of its rule. */
                           : item->kind == MUKANA_WAITING_DUE ? _(item->title) : item->title);
  mukana_grid_add (grid, item->detail);
}

/** mukana_cli_today: everything that waits, in the order of the page */
MukanaStatus
mukana_cli_today (MukanaCli *cli)
{
  static const char * const headings[] = { N_("Waits"), N_("No."), N_("By"), N_("What"), "" };
  int n_wanted = MOST_OF_A_KIND;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (MukanaOverview) overview = mukana_store_run (cli->store, &mukana_overview_job,
                                                          &n_wanted, &error);

  if (overview == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, *headings[i] != '\0' ? _(headings[i]) : NULL);
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "waiting");
  for (guint i = 0; i < overview->items->len; i++)
    if (cli->json != NULL)
      write_item (cli, g_ptr_array_index (overview->items, i));
    else
      show_item (grid, g_ptr_array_index (overview->items, i));
  return mukana_cli_end_list (cli, grid);
}

/* A limit that is nearly used up, or is. */
static void
tell_limit (MukanaCli      *cli,
            MukanaGrid     *grid,
            MukanaFeeCount *count,
            MukanaLimit     limit)
{
  static const char * const names[MUKANA_N_LIMITS] = { "month", "year", "volunteer-km",
                                                       "volunteer-days" };
  g_autofree char *told = NULL;

  if (!mukana_fee_count_is_near (count, limit))
    return;

  told = mukana_fee_count_tell (count, limit);
  if (cli->json == NULL)
    {
      mukana_grid_add (grid, count->name);
      mukana_grid_add (grid, told);
      return;
    }

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "person", count->person_id);
  mukana_json_add_text (cli->json, "name", count->name);
  mukana_json_add_text (cli->json, "limit", names[limit]);
  mukana_json_add_number (cli->json, "percent", mukana_fee_count_percent (count, limit));
  mukana_json_add_text (cli->json, "why", told);
  mukana_json_end_object (cli->json);
}

/** mukana_cli_limits: who has used up four fifths of a ceiling of their own, or of a
 *  volunteer's tax-free sums */
MukanaStatus
mukana_cli_limits (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (2);
  g_autoptr (GPtrArray) counts = mukana_store_run (cli->store, &mukana_fee_near_job, NULL, &error);

  if (counts == NULL)
    return mukana_cli_fail (error);

  mukana_grid_add (grid, _("Name"));
  mukana_grid_add (grid, _("Limit"));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < counts->len; i++)
    for (MukanaLimit limit = 0; limit < MUKANA_N_LIMITS; limit++)
      tell_limit (cli, grid, g_ptr_array_index (counts, i), limit);
  return mukana_cli_end_list (cli, grid);
}

static MukanaStatus
change_setting (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  MukanaSetting *setting = mukana_setting_new (cli->words[0], cli->words[1]);

  mukana_store_run (cli->store, &mukana_setting_set_job, setting, &error);
  mukana_setting_free (setting);
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, _("Stored."));
}

/* What may be set: what the register computes with, and what papers name. */
static GStrv
list_settings (void)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_strv_builder_addv (names, (const char **) mukana_setting_names);
  for (guint i = 0; mukana_contact_settings[i].name != NULL; i++)
    g_strv_builder_add (names, mukana_contact_settings[i].name);
  return g_strv_builder_end (names);
}

/** mukana_cli_setting: NAME [VALUE]: without a value, as it is now */
MukanaStatus
mukana_cli_setting (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_auto (GStrv) settings = list_settings ();

  if (!g_strv_contains ((const char * const *) settings, cli->words[0]))
    {
      g_autofree char *names = g_strjoinv (", ", settings);

      return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write one of: %s."), names);
    }
  if (cli->n_words == 2)
    return change_setting (cli);

  if (!(value = mukana_store_run (cli->store, &mukana_setting_get_job, cli->words[0], &error)))
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_text (cli->json, "value", *value != '\0' ? value : NULL);
  else
    mukana_cli_say ("%s", *value != '\0' ? value : _("as usual"));
  return MUKANA_STATUS_DONE;
}
