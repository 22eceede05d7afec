/* mukana-document-words.c: what is printed has its words in data/documents, by language. */

#include "services/mukana-document-words.h"

#include "base/mukana-error.h"
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
