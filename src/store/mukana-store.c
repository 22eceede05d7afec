/* mukana-store.c: the store as the main thread sees it.
 *
 * A lane is a thread with a connection.  Nothing here touches a
 * connection; jobs do, on their lane.  What a commit touched comes back as the
 * signal "changed", on the context that opened the store.
 */

#include "store/mukana-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "base/mukana-error.h"
#include "store/mukana-damage-mark.h"
#include "store/mukana-erasures.h"
#include "store/mukana-looks.h"
#include "store/mukana-register-file.h"
#include "store/mukana-register-place.h"
#include "store/mukana-schema.h"
#include "store/mukana-taken-back.h"
#include "store/mukana-watcher.h"
#include "store/mukana-worker.h"

struct _MukanaStore
{
  GObject       parent_instance;

  char         *uri;
  GBytes       *key;                       /* NULL where the engine needs none */
  char         *actor;
  MukanaClock  *clock;
  GMainContext *context;                   /* where "changed" is heard */
  MukanaWorker *workers[MUKANA_N_LANES];   /* NULL after closing */
  MukanaWatcher *watcher;                  /* of other programs; NULL where there can be none */
  char         *origin;                    /* by which we know our own notifications */
  GWeakRef     *address;                   /* shared with deliveries: where to find us, if we are */
  MukanaLooks  *looks;                     /* on their way into the journal */
  int           claim;                     /* says that this register is open here; -1 for none */
  gint          is_closed;                 /* atomic */
  gint          is_damaged;                /* atomic: nothing more is written */
  gint64        n_lost_requests;           /* so, too */
  gint64        n_taken_back_again;        /* when an older copy was opened */
  MukanaRegisterPlace *place;              /* NULL on a server */
  gint          is_gone;                   /* atomic: nothing is at the place, or another file */
  MukanaRoom   *room;                      /* whether the disk has any; shared with connections */
  gboolean      is_newer;                  /* than the program, since it was opened: only read */
};

enum { CHANGED, DAMAGED, PLACE_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaStore, mukana_store, G_TYPE_OBJECT)

static void
mukana_store_finalize (GObject *object)
{
  MukanaStore *self = MUKANA_STORE (object);

  mukana_store_close (self);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_object (&self->clock);
  g_atomic_rc_box_release_full (self->address, (GDestroyNotify) g_weak_ref_clear);
  mukana_looks_unref (self->looks);
  mukana_room_unref (self->room);
  mukana_register_place_free (self->place);
  g_free (self->origin);
  g_free (self->uri);
  g_free (self->actor);
  g_clear_pointer (&self->key, g_bytes_unref);

  G_OBJECT_CLASS (mukana_store_parent_class)->finalize (object);
}

static void
mukana_store_class_init (MukanaStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_store_finalize;

  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, MUKANA_TYPE_CHANGE_SET);
  signals[DAMAGED] = g_signal_new ("damaged", MUKANA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  signals[PLACE_CHANGED] = g_signal_new ("place-changed", MUKANA_TYPE_STORE, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_store_init (MukanaStore *self)
{
  self->claim = MUKANA_CLAIM_NONE;
  self->origin = g_uuid_string_random ();
  self->looks = mukana_looks_new ();
  self->room = mukana_room_new ();
  self->address = g_atomic_rc_box_new0 (GWeakRef);
  g_weak_ref_init (self->address, self);
}

typedef struct
{
  GWeakRef        *store;
  guint            signal;    /* its place in signals */
  MukanaChangeSet *changes;   /* of CHANGED; else NULL */
} Delivery;

static void
free_delivery (gpointer data)
{
  Delivery *delivery = data;

  g_atomic_rc_box_release_full (delivery->store, (GDestroyNotify) g_weak_ref_clear);
  g_clear_pointer (&delivery->changes, mukana_change_set_unref);
  g_free (delivery);
}

static gboolean
deliver_cb (gpointer data)
{
  Delivery *delivery = data;
  g_autoptr (MukanaStore) self = g_weak_ref_get (delivery->store);

  if (self == NULL || g_atomic_int_get (&self->is_closed))
    return G_SOURCE_REMOVE;

  if (delivery->changes != NULL)
    g_signal_emit (self, signals[CHANGED], 0, delivery->changes);
  else
    g_signal_emit (self, signals[delivery->signal], 0);

  return G_SOURCE_REMOVE;
}

/* On a worker or the watcher.  An ordinary source of the same priority as the task's own
 * answer, posted before it: listeners know of the change when the answer comes. */
static void
deliver (MukanaStore     *self,
         guint            signal,
         MukanaChangeSet *changes)
{
  Delivery *delivery = g_new0 (Delivery, 1);
  g_autoptr (GSource) source = g_idle_source_new ();

  delivery->store = g_atomic_rc_box_acquire (self->address);
  delivery->signal = signal;
  delivery->changes = changes != NULL ? mukana_change_set_ref (changes) : NULL;

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, deliver_cb, delivery, free_delivery);
  g_source_attach (source, self->context);
}

static void
committed_cb (MukanaChangeSet *changes,
              gpointer         data)
{
  deliver (data, CHANGED, changes);
}

/* What a damaged page stands for is not known, so that a write could spread it; and what is
 * written after the last good backup is lost when it is restored.  Reading goes on. */
static void
failed_cb (const GError *error,
           gpointer      data)
{
  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED))
    mukana_store_note_damage (data);
}

static gboolean
may_write_cb (gpointer   data,
              GError   **error)
{
  MukanaStore *self = data;

  if (self->is_newer)
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW,
                 "The register is newer than the program: read-only");
  else if (g_atomic_int_get (&self->is_damaged))
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED, "The register is damaged: read-only");
  else if (!mukana_store_look_for_file (self))
    g_set_error_literal (error, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
                         N_("The file of the register is no longer in its place. Nothing was "
                            "saved."));
  else
    return TRUE;

  return FALSE;
}

static void
look_noted_cb (gpointer looks,
               gboolean is_done)
{
  mukana_looks_written (looks, is_done);
  mukana_looks_unref (looks);
}

/* On a reading worker, which ends before the writer does: what was looked at last is
 * noted before the register closes. */
static void
looked_cb (const MukanaLook *look,
           gpointer          data)
{
  MukanaStore *self = data;

  if (mukana_looks_take (self->looks, look, mukana_clock_now_us (self->clock)))
    mukana_worker_post (self->workers[MUKANA_LANE_WRITE], &mukana_looks_job,
                        mukana_looks_ref (self->looks), look_noted_cb);
}

static const MukanaWorkerHooks worker_hooks = { committed_cb, looked_cb, failed_cb, may_write_cb };

static gboolean
claim_file (MukanaStore  *self,
            const char   *path,
            GError      **error)
{
  self->claim = mukana_register_file_claim (path, error);
  return self->claim != MUKANA_CLAIM_REFUSED;
}

static gboolean
begin_register (MukanaDb                  *db,
                const MukanaRegisterSeed  *seed,
                MukanaClock               *clock,
                GError                   **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);

  if (!engine->begin (connection, TRUE, error))
    return FALSE;

  if (mukana_db_run (db, "state.begin", error,
                     mukana_text ("register_id", seed->register_id),
                     mukana_text ("county_name", seed->county_name),
                     mukana_text ("county_code", seed->county_code),
                     mukana_int ("is_made_up", seed->is_made_up),
                     mukana_int ("created_at", mukana_clock_now_us (clock)),
                     mukana_day ("civil_day", mukana_clock_today (clock))) >= 0 &&
      engine->commit (connection, error))
    return TRUE;

  engine->rollback (connection);
  return FALSE;
}

/* Before steps change a file that has somebody in it, a copy beside it.  It has its name only
 * when it was found whole; one of an earlier try that was cut off is followed by one of now. */
static gboolean
copy_before_step (MukanaDb               *db,
                  const MukanaDbOptions  *options,
                  char                  **copy,
                  GError                **error)
{
  g_autofree char *day = mukana_day_to_iso (mukana_clock_today (options->clock));
  g_autofree char *path = g_strdup_printf ("%s.before-step-%d-%s", mukana_db_peek_file (db),
                                           mukana_schema_newest (), day);
  g_autofree char *part = g_strconcat (path, ".part", NULL);

  g_unlink (part);
  if (!mukana_db_peek_engine (db)->copy_to (mukana_db_peek_connection (db), part, error) ||
      !mukana_register_file_settle (part, path, options->key, error))
    return FALSE;

  *copy = g_steal_pointer (&path);
  return TRUE;
}

/* A register that could not be brought up to date is as it was, and needs no copy. */
static gboolean
update_register (MukanaDb               *db,
                 const MukanaDbOptions  *options,
                 int                     current,
                 GError                **error)
{
  gboolean needs_copy = current > 0 && current < mukana_schema_newest () &&
                        mukana_db_peek_engine (db)->copy_to != NULL;
  g_autofree char *copy = NULL;

  if (needs_copy && !copy_before_step (db, options, &copy, error))
    return FALSE;
  if (mukana_schema_update (db, mukana_schema_newest (), mukana_clock_now_us (options->clock),
                            error))
    return TRUE;

  if (copy != NULL)
    g_unlink (copy);
  return FALSE;
}

/* As the file was found: bringing it up to date makes it no newer than what was taken back. */
static gboolean
see_revision (MukanaDb  *db,
              gint64    *revision,
              GError   **error)
{
  if (!mukana_db_begin_read (db, error))
    return FALSE;

  *revision = mukana_db_get_revision (db);
  mukana_db_rollback (db);
  return TRUE;
}

/* Before anything is begun that would fail half way, and not say for want of what. */
static gboolean
judge_rights (MukanaDb  *db,
              int        current,
              gboolean   is_new,
              GError   **error)
{
  const MukanaEngine *engine = mukana_db_peek_engine (db);
  gpointer connection = mukana_db_peek_connection (db);

  if (engine->judge_rights == NULL || current >= mukana_schema_newest ())
    return TRUE;
  if (current > 0)
    return is_new || engine->judge_rights (connection, MUKANA_WISH_STEP, error);

  return engine->judge_rights (connection, is_new ? MUKANA_WISH_MAKE : MUKANA_WISH_FIND, error);
}

/* Whether a program before this one met a damaged page.  It is looked for, and not believed: a disk
 * may have failed once, and whoever put back a whole file by hand need not know of the mark. */
static void
recall_damage (MukanaStore *self,
               MukanaDb    *db)
{
  const char *path = mukana_db_peek_file (db);
  g_auto (GStrv) findings = NULL;

  if (path == NULL || !mukana_damage_mark_stands (path))
    return;

  /* What cannot even be looked at is not whole. */
  if (mukana_db_begin_read (db, NULL))
    {
      findings = mukana_db_verify (db, NULL);
      mukana_db_rollback (db);
    }

  if (findings != NULL && findings[0] == NULL)
    mukana_damage_mark_drop (path);
  else
    g_atomic_int_set (&self->is_damaged, TRUE);
}

/* Errors: of what lets it only be read, when that does not do */
static gboolean
refuse_to_read (MukanaStore  *self,
                GError      **error)
{
  if (mukana_store_is_damaged (self))
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED,
                 "The register is damaged and must be changed before it is read");
  else
    g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NO_SPACE,
                 "The disk is full and the register must be changed before it is read");
  return FALSE;
}

/* What an older copy brought back: who was erased since, and what was taken back. */
static gboolean
catch_up (MukanaStore  *self,
          MukanaDb     *db,
          gint64        revision,
          gboolean      only_reads,
          GError      **error)
{
  return mukana_erasures_catch_up (db, only_reads, error) &&
         mukana_taken_back_catch_up (db, revision, only_reads, &self->n_taken_back_again, error) &&
         mukana_taken_back_count_lost (db, revision, &self->n_lost_requests, error);
}

/* Steps of the schema, and erasing again whom an older copy brought back. */
static gboolean
bring_up_to_date (MukanaStore               *self,
                  MukanaDb                  *db,
                  const MukanaDbOptions     *options,
                  const MukanaRegisterSeed  *seed,
                  int                        current,
                  gint64                     revision,
                  GError                   **error)
{
  gboolean is_only_read = mukana_store_is_damaged (self) || mukana_room_is_lacking (self->room);
  g_autoptr (GError) failure = NULL;

  if (!is_only_read)
    return (self->is_newer || update_register (db, options, current, error)) &&
           (seed == NULL || begin_register (db, seed, options->clock, error)) &&
           catch_up (self, db, revision, self->is_newer, error);

  if (current < mukana_schema_newest ())
    return refuse_to_read (self, error);
  if (catch_up (self, db, revision, TRUE, &failure))
    return TRUE;
  if (!self->is_newer && g_error_matches (failure, MUKANA_ERROR, MUKANA_ERROR_TOO_NEW))
    return refuse_to_read (self, error);

  g_propagate_error (error, g_steal_pointer (&failure));
  return FALSE;
}

static gboolean
prepare_register (MukanaStore               *self,
                  MukanaDb                  *db,
                  const MukanaDbOptions     *options,
                  const MukanaRegisterSeed  *seed,
                  GError                   **error)
{
  int current = mukana_schema_current (db, error);
  int is_newer = current < 0 ? -1 : mukana_schema_admit (db, current, error);
  gint64 revision = 0;

  if (is_newer < 0 || !judge_rights (db, current, seed != NULL, error))
    return FALSE;

  if (current == 0 && seed == NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND,
                   "There is no register in this store");
      return FALSE;
    }

  if (current > 0 && seed != NULL)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_CONFLICT, "There is a register there already");
      return FALSE;
    }

  self->is_newer = is_newer > 0;
  if (current > 0 && !see_revision (db, &revision, error))
    return FALSE;

  recall_damage (self, db);
  return bring_up_to_date (self, db, options, seed, current, revision, error);
}

static const char * const lane_names[MUKANA_N_LANES] = { "mukana-write", "mukana-read",
                                                         "mukana-long", "mukana-door" };

/* Where other programs can change the register.  Before the first job reads
 * anything, so that no change falls between the reading and the listening. */
static gboolean
start_watcher (MukanaStore         *self,
               const MukanaEngine  *engine,
               MukanaDbOptions     *options,
               GError             **error)
{
  MukanaDb *db;

  if (engine->listen == NULL)
    return TRUE;

  options->read_only = TRUE;
  options->by_views_only = FALSE;
  if (!(db = mukana_db_open (options, error)))
    return FALSE;

  if (!mukana_db_listen (db, error))
    {
      mukana_db_close (db);
      return FALSE;
    }

  self->watcher = mukana_watcher_new (db, committed_cb, self);
  return TRUE;
}

/* Whom we were told, or who the server says it is. */
static void
note_actor (MukanaStore *self,
            MukanaDb    *db)
{
  g_free (self->actor);
  self->actor = g_strdup (mukana_db_peek_actor (db));
}

static gboolean
start_workers (MukanaStore             *self,
               MukanaDbOptions         *options,
               const MukanaRegisterSeed *seed,
               GError                 **error)
{
  MukanaDb *dbs[MUKANA_N_LANES] = { NULL };
  gboolean opened = TRUE;

  /* The writer first: it makes the file and brings the schema up to date. */
  for (int lane = 0; lane < MUKANA_N_LANES && opened; lane++)
    {
      options->may_create = seed != NULL && lane == MUKANA_LANE_WRITE;
      options->read_only = lane != MUKANA_LANE_WRITE;
      options->by_views_only = lane == MUKANA_LANE_DOOR;
      dbs[lane] = mukana_db_open (options, error);
      opened = dbs[lane] != NULL &&
               (lane != MUKANA_LANE_WRITE ||
                prepare_register (self, dbs[lane], options, seed, error));
      if (opened && lane == MUKANA_LANE_WRITE)
        note_actor (self, dbs[lane]);
      if (opened && self->is_newer)
        mukana_db_only_read (dbs[lane]);
    }

  opened = opened && start_watcher (self, mukana_db_peek_engine (dbs[MUKANA_LANE_WRITE]), options,
                                    error);

  for (int lane = 0; lane < MUKANA_N_LANES; lane++)
    if (opened)
      self->workers[lane] = mukana_worker_new (lane_names[lane], dbs[lane], &worker_hooks, self);
    else
      mukana_db_close (dbs[lane]);

  return opened;
}

static MukanaStore *
open_store (const char                *uri,
            GBytes                    *key,
            MukanaClock               *clock,
            const char                *actor,
            const MukanaRegisterSeed  *seed,
            GMainContext              *context,
            GError                   **error)
{
  g_autoptr (MukanaStore) self = g_object_new (MUKANA_TYPE_STORE, NULL);
  MukanaDbOptions options = { .uri = uri, .key = key, .actor = actor, .origin = self->origin,
                              .clock = clock, .room = self->room };

  self->uri = g_strdup (uri);
  self->key = key ? g_bytes_ref (key) : NULL;
  self->actor = g_strdup (actor);
  self->clock = g_object_ref (clock);
  self->context = g_main_context_ref (context);

  if (g_str_has_prefix (uri, "sqlite:") && !claim_file (self, uri + strlen ("sqlite:"), error))
    return NULL;
  if (!start_workers (self, &options, seed, error))
    return NULL;
  if (self->claim == MUKANA_CLAIM_NONE && g_str_has_prefix (uri, "sqlite:") &&
      !claim_file (self, uri + strlen ("sqlite:"), error))
    return NULL;

  if (g_str_has_prefix (uri, "sqlite:"))
    self->place = mukana_register_place_new (uri + strlen ("sqlite:"));
  mukana_store_look_for_file (self);   /* which also makes it know the log of writes */
  return g_steal_pointer (&self);
}

/**
 * mukana_store_open:
 * @uri: "sqlite:/path" or "postgresql://…"
 * @key: (nullable): the register key, 32 bytes; only a server needs none
 * @actor: who the journal says did it; of a server, the login that it knows says so
 * @seed: (nullable): to make a new register; NULL to open one
 *
 * Blocks for as long as opening takes: for the terminal and tests.  A window
 * uses mukana_store_open_async().
 *
 * Errors: as mukana_db_open(), and %MUKANA_ERROR_TOO_NEW, %MUKANA_ERROR_CONFLICT
 *   when @seed is given and there is a register
 * Returns: yours
 */
MukanaStore *
mukana_store_open (const char                *uri,
                   GBytes                    *key,
                   MukanaClock               *clock,
                   const char                *actor,
                   const MukanaRegisterSeed  *seed,
                   GError                   **error)
{
  g_autoptr (GMainContext) context = g_main_context_ref_thread_default ();

  return open_store (uri, key, clock, actor, seed, context, error);
}

typedef struct
{
  char               *uri;
  GBytes             *key;
  MukanaClock        *clock;
  char               *actor;
  gboolean            has_seed;
  MukanaRegisterSeed  seed;
  GMainContext       *context;
} Opening;

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->uri);
  g_clear_pointer (&opening->key, g_bytes_unref);
  g_object_unref (opening->clock);
  g_free (opening->actor);
  g_free ((char *) opening->seed.register_id);
  g_free ((char *) opening->seed.county_name);
  g_free ((char *) opening->seed.county_code);
  g_main_context_unref (opening->context);
  g_free (opening);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Opening *opening = data;
  g_autoptr (GError) error = NULL;
  MukanaStore *store = open_store (opening->uri, opening->key, opening->clock, opening->actor,
                                   opening->has_seed ? &opening->seed : NULL, opening->context,
                                   &error);

  if (store == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    g_task_return_pointer (task, store, g_object_unref);
}

void
mukana_store_open_async (const char               *uri,
                         GBytes                   *key,
                         MukanaClock              *clock,
                         const char               *actor,
                         const MukanaRegisterSeed *seed,
                         GCancellable             *cancellable,
                         GAsyncReadyCallback       done,
                         gpointer                  user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->uri = g_strdup (uri);
  opening->key = key ? g_bytes_ref (key) : NULL;
  opening->clock = g_object_ref (clock);
  opening->actor = g_strdup (actor);
  opening->context = g_main_context_ref_thread_default ();
  if (seed != NULL)
    {
      opening->has_seed = TRUE;
      opening->seed.register_id = g_strdup (seed->register_id);
      opening->seed.county_name = g_strdup (seed->county_name);
      opening->seed.county_code = g_strdup (seed->county_code);
      opening->seed.is_made_up = seed->is_made_up;
    }

  g_task_set_task_data (task, opening, free_opening);
  g_task_run_in_thread (task, open_in_thread);
}

MukanaStore *
mukana_store_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * mukana_store_close:
 *
 * Waits for the jobs already posted, closes the connections and gives the
 * register free.  Doing it twice is harmless.
 */
void
mukana_store_close (MukanaStore *self)
{
  g_atomic_int_set (&self->is_closed, TRUE);

  g_clear_pointer (&self->watcher, mukana_watcher_free);

  /* Readers first, so that the writer is the last to close and checkpoints. */
  for (int lane = MUKANA_N_LANES - 1; lane >= 0; lane--)
    g_clear_pointer (&self->workers[lane], mukana_worker_free);

  mukana_register_file_release (self->claim);
  self->claim = MUKANA_CLAIM_NONE;
}

typedef struct
{
  gpointer       arg;
  GDestroyNotify free_arg;
} Argument;

static void
free_argument (gpointer data)
{
  Argument *argument = data;

  if (argument->free_arg != NULL)
    argument->free_arg (argument->arg);
  g_free (argument);
}

/**
 * mukana_store_run_async:
 * @job: a constant
 * @arg: (transfer full): what its function is given; not touched by the caller until the answer
 * @free_arg: (nullable): frees @arg afterwards
 * @cancellable: (nullable): for reads; a write that has begun is not stopped
 *
 * The one way to reach the data.  Thread: main.
 */
void
mukana_store_run_async (MukanaStore         *self,
                        const MukanaJob     *job,
                        gpointer             arg,
                        GDestroyNotify       free_arg,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  done,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, done, user_data);
  Argument *argument = g_new0 (Argument, 1);

  argument->arg = arg;
  argument->free_arg = free_arg;
  g_task_set_task_data (task, argument, free_argument);
  g_task_set_name (task, job->name);
  /* A write that was committed is answered as committed, cancelled or not. */
  g_task_set_check_cancellable (task, job->lane != MUKANA_LANE_WRITE);

  if (self->workers[job->lane] == NULL)
    g_task_return_new_error (task, MUKANA_ERROR, MUKANA_ERROR_UNREACHABLE,
                             "The register is closed");
  else
    mukana_worker_push (self->workers[job->lane], job, arg, task);
}

/**
 * mukana_store_run_finish:
 * @revision: (out) (optional): the revision of the data that the answer was read from
 *
 * Returns: yours, what the job returned; NULL may also mean that it had nothing to return
 */
gpointer
mukana_store_run_finish (MukanaStore   *self,
                         GAsyncResult  *result,
                         gint64        *revision,
                         GError       **error)
{
  MukanaAnswer *answer = g_task_propagate_pointer (G_TASK (result), error);
  gpointer value;

  if (answer == NULL)
    return NULL;

  value = g_steal_pointer (&answer->result);
  if (revision != NULL)
    *revision = answer->revision;
  mukana_answer_free (answer);
  return value;
}

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

/**
 * mukana_store_run:
 *
 * Runs a job and waits: for the terminal and tests, never in a window.
 *
 * Returns: as mukana_store_run_finish()
 */
gpointer
mukana_store_run (MukanaStore      *self,
                  const MukanaJob  *job,
                  gpointer          arg,
                  GError          **error)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GAsyncResult) result = NULL;

  g_main_context_push_thread_default (context);
  mukana_store_run_async (self, job, arg, NULL, NULL, answered_cb, &result);
  while (result == NULL)
    g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);

  return mukana_store_run_finish (self, result, NULL, error);
}

/**
 * mukana_store_note_damage:
 *
 * From now on the register is only read, also by the programs that open it later, until it is
 * found whole; the signal "damaged" says so once.
 * For whoever finds damage otherwise than by a job of the store, which finds it itself.
 *
 * Thread: any.
 */
void
mukana_store_note_damage (MukanaStore *self)
{
  if (!g_atomic_int_compare_and_exchange (&self->is_damaged, FALSE, TRUE))
    return;

  if (g_str_has_prefix (self->uri, "sqlite:"))
    mukana_damage_mark_put (self->uri + strlen ("sqlite:"));
  deliver (self, DAMAGED, NULL);
}

/**
 * mukana_store_look_for_file:
 *
 * Looks whether the file that is open is still at its path, as each write does before it is
 * made.  The signal "place-changed" says when the answer is another than before.
 *
 * Thread: any, but none that nobody may wait for: a disk may not answer.
 * Returns: whether it is; of a register on a server %TRUE
 */
gboolean
mukana_store_look_for_file (MukanaStore *self)
{
  gboolean is_gone = self->place != NULL && !mukana_register_place_holds (self->place);

  if (g_atomic_int_compare_and_exchange (&self->is_gone, !is_gone, is_gone))
    deliver (self, PLACE_CHANGED, NULL);
  return !is_gone;
}

/** mukana_store_is_gone: Returns: whether the file was not at its path when it was last looked for:
 * what is open is only in this program */
gboolean
mukana_store_is_gone (MukanaStore *self)
{
  return g_atomic_int_get (&self->is_gone);
}

/**
 * mukana_store_get_n_taken_back_again:
 *
 * Returns: how many consents and the like were in the register when it was opened, as in an older
 *   copy of it, though people had taken them back; they have been ended again
 */
gint64
mukana_store_get_n_taken_back_again (MukanaStore *self)
{
  return self->n_taken_back_again;
}

/**
 * mukana_store_get_n_lost_requests:
 *
 * Returns: how many requests of people about their data the register lacked when it was opened,
 *   because it was an older copy
 */
gint64
mukana_store_get_n_lost_requests (MukanaStore *self)
{
  return self->n_lost_requests;
}

/** mukana_store_is_damaged: Returns: whether it is only read because a part of it cannot be */
gboolean
mukana_store_is_damaged (MukanaStore *self)
{
  return g_atomic_int_get (&self->is_damaged);
}

/** mukana_store_is_newer: Returns: whether it is only read, because a newer program changed it */
gboolean
mukana_store_is_newer (MukanaStore *self)
{
  return self->is_newer;
}

/**
 * mukana_store_is_on_full_disk:
 *
 * Until a write finds room: after each commit this is %FALSE.
 *
 * Returns: whether it is only read because the disk had no room when it was opened
 */
gboolean
mukana_store_is_on_full_disk (MukanaStore *self)
{
  return mukana_room_is_lacking (self->room);
}

const char *
mukana_store_peek_uri (MukanaStore *self)
{
  return self->uri;
}

MukanaClock *
mukana_store_peek_clock (MukanaStore *self)
{
  return self->clock;
}

/** mukana_store_peek_key: Returns: (nullable): borrowed; for copies of the register */
GBytes *
mukana_store_peek_key (MukanaStore *self)
{
  return self->key;
}

const char *
mukana_store_peek_actor (MukanaStore *self)
{
  return self->actor;
}
