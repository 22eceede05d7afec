/* mukana-record-io.c: between a field table and the columns of a statement.
 *
 * Field "given-name" is column and parameter given_name.  A statement may have
 * fewer columns than the record has fields, and parameters of its own beside
 * the record's; those are bound by whoever calls.
 */

#include "store/mukana-record-io.h"

#include "base/mukana-error.h"

#define MAX_NAME 64

static const char *
to_column (const char *name,
           char        column[MAX_NAME])
{
  g_strlcpy (column, name, MAX_NAME);
  return g_strdelimit (column, "-", '_');
}

static void
read_field (MukanaQuery       *query,
            guint              column,
            gpointer           record,
            const MukanaField *field)
{
  MukanaValue value;

  mukana_query_get_value (query, column, &value);
  if (field->kind == MUKANA_FIELD_TEXT)
    mukana_record_init_field_text (record, field,
                                   value.kind == MUKANA_VALUE_TEXT ? value.text : NULL);
  else if (field->kind == MUKANA_FIELD_DAY)
    mukana_record_init_field_int (record, field,
                                  mukana_day_parse_iso (value.kind == MUKANA_VALUE_TEXT ? value.text
                                                                                        : NULL));
  else
    mukana_record_init_field_int (record, field, value.number);
}

/** mukana_record_read: Returns: yours, the record in the row where @query stands */
gpointer
mukana_record_read (MukanaQuery *query,
                    GType        type)
{
  MukanaRecord *record = g_object_new (type, NULL);
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (record, &n_fields);
  char name[MAX_NAME];

  for (guint i = 0; i < n_fields; i++)
    {
      int column = mukana_query_column (query, to_column (fields[i].name, name));

      if (column >= 0)
        read_field (query, (guint) column, record, &fields[i]);
    }

  return record;
}

/** mukana_record_bind: binds every field that @query has a parameter for */
void
mukana_record_bind (MukanaRecord *self,
                    MukanaQuery  *query)
{
  guint n_fields;
  const MukanaField *fields = mukana_record_peek_fields (self, &n_fields);
  char name[MAX_NAME];

  for (guint i = 0; i < n_fields; i++)
    {
      MukanaArg arg;

      if (!mukana_query_wants (query, to_column (fields[i].name, name)))
        continue;

      if (fields[i].kind == MUKANA_FIELD_TEXT)
        arg = mukana_text (name, mukana_record_peek_text (self, fields[i].name));
      else if (fields[i].kind == MUKANA_FIELD_DAY)
        arg = mukana_day (name, (MukanaDay) mukana_record_get_int (self, fields[i].name));
      else
        arg = mukana_int (name, mukana_record_get_int (self, fields[i].name));

      mukana_query_bind (query, &arg);
    }
}

/** mukana_record_read_one: Returns: yours; %MUKANA_ERROR_NOT_FOUND when there is no row */
gpointer
mukana_record_read_one (MukanaQuery  *query,
                        GType         type,
                        GError      **error)
{
  int result;

  if (query == NULL || (result = mukana_query_step (query, error)) < 0)
    return NULL;

  if (result == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no such %s",
                   g_type_name (type));
      return NULL;
    }

  return mukana_record_read (query, type);
}

/** mukana_record_read_all: Returns: yours, every row as a record; NULL with @error set */
GPtrArray *
mukana_record_read_all (MukanaQuery  *query,
                        GType         type,
                        GError      **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  int result;

  if (query == NULL)
    return NULL;

  while ((result = mukana_query_step (query, error)) > 0)
    g_ptr_array_add (records, mukana_record_read (query, type));

  return result < 0 ? NULL : g_steal_pointer (&records);
}

/**
 * mukana_record_get:
 * @statement: a SELECT with the one parameter :id
 *
 * Errors: %MUKANA_ERROR_NOT_FOUND
 * Returns: yours
 */
gpointer
mukana_record_get (MukanaDb    *db,
                   const char  *statement,
                   gint64       id,
                   GType        type,
                   GError     **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, statement, error, mukana_int ("id", id));

  return mukana_record_read_one (query, type, error);
}

/** mukana_record_list_args: Returns: yours, every row as a record; NULL with @error set */
GPtrArray *
mukana_record_list_args (MukanaDb         *db,
                         const char       *statement,
                         GType             type,
                         GError          **error,
                         const MukanaArg  *args)
{
  g_autoptr (MukanaQuery) query = mukana_db_select_args (db, statement, error, args);

  return mukana_record_read_all (query, type, error);
}

/**
 * mukana_record_stamped:
 * @record: with the fields "created-at" and "updated-at"
 *
 * Returns: yours, a copy that says it was saved now, and made now if it was not before
 */
gpointer
mukana_record_stamped (MukanaDb *db,
                       gpointer  record)
{
  gpointer stamped = mukana_record_with_int (record, "updated-at", mukana_db_now_us (db));

  if (mukana_record_get_int (stamped, "created-at") == 0)
    mukana_record_init_int (stamped, "created-at", mukana_db_now_us (db));

  return stamped;
}

/**
 * mukana_record_insert:
 * @statement: an INSERT … RETURNING id whose parameters are fields of @record
 *
 * Errors: %MUKANA_ERROR_NOT_ALLOWED when a guard in the statement let nothing in
 * Returns: the id, or -1
 */
gint64
mukana_record_insert (MukanaDb      *db,
                      const char    *statement,
                      MukanaRecord  *record,
                      GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);
  int result;

  if (query == NULL)
    return -1;

  mukana_record_bind (record, query);
  if ((result = mukana_query_step (query, error)) > 0)
    return mukana_query_get_int (query, "id");

  if (result == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED, "%s: nothing was added", statement);
  return -1;
}

/**
 * mukana_record_update:
 * @statement: an UPDATE … WHERE id = :id AND version = :version
 *
 * Errors: %MUKANA_ERROR_CONFLICT when somebody saved it since @record was read
 */
gboolean
mukana_record_update (MukanaDb      *db,
                      const char    *statement,
                      MukanaRecord  *record,
                      GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_prepare (db, statement, NULL, error);
  gint64 n_changed;

  if (query == NULL)
    return FALSE;

  mukana_record_bind (record, query);
  if ((n_changed = mukana_query_run (query, error)) == 0)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT, "The record was changed since");

  return n_changed > 0;
}
