/* test-paths.c: a name inside a file is no path, whatever it looks like.
 *
 * Names of documents and of the parts of a workbook that lead upwards, are absolute, turn the
 * writing round, are devices or far too long: nothing is made but where it belongs, under a
 * name that the program gives, and nothing that lies outside is read.
 */

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "services/kit-workbook.h"
#include "services/mukana-attaching.h"
#include "services/mukana-listing.h"
#include "services/mukana-registering.h"
#include "services/mukana-table.h"
#include "store/mukana-record-io.h"

static const char * const begins[] = {
  "", "../", "../../../../../../../../", "/", "..\\..\\", "C:\\", "./../", "xl/../../", "\x01",
  "\xe2\x80\xae",
};
static const char * const ends[] = {
  "etc/passwd", "victim.xml", "CON", "..", "a\nb.pdf", "document-1.pdf", "%2e%2e%2fvictim.xml",
  "-rf", "~/.ssh/authorized_keys", NULL,   /* NULL: 300 bytes */
};

#define N_NAMES (G_N_ELEMENTS (begins) * G_N_ELEMENTS (ends))
#define PDF "%PDF-1.5\nx\n"

static char *
make_name (guint number)
{
  g_autoptr (GString) name = g_string_new (begins[number / G_N_ELEMENTS (ends)]);
  const char *end = ends[number % G_N_ELEMENTS (ends)];

  for (guint i = 0; end == NULL && i < 150; i++)
    g_string_append (name, "ä");
  return g_strconcat (name->str, end, NULL);
}

/* A folder in a folder, with a file in both that nobody may read or write. */
typedef struct
{
  char *outer;
  char *inner;
  char *before;    /* the folder that the process was in */
} Maze;

static const char secret[] = "<worksheet><sheetData><row><c t='inlineStr'><is><t>outside</t></is>"
                             "</c></row></sheetData></worksheet>";

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
plant_secret (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "victim.xml", NULL);

  g_assert_true (g_file_set_contents (path, secret, -1, NULL));
}

static void
enter_maze (Maze *maze)
{
  maze->outer = g_dir_make_tmp ("mukana-paths-XXXXXX", NULL);
  maze->inner = g_build_filename (maze->outer, "inner", NULL);
  maze->before = g_get_current_dir ();
  g_assert_cmpint (g_mkdir (maze->inner, 0700), ==, 0);
  plant_secret (maze->outer);
  plant_secret (maze->inner);
  g_assert_cmpint (g_chdir (maze->inner), ==, 0);
}

/* Appends to @found: path and content of all that is there. */
static void
list_folder (const char *path,
             GString    *found)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);

  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *inner = g_build_filename (path, g_ptr_array_index (names, i), NULL);
      g_autofree char *content = NULL;

      g_string_append_printf (found, "%s\n", inner);
      if (g_file_test (inner, G_FILE_TEST_IS_DIR))
        list_folder (inner, found);
      else if (g_file_get_contents (inner, &content, NULL, NULL))
        g_string_append_printf (found, "%s\n", content);
    }
}

static char *
describe_maze (Maze *maze)
{
  GString *found = g_string_new (NULL);

  list_folder (maze->outer, found);
  return g_string_free (found, FALSE);
}

static void
leave_maze (Maze *maze)
{
  const char *folders[] = { maze->inner, maze->outer };

  g_assert_cmpint (g_chdir (maze->before), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *file = g_build_filename (folders[i], "victim.xml", NULL);

      g_remove (file);
      g_assert_cmpint (g_rmdir (folders[i]), ==, 0);
    }
  g_free (maze->outer);
  g_free (maze->inner);
  g_free (maze->before);
}

/* ---- Documents ---- */

static gpointer
run (MukanaTestRegister *place,
     const MukanaJob    *job,
     gpointer            arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

static gpointer
add_named_work (MukanaDb      *db,
                gpointer       arg,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 id = mukana_record_insert (db, "attachments.add", arg, error);
  g_autoptr (GBytes) chunk = g_bytes_new_static (PDF, strlen (PDF));

  if (id > 0)
    mukana_db_run (db, "attachments.add-chunk", error, mukana_int ("attachment_id", id),
                   mukana_int ("number", 0), mukana_bytes ("body", chunk));
  return GSIZE_TO_POINTER ((gsize) id);
}

/* As no program of ours would write it: the name unclean. */
static gint64
add_named (MukanaTestRegister *place,
           gint64              person_id,
           const char         *name)
{
  g_autoptr (MukanaAttachment) attachment = g_object_new (MUKANA_TYPE_ATTACHMENT, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, PDF, -1);

  mukana_record_init_int (attachment, "person-id", person_id);
  mukana_record_init_text (attachment, "name", name);
  mukana_record_init_text (attachment, "media-type", "application/pdf");
  mukana_record_init_int (attachment, "size-bytes", (gint64) strlen (PDF));
  mukana_record_init_text (attachment, "sha256", sum);
  mukana_record_init_int (attachment, "added-at", 1);
  mukana_record_init_text (attachment, "added-by", "test");
  return (gint64) GPOINTER_TO_SIZE (mukana_test_write (place, add_named_work, attachment));
}

static void
assert_clean (const char *name)
{
  g_assert_true (g_utf8_validate (name, -1, NULL));
  g_assert_null (strpbrk (name, "/\\\n\x01"));
  g_assert_null (strstr (name, "\xe2\x80\xae"));
  g_assert_cmpint (name[0], !=, '.');
  g_assert_cmpint (g_utf8_strlen (name, -1), <=, 100);
}

static void
assert_written_by_number (MukanaTestRegister *place,
                          MukanaAttachment   *attachment)
{
  g_autoptr (GBytes) content = run (place, &mukana_attachment_read_job, attachment);
  g_autofree char *expected = g_strdup_printf ("%s/mukana/document-%" G_GINT64_FORMAT ".pdf",
                                               g_get_user_runtime_dir (), attachment->id);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = mukana_attaching_write_out (attachment, content, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (path, ==, expected);
  mukana_attaching_clear_out ();
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
document_of_any_name_is_written_by_its_number (void)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_register_new ();
  gint64 person_id = mukana_test_add_person (place, 1);
  g_autoptr (MukanaPersonFile) file = NULL;
  g_autofree char *before = NULL, *after = NULL;
  Maze maze;

  enter_maze (&maze);
  before = describe_maze (&maze);
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autofree char *name = make_name (i);
      g_autofree char *clean = mukana_attachment_clean_name (name);

      assert_clean (clean);
      add_named (place, person_id, name);
    }

  file = run (place, &mukana_person_file_job, &person_id);
  g_assert_cmpuint (file->attachments->len, ==, N_NAMES);
  for (guint i = 0; i < N_NAMES; i++)
    assert_written_by_number (place, g_ptr_array_index (file->attachments, i));
  after = describe_maze (&maze);
  g_assert_cmpstr (before, ==, after);
  leave_maze (&maze);
}

/* ---- Workbooks ---- */

static void
assert_nothing_from_outside (GBytes *workbook)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaTable) table = mukana_table_parse (workbook, NULL, &error);

  if (table == NULL)
    g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID);
  else
    {
      g_assert_cmpuint (mukana_table_get_n_rows (table), ==, 1);
      g_assert_cmpstr (mukana_table_peek_cell (table, 0, 0), ==, "named");
    }
}

/* What a zip says of itself need not be what libzip would write. */
static GBytes *
put_nul (GBytes *workbook)
{
  gsize length;
  char *data = g_bytes_unref_to_data (workbook, &length);

  for (gsize i = 31; i + 1 < length; i++)
    if (data[i] == '\x01' && strchr ("./-%~Cadev", data[i + 1]) != NULL)
      data[i] = '\0';
  return g_bytes_new_take (data, length);
}

static void
part_of_any_name_is_read_from_the_workbook_or_not_at_all (void)
{
  g_autofree char *before = NULL, *after = NULL;
  Maze maze;

  enter_maze (&maze);
  before = describe_maze (&maze);
  for (guint i = 0; i < N_NAMES; i++)
    {
      g_autofree char *name = make_name (i);
      g_autoptr (GBytes) plain = kit_workbook_new_named (name, FALSE);
      g_autoptr (GBytes) link = kit_workbook_new_named (name, TRUE);

      if (name[0] == '\x01')
        plain = put_nul (g_steal_pointer (&plain));
      assert_nothing_from_outside (plain);
      assert_nothing_from_outside (link);
    }

  after = describe_maze (&maze);
  g_assert_cmpstr (before, ==, after);
  leave_maze (&maze);
}

int
main (int    argc,
      char **argv)
{
  char runtime[] = "/tmp/mukana-paths-XXXXXX";
  g_autofree char *folder = NULL;
  int result;

  g_assert_nonnull (g_mkdtemp (runtime));
  g_setenv ("XDG_RUNTIME_DIR", runtime, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/paths/document_of_any_name_is_written_by_its_number",
                   document_of_any_name_is_written_by_its_number);
  g_test_add_func ("/paths/part_of_any_name_is_read_from_the_workbook_or_not_at_all",
                   part_of_any_name_is_read_from_the_workbook_or_not_at_all);

  result = g_test_run ();
  folder = g_build_filename (runtime, "mukana", NULL);
  g_rmdir (folder);
  g_rmdir (runtime);
  return result;
}
