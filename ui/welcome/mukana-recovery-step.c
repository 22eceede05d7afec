/* mukana-recovery-step.c: the second step: the recovery key, on paper, and typed back.
 *
 * The key is hidden while it is typed back, so that it is read from the sheet.
 * It is never put on the clipboard, where other programs and a history read it.
 */

#include "ui/welcome/mukana-recovery-step.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/mukana-clock.h"
#include "services/mukana-key-sheet.h"
#include "services/mukana-keyring-file.h"
#include "services/mukana-secret.h"
#include "services/mukana-unlocking.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-file-choose.h"

#define GROUPS_PER_LINE 3

struct _MukanaRecoveryStep
{
  GtkBox      parent_instance;

  GBytes     *key;
  char       *register_name;

  GtkWidget  *groups;
  GtkLabel   *saved;        /* what was saved; "" before */
  GtkWidget  *entry;
  GtkLabel   *finding;
  GtkWidget  *go_on;
};

enum { CHECKED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (MukanaRecoveryStep, mukana_recovery_step, GTK_TYPE_BOX)

static gboolean
is_typed_right (MukanaRecoveryStep *self)
{
  MukanaRecoveryFinding finding = { 0 };
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GBytes) typed = mukana_secret_from_recovery_key (text, &finding);
  g_autofree char *sentence = NULL;
  gboolean is_right = typed != NULL && g_bytes_equal (typed, self->key);

  if (typed != NULL && !is_right)
    sentence = g_strdup (_("This is a whole key, but of another register."));
  else if (*text != '\0')
    sentence = mukana_unlocking_describe_typed (&finding);
  gtk_label_set_label (self->finding, sentence != NULL ? sentence : "");
  return is_right;
}

static void
typed_cb (MukanaRecoveryStep *self)
{
  gtk_widget_set_sensitive (self->go_on, is_typed_right (self));
}

static void
go_on_cb (MukanaRecoveryStep *self)
{
  if (is_typed_right (self))
    g_signal_emit (self, signals[CHECKED], 0);
}

/* Reading from the sheet is the point of typing. */
static void
entry_entered_cb (MukanaRecoveryStep *self)
{
  gtk_widget_set_opacity (self->groups, 0.0);
}

static void
entry_left_cb (MukanaRecoveryStep *self)
{
  gtk_widget_set_opacity (self->groups, 1.0);
}

typedef struct
{
  MukanaKeySheet  sheet;
  char           *name;
  char           *path;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_bytes_unref (saving->sheet.key);
  g_free (saving->name);
  g_free (saving->path);
  g_free (saving);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Saving *saving = data;
  GError *error = NULL;

  if (mukana_key_sheet_save_pdf (&saving->sheet, saving->path, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  MukanaRecoveryStep *self = MUKANA_RECOVERY_STEP (source);
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    gtk_label_set_label (self->saved, _("The sheet is saved. Print it, and remove the file."));
  else
    mukana_error_view_show (GTK_WIDGET (self), error);
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (MukanaRecoveryStep) self = data;
  /* Nothing chosen saves nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autoptr (MukanaClock) clock = mukana_clock_new ();
  g_autoptr (GTask) task = NULL;
  Saving *saving;

  if (file == NULL)
    return;

  saving = g_new0 (Saving, 1);
  saving->name = g_strdup (self->register_name);
  saving->path = g_file_get_path (file);
  saving->sheet = (MukanaKeySheet) { saving->name, mukana_clock_today (clock),
                                     g_bytes_ref (self->key) };
  task = g_task_new (self, NULL, saved_cb, NULL);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_in_thread);
}

static void
save_clicked_cb (MukanaRecoveryStep *self)
{
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the sheet with the recovery key"),
    .name = "mukana-recovery-key.pdf",
  };

  mukana_file_choose_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), &asked, NULL,
                            place_chosen_cb, g_object_ref (self));
}

static void
mukana_recovery_step_finalize (GObject *object)
{
  MukanaRecoveryStep *self = MUKANA_RECOVERY_STEP (object);

  g_clear_pointer (&self->key, g_bytes_unref);
  g_free (self->register_name);

  G_OBJECT_CLASS (mukana_recovery_step_parent_class)->finalize (object);
}

static void
mukana_recovery_step_class_init (MukanaRecoveryStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = mukana_recovery_step_finalize;

  signals[CHECKED] = g_signal_new ("checked", MUKANA_TYPE_RECOVERY_STEP, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkLabel *
make_note (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "second-line");
  return GTK_LABEL (label);
}

static void
mukana_recovery_step_init (MukanaRecoveryStep *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save the sheet…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  self->groups = gtk_grid_new ();
  gtk_grid_set_column_homogeneous (GTK_GRID (self->groups), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (self->groups), 12);
  gtk_widget_add_css_class (self->groups, "mukana-card");
  gtk_widget_add_css_class (self->groups, "recovery-key");

  self->saved = make_note (NULL);
  gtk_widget_set_halign (save, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (save, "clicked", G_CALLBACK (save_clicked_cb), self);

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Type the key back from the sheet"));
  gtk_entry_set_input_hints (GTK_ENTRY (self->entry),
                             GTK_INPUT_HINT_NO_SPELLCHECK | GTK_INPUT_HINT_PRIVATE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Recovery key, typed back"), -1);
  self->finding = make_note (NULL);
  self->go_on = gtk_button_new_with_mnemonic (_("_Continue"));
  gtk_widget_add_css_class (self->go_on, "suggested-action");
  gtk_widget_add_css_class (self->go_on, "big-deed");
  gtk_widget_set_halign (self->go_on, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (self->go_on, FALSE);

  gtk_widget_add_controller (self->entry, focus);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entry_entered_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (entry_left_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (go_on_cb), self);
  g_signal_connect_swapped (self->go_on, "clicked", G_CALLBACK (go_on_cb), self);
  gtk_box_append (GTK_BOX (self), self->groups);
  gtk_box_append (GTK_BOX (self), save);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->saved));
  if (mukana_keyring_is_plain ())
    gtk_box_append (GTK_BOX (self), GTK_WIDGET (make_note (
      _("The keyring of this computer has no password and keeps the key in plain text. Give it one "
        "with the program Passwords and Keys."))));
  gtk_box_append (GTK_BOX (self), self->entry);
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->finding));
  gtk_box_append (GTK_BOX (self), self->go_on);
}

static void
show_groups (MukanaRecoveryStep *self)
{
  g_auto (MukanaSecretText) text = mukana_recovery_key_print (g_bytes_get_data (self->key, NULL));
  g_auto (GStrv) groups = g_strsplit (text, "-", -1);

  for (int i = 0; groups[i] != NULL; i++)
    {
      GtkWidget *label = gtk_label_new (groups[i]);
      g_autofree char *spoken = g_strdup_printf (_("Group %1$d: %2$s"), i + 1, groups[i]);

      gtk_widget_set_margin_top (label, i < GROUPS_PER_LINE ? 12 : 0);
      gtk_widget_set_margin_bottom (label, groups[i + 1] == NULL ? 12 : 0);
      gtk_widget_add_css_class (label, "monospace");
      gtk_widget_add_css_class (label, "group-title");
      gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      spoken, -1);
      gtk_grid_attach (GTK_GRID (self->groups), label, i % GROUPS_PER_LINE, i / GROUPS_PER_LINE,
                       1, 1);
      explicit_bzero (groups[i], strlen (groups[i]));
      explicit_bzero (spoken, strlen (spoken));
    }
}

/**
 * mukana_recovery_step_new:
 * @kept: whether the keyring took the key, or why not
 */
GtkWidget *
mukana_recovery_step_new (GBytes         *key,
                          const char     *register_name,
                          MukanaKeyState  kept)
{
  MukanaRecoveryStep *self = g_object_new (MUKANA_TYPE_RECOVERY_STEP, NULL);

  self->key = g_bytes_ref (key);
  self->register_name = g_strdup (register_name);
  show_groups (self);
  if (kept != MUKANA_KEY_FOUND)
    {
      g_autofree char *note = g_strdup_printf (
        "%s. %s", _(mukana_unlocking_words (kept)->title),
        _("Mukana will ask for the recovery key each time the register is opened."));

      gtk_box_prepend (GTK_BOX (self), GTK_WIDGET (make_note (note)));
    }
  return GTK_WIDGET (self);
}
