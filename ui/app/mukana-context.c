/* mukana-context.c: what a page is given: the store, the clock, the settings, undo.
 *
 * There is no global: a page reaches the register through the context it was
 * made with, and a test makes one of its own.  The county's words and the name
 * of the register are read by a job before the first page is made, and again
 * when a commit touches them.
 */

#include "ui/app/mukana-context.h"

#include "base/mukana-error.h"
#include "services/mukana-drafting.h"
#include "services/mukana-packing.h"
#include "ui/kit/mukana-typed-day.h"

typedef struct
{
  MukanaLexicon *words;
  char          *county_name;
  gboolean       is_made_up;
  const char    *role;         /* static: of whoever works here */
} Facts;

struct _MukanaContext
{
  GObject       parent_instance;

  MukanaStore  *store;
  GSettings    *settings;     /* NULL where the schema is not installed */
  MukanaUndo   *undo;
  MukanaDrafts *drafts;       /* never NULL once the context is handed out */
  MukanaMatcher *matcher;     /* NULL until somebody matches */
  Facts        *facts;        /* never NULL once the context is handed out */
  GCancellable *cancellable;
};

enum { FACTS_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaContext, mukana_context, G_TYPE_OBJECT)

static void
free_facts (gpointer data)
{
  Facts *facts = data;

  g_clear_object (&facts->words);
  g_free (facts->county_name);
  g_free (facts);
}

static gpointer
read_facts (MukanaDb      *db,
            gpointer       arg,
            GCancellable  *cancellable,
            GError       **error)
{
  g_autoptr (MukanaQuery) query = mukana_db_select (db, "state.about", error);
  g_autoptr (MukanaLexicon) words = NULL;
  Facts *facts;
  int result;

  if (query == NULL || (result = mukana_query_step (query, error)) < 0)
    return NULL;

  if (result == 0)
    {
      g_set_error (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED,
                   "The register does not say what it is");
      return NULL;
    }

  if ((words = mukana_lexicon_load (db, error)) == NULL)
    return NULL;

  facts = g_new0 (Facts, 1);
  facts->words = g_steal_pointer (&words);
  facts->county_name = g_strdup (mukana_query_peek_text (query, "county_name"));
  facts->is_made_up = mukana_query_get_int (query, "is_made_up") != 0;
  facts->role = mukana_db_peek_role (db);
  return facts;
}

static const MukanaJob facts_job = {
  .name = "context.facts",
  .lane = MUKANA_LANE_READ,
  .run = read_facts,
  .free_result = free_facts,
  .needs = MUKANA_DEED_WORK_HERE,
};

static void
mukana_context_dispose (GObject *object)
{
  MukanaContext *self = MUKANA_CONTEXT (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->matcher);
  g_clear_object (&self->store);
  g_clear_object (&self->settings);
  g_clear_object (&self->undo);
  g_clear_object (&self->drafts);

  G_OBJECT_CLASS (mukana_context_parent_class)->dispose (object);
}

static void
mukana_context_finalize (GObject *object)
{
  MukanaContext *self = MUKANA_CONTEXT (object);

  g_clear_pointer (&self->facts, free_facts);
  g_object_unref (self->cancellable);

  G_OBJECT_CLASS (mukana_context_parent_class)->finalize (object);
}

static void
mukana_context_class_init (MukanaContextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_context_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_context_finalize;

  signals[FACTS_CHANGED] = g_signal_new ("facts-changed", MUKANA_TYPE_CONTEXT, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
mukana_context_init (MukanaContext *self)
{
  self->undo = mukana_undo_new ();
  self->cancellable = g_cancellable_new ();
}

static void
facts_read_again_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      data)
{
  g_autoptr (MukanaContext) self = data;
  /* The old words stay when the new ones cannot be read: whoever needs the
   * store next says what is wrong with it. */
  Facts *facts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (facts == NULL)
    return;

  g_clear_pointer (&self->facts, free_facts);
  self->facts = facts;
  g_signal_emit (self, signals[FACTS_CHANGED], 0);
}

static void
store_changed_cb (MukanaContext   *self,
                  MukanaChangeSet *changes)
{
  guint n_changes;
  const MukanaChange *change = mukana_change_set_peek (changes, &n_changes);
  gboolean concerns_us = FALSE;

  for (guint i = 0; i < n_changes; i++)
    concerns_us |= change[i].kind == MUKANA_KIND_VOCABULARY ||
                   change[i].kind == MUKANA_KIND_REGISTER ||
                   change[i].kind == MUKANA_KIND_USER ||
                   change[i].kind == MUKANA_KIND_EVERYTHING;

  if (concerns_us && self->store != NULL)
    mukana_store_run_async (self->store, &facts_job, NULL, NULL,
                            self->cancellable, facts_read_again_cb, g_object_ref (self));
}

static void
drafts_read_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  g_autoptr (GTask) task = data;
  MukanaContext *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GPtrArray) kept = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                        &error);

  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  self->drafts = mukana_drafts_new (self->store, kept);
  g_task_return_pointer (task, g_object_ref (self), g_object_unref);
}

static void
facts_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  g_autoptr (GTask) task = data;
  MukanaContext *self = g_task_get_task_data (task);
  GCancellable *cancellable = g_task_get_cancellable (task);
  GError *error = NULL;

  self->facts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    mukana_store_run_async (self->store, &mukana_drafts_list_job, NULL, NULL, cancellable,
                            drafts_read_cb, g_steal_pointer (&task));
}

/**
 * mukana_context_new_async:
 * @store: an open register
 * @settings: (nullable): of the program
 */
void
mukana_context_new_async (MukanaStore         *store,
                          GSettings           *settings,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  done,
                          gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, done, user_data);
  MukanaContext *self = g_object_new (MUKANA_TYPE_CONTEXT, NULL);

  self->store = g_object_ref (store);
  self->settings = settings ? g_object_ref (settings) : NULL;
  mukana_typed_day_set_clock (mukana_store_peek_clock (store));
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self,
                           G_CONNECT_SWAPPED);

  g_task_set_task_data (task, self, g_object_unref);
  mukana_store_run_async (store, &facts_job, NULL, NULL, cancellable, facts_read_cb, task);
}

MukanaContext *
mukana_context_new_finish (GAsyncResult  *result,
                           GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

MukanaStore *
mukana_context_get_store (MukanaContext *self)
{
  return self->store;
}

MukanaClock *
mukana_context_get_clock (MukanaContext *self)
{
  return mukana_store_peek_clock (self->store);
}

MukanaUndo *
mukana_context_get_undo (MukanaContext *self)
{
  return self->undo;
}

MukanaDrafts *
mukana_context_get_drafts (MukanaContext *self)
{
  return self->drafts;
}

/** mukana_context_peek_matcher: Returns: borrowed, the one index of the register */
MukanaMatcher *
mukana_context_peek_matcher (MukanaContext *self)
{
  if (self->matcher == NULL)
    self->matcher = mukana_matcher_new (self->store);

  return self->matcher;
}

static void pack_more (MukanaContext *self, gint64 after);

/* Whatever fails is packed when the register is opened next. */
static void
packed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaContext) self = data;
  g_autofree gint64 *last = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, NULL);

  if (last != NULL && !g_cancellable_is_cancelled (self->cancellable))
    pack_more (self, *last);
}

/* A piece at a time: whatever the user does is written in between. */
static void
pack_more (MukanaContext *self,
           gint64         after)
{
  mukana_store_run_async (self->store, &mukana_packing_job, g_memdup2 (&after, sizeof after),
                          g_free, self->cancellable, packed_cb, g_object_ref (self));
}

/* Nobody waits for it: if it failed, the first question does it again and tells. */
static void
matching_prepared_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  g_autoptr (MukanaContext) self = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error == NULL && !g_cancellable_is_cancelled (self->cancellable))
    pack_more (self, 0);
}

/**
 * mukana_context_prepare_matching:
 *
 * Makes the index ready meanwhile, for whoever may match, and then packs people who are not, so
 * that it is ready sooner next time.
 */
void
mukana_context_prepare_matching (MukanaContext *self)
{
  MukanaMatcher *matcher;

  if (!mukana_context_may (self, MUKANA_DEED_MATCH))
    return;

  matcher = mukana_context_peek_matcher (self);
  mukana_store_run_async (self->store, &mukana_matching_prepare_job, g_object_ref (matcher),
                          g_object_unref, self->cancellable, matching_prepared_cb,
                          g_object_ref (self));
}

/** mukana_context_get_settings: Returns: (nullable): NULL where the schema is not installed */
GSettings *
mukana_context_get_settings (MukanaContext *self)
{
  return self->settings;
}

gint64
mukana_context_now_us (MukanaContext *self)
{
  return mukana_clock_now_us (mukana_context_get_clock (self));
}

MukanaDay
mukana_context_today (MukanaContext *self)
{
  return mukana_clock_today (mukana_context_get_clock (self));
}

/** mukana_context_peek_vocabulary: Returns: borrowed until the next turn of the main loop */
MukanaLexicon *
mukana_context_peek_vocabulary (MukanaContext *self)
{
  return self->facts->words;
}

/** mukana_context_peek_language: Returns: borrowed, "fi", "sv" or "en" */
const char *
mukana_context_peek_language (MukanaContext *self)
{
  return mukana_lexicon_language ();
}

const char *
mukana_context_peek_county_name (MukanaContext *self)
{
  return self->facts->county_name;
}

/** mukana_context_is_made_up: Returns: whether everybody in the register is invented */
gboolean
mukana_context_is_made_up (MukanaContext *self)
{
  return self->facts->is_made_up;
}

/** mukana_context_may: whether whoever works here may do such a deed, so that it can be hidden */
gboolean
mukana_context_may (MukanaContext *self,
                    MukanaDeed     deed)
{
  return mukana_role_may (self->facts->role, deed);
}

/** mukana_context_may_open: @page: the word of its route */
gboolean
mukana_context_may_open (MukanaContext *self,
                         const char    *page)
{
  return mukana_role_may_open (self->facts->role, page);
}

/** mukana_context_may_add: @page: the word of its route, whose list is added to */
gboolean
mukana_context_may_add (MukanaContext *self,
                        const char    *page)
{
  return mukana_role_may_add (self->facts->role, page);
}

/** mukana_context_may_act: @action: of a page: "person.edit" */
gboolean
mukana_context_may_act (MukanaContext *self,
                        const char    *action)
{
  return mukana_role_may_act (self->facts->role, action);
}

/** mukana_context_peek_role: Returns: static, of mukana_roles */
const char *
mukana_context_peek_role (MukanaContext *self)
{
  return self->facts->role;
}
