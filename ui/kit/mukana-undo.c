/* mukana-undo.c: a stack of steps that can be taken back.
 *
 * The deed is done at once and its inverse is kept; nothing is delayed.  A step
 * runs as an ordinary write with a version check, so a record that somebody
 * changed meanwhile is left alone and the person is told.  The stack lives with
 * the window and is never written anywhere.
 */

#include "ui/kit/mukana-undo.h"

#define MAX_STEPS 50

struct _MukanaStep
{
  gint64           serial;
  char            *label;
  const MukanaJob *job;
  gpointer         arg;
  GDestroyNotify   free_arg;
};

struct _MukanaUndo
{
  GObject    parent_instance;

  GPtrArray *steps;        /* oldest first */
  gint64     last_serial;
};

enum { UNDONE, FAILED, CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaUndo, mukana_undo, G_TYPE_OBJECT)

/**
 * mukana_step_new:
 * @label: what is taken back, translated: "Assignment removed"
 * @job: a write
 * @arg: (transfer full): what it is given
 */
MukanaStep *
mukana_step_new (const char      *label,
                 const MukanaJob *job,
                 gpointer         arg,
                 GDestroyNotify   free_arg)
{
  MukanaStep *self = g_new0 (MukanaStep, 1);

  self->label = g_strdup (label);
  self->job = job;
  self->arg = arg;
  self->free_arg = free_arg;
  return self;
}

void
mukana_step_free (MukanaStep *self)
{
  if (self->free_arg != NULL && self->arg != NULL)
    self->free_arg (self->arg);
  g_free (self->label);
  g_free (self);
}

static void
mukana_undo_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_UNDO (object)->steps);

  G_OBJECT_CLASS (mukana_undo_parent_class)->finalize (object);
}

static void
mukana_undo_class_init (MukanaUndoClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_undo_finalize;

  signals[UNDONE] = g_signal_new ("undone", MUKANA_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", MUKANA_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL,
                                  G_TYPE_NONE, 1, G_TYPE_ERROR);
  signals[CHANGED] = g_signal_new ("changed", MUKANA_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
}

static void
mukana_undo_init (MukanaUndo *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_step_free);
}

MukanaUndo *
mukana_undo_new (void)
{
  return g_object_new (MUKANA_TYPE_UNDO, NULL);
}

/** mukana_undo_push: takes @step; Returns: its number, for a toast that offers exactly this one */
gint64
mukana_undo_push (MukanaUndo *self,
                  MukanaStep *step)
{
  step->serial = ++self->last_serial;
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > MAX_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  return step->serial;
}

gboolean
mukana_undo_can (MukanaUndo *self)
{
  return self->steps->len > 0;
}

typedef struct
{
  MukanaUndo *undo;
  char       *label;
  const MukanaJob *job;
} Running;

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Running *running = data;
  g_autoptr (GError) error = NULL;

  /* What a job answers, such as an id, is known already to whoever could use it. */
  gpointer answer = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);

  if (answer != NULL && running->job->free_result != NULL)
    running->job->free_result (answer);

  if (error != NULL)
    g_signal_emit (running->undo, signals[FAILED], 0, error);
  else
    g_signal_emit (running->undo, signals[UNDONE], 0, running->label);

  g_object_unref (running->undo);
  g_free (running->label);
  g_free (running);
}

static MukanaStep *
steal_step (MukanaUndo *self,
            gint64      serial)
{
  for (guint i = self->steps->len; i > 0; i--)
    {
      MukanaStep *step = g_ptr_array_index (self->steps, i - 1);

      if (serial == 0 || step->serial == serial)
        return g_ptr_array_steal_index (self->steps, i - 1);
    }

  return NULL;
}

/**
 * mukana_undo_take_back:
 * @serial: which step; 0 for the newest
 *
 * Returns: whether there was such a step; the outcome comes as a signal
 */
gboolean
mukana_undo_take_back (MukanaUndo  *self,
                       MukanaStore *store,
                       gint64       serial)
{
  MukanaStep *step = steal_step (self, serial);
  Running *running;

  if (step == NULL)
    return FALSE;

  running = g_new0 (Running, 1);
  running->undo = g_object_ref (self);
  running->label = g_strdup (step->label);
  running->job = step->job;
  mukana_store_run_async (store, step->job, g_steal_pointer (&step->arg), step->free_arg, NULL,
                          taken_back_cb, running);
  mukana_step_free (step);
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}
