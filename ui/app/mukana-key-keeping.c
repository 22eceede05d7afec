/* mukana-key-keeping.c: a key that was typed, and has opened its register, goes to the keyring.
 *
 * Only then: a key of another register would be there in vain, and the one that belongs
 * there would be gone.
 */

#include "ui/app/mukana-key-keeping.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-recovery-key.h"
#include "services/mukana-keyring.h"

#define KEYRING_DEADLINE_MS 60000   /* somebody may be typing the password of the keyring */

static void
kept_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (MukanaWindow) window = data;
  gboolean is_kept = mukana_keyring_finish (result, NULL) == MUKANA_KEY_FOUND;

  if (gtk_widget_get_mapped (GTK_WIDGET (window)))
    mukana_window_toast (window, is_kept
                         ? _("The keyring of this computer keeps the key from now on")
                         : _("There is no keyring here to keep the key in, or it did not take it"),
                         0);
}

/** mukana_key_keeping_run: @context: of the register that is open; @window is told */
void
mukana_key_keeping_run (MukanaWindow  *window,
                        MukanaContext *context)
{
  GBytes *key = mukana_store_peek_key (mukana_context_get_store (context));
  const MukanaKeyringPatience patience = { KEYRING_DEADLINE_MS, TRUE };
  g_autofree char *id = mukana_recovery_key_register_id (g_bytes_get_data (key, NULL));

  mukana_keyring_keep_async (id, key, mukana_context_peek_county_name (context), patience, kept_cb,
                             g_object_ref (window));
}
