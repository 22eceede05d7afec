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

/* The key, and then the deed. */

typedef struct
{
  GtkWindow      *parent;
  char           *backup;
  char           *id;        /* of the register that it is a copy of */
  GBytes         *key;
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
  g_clear_pointer (&flow->key, g_bytes_unref);
  g_free (flow->target);
  g_free (flow);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Flow *flow = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRestore) done = mukana_restoring_finish (result, &error);

  flow->restored (done, flow->key, error, flow->data);
  free_flow (flow);
}

static void
restore (Flow *flow)
{
  mukana_restoring_async (flow->backup, flow->key, flow->target, g_get_user_name (), NULL,
                          restored_cb, flow);
}

/* Cancelled, the flow ends here, and the window offers to unlock the register as it is. */
static void
typed_cb (GBytes   *key,
          gboolean  is_to_keep,
          gpointer  data)
{
  Flow *flow = data;

  flow->key = g_bytes_ref (key);
  restore (flow);
}

static void
key_sought_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      data)
{
  Flow *flow = data;

  if (mukana_keyring_finish (result, &flow->key) == MUKANA_KEY_FOUND)
    restore (flow);
  else
    mukana_recovery_entry_present (flow->parent, FALSE, typed_cb, flow);
}

static gboolean
fits (GBytes     *key,
      const char *register_id)
{
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));

  return g_str_equal (id, register_id);
}

static void
id_read_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Flow *flow = data;
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  g_autoptr (GError) error = NULL;

  flow->id = g_task_propagate_pointer (G_TASK (result), &error);
  if (flow->id == NULL)
    {
      flow->restored (NULL, NULL, error, flow->data);
      free_flow (flow);
    }
  else if (flow->key != NULL && fits (flow->key, flow->id))
    restore (flow);
  else
    {
      g_clear_pointer (&flow->key, g_bytes_unref);
      mukana_keyring_find_async (flow->id, patience, key_sought_cb, flow);
    }
}

static void
read_id_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  GError *error = NULL;
  char *id = mukana_unlocking_register_id (data, &error);

  if (id == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

/**
 * mukana_restore_flow_run:
 * @key: (nullable): of the register that was open
 * @target: where the register is to be; nobody has it open
 * @restored: is called once, unless the key was to be typed and was not
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
  g_autoptr (GTask) task = g_task_new (NULL, NULL, id_read_cb, flow);

  flow->parent = g_object_ref (parent);
  flow->backup = g_strdup (backup);
  flow->key = key != NULL ? g_bytes_ref (key) : NULL;
  flow->target = g_strdup (target);
  flow->restored = restored;
  flow->data = data;
  g_task_set_task_data (task, g_strdup (backup), g_free);
  g_task_run_in_thread (task, read_id_in_thread);
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
