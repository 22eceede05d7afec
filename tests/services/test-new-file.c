/* test-new-file.c: what leaves the register is a new file, whole, its owner's alone. */

#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "services/mukana-new-file.h"

typedef struct
{
  char *folder, *path;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = g_dir_make_tmp ("mukana-test-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "list.csv", NULL);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_unlink (self->path);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->path);
}

static void
assert_holds (Fixture    *self,
              const char *content)
{
  g_autofree char *found = NULL;

  g_assert_true (g_file_get_contents (self->path, &found, NULL, NULL));
  g_assert_cmpstr (found, ==, content);
}

static void
file_is_whole_and_its_owners_alone (Fixture       *self,
                                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  GStatBuf info;

  g_assert_true (mukana_new_file_write (self->path, "a;b\n", 4, &error));

  g_assert_no_error (error);
  assert_holds (self, "a;b\n");
  g_assert_cmpint (g_stat (self->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
}

static void
file_that_is_there_stays_and_that_is_said (Fixture       *self,
                                           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (self->path, "mine", -1, NULL));

  g_assert_false (mukana_new_file_write (self->path, "a;b\n", 4, &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT);
  g_assert_cmpstr (mukana_error_peek_sentence (error), ==,
                   "There is a file of that name already. Nothing was changed.");
  assert_holds (self, "mine");
}

static void
folder_that_is_not_there_is_said (Fixture       *self,
                                  gconstpointer  data)
{
  g_autofree char *path = g_build_filename (self->folder, "nowhere", "list.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (mukana_new_file_write (path, "a;b\n", 4, &error));

  g_assert_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  g_assert_cmpstr (mukana_error_peek_sentence (error), ==,
                   "There is no such folder. Nothing was changed.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(test) g_test_add ("/new-file/" #test, Fixture, NULL, set_up, test, tear_down)
  ADD (file_is_whole_and_its_owners_alone);
  ADD (file_that_is_there_stays_and_that_is_said);
  ADD (folder_that_is_not_there_is_said);

  return g_test_run ();
}
