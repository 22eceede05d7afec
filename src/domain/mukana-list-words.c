/* mukana-list-words.c: values as people write them into lists.
 *
 * A reader gives the value or the reason why it cannot, and never both.  Where a
 * text could mean two things, it is not understood: a wrong number in the register
 * is worse than a question.
 */

#include "domain/mukana-list-words-private.h"

#include "base/mukana-money.h"
#include "base/mukana-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const int EPOCH_SERIAL = 25569;     /* 1970-01-01 as a workbook counts days */
static const int FIRST_SERIAL = 7306;      /* 1920-01-01: smaller numbers are not days */
static const int LAST_SERIAL = 73050;      /* 2099-12-31 */

const MukanaListReason mukana_list_reason_empty = { "empty", N_("Nothing is written here") };

static const MukanaListReason reason_day = {
  "day-unclear", N_("This is not a day; write it as 23.11.2026 or 2026-11-23") };
static const MukanaListReason reason_time = {
  "time-unclear", N_("This is not a time; write it as 8.30 or 08:30") };
static const MukanaListReason reason_weekday = {
  "weekday-unclear", N_("This is not a weekday") };
static const MukanaListReason reason_yes_no = {
  "yes-no-unclear", N_("This is neither yes nor no") };
static const MukanaListReason reason_number = {
  "number-unclear", N_("This is not a number that can stand here") };
static const MukanaListReason reason_money = {
  "money-unclear", N_("This is not an amount of euros") };
static const MukanaListReason reason_phone = {
  "phone-unclear", N_("This is not one telephone number") };
static const MukanaListReason reason_email = {
  "email-unclear", N_("This is not one e-mail address") };
static const MukanaListReason reason_business_id = {
  "business-id-unclear", N_("This is not a business ID, as 1234567-1") };
static const MukanaListReason reason_business_check = {
  "business-id-check", N_("The check digit of the business ID does not match; a digit is wrong") };
static const MukanaListReason reason_consent = {
  "consent-unclear", N_("It is unclear whether the consent was given or withdrawn, and when") };

/* Folded, and without å, ä and ö, which are often lost on the way. */
char *
mukana_list_fold_plain (const char *text)
{
  g_autofree char *folded = mukana_text_fold (text);
  GString *plain = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    switch (g_utf8_get_char (p))
      {
      case 0xe5: case 0xe4: g_string_append_c (plain, 'a'); break;
      case 0xf6: g_string_append_c (plain, 'o'); break;
      default: g_string_append_unichar (plain, g_utf8_get_char (p)); break;
      }

  return g_string_free (plain, FALSE);
}

static gboolean
is_one_of (const char *word,
           const char *words)
{
  g_autofree char *hay = g_strconcat ("|", words, "|", NULL);
  g_autofree char *needle = g_strconcat ("|", word, "|", NULL);

  return word != NULL && *word != '\0' && strstr (hay, needle) != NULL;
}

static gboolean
fail (const char              *text,
      const MukanaListReason  *why,
      const MukanaListReason **reason)
{
  *reason = mukana_text_is_empty (text) ? &mukana_list_reason_empty : why;
  return FALSE;
}

/* "2026-09-27 08:30" and "2026-09-27T00:00:00" begin with a day. */
static MukanaDay
parse_day_and_time (const char *text)
{
  g_autofree char *day = NULL;
  gsize length = strcspn (text, " T");

  if (text[length] == '\0' || strspn (text + length, " T0123456789:.Z") != strlen (text + length))
    return MUKANA_DAY_NONE;

  day = g_strndup (text, length);
  return mukana_day_parse (day);
}

static MukanaDay
parse_slashes (const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 4);
  g_autofree char *finnish = NULL;

  if (g_strv_length (parts) != 3 || strlen (parts[2]) != 4)
    return MUKANA_DAY_NONE;

  finnish = g_strjoinv (".", parts);
  return mukana_day_parse (finnish);
}

/**
 * mukana_list_read_day:
 * @text: (nullable): "2026-11-23", "23.11.2026", "23.11.26", "23/11/2026", or the number
 *   that a workbook keeps a day as
 */
gboolean
mukana_list_read_day (const char              *text,
                      MukanaDay               *day,
                      const MukanaListReason **reason)
{
  g_autofree char *bare = mukana_text_tidy (text);
  MukanaDay found = MUKANA_DAY_NONE;
  gint64 serial;

  if (bare != NULL)
    {
      g_autoptr (GString) joined = g_string_new (bare);

      g_string_replace (joined, ". ", ".", 0);
      found = mukana_day_parse (joined->str);
      if (found == MUKANA_DAY_NONE)
        found = parse_day_and_time (bare);
      if (found == MUKANA_DAY_NONE)
        found = parse_slashes (bare);
      if (found == MUKANA_DAY_NONE && strlen (bare) == 5 &&
          g_ascii_string_to_signed (bare, 10, FIRST_SERIAL, LAST_SERIAL, &serial, NULL))
        found = (MukanaDay) (serial - EPOCH_SERIAL);
    }

  if (found == MUKANA_DAY_NONE)
    return fail (text, &reason_day, reason);

  *day = found;
  return TRUE;
}

/** mukana_list_read_minute: @minute: after midnight, of "8", "8.30", "08:30", "klo 8:30:00" */
gboolean
mukana_list_read_minute (const char              *text,
                         int                     *minute,
                         const MukanaListReason **reason)
{
  g_autofree char *bare = mukana_text_tidy (text);
  const char *time = bare ? bare : "";
  int found;

  /* Seconds of a spreadsheet: "08:30:00". */
  if (strlen (time) >= 7 && g_str_has_suffix (time, ":00") &&
      strchr (time, ':') != strrchr (time, ':'))
    bare[strlen (bare) - 3] = '\0';

  if ((found = mukana_minute_parse (time)) < 0)
    return fail (text, &reason_time, reason);

  *minute = found;
  return TRUE;
}

static const char * const weekday_words[] = {
  "1|ma|maanantai|maanantaisin|man|mandag|mandagar|mon|monday|mondays",
  "2|ti|tiistai|tiistaisin|tis|tisdag|tisdagar|tue|tues|tuesday|tuesdays",
  "3|ke|keskiviikko|keskiviikkoisin|ons|onsdag|onsdagar|wed|wednesday|wednesdays",
  "4|to|torstai|torstaisin|tor|tors|torsdag|torsdagar|thu|thur|thursday|thursdays",
  "5|pe|perjantai|perjantaisin|fre|fredag|fredagar|fri|friday|fridays",
  "6|la|lauantai|lauantaisin|lor|lordag|lordagar|sat|saturday|saturdays",
  "7|su|sunnuntai|sunnuntaisin|son|sondag|sondagar|sun|sunday|sundays",
};

/** mukana_list_read_weekday: @weekday: 1 (Monday) to 7, of a number or a word */
gboolean
mukana_list_read_weekday (const char              *text,
                          int                     *weekday,
                          const MukanaListReason **reason)
{
  g_autofree char *plain = mukana_list_fold_plain (text);

  for (guint i = 0; i < G_N_ELEMENTS (weekday_words); i++)
    if (is_one_of (plain, weekday_words[i]))
      {
        *weekday = (int) i + 1;
        return TRUE;
      }

  return fail (text, &reason_weekday, reason);
}

/** mukana_list_read_yes_no: "x", "kyllä", "joo", "1", "ja", "true" … and "ei", "0", "nej" … */
gboolean
mukana_list_read_yes_no (const char              *text,
                         gboolean                *is_yes,
                         const MukanaListReason **reason)
{
  static const char yes[] = "x|xx|k|kylla|joo|juu|on|ok|1|ja|jo|j|yes|y|true|tosi|sant|kayty|"
                            "voi|osallistuu";
  static const char no[] = "e|ei|0|nej|n|no|false|epatosi|falskt|ei ole|ei kayty|ei voi|puuttuu";
  static const char yes_signs[] = "✓|✔|☑|✅|√";
  static const char no_signs[] = "-|--|–|—";
  g_autofree char *plain = mukana_list_fold_plain (text);
  g_autofree char *sign = mukana_text_tidy (text);

  if (is_one_of (plain, yes) || is_one_of (sign, yes_signs))
    *is_yes = TRUE;
  else if (is_one_of (plain, no) || is_one_of (sign, no_signs))
    *is_yes = FALSE;
  else
    return fail (text, &reason_yes_no, reason);

  return TRUE;
}

/** mukana_list_read_whole: a whole number from @lowest to @highest; "5,0" is one, "5,5" is not */
gboolean
mukana_list_read_whole (const char              *text,
                        int                      lowest,
                        int                      highest,
                        int                     *number,
                        const MukanaListReason **reason)
{
  g_autofree char *bare = mukana_text_tidy (text);
  gint64 value;

  if (bare != NULL)
    {
      gsize whole = strspn (bare, "0123456789");

      if (whole > 0 && (bare[whole] == '.' || bare[whole] == ',') && bare[whole + 1] != '\0' &&
          strspn (bare + whole + 1, "0") == strlen (bare + whole + 1))
        bare[whole] = '\0';
    }

  if (bare == NULL || !g_ascii_string_to_signed (bare, 10, lowest, highest, &value, NULL))
    return fail (text, &reason_number, reason);

  *number = (int) value;
  return TRUE;
}

static gboolean
has_unit (char       *text,
          const char *units)
{
  g_auto (GStrv) words = g_strsplit (units, "|", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_suffix (text, words[i]))
      {
        text[strlen (text) - strlen (words[i])] = '\0';
        g_strchomp (text);
        return TRUE;
      }

  return FALSE;
}

/* A number of hundredths: "2,5" is 250. */
static gboolean
read_hundredths (const char *text,
                 const char *units,
                 gint64      highest,
                 gint64     *hundredths)
{
  g_autofree char *bare = mukana_text_tidy (text);
  g_autofree char *lower = bare ? g_ascii_strdown (bare, -1) : NULL;

  if (lower == NULL)
    return FALSE;

  has_unit (lower, units);
  return strstr (lower, "€") == NULL && mukana_money_parse (lower, hundredths) &&
         *hundredths <= highest;
}

/** mukana_list_read_km: @km: kilometres, of "50", "50 km", "93.0"; parts are rounded up */
gboolean
mukana_list_read_km (const char              *text,
                     int                     *km,
                     const MukanaListReason **reason)
{
  gint64 hundredths;

  if (!read_hundredths (text, "kilometriä|kilometer|kilometres|km", 2000 * 100, &hundredths))
    return fail (text, &reason_number, reason);

  *km = (int) ((hundredths + 99) / 100);
  return TRUE;
}

/** mukana_list_read_hours: @minutes: of "2,5", "2.5 h", "3 tuntia", "1:30" */
gboolean
mukana_list_read_hours (const char              *text,
                        int                     *minutes,
                        const MukanaListReason **reason)
{
  gint64 hundredths;
  int clock;

  if (text != NULL && strchr (text, ':') != NULL && (clock = mukana_minute_parse (text)) >= 0)
    *minutes = clock;
  else if (read_hundredths (text, "tuntia|tunti|timmar|timme|hours|hour|tim|h", 1000 * 100,
                            &hundredths))
    *minutes = (int) ((hundredths * 60 + 50) / 100);
  else
    return fail (text, &reason_number, reason);

  return TRUE;
}

/** mukana_list_read_money: @amount_cents: of "45,10", "1 234 €", "60 eur" */
gboolean
mukana_list_read_money (const char              *text,
                        gint64                  *amount_cents,
                        const MukanaListReason **reason)
{
  g_autofree char *bare = mukana_text_tidy (text);
  g_autofree char *lower = bare ? g_ascii_strdown (bare, -1) : NULL;

  if (lower != NULL)
    has_unit (lower, "euroa|euro|eur");
  if (lower == NULL || !mukana_money_parse (lower, amount_cents))
    return fail (text, &reason_money, reason);

  return TRUE;
}

/**
 * mukana_list_read_phone:
 * @text: (nullable): "040 123 4567", "+358 (0)40 1234567", "00358401234567"
 *
 * Numbers without a country are Finnish.
 *
 * Returns: yours, "+358401234567"
 */
char *
mukana_list_read_phone (const char              *text,
                        const MukanaListReason **reason)
{
  g_autofree char *digits = NULL;
  g_autoptr (GString) bare = g_string_new (text ? text : "");
  char *number = NULL;
  gsize length;

  g_string_replace (bare, "(0)", "", 0);
  g_strstrip (bare->str);
  digits = mukana_text_digits (bare->str);

  if (strspn (bare->str, "+0123456789 -().\u00a0\u2009\u2013") == strlen (bare->str))
    {
      if (bare->str[0] == '+' || (bare->str[0] == '(' && bare->str[1] == '+'))
        number = g_strconcat ("+", digits, NULL);
      else if (g_str_has_prefix (digits, "00") && digits[2] >= '1')
        number = g_strconcat ("+", digits + 2, NULL);
      else if (digits[0] == '0')
        number = g_strconcat ("+358", digits + 1, NULL);
      else if (g_str_has_prefix (digits, "358") && strlen (digits) >= 10)
        number = g_strconcat ("+", digits, NULL);
      /* Spreadsheets drop the zero in front: 401234567. */
      else if ((digits[0] == '4' || digits[0] == '5') && strlen (digits) == 9)
        number = g_strconcat ("+358", digits, NULL);
    }

  length = number ? strlen (number) : 0;
  if (length >= 7 && length <= 16)
    return number;

  g_free (number);
  fail (text, &reason_phone, reason);
  return NULL;
}

static gboolean
is_plausible_email (const char *address)
{
  const char *at = strchr (address, '@');
  const char *dot = at ? strrchr (at, '.') : NULL;

  return at != NULL && at > address && strchr (at + 1, '@') == NULL &&
         dot != NULL && dot > at + 1 && strlen (dot + 1) >= 2 &&
         strlen (address) <= 254 && address[0] != '.' && at[-1] != '.' && at[1] != '.' &&
         strstr (address, "..") == NULL && strpbrk (address, " ,;:<>()[]\"\\\t\n") == NULL;
}

/** mukana_list_read_email: Returns: yours, in lower case, without "mailto:" and brackets */
char *
mukana_list_read_email (const char              *text,
                        const MukanaListReason **reason)
{
  g_autofree char *lower = g_utf8_strdown (text ? text : "", -1);
  char *address = g_strstrip (lower);
  char *open = strrchr (address, '<'), *close = strrchr (address, '>');

  if (open != NULL && close != NULL && close > open && close[1] == '\0')
    {
      *close = '\0';
      address = g_strstrip (open + 1);
    }

  if (g_str_has_prefix (address, "mailto:"))
    address += strlen ("mailto:");

  if (is_plausible_email (address))
    return g_strdup (address);

  fail (text, &reason_email, reason);
  return NULL;
}

/**
 * mukana_list_read_business_id:
 *
 * Registers of made-up organisations number them "0000001-0"; a number below
 * 0000100, which no real one has, needs no check digit.
 *
 * Returns: yours, "1234567-1"
 */
char *
mukana_list_read_business_id (const char              *text,
                              const MukanaListReason **reason)
{
  static const int weights[] = { 7, 9, 10, 5, 8, 4, 2 };
  g_autofree char *bare = mukana_text_tidy (text);
  g_autofree char *digits = mukana_text_digits (bare);
  int sum = 0, check;

  if (bare != NULL && g_ascii_strncasecmp (bare, "FI", 2) == 0)
    memset (bare, ' ', 2);

  if (bare == NULL || strspn (bare, "0123456789- ") != strlen (bare) ||
      strlen (digits) < 7 || strlen (digits) > 8)
    {
      fail (text, &reason_business_id, reason);
      return NULL;
    }

  /* Old numbers had six digits before the check digit. */
  if (strlen (digits) == 7)
    {
      char *longer = g_strconcat ("0", digits, NULL);

      g_free (digits);
      digits = longer;
    }

  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    sum += weights[i] * (digits[i] - '0');
  check = sum % 11 == 0 ? 0 : 11 - sum % 11;

  if (check != digits[7] - '0' && strncmp (digits, "00000", 5) != 0)
    {
      *reason = &reason_business_check;
      return NULL;
    }

  return g_strdup_printf ("%.7s-%c", digits, digits[7]);
}

/** mukana_list_is_identity_code: whether @text has a Finnish personal identity code in it,
 *  which must not come into the register */
gboolean
mukana_list_is_identity_code (const char *text)
{
  static GRegex *form;

  if (g_once_init_enter (&form))
    g_once_init_leave (&form,
                       g_regex_new ("(?<![0-9])(0[1-9]|[12][0-9]|3[01])(0[1-9]|1[0-2])[0-9]{2}"
                                    "[-+A-FU-Ya-fu-y][0-9]{3}[0-9A-Ya-y](?![0-9A-Za-z])",
                                    G_REGEX_OPTIMIZE, 0, NULL));

  return text != NULL && g_regex_match (form, text, 0, NULL);
}

/**
 * mukana_list_read_consent:
 * @text: (nullable): "kyllä 11.01.2022", "PERUTTU 3.2.2025", "2022-04-10", "x", "ei"
 *
 * An empty cell is "empty": nothing is known.  A word of withdrawal beats all others, and a sign
 * that is no word, "?", is not understood.
 */
gboolean
mukana_list_read_consent (const char              *text,
                          MukanaListConsent       *consent,
                          const MukanaListReason **reason)
{
  static const char withdrawn[] = "perui|peruttu|peru|peruutettu|peruutti|perunut|aterkallat|"
                                  "aterkallad|aterkallade|atertagit|aterkallelse|withdrawn|"
                                  "withdrew|revoked";
  static const char given[] = "annettu|suostumus|suostumus annettu|samtycke|gett|gav|given|"
                              "consented|allekirjoitettu|undertecknat|saatu";
  g_autofree char *bare = mukana_text_tidy (text);
  gsize words = bare ? strcspn (bare, "0123456789") : 0;
  g_autofree char *word = bare ? g_strndup (bare, words) : NULL;
  g_autofree char *plain = mukana_list_fold_plain (word);
  MukanaListConsent found = { MUKANA_LIST_CONSENT_GIVEN, MUKANA_DAY_NONE };
  gboolean is_day = bare != NULL && words == 0, is_yes = TRUE;

  /* "1" and "0" are words, not days. */
  if (bare != NULL && (strcmp (bare, "1") == 0 || strcmp (bare, "0") == 0))
    {
      found.state = *bare == '1' ? MUKANA_LIST_CONSENT_GIVEN : MUKANA_LIST_CONSENT_NONE;
      *consent = found;
      return TRUE;
    }

  if (bare == NULL)
    return fail (text, &reason_consent, reason);
  if (bare[words] != '\0' && !mukana_list_read_day (bare + words, &found.day, reason))
    return fail (text, &reason_consent, reason);

  if (is_one_of (plain, withdrawn))
    found.state = MUKANA_LIST_CONSENT_WITHDRAWN;
  else if (!is_day && !is_one_of (plain, given))
    {
      if (!mukana_list_read_yes_no (word, &is_yes, reason) ||
          (!is_yes && found.day != MUKANA_DAY_NONE))
        return fail (text, &reason_consent, reason);
      if (!is_yes)
        found.state = MUKANA_LIST_CONSENT_NONE;
    }

  *consent = found;
  return TRUE;
}

/**
 * mukana_list_read_consent_end:
 * @text: (nullable): "31.12.2027", "toistaiseksi", "-", "ei"
 * @day: (out): NONE when the cell says that there is none
 *
 * Of a column that tells until when a consent holds, or when it was withdrawn.
 * An empty cell tells nothing, which is no end.
 */
gboolean
mukana_list_read_consent_end (const char              *text,
                              MukanaDay               *day,
                              const MukanaListReason **reason)
{
  static const char none[] = "toistaiseksi|toistaiseksi voimassa|ei paaty|pysyva|tills vidare|"
                             "until further notice|no end|ei peruttu|ej aterkallat|not withdrawn";
  g_autofree char *plain = mukana_list_fold_plain (text);
  gboolean is_yes;

  *day = MUKANA_DAY_NONE;
  if (mukana_text_is_empty (text) || is_one_of (plain, none) ||
      (mukana_list_read_yes_no (text, &is_yes, reason) && !is_yes))
    return TRUE;

  return mukana_list_read_day (text, day, reason);
}
