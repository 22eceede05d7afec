/* mukana-document-words.c: what is printed has its words in data/documents, by language. */

#include "services/mukana-document-words.h"

#include "base/mukana-error.h"
#include "base/mukana-money.h"
#include "domain/mukana-codes.h"
#include "domain/mukana-vocabulary.h"
#include "mukana-documents.h"

#define FOLDER "/fi/mukana/documents/"

/** mukana_document_template_load: Returns: yours, a file of data/documents */
GBytes *
mukana_document_template_load (const char  *name,
                               GError     **error)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);

  /* Named so that the linker keeps the resource out of its static library. */
  g_resources_register (mukana_documents_get_resource ());
  return g_resources_lookup_data (path, 0, error);
}

/**
 * mukana_document_words_load:
 *
 * Errors: %MUKANA_ERROR_INVALID when there is no such language
 * Returns: yours
 */
GKeyFile *
mukana_document_words_load (const char  *language,
                            GError     **error)
{
  g_autofree char *name = g_strdup_printf ("words.%s.ini", language);
  g_autoptr (GKeyFile) words = g_key_file_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (mukana_code_index (mukana_contact_languages, language) < 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                   "There are no papers in this language");
      return NULL;
    }

  if (!(bytes = mukana_document_template_load (name, error)) ||
      !g_key_file_load_from_bytes (words, bytes, G_KEY_FILE_NONE, error))
    return NULL;

  return g_steal_pointer (&words);
}

/** mukana_document_words_dup: Returns: yours; the key itself where there is no word */
char *
mukana_document_words_dup (GKeyFile   *words,
                           const char *group,
                           const char *key)
{
  char *word = g_key_file_get_string (words, group, key, NULL);

  return word != NULL ? word : g_strdup (key);
}

/** mukana_document_words_day: Returns: (nullable): yours, "3.5.2026" */
char *
mukana_document_words_day (MukanaDay day)
{
  int year, month, number;

  if (day == MUKANA_DAY_NONE)
    return NULL;

  mukana_day_split (day, &year, &month, &number);
  return g_strdup_printf ("%d.%d.%d", number, month, year);
}

/** mukana_document_words_time: Returns: yours; the day alone when the clock time is not known */
char *
mukana_document_words_time (MukanaDay day,
                            gint64    start_minute,
                            gint64    end_minute)
{
  g_autofree char *words = mukana_document_words_day (day);

  if (end_minute <= start_minute || end_minute - start_minute >= 24 * 60)
    return g_steal_pointer (&words);

  return g_strdup_printf ("%s %d.%02d–%d.%02d", words, (int) start_minute / 60,
                          (int) start_minute % 60, (int) end_minute / 60, (int) end_minute % 60);
}

/** mukana_document_words_weekday: Returns: (nullable): yours, "torstai 3.5.2026 12.00–15.00" */
char *
mukana_document_words_weekday (GKeyFile  *words,
                               MukanaDay  day,
                               gint64     start_minute,
                               gint64     end_minute)
{
  g_autofree char *time = mukana_document_words_time (day, start_minute, end_minute);
  g_autofree char *key = NULL, *weekday = NULL;

  if (time == NULL)
    return NULL;

  key = g_strdup_printf ("%d", mukana_day_weekday (day));
  weekday = mukana_document_words_dup (words, "weekday", key);
  return g_strdup_printf ("%s %s", weekday, time);
}

/**
 * mukana_document_words_fee:
 * @agreed_cents: what was agreed for the request; 0 for nothing
 * @rule: (nullable): what the table of fees says
 *
 * Returns: (nullable): yours, "125,50 €" or "45,00 € / tunti"
 */
char *
mukana_document_words_fee (GKeyFile      *words,
                           gint64         agreed_cents,
                           MukanaFeeRule *rule)
{
  g_autofree char *money = NULL, *unit = NULL;

  if (agreed_cents == 0 && rule == NULL)
    return NULL;

  money = mukana_money_format (agreed_cents > 0 ? agreed_cents : rule->amount_cents);
  if (agreed_cents > 0)
    return g_strdup_printf ("%s €", money);

  unit = mukana_document_words_dup (words, "fee-unit", rule->unit);
  return g_strdup_printf ("%s € / %s", money, unit);
}

/** mukana_document_words_duration: Returns: yours, "2 h" or "1 h 30 min" */
char *
mukana_document_words_duration (gint64 minutes)
{
  return minutes % 60 == 0 ? g_strdup_printf ("%d h", (int) (minutes / 60))
                           : g_strdup_printf ("%d h %d min", (int) (minutes / 60),
                                              (int) (minutes % 60));
}

/** mukana_document_words_place: Returns: yours, where a request takes place */
char *
mukana_document_words_place (GKeyFile      *words,
                             MukanaLexicon *lexicon,
                             MukanaRequest *request,
                             const char    *language)
{
  MukanaMunicipality *place =
    request->municipality_code != NULL
      ? mukana_lexicon_find (lexicon, MUKANA_LEXICON_MUNICIPALITY, request->municipality_code)
      : NULL;
  const char *name = place != NULL ? mukana_vocabulary_label (place, language) : NULL;
  g_autofree char *mode = mukana_document_words_dup (words, "request-mode", request->mode);
  g_autoptr (GString) text = g_string_new (request->venue);

  if (name != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", name);
  if (text->len == 0)
    g_string_assign (text, mode);
  else if (g_strcmp0 (request->mode, "on-site") != 0)
    g_string_append_printf (text, " (%s)", mode);
  return g_string_free (g_steal_pointer (&text), FALSE);
}
