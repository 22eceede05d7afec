/* mukana-json.c: writes JSON (RFC 8259) as it comes.
 *
 * Only what the program gives out: objects, arrays, texts, whole numbers, truth
 * values and null.  Numbers are whole because money is in cents.
 */

#include "base/mukana-json.h"

struct _MukanaJson
{
  GString  *text;
  gboolean  is_first;   /* of the innermost object or array */
};

MukanaJson *
mukana_json_new (void)
{
  MukanaJson *self = g_new0 (MukanaJson, 1);

  self->text = g_string_new (NULL);
  self->is_first = TRUE;
  return self;
}

void
mukana_json_free (MukanaJson *self)
{
  g_string_free (self->text, TRUE);
  g_free (self);
}

static void
append_quoted (GString    *text,
               const char *value)
{
  /* A file on disk may hold anything; JSON holds Unicode. */
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  g_string_append_c (text, '"');
  for (const char *p = valid; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (text, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (text, "\\n");
    else if ((guchar) *p < 0x20 || *p == 0x7f)
      g_string_append_printf (text, "\\u%04x", (guint) (guchar) *p);
    else
      g_string_append_c (text, *p);
  g_string_append_c (text, '"');
}

/* What stands before any value: a comma after another one, and its name in an object. */
static void
begin_value (MukanaJson *self,
             const char *name)
{
  if (!self->is_first)
    g_string_append_c (self->text, ',');
  self->is_first = FALSE;

  if (name != NULL)
    {
      append_quoted (self->text, name);
      g_string_append_c (self->text, ':');
    }
}

/** mukana_json_begin_object: @name: (nullable): in an object; NULL in an array and outermost */
void
mukana_json_begin_object (MukanaJson *self,
                          const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '{');
  self->is_first = TRUE;
}

void
mukana_json_end_object (MukanaJson *self)
{
  g_string_append_c (self->text, '}');
  self->is_first = FALSE;
}

void
mukana_json_begin_array (MukanaJson *self,
                         const char *name)
{
  begin_value (self, name);
  g_string_append_c (self->text, '[');
  self->is_first = TRUE;
}

void
mukana_json_end_array (MukanaJson *self)
{
  g_string_append_c (self->text, ']');
  self->is_first = FALSE;
}

/** mukana_json_add_text: @value: (nullable): NULL is written as null */
void
mukana_json_add_text (MukanaJson *self,
                      const char *name,
                      const char *value)
{
  begin_value (self, name);
  if (value != NULL)
    append_quoted (self->text, value);
  else
    g_string_append (self->text, "null");
}

void
mukana_json_add_number (MukanaJson *self,
                        const char *name,
                        gint64      value)
{
  begin_value (self, name);
  g_string_append_printf (self->text, "%" G_GINT64_FORMAT, value);
}

void
mukana_json_add_boolean (MukanaJson *self,
                         const char *name,
                         gboolean    value)
{
  begin_value (self, name);
  g_string_append (self->text, value ? "true" : "false");
}

/** mukana_json_peek_text: Returns: borrowed, what has been written so far */
const char *
mukana_json_peek_text (MukanaJson *self)
{
  return self->text->str;
}
