/* test-copying.c: a person's copy has everything about them and nothing about anybody else. */

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <libintl.h>
#include <string.h>

#include "kit/mukana-test.h"
#include "schema-kit.h"
#include "services/mukana-catalogue.h"
#include "services/mukana-copying-private.h"
#include "services/mukana-copying.h"
#include "services/mukana-rights.h"

#define ANNA 1000
#define BERT 2000

typedef struct
{
  MukanaTestRegister *place;
  char               *folder;
} Fixture;

static gpointer
fill_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  if (schema_kit_fill (db, ANNA, "anna", error))
    schema_kit_fill (db, BERT, "bert", error);
  return NULL;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  self->folder = g_dir_make_tmp ("mukana-copy-XXXXXX", &error);
  g_assert_no_error (error);
  mukana_test_write (self->place, fill_run, NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
  mukana_test_register_free (self->place);
}

static gpointer
gather_run (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  return mukana_copying_gather_json (db, ANNA, GPOINTER_TO_INT (arg), error);
}

static gpointer
document_run (MukanaDb      *db,
              gpointer       arg,
              GCancellable  *cancellable,
              GError       **error)
{
  g_autoptr (MukanaDocument) document = mukana_copying_make_document (db, ANNA, error);

  return document ? mukana_document_to_text (document) : NULL;
}

static gboolean
has_column (const char         *json,
            const SchemaColumn *column)
{
  g_autofree char *marker = schema_kit_marker ("anna", column);
  g_autofree char *base64 = g_base64_encode ((const guchar *) marker, strlen (marker));
  g_autofree char *key = g_strdup_printf ("\"%s\":", column->column);

  if (!schema_kit_is_marked (column))
    return strstr (json, key) != NULL;

  return strstr (json, g_str_equal (column->type, "{{bytes}}") ? base64 : marker) != NULL;
}

/* Says again what other rows say, in bytes for the program or in words to search by, which tell
 * what others would call it.  What it is made of is in the copy. */
static gboolean
is_derived (const SchemaColumn *column)
{
  static const char * const tables[] = { "match_pack", "match_shelf", "search_term", NULL };

  return g_strv_contains (tables, column->table);
}

static void
copy_has_every_column_about_the_person (Fixture       *self,
                                        gconstpointer  data)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  g_autofree char *json = mukana_test_read (self->place, gather_run, NULL);
  guint n_checked = 0;

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);

      if (g_str_equal (column->privacy, "plain") || is_derived (column) ||
          schema_kit_is_about_somebody_else (column->table))
        continue;
      if (!has_column (json, column))
        g_error ("%s.%s is not in the copy", column->table, column->column);
      n_checked++;
    }

  g_assert_cmpuint (n_checked, >, 100);
}

static void
copy_has_nothing_about_anybody_else (Fixture       *self,
                                     gconstpointer  data)
{
  g_autofree char *json = mukana_test_read (self->place, gather_run, NULL);
  g_autofree char *given = mukana_test_read (self->place, gather_run, GINT_TO_POINTER (TRUE));
  g_autofree char *text = mukana_test_read (self->place, document_run, NULL);

  g_assert_null (strstr (json, "bert"));
  g_assert_null (strstr (json, "2000"));
  g_assert_null (strstr (json, "twin"));
  g_assert_null (strstr (given, "bert"));
  g_assert_null (strstr (text, "bert"));
  g_assert_null (strstr (text, "twin"));
}

static void
requester_is_not_in_the_copy_of_whom_they_asked_for (Fixture       *self,
                                                     gconstpointer  data)
{
  g_autofree char *json = mukana_test_read (self->place, gather_run, NULL);

  g_assert_null (strstr (json, "anna~request~requester_name"));
  g_assert_nonnull (strstr (json, "anna~request~title"));
}

static void
document_reads_what_the_machine_reads (Fixture       *self,
                                       gconstpointer  data)
{
  static const char * const told[] = {
    "anna~person~display_name", "anna~person~note", "anna~person_note~body",
    "anna~guardian~name", "anna~feedback~body", "anna~absence~reason", "anna~journal~actor",
    "anna~field_change~old_value", "anna~fee_line~calculation"
  };
  g_autofree char *text = mukana_test_read (self->place, document_run, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    if (strstr (text, told[i]) == NULL)
      g_error ("%s is not in the document", told[i]);
}

/* GDPR 12(1): in a form that whoever gets it understands. */
static void
document_names_no_column_by_its_own_name (Fixture       *self,
                                          gconstpointer  data)
{
  g_autoptr (GPtrArray) columns = schema_kit_columns ();
  g_autofree char *text = mukana_test_read (self->place, document_run, NULL);

  for (guint i = 0; i < columns->len; i++)
    {
      SchemaColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *raw = g_strdup_printf ("\n%s: ", column->column);

      if (strstr (text, raw) != NULL)
        g_error ("%s.%s has no words in the copy", column->table, column->column);
    }
}

static void
document_says_values_in_words (Fixture       *self,
                               gconstpointer  data)
{
  g_autofree char *text = NULL;

  mukana_test_sql (self->place,
                   "DELETE FROM field_change WHERE person_id = 1000; "
                   "INSERT INTO field_change (at, actor, kind, record_id, person_id, field, "
                   "old_value, new_value) VALUES "
                   "(1, 'maija', 'person', 1000, 1000, 'non-disclosure', '0', '1'), "
                   "(2, 'maija', 'person', 1000, 1000, 'times', NULL, "
                   "'weekday=6\tstart-minute=810\tend-minute=840'); "
                   "UPDATE assignment SET notice_hours = -1, actual_minutes = 90 "
                   "WHERE person_id = 1000; "
                   "UPDATE fee_line SET limit_cents = -1 WHERE person_id = 1000; "
                   "UPDATE availability SET weekday = 2 WHERE person_id = 1000");
  text = mukana_test_read (self->place, document_run, NULL);

  g_assert_nonnull (strstr (text, "Before: no\nAfter: yes"));
  g_assert_nonnull (strstr (text, "Before: empty\nAfter: Sat 13.30\u201314.00"));
  g_assert_nonnull (strstr (text, "Weekday: Tue"));
  g_assert_nonnull (strstr (text, "Time worked: 1 h 30 min"));
  g_assert_null (strstr (text, ": -1"));
  g_assert_null (strstr (text, "weekday="));
}

/* "Burnout" and "alcoholic" are what somebody else might search by. */
static void
copy_leaves_out_the_words_to_search_by_and_says_so (Fixture       *self,
                                                    gconstpointer  data)
{
  g_autofree char *json = mukana_test_read (self->place, gather_run, NULL);
  g_autofree char *text = mukana_test_read (self->place, document_run, NULL);

  g_assert_null (strstr (json, "anna~search_term"));
  g_assert_nonnull (strstr (json, "Left out are the words"));
  g_assert_nonnull (strstr (text, "Left out are the words"));
}

/* GDPR 15(1): what the data are for, who gets them, how long they stay, whom to complain to. */
static void
copy_tells_what_the_data_are_for_in_the_language_of_the_person (Fixture       *self,
                                                                gconstpointer  data)
{
  static const char * const told[] = { "Dataskyddsombud", "löneräkningen",
                                       "Hur länge uppgifterna bevaras", "dataombudsmannen" };
  g_autofree char *text = NULL;

  mukana_test_sql (self->place, "UPDATE person SET contact_language = 'sv' WHERE id = 1000");
  text = mukana_test_read (self->place, document_run, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    g_assert_nonnull (strstr (text, told[i]));
}

static void
add_number (GByteArray *bytes,
            guint32     number)
{
  g_byte_array_append (bytes, (const guint8 *) &number, sizeof number);
}

/* A catalogue as msgfmt makes it, of what is sorted already. */
static void
write_catalogue (const char         *path,
                 const char * const *words,
                 const char * const *said,
                 guint               n)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GString) texts = g_string_new (NULL);
  const guint32 header[] = { 0x950412deu, 0, n, 28, 28 + n * 8, 0, 0 };
  g_autofree char *folder = g_path_get_dirname (path);

  for (guint i = 0; i < G_N_ELEMENTS (header); i++)
    add_number (bytes, header[i]);
  for (guint table = 0; table < 2; table++)
    for (guint i = 0; i < n; i++)
      {
        const char *text = table == 0 ? words[i] : said[i];

        add_number (bytes, (guint32) strlen (text));
        add_number (bytes, 28 + n * 16 + (guint32) texts->len);
        g_string_append_len (texts, text, (gssize) strlen (text) + 1);
      }
  g_byte_array_append (bytes, (const guint8 *) texts->str, (guint) texts->len);
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, (const char *) bytes->data, (gssize) bytes->len, NULL));
}

static void
remove_catalogue (const char *path)
{
  g_autofree char *inner = g_path_get_dirname (path);
  g_autofree char *outer = g_path_get_dirname (inner);

  g_unlink (path);
  g_rmdir (inner);
  g_rmdir (outer);
}

/* Headings, labels and values too: the program speaks English here, and no Swedish is installed. */
static void
labels_are_in_the_language_of_the_person (Fixture       *self,
                                          gconstpointer  data)
{
  static const char * const words[] = { "Copy of all data about a person", "E-mail", "Finnish",
                                        "Person", "short weekday\004Mon" };
  static const char * const said[] = { "Kopia av alla uppgifter", "E-post", "finska", "Person",
                                       "må" };
  g_autofree char *path = g_build_filename (self->folder, "sv", "LC_MESSAGES", "mukana.mo", NULL);
  g_autofree char *before = g_strdup (bindtextdomain ("mukana", NULL));
  g_autofree char *swedish = NULL, *english = NULL;

  write_catalogue (path, words, said, G_N_ELEMENTS (words));
  bindtextdomain ("mukana", self->folder);
  mukana_test_sql (self->place, "UPDATE person SET contact_language = 'sv' WHERE id = 1000");
  swedish = mukana_test_read (self->place, document_run, NULL);
  mukana_test_sql (self->place, "UPDATE person SET contact_language = 'en' WHERE id = 1000");
  english = mukana_test_read (self->place, document_run, NULL);
  bindtextdomain ("mukana", before);

  g_assert_nonnull (strstr (swedish, "Kopia av alla uppgifter"));
  g_assert_nonnull (strstr (swedish, "E-post"));
  g_assert_null (strstr (swedish, "E-mail"));
  g_assert_null (strstr (english, "E-post"));
  remove_catalogue (path);
}

/* A catalogue that is damaged says nothing, rather than what lies outside of it. */
static void
damaged_catalogue_says_nothing (Fixture       *self,
                                gconstpointer  data)
{
  static const char * const words[] = { "E-mail" };
  static const char * const said[] = { "E-post" };
  g_autofree char *path = g_build_filename (self->folder, "sv", "LC_MESSAGES", "mukana.mo", NULL);
  g_autofree char *before = g_strdup (bindtextdomain ("mukana", NULL));
  g_autofree char *content = NULL;
  gsize length;

  write_catalogue (path, words, said, 1);
  bindtextdomain ("mukana", self->folder);
  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  for (gsize cut = 0; cut < length; cut++)
    {
      g_autoptr (MukanaCatalogue) catalogue = NULL;

      g_assert_true (g_file_set_contents (path, content, (gssize) cut, NULL));
      if ((catalogue = mukana_catalogue_load ("sv")) != NULL)
        g_assert_null (mukana_catalogue_find (catalogue, NULL, "E-mail"));
    }
  bindtextdomain ("mukana", before);
  remove_catalogue (path);
}

static void
only_what_the_person_gave_is_moved (Fixture       *self,
                                    gconstpointer  data)
{
  g_autofree char *json = mukana_test_read (self->place, gather_run, GINT_TO_POINTER (TRUE));

  g_assert_nonnull (strstr (json, "anna~person~email"));
  g_assert_nonnull (strstr (json, "anna~absence~reason"));
  g_assert_null (strstr (json, "anna~person~note"));
  g_assert_null (strstr (json, "anna~person_note~body"));
  g_assert_null (strstr (json, "anna~proposal"));
  g_assert_null (strstr (json, "anna~journal"));
}

static MukanaCopy *
write_copy (Fixture  *self,
            gint64    person_id,
            gboolean  only_given)
{
  g_autoptr (MukanaCopy) asked = mukana_copy_new (person_id, only_given, self->folder);
  g_autoptr (GError) error = NULL;
  MukanaCopy *written = mukana_store_run (self->place->store, &mukana_copying_write_job, asked,
                                          &error);

  g_assert_no_error (error);
  mukana_store_run (self->place->store, &mukana_copying_note_job, written, &error);
  g_assert_no_error (error);
  return written;
}

static MukanaRightsRequest *
find_answered (Fixture    *self,
               const char *kind)
{
  g_autoptr (GPtrArray) diary = mukana_store_run (self->place->store, &mukana_rights_diary_job,
                                                  NULL, NULL);

  for (guint i = 0; i < diary->len; i++)
    {
      MukanaRightsRequest *request = g_ptr_array_index (diary, i);

      if (request->person_id == BERT && request->answered_on == MUKANA_TEST_TODAY &&
          g_str_equal (request->kind, kind))
        return g_object_ref (request);
    }

  return NULL;
}

static guint
count_requests (Fixture *self)
{
  g_autoptr (GPtrArray) diary = mukana_store_run (self->place->store, &mukana_rights_diary_job,
                                                  NULL, NULL);

  return diary->len;
}

static void
both_files_are_written_under_names_that_name_nobody_and_noted (Fixture       *self,
                                                               gconstpointer  data)
{
  guint n_before = count_requests (self);
  g_autoptr (MukanaCopy) first = write_copy (self, BERT, FALSE);
  g_autoptr (MukanaCopy) second = write_copy (self, BERT, FALSE);
  g_autoptr (MukanaCopy) moved = write_copy (self, BERT, TRUE);
  g_autoptr (MukanaCopy) later = write_copy (self, BERT, FALSE);
  g_autofree char *json = NULL, *told = NULL;

  g_assert_true (g_file_get_contents (first->json_path, &json, NULL, NULL));
  g_assert_nonnull (strstr (json, "bert~person~display_name"));
  g_assert_true (g_file_test (first->pdf_path, G_FILE_TEST_EXISTS));
  g_assert_cmpstr (first->json_path, !=, second->json_path);
  g_assert_null (moved->pdf_path);
  g_assert_null (strstr (first->json_path, "bert"));

  /* Nobody asked, so the diary has nobody who did; that there were copies is in the journal. */
  g_assert_cmpuint (count_requests (self), ==, n_before);
  g_assert_true (g_file_get_contents (later->json_path, &told, NULL, NULL));
  g_assert_nonnull (strstr (told, "copying.copy"));
  g_assert_nonnull (strstr (told, "copying.move"));
}

static void
copy_answers_the_request_that_waits_for_it (Fixture       *self,
                                            gconstpointer  data)
{
  g_autoptr (MukanaRightsRequest) request = g_object_new (MUKANA_TYPE_RIGHTS_REQUEST, NULL);
  g_autoptr (MukanaRightsRequest) answered = NULL;
  g_autoptr (MukanaCopy) copy = NULL;
  g_autoptr (GError) error = NULL;

  mukana_record_init_int (request, "person-id", BERT);
  mukana_record_init_text (request, "kind", "access");
  mukana_record_init_text (request, "how", "phone");
  mukana_record_init_int (request, "received-on", MUKANA_TEST_TODAY - 5);
  g_free (mukana_store_run (self->place->store, &mukana_rights_note_job, request, &error));
  g_assert_no_error (error);
  copy = write_copy (self, BERT, FALSE);
  answered = find_answered (self, "access");

  g_assert_nonnull (answered);
  g_assert_cmpstr (answered->how, ==, "phone");
  g_assert_cmpstr (answered->decision, ==, "granted");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name) g_test_add ("/copying/" #name, Fixture, NULL, set_up, name, tear_down)
  ADD (copy_has_every_column_about_the_person);
  ADD (copy_has_nothing_about_anybody_else);
  ADD (requester_is_not_in_the_copy_of_whom_they_asked_for);
  ADD (document_reads_what_the_machine_reads);
  ADD (document_names_no_column_by_its_own_name);
  ADD (document_says_values_in_words);
  ADD (copy_leaves_out_the_words_to_search_by_and_says_so);
  ADD (copy_tells_what_the_data_are_for_in_the_language_of_the_person);
  ADD (labels_are_in_the_language_of_the_person);
  ADD (damaged_catalogue_says_nothing);
  ADD (only_what_the_person_gave_is_moved);
  ADD (both_files_are_written_under_names_that_name_nobody_and_noted);
  ADD (copy_answers_the_request_that_waits_for_it);

  return g_test_run ();
}
