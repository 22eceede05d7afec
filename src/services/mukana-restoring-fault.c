/* mukana-restoring-fault.c: what is wrong with a backup is said of the backup.
 *
 * A damaged copy is found by the same means as a damaged register, and would be called one:
 * whoever reads that restores an older copy, and loses the days between, of a register that
 * is whole.
 */

#include "services/mukana-restoring-private.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#include "base/mukana-error.h"
#include "services/mukana-restoring.h"
#include "services/mukana-unlocking.h"

#define PAGE_BYTES 4096   /* what a register and its copies are made of */

static const struct
{
  MukanaErrorCode  code;
  const char      *sentence;
} faults[] = {
  { MUKANA_ERROR_INVALID, N_("It is no backup of Mukana. The register is as it was.") },
  { MUKANA_ERROR_NOT_FOUND, N_("There is no such backup. The register is as it was.") },
  { MUKANA_ERROR_NOT_ALLOWED, N_("The backup may not be read. The register is as it was.") },
  { MUKANA_ERROR_DAMAGED,
    N_("The backup is damaged and was not restored. The register is as it was.") },
  { MUKANA_ERROR_LOCKED,
    N_("The key is not that of the backup, or the backup is damaged. The register is as it was.") },
  { MUKANA_ERROR_TOO_NEW,
    N_("The backup is from a newer Mukana. Update the program. The register is as it was.") },
};

/** mukana_restoring_blame_backup: @error: set; is of the backup and of nothing else */
void
mukana_restoring_blame_backup (GError **error)
{
  g_return_if_fail (error == NULL || *error != NULL);

  for (guint i = 0; error != NULL && i < G_N_ELEMENTS (faults); i++)
    if (g_error_matches (*error, MUKANA_ERROR, (int) faults[i].code) &&
        mukana_error_peek_sentence (*error) == NULL)
      {
        g_debug ("The backup is not restored: %s", (*error)->message);
        g_clear_error (error);
        g_set_error_literal (error, MUKANA_ERROR, (int) faults[i].code, faults[i].sentence);
        return;
      }
}

/**
 * mukana_restoring_register_id:
 * @backup: what somebody says is one: may be anything
 *
 * Errors: as mukana_unlocking_register_id(), with a sentence to be shown
 * Returns: yours, the id of the register that it is a copy of, whose key opens it
 */
char *
mukana_restoring_register_id (const char  *backup,
                              GError     **error)
{
  struct stat about;
  char *id = mukana_unlocking_register_id (backup, error);

  if (id == NULL)
    {
      mukana_restoring_blame_backup (error);
      return NULL;
    }

  /* What is not made of whole pages no key opens, and a key would be blamed for it. */
  if (stat (backup, &about) == 0 && about.st_size % PAGE_BYTES == 0)
    return id;

  g_free (id);
  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED,
                       N_("It is no whole backup of Mukana: it is something else, or a part of it "
                          "is missing. The register is as it was."));
  return NULL;
}
