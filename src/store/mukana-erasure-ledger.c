/* mukana-erasure-ledger.c: who was erased, kept outside the database.
 *
 * A backup from before an erasure brings the person back.  So each erasure is
 * also a line in a file beside the register, "<register>.erasures": the number
 * of the record, when it was erased, and a digest under the register key.  At
 * each opening the lines that the database does not know are applied again.
 *
 * The digest covers when the record was made, which the line does not say: the
 * number alone would erase another person, who got it after an older backup was
 * restored.  A line that was forged, or belongs to another register, has another
 * digest and is passed over.
 *
 * On a server there is no file: whoever restores its backups sees to it.
 */

#include "store/mukana-erasure-ledger.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-db-private.h"
#include "store/mukana-side-file.h"

static void
free_line (gpointer data)
{
  MukanaErasureLine *line = data;

  g_free (line->digest);
  g_free (line);
}

static char *
make_digest (MukanaDb  *db,
             gint64     person_id,
             gint64     erased_at,
             gint64     created_at,
             GError   **error)
{
  g_autofree char *text =
    g_strdup_printf ("mukana erasure 1\n%" G_GINT64_FORMAT "\n%" G_GINT64_FORMAT "\n%"
                     G_GINT64_FORMAT, person_id, erased_at, created_at);

  return mukana_side_file_seal (db, text, error);
}

static char *
dup_path (MukanaDb *db)
{
  const char *file = mukana_db_peek_file (db);

  return file ? mukana_side_file_dup_path (file, "erasures") : NULL;
}

/** mukana_erasure_ledger_means: Returns: whether @line is of the record made at @created_at; -1 */
int
mukana_erasure_ledger_means (MukanaDb                 *db,
                             const MukanaErasureLine  *line,
                             gint64                    created_at,
                             GError                  **error)
{
  g_autofree char *digest = make_digest (db, line->person_id, line->erased_at, created_at, error);

  return digest != NULL ? g_str_equal (digest, line->digest) : -1;
}

static void
read_line (GPtrArray  *lines,
           const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 4);
  MukanaErasureLine *line;

  /* A line that was cut off by a power cut is written again: see mukana_erasures_catch_up(). */
  if (g_strv_length (words) != 3 || strlen (words[2]) != 64)
    return;

  line = g_new0 (MukanaErasureLine, 1);
  line->person_id = g_ascii_strtoll (words[0], NULL, 10);
  line->erased_at = g_ascii_strtoll (words[1], NULL, 10);
  line->digest = g_strdup (words[2]);
  g_ptr_array_add (lines, line);
}

/** mukana_erasure_ledger_read: Returns: yours, of MukanaErasureLine; none where there is no file */
GPtrArray *
mukana_erasure_ledger_read (MukanaDb  *db,
                            GError   **error)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (free_line);
  g_autofree char *path = dup_path (db);
  g_autofree char *text = NULL;
  g_auto (GStrv) all = NULL;

  if (path == NULL)
    return g_steal_pointer (&lines);

  if (!mukana_side_file_read (path, &text))
    {
      /* Going on would show whoever was erased. */
      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("The list of erasures beside the register cannot be read. Without "
                              "it people who were erased could come back."));
      return NULL;
    }

  all = g_strsplit (text, "\n", -1);
  for (guint i = 0; all[i] != NULL; i++)
    read_line (lines, all[i]);
  return g_steal_pointer (&lines);
}

/**
 * mukana_erasure_ledger_add:
 * @created_at: when the record was made
 *
 * The line is on the disk when this returns, and off it when the open write is not committed.
 *
 * Errors: %MUKANA_ERROR_NO_SPACE, %MUKANA_ERROR_NOT_ALLOWED
 */
gboolean
mukana_erasure_ledger_add (MukanaDb  *db,
                           gint64     person_id,
                           gint64     erased_at,
                           gint64     created_at,
                           GError   **error)
{
  g_autofree char *path = dup_path (db);
  g_autofree char *digest = make_digest (db, person_id, erased_at, created_at, error);
  g_autofree char *line = g_strdup_printf ("\n%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s\n",
                                           person_id, erased_at, digest);

  if (digest == NULL)
    return FALSE;
  if (path == NULL)
    return TRUE;

  if (mukana_db_peek_changes (db) != NULL)
    mukana_db_hold_end (db, path);
  if (mukana_side_file_append (path, line))
    return TRUE;

  if (errno == ENOSPC || errno == EDQUOT)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE, "No room for the list of erasures");
  else
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                         N_("The list of erasures beside the register cannot be written. Nothing "
                            "was erased."));
  return FALSE;
}
