/* mukana-parts-text.c: what belongs to a person as one text, and back.
 *
 * For the history: the roles, times or absences that somebody had are one value, as they
 * are one choice on the page.  A line is a part, a field of it is "name=value" between
 * tabs, and what would break that is escaped.  Whose it is and its number are left out.
 */

#include "domain/mukana-parts-text.h"

#include <string.h>

#include "domain/mukana-field-change.h"
#include "domain/mukana-person-parts.h"

/** mukana_parts_type: Returns: of the records of one kind; 0 for a word that is none */
GType
mukana_parts_type (const char *kind)
{
  const struct
  {
    const char *kind;
    GType       type;
  } types[] = {
    { "roles", MUKANA_TYPE_ROLE_TERM },
    { "themes", MUKANA_TYPE_EXPERIENCE },
    { "credentials", MUKANA_TYPE_CREDENTIAL },
    { "facts", MUKANA_TYPE_STATED_FACT },
    { "times", MUKANA_TYPE_FREE_TIME },
    { "own-weeks", MUKANA_TYPE_OWN_WEEK },
    { "absences", MUKANA_TYPE_ABSENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i].kind, kind) == 0)
      return types[i].type;

  return 0;
}

static gboolean
is_told (const MukanaField *field)
{
  return strcmp (field->name, "id") != 0 && strcmp (field->name, "person-id") != 0;
}

static void
print_part (GString      *text,
            MukanaRecord *part)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (part, &n_fields);
  const char *between = "";

  for (guint i = 0; i < n_fields; i++)
    {
      g_autofree char *value = is_told (&fields[i]) ? mukana_field_print (part, &fields[i]) : NULL;
      g_autofree char *escaped = value != NULL ? g_strescape (value, NULL) : NULL;

      if (escaped == NULL)
        continue;
      g_string_append_printf (text, "%s%s=%s", between, fields[i].name, escaped);
      between = "\t";
    }
}

/** mukana_parts_print: Returns: (nullable): yours; NULL when there are none */
char *
mukana_parts_print (GPtrArray *parts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      print_part (text, g_ptr_array_index (parts, i));
    }

  return g_string_free (text, parts->len == 0);
}

/* A day that is not told is no day. */
static MukanaRecord *
new_part (GType type)
{
  MukanaRecord *part = g_object_new (type, NULL);
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (part, &n_fields);

  for (guint i = 0; i < n_fields; i++)
    if (fields[i].kind == MUKANA_FIELD_DAY)
      mukana_record_init_field_int (part, &fields[i], MUKANA_DAY_NONE);

  return part;
}

static MukanaRecord *
parse_part (const char *line,
            GType       type)
{
  MukanaRecord *part = new_part (type);
  g_auto (GStrv) words = g_strsplit (line, "\t", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      char *value = strchr (words[i], '=');
      const MukanaField *field;
      g_autofree char *plain = value != NULL ? g_strcompress (value + 1) : NULL;
      MukanaRecord *filled;

      if (value == NULL)
        continue;
      *value = '\0';
      if (!(field = mukana_record_find_field (part, words[i])) || !is_told (field))
        continue;   /* of a later program, or of an earlier one */

      filled = mukana_field_set (part, field, plain);
      g_object_unref (part);
      part = filled;
    }

  return part;
}

/** mukana_parts_parse: @text: (nullable): of mukana_parts_print(); Returns: yours, of records */
GPtrArray *
mukana_parts_parse (const char *text,
                    GType       type)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] != '\0')
      g_ptr_array_add (parts, parse_part (lines[i], type));

  return parts;
}
