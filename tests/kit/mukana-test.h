#pragma once

/* mukana-test.h: what tests of the store and of the services share.
 *
 * A register in a place of its own, on the engine that the environment names:
 * MUKANA_TEST_STORE, or MUKANA_TEST_POSTGRES as set by with-postgres.sh, or
 * else a file.  No test names an engine, except to skip with a reason.
 */

#include "domain/mukana-person.h"
#include "store/mukana-db-private.h"
#include "store/mukana-store.h"

G_BEGIN_DECLS

typedef struct
{
  char        *uri;
  GBytes      *key;      /* the same in every test */
  MukanaClock *clock;    /* stands still at 7 o'clock on 23 November 2026, in Helsinki */
  MukanaStore *store;    /* NULL while closed */

  char        *folder;   /* private, of a register in a file; else NULL */
  char        *schema;   /* of a register on a server; else NULL */
  char        *database; /* of one that has a database of its own there; else NULL */
} MukanaTestRegister;

typedef gpointer (*MukanaTestWork) (MukanaDb      *db,
                                    gpointer       arg,
                                    GCancellable  *cancellable,
                                    GError       **error);

#define MUKANA_TEST_ACTOR "test"
#define MUKANA_TEST_TODAY mukana_day_new (2026, 11, 23)

MukanaTestRegister *mukana_test_place_new      (void);
MukanaTestRegister *mukana_test_register_found (void);
MukanaTestRegister *mukana_test_register_new   (void);
void                mukana_test_register_free  (MukanaTestRegister   *self);
void                mukana_test_register_open  (MukanaTestRegister   *self);
void                mukana_test_register_open_as (MukanaTestRegister *self,
                                                const char           *actor);
MukanaStore        *mukana_test_open_for       (MukanaTestRegister   *self,
                                                const char           *actor);
void                mukana_test_register_close (MukanaTestRegister   *self);
MukanaStore        *mukana_test_try_open       (MukanaTestRegister   *self,
                                                gboolean              make_new,
                                                GError              **error);
const char         *mukana_test_path           (MukanaTestRegister   *self);
void                mukana_test_remove_folder  (const char           *path);
MukanaDb           *mukana_test_db_new         (MukanaTestRegister   *self);

GBytes             *mukana_test_key_new        (guint8                seed);
MukanaClock        *mukana_test_clock_new      (void);

gpointer            mukana_test_write          (MukanaTestRegister   *self,
                                                MukanaTestWork        work,
                                                gpointer              arg);
gpointer            mukana_test_read           (MukanaTestRegister   *self,
                                                MukanaTestWork        work,
                                                gpointer              arg);
gint64              mukana_test_number         (MukanaDb             *db,
                                                const char           *sql);
void                mukana_test_sql            (MukanaTestRegister   *self,
                                                const char           *statements);
void                mukana_test_try_sql        (MukanaTestRegister   *self,
                                                const char           *statements,
                                                GError              **error);
gpointer            mukana_test_run            (MukanaTestRegister   *self,
                                                const MukanaJob      *job,
                                                gpointer              arg);
void                mukana_test_fail           (MukanaTestRegister   *self,
                                                const MukanaJob      *job,
                                                gpointer              arg,
                                                int                   code);
gpointer            mukana_test_try            (MukanaTestRegister   *self,
                                                MukanaLane            lane,
                                                MukanaTestWork        work,
                                                gpointer              arg,
                                                GError              **error);

MukanaPerson       *mukana_test_person_new     (guint                 seed);
gint64              mukana_test_add_person     (MukanaTestRegister   *self,
                                                guint                 seed);

char               *mukana_test_dup_rows       (int                   step);
void                mukana_test_fill_old       (MukanaDb             *db,
                                                int                   step);

void                mukana_test_wait_until     (gboolean            (*condition) (gpointer data),
                                                gpointer              data,
                                                const char           *what);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTestRegister, mukana_test_register_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaDb, mukana_db_close)

G_END_DECLS
