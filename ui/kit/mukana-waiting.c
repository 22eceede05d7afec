/* mukana-waiting.c: a line that tells what is awaited, and stops it.
 *
 * What is quick shows nothing: the line comes when it has taken half a second.
 * Stopped, the line stays and says what is shown meanwhile, and the same button,
 * which keeps the focus, begins again.
 */

#include "ui/kit/mukana-waiting.h"

#include <glib/gi18n-lib.h>

#include "ui/kit/mukana-layout.h"

#define PATIENCE_MS 500
#define PULSE_MS    100

struct _MukanaWaiting
{
  GtkBox          parent_instance;

  char           *awaited;
  char           *stop_action;
  char           *again_action;

  GtkProgressBar *progress;
  GtkLabel       *sentence;
  GtkWidget      *button;
  guint           source;       /* until it is shown, and then until it ends */
};

G_DEFINE_FINAL_TYPE (MukanaWaiting, mukana_waiting, GTK_TYPE_BOX)

static void
show_line (MukanaWaiting *self,
           const char    *sentence,
           const char    *button,
           const char    *action,
           gboolean       is_busy)
{
  gtk_label_set_label (self->sentence, sentence);
  gtk_button_set_label (GTK_BUTTON (self->button), button);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), action);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), is_busy);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, is_busy, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence,
                                  -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static gboolean
pulse_cb (gpointer data)
{
  gtk_progress_bar_pulse (MUKANA_WAITING (data)->progress);
  return G_SOURCE_CONTINUE;
}

static gboolean
patience_ended_cb (gpointer data)
{
  MukanaWaiting *self = data;

  self->source = g_timeout_add (PULSE_MS, pulse_cb, self);
  show_line (self, self->awaited, _("_Stop"), self->stop_action, TRUE);
  return G_SOURCE_REMOVE;
}

static void
mukana_waiting_dispose (GObject *object)
{
  g_clear_handle_id (&MUKANA_WAITING (object)->source, g_source_remove);

  G_OBJECT_CLASS (mukana_waiting_parent_class)->dispose (object);
}

static void
mukana_waiting_finalize (GObject *object)
{
  MukanaWaiting *self = MUKANA_WAITING (object);

  g_free (self->awaited);
  g_free (self->stop_action);
  g_free (self->again_action);

  G_OBJECT_CLASS (mukana_waiting_parent_class)->finalize (object);
}

static void
mukana_waiting_class_init (MukanaWaitingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = mukana_waiting_dispose;
  G_OBJECT_CLASS (klass)->finalize = mukana_waiting_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_STATUS);
}

static void
mukana_waiting_init (MukanaWaiting *self)
{
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  self->sentence = GTK_LABEL (mukana_layout_wrapped ("", "second-line"));
  self->button = mukana_layout_middle (mukana_layout_button ("", "deed", NULL));
  mukana_layout_style (GTK_WIDGET (self->progress), "osd");
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->progress));
  gtk_box_append (GTK_BOX (self), mukana_layout_style (
    mukana_layout_row (12, mukana_layout_middle (mukana_layout_expand (
                         GTK_WIDGET (self->sentence))), self->button, NULL), "bottom-bar"));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * mukana_waiting_new:
 * @awaited: what is being done, translated
 * @stop_action, @again_action: of whoever shows it
 */
GtkWidget *
mukana_waiting_new (const char *awaited,
                    const char *stop_action,
                    const char *again_action)
{
  MukanaWaiting *self = g_object_new (MUKANA_TYPE_WAITING, NULL);

  self->awaited = g_strdup (awaited);
  self->stop_action = g_strdup (stop_action);
  self->again_action = g_strdup (again_action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  awaited, -1);
  return GTK_WIDGET (self);
}

/** mukana_waiting_begin: when it has begun already, its half second is not lengthened */
void
mukana_waiting_begin (MukanaWaiting *self)
{
  if (self->source != 0)
    return;

  /* Whoever pressed the button keeps it. */
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    patience_ended_cb (self);
  else
    self->source = g_timeout_add (PATIENCE_MS, patience_ended_cb, self);
}

/** mukana_waiting_stop: @sentence: what is shown meanwhile, translated */
void
mukana_waiting_stop (MukanaWaiting *self,
                     const char    *sentence)
{
  g_clear_handle_id (&self->source, g_source_remove);
  show_line (self, sentence, _("_Look Again"), self->again_action, FALSE);
}

void
mukana_waiting_end (MukanaWaiting *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}
