/* mukana-ask-dialog.c: asks one who does not fit, for a reason that is kept.
 *
 * What stands against it is told once more, and what they could be asked goes with the proposal.
 * Only what time, place and the like stand against; the service judges again.
 */

#include "ui/finding/mukana-ask-dialog.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-codes.h"
#include "services/mukana-judging.h"
#include "services/mukana-unasking.h"
#include "ui/kit/mukana-reason-words.h"
#include "ui/kit/mukana-tall-question.h"

typedef struct
{
  MukanaPage *page;
  gint64      request_id;
  gint64      person_id;
  char       *question;    /* what they could be asked; NULL: nothing is known */
} Asking;

static void
free_asking (gpointer  data,
             GClosure *closure)
{
  Asking *self = data;

  g_object_unref (self->page);
  g_free (self->question);
  g_free (self);
}

/** mukana_ask_dialog_may: Returns: whether a reason lets them be asked all the same */
gboolean
mukana_ask_dialog_may (const MukanaMatchOut *out)
{
  return out->name != NULL && (out->reasons & MUKANA_FIRM_REASONS) == 0;
}

static void
proposed_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  g_autofree char *sentence = NULL;

  if (error != NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  sentence = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u person proposed",
                                           "%u people proposed", ids->len), ids->len);
  mukana_page_did (page, sentence,
                   mukana_step_new (sentence, &mukana_proposing_take_back_job,
                                    g_array_ref (ids), (GDestroyNotify) g_array_unref));
}

static void
answered_cb (Asking     *self,
             const char *response,
             GtkWidget  *dialog)
{
  g_autofree char *told = mukana_reason_words_dup_told (dialog);
  MukanaProposing *proposing;

  if (!g_str_equal (response, "propose"))
    return;

  proposing = mukana_proposing_new (self->request_id, NULL);
  mukana_proposing_except (proposing, mukana_reason_words_peek_chosen (dialog));
  mukana_proposing_explain (proposing, told != NULL ? told : self->question);
  mukana_proposing_add (proposing, self->person_id, 0, FALSE);
  mukana_page_run_async (self->page, &mukana_proposing_job, proposing,
                         (GDestroyNotify) mukana_proposing_free, proposed_cb,
                         g_object_ref (self->page));
}

static char *
say_against (const MukanaMatchOut *out)
{
  g_autoptr (GString) said = g_string_new (NULL);

  for (guint i = 0; i < out->why->len; i++)
    g_string_append_printf (said, "%s. ", (const char *) g_ptr_array_index (out->why, i));
  if (out->change != NULL)
    g_string_append_printf (said, "%s. ", out->change);
  g_string_append (said, _("Nothing is sent by this: ask them as they wish."));
  return g_string_free (g_steal_pointer (&said), FALSE);
}

/** mukana_ask_dialog_new: @out: of whom mukana_ask_dialog_may(); Returns: a dialog to present */
GtkWidget *
mukana_ask_dialog_new (MukanaPage           *page,
                       gint64                request_id,
                       const MukanaMatchOut *out)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  g_autofree char *heading = g_strdup_printf (_("Propose to %s all the same?"), out->name);
  g_autofree char *body = say_against (out);
  GtkWidget *dialog = adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                              heading, body);
  Asking *self = g_new0 (Asking, 1);

  self->page = g_object_ref (page);
  self->request_id = request_id;
  self->person_id = out->person_id;
  self->question = out->remedy.n_changes > 0 ? g_strdup (out->change) : NULL;
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "propose", _("_Propose"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "propose",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "propose", FALSE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "propose");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  mukana_tall_question_set_content (ADW_MESSAGE_DIALOG (dialog),
                                    mukana_reason_words_choose (dialog, _("Why all the same?"),
                                                                mukana_exception_reasons,
                                                                "propose"));
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), self, free_asking,
                         G_CONNECT_SWAPPED);
  return dialog;
}
