/* mukana-cli-diary.c: what people ask about their own data, at the terminal: noted, answered. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-day-near.h"
#include "domain/mukana-codes.h"
#include "services/mukana-rights.h"

static void
tell_request (MukanaCli           *cli,
              MukanaGrid          *grid,
              MukanaRightsRequest *request)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, request->id);
  g_autofree char *received = mukana_cli_dup_day (request->received_on);
  g_autofree char *due = mukana_cli_dup_day (request->due_on);
  g_autofree char *answered = mukana_cli_dup_day (request->answered_on);
  const char *who = request->display_name != NULL && *request->display_name != '\0'
                    ? request->display_name : request->asker_name;
  gboolean is_late = mukana_rights_request_was_late (request);
  /* Translators: the day of an answer that came after its last day */
  g_autofree char *answered_late = g_strdup_printf (_("%s, late"), answered);

  mukana_grid_add (grid, number);
  mukana_grid_add (grid, mukana_code_label (mukana_rights_kinds, request->kind));
  mukana_grid_add (grid, who != NULL ? who : request->person_id != 0 ? _("Erased person") : "");
  mukana_grid_add (grid, received);
  mukana_grid_add (grid, due);
  mukana_grid_add (grid, is_late ? answered_late : answered);
  mukana_grid_add (grid, mukana_code_label (mukana_rights_decisions, request->decision));
  mukana_grid_add (grid, mukana_code_label (mukana_rights_grounds, request->ground));
  if (cli->json == NULL)
    return;

  mukana_json_begin_object (cli->json, NULL);
  mukana_json_add_number (cli->json, "id", request->id);
  mukana_json_add_number (cli->json, "person", request->person_id);
  mukana_json_add_text (cli->json, "kind", request->kind);
  mukana_json_add_text (cli->json, "name", who);
  mukana_json_add_text (cli->json, "contact", request->asker_contact);
  mukana_json_add_text (cli->json, "how", request->how);
  mukana_json_add_text (cli->json, "ground", request->ground);
  mukana_cli_json_day (cli, "received_on", request->received_on);
  mukana_cli_json_day (cli, "due_on", request->due_on);
  mukana_json_add_text (cli->json, "extended_reason", request->extended_reason);
  mukana_cli_json_day (cli, "answered_on", request->answered_on);
  mukana_json_add_boolean (cli->json, "late", is_late);
  mukana_json_add_text (cli->json, "decision", request->decision);
  mukana_json_add_text (cli->json, "decision_reason", request->decision_reason);
  mukana_json_end_object (cli->json);
}

static MukanaStatus
list_requests (MukanaCli *cli)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaGrid) grid = mukana_grid_new (8);
  g_autoptr (GPtrArray) requests = mukana_store_run (cli->store, &mukana_rights_diary_job, NULL,
                                                     &error);

  if (requests == NULL)
    return mukana_cli_fail (error);

  mukana_grid_add (grid, _("No."));
  mukana_grid_add (grid, _("What is asked for"));
  mukana_grid_add (grid, _("Name"));
  mukana_grid_add (grid, _("Received on"));
  mukana_grid_add (grid, _("Due on"));
  mukana_grid_add (grid, _("Answered on"));
  mukana_grid_add (grid, _("Decision"));
  mukana_grid_add (grid, _("Ground"));
  if (cli->json != NULL)
    mukana_json_begin_array (cli->json, "items");
  for (guint i = 0; i < requests->len; i++)
    tell_request (cli, grid, g_ptr_array_index (requests, i));
  return mukana_cli_end_list (cli, grid);
}

static MukanaStatus
refuse_word (const char * const *words)
{
  g_autofree char *list = g_strjoinv (", ", (char **) words);

  return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write one of: %s."), list);
}

/* One that waits, as the diary has it now. */
static MukanaStatus
find_waiting (MukanaCli            *cli,
              MukanaRightsRequest **found)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) requests = NULL;
  gint64 number;

  if (!mukana_cli_read_number (cli->words[0], 1, G_MAXINT64, &number))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("Write the number that “diary” without one tells."));

  requests = mukana_store_run (cli->store, &mukana_rights_diary_job, NULL, &error);
  for (guint i = 0; requests != NULL && i < requests->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (requests, i);

      if (request->id != number)
        continue;
      if (request->answered_on != MUKANA_DAY_NONE)
        return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("The request is answered already."));

      *found = g_object_ref (request);
      return MUKANA_STATUS_DONE;
    }

  return error != NULL ? mukana_cli_fail (error)
                       : mukana_cli_refuse (MUKANA_STATUS_REFUSED,
                                            _("There is no request with that number."));
}

static MukanaStatus
answer (MukanaCli *cli)
{
  g_autoptr (MukanaRightsRequest) request = NULL;
  g_autoptr (MukanaRightsRequest) answered = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;

  if (mukana_code_index (mukana_rights_decisions, cli->words[2]) < 0)
    return refuse_word (mukana_rights_decisions);
  if ((status = find_waiting (cli, &request)) != MUKANA_STATUS_DONE)
    return status;

  answered = mukana_record_with_text (request, "decision", cli->words[2]);
  mukana_record_init_text (answered, "decision-reason", cli->options.text);
  mukana_store_run (cli->store, &mukana_rights_answer_job, answered, &error);
  return error != NULL ? mukana_cli_fail (error) : mukana_cli_say_done (cli, _("Answer recorded"));
}

static MukanaStatus
extend (MukanaCli *cli)
{
  g_autoptr (MukanaRightsRequest) request = NULL;
  g_autoptr (MukanaRightsRequest) extended = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status = find_waiting (cli, &request);

  if (status != MUKANA_STATUS_DONE)
    return status;
  if (request->extended_reason != NULL)
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("More time was taken already."));

  extended = mukana_record_with_text (request, "extended-reason", cli->options.text);
  mukana_store_run (cli->store, &mukana_rights_extend_job, extended, &error);
  return error != NULL ? mukana_cli_fail (error)
                       : mukana_cli_say_done (cli, _("Two more months taken"));
}

/** mukana_cli_diary: nothing: what people have asked for about their data, and what was answered;
 *  else NUMBER answer DECISION [--text REASON], or NUMBER extend --text REASON */
MukanaStatus
mukana_cli_diary (MukanaCli *cli)
{
  if (cli->n_words == 0)
    return list_requests (cli);
  if (cli->n_words == 3 && g_str_equal (cli->words[1], "answer"))
    return answer (cli);
  if (cli->n_words == 2 && g_str_equal (cli->words[1], "extend"))
    return extend (cli);

  return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                            _("Say the number and one of: answer DECISION, extend."));
}

/* Who asks: of the register with a kind, or with a name and a contact.  @kind is not checked. */
static MukanaStatus
read_asker (MukanaCli            *cli,
            MukanaRightsRequest  *request,
            const char          **kind)
{
  gint64 person_id;
  MukanaStatus status;

  if (cli->n_words == 3 || mukana_code_index (mukana_rights_kinds, cli->words[1]) < 0)
    {
      mukana_record_init_text (request, "asker-name", cli->words[0]);
      mukana_record_init_text (request, "asker-contact", cli->words[1]);
      *kind = cli->n_words == 3 ? cli->words[2] : "access";
      return MUKANA_STATUS_DONE;
    }

  status = mukana_cli_find_person (cli, cli->words[0], &person_id);
  if (status == MUKANA_STATUS_DONE)
    mukana_record_init_int (request, "person-id", person_id);
  *kind = cli->words[1];
  return status;
}

/* How it came, and when: in another way and today, where it is not told. */
static MukanaStatus
read_coming (MukanaCli           *cli,
             MukanaRightsRequest *request)
{
  /* Of the ways of consents: nobody asks by an imported list. */
  static const char * const ways[] = { "form", "phone", "meeting", "email", "other", NULL };
  const char *how = cli->options.how != NULL ? cli->options.how : "other";
  MukanaDay day = mukana_clock_today (cli->clock);

  if (cli->options.received != NULL)
    day = mukana_day_parse_near (cli->options.received, day);
  if (!g_strv_contains (ways, how))
    return refuse_word (ways);
  if (day == MUKANA_DAY_NONE)
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Give a day as 2026-12-31 or 31.12.2026."));

  mukana_record_init_text (request, "how", how);
  mukana_record_init_int (request, "received-on", day);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_asks: PERSON KIND, or of somebody outside NAME CONTACT [KIND]; [--how WAY]
 *  [--received DAY] [--reason GROUND] [--text WORDS] */
MukanaStatus
mukana_cli_asks (MukanaCli *cli)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autofree gint64 *id = NULL;
  g_autoptr (GError) error = NULL;
  const char *kind;
  MukanaStatus status = read_asker (cli, request, &kind);

  if (status == MUKANA_STATUS_DONE && mukana_code_index (mukana_rights_kinds, kind) < 0)
    status = refuse_word (mukana_rights_kinds);
  if (status == MUKANA_STATUS_DONE)
    status = read_coming (cli, request);
  if (status != MUKANA_STATUS_DONE)
    return status;

  mukana_record_init_text (request, "kind", kind);
  mukana_record_init_text (request, "ground", cli->options.reason);
  mukana_record_init_text (request, "words", cli->options.text);
  id = mukana_store_run (cli->store, &mukana_rights_note_job, request, &error);
  if (id == NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  return mukana_cli_say_done (cli, _("Request noted"));
}
