/* mukana-importing-consents.c: the consents in a list of people.
 *
 * A cell says yes or no, when, or that it was withdrawn; when it ends and when it
 * was withdrawn may stand in columns of their own.  What is not understood about an
 * end is an end: a list never gives more than it clearly says.  So each purpose has its
 * own column, and a yes in one is a yes to no other.
 */

#include "services/mukana-importing-private.h"

#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"

static const MukanaListReason consent_no_day = {
  "consent-no-day", N_("The day of the consent is not told; the day of the import is recorded") };
static const MukanaListReason end_unclear = {
  "consent-end-unclear", N_("It is unclear when the consent ended; it is taken as ended") };

/* FALSE when there is something else than a day or "none" in a column about an end. */
static gboolean
read_end (MukanaImportReader *reader,
          MukanaColumn        column,
          MukanaDay          *day)
{
  const MukanaListReason *reason;

  return mukana_list_read_consent_end (mukana_import_cell (reader, column), day, &reason);
}

/**
 * mukana_import_read_withdrawal:
 *
 * Of the columns about an end, one that is not understood counts as a withdrawal of
 * today: even an expiry, for the last day of a consent may still be ahead.
 *
 * Returns: when the consent of the row was withdrawn, or NONE
 */
MukanaDay
mukana_import_read_withdrawal (MukanaImportReader *reader)
{
  static const MukanaColumn columns[] = { MUKANA_COLUMN_WITHDRAWN, MUKANA_COLUMN_EXPIRES };
  MukanaDay withdrawn = MUKANA_DAY_NONE;

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      MukanaDay day;

      if (read_end (reader, columns[i], &day))
        {
          if (columns[i] == MUKANA_COLUMN_WITHDRAWN)
            withdrawn = day;
          continue;
        }
      mukana_import_problem (reader, columns[i], &end_unclear);
      if (withdrawn == MUKANA_DAY_NONE)
        withdrawn = reader->today;
    }

  return withdrawn;
}

/** mukana_import_read_expiry: Returns: the last day of the consent of the row, or NONE */
MukanaDay
mukana_import_read_expiry (MukanaImportReader *reader)
{
  MukanaDay day;

  return read_end (reader, MUKANA_COLUMN_EXPIRES, &day) ? day : MUKANA_DAY_NONE;
}

/** mukana_import_add_consent: @consent is kept; an end that is not told is not made up */
void
mukana_import_add_consent (MukanaDraft   *person,
                           MukanaConsent *consent)
{
  if (consent->withdrawn_on != MUKANA_DAY_NONE)
    {
      mukana_record_init_int (consent, "withdrawn-at",
                              mukana_day_minute_us (consent->withdrawn_on, 12 * 60));
      mukana_record_init_text (consent, "withdrawn-how", "list");
    }

  mukana_import_add_part (person, PERSON_CONSENTS, consent);
}

static MukanaConsent *
make_consent (MukanaImportReader      *reader,
              const char              *purpose,
              const MukanaListConsent *said,
              MukanaDay                given)
{
  MukanaConsent *consent = g_object_new (MUKANA_TYPE_CONSENT, NULL);
  MukanaDay withdrawn = mukana_import_read_withdrawal (reader);

  if (withdrawn == MUKANA_DAY_NONE && said->state == MUKANA_LIST_CONSENT_WITHDRAWN)
    withdrawn = said->day == MUKANA_DAY_NONE ? reader->today : said->day;

  mukana_record_init_text (consent, "purpose", purpose);
  mukana_record_init_int (consent, "given-on", given);
  mukana_record_init_text (consent, "how", "list");
  mukana_record_init_int (consent, "withdrawn-on", withdrawn);
  mukana_record_init_int (consent, "expires-on", mukana_import_read_expiry (reader));
  return consent;
}

/* One column says yes or no, when, or that it was withdrawn; and of its purpose alone.
 * Returns: (nullable): yours; NULL where there is no clear yes */
static MukanaConsent *
read_consent (MukanaImportReader *reader,
              MukanaColumn        column,
              const char         *purpose)
{
  const char *text = mukana_import_cell (reader, column);
  const MukanaListReason *reason;
  MukanaListConsent said;
  MukanaDay given;

  if (*text == '\0')
    return NULL;
  if (!mukana_list_read_consent (text, &said, &reason))
    {
      mukana_import_problem (reader, column, reason);
      return NULL;
    }
  if (said.state == MUKANA_LIST_CONSENT_NONE)
    return NULL;

  given = said.day;
  if (given == MUKANA_DAY_NONE)
    given = mukana_import_read_day (reader, MUKANA_COLUMN_GIVEN);
  if (given == MUKANA_DAY_NONE || given > reader->today)
    {
      mukana_import_problem (reader, column, &consent_no_day);
      given = reader->today;
    }

  return make_consent (reader, purpose, &said, given);
}

/* A clear no, in words: a dash and "missing" say that nobody has asked. */
static gboolean
is_no (const char *text)
{
  static const char * const words[] = { "e", "ei", "0", "nej", "n", "no", "false", "epatosi",
                                        "falskt", "kielletty", "kieltaytyi", "kielsi", NULL };
  g_autofree char *tidy = mukana_text_tidy (text);
  g_autofree char *plain = tidy != NULL ? mukana_text_fold (tidy) : NULL;

  return plain != NULL && g_strv_contains (words, plain);
}

/** mukana_import_read_consents: those of a row of a list of people */
void
mukana_import_read_consents (MukanaImportReader *reader)
{
  static const struct { MukanaColumn column; const char *purpose; } told[] = {
    { MUKANA_COLUMN_CONSENT, "register" },
    { MUKANA_COLUMN_CONSENT_MATCHING, "matching" },
    { MUKANA_COLUMN_CONSENT_COMMUNICATION, "communication" },
    { MUKANA_COLUMN_CONSENT_MEDIA, "media" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (told); i++)
    {
      MukanaConsent *consent = read_consent (reader, told[i].column, told[i].purpose);

      if (consent != NULL)
        mukana_import_add_consent (reader->draft, consent);
    }

  reader->draft->says_no = is_no (mukana_import_cell (reader, MUKANA_COLUMN_CONSENT));
  reader->draft->tells_of_themes = reader->at[MUKANA_COLUMN_CONSENT_THEMES] >= 0;
  reader->draft->to_themes = read_consent (reader, MUKANA_COLUMN_CONSENT_THEMES, "theme");
  if (reader->draft->to_themes != NULL && reader->draft->to_themes->withdrawn_on != MUKANA_DAY_NONE)
    g_clear_object (&reader->draft->to_themes);
}
