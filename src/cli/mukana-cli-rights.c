/* mukana-cli-rights.c: the rights of a person, at the terminal. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-copying.h"
#include "services/mukana-erasing.h"
#include "services/mukana-keeping-apart.h"
#include "services/mukana-retaining.h"
#include "services/mukana-rights.h"

/** mukana_cli_copy: PERSON FOLDER; what the register knows about somebody, for them */
MukanaStatus
mukana_cli_copy (MukanaCli *cli)
{
  g_autoptr (MukanaCopy) asked = NULL;
  g_autoptr (MukanaCopy) written = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 person_id;

  if ((status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  asked = mukana_copy_new (person_id, cli->options.given, cli->words[1]);
  written = mukana_store_run (cli->store, &mukana_copying_write_job, asked, &error);
  if (written != NULL)
    mukana_store_run (cli->store, &mukana_copying_note_job, written, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (written->pdf_path != NULL)
    mukana_cli_tell_blanks (cli);
  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "json", written->json_path);
      mukana_json_add_text (cli->json, "pdf", written->pdf_path);
    }
  else
    {
      mukana_cli_say ("%s", written->json_path);
      if (written->pdf_path != NULL)
        mukana_cli_say ("%s", written->pdf_path);
    }

  return MUKANA_STATUS_DONE;
}

/** mukana_cli_apart: PERSON PERSON [--reason CODE] [--drop] */
MukanaStatus
mukana_cli_apart (MukanaCli *cli)
{
  g_autoptr (MukanaApart) apart = g_object_new (MUKANA_TYPE_APART, NULL);
  const char *reason = cli->options.reason != NULL ? cli->options.reason : "other";
  g_autoptr (GError) error = NULL;
  gint64 person_id, other_id;
  MukanaStatus status = mukana_cli_find_person (cli, cli->words[0], &person_id);

  if (status == MUKANA_STATUS_DONE)
    status = mukana_cli_find_person (cli, cli->words[1], &other_id);
  if (status != MUKANA_STATUS_DONE)
    return status;

  if (mukana_code_index (mukana_apart_reasons, reason) < 0)
    {
      g_autofree char *list = g_strjoinv (", ", (char **) mukana_apart_reasons);

      return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list);
    }

  mukana_record_init_int (apart, "person-id", person_id);
  mukana_record_init_int (apart, "other-id", other_id);
  mukana_record_init_text (apart, "reason", reason);
  mukana_store_run (cli->store, cli->options.drop ? &mukana_let_together_job
                                                  : &mukana_keep_apart_job, apart, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json == NULL)
    mukana_cli_say ("%s", cli->options.drop ? _("They may be placed together")
                                            : _("They are not placed together from now on"));
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
refuse_ground (const char *kind)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; mukana_rights_grounds[i] != NULL; i++)
    if (mukana_rights_ground_suits (mukana_rights_grounds[i], kind))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", mukana_rights_grounds[i]);

  return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The reasons are: %s."), list->str);
}

/* A restriction or an objection, or that it holds no more. */
static MukanaStatus
hold_back (MukanaCli       *cli,
           const char      *kind,
           const MukanaJob *begin,
           const char      *begun,
           const char      *ended)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 person_id;

  if (cli->options.reason != NULL && !mukana_rights_ground_suits (cli->options.reason, kind))
    return refuse_ground (kind);
  if ((status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  mukana_record_init_int (request, "person-id", person_id);
  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "how", "other");
  mukana_record_init_int (request, "received-on", mukana_clock_today (cli->clock));
  mukana_record_init_text (request, cli->options.drop ? "decision-reason" : "words",
                           cli->options.text);
  mukana_record_init_text (request, "ground", cli->options.reason);
  g_free (mukana_store_run (cli->store, cli->options.drop ? &mukana_rights_lift_job : begin,
                            request, &error));
  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json == NULL)
    mukana_cli_say ("%s", cli->options.drop ? ended : begun);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_restrict: PERSON [--reason GROUND] [--text WORDS] [--drop] */
MukanaStatus
mukana_cli_restrict (MukanaCli *cli)
{
  return hold_back (cli, "restriction", &mukana_rights_restrict_job,
                    _("The processing is restricted from now on."),
                    _("The processing is restricted no more."));
}

/** mukana_cli_object: PERSON [--reason GROUND] [--text WORDS] [--drop]; it waits for a decision */
MukanaStatus
mukana_cli_object (MukanaCli *cli)
{
  return hold_back (cli, "objection", &mukana_rights_note_job,
                    _("The objection is on record."),
                    _("The objection is taken back."));
}

static void
tell_number (MukanaCli  *cli,
             const char *name,
             const char *label,
             gint64      number)
{
  if (cli->json != NULL)
    mukana_json_add_number (cli->json, name, number);
  else if (number > 0)
    mukana_cli_say ("%s: %" G_GINT64_FORMAT, label, number);
}

static void
tell_day (MukanaCli  *cli,
          const char *name,
          const char *label,
          MukanaDay   day)
{
  g_autofree char *text = mukana_cli_dup_day (day);

  if (cli->json != NULL)
    mukana_cli_json_day (cli, name, day);
  else if (day != MUKANA_DAY_NONE)
    mukana_cli_say ("%s: %s", label, text);
}

static void
tell_preview (MukanaCli                  *cli,
              const MukanaErasurePreview *preview)
{
  tell_number (cli, "themes", _("Experience themes"), preview->n_themes);
  tell_number (cli, "consents", _("Consents"), preview->n_consents);
  tell_number (cli, "notes", _("Notes"), preview->n_notes);
  tell_number (cli, "attachments", _("Attachments"), preview->n_attachments);
  tell_number (cli, "proposals", _("Proposals"), preview->n_proposals);
  tell_number (cli, "assignments", _("Assignments without fees"), preview->n_assignments);
  tell_number (cli, "cancelled",
               _("Agreed assignments to come: they are cancelled, tell the units"),
               preview->n_agreed);
  tell_number (cli, "fees_kept", _("Fees that stay with the name"), preview->n_fees_kept);
  tell_day (cli, "kept_until", _("They stay until"), preview->keep_until);
  tell_day (cli, "proof_until", _("Proof of consents stays until"), preview->proof_until);
  tell_number (cli, "backups", _("Backups that have the person"), preview->n_backups);
  tell_day (cli, "backups_until", _("The last of them goes with the first backup made after"),
            preview->backups_until);
  tell_number (cli, "other_requests", _("Requests that still wait for an answer"),
               preview->n_other_asks);
}

static void
tell_erased (MukanaCli                  *cli,
             const MukanaErasurePreview *preview)
{
  gboolean is_asked = cli->options.accept && preview->needs_second;

  if (cli->json != NULL)
    {
      mukana_json_add_boolean (cli->json, "erased", cli->options.accept && !is_asked);
      mukana_json_add_boolean (cli->json, "waits", is_asked || preview->is_waiting);
    }
  else if (is_asked)
    mukana_cli_say ("%s", _("Nothing is erased before another user has approved it."));
  else
    mukana_cli_say ("%s", cli->options.accept
                            ? _("The data are erased")
                            : _("Nothing has changed yet. With --accept the data are erased, "
                                "which cannot be undone."));
}

/** mukana_cli_erase: PERSON [--accept] [--asked]; tells what goes and what the law keeps, then
 *  erases; as the person asked, or as the county decides by itself */
MukanaStatus
mukana_cli_erase (MukanaCli *cli)
{
  g_autofree MukanaErasurePreview *preview = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 person_id;

  if ((status = mukana_cli_find_person (cli, cli->words[0], &person_id)) != MUKANA_STATUS_DONE)
    return status;

  preview = mukana_store_run (cli->store, &mukana_erasing_preview_job, &person_id, &error);
  if (preview != NULL && cli->options.accept)
    mukana_store_run (cli->store, cli->options.asked ? &mukana_erasing_asked_job
                                                     : &mukana_erasing_job, &person_id, &error);
  if (error != NULL)
    return mukana_cli_fail (error);

  tell_preview (cli, preview);
  tell_erased (cli, preview);
  return MUKANA_STATUS_DONE;
}

static void
tell_run (MukanaCli                *cli,
          MukanaGrid               *grid,
          const MukanaRetentionRun *run)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, run->id);
  g_autofree char *day = mukana_cli_dup_day (run->proposed_on);

  mukana_grid_add (grid, number);
  mukana_grid_add (grid, run->label != NULL ? run->label : "");
  mukana_grid_add (grid, day);
  mukana_grid_add (grid, run->proposed_by);
  if (cli->json == NULL)
    return;

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "number", run->id);
  mukana_json_add_number (cli->json, "person", run->person_id);
  mukana_json_add_text (cli->json, "name", run->label);
  mukana_cli_json_day (cli, "asked_on", run->proposed_on);
  mukana_json_add_text (cli->json, "asked_by", run->proposed_by);
  mukana_json_end_object (cli->json);
}

static MukanaStatus
list_erasures (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (4);
  g_autoptr (GPtrArray) runs = mukana_store_run (cli->store, &mukana_retaining_erasures_job, NULL,
                                                 &error);

  if (runs == NULL)
    return mukana_cli_fail (error);

  mukana_grid_add (grid, _("Number"));
  mukana_grid_add (grid, _("Name"));
  mukana_grid_add (grid, _("Asked on"));
  mukana_grid_add (grid, _("Asked by"));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < runs->len; i++)
    tell_run (cli, grid, g_ptr_array_index (runs, i));
  return mukana_cli_end_list (cli, grid);
}

/** mukana_cli_approve: [NUMBER [--drop]]: erasures that wait for another user, or one of them */
MukanaStatus
mukana_cli_approve (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  gint64 number;

  if (cli->n_words == 0)
    return list_erasures (cli);
  if (!g_ascii_string_to_signed (cli->words[0], 10, 1, G_MAXINT64, &number, NULL))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write the number that “approve” without one tells."));

  g_free (mukana_store_run (cli->store, cli->options.drop ? &mukana_retaining_drop_job
                                                          : &mukana_retaining_approve_job,
                            &number, &error));
  if (error != NULL)
    return mukana_cli_fail (error);

  return mukana_cli_say_done (cli, cli->options.drop ? _("Nothing is erased")
                                                     : _("The data are erased"));
}
