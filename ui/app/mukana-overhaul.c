/* mukana-overhaul.c: what is done to the file of a register while it is closed.
 *
 * A backup takes its place, or it is written anew under another key.  Before that the
 * register is closed, and afterwards it is opened again, whatever came of it.
 */

#include "ui/app/mukana-overhaul.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-keyring.h"
#include "services/mukana-rekeying.h"
#include "ui/app/mukana-application.h"
#include "ui/app/mukana-key-change.h"
#include "ui/app/mukana-lock-page.h"
#include "ui/app/mukana-restore-flow.h"
#include "ui/kit/mukana-error-view.h"

#define KEYRING_DEADLINE_MS 60000   /* somebody may be typing the password of the keyring */

typedef struct
{
  MukanaApplication *application;
  char              *path;      /* of the register */
  char              *backup;    /* to be restored; NULL when the key changes */
  GBytes            *old_key;   /* of the register as it was open; NULL when it was not */
  GBytes            *key;       /* the new one, typed back from its sheet */
} Overhaul;

static Overhaul *
overhaul_new (MukanaApplication *application)
{
  Overhaul *self = g_new0 (Overhaul, 1);
  MukanaContext *context = mukana_application_get_context (application);
  GBytes *known = context != NULL ? mukana_store_peek_key (mukana_context_get_store (context))
                                  : NULL;

  self->application = g_object_ref (application);
  self->path = mukana_application_dup_register_path (application);
  self->old_key = known != NULL ? g_bytes_ref (known) : NULL;
  return self;
}

static void
overhaul_free (Overhaul *self)
{
  g_object_unref (self->application);
  g_free (self->path);
  g_free (self->backup);
  g_clear_pointer (&self->old_key, g_bytes_unref);
  g_clear_pointer (&self->key, g_bytes_unref);
  g_free (self);
}

static void
show_instead (MukanaApplication *application,
              GtkWidget         *page)
{
  mukana_window_show_instead (mukana_application_get_window (application), page);
}

/* A backup takes the place of the register. */

static void
tell (MukanaApplication *application,
      const char        *heading,
      const char        *sentence)
{
  GtkWindow *window = GTK_WINDOW (mukana_application_get_window (application));
  GtkWidget *dialog = adw_message_dialog_new (window, heading, sentence);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* In a dialog and not in a toast: whoever misses it may stand before a register that no sheet
 * in the safe opens. */
static void
tell_other_key (MukanaApplication   *application,
                const MukanaRestore *done)
{
  g_autofree char *fingerprint = mukana_register_id_fingerprint (done->other_key);
  g_autofree char *sentence =
    g_strdup_printf (_("The register has the key of the backup again: only the key sheet with the "
                       "fingerprint %s opens it. Change the key if somebody has seen that sheet."),
                     fingerprint);

  tell (application, _("The key is an older one"), sentence);
}

/* Whatever came of it, the register is opened again.  What was wrong is the backup's. */
static void
restored_cb (MukanaRestore *done,
             GBytes        *key,
             const GError  *error,
             gpointer       data)
{
  Overhaul *self = data;
  MukanaApplication *application = self->application;
  g_autofree char *sentence = NULL;

  if (mukana_application_get_window (application) != NULL && done != NULL)
    {
      sentence = mukana_restore_flow_describe (done);
      mukana_application_say (application, sentence);
      mukana_application_take_restored (application, key);
      if (done->other_key != NULL)
        tell_other_key (application, done);
    }
  else if (mukana_application_get_window (application) != NULL)
    {
      mukana_application_open (application, self->old_key);
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          sentence = mukana_error_view_dup_sentence (error);
          tell (application, _("The backup was not restored"), sentence);
        }
    }
  overhaul_free (self);
}

static void
closed_to_restore_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      data)
{
  Overhaul *self = data;
  MukanaWindow *window = mukana_application_get_window (self->application);

  if (window != NULL)
    mukana_restore_flow_run (GTK_WINDOW (window), self->backup, self->old_key, self->path,
                             restored_cb, self);
  else
    overhaul_free (self);
}

static void
restore_agreed_cb (const char *backup,
                   gpointer    data)
{
  MukanaApplication *application = data;
  Overhaul *self;

  if (mukana_application_get_window (application) == NULL)
    return;

  self = overhaul_new (application);
  self->backup = g_strdup (backup);
  mukana_application_close_async (application, closed_to_restore_cb, self);
  show_instead (application, mukana_lock_page_new ());
}

/** mukana_overhaul_restore: @parameter: the path of a backup, or "" to have one chosen */
void
mukana_overhaul_restore (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  g_autofree char *path = mukana_application_dup_register_path (data);

  if (path != NULL && !mukana_application_must_stay_open (data))
    mukana_restore_flow_ask (GTK_WINDOW (mukana_application_get_window (data)),
                             g_variant_get_string (parameter, NULL), restore_agreed_cb, data);
}

/* Another key. */

/* Changed or not, the register is opened with the key that it has now. */
static void
key_changed_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      data)
{
  Overhaul *self = data;
  g_autoptr (GError) error = NULL;
  gboolean done = mukana_rekeying_finish (result, &error);

  if (mukana_application_get_window (self->application) != NULL)
    {
      mukana_application_say (self->application,
                              done ? _("The register has a new key")
                                   : mukana_error_view_peek_sentence (error));
      mukana_application_open (self->application, done ? self->key : self->old_key);
    }
  overhaul_free (self);
}

static void
closed_to_change_key_cb (GObject      *source,
                         GAsyncResult *result,
                         gpointer      data)
{
  Overhaul *self = data;

  mukana_rekeying_async (self->path, self->old_key, self->key, g_get_user_name (), NULL,
                         key_changed_cb, self);
}

static void
key_kept_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Overhaul *self = data;

  /* Without the keyring the sheet opens it: the key was typed back from there. */
  if (mukana_keyring_finish (result, NULL) != MUKANA_KEY_FOUND)
    g_message ("The keyring did not take the new key");

  mukana_application_close_async (self->application, closed_to_change_key_cb, self);
  if (mukana_application_get_window (self->application) != NULL)
    show_instead (self->application, mukana_lock_page_new_opening ());
}

static void
key_made_cb (GBytes   *key,
             gpointer  data)
{
  MukanaContext *context = mukana_application_get_context (data);
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));
  Overhaul *self;

  if (context == NULL)
    return;

  self = overhaul_new (data);
  self->key = g_bytes_ref (key);
  mukana_keyring_keep_async (id, key, mukana_context_peek_county_name (context), patience,
                             key_kept_cb, self);
}

void
mukana_overhaul_change_key (GSimpleAction *action,
                            GVariant      *parameter,
                            gpointer       data)
{
  MukanaContext *context = mukana_application_get_context (data);
  g_autofree char *path = mukana_application_dup_register_path (data);

  if (context != NULL && path != NULL && !mukana_application_must_stay_open (data))
    mukana_key_change_present (GTK_WINDOW (mukana_application_get_window (data)),
                               mukana_context_peek_county_name (context), key_made_cb, data);
}
