/* mukana-reason-words.c: what another reason was, asked only of whoever says that it was another.
 *
 * What is asked less is written less: a line that always stands there is filled with what
 * nobody needs to know.
 */

#include "ui/kit/mukana-reason-words.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-text.h"
#include "domain/mukana-codes.h"
#include "ui/kit/mukana-confirm-keys.h"
#include "ui/kit/mukana-layout.h"

/** mukana_reason_words_new: Returns: (transfer floating): hidden until it is asked for */
GtkWidget *
mukana_reason_words_new (void)
{
  const char *name = _("In words; nothing of anybody's health");
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *self;

  gtk_entry_set_max_length (GTK_ENTRY (entry), MUKANA_REASON_LIMIT);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self = mukana_layout_column (3, mukana_layout_wrapped (name, "second-line"), entry, NULL);
  g_object_set_data (G_OBJECT (self), "entry", entry);
  gtk_widget_set_visible (self, FALSE);
  return self;
}

/** mukana_reason_words_follow: @reason: (nullable): which of the list is chosen */
void
mukana_reason_words_follow (GtkWidget  *self,
                            const char *reason)
{
  gtk_widget_set_visible (self, g_strcmp0 (reason, MUKANA_REASON_OTHER) == 0);
}

/** mukana_reason_words_dup: Returns: (nullable): yours; NULL where nothing is asked or told */
char *
mukana_reason_words_dup (GtkWidget *self)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (self), "entry");

  return gtk_widget_get_visible (self) ? mukana_text_tidy (gtk_editable_get_text (entry)) : NULL;
}

static void
toggled_cb (GtkWidget      *dialog,
            GtkCheckButton *button)
{
  const char *reason = g_object_get_data (G_OBJECT (button), "reason");

  if (!gtk_check_button_get_active (button))
    return;

  g_object_set_data (G_OBJECT (dialog), "reason", (gpointer) reason);
  mukana_reason_words_follow (g_object_get_data (G_OBJECT (dialog), "reason-words"), reason);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog),
                                           g_object_get_data (G_OBJECT (dialog), "response"), TRUE);
}

/* As everywhere a window asks something. */
static gboolean
confirm_cb (GtkWidget *dialog,
            GVariant  *arguments,
            gpointer   response)
{
  if (!adw_message_dialog_get_response_enabled (ADW_MESSAGE_DIALOG (dialog), response))
    return FALSE;

  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), response);
  gtk_window_close (GTK_WINDOW (dialog));
  return TRUE;
}

/* Return chooses a reason, as Space does; on the one that is chosen it answers. */
static gboolean
answer_cb (GtkWidget *button,
           GVariant  *arguments,
           gpointer   dialog)
{
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (button)) &&
         confirm_cb (dialog, NULL, g_object_get_data (dialog, "response"));
}

/**
 * mukana_reason_words_choose:
 * @dialog: an AdwMessageDialog
 * @question: translated
 * @reasons: static, a list of reasons that has labels
 * @response: static: what is off until one of them is chosen
 *
 * Returns: (transfer floating): the reasons under each other, and the words of another one
 */
GtkWidget *
mukana_reason_words_choose (GtkWidget          *dialog,
                            const char         *question,
                            const char * const *reasons,
                            const char         *response)
{
  GtkWidget *box = mukana_layout_column (3, mukana_layout_text (question, "row-title"), NULL);
  GtkWidget *words = mukana_reason_words_new ();
  GtkWidget *first = NULL;

  g_object_set_data (G_OBJECT (dialog), "reason-words", words);
  g_object_set_data (G_OBJECT (dialog), "response", (gpointer) response);
  mukana_confirm_keys_add (dialog, gtk_callback_action_new (confirm_cb, (gpointer) response, NULL));
  for (guint i = 0; reasons[i] != NULL; i++)
    {
      GtkWidget *button = gtk_check_button_new_with_label (mukana_code_label (reasons, reasons[i]));

      if (first == NULL)
        first = button;
      else
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button), GTK_CHECK_BUTTON (first));
      g_object_set_data (G_OBJECT (button), "reason", (gpointer) reasons[i]);
      g_object_set_data (G_OBJECT (dialog), reasons[i], button);
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), dialog);
      mukana_confirm_keys_add_bare (button, gtk_callback_action_new (answer_cb, dialog, NULL));
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (box), words);
  return box;
}

/** mukana_reason_words_set_chosen: @reason: of the list that @dialog asks about */
void
mukana_reason_words_set_chosen (GtkWidget  *dialog,
                                const char *reason)
{
  gtk_check_button_set_active (g_object_get_data (G_OBJECT (dialog), reason), TRUE);
}

/** mukana_reason_words_peek_chosen: Returns: (nullable): static, of the list it asks about */
const char *
mukana_reason_words_peek_chosen (GtkWidget *dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "reason");
}

/** mukana_reason_words_dup_told: Returns: (nullable): yours, what another reason was */
char *
mukana_reason_words_dup_told (GtkWidget *dialog)
{
  GtkWidget *words = g_object_get_data (G_OBJECT (dialog), "reason-words");

  return words != NULL ? mukana_reason_words_dup (words) : NULL;
}
