/* mukana-document-words.c: what is printed has its words in data/documents, by language. */

#include "services/mukana-document-words.h"

#include "base/mukana-error.h"
#include "domain/mukana-codes.h"
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
