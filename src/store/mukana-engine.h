#pragma once

/* mukana-engine.h: what a database engine must do.  Private to the store.
 *
 * An engine knows connections and statements and no table.  All functions run
 * on the thread that owns the connection, but for interrupt.  A function that
 * can fail sets @error with a code of MUKANA_ERROR: translating the native
 * code is the engine's work.
 */

#include "store/mukana-value.h"

G_BEGIN_DECLS

typedef struct
{
  const char *location;    /* after the scheme: a path, or the whole URI */
  GBytes     *key;         /* of a file: 32 bytes; of a server: the password, or NULL */
  gboolean    may_create;  /* make the file when there is none */
  gboolean    read_only;   /* this connection never writes */
  gboolean    is_still;      /* nobody changes the file while this is open, so that nothing beside
                              * it is needed; of a file only */
  gboolean    by_views_only; /* … and reads mukana_door_tables only by the consent views */
} MukanaEngineOptions;

/* What somebody would do with a store who may lack the rights to it. */
typedef enum
{
  MUKANA_WISH_FIND,   /* there is none that they can see */
  MUKANA_WISH_MAKE,   /* … and they would make one */
  MUKANA_WISH_STEP,   /* it lacks steps of the schema */
} MukanaWish;

typedef struct
{
  const char *scheme;      /* "sqlite" */

  /* The words of DDL in which engines differ. */
  const char *id_type;     /* a key the engine hands out */
  const char *key_type;    /* text compared byte by byte */
  const char *bytes_type;

  gpointer (*open)        (const MukanaEngineOptions *options, GError **error);
  void     (*close)       (gpointer connection);

  /* One transaction at a time.  A failed commit has rolled back.  After a statement has failed some
   * engines refuse to commit, so whoever gets an error hands it on and lets the transaction go. */
  gboolean (*begin)       (gpointer connection, gboolean write, GError **error);
  gboolean (*commit)      (gpointer connection, GError **error);
  void     (*rollback)    (gpointer connection);

  /* Several statements at once, without parameters: for schema steps only. */
  gboolean (*exec)        (gpointer connection, const char *sql, GError **error);

  /* SQL with $1 … $n numbered by first appearance; one result open per statement. */
  gpointer (*prepare)     (gpointer connection, const char *sql, guint n_params, GError **error);
  void     (*finalize)    (gpointer statement);
  void     (*bind)        (gpointer statement, guint index, const MukanaValue *value);
  int      (*step)        (gpointer statement, GError **error);   /* 1 row, 0 done, -1 failed */
  void     (*reset)       (gpointer statement);                   /* results and bindings gone */
  gint64   (*n_affected)  (gpointer statement);
  guint    (*n_columns)   (gpointer statement);
  const char *(*column_name) (gpointer statement, guint column);
  void     (*column)      (gpointer statement, guint column,
                           MukanaValue *value);  /* until next step */

  /* From any thread: the statement that runs now fails soon, or has ended. */
  void     (*interrupt)   (gpointer connection);

  /* After schema steps, inside the writer's transaction: let connections that read by views only
   * in, and let them read nothing else; NULL where opening one sees to it. */
  gboolean (*open_door)   (gpointer connection, GError **error);

  /* Who the other end says that we are, which outweighs whatever a program says of itself; yours.
   * NULL where nobody is asked. */
  char    *(*dup_login)   (gpointer connection, GError **error);

  /* What stands in the way of the wish, in a sentence with whom to ask; TRUE when nothing does, or
   * nothing is known to.  NULL where there are no rights to lack. */
  gboolean (*judge_rights) (gpointer connection, MukanaWish wish, GError **error);

  /* Whether another login of the server may read and write the tables there are and those to come,
   * and take on the role of the door; inside the writer's transaction; NULL where there are no
   * logins. */
  gboolean (*let_in)      (gpointer connection, const char *login, gboolean is_let_in,
                           GError **error);

  /* Tell other programs on the same store, inside the transaction; may be NULL. */
  gboolean (*notify)      (gpointer connection, const char *payload, GError **error);

  /* Hear what other programs tell, on a connection that does nothing else; both NULL where notify
   * is.  listen makes a lost connection anew; hear waits: 1 a payload, yours, 0 stop_fd can be
   * read, -1 the connection was lost, and with it perhaps a payload. */
  gboolean (*listen)      (gpointer connection, GError **error);
  int      (*hear)        (gpointer connection, int stop_fd, char **payload, GError **error);

  /* A copy of everything at @path, consistent and with the same key; may be NULL. */
  gboolean (*copy_to)     (gpointer connection, const char *path, GError **error);

  /* Another key for a file that nothing else has open; may be NULL. */
  gboolean (*rekey)       (gpointer connection, GBytes *key, GError **error);

  /* Whether the engine's own pages are whole; NULL or sentences (English), yours. */
  char   **(*verify)      (gpointer connection, GError **error);
} MukanaEngine;

extern const MukanaEngine mukana_engine_sqlite;
extern const MukanaEngine mukana_engine_postgres;

G_END_DECLS
