/* mukana-unlocking.c: what stands between a register and its key, in words.
 *
 * Opening goes: the register's id from its file, the key of that id from the
 * keyring (mukana-keyring), the store; and when the store refuses the key,
 * mukana_unlocking_judge() says what that means.  Each state has its own sentence
 * and the same two ways out: try again, or the recovery key.
 *
 * The id is the file's first 16 bytes.  A register file begins with the mark of
 * its key (mukana-recovery-key), so the id can be told with no key and with no
 * second file that could be left behind; VACUUM keeps it, and a restored backup
 * has the id, and thus finds the key, of the register it was made from.  A file
 * made by another tool begins with a random salt instead, which does as well for
 * an id, only its fingerprint is not on any sheet.
 */

#include "services/mukana-unlocking.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mukana-error.h"

#define PLAIN_FILE "SQLite format 3"   /* and its 16th byte, a zero */

static const MukanaKeyWords words[] =
{
  [MUKANA_KEY_FOUND] = {
    "found", N_("The key was found"),
    N_("The keyring holds the key of this register."),
    N_("Open the register"), N_("Use the recovery key") },
  [MUKANA_KEY_NO_BUS] = {
    "no-bus", N_("There is no keyring here"),
    N_("This session has no keyring, as when Mukana is started over a remote connection or by "
       "another program. The register itself is untouched."),
    N_("Try again"), N_("Use the recovery key") },
  [MUKANA_KEY_NO_SERVICE] = {
    "no-service", N_("The keyring does not answer"),
    N_("No program that keeps keys is running on this computer, or it does not answer. The "
       "register itself is untouched."),
    N_("Try again"), N_("Use the recovery key") },
  [MUKANA_KEY_NO_KEYRING] = {
    "no-keyring", N_("There is no keyring yet"),
    N_("This account has no keyring to keep keys in. The program Passwords and Keys can make one; "
       "signing in to the computer again often does, too."),
    N_("Try again"), N_("Use the recovery key") },
  [MUKANA_KEY_LOCKED] = {
    "locked", N_("The keyring is locked"),
    N_("The key of this register may be in the keyring, which opens with its own password. Most "
       "often that is the password you sign in to the computer with."),
    N_("Unlock the keyring"), N_("Use the recovery key") },
  [MUKANA_KEY_ABSENT] = {
    "absent", N_("The keyring does not have the key"),
    N_("The keyring is open, but holds no key of this register: it may be another account's or "
       "another computer's, or the keyring was made anew. The recovery key opens the register."),
    N_("Try again"), N_("Use the recovery key") },
  [MUKANA_KEY_WRONG] = {
    "wrong-key", N_("The key does not open the register"),
    N_("A key was found, but it does not open this register. Either the key or the beginning of "
       "the file has changed. Nothing was written to the file."),
    N_("Try again"), N_("Use the recovery key") },
  [MUKANA_KEY_OTHER_REGISTER] = {
    "other-register", N_("The key is of another register"),
    N_("The key is a whole key, but of another register. Compare the fingerprint on the sheet."),
    N_("Try again"), N_("Use another recovery key") },
};

/* Returns: whether @mark is filled with the first bytes of the file */
static gboolean
read_mark (int      file,
           guint8  *mark,
           GError **error)
{
  struct stat about;
  gssize got;

  if (fstat (file, &about) != 0 || !S_ISREG (about.st_mode))
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "It is no file");
      return FALSE;
    }

  do
    got = read (file, mark, MUKANA_REGISTER_ID_BYTES);
  while (got < 0 && errno == EINTR);

  if (got != MUKANA_REGISTER_ID_BYTES)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The file has no beginning");
      return FALSE;
    }

  if (memcmp (mark, PLAIN_FILE, MUKANA_REGISTER_ID_BYTES) == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_INVALID, "The file is not encrypted");
      return FALSE;
    }

  return TRUE;
}

/**
 * mukana_unlocking_register_id:
 * @path: of a register file that no store of this process has open, because
 *   closing a file drops the locks that the process holds on it
 *
 * Who makes a register needs no file for this: see mukana_recovery_key_register_id().
 *
 * Errors: %MUKANA_ERROR_NOT_FOUND, %MUKANA_ERROR_NOT_ALLOWED when it may not be
 *   read, %MUKANA_ERROR_INVALID when it is no register, %MUKANA_ERROR_DAMAGED when
 *   it is too short for one.
 * Returns: yours, the register's id in the keyring
 */
char *
mukana_unlocking_register_id (const char  *path,
                              GError     **error)
{
  guint8 mark[MUKANA_REGISTER_ID_BYTES];
  /* Not waiting: a pipe of that name would keep us for ever. */
  int file = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  gboolean is_read;

  if (file < 0)
    {
      int code = errno == ENOENT || errno == ENOTDIR ? MUKANA_ERROR_NOT_FOUND
                                                     : MUKANA_ERROR_NOT_ALLOWED;

      g_set_error (error, MUKANA_ERROR, code, "Cannot read the file: %s", g_strerror (errno));
      return NULL;
    }

  is_read = read_mark (file, mark, error);
  close (file);
  return is_read ? mukana_register_id_from_mark (mark) : NULL;
}

/**
 * mukana_unlocking_judge:
 * @refused: a key with which the store did not open
 * @register_id: of the register's file
 *
 * Returns: %MUKANA_KEY_OTHER_REGISTER or %MUKANA_KEY_WRONG
 */
MukanaKeyState
mukana_unlocking_judge (GBytes     *refused,
                        const char *register_id)
{
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (refused, NULL));

  return g_str_equal (id, register_id) ? MUKANA_KEY_WRONG : MUKANA_KEY_OTHER_REGISTER;
}

/** mukana_unlocking_words: Returns: never %NULL */
const MukanaKeyWords *
mukana_unlocking_words (MukanaKeyState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (words), &words[MUKANA_KEY_WRONG]);

  return &words[state];
}

/**
 * mukana_unlocking_describe_typed:
 * @finding: of mukana_secret_from_recovery_key()
 *
 * Returns: yours, a translated sentence, such as "Group 3 has a mistake."
 */
char *
mukana_unlocking_describe_typed (const MukanaRecoveryFinding *finding)
{
  switch (finding->verdict)
    {
    case MUKANA_RECOVERY_WRONG_GROUP:
      return g_strdup_printf (_("Group %d has a mistake. Compare it with the sheet, character by "
                                "character."), finding->group);
    case MUKANA_RECOVERY_TOO_SHORT:
      return g_strdup_printf (_("%d of %d groups are there, and right so far."),
                              finding->n_fine, MUKANA_RECOVERY_GROUPS);
    case MUKANA_RECOVERY_TOO_LONG:
      return g_strdup_printf (_("All %d groups are right, but something comes after them."),
                              MUKANA_RECOVERY_GROUPS);
    case MUKANA_RECOVERY_MIXED:
      return g_strdup (_("Each group is right by itself, but they do not belong to one key. "
                         "Are they from two sheets?"));
    case MUKANA_RECOVERY_FINE:
    default:
      return g_strdup (_("The recovery key is whole."));
    }
}

/**
 * mukana_unlocking_describe_needed:
 *
 * Returns: yours, a translated sentence that tells which sheet to look for
 */
char *
mukana_unlocking_describe_needed (const char *register_id)
{
  g_autofree char *fingerprint = mukana_register_id_fingerprint (register_id);

  return g_strdup_printf (_("The sheet of this register has the fingerprint %s."), fingerprint);
}
