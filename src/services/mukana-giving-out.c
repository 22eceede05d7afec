/* mukana-giving-out.c: lists of people that leave the register: to write to, or as a file.
 *
 * Both are read at the door, so that nobody is in them who may not be; to be written to rests
 * on a purpose of its own.  A list has no themes: what somebody has lived through is not needed
 * to reach them.  Its headings are those that an import knows.
 *
 * Each person's journal says that they were in it, because whoever takes back a consent may ask
 * where their data are (GDPR 15(1)(c), 19).
 */

#include "services/mukana-giving-out.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-codes.h"
#include "domain/mukana-field-words.h"
#include "domain/mukana-person-parts.h"
#include "services/mukana-lexicon.h"
#include "services/mukana-listing.h"
#include "services/mukana-new-file.h"
#include "services/mukana-sheet.h"
#include "store/mukana-journal.h"

void
mukana_given_out_free (MukanaGivenOut *self)
{
  g_clear_pointer (&self->people, g_ptr_array_unref);
  g_free (self);
}

/* Rows of all of @ids, a page at a time. */
static GPtrArray *
read_pages (MukanaDb    *db,
            const char  *statement,
            GType        type,
            GArray      *ids,
            GError     **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint start = 0; start < ids->len; start += MUKANA_LIST_PAGE)
    {
      MukanaIdPage page = { .n_ids = MIN (MUKANA_LIST_PAGE, ids->len - start) };
      GPtrArray *rows;

      memcpy (page.ids, &g_array_index (ids, gint64, start), page.n_ids * sizeof (gint64));
      if ((rows = mukana_listing_rows (db, statement, type, &page, error)) == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, rows);
    }

  return g_steal_pointer (&all);
}

static int
compare_by_name (gconstpointer a,
                 gconstpointer b)
{
  MukanaPerson *one = *(MukanaPerson **) a;
  MukanaPerson *other = *(MukanaPerson **) b;
  int order = g_strcmp0 (one->sort_key, other->sort_key);

  return order != 0 ? order : (one->id > other->id) - (one->id < other->id);
}

static gboolean
note_each (MukanaDb    *db,
           const char  *action,
           GArray      *ids,
           const char  *fields,
           GError     **error)
{
  for (guint i = 0; i < ids->len; i++)
    if (!mukana_journal_add (db, action, MUKANA_KIND_PERSON, g_array_index (ids, gint64, i), fields,
                             error))
      return FALSE;

  return TRUE;
}

static MukanaGivenOut *
read_people (MukanaDb    *db,
             const char  *statement,
             GArray      *ids,
             GError     **error)
{
  MukanaGivenOut *given = g_new0 (MukanaGivenOut, 1);

  given->people = read_pages (db, statement, MUKANA_TYPE_PERSON, ids, error);
  if (given->people == NULL)
    {
      mukana_given_out_free (given);
      return NULL;
    }

  g_ptr_array_sort (given->people, compare_by_name);
  given->n_withheld = ids->len - given->people->len;
  return given;
}

static gpointer
contacts_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (MukanaGivenOut) given = read_people (db, "given.people", arg, error);
  MukanaGivenOut *contacts = given ? read_people (db, "given.contactable", arg, error) : NULL;

  if (contacts == NULL)
    return NULL;

  contacts->n_withheld = given->n_withheld;
  contacts->n_not_asked = given->people->len - contacts->people->len;
  return contacts;
}

static gpointer
contacts_note_run (MukanaDb      *db,
                   gpointer       arg,
                   GCancellable  *cancellable,
                   GError       **error)
{
  note_each (db, "giving-out.addresses", arg, "email", error);
  return NULL;
}

static gboolean
look_at_contacts (gconstpointer  arg,
                  MukanaLook    *look)
{
  *look = (MukanaLook) { "giving-out.contacts", MUKANA_KIND_PERSON, 0, "email phone" };
  return TRUE;
}

const MukanaJob mukana_giving_contacts_job = {
  "giving-out.contacts", MUKANA_LANE_DOOR, contacts_run, (GDestroyNotify) mukana_given_out_free,
  .looks_at = look_at_contacts
};
const MukanaJob mukana_giving_contacts_note_job = {
  "giving-out.contacts-note", MUKANA_LANE_WRITE, contacts_note_run, NULL
};

/* ---- As a file ---- */

MukanaListFile *
mukana_list_file_new (GArray     *ids,
                      const char *path)
{
  MukanaListFile *self = g_new0 (MukanaListFile, 1);

  self->ids = g_array_ref (ids);
  self->path = g_strdup (path);
  return self;
}

void
mukana_list_file_free (MukanaListFile *self)
{
  g_array_unref (self->ids);
  g_free (self->path);
  g_free (self);
}

static void
free_words (gpointer words)
{
  g_string_free (words, TRUE);
}

static const char * const columns[] = {
  "given-name", "family-name", "roles", "email", "phone", "municipality-code", "work-languages",
  "state",
};

/* Returns: yours, gint64 id -> GString: the words of each one's roles */
static GHashTable *
gather_roles (GPtrArray     *roles,
              MukanaLexicon *words)
{
  GHashTable *by_person = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_words);

  for (guint i = 0; i < roles->len; i++)
    {
      MukanaRoleTerm *role = g_ptr_array_index (roles, i);
      GString *text = g_hash_table_lookup (by_person, &role->person_id);

      if (text == NULL)
        g_hash_table_insert (by_person, &role->person_id, text = g_string_new (NULL));
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              mukana_lexicon_label (words, MUKANA_LEXICON_ROLE, role->role_code));
    }

  return by_person;
}

static void
add_person (MukanaSheet   *sheet,
            MukanaPerson  *person,
            GHashTable    *roles,
            MukanaLexicon *words)
{
  GString *role_words = g_hash_table_lookup (roles, &person->id);

  mukana_sheet_begin_row (sheet);
  mukana_sheet_add_text (sheet, person->given_name);
  mukana_sheet_add_text (sheet, person->family_name);
  mukana_sheet_add_text (sheet, role_words != NULL ? role_words->str : NULL);
  mukana_sheet_add_text (sheet, person->email);
  mukana_sheet_add_text (sheet, person->phone);
  mukana_sheet_add_text (sheet, person->municipality_code != NULL
                                ? mukana_lexicon_label (words, MUKANA_LEXICON_MUNICIPALITY,
                                                        person->municipality_code) : NULL);
  mukana_sheet_add_text (sheet, person->work_languages);
  mukana_sheet_add_text (sheet, _(mukana_code_label (mukana_person_states, person->state)));
}

static GBytes *
make_list (MukanaDb             *db,
           const MukanaListFile *file,
           MukanaGivenOut       *given,
           GError              **error)
{
  g_autoptr (MukanaLexicon) words = mukana_lexicon_load (db, error);
  g_autoptr (GPtrArray) roles = words ? read_pages (db, "given.roles", MUKANA_TYPE_ROLE_TERM,
                                                    file->ids, error) : NULL;
  g_autoptr (MukanaSheet) sheet = mukana_sheet_new ();
  g_autoptr (GHashTable) by_person = NULL;

  if (roles == NULL)
    return NULL;

  by_person = gather_roles (roles, words);
  mukana_sheet_begin_row (sheet);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    mukana_sheet_add_text (sheet, _(mukana_field_label (columns[i])));
  for (guint i = 0; i < given->people->len; i++)
    add_person (sheet, g_ptr_array_index (given->people, i), by_person, words);

  return g_str_has_suffix (file->path, ".xlsx") ? mukana_sheet_to_xlsx (sheet, error)
                                                : mukana_sheet_to_list (sheet);
}

static gpointer
list_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaListFile *asked = arg;
  g_autoptr (MukanaGivenOut) given = read_people (db, "given.people", asked->ids, error);
  g_autoptr (GArray) ids = NULL;
  g_autoptr (GBytes) content = given ? make_list (db, asked, given, error) : NULL;
  MukanaListFile *written;

  if (content == NULL ||
      !mukana_new_file_write (asked->path, g_bytes_get_data (content, NULL),
                              g_bytes_get_size (content), error))
    return NULL;

  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < given->people->len; i++)
    g_array_append_val (ids, ((MukanaPerson *) g_ptr_array_index (given->people, i))->id);
  written = mukana_list_file_new (ids, asked->path);
  written->n_given = given->people->len;
  written->n_withheld = given->n_withheld;
  return written;
}

const MukanaJob mukana_giving_list_job = {
  "giving-out.list", MUKANA_LANE_DOOR, list_run, (GDestroyNotify) mukana_list_file_free
};

static gpointer
note_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  const MukanaListFile *file = arg;

  mukana_db_hold_file (db, file->path);
  if (mukana_journal_add (db, "giving-out.list", MUKANA_KIND_REGISTER, 0, NULL, error))
    note_each (db, "giving-out.listed", file->ids,
               "given-name family-name roles email phone municipality-code work-languages state",
               error);
  return NULL;
}

const MukanaJob mukana_giving_note_job = { "giving-out.note", MUKANA_LANE_WRITE, note_run, NULL };
