/* mukana-cli-opening.c: making a register, and opening one with its key.
 *
 * The key comes from the recovery key file when one is named, else from the
 * keyring of the session.  None is ever made when opening.
 */

#include "cli/mukana-cli.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "services/mukana-founding.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-secret.h"
#include "services/mukana-unlocking.h"

#define FILE_SCHEME "sqlite:"

static gboolean
is_server (const char *place)
{
  return g_str_has_prefix (place, "postgresql://") || g_str_has_prefix (place, "postgres://");
}

/** mukana_cli_dup_uri: Returns: yours, where the register is */
char *
mukana_cli_dup_uri (MukanaCli *cli)
{
  g_autofree char *usual = g_build_filename (g_get_user_data_dir (), "mukana", "register.mukana",
                                             NULL);
  const char *place = cli->options.place ? cli->options.place : usual;
  g_autofree char *path = NULL;

  if (is_server (place))
    return g_strdup (place);

  path = g_canonicalize_filename (place, NULL);
  return g_strconcat (FILE_SCHEME, path, NULL);
}

/** mukana_cli_actor: Returns: borrowed, who the journal says did it */
const char *
mukana_cli_actor (void)
{
  return g_get_user_name ();
}

/* Somebody at a terminal can type a password; a script cannot, and must not wait. */
static MukanaKeyringPatience
choose_patience (void)
{
  gboolean may_ask = isatty (STDIN_FILENO) && isatty (STDERR_FILENO);

  return (MukanaKeyringPatience) { may_ask ? 60000 : 5000, may_ask };
}

static MukanaStatus
fail_opening (const GError *error)
{
  g_autofree char *sentence = mukana_complaint_sentence (error, MUKANA_COMPLAINT_OPENING);

  return mukana_cli_refuse (mukana_complaint_status (error, MUKANA_COMPLAINT_OPENING), "%s",
                            sentence);
}

static MukanaStatus
load_key (const char  *path,
          GBytes     **key)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sentence = NULL;
  MukanaRecoveryFinding finding;

  if ((*key = mukana_key_sheet_load (path, &finding, &error)) != NULL)
    return MUKANA_STATUS_DONE;

  if (!g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_INVALID))
    return mukana_cli_refuse (MUKANA_STATUS_NO_KEY, _("The recovery key file cannot be read."));

  sentence = mukana_unlocking_describe_typed (&finding);
  return mukana_cli_refuse (MUKANA_STATUS_NO_KEY, "%s", sentence);
}

/** mukana_cli_find_kept_key: @key: (out): yours, the keyring's; Returns: whether it has it */
MukanaKeyState
mukana_cli_find_kept_key (const char  *register_id,
                          GBytes     **key)
{
  return mukana_keyring_find (register_id, choose_patience (), key);
}

/**
 * mukana_cli_find_key:
 * @key: (out): yours; of the file that is named, else the keyring's
 *
 * Says what stands in the way.
 */
MukanaStatus
mukana_cli_find_key (MukanaCli   *cli,
                     const char  *register_id,
                     GBytes     **key)
{
  MukanaKeyState state;

  if (cli->options.key_file != NULL)
    return load_key (cli->options.key_file, key);

  state = mukana_cli_find_kept_key (register_id, key);
  if (state == MUKANA_KEY_FOUND)
    return MUKANA_STATUS_DONE;

  return mukana_cli_refuse (MUKANA_STATUS_NO_KEY, "%s %s",
                            _(mukana_unlocking_words (state)->sentence),
                            _("The option --recovery-key-file opens it with the recovery key."));
}

/* A journal that was cut is told, and a day that ran ahead; neither keeps anybody out. */
static MukanaStatus
enter (MukanaCli *cli)
{
  g_autofree MukanaDayAhead *ahead = NULL;
  g_autoptr (GError) error = NULL;
  MukanaAnchorState state;

  cli->anchor = mukana_anchor_new (cli->store, TRUE);
  if (mukana_store_is_damaged (cli->store))
    g_printerr ("%s\n", _("The register is damaged. What can still be read is shown, and nothing "
                          "is saved any more. Restore a backup: mukana-cli restore"));
  else if (mukana_store_is_on_full_disk (cli->store))
    g_printerr ("%s\n", _("The disk is full, so the register is only read. Make room on the disk: "
                          "what is saved after that is saved."));
  else if (mukana_store_is_newer (cli->store))
    g_printerr ("%s\n", _("A newer Mukana has changed this register. Until the program is updated, "
                          "it is only read, without sensitive data."));
  else if (!mukana_anchor_enter (cli->anchor, &state, &error))
    g_printerr ("%s\n", _("The log could not note that the register was unlocked."));
  else if (state == MUKANA_ANCHOR_MISSING)
    g_printerr ("%s\n", _("The end of the log is missing: it was cut off, or an older copy of the "
                          "register was put back. The log notes this."));
  else if (state == MUKANA_ANCHOR_GONE)
    g_printerr ("%s\n", _("Nothing outside the register tells where its log ended: this is a new "
                          "computer, or somebody took it away. The log notes this."));

  if (mukana_store_get_n_taken_back_again (cli->store) > 0)
    g_printerr ("%s\n", _("An older copy of the register was put in its place: what people had "
                          "taken back since has been ended again. The log notes this."));

  if (mukana_store_get_n_lost_requests (cli->store) > 0)
    g_printerr ("%s\n", _("An older copy of the register was put in its place: it lacks requests "
                          "that people made about their data since. Look for them in letters and "
                          "mail, and note them again."));

  ahead = mukana_store_run (cli->store, &mukana_day_ahead_job, NULL, NULL);
  if (ahead != NULL)
    mukana_cli_tell_day_ahead (ahead);
  return MUKANA_STATUS_DONE;
}

static MukanaStatus
open_with (MukanaCli  *cli,
           const char *uri,
           GBytes     *key,
           const char *register_id)
{
  g_autoptr (GError) error = NULL;

  cli->store = mukana_store_open (uri, key, cli->clock, mukana_cli_actor (), NULL, &error);
  if (cli->store != NULL)
    return enter (cli);

  if (key != NULL && g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED))
    {
      MukanaKeyState state = mukana_unlocking_judge (key, register_id);
      g_autofree char *needed = mukana_unlocking_describe_needed (register_id);

      mukana_anchor_note_failure (uri + strlen (FILE_SCHEME), mukana_clock_now_us (cli->clock));
      return mukana_cli_refuse (MUKANA_STATUS_NO_KEY, "%s %s",
                                _(mukana_unlocking_words (state)->sentence), needed);
    }

  return fail_opening (error);
}

/** mukana_cli_open: opens the register that was named; says what stands in the way */
MukanaStatus
mukana_cli_open (MukanaCli *cli)
{
  g_autofree char *uri = mukana_cli_dup_uri (cli);
  g_autofree char *register_id = NULL;
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;

  if (is_server (uri))
    return open_with (cli, uri, NULL, NULL);

  if (!(register_id = mukana_unlocking_register_id (uri + strlen (FILE_SCHEME), &error)))
    return fail_opening (error);

  if ((status = mukana_cli_find_key (cli, register_id, &key)) != MUKANA_STATUS_DONE)
    return status;

  return open_with (cli, uri, key, register_id);
}

/* The sheet first: a register whose key was lost in between would be lost too. */
static MukanaStatus
write_sheet (MukanaCli *cli,
             GBytes    *key)
{
  MukanaKeySheet sheet = { _("Mukana register"), mukana_clock_today (cli->clock), key };
  g_autoptr (GError) error = NULL;

  if (cli->options.key_file == NULL ||
      mukana_key_sheet_save_text (&sheet, cli->options.key_file, &error))
    return MUKANA_STATUS_DONE;

  return fail_opening (error);
}

static MukanaStatus
make_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return MUKANA_STATUS_DONE;

  return mukana_cli_refuse (MUKANA_STATUS_NO_STORE,
                            _("The folder of the register cannot be made."));
}

static void
tell_created (MukanaCli  *cli,
              const char *uri,
              GBytes     *key,
              gboolean    is_kept)
{
  const char *place = g_str_has_prefix (uri, FILE_SCHEME) ? uri + strlen (FILE_SCHEME) : uri;
  g_auto (MukanaSecretText) printed = NULL;

  if (key != NULL && cli->options.key_file == NULL)
    printed = mukana_recovery_key_print (g_bytes_get_data (key, NULL));

  if (cli->json != NULL)
    {
      mukana_json_add_text (cli->json, "register", place);
      mukana_json_add_boolean (cli->json, "keyring", is_kept);
      if (printed != NULL)
        mukana_json_add_text (cli->json, "recovery_key", printed);
      return;
    }

  mukana_cli_say (_("The register was made: %s"), place);
  if (key == NULL)
    return;

  mukana_cli_say ("%s", is_kept ? _("Its key is in the keyring.")
                                : _("There is no keyring here to keep its key in."));
  if (printed == NULL)
    mukana_cli_say (_("The recovery key was written to %s"), cli->options.key_file);
  else
    mukana_cli_say ("%s\n\n  %s\n\n%s", _("Recovery key:"), printed,
                    _("It is shown this once. Keep it apart from the computer: without it and the "
                      "keyring, nobody can open the register."));
}

static MukanaStatus
found (MukanaCli  *cli,
       const char *uri,
       GBytes     *key)
{
  g_autofree char *id = key ? mukana_recovery_key_register_id (g_bytes_get_data (key, NULL))
                            : mukana_founding_new_id ();
  MukanaRegisterSeed seed = { id, _("Wellbeing services county"), NULL, FALSE };
  g_autoptr (GError) error = NULL;
  MukanaKeyState kept = MUKANA_KEY_NO_BUS;

  cli->store = mukana_founding_create (uri, key, cli->clock, mukana_cli_actor (), &seed, &error);
  if (cli->store == NULL)
    return fail_opening (error);

  if (key != NULL)
    kept = mukana_keyring_keep (id, key, seed.county_name, choose_patience ());
  cli->anchor = mukana_anchor_new (cli->store, TRUE);
  tell_created (cli, uri, key, kept == MUKANA_KEY_FOUND);
  return MUKANA_STATUS_DONE;
}

/** mukana_cli_create: a new register, and its recovery key */
MukanaStatus
mukana_cli_create (MukanaCli *cli)
{
  g_autofree char *uri = mukana_cli_dup_uri (cli);
  const char *path = uri + strlen (FILE_SCHEME);
  g_autoptr (GBytes) key = NULL;
  g_autoptr (GError) error = NULL;
  MukanaStatus status;

  if (is_server (uri))
    return found (cli, uri, NULL);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return mukana_cli_refuse (MUKANA_STATUS_CONFLICT,
                              _("There is a file of that name already. Nothing was changed."));

  if ((status = make_folder (path)) != MUKANA_STATUS_DONE)
    return status;

  if (!(key = mukana_secret_new_key (&error)))
    return mukana_cli_fail (error);

  if ((status = write_sheet (cli, key)) != MUKANA_STATUS_DONE)
    return status;

  status = found (cli, uri, key);
  if (status != MUKANA_STATUS_DONE && cli->options.key_file != NULL)
    g_unlink (cli->options.key_file);   /* we made it just now, and it opens nothing */
  return status;
}
