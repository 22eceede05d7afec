/* mukana-blank-question.c: a paper without its controller is not saved unawares. */

#include "ui/kit/mukana-blank-question.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-accounting.h"

typedef struct
{
  MukanaPage           *page;       /* weak */
  MukanaBlanksAccepted  accepted;
  gpointer              data;
  GDestroyNotify        free_data;
} Question;

static void
question_free (Question *self)
{
  g_clear_weak_pointer (&self->page);
  if (self->free_data != NULL)
    self->free_data (self->data);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Question, question_free)

static void
free_question (gpointer  data,
               GClosure *closure)
{
  question_free (data);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *self)
{
  if (self->page == NULL)
    return;

  if (g_str_equal (response, "fill-in"))
    mukana_page_show (self->page, "accountability", 0);
  else if (g_str_equal (response, "lines"))
    self->accepted (self->page, self->data);
}

/* It may be printed, to be filled in by hand. */
static void
tell_of_blanks (Question *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->page));
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Save With Blank Lines?"),
    _("The controller, the data protection officer or how to reach them has not been written "
      "down. In their place the paper has lines to write on."));

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"));
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "lines", _("Save With _Lines…"));
  if (mukana_context_may_open (mukana_page_get_context (self->page), "accountability"))
    {
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "fill-in", _("_Write Them"));
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "fill-in",
                                                  ADW_RESPONSE_SUGGESTED);
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
contacts_read_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      data)
{
  g_autoptr (Question) self = data;
  /* Whoever may not read them is not told of them, and can print. */
  g_autoptr (GHashTable) contacts = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                             NULL);

  if (self->page == NULL)
    return;

  if (contacts == NULL || mukana_contacts_are_known (contacts))
    self->accepted (self->page, self->data);
  else
    tell_of_blanks (g_steal_pointer (&self));
}

void
mukana_blank_question_ask (MukanaPage           *page,
                           MukanaBlanksAccepted  accepted,
                           gpointer              data,
                           GDestroyNotify        free_data)
{
  Question *self = g_new0 (Question, 1);

  g_set_weak_pointer (&self->page, page);
  self->accepted = accepted;
  self->data = data;
  self->free_data = free_data;
  mukana_page_run_async (page, &mukana_contact_settings_job, NULL, NULL, contacts_read_cb, self);
}
