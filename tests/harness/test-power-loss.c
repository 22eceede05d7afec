/* test-power-loss.c: what was told as done survives the loss of power.
 *
 * A register is worked on over a disk that keeps a log; then the power goes at many
 * points of it, and each time the program opens what such a disk may hold.  The
 * two controls show that the images are cruel enough: with settings that are known
 * to be too weak they must find a register that is lost.
 */

#include "harness/harness-gate.h"
#include "harness/harness-log.h"
#include "harness/harness-work.h"

#define N_DEEDS_OF_A_CONTROL 60
#define ENOUGH_FOR_A_CONTROL 400

/* A short session and a long one: closing and opening are in the log, and also that
 * the write-ahead log grows so long that it is brought into the file in the middle. */
static const int sessions[] = { 0, 30, 230 };

static void
work_as_the_program (MukanaTestRegister *place,
                     HarnessLog         *log)
{
  for (guint session = 1; session < G_N_ELEMENTS (sessions); session++)
    {
      g_autoptr (HarnessWork) work = NULL;
      g_autoptr (GError) error = NULL;

      mukana_test_register_open (place);
      work = harness_work_new (place->store, NULL, &error);
      g_assert_no_error (error);
      for (int deed = sessions[session - 1] + 1; deed <= sessions[session]; deed++)
        {
          harness_work_do (work, deed, &error);
          g_assert_no_error (error);
          harness_log_mark (log, deed);
        }
      mukana_test_register_close (place);
    }
}

/* The same on a connection with weaker settings. */
static void
work_with (MukanaTestRegister *place,
           HarnessLog         *log,
           const char         *settings)
{
  g_autoptr (MukanaDb) db = mukana_test_db_new (place);
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (GError) error = NULL;

  mukana_db_exec (db, settings, &error);
  g_assert_no_error (error);
  work = harness_work_new (NULL, db, &error);
  g_assert_no_error (error);
  for (int deed = 1; deed <= N_DEEDS_OF_A_CONTROL; deed++)
    {
      harness_work_do (work, deed, &error);
      g_assert_no_error (error);
      harness_log_mark (log, deed);
    }
}

static HarnessLog *
record (const char *settings)
{
  g_autoptr (MukanaTestRegister) place = harness_work_register_new ();
  HarnessLog *log = harness_log_new (mukana_test_path (place));

  harness_log_start (log);
  if (settings == NULL)
    work_as_the_program (place, log);
  else
    work_with (place, log, settings);
  harness_log_stop (log);
  return log;
}

static char *
compare (HarnessWork *work,
         int          last_told)
{
  g_autoptr (HarnessReckoning) found = NULL;
  g_autoptr (GError) error = NULL;

  if (!(found = harness_work_reckon (work, &error)))
    return g_strdup_printf ("it cannot be read: %s", error->message);

  if (found->problem != NULL)
    return g_steal_pointer (&found->problem);
  if (found->n_deeds < last_told)
    return g_strdup_printf ("%d deeds were told as done, %d are there", last_told, found->n_deeds);
  if (found->n_deeds > last_told + 1)
    return g_strdup_printf ("%d deeds were done, %d are there", last_told, found->n_deeds);
  return NULL;
}

/* Returns: yours, what is wrong with the image; NULL: nothing */
static char *
find_loss (MukanaTestRegister *image,
           gboolean            as_the_program,
           int                 last_told)
{
  MukanaDbOptions options = { .uri = image->uri, .key = image->key, .actor = "test",
                              .clock = image->clock };
  g_autoptr (HarnessWork) work = NULL;
  g_autoptr (MukanaDb) db = NULL;
  g_autoptr (GError) error = NULL;

  if (as_the_program)
    image->store = mukana_test_try_open (image, FALSE, &error);
  else
    db = mukana_db_open (&options, &error);

  if (error != NULL || !(work = harness_work_new (image->store, db, &error)))
    return g_strdup_printf ("it cannot be opened: %s", error->message);

  return compare (work, last_told);
}

/* Images are looked at once and thrown away: their syncs may be left out. */
static int
skip_sync_cb (const HarnessEvent *event,
              gpointer            data)
{
  return event->call == HARNESS_SYNC ? HARNESS_PRETEND : 0;
}

/* Returns: yours, of the first image that is lost; NULL: none of them is */
static char *
cut_many_times (HarnessLog *log,
                int         n_images)
{
  g_autoptr (MukanaTestRegister) image = mukana_test_place_new ();
  g_autoptr (GRand) rand = harness_gate_rand ();
  g_autofree char *loss = NULL;

  /* Most images by one connection: the threads of a whole store cost more than they show. */
  harness_disk_watch (skip_sync_cb, NULL);
  for (int i = 0; i < n_images && loss == NULL; i++)
    {
      guint n_entries = (guint) g_rand_int_range (rand, 0, (gint32) harness_log_size (log) + 1);
      int last_told = harness_log_cut (log, n_entries, rand, mukana_test_path (image));

      if ((loss = find_loss (image, i % 10 == 0, last_told)) != NULL)
        g_test_message ("image %d, after %u of %u calls: %s", i, n_entries, harness_log_size (log),
                        loss);
      mukana_test_register_close (image);
    }
  harness_disk_watch (NULL, NULL);

  return g_steal_pointer (&loss);
}

static void
deeds_survive_the_loss_of_power (void)
{
  g_autoptr (HarnessLog) log = record (NULL);
  g_autofree char *loss = cut_many_times (log, harness_gate_count (1000, 10000));

  g_assert_cmpstr (loss, ==, NULL);
}

static void
control_without_syncs_loses (void)
{
  g_autoptr (HarnessLog) log = record ("PRAGMA synchronous = OFF");
  g_autofree char *loss = cut_many_times (log, ENOUGH_FOR_A_CONTROL);

  g_assert_nonnull (loss);
}

/* A journal that is removed is the commit; the folder is not synced after it. */
static void
control_with_an_undone_removal_loses (void)
{
  g_autoptr (HarnessLog) log = record ("PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL");
  g_autofree char *loss = cut_many_times (log, ENOUGH_FOR_A_CONTROL);

  g_assert_nonnull (loss);
  g_assert_nonnull (strstr (loss, "are there"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  harness_disk_install ();

  g_test_add_func ("/power-loss/deeds_survive_the_loss_of_power", deeds_survive_the_loss_of_power);
  g_test_add_func ("/power-loss/control_without_syncs_loses", control_without_syncs_loses);
  g_test_add_func ("/power-loss/control_with_an_undone_removal_loses",
                   control_with_an_undone_removal_loses);

  return g_test_run ();
}
