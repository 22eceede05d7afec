/* mukana-recovery-entry.c: asks for the recovery key, and says which group has a slip.
 *
 * What is typed is checked as it is typed, group by group, and is a key only
 * when all of it is right; whether it is the key of this register the opening
 * finds out.
 *
 * That the keyring shall keep it is a tick of its own, and is not set: the sheet with the
 * key is what one takes along to a strange computer, where everybody who uses the account
 * could open the register ever after.  On one's own, setting it is one click, once.
 */

#include "ui/app/mukana-recovery-entry.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-unlocking.h"

typedef struct
{
  MukanaRecoveryEntered  entered;
  gpointer               data;
  AdwMessageDialog      *dialog;   /* owns us */
  GtkWidget             *entry;
  GtkWidget             *keep;     /* check button; NULL: nothing to choose */
  GtkLabel              *finding;
} Entry;

static GBytes *
read_key (Entry                 *self,
          MukanaRecoveryFinding *finding)
{
  guint8 key[MUKANA_KEY_LENGTH];
  GBytes *bytes = NULL;

  if (mukana_recovery_key_parse (gtk_editable_get_text (GTK_EDITABLE (self->entry)), key, finding))
    bytes = g_bytes_new (key, sizeof key);

  explicit_bzero (key, sizeof key);
  return bytes;
}

static void
typed_cb (Entry *self)
{
  MukanaRecoveryFinding finding = { 0 };
  g_autoptr (GBytes) key = read_key (self, &finding);
  g_autofree char *sentence = mukana_unlocking_describe_typed (&finding);

  gtk_label_set_label (self->finding, sentence ? sentence : "");
  adw_message_dialog_set_response_enabled (self->dialog, "open", key != NULL);
}

static void
answered_cb (Entry      *self,
             const char *response)
{
  MukanaRecoveryFinding finding = { 0 };
  g_autoptr (GBytes) key = NULL;

  if (g_str_equal (response, "open") && (key = read_key (self, &finding)) != NULL)
    self->entered (key, self->keep != NULL &&
                        gtk_check_button_get_active (GTK_CHECK_BUTTON (self->keep)), self->data);
  else
    self->entered (NULL, FALSE, self->data);
}

static void
add_keep (Entry  *self,
          GtkBox *box)
{
  GtkWidget *about = gtk_label_new (_("Only on a computer and in an account of your own: whoever "
                                      "uses them then opens the register without typing the key."));

  self->keep = gtk_check_button_new_with_mnemonic (_("_Keep the key in the keyring of this "
                                                     "computer"));
  gtk_label_set_wrap (GTK_LABEL (about), TRUE);
  gtk_label_set_xalign (GTK_LABEL (about), 0);
  gtk_widget_add_css_class (about, "second-line");
  gtk_box_append (box, self->keep);
  gtk_box_append (box, about);
}

/**
 * mukana_recovery_entry_present:
 * @needed: (nullable): a sentence that tells which sheet it is, in place of the usual one
 * @may_keep: whether somebody may choose that the keyring keeps it
 * @entered: is called once, with a whole key, or with NULL when none was typed
 */
void
mukana_recovery_entry_present (GtkWindow             *parent,
                               const char            *needed,
                               gboolean               may_keep,
                               MukanaRecoveryEntered  entered,
                               gpointer               data)
{
  Entry *self = g_new0 (Entry, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->entered = entered;
  self->data = data;
  self->dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (parent, _("Recovery key"),
                            needed != NULL ? needed
                            : _("Type the key from the sheet that was printed for this "
                                "register.")));
  self->entry = gtk_entry_new ();
  self->finding = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->finding, TRUE);
  gtk_label_set_xalign (self->finding, 0);
  gtk_entry_set_activates_default (GTK_ENTRY (self->entry), TRUE);
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry),
                             GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Recovery key"), -1);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->finding));
  if (may_keep)
    add_keep (self, GTK_BOX (box));
  adw_message_dialog_set_extra_child (self->dialog, box);
  adw_message_dialog_add_responses (self->dialog, "cancel", _("_Cancel"), "open", _("_Open"), NULL);
  adw_message_dialog_set_response_appearance (self->dialog, "open", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_response_enabled (self->dialog, "open", FALSE);
  adw_message_dialog_set_default_response (self->dialog, "open");
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->dialog, "response", G_CALLBACK (answered_cb), self);
  g_object_set_data_full (G_OBJECT (self->dialog), "entry", self, g_free);
  gtk_window_present (GTK_WINDOW (self->dialog));
}
