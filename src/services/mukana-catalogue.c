/* mukana-catalogue.c: a compiled catalogue of gettext, read by itself.
 *
 * gettext finds one by the locale of the process or thread, and that of a person's language need
 * not be installed; so the file is read where gettext would look for it.  Its form is that of the
 * GNU gettext manual, "The Format of GNU MO Files": two tables of lengths and places, the first
 * sorted.  Nothing in it is trusted: what does not lie within the file is not there.
 */

#include "services/mukana-catalogue.h"

#include <libintl.h>
#include <string.h>

#define MAGIC 0x950412deu
#define HEADER_WORDS 5

struct _MukanaCatalogue
{
  GMappedFile *file;        /* NULL: the words as they are written in the program */
  const char  *bytes;
  gsize        size;
  guint32      n_words;
  guint32      words_at;
  guint32      said_at;
};

static guint32
read_number (const MukanaCatalogue *self,
             gsize                  at)
{
  guint32 number;

  memcpy (&number, self->bytes + at, sizeof number);
  return number;
}

/* Of the table at @table. */
static const char *
peek_text (const MukanaCatalogue *self,
           guint32                table,
           guint32                place)
{
  gsize entry = (gsize) table + (gsize) place * 8;
  gsize length, at;

  if (entry + 8 > self->size)
    return NULL;

  length = read_number (self, entry);
  at = read_number (self, entry + 4);
  return at + length < self->size && self->bytes[at + length] == '\0' ? self->bytes + at : NULL;
}

static gboolean
read_header (MukanaCatalogue *self)
{
  if (self->size < HEADER_WORDS * 4 || read_number (self, 0) != MAGIC)
    return FALSE;

  self->n_words = read_number (self, 8);
  self->words_at = read_number (self, 12);
  self->said_at = read_number (self, 16);
  return TRUE;
}

/**
 * mukana_catalogue_load:
 * @language: "fi", "sv", "en"
 *
 * Returns: (nullable): yours; NULL when there is none where the program finds its own words
 */
MukanaCatalogue *
mukana_catalogue_load (const char *language)
{
  g_autoptr (MukanaCatalogue) self = g_new0 (MukanaCatalogue, 1);
  g_autofree char *path = NULL;

  if (g_str_equal (language, "en"))
    return g_steal_pointer (&self);

  path = g_build_filename (bindtextdomain (GETTEXT_PACKAGE, NULL), language, "LC_MESSAGES",
                           GETTEXT_PACKAGE ".mo", NULL);
  /* Without it the language of the program is what there is. */
  if ((self->file = g_mapped_file_new (path, FALSE, NULL)) == NULL)
    return NULL;

  self->bytes = g_mapped_file_get_contents (self->file);
  self->size = g_mapped_file_get_length (self->file);
  return read_header (self) ? g_steal_pointer (&self) : NULL;
}

/** mukana_catalogue_find: a #MukanaWordsFind; the first form of what has several */
const char *
mukana_catalogue_find (gpointer    catalogue,
                       const char *context,
                       const char *word)
{
  const MukanaCatalogue *self = catalogue;
  g_autofree char *key = context != NULL ? g_strdup_printf ("%s\004%s", context, word)
                                         : g_strdup (word);
  guint32 first = 0, end = self->n_words;

  if (self->file == NULL)
    return word;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      const char *found = peek_text (self, self->words_at, middle);
      int order = found != NULL ? strcmp (key, found) : 0;
      const char *said;

      if (found == NULL)
        return NULL;
      if (order == 0)
        return (said = peek_text (self, self->said_at, middle)) != NULL && *said != '\0' ? said
                                                                                         : NULL;
      if (order < 0)
        end = middle;
      else
        first = middle + 1;
    }

  return NULL;
}

void
mukana_catalogue_free (MukanaCatalogue *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}
