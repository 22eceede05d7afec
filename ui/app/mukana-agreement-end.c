/* mukana-agreement-end.c: what becomes of an agreement that ends: it goes on, or it is let to end.
 *
 * Asked in the same words wherever it waits.  Nothing is done by one press, and letting it end can
 * be taken back.
 */

#include "ui/app/mukana-agreement-end.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-cooperating.h"

typedef struct
{
  MukanaPage      *page;
  MukanaAgreement *agreement;   /* as much of it as the deed asks for */
} Asking;

static void
free_asking (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_object_unref (self->agreement);
  g_free (self);
}

static void
let_end (Asking *self)
{
  mukana_page_do (self->page, &mukana_agreement_settle_job, g_object_ref (self->agreement),
                  g_object_unref, _("The agreement is let to end"),
                  mukana_step_new (_("The agreement is let to end"),
                                   &mukana_agreement_unsettle_job,
                                   g_object_ref (self->agreement), g_object_unref));
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             Asking           *self)
{
  if (g_str_equal (response, "continue"))
    mukana_page_show (self->page, "organisation", self->agreement->organisation_id);
  else if (g_str_equal (response, "end"))
    let_end (self);
}

/**
 * mukana_agreement_end_present:
 * @agreement_id: 0 for the agreement in the organisation's own fields
 */
void
mukana_agreement_end_present (MukanaPage *page,
                              gint64      agreement_id,
                              gint64      organisation_id)
{
  Asking *self = g_new0 (Asking, 1);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), _("Does the Agreement Go On?"),
    _("If it goes on, give it a new last day at the organisation. If it is let to end, nobody is "
      "reminded of it any more; it stays in the organisation's record."));

  self->page = g_object_ref (page);
  self->agreement = g_object_new (MUKANA_TYPE_AGREEMENT, NULL);
  mukana_record_init_int (self->agreement, "id", agreement_id);
  mukana_record_init_int (self->agreement, "organisation-id", organisation_id);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "end",
                                    _("_Let It End"), "continue", _("It _Goes On…"), NULL);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), self, free_asking, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}
