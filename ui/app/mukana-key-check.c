/* mukana-key-check.c: whether the sheet in the safe is the one that opens the register.
 *
 * A key has its register's id in it, so it is compared without being kept.
 */

#include "ui/app/mukana-key-check.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-founding.h"
#include "services/mukana-unlocking.h"
#include "ui/app/mukana-application.h"
#include "ui/app/mukana-recovery-entry.h"
#include "ui/kit/mukana-error-view.h"

typedef struct
{
  MukanaApplication *application;
  char              *typed_id;   /* of the key that was typed */
} Check;

static void
check_free (Check *check)
{
  g_object_unref (check->application);
  g_free (check->typed_id);
  g_free (check);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Check, check_free)

static void
confirmed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (Check) self = data;
  g_autoptr (GError) error = NULL;
  MukanaWindow *window = mukana_application_get_window (self->application);

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (window == NULL)
    return;
  if (error != NULL)
    mukana_error_view_show (GTK_WIDGET (window), error);
  else
    mukana_window_toast (window, _("The recovery key opens this register"), 0);
}

/* Which sheet it should have been is told, so that it can be looked for. */
static void
tell_other_register (MukanaWindow *window,
                     const char   *register_id)
{
  g_autofree char *needed = mukana_unlocking_describe_needed (register_id);
  g_autofree char *words = g_strdup_printf ("%s. %s", _("That is the key of another register"),
                                            needed);

  mukana_window_toast (window, words, 0);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  g_autoptr (Check) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (MukanaRegisterAbout) about = mukana_store_run_finish (MUKANA_STORE (source), result,
                                                                   NULL, &error);
  MukanaWindow *window = mukana_application_get_window (self->application);

  if (window == NULL)
    return;
  if (about == NULL)
    mukana_error_view_show (GTK_WIDGET (window), error);
  else if (g_strcmp0 (about->register_id, self->typed_id) != 0)
    tell_other_register (window, about->register_id);
  else
    mukana_store_run_async (MUKANA_STORE (source), &mukana_founding_confirm_job, NULL, NULL, NULL,
                            confirmed_cb, g_steal_pointer (&self));
}

static void
typed_cb (GBytes   *key,
          gboolean  is_to_keep,
          gpointer  data)
{
  MukanaContext *context = mukana_application_get_context (data);
  Check *self;

  if (key == NULL || context == NULL)
    return;

  self = g_new0 (Check, 1);
  self->application = g_object_ref (data);
  self->typed_id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));
  mukana_store_run_async (mukana_context_get_store (context), &mukana_founding_about_job, NULL,
                          NULL, NULL, compared_cb, self);
}

void
mukana_key_check_action (GSimpleAction *action,
                         GVariant      *parameter,
                         gpointer       data)
{
  mukana_recovery_entry_present (GTK_WINDOW (mukana_application_get_window (data)), NULL, FALSE,
                                 typed_cb, data);
}
