/* mukana-cli-cooperation.c: what waits in cooperation with organisations; and a line of the log. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-day-near.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-correcting.h"
#include "services/mukana-registering.h"

static void
add_row (MukanaCli  *cli,
         MukanaGrid *grid,
         const char *kind,
         const char *label,
         gint64      id,
         const char *organisation,
         const char *what,
         const char *who,
         MukanaDay   due)
{
  g_autofree char *day = mukana_cli_dup_day (due);

  if (cli->json != NULL)
    {
      mukana_json_begin_object (cli->json, NULL);
      mukana_json_add_text (cli->json, "kind", kind);
      mukana_json_add_number (cli->json, "id", id);
      mukana_json_add_text (cli->json, "organisation", organisation);
      mukana_json_add_text (cli->json, "what", what);
      mukana_json_add_text (cli->json, "who", who);
      mukana_cli_json_day (cli, "due", due);
      mukana_json_end_object (cli->json);
      return;
    }

  mukana_grid_add (grid, label);
  if (id > 0)
    mukana_grid_add_number (grid, id);
  else
    mukana_grid_add (grid, NULL);
  mukana_grid_add (grid, day);
  mukana_grid_add (grid, organisation);
  mukana_grid_add (grid, what);
  mukana_grid_add (grid, who);
}

static void
tell_waiting (MukanaCli             *cli,
              MukanaCooperationDesk *desk)
{
  static const char * const headings[] = { N_("Waits"), N_("No."), N_("By"), N_("Organisation"),
                                           N_("What"), N_("By whom") };
  g_autoptr (MukanaGrid) grid = mukana_grid_new (G_N_ELEMENTS (headings));

  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_grid_add (grid, _(headings[i]));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "waiting");
  for (guint i = 0; i < desk->tasks->len; i++)
    {
      MukanaLogEntry *task = g_ptr_array_index (desk->tasks, i);

      add_row (cli, grid, "step", _("Next step"), task->id, task->organisation_name,
               task->next_deed ? task->next_deed : task->summary, task->next_who, task->next_day);
    }
  for (guint i = 0; i < desk->statements->len; i++)
    {
      MukanaStatementRequest *statement = g_ptr_array_index (desk->statements, i);

      add_row (cli, grid, "statement", _("Statement"), statement->id,
               statement->organisation_name, statement->about, NULL, statement->due_on);
    }
  for (guint i = 0; i < desk->ending->len; i++)
    {
      MukanaAgreement *agreement = g_ptr_array_index (desk->ending, i);

      add_row (cli, grid, "agreement", mukana_code_label (mukana_agreement_kinds,
                                                          agreement->kind),
               agreement->id, agreement->organisation_name, agreement->title, NULL,
               agreement->until_day);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else
    mukana_cli_say_grid (grid);
}

static void
tell_numbers (MukanaCli             *cli,
              MukanaCooperationDesk *desk)
{
  const struct
  {
    const char *name, *label;
    gint64      number;
  } numbers[] = {
    { "logged", N_("Cooperation logged:"), desk->numbers.n_deeds },
    { "statements_asked", N_("Statements asked:"), desk->numbers.n_asked },
    { "statements_given", N_("Statements given:"), desk->numbers.n_given },
    { "hearings", N_("Hearings:"), desk->numbers.n_hearings },
    { "referrals", N_("Wellbeing referrals:"), desk->numbers.n_referrals },
    { "encounters", N_("Encounters:"), desk->numbers.n_encounters },
    { "theme_days", N_("Theme days:"), desk->numbers.n_theme_days },
    { "not_contacted", N_("Not contacted for half a year:"), desk->quiet->len },
  };

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "year", desk->year);
  else
    mukana_cli_say (_("Year %d in numbers"), desk->year);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (cli->json != NULL)
      mukana_json_add_number (cli->json, numbers[i].name, numbers[i].number);
    else
      mukana_cli_say ("  %s %" G_GINT64_FORMAT, _(numbers[i].label), numbers[i].number);
}

static void
write_line (MukanaCli      *cli,
            MukanaLogEntry *entry)
{
  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", entry->id);
  mukana_cli_json_day (cli, "day", entry->day);
  mukana_json_add_text (cli->json, "organisation", entry->organisation_name);
  mukana_json_add_text (cli->json, "kind", entry->kind);
  mukana_json_add_text (cli->json, "summary", entry->summary);
  mukana_json_add_text (cli->json, "author", entry->author);
  mukana_json_end_object (cli->json);
}

/* Lines of the log by their number, under which they are corrected. */
static void
tell_log (MukanaCli             *cli,
          MukanaCooperationDesk *desk)
{
  g_autoptr (MukanaGrid) grid = mukana_grid_new (5);

  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "log");
  for (guint i = 0; i < desk->log->len; i++)
    {
      MukanaLogEntry *entry = g_ptr_array_index (desk->log, i);
      g_autofree char *day = mukana_cli_dup_day (entry->day);

      if (cli->json != NULL)
        {
          write_line (cli, entry);
          continue;
        }
      mukana_grid_add_number (grid, entry->id);
      mukana_grid_add (grid, day);
      mukana_grid_add (grid, entry->organisation_name);
      mukana_grid_add (grid, mukana_code_label (mukana_log_kinds, entry->kind));
      mukana_grid_add (grid, entry->summary);
    }
  if (cli->json != NULL)
    mukana_json_end_array (cli->json);
  else if (desk->log->len > 0)
    {
      mukana_cli_say ("%s", _("Newest in the log"));
      mukana_cli_say_grid (grid);
    }
}

/** mukana_cli_cooperation: what waits, and the numbers of the year */
MukanaStatus
mukana_cli_cooperation (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaCooperationDesk) desk = mukana_store_run (cli->store,
                                                             &mukana_cooperation_desk_job, NULL,
                                                             &error);

  if (desk == NULL)
    return mukana_cli_fail (error);

  tell_waiting (cli, desk);
  tell_log (cli, desk);
  tell_numbers (cli, desk);
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
read_next (MukanaCli      *cli,
           MukanaLogEntry *entry)
{
  MukanaDay day;

  mukana_record_init_text (entry, "next-deed", cli->options.next);
  mukana_record_init_text (entry, "next-who", cli->options.who);
  if (cli->options.by == NULL)
    return MUKANA_STATUS_DONE;

  day = mukana_day_parse_near (cli->options.by, mukana_clock_today (cli->clock));
  if (day == MUKANA_DAY_NONE)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write the day as 31.12.2026."));

  mukana_record_init_int (entry, "next-day", day);
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
drop_line (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write the number of the line of the log."));

  mukana_store_run (cli->store, &mukana_log_entry_drop_job, &id, &error);
  return error != NULL ? mukana_cli_fail (error)
                       : mukana_cli_say_done (cli, _("The line is removed from the log"));
}

static gboolean
is_named (const MukanaParticipant *participant,
          const char              *folded)
{
  g_autofree char *name = mukana_text_fold (participant->name);

  return participant->contact_id == 0 && g_str_equal (name, folded);
}

static void
tell_unknown (MukanaCli  *cli,
              const char *word)
{
  mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                     _("There is no organisation “%s”. mukana-cli organisations lists those that "
                       "there are; with --new it is added under that name."), word);
}

/* By its number or its whole name; what is not there is added only when that is wished for. */
static MukanaStatus
read_organisation (MukanaCli      *cli,
                   MukanaLogEntry *entry)
{
  const char *word = cli->words[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) participants = mukana_store_run (cli->store, &mukana_participants_job,
                                                         NULL, &error);
  g_autofree char *folded = mukana_text_fold (word);
  gint64 id = 0;

  if (participants == NULL)
    return mukana_cli_fail (error);

  /* Whether it is there the job tells. */
  if (mukana_cli_read_number (word, 1, G_MAXINT64, &id))
    {
      mukana_record_init_int (entry, "organisation-id", id);
      return MUKANA_STATUS_DONE;
    }
  for (guint i = 0; i < participants->len; i++)
    {
      const MukanaParticipant *one = g_ptr_array_index (participants, i);

      if (is_named (one, folded))
        {
          mukana_record_init_int (entry, "organisation-id", one->organisation_id);
          return MUKANA_STATUS_DONE;
        }
    }

  if (!cli->options.is_new)
    {
      tell_unknown (cli, word);
      return MUKANA_STATUS_REFUSED;
    }

  mukana_record_init_text (entry, "organisation-new", word);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_log: ORGANISATION KIND TEXT, of today; or LINE --drop */
MukanaStatus
mukana_cli_log (MukanaCli *cli)
{
  g_autoptr (MukanaLogEntry) entry = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id = NULL;
  MukanaStatus status;

  if (cli->options.drop)
    return drop_line (cli);
  if (cli->n_words < 3)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write the organisation, what it was, and what about."));
  if (mukana_code_index (mukana_log_kinds, cli->words[1]) < 0)
    {
      g_autofree char *kinds = g_strjoinv (", ", (char **) mukana_log_kinds);

      return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write one of: %s."), kinds);
    }

  mukana_record_init_text (entry, "kind", cli->words[1]);
  mukana_record_init_text (entry, "summary", cli->words[2]);
  if ((status = read_next (cli, entry)) != MUKANA_STATUS_DONE ||
      (status = read_organisation (cli, entry)) != MUKANA_STATUS_DONE)
    return status;

  id = mukana_store_run (cli->store, &mukana_log_entry_add_job, entry, &error);
  if (id == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  else
    mukana_cli_say (_("Cooperation logged"));
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_done: STEP: the next step of a line of the log is done */
MukanaStatus
mukana_cli_done (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  gint64 id;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write the number of the step; mukana-cli cooperation lists "
                                "them."));

  mukana_store_run (cli->store, &mukana_task_done_job, &id, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json == NULL)
    mukana_cli_say (_("The next step is done"));
  return MUKANA_STATUS_DONE;
}
