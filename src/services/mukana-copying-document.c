/* mukana-copying-document.c: a person's copy to be read: words for columns, codes and days.
 *
 * What is only for machines (numbers of records, digests, keys of order) is left
 * to the JSON; a column that has no words here is shown under its own name
 * rather than not at all.
 */

#include "services/mukana-copying-private.h"

#include <string.h>

#include "base/mukana-money.h"
#include "base/mukana-words.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-field-words.h"
#include "domain/mukana-journal-action.h"
#include "services/mukana-catalogue.h"
#include "services/mukana-document-words.h"
#include "services/mukana-journaling.h"
#include "services/mukana-lexicon-private.h"
#include "services/mukana-paper.h"
#include "services/mukana-story-words.h"
#include "store/mukana-people.h"

typedef enum
{
  TEXT, CODES, DAY, TIME, CENTS, MINUTES, DURATION, YES_NO, POINTS, LIMIT, THEME, PLACE, ROLE,
  WEEKDAY, WEEK, FACT, ANSWER, HELD, FITS
} Kind;

/* A column with its table's group, or of any group. */
typedef struct
{
  const char          *group;
  const char          *column;
  const char          *label;     /* N_() */
  Kind                 kind;
  const char * const  *codes;
} Column;

static const Column columns[] = {
  { "cooperation", "next_deed", N_("What is done next"), TEXT, NULL },
  { "cooperation", "next_who", N_("Who does it"), TEXT, NULL },
  { "cooperation", "next_done_on", N_("Done on"), DAY, NULL },
  { "volunteer_shifts", "point_name", N_("Place of the shift"), TEXT, NULL },
  { "shortlists", "code", N_("Code on the list"), TEXT, NULL },
  { "shortlists", "listed_on", N_("Put on the list"), DAY, NULL },
  { "shortlists", "released_on", N_("Name told to the unit"), DAY, NULL },
  { "shortlists", "is_out", N_("Taken off the list"), YES_NO, NULL },
  { "poll_answers", "answer", N_("What was answered"), ANSWER, NULL },
  { "not_together", "said_on", N_("Told on"), DAY, NULL },
  { "not_together", "reason", N_("Reason"), CODES, mukana_apart_reasons },
  { "proposals", "answer_by", N_("An answer was asked by"), DAY, NULL },
  { "assignments", "agreed_with", N_("What there was when it was agreed"), HELD, NULL },
  { "assignments", "week", N_("Fits the own week"), FITS, NULL },
  { "events", "wrote_training", N_("Noted as a training"), YES_NO, NULL },
  { "fees", "rate_from", N_("Rate in force from"), DAY, NULL },
  { "fees", "minutes", N_("Paid for the time"), DURATION, NULL },
  { "fees", "percent", N_("Share paid, %"), TEXT, NULL },
  { "fees", "limit_cents", N_("Most that the trip could cost, €"), LIMIT, NULL },
  { "fees", "is_agreed", N_("Price agreed for the request"), YES_NO, NULL },
  { "fees", "cost_centre", N_("Cost centre"), TEXT, NULL },
  { "fees", "receipt", N_("Number of the receipt"), TEXT, NULL },
  { "proposals", "state", N_("State"), CODES, mukana_proposal_states },
  { "assignments", "state", N_("State"), CODES, mukana_assignment_states },
  { "fees", "state", N_("State"), CODES, mukana_fee_states },
  { "fees", "kind", N_("Kind"), CODES, mukana_fee_kinds },
  { "requests_about_data", "kind", N_("What is asked for"), CODES, mukana_rights_kinds },
  { "requests_about_data", "asker_name", N_("Name of the asker"), TEXT, NULL },
  { "requests_about_data", "asker_contact", N_("Address for the answer"), TEXT, NULL },
  { "requests_about_data", "ground", N_("Ground"), CODES, mukana_rights_grounds },
  { "trainings_and_commitments", "kind", N_("What"), CODES, mukana_credential_kinds },
  { "cooperation", "kind", N_("What"), CODES, mukana_log_kinds },
  { "events", "event_title", N_("Event"), TEXT, NULL },
  { "events", "diet", N_("Diet"), TEXT, NULL },
  { "events", "registered_on", N_("Registered on"), DAY, NULL },
  { "events", "is_attended", N_("Attended"), YES_NO, NULL },
  { "renewals", "how", N_("How"), CODES, mukana_stay_ways },
  { "stays", "how", N_("How"), CODES, mukana_stay_ways },
  { "stays", "answer", N_("What was answered"), CODES, mukana_stay_answers },
  { "support", "kind", N_("What"), CODES, mukana_support_tasks },
  { "support", "due_on", N_("To be done by"), DAY, NULL },
  { "support", "done_on", N_("Done on"), DAY, NULL },
  { "stated_facts", "kind", N_("What"), CODES, mukana_fact_kinds },
  { "stated_facts", "value", N_("Told"), FACT, NULL },
  { "stated_facts", "stated_on", N_("Told on"), DAY, NULL },
  { "volunteer_shifts", "is_cancelled", N_("Cancelled"), YES_NO, NULL },
  { "person", "state", N_("State"), CODES, mukana_person_states },
  { "experience_themes", "level", N_("Level"), TEXT, NULL },
  { "feedback", "score", N_("Score"), POINTS, NULL },
  { "feedback", "heard", N_("Was heard, 0–10"), POINTS, NULL },
  { "feedback", "aim_clear", N_("The aim was clear, 0–10"), POINTS, NULL },
  { "feedback", "support", N_("Had support enough, 0–10"), POINTS, NULL },
  { "feedback", "changed", N_("What was changed because of it"), TEXT, NULL },
  { "feedback", "handled_on", N_("Handled on"), DAY, NULL },
  { "feedback", "handled_by", N_("Handled by"), TEXT, NULL },
  { "feedback", "handled_how", N_("What was done about it"), TEXT, NULL },
  { NULL, "given_name", N_("Given name"), TEXT, NULL },
  { NULL, "family_name", N_("Family name"), TEXT, NULL },
  { NULL, "display_name", N_("Name"), TEXT, NULL },
  { NULL, "name", N_("Name"), TEXT, NULL },
  { NULL, "pronoun", N_("Pronoun"), TEXT, NULL },
  { NULL, "birth_year", N_("Birth year"), TEXT, NULL },
  { NULL, "adult_on", N_("Comes of age on"), DAY, NULL },
  { NULL, "email", N_("E-mail"), TEXT, NULL },
  { NULL, "phone", N_("Phone"), TEXT, NULL },
  { NULL, "street", N_("Street address"), TEXT, NULL },
  { NULL, "postal_code", N_("Postal code"), TEXT, NULL },
  { NULL, "municipality_code", N_("Municipality"), PLACE, NULL },
  { NULL, "non_disclosure", N_("Non-disclosure for personal safety"), YES_NO, NULL },
  { NULL, "channel", N_("Contact by"), CODES, mukana_channels },
  { NULL, "contact_language", N_("Language of contact"), CODES, mukana_languages },
  { NULL, "work_languages", N_("Languages of work"), CODES, mukana_languages },
  { NULL, "paused_until", N_("On a break until"), DAY, NULL },
  { NULL, "joined_on", N_("Joined on"), DAY, NULL },
  { NULL, "ended_on", N_("Ended on"), DAY, NULL },
  { NULL, "remote_ok", N_("Takes part remotely"), YES_NO, NULL },
  { NULL, "max_travel_km", N_("Farthest, km"), TEXT, NULL },
  { NULL, "max_per_month", N_("Most times a month"), TEXT, NULL },
  { NULL, "notice_days", N_("Days of notice"), TEXT, NULL },
  { NULL, "refusals", N_("Does not take"), CODES, mukana_refusals },
  { NULL, "skills", N_("Skills"), CODES, mukana_skills },
  { NULL, "excluded_units", N_("Units not to be proposed"), TEXT, NULL },
  { NULL, "fee_mode", N_("Fee"), CODES, mukana_fee_modes },
  { NULL, "fee_ceiling_cents", N_("Most fees a month, €"), CENTS, NULL },
  { NULL, "fee_ceiling_year_cents", N_("Most fees a year, €"), CENTS, NULL },
  { NULL, "tax_card_on", N_("Tax card given to payroll on"), DAY, NULL },
  { NULL, "pension_mark_on", N_("Pension certificate seen on"), DAY, NULL },
  { NULL, "payroll_ref", N_("Known to payroll as"), TEXT, NULL },
  { NULL, "identity_code", N_("Personal identity code"), TEXT, NULL },
  { NULL, "account", N_("Account number (IBAN)"), TEXT, NULL },
  { NULL, "support_needs", N_("Support needs"), TEXT, NULL },
  { NULL, "support_kinds", N_("Support to be arranged"), CODES, mukana_support_kinds },
  { NULL, "not_talked", N_("Does not talk about"), TEXT, NULL },
  { NULL, "note", N_("Note"), TEXT, NULL },
  { NULL, "restricted_at", N_("Processing restricted"), TIME, NULL },
  { NULL, "objected_at", N_("Objected"), TIME, NULL },
  { NULL, "removed_at", N_("Removed"), TIME, NULL },
  { NULL, "created_at", N_("Recorded"), TIME, NULL },
  { NULL, "updated_at", N_("Changed"), TIME, NULL },
  { NULL, "role_code", N_("Role"), ROLE, NULL },
  { NULL, "from_day", N_("From"), DAY, NULL },
  { NULL, "until_day", N_("Until"), DAY, NULL },
  { NULL, "last_day", N_("Last day"), DAY, NULL },
  { NULL, "valid_from", N_("From"), DAY, NULL },
  { NULL, "valid_until", N_("Until"), DAY, NULL },
  { NULL, "theme_id", N_("Theme"), THEME, NULL },
  { NULL, "perspective", N_("Perspective"), CODES, mukana_perspectives },
  { NULL, "last_year", N_("Last used such a service, year"), TEXT, NULL },
  { NULL, "purpose", N_("For what"), CODES, mukana_purposes },
  { NULL, "text_version", N_("Version of the text"), TEXT, NULL },
  { NULL, "language", N_("Language"), CODES, mukana_languages },
  { NULL, "given_on", N_("Given on"), DAY, NULL },
  { NULL, "given_to", N_("Given to"), TEXT, NULL },
  { NULL, "how", N_("How"), CODES, mukana_consent_ways },
  { NULL, "recorded_by", N_("Recorded by"), TEXT, NULL },
  { NULL, "recorded_at", N_("Recorded"), TIME, NULL },
  { NULL, "proof", N_("Where the signed paper is"), TEXT, NULL },
  { NULL, "expires_on", N_("Holds until"), DAY, NULL },
  { NULL, "withdrawn_on", N_("Withdrawn on"), DAY, NULL },
  { NULL, "withdrawn_how", N_("How it was withdrawn"), CODES, mukana_consent_ways },
  { NULL, "weekday", N_("Weekday"), WEEKDAY, NULL },
  { NULL, "start_minute", N_("From the time"), MINUTES, NULL },
  { NULL, "end_minute", N_("Until the time"), MINUTES, NULL },
  { NULL, "monday", N_("Week of Monday"), DAY, NULL },
  { NULL, "times", N_("Times"), WEEK, NULL },
  { NULL, "reason", N_("Reason"), TEXT, NULL },
  { NULL, "title", N_("Title"), TEXT, NULL },
  { NULL, "done_on", N_("Day"), DAY, NULL },
  { NULL, "level", N_("Level"), TEXT, NULL },
  { NULL, "author", N_("Written by"), TEXT, NULL },
  { NULL, "body", N_("Text"), TEXT, NULL },
  { NULL, "own_view", N_("The young person's own view"), TEXT, NULL },
  { NULL, "added_by", N_("Added by"), TEXT, NULL },
  { NULL, "added_at", N_("Added"), TIME, NULL },
  { NULL, "organisation_name", N_("Organisation"), TEXT, NULL },
  { NULL, "day", N_("Day"), DAY, NULL },
  { NULL, "summary", N_("Summary"), TEXT, NULL },
  { NULL, "next_day", N_("Next day"), DAY, NULL },
  { NULL, "request_title", N_("Request"), TEXT, NULL },
  { NULL, "request_unit", N_("Unit"), TEXT, NULL },
  { NULL, "score", N_("Score of the matching"), TEXT, NULL },
  { NULL, "choice_reason", N_("Why chosen"), CODES, mukana_choice_reasons },
  { NULL, "exception_reason", N_("Why asked although something stood against it"), CODES,
    mukana_exception_reasons },
  { NULL, "asked_words", N_("Why asked, in words"), TEXT, NULL },
  { NULL, "proposed_on", N_("Asked on"), DAY, NULL },
  { NULL, "asked_on", N_("Asked on"), DAY, NULL },
  { NULL, "asked_by", N_("Asked by"), TEXT, NULL },
  { NULL, "answered_on", N_("Answered on"), DAY, NULL },
  { NULL, "decline_reason", N_("Why declined"), CODES, mukana_decline_reasons },
  { NULL, "decline_words", N_("Why declined, in words"), TEXT, NULL },
  { NULL, "attendance", N_("What happened on the day"), CODES, mukana_attendances },
  { NULL, "actual_minutes", N_("Time worked"), DURATION, NULL },
  { NULL, "cancel_reason", N_("Why cancelled"), CODES, mukana_cancel_reasons },
  { NULL, "cancel_words", N_("Why cancelled, in words"), TEXT, NULL },
  { NULL, "notice_hours", N_("Hours of notice"), POINTS, NULL },
  { NULL, "clash_reason", N_("Why agreed although times clash"), TEXT, NULL },
  { NULL, "income_type", N_("Income type"), TEXT, NULL },
  { NULL, "amount_cents", N_("Amount, €"), CENTS, NULL },
  { NULL, "unit_cents", N_("Unit price, €"), CENTS, NULL },
  { NULL, "calculation", N_("Calculation"), TEXT, NULL },
  { NULL, "service_day", N_("Day"), DAY, NULL },
  { NULL, "paid_on", N_("Paid on"), DAY, NULL },
  { NULL, "side", N_("Given by"), CODES, mukana_feedback_sides },
  { NULL, "received_on", N_("Received on"), DAY, NULL },
  { NULL, "due_on", N_("Due on"), DAY, NULL },
  { NULL, "extended_reason", N_("Why more time was needed"), TEXT, NULL },
  { NULL, "words", N_("What was asked"), TEXT, NULL },
  { NULL, "decision", N_("Decision"), CODES, mukana_rights_decisions },
  { NULL, "decision_reason", N_("Reason of the decision"), TEXT, NULL },
  { NULL, "at", N_("Time"), TIME, NULL },
  { NULL, "actor", N_("Who"), TEXT, NULL },
  { NULL, "keep_until", N_("Kept until"), DAY, NULL },
  { NULL, "source", N_("Source"), TEXT, NULL },
  { NULL, "ref", N_("Number in the source"), TEXT, NULL },
};

/* Apart by spaces: of use to machines alone. */
static const char technical[] =
  " id version person_id sort_key erased_at consent_id attachment_id media_type size_bytes sha256 "
  "number organisation_id point_id occurrence_id contact_id batch_id corrects_id rule_id "
  "request_id slot_id proposal_id assignment_id withdrawn_at is_reserve "
  "planned_minutes is_demanding demand_is_own fee_rule_code rule_code quantity_hundredths "
  "passengers agreed_on completed_on handled_on record_id kind undone_at ";

static const Column *
find_column (const char *group,
             const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_str_equal (columns[i].column, name) &&
        (columns[i].group == NULL || g_str_equal (columns[i].group, group)))
      return &columns[i];

  return NULL;
}

static gboolean
is_technical (const char *name)
{
  g_autofree char *word = g_strdup_printf (" %s ", name);

  return strstr (technical, word) != NULL;
}

static char *
dup_codes (const char * const *codes,
           const char         *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_autoptr (GStrvBuilder) labels = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    g_strv_builder_add (labels, mukana_code_label (codes, words[i]));
  all = g_strv_builder_end (labels);
  return g_strjoinv (", ", all);
}

/* What held of the person when work was agreed: trainings and checks by kind, or a theme. */
static char *
dup_held (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GString *labels = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *field = mukana_field_label (words[i]);
      const char *label = mukana_code_index (mukana_credential_kinds, words[i]) < 0 && field != NULL
                          ? _(field) : mukana_code_label (mukana_credential_kinds, words[i]);

      g_string_append_printf (labels, "%s%s", i > 0 ? ", " : "", label);
    }

  return g_string_free (labels, FALSE);
}

static const char *
peek_answer (const char *text)
{
  return g_str_equal (text, "yes") ? _("yes") : g_str_equal (text, "no") ? _("no") : _("maybe");
}

static char *
dup_time (gint64 time_us)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Helsinki");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (time_us / G_USEC_PER_SEC);
  g_autoptr (GDateTime) local = zone ? g_date_time_to_timezone (utc, zone)
                                     : g_date_time_ref (utc);

  return g_date_time_format (local, "%-d.%-m.%Y %H.%M");
}

static char *
dup_day (const char *iso)
{
  char *day = mukana_document_words_day (mukana_day_parse_iso (iso));

  return day != NULL ? day : g_strdup (iso);
}

static char *
dup_number (Kind   kind,
            gint64 number)
{
  if (kind == YES_NO)
    return g_strdup (number != 0 ? _("yes") : _("no"));
  if (kind == MINUTES)
    return mukana_minute_to_iso ((int) number);
  if (kind == POINTS)   /* nought is an answer, and what was not asked is less */
    return number >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, number) : NULL;
  if (kind == LIMIT)    /* so with a sum: less than nought is no limit */
    return number >= 0 ? mukana_money_format (number) : NULL;
  /* Nought is "not told" in every other column. */
  if (number == 0)
    return NULL;
  if (kind == TIME)
    return dup_time (number);
  if (kind == CENTS)
    return mukana_money_format (number);
  if (kind == WEEKDAY)
    return g_strdup (mukana_story_words_of_weekday ((int) number));
  if (kind == DURATION)
    return mukana_document_words_duration (number);

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/* NULL when there is nothing to say. */
static char *
dup_value (const Column      *column,
           const MukanaValue *value,
           MukanaLexicon     *words)
{
  Kind kind = column ? column->kind : TEXT;

  if (value->kind == MUKANA_VALUE_INT)
    return dup_number (kind, value->number);
  if (value->kind != MUKANA_VALUE_TEXT || *value->text == '\0')
    return NULL;

  switch (kind)
    {
    case CODES: return dup_codes (column->codes, value->text);
    case DAY: return dup_day (value->text);
    case THEME: return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_THEME, value->text));
    case ROLE: return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, value->text));
    case PLACE:
      return g_strdup (mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY, value->text));
    case WEEK: return mukana_story_words_of_week (value->text);
    case FACT:
      return g_strdup (mukana_code_index (mukana_genders, value->text) >= 0
                       ? mukana_code_label (mukana_genders, value->text)
                       : mukana_code_label (mukana_situations, value->text));
    case ANSWER: return g_strdup (peek_answer (value->text));
    case HELD: return dup_held (value->text);
    case FITS: return g_strdup (g_str_equal (value->text, "free") ? _("yes") : _("no"));
    case TEXT: case TIME: case CENTS: case MINUTES: case DURATION: case YES_NO:
    case POINTS: case LIMIT: case WEEKDAY:
    default: return g_strdup (value->text);
    }
}

static void
add_row (MukanaDocument        *document,
         const MukanaCopyGroup *group,
         MukanaQuery           *query,
         MukanaLexicon         *words)
{
  const char *name;

  for (guint i = 0; (name = mukana_query_peek_column (query, i)) != NULL; i++)
    {
      const Column *column = find_column (group->name, name);
      g_autofree char *text = NULL;
      MukanaValue value;

      if (column == NULL && is_technical (name))
        continue;

      mukana_query_get_value (query, i, &value);
      if ((text = dup_value (column, &value, words)) != NULL)
        mukana_document_add_field (document, column ? _(column->label) : name, text);
    }
}

/* A field that was corrected, with what it was and is in the words of the history window. */
static void
add_correction (MukanaDocument *document,
                MukanaQuery    *query,
                MukanaLexicon  *words)
{
  g_autoptr (MukanaRecord) person = g_object_new (MUKANA_TYPE_PERSON, NULL);
  const char *name = mukana_query_peek_text (query, "field");
  const MukanaField *field = mukana_record_find_field (person, name);
  const char *label = mukana_field_label (name);
  g_autofree char *time = dup_time (mukana_query_get_int (query, "at"));
  g_autofree char *before =
    mukana_story_words_of_value (words, field, name, mukana_query_peek_text (query, "old_value"));
  g_autofree char *after =
    mukana_story_words_of_value (words, field, name, mukana_query_peek_text (query, "new_value"));

  mukana_document_add_field (document, _("Time"), time);
  mukana_document_add_field (document, _("Who"), mukana_query_peek_text (query, "actor"));
  mukana_document_add_field (document, _("Field"), label != NULL ? _(label) : name);
  mukana_document_add_field (document, _("Before"), before);
  mukana_document_add_field (document, _("After"), after);
}

/* There may be many: one line each. */
static void
add_journal (MukanaDocument *document,
             MukanaQuery    *query,
             gboolean        is_first)
{
  const char *head[] = { _("Time"), _("Who"), _("Deed"), _("Fields"), NULL };
  g_autofree char *time = dup_time (mukana_query_get_int (query, "at"));
  g_autofree char *fields =
    mukana_journal_describe_fields (mukana_query_peek_text (query, "fields"));
  const char *action = mukana_query_peek_text (query, "action");
  const char *label = mukana_journal_action_label (action);
  const char *cells[] = { time, mukana_query_peek_text (query, "actor"),
                          label != NULL ? _(label) : action, fields, NULL };

  if (is_first)
    mukana_document_add_row (document, head, TRUE);
  mukana_document_add_row (document, cells, FALSE);
}

static gboolean
add_group (MukanaDb               *db,
           MukanaDocument         *document,
           const MukanaCopyGroup  *group,
           gint64                  person_id,
           MukanaLexicon          *words,
           GError                **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, group->statement, error,
                                                    mukana_int ("person_id", person_id));
  guint n_rows = 0;
  int result;

  if (query == NULL)
    return FALSE;

  while ((result = mukana_query_step (query, error)) > 0)
    {
      gboolean is_first = n_rows++ == 0;
      gboolean is_journal = g_str_equal (group->name, "journal");

      if (is_first)
        mukana_document_add_heading (document, _(group->title));
      else if (!is_journal)
        mukana_document_add_paragraph (document, "");
      if (is_journal)
        add_journal (document, query, is_first);
      else if (g_str_equal (group->name, "corrections"))
        add_correction (document, query, words);
      else
        add_row (document, group, query, words);
    }

  return result == 0;
}

/* For what, on what basis, for how long and to whom.  Source: GDPR Article 15(1). */
static gboolean
add_notice (MukanaDb        *db,
            MukanaDocument  *document,
            const char      *language,
            GError         **error)
{
  return mukana_paper_append (db, MUKANA_PAPER_PRIVACY_NOTICE, language, document, error);
}

static MukanaDocument *
make_document (MukanaDb    *db,
               gint64       person_id,
               const char  *language,
               GError     **error)
{
  g_autoptr (MukanaLexicon) words = mukana_lexicon_load_in (db, language, error);
  g_autofree char *iso = mukana_day_to_iso (mukana_db_today (db));
  g_autofree char *today = dup_day (iso);
  g_autoptr (MukanaDocument) document = NULL;

  if (words == NULL)
    return NULL;

  document = mukana_document_new (_("Copy of all data about a person"), today);
  mukana_document_add_paragraph (document,
                                 _("Everything that the register of experts by experience knows "
                                   "about you. You may ask for mistakes to be corrected. The "
                                   "records of other people are left out. Notes are given as they "
                                   "were written."));
  mukana_document_add_paragraph (document, _(mukana_copy_left_out));
  for (guint i = 0; mukana_copy_groups[i].name != NULL; i++)
    if (mukana_copy_groups[i].title != NULL &&
        !add_group (db, document, &mukana_copy_groups[i], person_id, words, error))
      return NULL;

  return add_notice (db, document, language, error) ? g_steal_pointer (&document) : NULL;
}

/** mukana_copying_language: Returns: (nullable): static, that in which the person is written to */
const char *
mukana_copying_language (MukanaDb  *db,
                         gint64     person_id,
                         GError   **error)
{
  g_autoptr (MukanaPerson) person = mukana_people_get (db, person_id, error);
  int language = person ? mukana_code_index (mukana_contact_languages, person->contact_language)
                        : -1;

  if (person == NULL)
    return NULL;

  return language >= 0 ? mukana_contact_languages[language] : "fi";
}

/**
 * mukana_copying_make_document:
 *
 * In the language of the person; in that of the program where the other's words are not installed.
 *
 * Thread: worker.
 * Returns: yours, everything about a person, to be read
 */
MukanaDocument *
mukana_copying_make_document (MukanaDb  *db,
                              gint64     person_id,
                              GError   **error)
{
  const char *language = mukana_copying_language (db, person_id, error);
  g_autoptr (MukanaCatalogue) catalogue = language ? mukana_catalogue_load (language) : NULL;
  MukanaDocument *document;

  if (language == NULL)
    return NULL;

  if (catalogue != NULL)
    mukana_words_use (mukana_catalogue_find, catalogue);
  document = make_document (db, person_id, language, error);
  mukana_words_use (NULL, NULL);
  return document;
}
