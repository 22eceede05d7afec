/* mukana-saving-elsewhere.c: a register whose file is gone is saved from the connection that is
 * still open.
 *
 * The system keeps a file that somebody has open until it is closed, whatever became of its name
 * and its folder.  So what was saved is still there, for this program and until it ends.  The
 * copy is the register: the same key, the same people, read to its last page before it is told
 * as saved.  Nothing of it is noted in the journal, which nobody can write; that the copy was
 * opened is noted in the copy.
 */

#include "services/mukana-saving-elsewhere.h"

#include "store/mukana-register-file.h"

MukanaSavingElsewhere *
mukana_saving_elsewhere_new (MukanaStore *store,
                             const char  *path)
{
  MukanaSavingElsewhere *self = g_new0 (MukanaSavingElsewhere, 1);

  self->path = g_strdup (path);
  self->key = g_bytes_ref (mukana_store_peek_key (store));
  return self;
}

void
mukana_saving_elsewhere_free (MukanaSavingElsewhere *self)
{
  g_free (self->path);
  g_bytes_unref (self->key);
  g_free (self);
}

static gpointer
save_run (MukanaDb      *db,
          gpointer       arg,
          GCancellable  *cancellable,
          GError       **error)
{
  MukanaSavingElsewhere *wish = arg;

  mukana_register_file_save (db, wish->key, wish->path, error);
  return NULL;
}

/* Whoever has it open would lose it. */
const MukanaJob mukana_saving_elsewhere_job = {
  "saving-elsewhere.save", MUKANA_LANE_WRITE, save_run, NULL,
  .needs = MUKANA_DEED_WORK_HERE, .is_between = TRUE
};
