/* mukana-db-sqlite-file.c: a register file: opened with its key, copied, given another key.
 *
 * SQLite in SQLCipher 4 format.  The key comes first, then the proof that the
 * file is not plain: with another SQLite library in the process "PRAGMA key"
 * succeeds and means nothing, so success of the pragma is not believed.
 *
 * The file is looked at before SQLite opens it and never after: closing any
 * descriptor of a file drops the POSIX locks that SQLite holds on it, also those
 * of another connection of this process.  So what was seen is remembered for as long
 * as a connection is open.
 */

#include "store/mukana-db-sqlite-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mukana-error.h"
#include "domain/mukana-recovery-key.h"
#include "store/mukana-door.h"

#define PLAIN_HEADER "SQLite format 3"
#define APPLICATION_ID "0x4d554b41"   /* "MUKA" */
#define BUSY_TIMEOUT_MS 5000

/* Network and FUSE file systems break the locks that keep a register whole. */
static gboolean
check_file_system (const char  *path,
                   GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct statfs info;

  if (statfs (folder, &info) == 0)
    switch ((guint32) info.f_type)
      {
      case 0x6969:       /* NFS */
      case 0xff534d42:   /* CIFS */
      case 0xfe534d42:   /* SMB 2 */
      case 0x65735546:   /* FUSE */
        g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                             N_("A register file may not be kept on a network drive. Keep it on a "
                                "disk of this computer, or share a register through a server."));
        return FALSE;
      default:
        break;
      }

  return TRUE;
}

/* What a register begins with: the salt of its cipher, which SQLite need not read again. */
typedef struct
{
  dev_t    device;
  ino_t    inode;
  guint8   salt[MUKANA_REGISTER_ID_BYTES];
  gboolean is_door;   /* of a connection: reads by the consent views only */
} Beginning;

static GMutex beginnings_lock;
static GHashTable *beginnings;   /* sqlite3 * -> Beginning, of each connection that is open */

/* Returns: whether a connection of this process has the file open already */
static gboolean
recall_beginning (const char *path,
                  Beginning  *beginning)
{
  GHashTableIter iter;
  Beginning *known;
  struct stat info;

  if (beginnings == NULL || lstat (path, &info) != 0)
    return FALSE;

  g_hash_table_iter_init (&iter, beginnings);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &known))
    if (known->inode != 0 && known->device == info.st_dev && known->inode == info.st_ino)
      {
        *beginning = *known;
        return TRUE;
      }

  return FALSE;
}

static void
remember_beginning (sqlite3    *connection,
                    const char *path,
                    Beginning  *beginning)
{
  struct stat info;

  if (beginnings == NULL)
    beginnings = g_hash_table_new_full (NULL, NULL, NULL, g_free);

  if (lstat (path, &info) == 0)
    {
      beginning->device = info.st_dev;
      beginning->inode = info.st_ino;
    }
  g_hash_table_insert (beginnings, connection, g_memdup2 (beginning, sizeof *beginning));
}

/* A pipe of that name would keep us for ever.  An empty file is a register that was being
 * made; with a second name elsewhere it is somebody's, and so it is when others may write it. */
static gssize
read_salt (int        fd,
           Beginning *beginning)
{
  struct stat info;
  gssize n_read = -1;

  if (fstat (fd, &info) == 0 && S_ISREG (info.st_mode))
    n_read = read (fd, beginning->salt, sizeof beginning->salt);
  return n_read == 0 && (info.st_nlink != 1 || (info.st_mode & 077) != 0) ? -1 : n_read;
}

/* 1 there is a file and it is not plain, 0 there is none yet, -1 refused. */
static int
read_beginning (const char  *path,
                Beginning   *beginning,
                GError     **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  gssize n_read;

  if (fd < 0 && errno == ENOENT)
    return 0;

  if (fd < 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
                   "The register file cannot be opened: %s", g_strerror (errno));
      return -1;
    }

  n_read = read_salt (fd, beginning);
  close (fd);

  if (n_read == 0)
    return 0;

  if (n_read < (gssize) sizeof beginning->salt)
    {
      g_set_error (error, MUKANA_ERROR,
                   n_read < 0 ? MUKANA_ERROR_UNREACHABLE : MUKANA_ERROR_DAMAGED,
                   "The beginning of the register file cannot be read");
      return -1;
    }

  if (memcmp (beginning->salt, PLAIN_HEADER, strlen (PLAIN_HEADER)) == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                   "The file is a database without encryption, not a register");
      return -1;
    }

  return 1;
}

static gboolean
create_private (const char  *path,
                GError     **error)
{
  int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);

  if (fd < 0)
    {
      g_set_error (error, MUKANA_ERROR,
                   errno == ENOSPC ? MUKANA_ERROR_NO_SPACE
                   : errno == EEXIST ? MUKANA_ERROR_CONFLICT : MUKANA_ERROR_UNREACHABLE,
                   "The register file cannot be made: %s", g_strerror (errno));
      return FALSE;
    }

  close (fd);
  return TRUE;
}

/* The pragma of SQLCipher, or the one of SQLite3 Multiple Ciphers: whoever
 * answers neither does not encrypt.  Each is asked twice, because an answer that
 * there is no memory for is left out without a word. */
static gboolean
check_cipher (sqlite3  *connection,
              GError  **error)
{
  static const char * const questions[] = { "PRAGMA cipher_version", "PRAGMA cipher",
                                            "PRAGMA cipher_version", "PRAGMA cipher" };
  gboolean answered = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (questions) && !answered; i++)
    {
      sqlite3_stmt *statement = NULL;
      int code = sqlite3_prepare_v2 (connection, questions[i], -1, &statement, NULL);

      if (code == SQLITE_OK && (code = sqlite3_step (statement)) == SQLITE_ROW)
        {
          const char *text = (const char *) sqlite3_column_text (statement, 0);

          answered = text != NULL && *text != '\0' && strcmp (text, "none") != 0;
        }
      if (code != SQLITE_ROW && code != SQLITE_DONE)
        mukana_sqlite_set_error (error, connection, code);
      sqlite3_finalize (statement);

      if (code != SQLITE_ROW && code != SQLITE_DONE)
        return FALSE;
    }

  if (!answered)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                 "The database library of this process does not encrypt");
  return answered;
}

/* SQLCipher 4, which the system's SQLCipher writes by itself.  By functions: the pragmas of
 * these names answer as if they had been heard when memory has run out. */
static gboolean
choose_format (sqlite3  *connection,
               GError  **error)
{
#ifdef MUKANA_SQLITE3MC
  int cipher = sqlite3mc_cipher_index ("sqlcipher");

  if (sqlite3mc_config (connection, "default:cipher", cipher) != cipher ||
      sqlite3mc_config_cipher (connection, "sqlcipher", "default:legacy", 4) != 4)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                   "The database library of this process does not know the format");
      return FALSE;
    }
#endif

  return TRUE;
}

/* PRAGMA key or PRAGMA rekey with a raw key and its salt, of which no copy stays behind. */
static int
tell_key (sqlite3      *connection,
          const char   *pragma,
          GBytes       *key,
          const guint8 *salt)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (key, &length);
  char sql[128];
  gsize end;
  int code;

  g_return_val_if_fail (length == MUKANA_KEY_LENGTH, SQLITE_MISUSE);

  end = (gsize) g_snprintf (sql, sizeof sql, "PRAGMA %s = \"x'", pragma);
  for (gsize i = 0; i < length; i++, end += 2)
    g_snprintf (sql + end, sizeof sql - end, "%02x", data[i]);
  for (gsize i = 0; i < MUKANA_REGISTER_ID_BYTES; i++, end += 2)
    g_snprintf (sql + end, sizeof sql - end, "%02x", salt[i]);
  g_strlcat (sql, "'\"", sizeof sql);

  code = sqlite3_exec (connection, sql, NULL, NULL, NULL);
  explicit_bzero (sql, sizeof sql);
  return code;
}

/* With the salt that the file begins with: SQLite would read it itself, and take another
 * when it cannot.  That of a new file is the mark of its key, so that the first 16
 * bytes tell which key it wants.  Copies keep it.  An old file has its own. */
static gboolean
give_key (sqlite3         *connection,
          GBytes          *key,
          const Beginning *beginning,
          GError         **error)
{
  int code;

  if (!choose_format (connection, error))
    return FALSE;

  if ((code = tell_key (connection, "key", key, beginning->salt)) == SQLITE_OK)
    return check_cipher (connection, error);

  /* The key has the right form, so that SQLCipher's "error" can only mean memory. */
  mukana_sqlite_set_error (error, connection, code == SQLITE_ERROR ? SQLITE_NOMEM : code);
  return FALSE;
}

static gboolean
configure (sqlite3                    *connection,
           const MukanaEngineOptions  *options,
           GError                    **error)
{
  sqlite3_busy_timeout (connection, BUSY_TIMEOUT_MS);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_limit (connection, SQLITE_LIMIT_ATTACHED, 1);   /* VACUUM INTO needs one */

  /* The first statement that reads is the one that fails with a wrong key. */
  return mukana_sqlite_exec (connection,
               "SELECT count(*) FROM sqlite_schema;", error) &&
         (options->is_still ||
          mukana_sqlite_exec (connection, "PRAGMA journal_mode = WAL;"
                                          "PRAGMA synchronous = FULL;", error)) &&
         mukana_sqlite_exec (connection,
               "PRAGMA foreign_keys = ON;"
               "PRAGMA temp_store = MEMORY;"
               "PRAGMA secure_delete = ON;"
               "PRAGMA cell_size_check = ON;"
               "PRAGMA mmap_size = 0;"
               "PRAGMA cache_size = -64000;", error) &&
         (!options->read_only || mukana_sqlite_exec (connection, "PRAGMA query_only = ON", error));
}

/* Asked for each column of each statement that is prepared. */
static int
authorize_cb (void       *data,
              int         action,
              const char *first,
              const char *second,
              const char *database,
              const char *view)
{
  if (action == SQLITE_READ)
    return mukana_door_lets_read (first, view) ? SQLITE_OK : SQLITE_DENY;

  return action == SQLITE_ATTACH ? SQLITE_DENY : SQLITE_OK;
}

static void
set_is_door (sqlite3  *connection,
             gboolean  is_door)
{
  g_mutex_lock (&beginnings_lock);
  ((Beginning *) g_hash_table_lookup (beginnings, connection))->is_door = is_door;
  g_mutex_unlock (&beginnings_lock);
}

/** mukana_sqlite_is_door: whether a connection reads by the consent views only */
gboolean
mukana_sqlite_is_door (sqlite3 *connection)
{
  Beginning *known;
  gboolean answer;

  g_mutex_lock (&beginnings_lock);
  known = g_hash_table_lookup (beginnings, connection);
  answer = known != NULL && known->is_door;
  g_mutex_unlock (&beginnings_lock);

  return answer;
}

static gboolean
guard_door (sqlite3   *connection,
            gboolean   by_views_only,
            GError   **error)
{
  int code = by_views_only ? sqlite3_set_authorizer (connection, authorize_cb, NULL) : SQLITE_OK;

  if (code == SQLITE_OK)
    {
      set_is_door (connection, by_views_only);
      return TRUE;
    }

  mukana_sqlite_set_error (error, connection, code);
  return FALSE;
}

/** mukana_sqlite_close: and the file is whole by itself when this was the last connection to it */
void
mukana_sqlite_close (gpointer connection)
{
  /* The last connection to close checkpoints, so that at rest there is one file. */
  sqlite3_close_v2 (connection);

  g_mutex_lock (&beginnings_lock);
  g_hash_table_remove (beginnings, connection);
  g_mutex_unlock (&beginnings_lock);
}

/* SQLite follows no symbolic link, but would write to whatever else has one of these names. */
static gboolean
check_beside (const char  *path,
              GError     **error)
{
  static const char * const endings[] = { "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);
      struct stat info;

      if (lstat (name, &info) != 0 || (S_ISREG (info.st_mode) && info.st_nlink == 1))
        continue;

      g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                           N_("A file beside the register is a link, or has a second name "
                              "elsewhere. Copy the register and what lies beside it to a folder "
                              "of their own, and open it there."));
      return FALSE;
    }

  return TRUE;
}

/* 1 the file was there, 0 it was made just now, -1 refused. */
static int
find_file (const MukanaEngineOptions  *options,
           Beginning                  *beginning,
           GError                    **error)
{
  int found;

  if (recall_beginning (options->location, beginning))
    return 1;
  if (!check_beside (options->location, error))
    return -1;
  if ((found = read_beginning (options->location, beginning, error)) != 0)
    return found;

  if (!options->may_create)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND, "There is no register file there");
      return -1;
    }

  mukana_recovery_key_mark (g_bytes_get_data (options->key, NULL), beginning->salt);
  if (access (options->location, F_OK) != 0 && !create_private (options->location, error))
    return -1;
  return 0;
}

/* The log of writes is of the register too, and is read with files beside it only. */
static gboolean
check_is_at_rest (const char  *path,
                  GError     **error)
{
  g_autofree char *name = g_strconcat (path, "-wal", NULL);
  struct stat info;

  if (lstat (name, &info) != 0 || info.st_size == 0)
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE,
                       N_("The disk is full, and the program ended last time without closing the "
                          "register. Nothing is lost. Make room on the disk and open it again."));
  return FALSE;
}

/* Whoever looks at people is written into the log, so a register is not opened where nothing can
 * be written: a stick with its lock on, a disc, somebody else's folder.  Left to SQLite it
 * would be a register that does not answer. */
static gboolean
check_can_be_written (const char  *path,
                      GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  struct stat info;

  if (lstat (path, &info) != 0 || (access (path, W_OK) == 0 && access (folder, W_OK) == 0))
    return TRUE;

  g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_NOT_ALLOWED,
                       N_("The register is in a place that can only be read, and Mukana writes "
                          "there who looks at it. Remove the write protection, ask for the right "
                          "to write, or copy the register and the files beside it to a disk of "
                          "this computer."));
  return FALSE;
}

static int
open_named (const MukanaEngineOptions  *options,
            sqlite3                   **connection)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *path = NULL;
  g_autofree char *file = NULL;
  g_autofree char *uri = NULL;

  if (!options->is_still)
    return sqlite3_open_v2 (options->location, connection, flags | SQLITE_OPEN_READWRITE, NULL);

  path = g_canonicalize_filename (options->location, NULL);
  file = g_filename_to_uri (path, NULL, NULL);
  uri = g_strconcat (file, "?immutable=1", NULL);
  return sqlite3_open_v2 (uri, connection, flags | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
}

/* Nobody else of this process looks at the file or opens it meanwhile. */
static int
open_file (const MukanaEngineOptions  *options,
           Beginning                  *beginning,
           sqlite3                   **connection,
           GError                    **error)
{
  int found, code;

  g_mutex_lock (&beginnings_lock);
  if ((found = find_file (options, beginning, error)) >= 0)
    {
      code = open_named (options, connection);
      if (code == SQLITE_OK)
        remember_beginning (*connection, options->location, beginning);
      else
        {
          mukana_sqlite_set_error (error, *connection, code);
          sqlite3_close_v2 (*connection);
          found = -1;
        }
    }
  g_mutex_unlock (&beginnings_lock);

  return found;
}

/* A first page that does not fit the key looks like a damaged one.  The mark tells them
 * apart: a file that begins with the mark of this key wants no other. */
static gboolean
wants_another_key (sqlite3         *connection,
                   GBytes          *key,
                   const Beginning *beginning)
{
  guint8 mark[MUKANA_REGISTER_ID_BYTES];

  mukana_recovery_key_mark (g_bytes_get_data (key, NULL), mark);
  return (sqlite3_errcode (connection) & 0xff) == SQLITE_NOTADB &&
         memcmp (mark, beginning->salt, sizeof mark) != 0;
}

/** mukana_sqlite_open: returns: (nullable): the connection, configured and proven to encrypt */
gpointer
mukana_sqlite_open (const MukanaEngineOptions  *options,
                    GError                    **error)
{
  sqlite3 *connection = NULL;
  Beginning beginning = { 0 };
  int found;

  if (options->key == NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED, "A register file needs its key");
      return NULL;
    }

  if (!check_file_system (options->location, error) ||
      !(options->is_still ? check_is_at_rest (options->location, error)
                          : check_can_be_written (options->location, error)) ||
      (found = open_file (options, &beginning, &connection, error)) < 0)
    return NULL;

  if (give_key (connection, options->key, &beginning, error) &&
      (found > 0 ||
       mukana_sqlite_exec (connection, "PRAGMA application_id = " APPLICATION_ID, error)) &&
      configure (connection, options, error) &&
      guard_door (connection, options->by_views_only, error))
    return connection;

  if (wants_another_key (connection, options->key, &beginning))
    {
      g_clear_error (error);
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED, "The key does not open the register");
    }
  mukana_sqlite_close (connection);
  return NULL;
}

/** mukana_sqlite_copy_to: into an empty file that is its owner's alone, whatever the umask */
gboolean
mukana_sqlite_copy_to (gpointer     connection,
                       const char  *path,
                       GError     **error)
{
  sqlite3_stmt *statement = NULL;
  int code;

  if (!create_private (path, error))
    return FALSE;

  code = sqlite3_prepare_v2 (connection, "VACUUM INTO $1", -1, &statement, NULL);
  if (code == SQLITE_OK)
    {
      code = sqlite3_bind_text (statement, 1, path, -1, SQLITE_STATIC);
      if (code == SQLITE_OK)
        code = sqlite3_step (statement);
    }
  sqlite3_finalize (statement);

  if (code == SQLITE_DONE)
    return TRUE;

  mukana_sqlite_set_error (error, connection, code);
  unlink (path);
  return FALSE;
}

/**
 * mukana_sqlite_rekey: writes each page anew under another key, so this is for copies
 *
 * SQLCipher rewrites no file in WAL mode.
 */
gboolean
mukana_sqlite_rekey (gpointer   connection,
                     GBytes    *key,
                     GError   **error)
{
  guint8 mark[MUKANA_REGISTER_ID_BYTES];
  int code;

  if (!mukana_sqlite_exec (connection, "PRAGMA journal_mode = DELETE", error))
    return FALSE;

  mukana_recovery_key_mark (g_bytes_get_data (key, NULL), mark);
  if ((code = tell_key (connection, "rekey", key, mark)) == SQLITE_OK)
    return TRUE;

  mukana_sqlite_set_error (error, connection, code);
  return FALSE;
}
