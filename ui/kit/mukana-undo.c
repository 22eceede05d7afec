/* mukana-undo.c: a stack of steps that can be taken back.
 *
 * The deed is done at once and its inverse is kept; nothing is delayed.  A step
 * runs as an ordinary write with a version check, so a record that somebody
 * changed meanwhile is left alone and the person is told.  The stack lives with
 * the window and is never written anywhere.
 *
 * What a page only shows, such as whom one is about to choose, is a step too: it
 * moves back and on again without a job, while its page is in sight.  Only such
 * steps can be done again: the store keeps no inverse of an inverse.
 *
 * A deed that nothing takes back, such as a consent that was withdrawn, is a step too, or Undo
 * would reach past it and take back something older that nobody thinks of: it is told once.
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

  /* Instead of a job. */
  MukanaStepMove   move;
  GWeakRef         widget;
};

struct _MukanaUndo
{
  GObject    parent_instance;

  GPtrArray *steps;        /* oldest first */
  GPtrArray *undone;       /* of what is only shown, the last undone at the end */
  gint64     last_serial;
};

enum { UNDONE, FAILED, CHANGED, DONE_AGAIN, FINAL, N_SIGNALS };
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

/** mukana_step_new_final: @label: what is not taken back, translated: "Consent withdrawn" */
MukanaStep *
mukana_step_new_final (const char *label)
{
  return mukana_step_new (label, NULL, NULL, NULL);
}

/**
 * mukana_step_new_shown:
 * @widget: what shows it; not held
 * @arg: (transfer full): what @move is given
 */
MukanaStep *
mukana_step_new_shown (GtkWidget      *widget,
                       MukanaStepMove  move,
                       gpointer        arg,
                       GDestroyNotify  free_arg)
{
  MukanaStep *self = mukana_step_new (NULL, NULL, arg, free_arg);

  self->move = move;
  g_weak_ref_init (&self->widget, widget);
  return self;
}

void
mukana_step_free (MukanaStep *self)
{
  if (self->free_arg != NULL && self->arg != NULL)
    self->free_arg (self->arg);
  if (self->move != NULL)
    g_weak_ref_clear (&self->widget);
  g_free (self->label);
  g_free (self);
}

static void
mukana_undo_finalize (GObject *object)
{
  g_ptr_array_unref (MUKANA_UNDO (object)->steps);
  g_ptr_array_unref (MUKANA_UNDO (object)->undone);

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
  signals[DONE_AGAIN] = g_signal_new ("done-again", MUKANA_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FINAL] = g_signal_new ("final", MUKANA_TYPE_UNDO, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
mukana_undo_init (MukanaUndo *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_step_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) mukana_step_free);
}

MukanaUndo *
mukana_undo_new (void)
{
  return g_object_new (MUKANA_TYPE_UNDO, NULL);
}

static void
keep_step (MukanaUndo *self,
           MukanaStep *step)
{
  g_ptr_array_add (self->steps, step);
  if (self->steps->len > MAX_STEPS)
    g_ptr_array_remove_index (self->steps, 0);
}

/** mukana_undo_push: takes @step; Returns: its number, for a toast that offers exactly this one */
gint64
mukana_undo_push (MukanaUndo *self,
                  MukanaStep *step)
{
  step->serial = ++self->last_serial;
  keep_step (self, step);
  g_ptr_array_set_size (self->undone, 0);
  g_signal_emit (self, signals[CHANGED], 0);
  return step->serial;
}

static gboolean
is_final (const MukanaStep *step)
{
  return step->job == NULL && step->move == NULL;
}

/** mukana_undo_can: Returns: whether the newest deed can be taken back */
gboolean
mukana_undo_can (MukanaUndo *self)
{
  return self->steps->len > 0 &&
         !is_final (g_ptr_array_index (self->steps, self->steps->len - 1));
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

/* What a page out of sight shows is not moved behind one's back. */
static gboolean
is_in_sight (MukanaStep *step)
{
  g_autoptr (GtkWidget) widget = step->move != NULL ? g_weak_ref_get (&step->widget) : NULL;

  return step->move == NULL || (widget != NULL && gtk_widget_get_mapped (widget));
}

static MukanaStep *
steal_step (GPtrArray *steps,
            gint64     serial)
{
  for (guint i = steps->len; i > 0; i--)
    {
      MukanaStep *step = g_ptr_array_index (steps, i - 1);

      if ((serial == 0 || step->serial == serial) && is_in_sight (step))
        return g_ptr_array_steal_index (steps, i - 1);
    }

  return NULL;
}

/* Returns: whether there was anything to move; @step is taken */
static gboolean
move_shown (MukanaUndo *self,
            MukanaStep *step,
            gboolean    is_again)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&step->widget);
  g_autofree char *moved = step->move (widget, step->arg, is_again);

  if (moved == NULL)
    mukana_step_free (step);
  else if (is_again)
    keep_step (self, step);
  else
    g_ptr_array_add (self->undone, step);

  if (moved != NULL)
    g_signal_emit (self, signals[is_again ? DONE_AGAIN : UNDONE], 0, moved);
  g_signal_emit (self, signals[CHANGED], 0);
  return moved != NULL;
}

static void
tell_final (MukanaUndo *self,
            MukanaStep *step)
{
  g_signal_emit (self, signals[FINAL], 0, step->label);
  g_signal_emit (self, signals[CHANGED], 0);
  mukana_step_free (step);
}

static void
run_step (MukanaUndo  *self,
          MukanaStore *store,
          MukanaStep  *step)
{
  Running *running = g_new0 (Running, 1);

  running->undo = g_object_ref (self);
  running->label = g_strdup (step->label);
  running->job = step->job;
  mukana_store_run_async (store, step->job, g_steal_pointer (&step->arg), step->free_arg, NULL,
                          taken_back_cb, running);
  mukana_step_free (step);
  g_ptr_array_set_size (self->undone, 0);
  g_signal_emit (self, signals[CHANGED], 0);
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
  MukanaStep *step;

  while ((step = steal_step (self->steps, serial)) != NULL)
    {
      if (is_final (step))
        tell_final (self, step);
      else if (step->job != NULL)
        run_step (self, store, step);
      else if (!move_shown (self, step, FALSE))
        continue;
      return TRUE;
    }

  return FALSE;
}

/** mukana_undo_do_again: Returns: whether something had been taken back that can be done again */
gboolean
mukana_undo_do_again (MukanaUndo *self)
{
  MukanaStep *step;

  while ((step = steal_step (self->undone, 0)) != NULL)
    if (move_shown (self, step, TRUE))
      return TRUE;

  return FALSE;
}
