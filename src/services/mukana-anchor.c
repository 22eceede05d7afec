/* mukana-anchor.c: the newest link of the journal, kept outside the register.
 *
 * Who has the key can cut the end of the journal off and set the tip to what is
 * left, or put an older copy of the whole file back; from inside, neither shows.
 * So the newest link is kept in the keyring too, and in a file beside the register: the
 * one is harder to reach, the other is also there for a program that has no keyring.
 * When the register is opened the journal must have a row with each.  If it has not,
 * or if there is none any more, that is told, and noted in the journal; it never keeps
 * anybody from the register.  An older end after a restored backup is as it should be.
 *
 * Failed unlocks happen while there is no journal to write to.  Their times, and
 * nothing else, wait in a file beside the register for the next opening.
 *
 * Everything here blocks but what is called async.
 */

#include "services/mukana-anchor.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "services/mukana-consenting.h"
#include "services/mukana-keyring.h"
#include "store/mukana-journal.h"

#define FILE_SCHEME "sqlite:"
#define LINK_ENDING ".link"
#define TRIES_ENDING ".tries"
#define LINK_LENGTH 64          /* SHA-256 in hexadecimal */
#define MOST_TRIES 500
#define MOST_TRIES_BYTES (MOST_TRIES * 24)
#define KEEP_AFTER_SECONDS 5
#define DEADLINE_MS 3000
#define RANDOM_LETTERS 6        /* of g_file_set_contents() */

struct _MukanaAnchor
{
  GObject       parent_instance;

  MukanaStore  *store;
  gboolean      keeps_outside;   /* FALSE: a training register, gone at the end */

  GMutex        lock;            /* whoever keeps the link */
  char         *id;              /* of the register in the keyring; NULL until asked for */
  char         *kept;            /* the link that is kept outside by now */

  guint         timer;           /* main thread */
};

G_DEFINE_FINAL_TYPE (MukanaAnchor, mukana_anchor, G_TYPE_OBJECT)

static void
mukana_anchor_finalize (GObject *object)
{
  MukanaAnchor *self = MUKANA_ANCHOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->store);
  g_mutex_clear (&self->lock);
  g_free (self->id);
  g_free (self->kept);

  G_OBJECT_CLASS (mukana_anchor_parent_class)->finalize (object);
}

static void
mukana_anchor_class_init (MukanaAnchorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_anchor_finalize;
}

static void
mukana_anchor_init (MukanaAnchor *self)
{
  g_mutex_init (&self->lock);
}

/**
 * mukana_anchor_new:
 * @store: open
 * @keeps_outside: FALSE for a register that is gone when the program ends
 */
MukanaAnchor *
mukana_anchor_new (MukanaStore *store,
                   gboolean     keeps_outside)
{
  MukanaAnchor *self = g_object_new (MUKANA_TYPE_ANCHOR, NULL);

  self->store = g_object_ref (store);
  self->keeps_outside = keeps_outside;
  return self;
}

/* Returns: (nullable): borrowed, the register's file; NULL on a server */
static const char *
peek_path (MukanaAnchor *self)
{
  const char *uri = mukana_store_peek_uri (self->store);

  return g_str_has_prefix (uri, FILE_SCHEME) ? uri + strlen (FILE_SCHEME) : NULL;
}

/** mukana_anchor_dup_path: Returns: yours, the file beside a register that keeps the link */
char *
mukana_anchor_dup_path (const char *register_path)
{
  return g_strconcat (register_path, LINK_ENDING, NULL);
}

static gboolean
is_link (const char *text)
{
  return strlen (text) == LINK_LENGTH && strspn (text, "0123456789abcdef") == LINK_LENGTH;
}

/* Returns: yours, NULL when there is none or it is no link; a planted link or pipe is none */
static char *
read_beside (const char *path,
             const char *ending,
             gsize       most)
{
  g_autofree char *name = g_strconcat (path, ending, NULL);
  int file = open (name, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
  g_autofree char *text = g_malloc0 (most + 1);
  gssize length = -1;
  struct stat about;

  if (file < 0)
    return NULL;

  if (fstat (file, &about) == 0 && S_ISREG (about.st_mode))
    length = read (file, text, most);
  close (file);
  return length > 0 ? g_steal_pointer (&text) : NULL;
}

/* Written anew and renamed: whole or as it was. */
static gboolean
write_link (const char *path,
            const char *link)
{
  g_autofree char *name = mukana_anchor_dup_path (path);

  return g_file_set_contents_full (name, link, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL);
}

/**
 * mukana_anchor_note_failure:
 * @path: of a register file that a key did not open
 *
 * The time and nothing else.  Where it cannot be written there is nobody to tell:
 * whoever is at the screen knows that it failed.
 */
void
mukana_anchor_note_failure (const char *path,
                            gint64      now_us)
{
  g_autofree char *name = g_strconcat (path, TRIES_ENDING, NULL);
  g_autofree char *line = g_strdup_printf ("%" G_GINT64_FORMAT "\n", now_us);
  int file = open (name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
  struct stat about;

  if (file < 0)
    return;

  if (fstat (file, &about) == 0 && S_ISREG (about.st_mode) && about.st_nlink == 1 &&
      about.st_size < MOST_TRIES_BYTES && write (file, line, strlen (line)) < 0)
    g_debug ("A failed unlock was not noted: %s", g_strerror (errno));
  close (file);
}

/* What is done at the opening, in one write. */
typedef struct
{
  GPtrArray         *links;      /* char *, kept outside */
  GArray            *tries;      /* gint64, when a wrong key was tried */
  gboolean           has_file;   /* a link is always kept then, with or without a keyring */
  gboolean           is_older;   /* what people took back was applied to it again */
  MukanaAnchorState  state;      /* (out) */
} Entry;

static void
clear_entry (Entry *entry)
{
  g_clear_pointer (&entry->links, g_ptr_array_unref);
  g_clear_pointer (&entry->tries, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Entry, clear_entry)

/* A backup has an older end, and what a new register lacks was never there. */
static gboolean
judge_by_deeds (MukanaDb  *db,
                Entry     *entry,
                GError   **error)
{
  gint64 is_restored = mukana_db_count (db, "journal.is-just-restored", error);
  gint64 n_openings = is_restored < 0 ? -1 : mukana_db_count (db, "journal.count-openings", error);

  if (is_restored > 0)
    entry->state = MUKANA_ANCHOR_HOLDS;
  else if (entry->state == MUKANA_ANCHOR_NONE && entry->has_file && n_openings > 0)
    entry->state = MUKANA_ANCHOR_GONE;
  return n_openings >= 0;
}

static gboolean
judge_links (MukanaDb  *db,
             Entry     *entry,
             GError   **error)
{
  entry->state = entry->links->len > 0 ? MUKANA_ANCHOR_HOLDS : MUKANA_ANCHOR_NONE;

  for (guint i = 0; i < entry->links->len; i++)
    {
      int is_there = mukana_journal_has_link (db, g_ptr_array_index (entry->links, i), error);

      if (is_there < 0)
        return FALSE;
      if (is_there == 0)
        entry->state = MUKANA_ANCHOR_MISSING;
    }

  return entry->state == MUKANA_ANCHOR_HOLDS || judge_by_deeds (db, entry, error);
}

static const char *
peek_alarm (MukanaAnchorState state)
{
  switch (state)
    {
    case MUKANA_ANCHOR_MISSING: return "unlocking.cut";
    case MUKANA_ANCHOR_GONE: return "unlocking.unanchored";
    case MUKANA_ANCHOR_NONE:
    case MUKANA_ANCHOR_HOLDS:
    default: return NULL;
    }
}

static gpointer
enter_run (MukanaDb      *db,
           gpointer       arg,
           GCancellable  *cancellable,
           GError       **error)
{
  Entry *entry = arg;
  const char *alarm;

  if (!judge_links (db, entry, error) ||
      (entry->is_older && !mukana_consenting_forget_ended_support (db, error)))
    return NULL;

  for (guint i = 0; i < entry->tries->len; i++)
    if (!mukana_journal_add_at (db, g_array_index (entry->tries, gint64, i), "unlocking.failed",
                                MUKANA_KIND_REGISTER, 0, NULL, error))
      return NULL;

  alarm = peek_alarm (entry->state);
  if (alarm != NULL && !mukana_journal_add (db, alarm, MUKANA_KIND_REGISTER, 0, NULL, error))
    return NULL;

  mukana_journal_add (db, "unlocking.open", MUKANA_KIND_REGISTER, 0, NULL, error);
  return NULL;
}

static const MukanaJob enter_job = {
  "unlocking.enter", MUKANA_LANE_WRITE, enter_run, NULL, .needs = MUKANA_DEED_WORK_HERE
};

static gpointer
id_run (MukanaDb      *db,
        gpointer       arg,
        GCancellable  *cancellable,
        GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);

  if (query == NULL || mukana_query_step (query, error) <= 0)
    return NULL;

  return g_strdup (mukana_query_peek_text (query, "register_id"));
}

static const MukanaJob id_job = { "unlocking.id", MUKANA_LANE_READ, id_run, g_free };

static gpointer
tip_run (MukanaDb      *db,
         gpointer       arg,
         GCancellable  *cancellable,
         GError       **error)
{
  return mukana_journal_dup_tip (db, error);
}

static const MukanaJob tip_job = { "unlocking.tip", MUKANA_LANE_READ, tip_run, g_free };

/* A file is known in the keyring by its id, a server by its address. */
static gboolean
find_id (MukanaAnchor  *self,
         GError       **error)
{
  if (self->id == NULL)
    self->id = peek_path (self) == NULL ? g_strdup (mukana_store_peek_uri (self->store))
                                        : mukana_store_run (self->store, &id_job, NULL, error);

  return self->id != NULL;
}

static void
gather_links (MukanaAnchor *self,
              GPtrArray    *links)
{
  const MukanaKeyringPatience patience = { DEADLINE_MS, FALSE };
  const char *path = peek_path (self);
  char *kept = mukana_keyring_find_link (self->id, patience);
  char *beside = path ? read_beside (path, LINK_ENDING, LINK_LENGTH) : NULL;

  if (kept != NULL)
    g_ptr_array_add (links, kept);
  if (beside != NULL)
    g_ptr_array_add (links, beside);

  for (guint i = links->len; i > 0; i--)
    if (!is_link (g_ptr_array_index (links, i - 1)))
      g_ptr_array_remove_index (links, i - 1);
}

static void
gather_tries (MukanaAnchor *self,
              GArray       *tries)
{
  const char *path = peek_path (self);
  g_autofree char *text = path ? read_beside (path, TRIES_ENDING, MOST_TRIES_BYTES + 24) : NULL;
  g_auto (GStrv) lines = g_strsplit (text ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL && tries->len < MOST_TRIES; i++)
    {
      gint64 at;

      if (g_ascii_string_to_signed (lines[i], 10, 1, G_MAXINT64, &at, NULL))
        g_array_append_val (tries, at);
    }
}

static void
forget_tries (MukanaAnchor *self)
{
  const char *path = peek_path (self);
  g_autofree char *name = path ? g_strconcat (path, TRIES_ENDING, NULL) : NULL;

  /* Left behind they are entered once more, which is too much rather than too little. */
  if (name != NULL)
    g_unlink (name);
}

/* A link is written beside its name and renamed; whoever was killed between the two left one. */
static void
sweep_half_written (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *link = mukana_anchor_dup_path (path);
  g_autofree char *base = g_path_get_basename (link);
  g_autofree char *prefix = g_strconcat (base, ".", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_prefix (name, prefix) && strlen (name) == strlen (prefix) + RANDOM_LETTERS)
      {
        g_autofree char *left = g_build_filename (folder, name, NULL);

        g_unlink (left);
      }
}

/** mukana_anchor_get_n_again: as mukana_store_get_n_taken_back_again(), of the register it keeps */
gint64
mukana_anchor_get_n_again (MukanaAnchor *self)
{
  return mukana_store_get_n_taken_back_again (self->store);
}

/** mukana_anchor_get_n_lost: as mukana_store_get_n_lost_requests(), of the register it keeps */
gint64
mukana_anchor_get_n_lost (MukanaAnchor *self)
{
  return mukana_store_get_n_lost_requests (self->store);
}

/**
 * mukana_anchor_enter:
 * @state: (out): whether the journal has the link that was kept outside
 *
 * Notes in the journal that the register was unlocked, and what was tried before.
 *
 * Thread: any that may wait.
 */
gboolean
mukana_anchor_enter (MukanaAnchor       *self,
                     MukanaAnchorState  *state,
                     GError            **error)
{
  g_auto (Entry) entry = { g_ptr_array_new_with_free_func (g_free),
                           g_array_new (FALSE, FALSE, sizeof (gint64)),
                           self->keeps_outside && peek_path (self) != NULL,
                           mukana_store_get_n_taken_back_again (self->store) > 0,
                           MUKANA_ANCHOR_NONE };
  GError *failure = NULL;

  if (self->keeps_outside)
    {
      if (!find_id (self, error))
        return FALSE;
      gather_links (self, entry.links);
      gather_tries (self, entry.tries);
    }

  mukana_store_run (self->store, &enter_job, &entry, &failure);
  if (failure != NULL)
    {
      g_propagate_error (error, failure);
      return FALSE;
    }

  if (entry.tries->len > 0)
    forget_tries (self);
  if (entry.has_file)
    sweep_half_written (peek_path (self));
  *state = entry.state;
  mukana_anchor_keep (self);
  return TRUE;
}

static void
enter_in_thread (GTask        *task,
                 gpointer      source,
                 gpointer      data,
                 GCancellable *cancellable)
{
  MukanaAnchorState state;
  GError *error = NULL;

  if (mukana_anchor_enter (source, &state, &error))
    g_task_return_int (task, state);
  else
    g_task_return_error (task, error);
}

void
mukana_anchor_enter_async (MukanaAnchor        *self,
                           GAsyncReadyCallback  done,
                           gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, done, user_data);

  g_task_run_in_thread (task, enter_in_thread);
}

gboolean
mukana_anchor_enter_finish (MukanaAnchor       *self,
                            GAsyncResult       *result,
                            MukanaAnchorState  *state,
                            GError            **error)
{
  gssize answer = g_task_propagate_int (G_TASK (result), error);

  if (answer < 0)
    return FALSE;

  *state = (MukanaAnchorState) answer;
  return TRUE;
}

static gboolean
put_outside (MukanaAnchor *self,
             const char   *link)
{
  const MukanaKeyringPatience patience = { DEADLINE_MS, FALSE };
  const char *path = peek_path (self);
  gboolean is_beside = path != NULL && write_link (path, link);

  return mukana_keyring_keep_link (self->id, link, patience) || is_beside;
}

/**
 * mukana_anchor_keep:
 *
 * Keeps the newest link outside, if it is another than the one that is kept.
 *
 * Thread: any that may wait.
 * Returns: whether the newest link is kept
 */
gboolean
mukana_anchor_keep (MukanaAnchor *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_autofree char *tip = NULL;

  if (!self->keeps_outside)
    return FALSE;

  /* A register that cannot be read now keeps the link it had, which still holds. */
  tip = mukana_store_run (self->store, &tip_job, NULL, NULL);
  if (tip == NULL || *tip == '\0' || !find_id (self, NULL))
    return FALSE;
  if (g_strcmp0 (tip, self->kept) == 0)
    return TRUE;
  if (!put_outside (self, tip))
    return FALSE;

  g_free (self->kept);
  self->kept = g_steal_pointer (&tip);
  return TRUE;
}

static void
keep_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  g_task_return_boolean (task, mukana_anchor_keep (source));
}

static gboolean
time_is_up_cb (gpointer data)
{
  MukanaAnchor *self = data;
  g_autoptr (GTask) task = g_task_new (self, NULL, NULL, NULL);

  self->timer = 0;
  g_task_run_in_thread (task, keep_in_thread);
  return G_SOURCE_REMOVE;
}

static void
store_changed_cb (MukanaAnchor    *self,
                  MukanaChangeSet *changes)
{
  if (self->timer == 0)
    self->timer = g_timeout_add_seconds (KEEP_AFTER_SECONDS, time_is_up_cb, self);
}

/** mukana_anchor_follow: from now on keeps the link some seconds after each change */
void
mukana_anchor_follow (MukanaAnchor *self)
{
  if (self->keeps_outside)
    g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), self,
                             G_CONNECT_SWAPPED);
}
