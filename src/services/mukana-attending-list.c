/* mukana-attending-list.c: lists of who comes to an event, in and out.
 *
 * A list that comes in is read by the confined helper, and only names, diets and addresses are
 * taken from it: an address says whose name it is, and is not kept.  One that goes out is
 * written at the door, for whoever arranges events, and names those whom they see.
 */

#include "services/mukana-attending.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "base/mukana-issue.h"
#include "base/mukana-text.h"
#include "domain/mukana-registration-columns.h"
#include "services/mukana-new-file.h"
#include "services/mukana-sheet.h"
#include "services/mukana-table.h"
#include "store/mukana-journal.h"
#include "store/mukana-record-io.h"

#define MOST_ROWS 2000

MukanaAttendingList *
mukana_attending_list_new (gint64      occurrence_id,
                           const char *path)
{
  MukanaAttendingList *self = g_new0 (MukanaAttendingList, 1);

  self->occurrence_id = occurrence_id;
  self->path = g_strdup (path);
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->diets = g_ptr_array_new_with_free_func (g_object_unref);
  self->other_diets = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
mukana_attending_list_free (MukanaAttendingList *self)
{
  g_free (self->path);
  g_clear_pointer (&self->columns, g_array_unref);
  g_strfreev (self->headings);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->diets);
  g_ptr_array_unref (self->other_diets);
  g_free (self);
}

/* ---- In ---- */

/* Returns: (nullable): yours, stripped; NULL when there is nothing */
static char *
dup_cell (MukanaTable *table,
          guint        row,
          guint        column)
{
  const char *cell = column < mukana_table_get_n_cells (table, row)
                       ? mukana_table_peek_cell (table, row, column) : NULL;
  char *text = g_strstrip (g_strdup (cell != NULL ? cell : ""));

  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* "Allergies?  No" says nothing about a diet. */
static gboolean
is_no (const char *cell)
{
  static const char * const words[] = { "", "ei", "ei ole", "ei mitään", "nej", "inga", "inget",
                                        "no", "none", NULL };
  g_autofree char *folded = mukana_text_fold (cell);

  return g_strv_contains (words, folded);
}

/* Returns: (nullable): yours; of diets all that columns tell, of others the first */
static char *
dup_of_kind (MukanaTable *table,
             guint        row,
             GArray      *columns,
             guint8       kind)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      g_autofree char *cell = g_array_index (columns, guint8, i) == kind
                                ? dup_cell (table, row, i) : NULL;

      if (cell == NULL || (kind == MUKANA_REGISTRATION_DIET ? is_no (cell) : text->len > 0))
        continue;
      if (text->len > 0)
        g_string_append (text, ", ");
      g_string_append (text, cell);
    }

  return g_string_free (text, text->len == 0);
}

static MukanaRegistration *
read_row (MukanaTable *table,
          guint        row,
          GArray      *columns,
          gint64       occurrence_id)
{
  MukanaRegistration *registration = g_object_new (MUKANA_TYPE_REGISTRATION, NULL);
  g_autofree char *name = dup_of_kind (table, row, columns, MUKANA_REGISTRATION_NAME);
  g_autofree char *given = dup_of_kind (table, row, columns, MUKANA_REGISTRATION_GIVEN_NAME);
  g_autofree char *family = dup_of_kind (table, row, columns, MUKANA_REGISTRATION_FAMILY_NAME);
  g_autofree char *email = dup_of_kind (table, row, columns, MUKANA_REGISTRATION_EMAIL);
  g_autofree char *diet = dup_of_kind (table, row, columns, MUKANA_REGISTRATION_DIET);
  g_autofree char *both = given != NULL && family != NULL ? g_strdup_printf ("%s %s", given, family)
                                                          : g_strdup (given ? given : family);

  mukana_record_init_int (registration, "occurrence-id", occurrence_id);
  mukana_record_init_text (registration, "name", name != NULL ? name : both);
  mukana_record_init_text (registration, "email", email);
  mukana_record_init_text (registration, "diet", diet);
  return registration;
}

/* Of people and contacts by their id, of others by their name. */
static char *
dup_key (MukanaDb            *db,
         MukanaRegistration  *row,
         GError             **error)
{
  gint64 person_id = row->person_id, contact_id = row->contact_id;

  if (person_id == 0 && contact_id == 0 &&
      !mukana_attending_find (db, row->email, &person_id, &contact_id, error))
    return NULL;

  if (person_id > 0 || contact_id > 0)
    return person_id > 0 ? g_strdup_printf ("p%" G_GINT64_FORMAT, person_id)
                         : g_strdup_printf ("c%" G_GINT64_FORMAT, contact_id);

  return mukana_text_fold (row->name != NULL ? row->name : row->email);
}

/* A diet for somebody who is registered without one comes in; one that differs from what is
 * known is told, because a list may be older than what somebody wrote. */
static void
take_diet (MukanaAttendingList *list,
           MukanaRegistration  *there,
           MukanaRegistration  *row)
{
  g_autofree char *old = mukana_text_fold (there->diet), *new = mukana_text_fold (row->diet);

  if (row->diet == NULL || g_str_equal (old, new))
    return;
  if (there->diet != NULL)
    {
      const char *name = row->name != NULL ? row->name : row->email;

      if (!g_ptr_array_find_with_equal_func (list->other_diets, name, g_str_equal, NULL))
        g_ptr_array_add (list->other_diets, g_strdup (name));
      return;
    }

  /* Nobody has seen these yet. */
  mukana_record_init_text (there, "diet", row->diet);
  if (there->id != 0)
    g_ptr_array_add (list->diets, g_object_ref (there));
}

static gboolean
has_issue (GPtrArray  *issues,
           const char *field)
{
  for (guint i = 0; i < issues->len; i++)
    if (g_strcmp0 (((MukanaIssue *) g_ptr_array_index (issues, i))->field, field) == 0)
      return TRUE;

  return FALSE;
}

static gboolean
take_row (MukanaDb             *db,
          MukanaAttendingList  *list,
          MukanaRegistration   *row,
          GHashTable           *there,
          GError              **error)
{
  g_autoptr (GPtrArray) issues = NULL;
  g_autofree char *key = NULL;
  MukanaRegistration *same;

  if (row->name == NULL && row->email == NULL)
    {
      list->n_empty++;
      return TRUE;
    }
  if ((key = dup_key (db, row, error)) == NULL)
    return FALSE;

  issues = mukana_registration_check (row);
  if (has_issue (issues, "diet"))
    {
      list->n_long++;
      return TRUE;
    }
  if ((same = g_hash_table_lookup (there, key)) != NULL)
    {
      list->n_same++;
      take_diet (list, same, row);
      return TRUE;
    }
  if (issues->len > 0)   /* too long, or an address without a name that is nobody's */
    {
      list->n_empty++;
      return TRUE;
    }

  g_ptr_array_add (list->rows, g_object_ref (row));
  g_hash_table_insert (there, g_steal_pointer (&key), g_object_ref (row));
  return TRUE;
}

static GHashTable *
read_there (MukanaDb  *db,
            gint64     occurrence_id,
            GError   **error)
{
  g_autoptr (GPtrArray) registrations =
    mukana_record_list (db, "registrations.list", MUKANA_TYPE_REGISTRATION, error,
                        mukana_int ("occurrence_id", occurrence_id));
  GHashTable *there = registrations
                        ? g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref)
                        : NULL;

  for (guint i = 0; there != NULL && i < registrations->len; i++)
    {
      MukanaRegistration *registration = g_ptr_array_index (registrations, i);

      g_hash_table_insert (there, dup_key (db, registration, NULL), g_object_ref (registration));
    }

  return there;
}

static GStrv
read_headings (MukanaTable *table)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; mukana_table_get_n_rows (table) > 0 && i < mukana_table_get_n_cells (table, 0);
       i++)
    {
      g_autofree char *heading = dup_cell (table, 0, i);

      g_strv_builder_add (builder, heading != NULL ? heading : "");
    }

  return g_strv_builder_end (builder);
}

/* What was chosen for a heading holds; of the others their words are read. */
static void
read_columns (MukanaTable               *table,
              const MukanaAttendingList *asked,
              MukanaAttendingList       *list)
{
  list->headings = read_headings (table);
  list->columns = asked->columns != NULL && asked->columns->len == g_strv_length (list->headings)
                    ? g_array_copy (asked->columns)
                    : mukana_registration_columns_guess ((const char * const *) list->headings);
  list->says_names = mukana_registration_columns_are_said (list->columns);
}

static gpointer
read_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaAttendingList *asked = arg;
  g_autoptr (MukanaAttendingList) list = mukana_attending_list_new (asked->occurrence_id,
                                                                    asked->path);
  g_autoptr (MukanaTable) table = mukana_table_read_file (asked->path, NULL, cancellable, error);
  g_autoptr (GHashTable) there = NULL;

  if (table == NULL)
    return NULL;

  if (mukana_table_get_n_rows (table) > MOST_ROWS)
    {
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_INVALID,
                           N_("The list has more than two thousand rows."));
      return NULL;
    }

  read_columns (table, asked, list);
  if (!list->says_names)
    return g_steal_pointer (&list);

  there = read_there (db, asked->occurrence_id, error);
  for (guint i = 1; there != NULL && i < mukana_table_get_n_rows (table); i++)
    {
      g_autoptr (MukanaRegistration) row = read_row (table, i, list->columns,
                                                     asked->occurrence_id);

      if (!take_row (db, list, row, there, error))
        return NULL;
    }

  return there != NULL ? g_steal_pointer (&list) : NULL;
}

const MukanaJob mukana_attending_read_job = {
  "attending.read-list", MUKANA_LANE_LONG, read_run, (GDestroyNotify) mukana_attending_list_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

/* ---- Out ---- */

static void
add_row (MukanaSheet        *sheet,
         MukanaRegistration *registration)
{
  mukana_sheet_begin_row (sheet);
  mukana_sheet_add_text (sheet, registration->display_name ? registration->display_name
                                                           : _("Somebody of the register"));
  mukana_sheet_add_text (sheet, registration->organisation_name);
  mukana_sheet_add_text (sheet, registration->diet);
  mukana_sheet_add_day (sheet, registration->registered_on);
  mukana_sheet_add_text (sheet, registration->is_attended ? _("yes") : NULL);
}

static gpointer
write_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  static const char * const headings[] = { N_("Name"), N_("Organisation"), N_("Diet"),
                                           N_("Registered on"), N_("Attended") };
  const MukanaAttendingList *asked = arg;
  g_autoptr (GPtrArray) all =
    mukana_record_list (db, "registrations.list", MUKANA_TYPE_REGISTRATION, error,
                        mukana_int ("occurrence_id", asked->occurrence_id));
  g_autoptr (MukanaSheet) sheet = mukana_sheet_new ();
  g_autoptr (GBytes) content = NULL;

  if (all == NULL)
    return NULL;

  mukana_attending_hide (db, all);
  mukana_sheet_begin_row (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    mukana_sheet_add_text (sheet, _(headings[i]));
  for (guint i = 0; i < all->len; i++)
    add_row (sheet, g_ptr_array_index (all, i));
  content = g_str_has_suffix (asked->path, ".xlsx") ? mukana_sheet_to_xlsx (sheet, error)
                                                    : mukana_sheet_to_list (sheet);
  if (content == NULL ||
      !mukana_new_file_write (asked->path, g_bytes_get_data (content, NULL),
                              g_bytes_get_size (content), error))
    return NULL;

  return mukana_attending_list_new (asked->occurrence_id, asked->path);
}

const MukanaJob mukana_attending_write_job = {
  "attending.write", MUKANA_LANE_DOOR, write_run, (GDestroyNotify) mukana_attending_list_free,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaAttendingList *list = arg;

  mukana_db_hold_file (db, list->path);
  mukana_journal_add (db, "attending.write", MUKANA_KIND_COOPERATION, list->occurrence_id,
                      NULL, error);
  return NULL;
}

const MukanaJob mukana_attending_note_job = {
  "attending.note-write", MUKANA_LANE_WRITE, note_run, NULL,
  .needs = MUKANA_DEED_CHANGE_ORGANISATIONS
};
