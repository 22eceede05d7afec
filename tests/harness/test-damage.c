/* test-damage.c: a damaged register is told as damaged, and shows nothing altered.
 *
 * Bits are turned over, pages change places, the end is cut off.  Every time either
 * opening or checking or reading fails with the error that names the remedy, or
 * all that is shown is as it was and the check found the damage.
 */

#include <string.h>

#include "base/mukana-error.h"
#include "domain/mukana-recovery-key.h"
#include "harness/harness-gate.h"
#include "harness/harness-work.h"

#define PAGE 4096
#define N_DEEDS 60

typedef struct
{
  guint8 *content;
  gsize   length;
  char   *shown;       /* a digest of all that can be read from it */
} Original;

/* One table's rows, in order, every value of them. */
static void
digest_table (MukanaDb    *db,
              const char  *table,
              GChecksum   *sum,
              GError     **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM \"%s\" ORDER BY 1, 2", table);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db), sql, 0, error);
  MukanaValue value;

  while (statement != NULL && engine->step (statement, error) > 0)
    for (guint i = 0; i < engine->n_columns (statement); i++)
      {
        engine->column (statement, i, &value);
        g_checksum_update (sum, (const guchar *) &value.kind, sizeof value.kind);
        g_checksum_update (sum, (const guchar *) &value.number, sizeof value.number);
        if (value.text != NULL)
          g_checksum_update (sum, (const guchar *) value.text,
                             value.kind == MUKANA_VALUE_BYTES ? (gssize) value.length : -1);
      }

  if (statement != NULL)
    engine->finalize (statement);
}

static GPtrArray *
list_tables (MukanaDb  *db,
             GError   **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer statement = engine->prepare (mukana_db_peek_connection (db),
                                        "SELECT name FROM sqlite_schema WHERE type = 'table'"
                                        " ORDER BY name", 0, error);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  MukanaValue value;

  while (statement != NULL && engine->step (statement, error) > 0)
    {
      engine->column (statement, 0, &value);
      g_ptr_array_add (names, g_strdup (value.text));
    }
  if (statement != NULL)
    engine->finalize (statement);

  return names;
}

static char *
digest (MukanaDb  *db,
        GError   **error)
{
  GError *failure = NULL;
  g_autoptr (GPtrArray) tables = list_tables (db, &failure);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < tables->len && failure == NULL; i++)
    digest_table (db, g_ptr_array_index (tables, i), sum, &failure);

  if (failure == NULL)
    return g_strdup (g_checksum_get_string (sum));

  g_propagate_error (error, failure);
  return NULL;
}

static MukanaDb *
open_place (MukanaTestRegister  *place,
            GError             **error)
{
  MukanaDbOptions options = { .uri = place->uri, .key = place->key, .actor = "test",
                              .clock = place->clock };

  return mukana_db_open (&options, error);
}

static void
make_original (Original *original)
{
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;

  mukana_test_register_open (place);
  work = harness_work_new (place->store, NULL, &error);
  for (int deed = 1; deed <= N_DEEDS; deed++)
    g_assert_true (harness_work_do (work, deed, &error));
  mukana_test_register_close (place);

  g_assert_true (g_file_get_contents (mukana_test_path (place), (char **) &original->content,
                                      &original->length, NULL));
  db = open_place (place, &error);
  original->shown = digest (db, &error);
  g_assert_no_error (error);
}

/* Fails the test when the damage is not told, or by another error than @code. */
static void
assert_told (const Original *original,
             const guint8   *content,
             gsize           length,
             int             code,
             const char     *what)
{
  g_autoptr (MukanaTestRegister) place = mukana_test_place_new ();
  g_auto (GStrv) findings = NULL;
  g_autofree char *shown = NULL;
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents_full (mukana_test_path (place), (const char *) content,
                                           (gssize) length, G_FILE_SET_CONTENTS_NONE, 0600, NULL));
  if ((db = open_place (place, &error)) != NULL && (shown = digest (db, &error)) != NULL)
    {
      if (strcmp (shown, original->shown) != 0)
        g_error ("%s: altered values are shown", what);
      findings = mukana_db_verify (db, &error);
    }

  if (error == NULL ? findings[0] == NULL : !g_error_matches (error, MUKANA_ERROR, code))
    g_error ("%s: %s", what, error ? error->message : "not told");
}

/* The beginning says whose key a file wants; altered, it wants another. */
static int
code_at (gsize offset)
{
  return offset < MUKANA_REGISTER_ID_BYTES ? MUKANA_ERROR_LOCKED : MUKANA_ERROR_DAMAGED;
}

static void
turned_bits_are_told (gconstpointer data)
{
  const Original *original = data;
  g_autoptr (GRand) rand = harness_gate_rand ();
  int n_tries = harness_gate_count (300, 10000);

  for (int i = 0; i < n_tries; i++)
    {
      /* Half of them in the first pages, where each byte means more. */
      gsize range = i % 2 == 0 ? original->length : MIN (original->length, 8 * PAGE);
      gsize offset = (gsize) g_rand_int_range (rand, 0, (gint32) range);
      int bit = g_rand_int_range (rand, 0, 8);
      g_autofree char *what = g_strdup_printf ("bit %d of byte %zu turned", bit, offset);

      original->content[offset] ^= (guint8) (1 << bit);
      assert_told (original, original->content, original->length, code_at (offset), what);
      original->content[offset] ^= (guint8) (1 << bit);
    }
}

static void
swapped_pages_are_told (gconstpointer data)
{
  const Original *original = data;
  g_autoptr (GRand) rand = harness_gate_rand ();
  g_autofree guint8 *content = g_malloc (original->length);
  int n_pages = (int) (original->length / PAGE);
  int n_tries = harness_gate_count (50, 1000);

  for (int i = 0; i < n_tries; i++)
    {
      int a = g_rand_int_range (rand, 0, n_pages);
      int b = (a + g_rand_int_range (rand, 1, n_pages)) % n_pages;
      g_autofree char *what = g_strdup_printf ("pages %d and %d swapped", a, b);

      memcpy (content, original->content, original->length);
      memcpy (content + a * PAGE, original->content + b * PAGE, PAGE);
      memcpy (content + b * PAGE, original->content + a * PAGE, PAGE);
      assert_told (original, content, original->length, code_at ((gsize) MIN (a, b) * PAGE), what);
    }
}

/* A file of nothing is no register, as one that was just made: nothing tells them apart. */
static void
cut_off_ends_are_told (gconstpointer data)
{
  const Original *original = data;
  g_autoptr (GRand) rand = harness_gate_rand ();
  int n_tries = harness_gate_count (50, 1000);

  for (int i = 0; i < n_tries; i++)
    {
      gsize length = (gsize) g_rand_int_range (rand, 0, (gint32) original->length);
      g_autofree char *what = NULL;

      if (i % 3 == 0)
        length -= length % PAGE;
      else if (i % 3 == 1)
        length %= 2 * PAGE;
      what = g_strdup_printf ("cut off after %zu bytes", length);
      assert_told (original, original->content, length,
                   length == 0 ? MUKANA_ERROR_NOT_FOUND : MUKANA_ERROR_DAMAGED, what);
    }
}

int
main (int    argc,
      char **argv)
{
  Original original;
  int result;

  g_test_init (&argc, &argv, NULL);
  make_original (&original);

  g_test_add_data_func ("/damage/turned_bits_are_told", &original, turned_bits_are_told);
  g_test_add_data_func ("/damage/swapped_pages_are_told", &original, swapped_pages_are_told);
  g_test_add_data_func ("/damage/cut_off_ends_are_told", &original, cut_off_ends_are_told);
  result = g_test_run ();

  g_free (original.content);
  g_free (original.shown);
  return result;
}
