/* mukana-importing-records.c: rows about organisations, requests and what came of them.
 *
 * History comes in as it was: an amount that was paid is not counted again, and
 * keeps the words of the list it stood in.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-assignment.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-feedback.h"
#include "domain/mukana-fee.h"

static const MukanaListReason no_name = { "no-name", N_("The row names nobody") };
static const MukanaListReason no_title = { "no-title", N_("The request has no title") };
static const MukanaListReason unknown_theme = {
  "unknown-theme", N_("There is no such theme") };
static const MukanaListReason unknown_method = {
  "unknown-method", N_("There is no such method") };
static const MukanaListReason several_roles = {
  "several-roles", N_("Several roles are asked for; say how many in each") };
static const MukanaListReason not_kept = {
  "not-kept", N_("The register has no place for this column") };
static const MukanaListReason link_unknown = {
  "link-unknown", N_("Nothing in the folder has this number") };
static const MukanaListReason link_refused = {
  "link-refused", N_("What this belongs to was refused, and this with it") };
static const MukanaListReason ends_first = {
  "ends-first", N_("The end is before the beginning.") };
static const MukanaListReason not_agreed = {
  "not-agreed", N_("Nothing was agreed, so nothing can be recorded on it") };
static const MukanaListReason vocabulary = {
  "vocabulary", N_("This is not among the words of the register; add it there first") };
static const MukanaListReason unknown_list = {
  "unknown-list", N_("It is unclear what this list is about; say what its columns hold") };

static void
set_tidy (MukanaImportReader *reader,
          const char         *field,
          MukanaColumn        column)
{
  g_autofree char *text = mukana_text_tidy (mukana_import_cell (reader, column));

  if (text != NULL)
    mukana_record_init_text (reader->draft->record, field, text);
}

static void
set_day (MukanaImportReader *reader,
         const char         *field,
         MukanaColumn        column)
{
  mukana_record_init_int (reader->draft->record, field, mukana_import_read_day (reader, column));
}

static gboolean
set_code (MukanaImportReader  *reader,
          const char          *field,
          MukanaColumn         column,
          const char        *(*read) (const char *, const MukanaListReason **),
          const char          *otherwise)
{
  const char *text = mukana_import_cell (reader, column);
  const MukanaListReason *reason;
  const char *code = *text != '\0' ? read (text, &reason) : NULL;

  if (*text != '\0' && code == NULL)
    mukana_import_problem (reader, column, reason);

  mukana_record_init_text (reader->draft->record, field, code ? code : otherwise);
  return code != NULL;
}

static char **
read_theme_ids (MukanaImportReader *reader,
                MukanaColumn        column)
{
  g_autoptr (GPtrArray) found = mukana_list_match_themes (reader->themes,
                                                          mukana_import_cell (reader, column));
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  for (guint i = 0; i < found->len; i++)
    {
      const MukanaThemeMatch *match = g_ptr_array_index (found, i);

      if (match->match == MUKANA_WORD_MATCH_SURE)
        g_strv_builder_add (ids, match->code);
      else
        mukana_import_problem_at (reader, reader->at[column], match->text, &unknown_theme, TRUE);
    }

  return g_strv_builder_end (ids);
}

static void
tell_columns_without_place (MukanaImportReader *reader)
{
  for (guint i = 0; i < reader->list->n_columns; i++)
    {
      MukanaColumn column = reader->list->columns[i];
      const char *text = mukana_table_peek_cell (reader->list->table, reader->row, i);

      if (*text != '\0' &&
          (column == MUKANA_COLUMN_NONE || column == MUKANA_COLUMN_BACKGROUND ||
           column == MUKANA_COLUMN_TITLE_EN || column == MUKANA_COLUMN_COUNTY ||
           column == MUKANA_COLUMN_UPDATED))
        {
          char *key = g_strdup_printf ("%u:%u", reader->list_number, i);

          if (g_hash_table_add (reader->told, key))
            mukana_import_problem_at (reader, (int) i, text, &not_kept, FALSE);
        }
    }
}

/* The findings of the domain become refusals. */
static void
refuse_by (MukanaImportReader *reader,
           GPtrArray          *issues)
{
  for (guint i = 0; i < issues->len; i++)
    {
      const MukanaIssue *issue = g_ptr_array_index (issues, i);
      const MukanaListReason reason = { "record-invalid", issue->sentence };

      mukana_import_refuse_draft (reader->plan, reader->draft, &reason);
    }
  g_ptr_array_unref (issues);
}

static void
read_contact_person (MukanaImportReader *reader)
{
  g_autofree char *name = mukana_text_tidy (mukana_import_cell (reader,
                                                                MUKANA_COLUMN_CONTACT_PERSON));

  if (name == NULL)
    return;

  reader->draft->contact = g_object_new (MUKANA_TYPE_CONTACT, NULL);
  mukana_record_init_text (reader->draft->contact, "name", name);
}

static void
read_organisation (MukanaImportReader *reader)
{
  MukanaDraft *draft = reader->draft;
  const char *id_text = mukana_import_cell (reader, MUKANA_COLUMN_BUSINESS_ID);
  const char *email_text = mukana_import_cell (reader, MUKANA_COLUMN_EMAIL);
  const char *phone_text = mukana_import_cell (reader, MUKANA_COLUMN_PHONE);
  const MukanaListReason *reason;
  g_autofree char *business_id = *id_text ? mukana_list_read_business_id (id_text, &reason) : NULL;
  g_autofree char *email = NULL, *phone = NULL, *place = NULL;

  draft->record = g_object_new (MUKANA_TYPE_ORGANISATION, NULL);
  mukana_organisation_init_name (MUKANA_ORGANISATION (draft->record),
                                 mukana_import_cell (reader, MUKANA_COLUMN_NAME));
  mukana_draft_label (draft, MUKANA_ORGANISATION (draft->record)->name);
  if (draft->label == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_NAME, &no_name);
      return;
    }

  if (*id_text != '\0' && business_id == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_BUSINESS_ID, reason);
  if (*email_text != '\0' && (email = mukana_list_read_email (email_text, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_EMAIL, reason);
  if (*phone_text != '\0' && (phone = mukana_list_read_phone (phone_text, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_PHONE, reason);

  place = mukana_import_read_municipality (reader);
  mukana_record_init_text (draft->record, "business-id", business_id);
  mukana_record_init_text (draft->record, "email", email);
  mukana_record_init_text (draft->record, "phone", phone);
  mukana_record_init_text (draft->record, "municipality-code", place);
  set_code (reader, "kind", MUKANA_COLUMN_KIND, mukana_list_read_organisation_kind, "other");
  set_tidy (reader, "website", MUKANA_COLUMN_WEB);
  set_tidy (reader, "note", MUKANA_COLUMN_NOTE);
  set_day (reader, "agreement-from", MUKANA_COLUMN_FROM);
  set_day (reader, "agreement-until", MUKANA_COLUMN_UNTIL);
  draft->theme_ids = read_theme_ids (reader, MUKANA_COLUMN_THEMES);
  read_contact_person (reader);
  refuse_by (reader, mukana_organisation_check (MUKANA_ORGANISATION (draft->record)));
}

static void
add_request_time (MukanaRequestFile *file,
                  MukanaDay          day,
                  int                start,
                  int                end,
                  gboolean           is_alternative)
{
  MukanaRequestTime *time = g_object_new (MUKANA_TYPE_REQUEST_TIME, NULL);

  mukana_record_init_int (time, "day", day);
  mukana_record_init_int (time, "start-minute", start);
  mukana_record_init_int (time, "end-minute", end);
  mukana_record_init_int (time, "is-alternative", is_alternative);
  g_ptr_array_add (file->times, time);
}

static void
add_request_theme (MukanaRequestFile *file,
                   const char        *id,
                   int                weight,
                   gboolean           is_required)
{
  MukanaRequestTheme *theme = g_object_new (MUKANA_TYPE_REQUEST_THEME, NULL);

  mukana_record_init_text (theme, "theme-id", id);
  mukana_record_init_int (theme, "weight", weight);
  mukana_record_init_int (theme, "is-required", is_required);
  g_ptr_array_add (file->themes, theme);
}

static int
read_number (MukanaImportReader *reader,
             MukanaColumn        column,
             int                 lowest,
             int                 highest,
             int                 otherwise)
{
  const char *text = mukana_import_cell (reader, column);
  const MukanaListReason *reason;
  int number = otherwise;

  if (*text != '\0' && !mukana_list_read_whole (text, lowest, highest, &number, &reason))
    mukana_import_problem (reader, column, reason);

  return number;
}

static void
read_request_times (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_SLOTS);
  const MukanaListReason *reason;
  g_autoptr (GArray) slots = NULL;
  MukanaDay day;
  int start = 0, end = 24 * 60;

  if (*text != '\0')
    {
      if ((slots = mukana_list_read_slots (text, &reason)) == NULL)
        mukana_import_problem (reader, MUKANA_COLUMN_SLOTS, reason);
      for (guint i = 0; slots != NULL && i < slots->len; i++)
        {
          const MukanaDaySlot *slot = &g_array_index (slots, MukanaDaySlot, i);

          add_request_time (reader->draft->request, slot->day, slot->start_minute,
                            slot->end_minute, FALSE);
        }
      return;
    }

  if ((day = mukana_import_read_day (reader, MUKANA_COLUMN_DATE)) == MUKANA_DAY_NONE)
    return;
  if (!mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_START), &start,
                                &reason) ||
      !mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_END), &end, &reason) ||
      end <= start)
    {
      start = 0;
      end = 24 * 60;
    }
  add_request_time (reader->draft->request, day, start, end, FALSE);
}

/* Words that say what is asked of the people, as requests are written. */
static const struct
{
  const char *word;
  const char *field;
  int         value;   /* 0: a switch, which is put on */
} need_words[] = {
  { "minors", "with-minors" }, { "alaikäis", "with-minors" }, { "minderårig", "with-minors" },
  { "504/2002", "with-minors" }, { "741/2023", "with-vulnerable" },
  { "confidentiality", "meets-clients" }, { "orientation done", "meets-clients" },
  { "vaitiolo", "meets-clients" }, { "tystnadsplikt", "meets-clients" },
  { "trained only", "needs-training" }, { "vain koulutet", "needs-training" },
  { "recorded", "is-public" }, { "recording", "is-public" }, { "media", "has-media" },
  { "tallennetaan", "is-public" }, { "bandas", "is-public" },
  { "large audience", "has-large-audience" }, { "suuri yleisö", "has-large-audience" },
  { "stor publik", "has-large-audience" },
  { "adults only", "min-age", 18 }, { "täysi-ikäis", "min-age", 18 }, { "myndig", "min-age", 18 },
};

static void
read_special_needs (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_SPECIAL_NEEDS);
  g_autofree char *lower = g_utf8_strdown (text, -1);

  set_tidy (reader, "special-needs", MUKANA_COLUMN_SPECIAL_NEEDS);
  for (guint i = 0; i < G_N_ELEMENTS (need_words); i++)
    if (strstr (lower, need_words[i].word) != NULL)
      mukana_record_init_int (reader->draft->record, need_words[i].field,
                              need_words[i].value > 0 ? need_words[i].value : TRUE);
}

static void
read_request_role (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_ROLE);
  const MukanaListReason *reason;
  g_auto (GStrv) codes = *text != '\0' ? mukana_list_read_roles (text, &reason) : NULL;

  if (codes != NULL && codes[1] == NULL)
    mukana_record_init_text (reader->draft->record, "role-code", codes[0]);
  else if (codes != NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_ROLE, &several_roles);
  else if (*text != '\0')
    mukana_import_problem (reader, MUKANA_COLUMN_ROLE, reason);
}

/* The registers' own words for kinds of request, as methods of participation. */
static const struct
{
  const char *kind;
  const char *method;
} kind_methods[] = {
  { "peer-support", "vertaisryhma" }, { "assessment", "kokemusarviointi" },
  { "panel", "asiakasraati" }, { "recruitment", "kokemusasiantuntija_tr" },
  { "co-development", "yhteiskehittaminen" }, { "talk", "kokemusasiantuntija_luento" },
};

static void
read_method (MukanaImportReader *reader)
{
  const char *code = mukana_import_cell (reader, MUKANA_COLUMN_METHOD);
  const char *kind_text = mukana_import_cell (reader, MUKANA_COLUMN_KIND);
  GPtrArray *methods = mukana_lexicon_peek_all (reader->plan->lexicon, MUKANA_LEXICON_METHOD);
  const MukanaListReason *reason;
  const char *kind = *kind_text != '\0' ? mukana_list_read_request_kind (kind_text, &reason) : NULL;

  for (guint i = 0; kind != NULL && i < G_N_ELEMENTS (kind_methods); i++)
    if (strcmp (kind_methods[i].kind, kind) == 0)
      code = kind_methods[i].method;
  if (*kind_text != '\0' && kind == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_KIND, reason);

  for (guint i = 0; i < methods->len; i++)
    {
      MukanaMethod *method = g_ptr_array_index (methods, i);

      if (g_ascii_strcasecmp (method->code, code) == 0 || g_strcmp0 (method->label_fi, code) == 0)
        {
          mukana_record_init_text (reader->draft->record, "method-code", method->code);
          return;
        }
    }
  if (*code != '\0')
    mukana_import_problem (reader, MUKANA_COLUMN_METHOD, &unknown_method);
}

static void
read_request_amounts (MukanaImportReader *reader)
{
  const char *fee_text = mukana_import_cell (reader, MUKANA_COLUMN_FEE);
  const char *prep_text = mukana_import_cell (reader, MUKANA_COLUMN_PREPARATION_HOURS);
  MukanaRecord *record = reader->draft->record;
  const MukanaListReason *reason;
  gint64 fee_cents = 0;
  int minutes = 0;

  if (*fee_text != '\0' && !mukana_list_read_money (fee_text, &fee_cents, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_FEE, reason);
  if (*prep_text != '\0' && !mukana_list_read_hours (prep_text, &minutes, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_PREPARATION_HOURS, reason);

  mukana_record_init_int (record, "fee-cents", fee_cents);
  mukana_record_init_int (record, "prep-minutes", minutes);
  mukana_record_init_int (record, "people", read_number (reader, MUKANA_COLUMN_PEOPLE, 1, 1000, 1));
  mukana_record_init_int (record, "reserve",
                          read_number (reader, MUKANA_COLUMN_RESERVE, 0, 1000, 0));
}

/* What is taken as it stands; the answers are a unit's own, to the checklist of the decision. */
static const struct
{
  const char   *field;
  MukanaColumn  column;
} request_texts[] = {
  { "unit", MUKANA_COLUMN_UNIT },
  { "project", MUKANA_COLUMN_PROJECT },
  { "requester-name", MUKANA_COLUMN_REQUESTER },
  { "requester-email", MUKANA_COLUMN_REQUESTER_EMAIL },
  { "venue", MUKANA_COLUMN_VENUE },
  { "description", MUKANA_COLUMN_DESCRIPTION },
  { "audience", MUKANA_COLUMN_AUDIENCE },
  { "contact-on-day", MUKANA_COLUMN_CONTACT_ON_DAY },
  { "can-influence", MUKANA_COLUMN_CAN_INFLUENCE },
  { "affected-groups", MUKANA_COLUMN_AFFECTED_GROUPS },
  { "invited-groups", MUKANA_COLUMN_INVITED_GROUPS },
  { "preparation-phase", MUKANA_COLUMN_PREPARATION_PHASE },
  { "use-of-results", MUKANA_COLUMN_USE_OF_RESULTS },
  { "way-of-telling", MUKANA_COLUMN_WAY_OF_TELLING },
  { "testing", MUKANA_COLUMN_TESTING },
  { "way-of-meeting", MUKANA_COLUMN_WAY_OF_MEETING },
};

static void
read_request (MukanaImportReader *reader)
{
  MukanaDraft *draft = reader->draft;
  g_autofree char *place = NULL;
  g_auto (GStrv) themes = NULL;

  draft->request = mukana_request_file_new ();
  draft->request->request = g_object_new (MUKANA_TYPE_REQUEST, NULL);
  draft->record = g_object_ref (MUKANA_RECORD (draft->request->request));
  draft->unkept = g_string_new (NULL);
  reader->keeper = draft;
  mukana_request_init_title (draft->request->request,
                             mukana_import_cell (reader, MUKANA_COLUMN_TITLE));
  mukana_draft_label (draft, draft->request->request->title);
  if (draft->label == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_TITLE, &no_title);
      return;
    }

  /* A number that a database gave is nobody's mark. */
  if (draft->ref != NULL && strspn (draft->ref, "0123456789") != strlen (draft->ref))
    mukana_record_init_text (draft->record, "reference", draft->ref);
  place = mukana_import_read_municipality (reader);
  mukana_record_init_text (draft->record, "municipality-code", place);
  set_code (reader, "state", MUKANA_COLUMN_STATE, mukana_list_read_request_state, "open");
  set_code (reader, "mode", MUKANA_COLUMN_MODE, mukana_list_read_request_mode, "on-site");
  set_code (reader, "language", MUKANA_COLUMN_LANGUAGE, mukana_list_read_language, "fi");
  for (guint i = 0; i < G_N_ELEMENTS (request_texts); i++)
    set_tidy (reader, request_texts[i].field, request_texts[i].column);
  set_day (reader, "created-on", MUKANA_COLUMN_CREATED);
  set_day (reader, "decide-by", MUKANA_COLUMN_DECIDE_BY);
  read_method (reader);
  read_request_amounts (reader);
  read_request_role (reader);
  read_special_needs (reader);
  read_request_times (reader);
  themes = read_theme_ids (reader, MUKANA_COLUMN_THEMES);
  for (guint i = 0; themes[i] != NULL; i++)
    add_request_theme (draft->request, themes[i], 1, FALSE);

  if (draft->unkept->len > 0)
    {
      const char *before = draft->request->request->description;
      g_autofree char *longer = g_strjoin (before ? "\n" : "", before ? before : "",
                                           g_strchomp (draft->unkept->str), NULL);

      mukana_record_init_text (draft->record, "description", longer);
    }
  refuse_by (reader, mukana_request_check (draft->request->request));
}

/* The draft that a column names by number; NULL when the row was refused for it. */
static MukanaDraft *
follow (MukanaImportReader *reader,
        MukanaListKind      kind,
        MukanaColumn        column)
{
  MukanaDraft *found = g_hash_table_lookup (reader->by_ref[kind],
                                            mukana_import_cell (reader, column));

  if (found == NULL)
    mukana_import_refuse (reader, column, &link_unknown);
  else if (found->item.outcome == MUKANA_IMPORT_REFUSED)
    mukana_import_refuse (reader, column, &link_refused);
  else
    return found;

  return NULL;
}

static void
read_request_slot (MukanaImportReader *reader)
{
  MukanaDraft *request = follow (reader, MUKANA_LIST_REQUESTS, MUKANA_COLUMN_REQUEST_ID);
  const char *kind_text = mukana_import_cell (reader, MUKANA_COLUMN_KIND);
  const MukanaListReason *reason;
  const char *kind;
  MukanaDay day;
  int start, end;

  if (request == NULL)
    return;

  reader->draft->owner = request;
  mukana_draft_label (reader->draft, request->label);
  if (!mukana_list_read_day (mukana_import_cell (reader, MUKANA_COLUMN_DATE), &day, &reason))
    mukana_import_refuse (reader, MUKANA_COLUMN_DATE, reason);
  else if (!mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_START), &start,
                                     &reason))
    mukana_import_refuse (reader, MUKANA_COLUMN_START, reason);
  else if (!mukana_list_read_minute (mukana_import_cell (reader, MUKANA_COLUMN_END), &end, &reason))
    mukana_import_refuse (reader, MUKANA_COLUMN_END, reason);
  else if (end <= start)
    mukana_import_refuse (reader, MUKANA_COLUMN_END, &ends_first);
  else
    {
      if ((kind = *kind_text ? mukana_list_read_slot_kind (kind_text, &reason) : "needed") == NULL)
        mukana_import_problem (reader, MUKANA_COLUMN_KIND, reason);
      add_request_time (request->request, day, start, end, g_strcmp0 (kind, "alternative") == 0);
      reader->draft->part = g_ptr_array_index (request->request->times,
                                               request->request->times->len - 1);
    }
}

static void
read_request_theme (MukanaImportReader *reader)
{
  MukanaDraft *request = follow (reader, MUKANA_LIST_REQUESTS, MUKANA_COLUMN_REQUEST_ID);
  const char *required = mukana_import_cell (reader, MUKANA_COLUMN_REQUIRED);
  const MukanaListReason *reason;
  const char *id, *perspective;
  gboolean is_required = FALSE;

  if (request == NULL)
    return;

  reader->draft->owner = request;
  mukana_draft_label (reader->draft, request->label);
  if (mukana_list_match_theme (reader->themes, mukana_import_cell (reader, MUKANA_COLUMN_THEME),
                               &id, &perspective) != MUKANA_WORD_MATCH_SURE)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_THEME, &unknown_theme);
      return;
    }
  if (*required != '\0' && !mukana_list_read_yes_no (required, &is_required, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_REQUIRED, reason);

  add_request_theme (request->request, id, read_number (reader, MUKANA_COLUMN_WEIGHT, 1, 9, 1),
                     is_required);
  reader->draft->part = g_ptr_array_index (request->request->themes,
                                           request->request->themes->len - 1);
}

/* When it was, as the request's own time of that day tells. */
static void
set_clock (MukanaAssignment  *assignment,
           MukanaRequestFile *request)
{
  for (guint i = 0; i < request->times->len; i++)
    {
      MukanaRequestTime *time = g_ptr_array_index (request->times, i);

      if (time->day == assignment->day)
        {
          mukana_record_init_int (assignment, "start-minute", time->start_minute);
          mukana_record_init_int (assignment, "end-minute", time->end_minute);
          return;
        }
    }
}

static void
fill_assignment (MukanaImportReader *reader,
                 MukanaDay           day,
                 int                 minutes)
{
  MukanaDraft *draft = reader->draft;
  MukanaAssignment *assignment = g_object_new (MUKANA_TYPE_ASSIGNMENT, NULL);
  gboolean is_held = g_strcmp0 (draft->outcome.assignment_state, "held") == 0;

  draft->record = MUKANA_RECORD (assignment);
  mukana_record_init_int (assignment, "day", day);
  mukana_record_init_text (assignment, "state", draft->outcome.assignment_state);
  mukana_record_init_text (assignment, "attendance", draft->outcome.attendance);
  mukana_record_init_text (assignment, "fee-mode", "fee");
  mukana_record_init_int (assignment, "planned-minutes", minutes);
  mukana_record_init_int (assignment, "actual-minutes", is_held ? minutes : 0);
  mukana_record_init_int (assignment, "agreed-on",
                          draft->answered_on != MUKANA_DAY_NONE ? draft->answered_on
                                                                : draft->proposed_on);
  mukana_record_init_int (assignment, "completed-on", is_held ? day : MUKANA_DAY_NONE);
  set_clock (assignment, draft->other->request);
}

static void
read_assignment (MukanaImportReader *reader)
{
  MukanaDraft *draft = reader->draft;
  MukanaDraft *person = follow (reader, MUKANA_LIST_PEOPLE, MUKANA_COLUMN_PERSON_ID);
  MukanaDraft *request = person ? follow (reader, MUKANA_LIST_REQUESTS,
                                          MUKANA_COLUMN_REQUEST_ID) : NULL;
  const char *hours = mukana_import_cell (reader, MUKANA_COLUMN_HOURS);
  const char *score = mukana_import_cell (reader, MUKANA_COLUMN_SCORE);
  const MukanaListReason *reason;
  MukanaDay day;
  gint64 hundredths;
  int minutes = 0;

  if (request == NULL)
    return;

  draft->owner = person;
  draft->other = request;
  mukana_draft_label (draft, person->label);
  if (!mukana_list_read_day (mukana_import_cell (reader, MUKANA_COLUMN_DATE), &day, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_DATE, reason);
      return;
    }
  if (!mukana_list_read_outcome (mukana_import_cell (reader, MUKANA_COLUMN_STATE), &draft->outcome,
                                 &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_STATE, reason);
      return;
    }

  if (*hours != '\0' && !mukana_list_read_hours (hours, &minutes, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_HOURS, reason);
  if (*score != '\0' && mukana_list_read_money (score, &hundredths, &reason))
    draft->score = hundredths;
  draft->proposed_on = mukana_import_read_day (reader, MUKANA_COLUMN_PROPOSED);
  draft->answered_on = mukana_import_read_day (reader, MUKANA_COLUMN_ANSWERED);
  if (draft->proposed_on == MUKANA_DAY_NONE)
    draft->proposed_on = day;
  if (draft->outcome.assignment_state != NULL)
    fill_assignment (reader, day, minutes);
}

/* The assignment of a fee or of feedback, when one was agreed. */
static MukanaDraft *
follow_assignment (MukanaImportReader *reader)
{
  MukanaDraft *assignment = follow (reader, MUKANA_LIST_ASSIGNMENTS, MUKANA_COLUMN_ASSIGNMENT_ID);

  if (assignment == NULL)
    return NULL;

  reader->draft->other = assignment;
  reader->draft->owner = assignment->owner;
  mukana_draft_label (reader->draft, assignment->label);
  if (assignment->record != NULL)
    return assignment;

  mukana_import_refuse (reader, MUKANA_COLUMN_ASSIGNMENT_ID, &not_agreed);
  return NULL;
}

static void
read_fee (MukanaImportReader *reader)
{
  MukanaDraft *assignment = follow_assignment (reader);
  const char *amount_text = mukana_import_cell (reader, MUKANA_COLUMN_AMOUNT);
  const char *km_text = mukana_import_cell (reader, MUKANA_COLUMN_KM);
  const char *kind_text = mukana_import_cell (reader, MUKANA_COLUMN_KIND);
  const MukanaListReason *reason;
  g_autofree char *words = NULL;
  const char *kind;
  gint64 amount_cents, hundredths = 0;

  if (assignment == NULL)
    return;
  if (!mukana_list_read_money (amount_text, &amount_cents, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_AMOUNT, reason);
      return;
    }
  if ((kind = *kind_text ? mukana_list_read_fee_kind (kind_text, &reason)
                         : *km_text ? "travel" : "fee") == NULL)
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_KIND, reason);
      return;
    }
  if (*km_text != '\0' && !mukana_list_read_money (km_text, &hundredths, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_KM, reason);

  words = hundredths > 0 ? g_strdup_printf (_("As in the imported list: %s km, %s €"), km_text,
                                            amount_text)
                         : g_strdup_printf (_("As in the imported list: %s €"), amount_text);
  reader->draft->record = g_object_new (MUKANA_TYPE_FEE_LINE, NULL);
  mukana_record_init_text (reader->draft->record, "kind", kind);
  mukana_record_init_int (reader->draft->record, "quantity-hundredths", hundredths);
  mukana_record_init_int (reader->draft->record, "passengers",
                          read_number (reader, MUKANA_COLUMN_PASSENGERS, 0, 8, 0));
  mukana_record_init_int (reader->draft->record, "percent", 100);
  mukana_record_init_int (reader->draft->record, "limit-cents", MUKANA_FEE_NO_LIMIT);
  mukana_record_init_int (reader->draft->record, "rate-from", MUKANA_DAY_NONE);
  mukana_record_init_int (reader->draft->record, "amount-cents", amount_cents);
  mukana_record_init_text (reader->draft->record, "calculation", words);
  mukana_record_init_int (reader->draft->record, "service-day",
                          MUKANA_ASSIGNMENT (assignment->record)->day);
  set_day (reader, "paid-on", MUKANA_COLUMN_PAID);
  set_code (reader, "state", MUKANA_COLUMN_STATE, mukana_list_read_fee_state,
            MUKANA_FEE_LINE (reader->draft->record)->paid_on != MUKANA_DAY_NONE ? "paid" : "draft");
}

static void
read_feedback (MukanaImportReader *reader)
{
  MukanaDraft *assignment = follow_assignment (reader);
  const MukanaListReason *reason;
  MukanaDay day;
  const char *side;
  int rating;

  if (assignment == NULL)
    return;
  if (!(side = mukana_list_read_side (mukana_import_cell (reader, MUKANA_COLUMN_SIDE), &reason)))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_SIDE, reason);
      return;
    }
  if (!mukana_list_read_whole (mukana_import_cell (reader, MUKANA_COLUMN_RATING), 1, 5, &rating,
                               &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_RATING, reason);
      return;
    }

  day = mukana_import_read_day (reader, MUKANA_COLUMN_DATE);
  reader->draft->record = g_object_new (MUKANA_TYPE_FEEDBACK, NULL);
  mukana_record_init_text (reader->draft->record, "side", side);
  /* One to five there, nought to ten here. */
  mukana_record_init_int (reader->draft->record, "score", rating * 2);
  mukana_record_init_int (reader->draft->record, "given-on",
                          day != MUKANA_DAY_NONE ? day
                                                 : MUKANA_ASSIGNMENT (assignment->record)->day);
  /* What was said before the register began is not waiting for an answer. */
  mukana_record_init_int (reader->draft->record, "handled-on", reader->today);
  set_tidy (reader, "body", MUKANA_COLUMN_TEXT);
}

static void
read_log_entry (MukanaImportReader *reader)
{
  MukanaDraft *organisation = follow (reader, MUKANA_LIST_ORGANISATIONS,
                                      MUKANA_COLUMN_ORGANISATION_ID);
  const char *person_ref = mukana_import_cell (reader, MUKANA_COLUMN_PERSON_ID);
  g_autofree char *kind = mukana_text_tidy (mukana_import_cell (reader, MUKANA_COLUMN_CHANNEL));
  const MukanaListReason *reason;
  MukanaDay day;

  if (organisation == NULL)
    return;

  reader->draft->other = organisation;
  mukana_draft_label (reader->draft, organisation->label);
  if (!mukana_list_read_day (mukana_import_cell (reader, MUKANA_COLUMN_DATE), &day, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_DATE, reason);
      return;
    }

  if (*person_ref != '\0')
    {
      reader->draft->owner = g_hash_table_lookup (reader->by_ref[MUKANA_LIST_PEOPLE], person_ref);
      if (reader->draft->owner == NULL)
        mukana_import_problem (reader, MUKANA_COLUMN_PERSON_ID, &link_unknown);
    }

  reader->draft->record = g_object_new (MUKANA_TYPE_LOG_ENTRY, NULL);
  mukana_record_init_int (reader->draft->record, "day", day);
  mukana_record_init_text (reader->draft->record, "kind", kind ? kind : "other");
  set_tidy (reader, "summary", MUKANA_COLUMN_SUMMARY);
  set_tidy (reader, "author", MUKANA_COLUMN_AUTHOR);
  set_day (reader, "next-day", MUKANA_COLUMN_NEXT_ACTION);
  {
    g_autoptr (GPtrArray) issues = mukana_issues_new ();

    mukana_record_check (reader->draft->record, issues);
    refuse_by (reader, g_steal_pointer (&issues));
  }
}

/* Words are only compared with the register's own: a folder brings them along. */
static void
check_word (MukanaImportReader *reader,
            MukanaColumn        column,
            gboolean            is_known)
{
  mukana_draft_label (reader->draft, mukana_import_cell (reader, column));
  if (is_known)
    reader->draft->item.outcome = MUKANA_IMPORT_SAME;
  else
    mukana_import_refuse (reader, column, &vocabulary);
}

static void
check_theme (MukanaImportReader *reader)
{
  MukanaThemeTree *tree = mukana_lexicon_peek_themes (reader->plan->lexicon);
  const char *id = mukana_import_cell (reader, MUKANA_COLUMN_ID);

  check_word (reader, MUKANA_COLUMN_ID, mukana_theme_tree_find (tree, id) != MUKANA_THEME_NONE);
}

static void
check_municipality (MukanaImportReader *reader)
{
  const char *code = mukana_import_cell (reader, MUKANA_COLUMN_CODE), *found;

  check_word (reader, MUKANA_COLUMN_CODE,
              mukana_word_list_match (reader->places, code, &found) == MUKANA_WORD_MATCH_SURE);
}

/** mukana_import_read_record: the row is of any list but those of people and their parts */
void
mukana_import_read_record (MukanaImportReader *reader)
{
  switch (reader->list->kind)
    {
    case MUKANA_LIST_ORGANISATIONS: read_organisation (reader); break;
    case MUKANA_LIST_REQUESTS: read_request (reader); break;
    case MUKANA_LIST_REQUEST_SLOTS: read_request_slot (reader); break;
    case MUKANA_LIST_REQUEST_THEMES: read_request_theme (reader); break;
    case MUKANA_LIST_ASSIGNMENTS: read_assignment (reader); break;
    case MUKANA_LIST_FEES: read_fee (reader); break;
    case MUKANA_LIST_FEEDBACK: read_feedback (reader); break;
    case MUKANA_LIST_CONTACTS_LOG: read_log_entry (reader); break;
    case MUKANA_LIST_THEMES: check_theme (reader); return;
    case MUKANA_LIST_MUNICIPALITIES: check_municipality (reader); return;
    default:
      mukana_import_tell_once (reader, MUKANA_COLUMN_NONE, &unknown_list);
      reader->draft->item.outcome = MUKANA_IMPORT_REFUSED;
      return;
    }

  tell_columns_without_place (reader);
}
