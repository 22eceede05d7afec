/* mukana-record.c: an immutable object described by a table.
 *
 * A record is written once, by whoever makes it, and only read afterwards, so
 * it may cross threads without a lock.  The table drives everything generic:
 * properties for templates, columns in the store, copies, comparisons, checks
 * of length, the export of a person's own data and its erasure.
 */

#include "base/mukana-record.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-issue.h"
#include "base/mukana-text.h"

G_DEFINE_ABSTRACT_TYPE (MukanaRecord, mukana_record, G_TYPE_OBJECT)

static inline gpointer
peek_slot (gpointer           self,
           const MukanaField *field)
{
  return (char *) self + field->offset;
}

static gint64
read_int (gpointer           self,
          const MukanaField *field)
{
  if (field->kind == MUKANA_FIELD_DAY)
    return *(MukanaDay *) peek_slot (self, field);

  return *(gint64 *) peek_slot (self, field);
}

static const char *
read_text (gpointer           self,
           const MukanaField *field)
{
  return *(const char **) peek_slot (self, field);
}

static void
mukana_record_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  const MukanaField *field = &MUKANA_RECORD_GET_CLASS (object)->fields[id - 1];

  switch (field->kind)
    {
    case MUKANA_FIELD_TEXT:
      g_value_set_string (value, read_text (object, field));
      break;
    case MUKANA_FIELD_BOOL:
      g_value_set_boolean (value, read_int (object, field) != 0);
      break;
    case MUKANA_FIELD_INT:
    case MUKANA_FIELD_CENTS:
    case MUKANA_FIELD_DAY:
    case MUKANA_FIELD_TIME:
    default:
      g_value_set_int64 (value, read_int (object, field));
      break;
    }
}

static void
mukana_record_finalize (GObject *object)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == MUKANA_FIELD_TEXT)
      g_free (*(char **) peek_slot (object, &klass->fields[i]));

  G_OBJECT_CLASS (mukana_record_parent_class)->finalize (object);
}

static void
mukana_record_class_init (MukanaRecordClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_record_finalize;
}

static void
mukana_record_init (MukanaRecord *self)
{
}

/** mukana_field_may_be_unsaid: Returns: whether "not said" is another value than 0 in the field */
gboolean
mukana_field_may_be_unsaid (const MukanaField *field)
{
  return (field->kind == MUKANA_FIELD_INT || field->kind == MUKANA_FIELD_CENTS) &&
         (field->flags & (MUKANA_FIELD_REQUIRED | MUKANA_FIELD_UNSAID)) != 0;
}

/* Days and what must be said begin as "unknown", which is not zero; everything else is zero
 * already. */
static void
mukana_record_constructed (GObject *object)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (object);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].kind == MUKANA_FIELD_DAY)
      *(MukanaDay *) peek_slot (object, &klass->fields[i]) = MUKANA_DAY_NONE;
    else if (mukana_field_may_be_unsaid (&klass->fields[i]))
      *(gint64 *) peek_slot (object, &klass->fields[i]) = MUKANA_NUMBER_UNSAID;

  G_OBJECT_CLASS (mukana_record_parent_class)->constructed (object);
}

/**
 * mukana_record_class_set_fields:
 * @fields: static; its order is the order of the properties
 *
 * To be called in class_init of each record.
 */
void
mukana_record_class_set_fields (MukanaRecordClass *klass,
                                const MukanaField *fields,
                                guint              n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->fields = fields;
  klass->n_fields = n_fields;

  /* Again in every subclass: GObject resets get_property for each of them. */
  object_class->get_property = mukana_record_get_property;
  object_class->constructed = mukana_record_constructed;

  for (guint i = 0; i < n_fields; i++)
    {
      const char *name = fields[i].name;
      GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
      GParamSpec *pspec;

      if (fields[i].kind == MUKANA_FIELD_TEXT)
        pspec = g_param_spec_string (name, NULL, NULL, NULL, flags);
      else if (fields[i].kind == MUKANA_FIELD_BOOL)
        pspec = g_param_spec_boolean (name, NULL, NULL, FALSE, flags);
      else
        pspec = g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);

      g_object_class_install_property (object_class, i + 1, pspec);
    }
}

/** mukana_record_peek_fields: Returns: borrowed, the field table */
const MukanaField *
mukana_record_peek_fields (MukanaRecord *self,
                           guint        *n_fields)
{
  *n_fields = MUKANA_RECORD_GET_CLASS (self)->n_fields;
  return MUKANA_RECORD_GET_CLASS (self)->fields;
}

/** mukana_record_find_field: Returns: (nullable): borrowed */
const MukanaField *
mukana_record_find_field (MukanaRecord *self,
                          const char   *name)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (strcmp (klass->fields[i].name, name) == 0)
      return &klass->fields[i];

  return NULL;
}

/** mukana_record_peek_text: Returns: (nullable): borrowed, the value of the text field @name */
const char *
mukana_record_peek_text (MukanaRecord *self,
                         const char   *name)
{
  const MukanaField *field = mukana_record_find_field (self, name);

  g_return_val_if_fail (field != NULL && field->kind == MUKANA_FIELD_TEXT, NULL);
  return read_text (self, field);
}

/** mukana_record_get_int: Returns: the value of a field that is not text */
gint64
mukana_record_get_int (MukanaRecord *self,
                       const char   *name)
{
  const MukanaField *field = mukana_record_find_field (self, name);

  g_return_val_if_fail (field != NULL && field->kind != MUKANA_FIELD_TEXT, 0);
  return read_int (self, field);
}

void
mukana_record_init_field_text (gpointer           self,
                               const MukanaField *field,
                               const char        *value)
{
  char **slot = peek_slot (self, field);

  g_free (*slot);
  *slot = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

void
mukana_record_init_field_int (gpointer           self,
                              const MukanaField *field,
                              gint64             value)
{
  if (field->kind == MUKANA_FIELD_DAY)
    *(MukanaDay *) peek_slot (self, field) = (MukanaDay) value;
  else
    *(gint64 *) peek_slot (self, field) = value;
}

/** mukana_record_init_text: sets a text field of a record still in the making; "" becomes NULL */
void
mukana_record_init_text (gpointer    self,
                         const char *name,
                         const char *value)
{
  const MukanaField *field = mukana_record_find_field (self, name);

  g_return_if_fail (field != NULL && field->kind == MUKANA_FIELD_TEXT);
  mukana_record_init_field_text (self, field, value);
}

/** mukana_record_init_int: sets any other field of a record still in the making */
void
mukana_record_init_int (gpointer    self,
                        const char *name,
                        gint64      value)
{
  const MukanaField *field = mukana_record_find_field (self, name);

  g_return_if_fail (field != NULL && field->kind != MUKANA_FIELD_TEXT);
  mukana_record_init_field_int (self, field, value);
}

static gpointer
copy_record (MukanaRecord *self)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (self);
  gpointer copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      if (klass->fields[i].kind == MUKANA_FIELD_TEXT)
        mukana_record_init_field_text (copy, &klass->fields[i],
                                       read_text (self, &klass->fields[i]));
      else
        mukana_record_init_field_int (copy, &klass->fields[i], read_int (self, &klass->fields[i]));
    }

  return copy;
}

/** mukana_record_with_text: Returns: yours, a copy in which the text field @name is @value */
gpointer
mukana_record_with_text (gpointer    self,
                         const char *name,
                         const char *value)
{
  gpointer copy = copy_record (self);

  mukana_record_init_text (copy, name, value);
  return copy;
}

/** mukana_record_with_int: Returns: yours, a copy in which the field @name is @value */
gpointer
mukana_record_with_int (gpointer    self,
                        const char *name,
                        gint64      value)
{
  gpointer copy = copy_record (self);

  mukana_record_init_int (copy, name, value);
  return copy;
}

static gboolean
field_equal (MukanaRecord      *a,
             MukanaRecord      *b,
             const MukanaField *field)
{
  if (field->kind == MUKANA_FIELD_TEXT)
    return g_strcmp0 (read_text (a, field), read_text (b, field)) == 0;

  return read_int (a, field) == read_int (b, field);
}

/** mukana_record_equal: Returns: whether two records of one type hold the same values */
gboolean
mukana_record_equal (MukanaRecord *a,
                     MukanaRecord *b)
{
  g_autofree char *changes = mukana_record_dup_changes (a, b);

  return changes == NULL;
}

/**
 * mukana_record_dup_changes:
 * @before: a record
 * @after: another of the same type
 *
 * Returns: (nullable): yours, the names of the fields that differ, separated by
 *   spaces and without their values; NULL when none does
 */
char *
mukana_record_dup_changes (MukanaRecord *before,
                           MukanaRecord *after)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (before);
  GString *names = g_string_new (NULL);

  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    if (!field_equal (before, after, &klass->fields[i]))
      g_string_append_printf (names, "%s%s", names->len > 0 ? " " : "", klass->fields[i].name);

  return g_string_free (names, names->len == 0);
}

/**
 * mukana_record_dup_difference:
 * @before: a record
 * @after: another of the same type
 *
 * Returns: (transfer floating): a{sv}, the fields that differ with their values of @after: a text
 *   as a string, "" when there is none; all else as an int64
 */
GVariant *
mukana_record_dup_difference (MukanaRecord *before,
                              MukanaRecord *after)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (before);
  GVariantDict values = G_VARIANT_DICT_INIT (NULL);

  g_return_val_if_fail (G_OBJECT_TYPE (before) == G_OBJECT_TYPE (after), NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const MukanaField *field = &klass->fields[i];
      const char *text = field->kind == MUKANA_FIELD_TEXT ? read_text (after, field) : NULL;

      if (field_equal (before, after, field))
        continue;
      if (field->kind == MUKANA_FIELD_TEXT)
        g_variant_dict_insert (&values, field->name, "s", text != NULL ? text : "");
      else
        g_variant_dict_insert (&values, field->name, "x", read_int (after, field));
    }

  return g_variant_dict_end (&values);
}

/**
 * mukana_record_with_difference:
 * @difference: a{sv}, as mukana_record_dup_difference() made it, perhaps by another release
 *
 * Returns: yours, a copy of @self with those values; what is no field of it is passed over
 */
gpointer
mukana_record_with_difference (gpointer  self,
                               GVariant *difference)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (self);
  gpointer copy = copy_record (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const MukanaField *field = &klass->fields[i];
      const char *text;
      gint64 number;

      if (field->kind == MUKANA_FIELD_TEXT &&
          g_variant_lookup (difference, field->name, "&s", &text))
        mukana_record_init_field_text (copy, field, text);
      else if (field->kind != MUKANA_FIELD_TEXT &&
               g_variant_lookup (difference, field->name, "x", &number))
        mukana_record_init_field_int (copy, field, number);
    }

  return copy;
}

static gboolean
is_choice (const MukanaField *field,
           const char        *value)
{
  return field->choices == NULL || g_strv_contains (field->choices, value);
}

static void
check_number (const MukanaField *field,
              gint64             number,
              GPtrArray         *issues)
{
  if (mukana_field_may_be_unsaid (field) && number == MUKANA_NUMBER_UNSAID)
    {
      if (field->flags & MUKANA_FIELD_REQUIRED)
        mukana_issues_add (issues, field->name, N_("A number is needed."));
    }
  else if (field->limit > 0 && field->kind != MUKANA_FIELD_DAY &&
           (number < 0 || number > field->limit))
    mukana_issues_add (issues, field->name, N_("This number is too small or too large."));
}

/**
 * mukana_record_check:
 * @issues: (inout): the findings, to which more are added
 *
 * The rules that the table itself tells: what must be there, how long or large
 * it may be, and closed sets.  Each record adds its own in its …_check().
 */
void
mukana_record_check (MukanaRecord *self,
                     GPtrArray    *issues)
{
  MukanaRecordClass *klass = MUKANA_RECORD_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const MukanaField *field = &klass->fields[i];
      const char *text;

      if (field->kind != MUKANA_FIELD_TEXT)
        {
          check_number (field, read_int (self, field), issues);
          continue;
        }

      text = read_text (self, field);
      if (mukana_text_is_empty (text))
        {
          if (field->flags & MUKANA_FIELD_REQUIRED)
            mukana_issues_add (issues, field->name, N_("This must not be empty."));
        }
      else if (field->limit > 0 && strlen (text) > (gsize) field->limit)
        mukana_issues_add (issues, field->name, N_("This is too long."));
      else if (!is_choice (field, text))
        mukana_issues_add (issues, field->name, N_("This is not one of the choices."));
    }
}

/** mukana_record_compare_ids: of two gint64, for sorting and searching an array of ids */
int
mukana_record_compare_ids (gconstpointer a,
                           gconstpointer b)
{
  const gint64 *left = a, *right = b;

  return (*left > *right) - (*left < *right);
}
