/* mukana-feedback-dialogs.c: what was done about what somebody said, and in how many days. */

#include "ui/feedback/mukana-feedback-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "services/mukana-remembering.h"
#include "ui/kit/mukana-layout.h"

typedef struct
{
  MukanaPage *page;
  GtkWidget  *dialog;
  gint64      feedback_id;
  GtkWidget  *how;
  GtkWidget  *n_days;
  GtkWidget  *kind;
} Asking;

static Asking *
asking_new (MukanaPage *page,
            const char *title,
            const char *body)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, title,
                                         body);
  return self;
}

static void
asking_free (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_free (self);
}

static void
present (Asking    *self,
         GtkWidget *content,
         GCallback  answered)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (self->dialog);

  adw_message_dialog_set_extra_child (dialog, content);
  adw_message_dialog_add_responses (dialog, "cancel", _("_Cancel"), "record", _("_Record"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "record", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "record");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect_data (dialog, "response", answered, self, asking_free, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- Handled ---- */

static void
how_changed_cb (Asking *self)
{
  adw_message_dialog_set_response_enabled (
    ADW_MESSAGE_DIALOG (self->dialog), "record",
    !mukana_text_is_empty (gtk_editable_get_text (GTK_EDITABLE (self->how))));
}

static void
handle_answered_cb (Asking     *self,
                    const char *response)
{
  if (g_str_equal (response, "record"))
    mukana_page_do (self->page, &mukana_feedback_handle_job,
                    mukana_handling_new (self->feedback_id,
                                         gtk_editable_get_text (GTK_EDITABLE (self->how))),
                    (GDestroyNotify) mukana_handling_free, _("Recorded"), NULL);
}

GtkWidget *
mukana_handle_dialog_present (MukanaPage     *page,
                              MukanaFeedback *feedback)
{
  Asking *self = asking_new (page, _("Handled"), feedback->body);

  self->feedback_id = feedback->id;
  self->how = gtk_entry_new ();
  gtk_entry_set_activates_default (GTK_ENTRY (self->how), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->how), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What was done about it"), -1);
  g_signal_connect_swapped (self->how, "changed", G_CALLBACK (how_changed_cb), self);
  present (self, mukana_layout_column (3, mukana_layout_text (_("What was done about it"),
                                                              "second-line"), self->how, NULL),
           G_CALLBACK (handle_answered_cb));
  how_changed_cb (self);
  return self->dialog;
}

/* ---- In how many days ---- */

static void
handling_answered_cb (Asking     *self,
                      const char *response)
{
  MukanaHandlingTime time = {
    gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->n_days)),
    gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) == 1,
  };
  g_autofree char *text = mukana_handling_time_to_text (&time);

  if (g_str_equal (response, "record"))
    mukana_page_do (self->page, &mukana_setting_set_job,
                    mukana_setting_new (MUKANA_HANDLING_TIME, text),
                    (GDestroyNotify) mukana_setting_free, _("Recorded"), NULL);
}

GtkWidget *
mukana_handling_dialog_present (MukanaPage               *page,
                                const MukanaHandlingTime *time)
{
  const char *kinds[] = { _("calendar days"), _("working days"), NULL };
  Asking *self = asking_new (page, _("Time for handling"),
                             _("Words of somebody who gave 0 to 6 are handled in so many days. "
                               "Working days are counted with the Finnish holidays."));

  self->n_days = mukana_layout_spin_button (1, MUKANA_HANDLING_MAX_DAYS, 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->n_days), time->n_days);
  gtk_text_set_activates_default (GTK_TEXT (gtk_editable_get_delegate (
                                    GTK_EDITABLE (self->n_days))), TRUE);
  self->kind = gtk_drop_down_new_from_strings (kinds);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), time->is_working ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->n_days), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Days"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->kind), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Kind of days"), -1);
  present (self, mukana_layout_column (12, self->n_days, self->kind, NULL),
           G_CALLBACK (handling_answered_cb));
  return self->dialog;
}
