/* mukana-restore-flow.c: from the file of a backup to a register in its place.
 *
 * Says beforehand what will happen.  The key is the one that is at hand, or the keyring's
 * for that backup, or is typed from the sheet: on a new computer the recovery key alone is
 * enough.
 */

#include "ui/app/mukana-restore-flow.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-backup.h"
#include "domain/mukana-recovery-key.h"
#include "services/mukana-keyring.h"
#include "services/mukana-unlocking.h"
#include "ui/app/mukana-recovery-entry.h"
#include "ui/kit/mukana-closures.h"
#include "ui/kit/mukana-file-choose.h"

#define KEYRING_DEADLINE_MS 60000   /* somebody may be typing the password of the keyring */

/* What is asked first. */

typedef struct
{
  GtkWindow           *parent;
  char                *backup;
  MukanaRestoreAgreed  agreed;
  gpointer             data;
} Question;

static void
free_question (gpointer data)
{
  Question *question = data;

  g_object_unref (question->parent);
  g_free (question->backup);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "restore"))
    question->agreed (question->backup, question->data);
}

/* Which backup it is, by the day in its name or by the name. */
static char *
describe_backup (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  MukanaDay day;
  g_autofree char *words = NULL;

  if (!mukana_backup_is_name (name, &day))
    return g_strdup_printf (_("Restore “%s”?"), name);

  words = mukana_format_day (NULL, day);
  return g_strdup_printf (_("Restore the backup of %s?"), words);
}

static GtkWidget *
make_key_words (void)
{
  GtkWidget *words = gtk_label_new (_("The register keeps the key that it has now, also when the "
                                      "backup was made under an older one."));

  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_justify (GTK_LABEL (words), GTK_JUSTIFY_CENTER);
  return words;
}

static void
ask (Question *question)
{
  g_autofree char *heading = describe_backup (question->backup);
  GtkWidget *dialog = adw_message_dialog_new (
    question->parent, heading,
    _("It takes the place of the register. The register as it is now is kept beside it under "
      "another name. What was entered after the backup is not in it. But what people have taken "
      "back since then stays taken back, and if the register can be read, what they have asked "
      "for about their data and all breaches stay in the diaries."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), make_key_words ());
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         (GClosureNotify) (void (*) (void)) free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  Question *question = data;
  /* Nothing chosen restores nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);

  if (file == NULL)
    {
      free_question (question);
      return;
    }

  question->backup = g_file_get_path (file);
  ask (question);
}

/**
 * mukana_restore_flow_ask:
 * @backup: a path; "" to have one chosen
 * @agreed: is called once, or not at all
 */
void
mukana_restore_flow_ask (GtkWindow           *parent,
                         const char          *backup,
                         MukanaRestoreAgreed  agreed,
                         gpointer             data)
{
  static const char *const patterns[] = { "*.mukana-backup", "*.mukana*", NULL };
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_OPEN, .title = _("Restore a backup"),
    .filter_name = _("Backups of Mukana"), .patterns = patterns,
  };
  Question *question = g_new0 (Question, 1);

  question->parent = g_object_ref (parent);
  question->agreed = agreed;
  question->data = data;
  if (*backup != '\0')
    {
      question->backup = g_strdup (backup);
      ask (question);
    }
  else
    mukana_file_choose_async (parent, &asked, NULL, chosen_cb, question);
}

/* The keys, and then the deed. */

typedef struct
{
  GtkWindow      *parent;
  char           *backup;
  char           *id;             /* of the register that it is a copy of */
  char           *register_id;    /* of the one that is there; NULL: none, or it cannot be told */
  GBytes         *known;          /* the key with which that was open; NULL: it was not */
  GBytes         *key;            /* of the backup */
  GBytes         *register_key;   /* what the register keeps; NULL: that of the backup */
  char           *target;
  MukanaRestored  restored;
  gpointer        data;
} Flow;

static void
free_flow (Flow *flow)
{
  g_object_unref (flow->parent);
  g_free (flow->backup);
  g_free (flow->id);
  g_free (flow->register_id);
  g_clear_pointer (&flow->known, g_bytes_unref);
  g_clear_pointer (&flow->key, g_bytes_unref);
  g_clear_pointer (&flow->register_key, g_bytes_unref);
  g_free (flow->target);
  g_free (flow);
}

static void
end_flow (Flow          *flow,
          MukanaRestore *done,
          const GError  *error)
{
  gboolean is_kept = done != NULL && done->other_key == NULL && flow->register_key != NULL;

  flow->restored (done, is_kept ? flow->register_key : flow->key, error, flow->data);
  free_flow (flow);
}

static void
give_up (Flow *flow)
{
  g_autoptr (GError) cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                                      "Nothing is restored");

  end_flow (flow, NULL, cancelled);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRestore) done = mukana_restoring_finish (result, &error);

  end_flow (data, done, error);
}

static void
restore (Flow *flow)
{
  mukana_restoring_async (flow->backup, flow->key, flow->register_key, flow->target,
                          g_get_user_name (), NULL, restored_cb, flow);
}

static void
key_given_way_cb (AdwMessageDialog *dialog,
                  const char       *response,
                  Flow             *flow)
{
  if (g_str_equal (response, "restore"))
    restore (flow);
  else
    give_up (flow);
}

/* The register is under another key than the backup, and nobody has it: said beforehand, because
 * a sheet that somebody has seen would open the register again. */
static void
ask_to_give_key_way (Flow *flow)
{
  g_autofree char *fingerprint = mukana_register_id_fingerprint (flow->id);
  GtkWidget *dialog = adw_message_dialog_new (flow->parent, _("Restore under an older key?"), NULL);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
    _("The backup was made under another key than the register has now, and that key is not at "
      "hand. Restored, the register opens with the key of the backup alone: the key sheet with "
      "the fingerprint %s. Change the key afterwards if somebody has seen that sheet. What was "
      "entered after the backup cannot be read without the newer key."), fingerprint);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"),
                                    "restore", _("_Restore"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "restore",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (key_given_way_cb), flow);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
register_key_sought_cb (GObject      *source,
                        GAsyncResult *result,
                        gpointer      data)
{
  Flow *flow = data;

  if (mukana_keyring_finish (result, &flow->register_key) == MUKANA_KEY_FOUND)
    restore (flow);
  else
    ask_to_give_key_way (flow);
}

/* Most often the register has the key of the backup. */
static void
find_register_key (Flow *flow)
{
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };

  if (flow->known != NULL)
    flow->register_key = g_bytes_ref (flow->known);
  if (flow->known != NULL || g_strcmp0 (flow->register_id, flow->id) == 0 ||
      flow->register_id == NULL)
    restore (flow);
  else
    mukana_keyring_find_async (flow->register_id, patience, register_key_sought_cb, flow);
}

static void
typed_cb (GBytes   *key,
          gboolean  is_to_keep,
          gpointer  data)
{
  Flow *flow = data;

  if (key == NULL)
    {
      give_up (flow);
      return;
    }

  flow->key = g_bytes_ref (key);
  find_register_key (flow);
}

static void
key_sought_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Flow *flow = data;
  g_autofree char *fingerprint = mukana_register_id_fingerprint (flow->id);
  g_autofree char *needed = g_strdup_printf (_("Type the key from the sheet of the backup. It has "
                                               "the fingerprint %s."), fingerprint);

  if (mukana_keyring_finish (result, &flow->key) == MUKANA_KEY_FOUND)
    find_register_key (flow);
  else
    mukana_recovery_entry_present (flow->parent, needed, FALSE, typed_cb, flow);
}

static gboolean
fits (GBytes     *key,
      const char *register_id)
{
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));

  return g_str_equal (id, register_id);
}

static void
ids_read_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Flow *flow = data;
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    end_flow (flow, NULL, error);
  else if (flow->known != NULL && fits (flow->known, flow->id))
    {
      flow->key = g_bytes_ref (flow->known);
      find_register_key (flow);
    }
  else
    mukana_keyring_find_async (flow->id, patience, key_sought_cb, flow);
}

/* A register that is not there, or is damaged from its beginning, tells none. */
static void
read_ids_in_thread (GTask        *task,
                    gpointer      source,
                    gpointer      data,
                    GCancellable *cancellable)
{
  Flow *flow = data;
  GError *error = NULL;

  flow->register_id = mukana_unlocking_register_id (flow->target, NULL);
  flow->id = mukana_restoring_register_id (flow->backup, &error);
  if (flow->id == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * mukana_restore_flow_run:
 * @key: (nullable): of the register that was open, which it keeps
 * @target: where the register is to be; nobody has it open
 * @restored: is called once; with %G_IO_ERROR_CANCELLED when somebody thought better of it
 */
void
mukana_restore_flow_run (GtkWindow      *parent,
                         const char     *backup,
                         GBytes         *key,
                         const char     *target,
                         MukanaRestored  restored,
                         gpointer        data)
{
  Flow *flow = g_new0 (Flow, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, ids_read_cb, flow);

  flow->parent = g_object_ref (parent);
  flow->backup = g_strdup (backup);
  flow->known = key != NULL ? g_bytes_ref (key) : NULL;
  flow->target = g_strdup (target);
  flow->restored = restored;
  flow->data = data;
  g_task_set_task_data (task, flow, NULL);
  g_task_run_in_thread (task, read_ids_in_thread);
}

/* Returns: yours, a sentence without its end for each thing that was kept, with what parts them */
static GString *
describe_kept (MukanaRestore *done)
{
  GString *text = g_string_new (NULL);
  gulong n = (gulong) done->n_reapplied, n_asked = (gulong) done->n_asked;
  gulong n_breaches = (gulong) done->n_breaches;

  if (n > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               ". %lu withdrawal since then was kept",
                                               ". %lu withdrawals since then were kept", n), n);
  if (n_asked > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               ". %lu request in the diary since then was kept",
                                               ". %lu requests in the diary since then were kept",
                                               n_asked), n_asked);
  if (n_breaches > 0)
    g_string_append_printf (text, g_dngettext (GETTEXT_PACKAGE,
                                               ". %lu breach since then was kept",
                                               ". %lu breaches since then were kept",
                                               n_breaches), n_breaches);
  return text;
}

/** mukana_restore_flow_describe: Returns: yours, what was done, for whoever did it */
char *
mukana_restore_flow_describe (MukanaRestore *done)
{
  g_autofree char *day = mukana_format_day (NULL, mukana_day_from_us (done->backup->made_at));
  g_autofree char *as_it_was = g_strdup_printf (_("The register is as it was on %s"), day);
  GString *text = describe_kept (done);

  if (done->kept_as != NULL && !done->was_readable)
    g_string_append_printf (text, ". %s",
                            done->had_list
                            ? _("The damaged one could not be read: enter the requests and "
                                "breaches since then in the diaries again")
                            : _("The damaged one could not be read: go through the withdrawals, "
                                "requests and breaches since then"));
  if (text->len > 0)
    g_string_append_c (text, '.');
  g_string_prepend (text, as_it_was);
  return g_string_free (text, FALSE);
}
