/* test-damaged.c: a register with a damaged page is read as far as it goes and not written. */

#include <string.h>

#include "base/mukana-error.h"
#include "kit/mukana-test.h"
#include "store/mukana-people.h"

#define N_PEOPLE 80
#define PAGE 4096

typedef struct
{
  MukanaTestRegister *place;
  char               *content;     /* of the file while it was whole */
  gsize               length;
  guint               n_damaged;   /* how often "damaged" was heard */
} Fixture;

static gpointer
read_everybody_work (MukanaDb      *db,
                     gpointer       arg,
                     GCancellable  *cancellable,
                     GError       **error)
{
  for (gint64 id = 1; id <= N_PEOPLE && *error == NULL; id++)
    {
      g_autoptr (MukanaPerson) person = mukana_people_get (db, id, error);
    }
  return NULL;
}

static gpointer
read_about_work (MukanaDb      *db,
                 gpointer       arg,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return GINT_TO_POINTER (mukana_db_count (db, "state.about", error) >= 0);
}

static gpointer
write_work (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  mukana_db_run (db, "mappings.put", error, mukana_text ("signature", "x"),
                 mukana_text ("mapping", "y"));
  return NULL;
}

static int
code_of (Fixture        *fixture,
         MukanaLane      lane,
         MukanaTestWork  work)
{
  g_autoptr (GError) error = NULL;

  mukana_test_try (fixture->place, lane, work, NULL, &error);
  g_assert_true (error == NULL || error->domain == MUKANA_ERROR);
  return error != NULL ? error->code : -1;
}

static void
damaged_cb (Fixture *fixture)
{
  fixture->n_damaged++;
}

static void
put_file (Fixture *fixture)
{
  g_assert_true (g_file_set_contents_full (mukana_test_path (fixture->place), fixture->content,
                                           (gssize) fixture->length, G_FILE_SET_CONTENTS_NONE,
                                           0600, NULL));
}

static char *
sum_of_file (Fixture *fixture)
{
  g_autofree char *content = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (mukana_test_path (fixture->place), &content, &length, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
}

/* Opens it with a page spoilt that a person is on and that opening does not need: which pages
 * those are is the engine's affair, so they are tried from the end. */
static void
open_damaged (Fixture *fixture)
{
  for (gsize at = fixture->length - PAGE / 2; at > PAGE; at -= PAGE)
    {
      g_autoptr (GError) error = NULL;

      fixture->content[at] ^= 1;
      put_file (fixture);
      fixture->content[at] ^= 1;
      fixture->place->store = mukana_test_try_open (fixture->place, FALSE, &error);
      if (fixture->place->store == NULL)
        continue;
      g_signal_connect_swapped (fixture->place->store, "damaged", G_CALLBACK (damaged_cb), fixture);
      if (code_of (fixture, MUKANA_LANE_READ, read_everybody_work) == MUKANA_ERROR_DAMAGED)
        return;
      mukana_test_register_close (fixture->place);
    }

  g_error ("no page of a person was found");
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->place = mukana_test_register_new ();
  for (guint i = 0; i < N_PEOPLE; i++)
    mukana_test_add_person (fixture->place, i);
  mukana_test_register_close (fixture->place);
  g_assert_true (g_file_get_contents (mukana_test_path (fixture->place), &fixture->content,
                                      &fixture->length, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  mukana_test_register_free (fixture->place);
  g_free (fixture->content);
}

static void
after_a_damaged_page_nothing_is_written (Fixture       *fixture,
                                         gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_damaged (fixture);
  before = sum_of_file (fixture);
  g_assert_cmpint (code_of (fixture, MUKANA_LANE_WRITE, write_work), ==, MUKANA_ERROR_DAMAGED);
  mukana_test_register_close (fixture->place);
  after = sum_of_file (fixture);

  g_assert_cmpstr (before, ==, after);
}

static void
what_can_be_read_is_read_still (Fixture       *fixture,
                                gconstpointer  data)
{
  open_damaged (fixture);

  g_assert_cmpint (code_of (fixture, MUKANA_LANE_READ, read_about_work), ==, -1);
  g_assert_true (mukana_store_is_damaged (fixture->place->store));
}

static gboolean
is_heard (gpointer data)
{
  return ((Fixture *) data)->n_damaged > 0;
}

static void
damage_is_said_once (Fixture       *fixture,
                     gconstpointer  data)
{
  open_damaged (fixture);
  code_of (fixture, MUKANA_LANE_LONG, read_everybody_work);
  mukana_test_wait_until (is_heard, fixture, "the damage is said");
  while (g_main_context_iteration (NULL, FALSE))
    ;

  g_assert_cmpuint (fixture->n_damaged, ==, 1);
}

/* Which reads nothing of the page itself, and so would write. */
static void
damage_is_remembered_by_the_program_that_opens_it_next (Fixture       *fixture,
                                                        gconstpointer  data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  open_damaged (fixture);
  mukana_test_register_close (fixture->place);
  before = sum_of_file (fixture);
  mukana_test_register_open (fixture->place);
  g_assert_true (mukana_store_is_damaged (fixture->place->store));
  g_assert_cmpint (code_of (fixture, MUKANA_LANE_WRITE, write_work), ==, MUKANA_ERROR_DAMAGED);
  g_assert_cmpint (code_of (fixture, MUKANA_LANE_READ, read_about_work), ==, -1);
  mukana_test_register_close (fixture->place);
  after = sum_of_file (fixture);

  g_assert_cmpstr (before, ==, after);
}

static void
whole_register_is_written_again (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autofree char *mark = g_strconcat (mukana_test_path (fixture->place), ".damaged-page", NULL);

  open_damaged (fixture);
  mukana_test_register_close (fixture->place);
  g_assert_true (g_file_test (mark, G_FILE_TEST_EXISTS));
  put_file (fixture);
  mukana_test_register_open (fixture->place);

  g_assert_cmpint (code_of (fixture, MUKANA_LANE_READ, read_everybody_work), ==, -1);
  g_assert_cmpint (code_of (fixture, MUKANA_LANE_WRITE, write_work), ==, -1);
  g_assert_false (mukana_store_is_damaged (fixture->place->store));
  g_assert_false (g_file_test (mark, G_FILE_TEST_EXISTS));
}

#define ADD(name) g_test_add ("/damaged/" #name, Fixture, NULL, set_up, name, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD (after_a_damaged_page_nothing_is_written);
  ADD (what_can_be_read_is_read_still);
  ADD (damage_is_said_once);
  ADD (damage_is_remembered_by_the_program_that_opens_it_next);
  ADD (whole_register_is_written_again);

  return g_test_run ();
}
