/* mukana-field-change.c: what one field of a record was and became.
 *
 * Values are kept as text whatever the field's kind: numbers in digits, days as
 * ISO 8601, and nothing for what is empty.
 */

#include "domain/mukana-field-change.h"

#define AT(field) G_STRUCT_OFFSET (MukanaFieldChange, field)

static const MukanaField fields[] = {
  { "id", MUKANA_FIELD_INT, AT (id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "at", MUKANA_FIELD_TIME, AT (at), 0, MUKANA_FIELD_PLAIN, NULL },
  { "actor", MUKANA_FIELD_TEXT, AT (actor), 0, MUKANA_FIELD_PERSONAL, NULL },
  { "kind", MUKANA_FIELD_TEXT, AT (kind), 0, MUKANA_FIELD_PLAIN, NULL },
  { "record-id", MUKANA_FIELD_INT, AT (record_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "person-id", MUKANA_FIELD_INT, AT (person_id), 0, MUKANA_FIELD_PLAIN, NULL },
  { "field", MUKANA_FIELD_TEXT, AT (field), 0, MUKANA_FIELD_PLAIN, NULL },
  { "old-value", MUKANA_FIELD_TEXT, AT (old_value), 0, MUKANA_FIELD_SPECIAL, NULL },
  { "new-value", MUKANA_FIELD_TEXT, AT (new_value), 0, MUKANA_FIELD_SPECIAL, NULL },
};

MUKANA_DEFINE_RECORD (MukanaFieldChange, mukana_field_change, fields)

/** mukana_field_print: Returns: (nullable): yours; NULL when the field is empty */
char *
mukana_field_print (MukanaRecord      *record,
                    const MukanaField *field)
{
  gint64 number;

  if (field->kind == MUKANA_FIELD_TEXT)
    return g_strdup (mukana_record_peek_text (record, field->name));

  number = mukana_record_get_int (record, field->name);
  if (field->kind == MUKANA_FIELD_DAY)
    return number == MUKANA_DAY_NONE ? NULL : mukana_day_to_iso ((MukanaDay) number);
  if (number == 0 && field->kind != MUKANA_FIELD_BOOL)
    return NULL;

  return g_strdup_printf ("%" G_GINT64_FORMAT, number);
}

/** mukana_field_set: @value: as mukana_field_print() gave it; Returns: yours, a changed copy */
gpointer
mukana_field_set (MukanaRecord      *record,
                  const MukanaField *field,
                  const char        *value)
{
  if (field->kind == MUKANA_FIELD_TEXT)
    return mukana_record_with_text (record, field->name, value);
  if (field->kind == MUKANA_FIELD_DAY)
    return mukana_record_with_int (record, field->name, mukana_day_parse_iso (value));

  return mukana_record_with_int (record, field->name,
                                 value ? g_ascii_strtoll (value, NULL, 10) : 0);
}
