/* mukana-attachment.c: what may be attached, and what it is called.
 *
 * A name is text to show: whatever could be taken for a path, turn the writing round or
 * hide an ending is taken out of it.  A file that is written out again is named by
 * its number and its kind alone.
 */

#include "domain/mukana-attachment.h"

#include <string.h>

#define NAME_CHARACTERS 100

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAttachment, id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAttachment, person_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "consent-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAttachment, consent_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "assignment-id", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAttachment, assignment_id), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "name", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAttachment, name), 400,
    MUKANA_FIELD_SPECIAL | MUKANA_FIELD_REQUIRED, NULL },
  { "media-type", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAttachment, media_type), 100,
    MUKANA_FIELD_PLAIN, NULL },
  { "size-bytes", MUKANA_FIELD_INT, G_STRUCT_OFFSET (MukanaAttachment, size_bytes), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "sha256", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAttachment, sha256), 64,
    MUKANA_FIELD_PLAIN, NULL },
  { "added-at", MUKANA_FIELD_TIME, G_STRUCT_OFFSET (MukanaAttachment, added_at), 0,
    MUKANA_FIELD_PLAIN, NULL },
  { "added-by", MUKANA_FIELD_TEXT, G_STRUCT_OFFSET (MukanaAttachment, added_by), 200,
    MUKANA_FIELD_PERSONAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaAttachment, mukana_attachment, fields)

/* Papers and pictures of papers; nothing that a program would run. */
static const struct
{
  const char *media_type;
  const char *suffix;
} kinds[] = {
  { "application/pdf", ".pdf" },
  { "image/png", ".png" },
  { "image/jpeg", ".jpg" },
  { "image/tiff", ".tif" },
  { "text/plain", ".txt" },
  { "application/vnd.oasis.opendocument.text", ".odt" },
  { "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx" },
};

/** mukana_attachment_suffix: Returns: (nullable): static; NULL when that may not be attached */
const char *
mukana_attachment_suffix (const char *media_type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (kinds[i].media_type, media_type) == 0)
      return kinds[i].suffix;

  return NULL;
}

static gboolean
may_stand (gunichar character)
{
  GUnicodeType type = g_unichar_type (character);

  return type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT && type != G_UNICODE_UNASSIGNED &&
         type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR &&
         type != G_UNICODE_PRIVATE_USE && type != G_UNICODE_SURROGATE;
}

/**
 * mukana_attachment_clean_name:
 * @name: as the file was called, perhaps with folders, perhaps no UTF-8
 *
 * Returns: yours, at most 100 characters to show; "" when nothing is left
 */
char *
mukana_attachment_clean_name (const char *name)
{
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  GString *clean = g_string_new (NULL);
  int n = 0;

  for (const char *at = valid; *at != '\0' && n < NAME_CHARACTERS; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);

      if (character == '/' || character == '\\')
        {
          g_string_truncate (clean, 0);   /* what stood before was a folder */
          n = 0;
        }
      else if (may_stand (character))
        {
          g_string_append_unichar (clean, character);
          n++;
        }
    }

  g_strstrip (clean->str);
  clean->len = strlen (clean->str);
  while (clean->str[0] == '.')
    g_string_erase (clean, 0, 1);
  return g_string_free (clean, FALSE);
}
