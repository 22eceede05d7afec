/* mukana-cli-backup.c: a backup that is known to open, and the register made of one. */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-backing-up.h"
#include "services/mukana-restoring.h"
#include "services/mukana-unlocking.h"

#define FILE_SCHEME "sqlite:"

/** mukana_cli_backup: FOLDER */
MukanaStatus
mukana_cli_backup (MukanaCli *cli)
{
  g_autofree char *folder = g_canonicalize_filename (cli->words[0], NULL);
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaBackup) backup = mukana_backing_up_make (cli->store, folder, &error);

  if (backup == NULL)
    return mukana_cli_fail (error);

  path = g_build_filename (folder, backup->file_name, NULL);
  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "file", path);
      mukana_json_add_number (cli->json, "people", backup->n_people);
    }
  else
    mukana_cli_say (_("The backup was made and found whole: %s"), path);
  return MUKANA_STATUS_DONE;
}

static void
tell_restored (MukanaCli           *cli,
               const MukanaRestore *restore)
{
  g_autofree char *fingerprint =
    restore->other_key ? mukana_register_id_fingerprint (restore->other_key) : NULL;

  if (cli->json != NULL)
    {
      mukana_json_add_number (cli->json, "people", restore->backup->n_people);
      mukana_json_add_number (cli->json, "reapplied", restore->n_reapplied);
      mukana_json_add_number (cli->json, "requests", restore->n_asked);
      mukana_json_add_number (cli->json, "breaches", restore->n_breaches);
      mukana_json_add_text (cli->json, "kept_as", restore->kept_as);
      mukana_json_add_boolean (cli->json, "later_read",
                               restore->kept_as == NULL || restore->was_readable);
      mukana_json_add_text (cli->json, "fingerprint", fingerprint);
      return;
    }

  mukana_cli_say ("%s", _("The register is as it was in the backup."));
  if (restore->n_reapplied > 0)
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%lld withdrawal since then was kept.",
                                 "%lld withdrawals since then were kept.",
                                 (gulong) restore->n_reapplied),
                    (long long) restore->n_reapplied);
  if (restore->n_asked > 0)
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%lld request in the diary since then was kept.",
                                 "%lld requests in the diary since then were kept.",
                                 (gulong) restore->n_asked), (long long) restore->n_asked);
  if (restore->n_breaches > 0)
    mukana_cli_say (g_dngettext (GETTEXT_PACKAGE, "%lld breach since then was kept.",
                                 "%lld breaches since then were kept.",
                                 (gulong) restore->n_breaches), (long long) restore->n_breaches);
  if (restore->kept_as != NULL)
    mukana_cli_say (_("What was there is now %s"), restore->kept_as);
  if (restore->kept_as != NULL && !restore->was_readable)
    mukana_cli_say ("%s", restore->had_list
                    ? _("It could not be read: enter the requests and breaches since then in the "
                        "diaries again.")
                    : _("It could not be read: go through the withdrawals, requests and breaches "
                        "since then."));
  if (fingerprint != NULL)
    mukana_cli_say (_("The register has the key of the backup again: only the key sheet with the "
                      "fingerprint %s opens it."), fingerprint);
}

/* The file that is named may have the key of the one or of the other; the keyring has the rest.  A
 * register that is not there, or tells no id any more, has none to be kept. */
static MukanaStatus
find_keys (MukanaCli   *cli,
           const char  *backup_id,
           const char  *target,
           GBytes     **key,
           GBytes     **register_key)
{
  g_autofree char *register_id = mukana_unlocking_register_id (target, NULL);
  g_autofree char *id = NULL;
  MukanaStatus status = mukana_cli_find_key (cli, backup_id, key);

  if (status != MUKANA_STATUS_DONE || register_id == NULL || g_str_equal (register_id, backup_id))
    return status;

  id = mukana_recovery_key_register_id (g_bytes_get_data (*key, NULL));
  if (g_str_equal (id, register_id))
    {
      *register_key = g_steal_pointer (key);
      if (mukana_cli_find_kept_key (backup_id, key) != MUKANA_KEY_FOUND)
        *key = g_bytes_ref (*register_key);   /* which is told to be the wrong one */
    }
  else if (mukana_cli_find_kept_key (register_id, register_key) != MUKANA_KEY_FOUND)
    *register_key = NULL;
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_restore: BACKUP; where --register says, or in the usual place */
MukanaStatus
mukana_cli_restore (MukanaCli *cli)
{
  g_autofree char *backup = g_canonicalize_filename (cli->words[0], NULL);
  g_autofree char *uri = mukana_cli_dup_uri (cli);
  g_autofree char *register_id = NULL;
  g_autoptr (GBytes) key = NULL, register_key = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRestore) restore = NULL;
  MukanaStatus status;

  if (!g_str_has_prefix (uri, FILE_SCHEME))
    return mukana_cli_refuse (MUKANA_STATUS_USAGE,
                              _("The server of a shared register restores its own backups."));
  if (!(register_id = mukana_restoring_register_id (backup, &error)))
    return mukana_cli_fail (error);
  status = find_keys (cli, register_id, uri + strlen (FILE_SCHEME), &key, &register_key);
  if (status != MUKANA_STATUS_DONE)
    return status;

  restore = mukana_restoring_run_kept (backup, key, register_key, uri + strlen (FILE_SCHEME),
                                       mukana_cli_actor (), mukana_clock_now_us (cli->clock),
                                       &error);
  if (restore == NULL)
    return mukana_cli_fail (error);

  tell_restored (cli, restore);
  return MUKANA_STATUS_DONE;
}
