#pragma once

#include <gtk/gtk.h>

#include "store/mukana-store.h"

G_BEGIN_DECLS

/* A deed that can be taken back: what was done, and the job that restores. */
typedef struct _MukanaStep MukanaStep;

MukanaStep *mukana_step_new  (const char      *label,
                              const MukanaJob *job,
                              gpointer         arg,
                              GDestroyNotify   free_arg);
MukanaStep *mukana_step_new_final (const char *label);
void        mukana_step_free (MukanaStep      *self);

/* Moves what @widget shows back, or on again.  Returns: (nullable): yours, what was moved,
 * translated; NULL when that does not stand there any more and the step is worth nothing. */
typedef char *(*MukanaStepMove) (GtkWidget *widget,
                                 gpointer   arg,
                                 gboolean   is_again);

MukanaStep *mukana_step_new_shown (GtkWidget      *widget,
                                   MukanaStepMove  move,
                                   gpointer        arg,
                                   GDestroyNotify  free_arg);

#define MUKANA_TYPE_UNDO (mukana_undo_get_type ())
G_DECLARE_FINAL_TYPE (MukanaUndo, mukana_undo, MUKANA, UNDO, GObject)

MukanaUndo *mukana_undo_new       (void);
gint64      mukana_undo_push      (MukanaUndo  *self,
                                   MukanaStep  *step);
gboolean    mukana_undo_can       (MukanaUndo  *self);
gboolean    mukana_undo_take_back (MukanaUndo  *self,
                                   MukanaStore *store,
                                   gint64       serial);
gboolean    mukana_undo_do_again  (MukanaUndo  *self);

/* Signals "undone" (label) after the commit, "failed" (GError) when it could not be, "final"
 * (label) when nothing takes it back, and "done-again" (label). */

G_END_DECLS
