/* mukana-cli-renew.c: whose consents end soon or have ended is asked to consent anew. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-renewing.h"

#define MOST_ROWS 10000

static void
write_renewal (MukanaCli           *cli,
               const MukanaRenewal *renewal)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "person", renewal->person_id);
  mukana_json_add_text (cli->json, "name", renewal->name);
  mukana_json_add_text (cli->json, "purpose", renewal->purpose);
  mukana_json_add_text (cli->json, "theme", renewal->theme_id);
  mukana_cli_json_day (cli, "expires", renewal->expires_on);
  mukana_cli_json_day (cli, "asked", renewal->asked_on);
  mukana_json_add_text (cli->json, "how", renewal->asked_how);
  mukana_json_end_object (cli->json);
}

static void
show_renewal (MukanaCli           *cli,
              MukanaGrid          *grid,
              const MukanaRenewal *renewal)
{
  g_autofree char *expires = mukana_cli_dup_day (renewal->expires_on);
  g_autofree char *asked = mukana_cli_dup_day (renewal->asked_on);

  mukana_grid_add_number (grid, renewal->person_id);
  mukana_grid_add (grid, renewal->name);
  mukana_grid_add (grid, renewal->theme_id != NULL
                         ? mukana_lexicon_label (cli->lexicon, MUKANA_LEXICON_THEME,
                                                 renewal->theme_id)
                         : mukana_code_label (mukana_purposes, renewal->purpose));
  mukana_grid_add (grid, expires);
  mukana_grid_add (grid, asked);
}

static MukanaStatus
list_renewals (MukanaCli *cli)
{
  static const char * const headings[] = { N_("No."), N_("Person"), N_("For what"), N_("Until"),
                                           N_("Asked on") };
  int most = MOST_ROWS;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));
  g_autoptr (GPtrArray) renewals = mukana_store_run (cli->store, &mukana_renewals_job, &most,
                                                     &error);

  if (renewals == NULL)
    return mukana_cli_fail (error);

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < renewals->len; i++)
    if (cli->json != NULL)
      write_renewal (cli, g_ptr_array_index (renewals, i));
    else
      show_renewal (cli, grid, g_ptr_array_index (renewals, i));
  return mukana_cli_end_list (cli, grid);
}

static MukanaStatus
do_deed (MukanaCli         *cli,
         const MukanaJob   *job,
         MukanaRenewalDeed *deed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRenewalDeed) done = NULL;
  g_autofree char *sentence = NULL;

  deed->is_again = cli->options.again;
  if (!(done = mukana_store_run (cli->store, job, deed, &error)))
    return mukana_cli_fail (error);

  if (job == &mukana_renewal_ask_job)
    return mukana_cli_say_done (cli, _("Asked by phone. The answer is awaited."));

  if (done->n_left_out > 0)
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE,
                                 "%u person is under non-disclosure and is not written to.",
                                 "%u people are under non-disclosure and are not written to.",
                                 done->n_left_out), done->n_left_out);
  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "%u letter is written. The answer is awaited.",
                                           "%u letters are written. The answers are awaited.",
                                           done->n_done), done->n_done);
  return mukana_cli_say_done (cli, sentence);
}

/** mukana_cli_renew: nothing: what is to be renewed; PERSON letter FILE|phone; letters FOLDER */
MukanaStatus
mukana_cli_renew (MukanaCli *cli)
{
  gboolean is_all = cli->n_words == 2 && g_str_equal (cli->words[0], "letters");
  gboolean is_letter = cli->n_words == 3 && g_str_equal (cli->words[1], "letter");
  gboolean is_phone = cli->n_words == 2 && !is_all && g_str_equal (cli->words[1], "phone");
  g_autoptr (MukanaRenewalDeed) deed = NULL;
  gint64 person_id = 0;
  MukanaStatus status;

  if (cli->n_words == 0)
    return list_renewals (cli);
  if (!is_all && !is_letter && !is_phone)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Say the person and one of: letter FILE, phone; or letters "
                                "FOLDER."));

  if (!is_all &&
      (status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  deed = mukana_renewal_deed_new (person_id);
  deed->path = is_letter ? g_strdup (cli->words[2]) : NULL;
  deed->folder = is_all ? g_strdup (cli->words[1]) : NULL;
  return do_deed (cli, is_phone ? &mukana_renewal_ask_job : &mukana_renewal_print_job, deed);
}
