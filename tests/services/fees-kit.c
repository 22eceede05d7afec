/* fees-kit.c: recording days, and taking their fees through batches to the payroll. */

#include "fees-kit.h"

#include <glib/gstdio.h>

#include "base/mukana-error.h"
#include "services/mukana-founding.h"

gpointer
fees_run (FeesKit         *self,
          const MukanaJob *job,
          gpointer         arg)
{
  g_autoptr (GError) error = NULL;
  gpointer result = mukana_store_run (self->place->store, job, arg, &error);

  g_assert_no_error (error);
  return result;
}

gint64
fees_run_for_id (FeesKit         *self,
                 const MukanaJob *job,
                 gpointer         arg)
{
  g_autofree gint64 *id = fees_run (self, job, arg);

  return *id;
}

void
fees_fail (FeesKit         *self,
           const MukanaJob *job,
           gpointer         arg,
           int              code)
{
  g_autoptr (GError) error = NULL;

  mukana_store_run (self->place->store, job, arg, &error);
  g_assert_error (error, MUKANA_ERROR, code);
}

void
fees_sql (FeesKit    *self,
          const char *statements)
{
  mukana_test_sql (self->place, statements);
}

void
fees_set_up (FeesKit       *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->place = mukana_test_register_new ();
  fees_run (self, &mukana_founding_job, NULL);
  self->person = mukana_test_add_person (self->place, 1);
  self->folder = g_dir_make_tmp ("mukana-fees-XXXXXX", &error);
  g_assert_no_error (error);
  fees_sql (self, "INSERT INTO request (id, title, sort_key, state, mode, language, people, "
                  "prep_minutes, created_on, created_at, updated_at) VALUES (900, 'Kriisiraati', "
                  "'kriisiraati', 'held', 'remote', 'fi', 1, 30, '2026-10-01', 0, 0)");
}

void
fees_tear_down (FeesKit       *self,
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

/* Another member of staff sits down at the register. */
void
fees_sit_down (FeesKit    *self,
               const char *actor)
{
  mukana_test_register_close (self->place);
  mukana_test_register_open_as (self->place, actor);
}

void
fees_add_assignment (FeesKit    *self,
                     gint64      id,
                     const char *day,
                     const char *fee_mode)
{
  g_autofree char *statement = g_strdup_printf (
    "INSERT INTO assignment (id, request_id, person_id, day, start_minute, end_minute, state, "
    "planned_minutes, fee_mode, agreed_on) VALUES (%" G_GINT64_FORMAT ", 900, %" G_GINT64_FORMAT
    ", '%s', 600, 780, 'agreed', 180, '%s', '2026-10-01')", id, self->person, day, fee_mode);

  fees_sql (self, statement);
}

GPtrArray *
fees_complete (FeesKit *self,
               gint64   id,
               gint64   hundredths_km,
               int      passengers)
{
  MukanaCompleting *completing = mukana_completing_new (id, "full", 210);
  GPtrArray *lines;

  completing->hundredths_km = hundredths_km;
  completing->passengers = passengers;
  lines = fees_run (self, &mukana_completing_job, completing);
  mukana_completing_free (completing);
  return lines;
}

gint64
fees_amount (GPtrArray *lines,
             guint      i)
{
  g_assert_cmpuint (i, <, lines->len);
  return ((MukanaFeeLine *) g_ptr_array_index (lines, i))->amount_cents;
}

/* Returns: yours, the lines of the assignment, waiting and sent */
GPtrArray *
fees_lines_of (FeesKit *self,
               gint64   assignment_id)
{
  g_autoptr (MukanaAssignmentFile) file = fees_run (self, &mukana_assignment_file_job,
                                                    &assignment_id);

  return g_ptr_array_ref (file->fees);
}

gint64
fees_make_batch (FeesKit *self)
{
  MukanaBatchMaking *making = mukana_batch_making_new ("November", MUKANA_TEST_TODAY);
  gint64 id = fees_run_for_id (self, &mukana_batch_make_job, making);

  mukana_batch_making_free (making);
  return id;
}

MukanaBatchFile *
fees_read_batch (FeesKit *self,
                 gint64   id)
{
  return fees_run (self, &mukana_batch_file_job, &id);
}

/* Returns: 0, or the code of the refusal */
int
fees_move (FeesKit         *self,
           gint64           id,
           MukanaBatchMove  step,
           const char      *reason)
{
  g_autoptr (MukanaBatchFile) file = fees_read_batch (self, id);
  g_autoptr (GError) error = NULL;
  MukanaBatchMoving *moving = mukana_batch_moving_new (file->batch, step, reason);

  mukana_store_run (self->place->store, &mukana_batch_move_job, moving, &error);
  mukana_batch_moving_free (moving);
  return error != NULL ? error->code : 0;
}

/* A batch that two people have made and approved. */
gint64
fees_approve_batch (FeesKit *self)
{
  gint64 id = fees_make_batch (self);

  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_CHECK, NULL), ==, 0);
  fees_sit_down (self, "second");
  g_assert_cmpint (fees_move (self, id, MUKANA_BATCH_APPROVE, NULL), ==, 0);
  return id;
}

/* Returns: yours, what was written, with its checksum */
MukanaPayrollFile *
fees_export (FeesKit    *self,
             gint64      id,
             const char *name,
             gboolean    is_workbook)
{
  g_autoptr (MukanaBatchFile) file = fees_read_batch (self, id);
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  g_autoptr (MukanaPayrollFile) wanted = mukana_payroll_file_new (file->batch, path, is_workbook);
  MukanaPayrollFile *written = fees_run (self, &mukana_payroll_write_job, wanted);

  fees_run (self, &mukana_payroll_note_job, written);
  return written;
}

char *
fees_read_whole (const char *path,
                 gsize      *length)
{
  g_autoptr (GError) error = NULL;
  char *content;

  g_file_get_contents (path, &content, length, &error);
  g_assert_no_error (error);
  return content;
}
