/* mukana-cli-records.c: records by their fields: "add agreement title=… until-day=31.1.2026".
 *
 * Every record tells its own fields and what each may be, and the job that stores it judges it,
 * so one command serves agreements, events, points, the programme and the fee table alike.
 */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-happening.h"
#include "domain/mukana-programme.h"
#include "services/mukana-consenting.h"
#include "services/mukana-cooperating.h"
#include "services/mukana-correcting.h"
#include "services/mukana-hearing.h"
#include "services/mukana-pricing.h"
#include "services/mukana-registering.h"
#include "services/mukana-volunteering.h"

typedef struct _Kind Kind;

struct _Kind
{
  const char      *word;
  GType          (*get_type) (void);
  const MukanaJob *job;                 /* takes the record; its id, if it gives one */
  /* (nullable): yours, the record of that number, or NULL with @error */
  MukanaRecord  *(*find)     (MukanaCli   *cli,
                              const Kind  *kind,
                              gint64       id,
                              GError     **error);
  gboolean         is_changed_only;     /* new ones come in lists */
};

/* ---- Finding what is there ---- */

static MukanaRecord *
find_by_number (MukanaCli   *cli,
                const Kind  *kind,
                gint64       id,
                GError     **error)
{
  g_autoptr (MukanaRecord) asked = g_object_new (kind->get_type (), NULL);

  mukana_record_init_int (asked, "id", id);
  return mukana_store_run (cli->store, &mukana_cooperating_get_job, asked, error);
}

static MukanaRecord *
find_person (MukanaCli   *cli,
             const Kind  *kind,
             gint64       id,
             GError     **error)
{
  g_autoptr (MukanaPersonFile) file = mukana_store_run (cli->store, &mukana_person_file_job, &id,
                                                        error);

  if (file == NULL)
    return NULL;

  /* What is hidden of them would be stored as empty. */
  if (file->ended_on != MUKANA_DAY_NONE)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("The consent to the register has ended. Record a new one before "
                              "anything is changed."));
      return NULL;
    }

  return g_object_ref (MUKANA_RECORD (file->person));
}

static MukanaRecord *
find_request (MukanaCli   *cli,
              const Kind  *kind,
              gint64       id,
              GError     **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_store_run (cli->store, &mukana_request_file_job, &id,
                                                         error);

  return file != NULL ? g_object_ref (MUKANA_RECORD (file->request)) : NULL;
}

static MukanaRecord *
find_log_entry (MukanaCli   *cli,
                const Kind  *kind,
                gint64       id,
                GError     **error)
{
  return mukana_store_run (cli->store, &mukana_log_entry_get_job, &id, error);
}

static const Kind kinds[] = {
  { "agreement", mukana_agreement_get_type, &mukana_cooperating_save_job, find_by_number },
  { "log", mukana_log_entry_get_type, &mukana_log_entry_save_job, find_log_entry, TRUE },
  { "statement", mukana_statement_request_get_type, &mukana_cooperating_save_job, find_by_number },
  { "referrals", mukana_referral_count_get_type, &mukana_cooperating_save_job },
  { "point", mukana_olka_point_get_type, &mukana_cooperating_save_job, find_by_number },
  { "encounters", mukana_olka_day_get_type, &mukana_cooperating_save_job },
  { "theme-day", mukana_theme_day_get_type, &mukana_cooperating_save_job, find_by_number },
  { "shift", mukana_shift_get_type, &mukana_shift_add_job },
  { "group", mukana_cooperation_group_get_type, &mukana_cooperating_save_job, find_by_number },
  { "meeting", mukana_group_meeting_get_type, &mukana_cooperating_save_job },
  { "membership", mukana_group_membership_get_type, &mukana_cooperating_save_job },
  { "event", mukana_happening_get_type, &mukana_cooperating_save_job, find_by_number },
  { "occurrence", mukana_occurrence_get_type, &mukana_cooperating_save_job, find_by_number },
  { "agenda", mukana_agenda_item_get_type, &mukana_cooperating_save_job, find_by_number },
  { "survey", mukana_survey_result_get_type, &mukana_cooperating_save_job, find_by_number },
  { "priority", mukana_priority_get_type, &mukana_cooperating_save_job, find_by_number },
  { "goal", mukana_goal_get_type, &mukana_cooperating_save_job, find_by_number },
  { "measure", mukana_measure_get_type, &mukana_cooperating_save_job, find_by_number },
  { "indicator", mukana_indicator_get_type, &mukana_cooperating_save_job, find_by_number },
  { "reading", mukana_reading_get_type, &mukana_cooperating_save_job },
  { "participants", mukana_participants_get_type, &mukana_participants_add_job },
  { "fee-rule", mukana_fee_rule_get_type, &mukana_fee_rule_add_job },
  { "travel-rate", mukana_travel_rate_get_type, &mukana_travel_rate_add_job },
  { "person", mukana_person_get_type, &mukana_person_save_job, find_person, TRUE },
  { "request", mukana_request_get_type, &mukana_request_save_job, find_request, TRUE },
  { "consent", mukana_consent_get_type, &mukana_consenting_give_job },
};

/* ---- Fields ---- */

/* Numbers that the program gives; and names of people, of which others are made. */
static gboolean
is_own (const char *name)
{
  static const char * const own[] = { "id", "version", "sort-key", "given-name",
                                      "family-name", "display-name", NULL };

  return g_strv_contains (own, name);
}

/* A time of day may be written as one: "start-minute=8.30". */
static gboolean
read_number (const MukanaField *field,
             const char        *text,
             gint64            *number)
{
  if (g_str_has_suffix (field->name, "-minute") && strpbrk (text, ".:") != NULL)
    return (*number = mukana_minute_parse (text)) >= 0;

  return mukana_cli_read_number (text, 0, field->limit > 0 ? field->limit : G_MAXINT64, number);
}

/* Returns: whether @text says something that the field can hold */
static gboolean
read_value (const MukanaField *field,
            const char        *text,
            gint64            *value)
{
  switch (field->kind)
    {
    case MUKANA_FIELD_INT:
      return read_number (field, text, value);

    case MUKANA_FIELD_BOOL:
      *value = g_str_equal (text, "yes");
      return *value || g_str_equal (text, "no");

    case MUKANA_FIELD_CENTS:
      return mukana_money_parse (text, value);

    case MUKANA_FIELD_DAY:
      *value = mukana_day_parse (text);
      return *value != MUKANA_DAY_NONE;

    case MUKANA_FIELD_TEXT:
    case MUKANA_FIELD_TIME:
    default:
      return FALSE;
    }
}

/* Returns: yours, "day, n-encounters": what may be said of a record like it */
static char *
list_fields (MukanaRecord *draft)
{
  g_autoptr (GString) list = g_string_new (NULL);
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (draft, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind != MUKANA_FIELD_TIME && !is_own (fields[i].name))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", fields[i].name);

  return g_strdup (list->str);
}

static MukanaStatus
put_field (MukanaRecord *draft,
           const char   *word)
{
  const char *equals = strchr (word, '=');
  g_autofree char *name = g_strndup (word, strcspn (word, "="));
  const MukanaField *field = is_own (name) ? NULL : mukana_record_find_field (draft, name);
  gint64 value;

  if (equals == NULL || field == NULL || field->kind == MUKANA_FIELD_TIME)
    {
      g_autofree char *fields = list_fields (draft);

      return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("“%s” is no field of it. Its fields: %s."),
                                name, fields);
    }

  if (MUKANA_IS_REQUEST (draft) && g_str_equal (name, "title"))
    mukana_request_init_title (MUKANA_REQUEST (draft), equals + 1);
  else if (field->kind == MUKANA_FIELD_TEXT)
    mukana_record_init_text (draft, name, equals[1] != '\0' ? equals + 1 : NULL);
  else if (read_value (field, equals + 1, &value))
    mukana_record_init_int (draft, name, value);
  else
    return mukana_cli_refuse (MUKANA_STATUS_REFUSED, _("“%s” cannot be read: %s"), name,
                              field->kind == MUKANA_FIELD_DAY ? _("write the day as 31.12.2026")
                              : field->kind == MUKANA_FIELD_BOOL ? _("write yes or no")
                                                                 : _("write a number"));
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
put_fields (MukanaCli    *cli,
            MukanaRecord *draft,
            guint         first)
{
  MukanaStatus status = MUKANA_STATUS_DONE;

  for (guint i = first; i < cli->n_words && status == MUKANA_STATUS_DONE; i++)
    status = put_field (draft, cli->words[i]);
  return status;
}

/* ---- Storing ---- */

/* The times, themes and needs of a request stay as they are. */
static gpointer
store_request (MukanaCli     *cli,
               MukanaRequest *request,
               GError       **error)
{
  g_autoptr (MukanaRequestFile) file = mukana_store_run (cli->store, &mukana_request_file_job,
                                                         &request->id, error);

  if (file == NULL)
    return NULL;

  g_set_object (&file->request, request);
  return mukana_store_run (cli->store, &mukana_request_save_job, file, error);
}

static MukanaStatus
store (MukanaCli    *cli,
       const Kind   *kind,
       MukanaRecord *draft)
{
  g_autoptr (GError) error = NULL;
  g_autofree gint64 *id =
    MUKANA_IS_REQUEST (draft) ? store_request (cli, MUKANA_REQUEST (draft), &error)
                              : mukana_store_run (cli->store, kind->job, draft, &error);

  if (error != NULL)
    return mukana_cli_fail (error);

  if (cli->json != NULL && id != NULL)
    mukana_json_add_number (cli->json, "id", *id);
  else if (id != NULL)
    mukana_cli_say ("%s %" G_GINT64_FORMAT, _("Stored. Number:"), *id);
  else if (cli->json == NULL)
    mukana_cli_say ("%s", _("Stored."));
  return MUKANA_STATUS_DONE;
}

static const Kind *
find_kind (const char *word,
           gboolean    is_new)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].word, word) &&
        (is_new ? !kinds[i].is_changed_only : kinds[i].find != NULL))
      return &kinds[i];

  return NULL;
}

static MukanaStatus
refuse_kind (gboolean is_new)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (find_kind (kinds[i].word, is_new) != NULL)
      g_strv_builder_add (words, kinds[i].word);

  list = g_strv_builder_end (words);
  text = g_strjoinv (", ", list);
  return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Write one of: %s."), text);
}

/** mukana_cli_add: KIND FIELD=VALUE… */
MukanaStatus
mukana_cli_add (MukanaCli *cli)
{
  const Kind *kind = find_kind (cli->words[0], TRUE);
  g_autoptr (MukanaRecord) draft = kind != NULL ? g_object_new (kind->get_type (), NULL) : NULL;
  MukanaStatus status;

  if (kind == NULL)
    return refuse_kind (TRUE);

  if (MUKANA_IS_THEME_DAY (draft))
    mukana_record_init_int (draft, "score", MUKANA_THEME_DAY_NO_SCORE);
  status = put_fields (cli, draft, 1);
  return status == MUKANA_STATUS_DONE ? store (cli, kind, draft) : status;
}

/* Records are not changed once others see them: the draft is a copy. */
static MukanaRecord *
dup_record (MukanaRecord *record)
{
  return mukana_record_with_int (record, "id", mukana_record_get_int (record, "id"));
}

/** mukana_cli_change: KIND NUMBER FIELD=VALUE… */
MukanaStatus
mukana_cli_change (MukanaCli *cli)
{
  const Kind *kind = find_kind (cli->words[0], FALSE);
  g_autoptr (MukanaRecord) found = NULL;
  g_autoptr (MukanaRecord) draft = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;
  gint64 id;

  if (kind == NULL)
    return refuse_kind (FALSE);
  if (!mukana_cli_read_number (cli->words[1], 1, G_MAXINT64, &id))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE, _("Say the number of what is changed."));

  found = kind->find (cli, kind, id, &error);
  if (found == NULL)
    return mukana_cli_fail (error);

  draft = dup_record (found);
  status = put_fields (cli, draft, 2);
  return status == MUKANA_STATUS_DONE ? store (cli, kind, draft) : status;
}
