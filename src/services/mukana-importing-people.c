/* mukana-importing-people.c: a row of a list of people becomes a person.
 *
 * What the row does not say stays unsaid, and what is not understood is told,
 * never guessed into the register.  Whether the person may be matched follows
 * from the consents alone, whatever the list calls their state.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-codes.h"

static const MukanaListReason no_name = { "no-name", N_("The row names nobody") };
static const MukanaListReason name_guessed = {
  "name-guessed", N_("It is a guess which word is the family name") };
static const MukanaListReason minor = {
  "minor", N_("A list brings in nobody under 18. Where the county lets people of 15 to 17 take "
              "part (page Consents, Young people), they are added one by one, with a guardian.") };
static const MukanaListReason identity_code = {
  "identity-code", N_("Personal identity codes are not taken into the register") };
static const MukanaListReason unknown_place = {
  "unknown-municipality", N_("There is no such municipality") };
static const MukanaListReason unknown_theme = {
  "unknown-theme", N_("There is no such theme") };
static const MukanaListReason theme_guessed = {
  "theme-guessed", N_("The theme was found from a part of its name or a misspelling") };
static const MukanaListReason times_guessed = {
  "times-guessed", N_("The hours of these times are a guess") };
static const MukanaListReason level_alone = {
  "level-alone", N_("A level without a completed training is not taken in") };
static const MukanaListReason no_register_consent = {
  "no-consent", N_("No valid consent to the register: the person comes in as a candidate") };
static const MukanaListReason register_refused = {
  "register-refused", N_("The row says no to the register, so it is not brought in. Where somebody "
                         "has not been asked yet, leave the cell empty.") };
static const MukanaListReason words_no_consent = {
  "words-no-consent", N_("What the list tells of experience, and was not understood, was left out: "
                         "it is no note without a consent to themes") };
static const MukanaListReason theme_no_consent = {
  "theme-no-consent", N_("A theme without a consent of its own is left out") };
static const MukanaListReason no_contact_language = {
  "no-contact-language", N_("None of the languages is one that the register writes letters in") };
static const MukanaListReason organisation_unknown = {
  "link-unknown", N_("Nothing in the folder has this number") };
static const MukanaListReason organisation_noted = {
  "not-kept", N_("Only contact persons are tied to an organisation") };
static const MukanaListReason not_a_year = {
  "number-unclear", N_("This is not a number that can stand here") };

static void
set_text (MukanaDraft *draft,
          const char  *field,
          const char  *value)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (draft->record, &n_fields);
  const MukanaField *found = mukana_record_find_field (draft->record, field);

  mukana_record_init_field_text (draft->record, found, value);
  draft->given |= G_GUINT64_CONSTANT (1) << (found - fields);
}

static void
set_int (MukanaDraft *draft,
         const char  *field,
         gint64       value)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (draft->record, &n_fields);
  const MukanaField *found = mukana_record_find_field (draft->record, field);

  mukana_record_init_field_int (draft->record, found, value);
  draft->given |= G_GUINT64_CONSTANT (1) << (found - fields);
}

/** mukana_import_add_part: @part is kept */
void
mukana_import_add_part (MukanaDraft *person,
                        PersonPart   kind,
                        gpointer     part)
{
  if (person->parts[kind] == NULL)
    person->parts[kind] = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (person->parts[kind], part);
}

static void
read_names (MukanaImportReader *reader)
{
  MukanaDraft *draft = reader->draft;
  g_autofree char *given = mukana_text_tidy (mukana_import_cell (reader, MUKANA_COLUMN_GIVEN_NAME));
  g_autofree char *family = mukana_text_tidy (mukana_import_cell (reader,
                                                                  MUKANA_COLUMN_FAMILY_NAME));
  const char *whole = mukana_import_cell (reader, MUKANA_COLUMN_NAME);
  const MukanaListReason *reason = &no_name;
  gboolean is_guess = FALSE;

  if (given == NULL && family == NULL && *whole != '\0' &&
      !mukana_list_read_name (whole, mukana_import_cell (reader, MUKANA_COLUMN_EMAIL),
                              &given, &family, &is_guess, &reason))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_NAME, reason);
      return;
    }

  if (mukana_text_is_empty (given) && mukana_text_is_empty (family))
    {
      mukana_import_refuse (reader, MUKANA_COLUMN_NONE, &no_name);
      return;
    }

  if (is_guess)
    mukana_import_problem_at (reader, reader->at[MUKANA_COLUMN_NAME], whole, &name_guessed, FALSE);
  mukana_person_init_names (MUKANA_PERSON (draft->record), given, family);
  mukana_draft_label (draft, MUKANA_PERSON (draft->record)->display_name);
}

static void
read_birth_year (MukanaImportReader *reader)
{
  const char *year_text = mukana_import_cell (reader, MUKANA_COLUMN_BIRTH_YEAR);
  const char *day_text = mukana_import_cell (reader, MUKANA_COLUMN_BIRTH_DAY);
  const MukanaListReason *reason;
  MukanaColumn column = *year_text != '\0' ? MUKANA_COLUMN_BIRTH_YEAR : MUKANA_COLUMN_BIRTH_DAY;
  MukanaDay day;
  int year = 0, month, in_month;

  if (*year_text != '\0')
    {
      if (!mukana_list_read_whole (year_text, reader->year - 120, reader->year, &year, &reason) &&
          mukana_list_read_day (year_text, &day, &reason))
        mukana_day_split (day, &year, &month, &in_month);
    }
  else if (*day_text != '\0' && mukana_list_read_day (day_text, &day, &reason))
    mukana_day_split (day, &year, &month, &in_month);
  else
    {
      if (*day_text != '\0')
        mukana_import_problem (reader, column, reason);
      return;
    }

  if (year < reader->year - 120 || year > reader->year)
    mukana_import_problem (reader, column, &not_a_year);
  else if (year > reader->year - 18)
    mukana_import_refuse (reader, column, &minor);
  else
    set_int (reader->draft, "birth-year", year);
}

static void
read_contact (MukanaImportReader *reader)
{
  const char *email_text = mukana_import_cell (reader, MUKANA_COLUMN_EMAIL);
  const char *phone_text = mukana_import_cell (reader, MUKANA_COLUMN_PHONE);
  const MukanaListReason *reason;
  g_autofree char *email = *email_text ? mukana_list_read_email (email_text, &reason) : NULL;
  g_autofree char *phone = NULL;
  g_autofree char *street = mukana_text_tidy (mukana_import_cell (reader, MUKANA_COLUMN_STREET));
  g_autofree char *postal = mukana_text_tidy (mukana_import_cell (reader,
                                                                  MUKANA_COLUMN_POSTAL_CODE));
  g_autofree char *place = mukana_import_read_municipality (reader);
  const char *channel_text = mukana_import_cell (reader, MUKANA_COLUMN_CHANNEL);
  const char *channel;

  if (email != NULL)
    set_text (reader->draft, "email", email);
  else if (*email_text != '\0')
    mukana_import_problem (reader, MUKANA_COLUMN_EMAIL, reason);

  if (*phone_text != '\0' && (phone = mukana_list_read_phone (phone_text, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_PHONE, reason);
  if (phone != NULL)
    set_text (reader->draft, "phone", phone);

  if (street != NULL)
    set_text (reader->draft, "street", street);
  /* A spreadsheet takes the zeros in front: 00100 becomes 100. */
  if (postal != NULL && strlen (postal) < 5 && strspn (postal, "0123456789") == strlen (postal))
    {
      g_autofree char *padded = g_strdup_printf ("%05d", atoi (postal));

      set_text (reader->draft, "postal-code", padded);
    }
  else if (postal != NULL)
    set_text (reader->draft, "postal-code", postal);
  if (place != NULL)
    set_text (reader->draft, "municipality-code", place);

  if (*channel_text == '\0')
    return;
  if ((channel = mukana_list_read_channel (channel_text, &reason)) != NULL)
    set_text (reader->draft, "channel", channel);
  else
    mukana_import_problem (reader, MUKANA_COLUMN_CHANNEL, reason);
}

/** mukana_import_read_municipality: Returns: (nullable): yours, the code, of either column */
char *
mukana_import_read_municipality (MukanaImportReader *reader)
{
  const char *code = mukana_import_cell (reader, MUKANA_COLUMN_MUNICIPALITY_CODE);
  const char *name = mukana_import_cell (reader, MUKANA_COLUMN_MUNICIPALITY);
  const char *found = NULL;

  if (*code != '\0')
    {
      if (mukana_word_list_match (reader->places, code, &found) == MUKANA_WORD_MATCH_SURE)
        return g_strdup (found);
      mukana_import_problem (reader, MUKANA_COLUMN_MUNICIPALITY_CODE, &unknown_place);
    }

  if (*name == '\0')
    return NULL;
  if (mukana_word_list_match (reader->places, name, &found) == MUKANA_WORD_MATCH_SURE)
    return g_strdup (found);

  mukana_import_problem (reader, MUKANA_COLUMN_MUNICIPALITY, &unknown_place);
  return NULL;
}

static void
read_languages (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_LANGUAGES);
  const char *contact_text = mukana_import_cell (reader, MUKANA_COLUMN_CONTACT_LANGUAGE);
  const MukanaListReason *reason;
  g_auto (GStrv) codes = *text ? mukana_list_read_languages (text, &reason) : NULL;
  const char *contact = *contact_text ? mukana_list_read_language (contact_text, &reason) : NULL;

  if (*contact_text != '\0' && mukana_code_index (mukana_contact_languages, contact) < 0)
    {
      mukana_import_problem (reader, MUKANA_COLUMN_CONTACT_LANGUAGE, &no_contact_language);
      contact = NULL;
    }

  if (codes != NULL)
    {
      g_autofree char *joined = g_strjoinv (" ", codes);

      set_text (reader->draft, "work-languages", joined);
      for (guint i = 0; codes[i] != NULL && contact == NULL; i++)
        if (mukana_code_index (mukana_contact_languages, codes[i]) >= 0)
          contact = codes[i];
      if (contact == NULL)
        mukana_import_problem (reader, MUKANA_COLUMN_LANGUAGES, &no_contact_language);
    }
  else if (*text != '\0')
    mukana_import_problem (reader, MUKANA_COLUMN_LANGUAGES, reason);

  if (contact != NULL)
    set_text (reader->draft, "contact-language", contact);
}

static void
read_limits (MukanaImportReader *reader)
{
  const char *remote = mukana_import_cell (reader, MUKANA_COLUMN_REMOTE);
  const char *km_text = mukana_import_cell (reader, MUKANA_COLUMN_MAX_KM);
  const char *cap_text = mukana_import_cell (reader, MUKANA_COLUMN_MONTHLY_CAP);
  const MukanaListReason *reason;
  gboolean is_yes;
  int km, cap;

  mukana_record_init_int (reader->draft->record, "remote-ok", TRUE);
  if (*remote != '\0')
    {
      if (mukana_list_read_yes_no (remote, &is_yes, &reason))
        set_int (reader->draft, "remote-ok", is_yes);
      else
        mukana_import_problem (reader, MUKANA_COLUMN_REMOTE, reason);
    }

  if (*km_text != '\0')
    {
      if (mukana_list_read_km (km_text, &km, &reason))
        set_int (reader->draft, "max-travel-km", km);
      else
        mukana_import_problem (reader, MUKANA_COLUMN_MAX_KM, reason);
    }

  if (*cap_text != '\0')
    {
      if (mukana_list_read_whole (cap_text, 0, 100, &cap, &reason))
        set_int (reader->draft, "max-per-month", cap);
      else
        mukana_import_problem (reader, MUKANA_COLUMN_MONTHLY_CAP, reason);
    }
}

static void
add_role (MukanaDraft *draft,
          const char  *code)
{
  MukanaRoleTerm *role = g_object_new (MUKANA_TYPE_ROLE_TERM, NULL);
  MukanaPerson *person = MUKANA_PERSON (draft->record);

  mukana_record_init_text (role, "role-code", code);
  mukana_record_init_int (role, "from-day", person->joined_on);
  mukana_record_init_int (role, "until-day", person->ended_on);
  mukana_import_add_part (draft, PERSON_ROLES, role);
}

static void
read_roles (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_ROLE);
  const char *organisation = mukana_import_cell (reader, MUKANA_COLUMN_ORGANISATION_ID);
  const MukanaListReason *reason;
  g_auto (GStrv) codes = NULL;

  if (*organisation != '\0')
    reader->draft->organisation_ref = g_strdup (organisation);

  if (*text == '\0')
    return;
  if ((codes = mukana_list_read_roles (text, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_ROLE, reason);
  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    add_role (reader->draft, codes[i]);
}

static void
read_training (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_TRAINING);
  const char *level_text = mukana_import_cell (reader, MUKANA_COLUMN_TRAINING_LEVEL);
  const MukanaListReason *reason;
  MukanaDay day = MUKANA_DAY_NONE;
  gboolean is_done = FALSE;
  MukanaCredential *training;
  int level = 0;

  if (*level_text != '\0' && !mukana_list_read_whole (level_text, 0, 10, &level, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_TRAINING_LEVEL, reason);

  /* "1" and "0" are yes and no; other numbers may be days of a workbook. */
  if (*text != '\0' && !mukana_list_read_yes_no (text, &is_done, &reason) &&
      !(is_done = mukana_list_read_day (text, &day, &reason)))
    mukana_import_problem (reader, MUKANA_COLUMN_TRAINING, reason);

  if (!is_done)
    {
      if (level > 0)
        mukana_import_tell_once (reader, MUKANA_COLUMN_TRAINING_LEVEL, &level_alone);
      return;
    }

  training = g_object_new (MUKANA_TYPE_CREDENTIAL, NULL);
  mukana_record_init_text (training, "kind", "training");
  mukana_record_init_int (training, "done-on", day);
  mukana_record_init_int (training, "level", level);
  mukana_import_add_part (reader->draft, PERSON_CREDENTIALS, training);
}

static void
add_theme (MukanaDraft *draft,
           const char  *theme_id,
           const char  *perspective)
{
  GPtrArray *themes = draft->parts[PERSON_THEMES];
  MukanaExperience *theme;

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      MukanaExperience *known = g_ptr_array_index (themes, i);

      if (strcmp (known->theme_id, theme_id) == 0 && strcmp (known->perspective, perspective) == 0)
        return;
    }

  theme = g_object_new (MUKANA_TYPE_EXPERIENCE, NULL);
  mukana_record_init_text (theme, "theme-id", theme_id);
  mukana_record_init_text (theme, "perspective", perspective);
  mukana_import_add_part (draft, PERSON_THEMES, theme);
}

/* Words by which a background of crime is told: hidden from all but those named for it, so that the
 * vocabulary of whoever imports does not know them (GDPR Article 10). */
static gboolean
tells_of_crime (const char *text)
{
  static const char * const stems[] = {
    "rikos", "rikok", "vanki", "vangi", "vankeu", "vapautu", "ehdonal", "brott", "fang", "krimi",
    "crime", "crimi", "prison", "convict", "offen"
  };
  g_autofree char *folded = mukana_text_fold (text);

  for (guint i = 0; i < G_N_ELEMENTS (stems); i++)
    if (strstr (folded, stems[i]) != NULL)
      return TRUE;

  return FALSE;
}

/* What is not understood of experience is kept apart: it is of health and the like all the same,
 * and becomes a note, which everybody reads, only with the consent to themes. */
static void
keep_apart (MukanaImportReader *reader,
            guint               column,
            const char         *text)
{
  const char *heading = mukana_table_peek_cell (reader->list->table, reader->list->heading_row,
                                                column);

  if (reader->plan->options.keep_as_notes && !tells_of_crime (text) &&
      !mukana_list_is_identity_code (text))
    g_string_append_printf (reader->draft->unkept_themes, "%s: %s\n", heading, text);
}

static void
read_themes_at (MukanaImportReader *reader,
                guint               column)
{
  const char *text = mukana_table_peek_cell (reader->list->table, reader->row, column);
  g_autoptr (GPtrArray) found = mukana_list_match_themes (reader->themes, text);

  for (guint i = 0; i < found->len; i++)
    {
      const MukanaThemeMatch *match = g_ptr_array_index (found, i);

      if (match->code == NULL)
        {
          mukana_import_problem_at (reader, (int) column, match->text, &unknown_theme, FALSE);
          keep_apart (reader, column, match->text);
          continue;
        }

      if (match->match == MUKANA_WORD_MATCH_GUESS)
        {
          mukana_import_problem_at (reader, (int) column, match->text, &theme_guessed, FALSE);
          keep_apart (reader, column, match->text);
        }
      add_theme (reader->draft, match->code, match->perspective ? match->perspective : "own");
    }
}

static void
read_availability (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_AVAILABILITY);
  const MukanaListReason *reason;
  gboolean is_guess = FALSE;
  g_autoptr (GArray) slots = NULL;

  if (*text == '\0')
    return;

  if ((slots = mukana_list_read_availability (text, &is_guess, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_AVAILABILITY, reason);
  else if (is_guess)
    mukana_import_problem (reader, MUKANA_COLUMN_AVAILABILITY, &times_guessed);

  for (guint i = 0; slots != NULL && i < slots->len; i++)
    {
      const MukanaWeekSlot *slot = &g_array_index (slots, MukanaWeekSlot, i);
      MukanaFreeTime *time = g_object_new (MUKANA_TYPE_FREE_TIME, NULL);

      mukana_record_init_int (time, "weekday", slot->weekday);
      mukana_record_init_int (time, "start-minute", slot->start_minute);
      mukana_record_init_int (time, "end-minute", slot->end_minute);
      mukana_import_add_part (reader->draft, PERSON_TIMES, time);
    }
}

static void
read_notes (MukanaImportReader *reader)
{
  for (guint i = 0; i < reader->list->n_columns; i++)
    {
      const char *text = mukana_table_peek_cell (reader->list->table, reader->row, i);

      if (*text == '\0')
        continue;
      if (reader->list->columns[i] == MUKANA_COLUMN_THEMES)
        read_themes_at (reader, i);
      else if (reader->list->columns[i] != MUKANA_COLUMN_NOTE)
        continue;
      else if (mukana_list_is_identity_code (text))
        mukana_import_problem_at (reader, (int) i, "", &identity_code, FALSE);
      else
        g_ptr_array_add (reader->draft->notes, g_strdup (text));
    }
}

/* What a list of people may have; everything else is told to have no place. */
static gboolean
is_kept (MukanaColumn column)
{
  static const MukanaColumn kept[] = {
    MUKANA_COLUMN_ID, MUKANA_COLUMN_NAME, MUKANA_COLUMN_GIVEN_NAME, MUKANA_COLUMN_FAMILY_NAME,
    MUKANA_COLUMN_BIRTH_YEAR, MUKANA_COLUMN_BIRTH_DAY, MUKANA_COLUMN_ROLE, MUKANA_COLUMN_EMAIL,
    MUKANA_COLUMN_PHONE, MUKANA_COLUMN_STREET, MUKANA_COLUMN_POSTAL_CODE,
    MUKANA_COLUMN_MUNICIPALITY, MUKANA_COLUMN_MUNICIPALITY_CODE, MUKANA_COLUMN_LANGUAGES,
    MUKANA_COLUMN_CONTACT_LANGUAGE, MUKANA_COLUMN_REMOTE, MUKANA_COLUMN_MAX_KM,
    MUKANA_COLUMN_TRAINING, MUKANA_COLUMN_TRAINING_LEVEL, MUKANA_COLUMN_MONTHLY_CAP,
    MUKANA_COLUMN_CHANNEL, MUKANA_COLUMN_THEMES, MUKANA_COLUMN_AVAILABILITY,
    MUKANA_COLUMN_CONSENT, MUKANA_COLUMN_CONSENT_MATCHING, MUKANA_COLUMN_CONSENT_COMMUNICATION,
    MUKANA_COLUMN_CONSENT_MEDIA, MUKANA_COLUMN_CONSENT_THEMES, MUKANA_COLUMN_GIVEN,
    MUKANA_COLUMN_EXPIRES,
    MUKANA_COLUMN_WITHDRAWN, MUKANA_COLUMN_ORGANISATION_ID, MUKANA_COLUMN_STATE,
    MUKANA_COLUMN_JOINED, MUKANA_COLUMN_ENDED, MUKANA_COLUMN_NON_DISCLOSURE, MUKANA_COLUMN_NOTE,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (kept); i++)
    if (kept[i] == column)
      return TRUE;

  return FALSE;
}

/* A column of experience that nobody chose is one all the same. */
static gboolean
is_of_experience (MukanaImportReader *reader,
                  guint               column)
{
  MukanaColumn guess =
    mukana_column_guess (mukana_table_peek_cell (reader->list->table, reader->list->heading_row,
                                                 column));

  return guess == MUKANA_COLUMN_THEMES || guess == MUKANA_COLUMN_THEME ||
         guess == MUKANA_COLUMN_SPECIAL_NEEDS;
}

/* What a list may say of a person and the register has no place for. */
static void
tell_what_is_not_kept (MukanaImportReader *reader)
{
  static const MukanaListReason not_kept = {
    "not-kept", N_("The register has no place for this column") };

  for (guint i = 0; i < reader->list->n_columns; i++)
    {
      const char *text = mukana_table_peek_cell (reader->list->table, reader->row, i);
      MukanaColumn column = reader->list->columns[i];
      g_autofree char *key = NULL;

      if (*text == '\0' || is_kept (column))
        continue;

      key = g_strdup_printf ("%u:%u", reader->list_number, i);
      if (column == MUKANA_COLUMN_IDENTITY_CODE || mukana_list_is_identity_code (text))
        {
          if (g_hash_table_add (reader->told, g_steal_pointer (&key)))
            mukana_import_problem_at (reader, (int) i, "", &identity_code, FALSE);
          continue;
        }

      if (g_hash_table_add (reader->told, g_steal_pointer (&key)))
        mukana_import_problem_at (reader, (int) i, text, &not_kept, FALSE);
      /* When a row was last changed is about the old list, not about the person. */
      if (is_of_experience (reader, i))
        keep_apart (reader, i, text);
      else if (reader->plan->options.keep_as_notes && column != MUKANA_COLUMN_UPDATED)
        g_string_append_printf (reader->draft->unkept, "%s: %s\n",
                                mukana_table_peek_cell (reader->list->table,
                                                        reader->list->heading_row, i), text);
    }
}

static void
read_state (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_STATE);
  const MukanaListReason *reason;
  const char *state = NULL;

  if (*text != '\0' && (state = mukana_list_read_person_state (text, &reason)) == NULL)
    mukana_import_problem (reader, MUKANA_COLUMN_STATE, reason);
  if (state != NULL)
    set_text (reader->draft, "state", state);
  else
    mukana_record_init_text (reader->draft->record, "state", "active");
}

/* A cell that is not understood hides the place: showing it could cost somebody
 * their safety, hiding it costs a question. */
static void
read_non_disclosure (MukanaImportReader *reader)
{
  const char *text = mukana_import_cell (reader, MUKANA_COLUMN_NON_DISCLOSURE);
  const MukanaListReason *reason;
  gboolean is_hidden = TRUE;

  if (*text == '\0')
    return;

  if (!mukana_list_read_yes_no (text, &is_hidden, &reason))
    mukana_import_problem (reader, MUKANA_COLUMN_NON_DISCLOSURE, reason);
  set_int (reader->draft, "non-disclosure", is_hidden);
}

/** mukana_import_read_person: the row is one of a list of people */
void
mukana_import_read_person (MukanaImportReader *reader)
{
  MukanaDraft *draft = reader->draft;
  MukanaDay day;

  draft->record = g_object_new (MUKANA_TYPE_PERSON, NULL);
  draft->notes = g_ptr_array_new_with_free_func (g_free);
  draft->unkept = g_string_new (NULL);
  draft->unkept_themes = g_string_new (NULL);
  reader->keeper = draft;
  mukana_record_init_text (draft->record, "fee-mode", "fee");
  mukana_record_init_int (draft->record, "notice-days", 7);

  read_names (reader);
  read_birth_year (reader);
  read_contact (reader);
  read_non_disclosure (reader);
  read_languages (reader);
  read_limits (reader);
  read_state (reader);
  if ((day = mukana_import_read_day (reader, MUKANA_COLUMN_JOINED)) != MUKANA_DAY_NONE)
    set_int (draft, "joined-on", day);
  if ((day = mukana_import_read_day (reader, MUKANA_COLUMN_ENDED)) != MUKANA_DAY_NONE)
    set_int (draft, "ended-on", day);
  read_roles (reader);
  read_training (reader);
  read_availability (reader);
  read_notes (reader);
  mukana_import_read_consents (reader);
  tell_what_is_not_kept (reader);
}

/* What a list says of the themes goes before what somebody decided of all its rows.
 * Returns: (nullable): borrowed, the consent that covers the themes of the row */
static MukanaConsent *
find_theme_consent (MukanaImportReader *reader,
                    MukanaDraft        *person,
                    MukanaConsent      *to_register)
{
  MukanaConsent *consent = person->tells_of_themes ? person->to_themes : to_register;

  if (consent == NULL || !mukana_consent_holds (consent, reader->today) ||
      (!person->tells_of_themes && !reader->plan->options.themes_covered))
    return NULL;

  return consent;
}

static void
cover_themes (MukanaImportReader *reader,
              MukanaDraft        *person,
              MukanaConsent      *consent)
{
  g_autoptr (GHashTable) covered = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *themes = person->parts[PERSON_THEMES];

  for (guint i = 0; themes != NULL && i < themes->len; i++)
    {
      MukanaExperience *theme = g_ptr_array_index (themes, i);
      MukanaConsent *of_theme;

      if (!g_hash_table_add (covered, (gpointer) theme->theme_id))
        continue;

      of_theme = mukana_record_with_text (consent, "purpose", "theme");
      mukana_record_init_text (of_theme, "theme-id", theme->theme_id);
      mukana_record_init_text (of_theme, "how", "list");
      mukana_import_add_part (person, PERSON_CONSENTS, of_theme);
    }
}

/* Whether the list clearly says yes to the theme.  Source: GDPR Article 9(2)(a). */
static gboolean
is_consented (MukanaDraft      *person,
              MukanaExperience *theme,
              MukanaDay         today)
{
  GPtrArray *consents = person->parts[PERSON_CONSENTS];

  return consents != NULL && mukana_consent_allows (consents, "theme", theme->theme_id, today);
}

/* Told of each person who has any, however many they are. */
static void
leave_out_themes (MukanaImportReader *reader,
                  MukanaDraft        *person)
{
  GPtrArray *themes = person->parts[PERSON_THEMES];
  gboolean is_told = FALSE;

  for (guint i = themes != NULL ? themes->len : 0; i > 0; i--)
    if (!is_consented (person, g_ptr_array_index (themes, i - 1), reader->today))
      {
        g_ptr_array_remove_index (themes, i - 1);
        if (!is_told)
          mukana_import_tell_draft (reader->plan, person, &theme_no_consent);
        is_told = TRUE;
      }
}

static gboolean
is_contact_person (MukanaDraft *person)
{
  GPtrArray *roles = person->parts[PERSON_ROLES];

  for (guint i = 0; roles != NULL && i < roles->len; i++)
    if (strcmp (((MukanaRoleTerm *) g_ptr_array_index (roles, i))->role_code,
                "contact-person") == 0)
      return TRUE;

  return FALSE;
}

/* The organisations of a folder are read after its people. */
static void
tie_to_organisation (MukanaImportReader *reader,
                     MukanaDraft        *person)
{
  MukanaDraft *organisation;

  if (person->organisation_ref == NULL)
    return;

  organisation = g_hash_table_lookup (reader->by_ref[MUKANA_LIST_ORGANISATIONS],
                                      person->organisation_ref);
  if (organisation == NULL || organisation->item.outcome == MUKANA_IMPORT_REFUSED)
    {
      mukana_import_tell_once (reader, MUKANA_COLUMN_NONE, &organisation_unknown);
      if (reader->plan->options.keep_as_notes)
        g_string_append_printf (person->unkept, "%s: %s\n", _("Organisation"),
                                person->organisation_ref);
    }
  else if (is_contact_person (person))
    person->other = organisation;
  else
    {
      mukana_import_tell_once (reader, MUKANA_COLUMN_NONE, &organisation_noted);
      if (reader->plan->options.keep_as_notes)
        g_string_append_printf (person->unkept, "%s: %s\n", _("Organisation"), organisation->label);
    }
}

/* Of a list that tells of consents, each; of one that does not, once. */
static void
tell_no_consent (MukanaImportReader *reader,
                 MukanaDraft        *person)
{
  if (reader->at[MUKANA_COLUMN_CONSENT] >= 0)
    mukana_import_tell_draft (reader->plan, person, &no_register_consent);
  else
    mukana_import_tell_once (reader, MUKANA_COLUMN_NONE, &no_register_consent);
}

/**
 * mukana_import_finish_theme:
 * @draft: a row with a theme of somebody who has been finished
 *
 * Refuses the row when its theme was left out.
 */
void
mukana_import_finish_theme (MukanaImportPlan *plan,
                            MukanaDraft      *draft)
{
  if (draft->part == NULL || g_ptr_array_find (draft->owner->parts[PERSON_THEMES], draft->part,
                                               NULL))
    return;

  draft->part = NULL;
  mukana_import_refuse_draft (plan, draft, &theme_no_consent);
}

/** mukana_import_finish_person: when all rows that belong to a person have been read */
void
mukana_import_finish_person (MukanaImportReader *reader,
                             MukanaDraft        *person)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GPtrArray *consents = person->parts[PERSON_CONSENTS] ? person->parts[PERSON_CONSENTS] : none;
  MukanaConsent *consent = mukana_consent_find (consents, "register", NULL);
  MukanaConsent *to_themes = NULL;
  g_autoptr (GPtrArray) issues = NULL;

  if (person->item.outcome == MUKANA_IMPORT_REFUSED)
    return;
  if (person->says_no)
    {
      mukana_import_refuse_draft (reader->plan, person, &register_refused);
      return;
    }

  tie_to_organisation (reader, person);
  if (consent != NULL && mukana_consent_holds (consent, reader->today))
    to_themes = find_theme_consent (reader, person, consent);
  if (to_themes != NULL)
    cover_themes (reader, person, to_themes);
  if (to_themes != NULL)
    g_string_append (person->unkept, person->unkept_themes->str);
  else if (person->unkept_themes->len > 0)
    mukana_import_tell_draft (reader->plan, person, &words_no_consent);
  leave_out_themes (reader, person);
  if (consent == NULL || !mukana_consent_allows (consents, "register", NULL, reader->today))
    {
      mukana_record_init_text (person->record, "state", "candidate");
      tell_no_consent (reader, person);
    }

  issues = mukana_person_check (MUKANA_PERSON (person->record), reader->today);
  for (guint i = 0; i < issues->len; i++)
    {
      const MukanaIssue *issue = g_ptr_array_index (issues, i);
      const MukanaListReason reason = { "person-invalid", issue->sentence };

      mukana_import_refuse_draft (reader->plan, person, &reason);
    }

  if (person->unkept->len > 0)
    g_ptr_array_add (person->notes, g_strdup_printf ("%s\n%s", _("From the imported list:"),
                                                     g_strchomp (person->unkept->str)));
}
