/* mukana-key-change.c: a new key for the register: shown, put on paper, typed back.
 *
 * Nothing has changed until it is typed back: only then is the register written anew.
 */

#include "ui/app/mukana-key-change.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "services/mukana-secret.h"
#include "ui/kit/mukana-error-view.h"
#include "ui/kit/mukana-layout.h"
#include "ui/welcome/mukana-recovery-step.h"

typedef struct
{
  GBytes        *key;
  MukanaKeyMade  made;
  gpointer       data;
  GtkWindow     *window;   /* owns us */
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_bytes_unref (change->key);
  g_free (change);
}

static void
checked_cb (Change *change)
{
  g_autoptr (GBytes) key = g_bytes_ref (change->key);
  MukanaKeyMade made = change->made;
  gpointer data = change->data;

  gtk_window_destroy (change->window);
  made (key, data);
}

static GtkWidget *
make_content (Change     *change,
              const char *register_name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *step = mukana_recovery_step_new (change->key, register_name, MUKANA_KEY_FOUND);
  GtkWidget *words = mukana_layout_wrapped (
    _("The register is written anew under this key. The old key then opens only the backups that "
      "were made before: keep its sheet as long as you keep them."), "second-line");
  GtkWidget *column = mukana_layout_column (12, words, step, NULL);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect_swapped (step, "checked", G_CALLBACK (checked_cb), change);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled),
                                 mukana_layout_margins (column, 24));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), scrolled);
  return box;
}

/** mukana_key_change_present: @made: is called once, or not at all */
void
mukana_key_change_present (GtkWindow     *parent,
                           const char    *register_name,
                           MukanaKeyMade  made,
                           gpointer       data)
{
  g_autoptr (GError) error = NULL;
  GBytes *key = mukana_secret_new_key (&error);
  Change *change;
  GtkWidget *window;

  if (key == NULL)
    {
      mukana_error_view_show (GTK_WIDGET (parent), error);
      return;
    }

  window = adw_window_new ();
  change = g_new0 (Change, 1);
  change->key = key;
  change->made = made;
  change->data = data;
  change->window = GTK_WINDOW (window);
  gtk_window_set_title (GTK_WINDOW (window), _("New key"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 520, 680);
  g_object_set_data_full (G_OBJECT (window), "change", change, free_change);
  adw_window_set_content (ADW_WINDOW (window), make_content (change, register_name));
  mukana_layout_close_on_escape (GTK_WINDOW (window));
  gtk_window_present (GTK_WINDOW (window));
}
