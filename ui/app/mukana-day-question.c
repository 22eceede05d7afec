/* mukana-day-question.c: a register whose day ran ahead of the clock is told, and can be put right.
 *
 * One of the two was wrong once, and only people know which.
 */

#include "ui/app/mukana-day-question.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-righting-day.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-error-view.h"

static void
put_right_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (MukanaWindow) window = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_error_view_show (GTK_WIDGET (window), error);
  else
    mukana_window_toast (window, _("The register's day is that of this computer"), 0);
}

static void
answered_cb (MukanaWindow *window,
             const char   *response)
{
  MukanaContext *context = mukana_window_get_context (window);

  if (context != NULL && g_str_equal (response, "right"))
    mukana_store_run_async (mukana_context_get_store (context), &mukana_day_put_right_job, NULL,
                            NULL, NULL, put_right_cb, g_object_ref (window));
}

static void
ask (MukanaWindow         *window,
     const MukanaDayAhead *ahead)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window),
                                              _("The Register Is Ahead of This Computer"), NULL);
  g_autofree char *register_day = mukana_format_day (NULL, ahead->register_day);
  g_autofree char *clock_day = mukana_format_day (NULL, ahead->clock_day);

  /* Translators: two days */
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
    _("The register's day is %s, and this computer's is %s. A computer's clock was wrong once, or "
      "is wrong now. Until it is put right, consents that end between the two days count as ended, "
      "and nothing is erased because of its age.\n\nIf this computer is wrong, close the register "
      "and set its clock. What ended by itself on a wrong day, as an open proposal, does not come "
      "back."), register_day, clock_day);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  if (mukana_context_may (mukana_window_get_context (window), MUKANA_DEED_KEEP_REGISTER))
    adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "right",
                                     _("This Computer Is _Right"));
  g_signal_connect_object (dialog, "response", G_CALLBACK (answered_cb), window,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (MukanaWindow) window = data;
  g_autofree MukanaDayAhead *ahead = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                              NULL);

  if (ahead != NULL && mukana_window_get_context (window) != NULL)
    ask (window, ahead);
}

/** mukana_day_question_ask: once the register is shown; asks nothing when the days agree */
void
mukana_day_question_ask (MukanaWindow *window)
{
  mukana_store_run_async (mukana_context_get_store (mukana_window_get_context (window)),
                          &mukana_day_ahead_job, NULL, NULL, NULL, looked_cb,
                          g_object_ref (window));
}
