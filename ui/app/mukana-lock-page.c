/* mukana-lock-page.c: what stands in the window while no register is open.
 *
 * Locked by hand, being opened, or not opened and why.  Each has a sentence and
 * at most one deed, which is an action of the application.
 */

#include "ui/app/mukana-lock-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "ui/kit/mukana-error-view.h"

static GtkWidget *
frame_page (GtkWidget *status)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), adw_window_title_new (_("Mukana"), NULL));
  gtk_widget_add_css_class (bar, "flat");
  gtk_widget_set_vexpand (status, TRUE);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), status);
  return box;
}

static GtkWidget *
make_status (const char *icon_name,
             const char *title,
             const char *sentence)
{
  GtkWidget *status = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), icon_name);
  adw_status_page_set_title (ADW_STATUS_PAGE (status), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (status), sentence);
  return status;
}

static GtkWidget *
make_deed (const char *label,
           const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

/** mukana_lock_page_new: Returns: (transfer floating): the register was closed by hand */
GtkWidget *
mukana_lock_page_new (void)
{
  GtkWidget *status = make_status ("mukana-lock-symbolic", _("The register is locked"),
                                   _("It is closed and nothing of it is shown."));

  adw_status_page_set_child (ADW_STATUS_PAGE (status), make_deed (_("_Unlock"), "app.unlock"));
  return frame_page (status);
}

/** mukana_lock_page_new_opening: Returns: (transfer floating): the register is being opened */
GtkWidget *
mukana_lock_page_new_opening (void)
{
  GtkWidget *status = make_status (NULL, _("Opening the register…"), NULL);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  gtk_widget_set_size_request (spinner, 32, 32);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), spinner);
  return frame_page (status);
}

/**
 * mukana_lock_page_new_failed:
 *
 * Returns: (transfer floating): why it could not be opened, and what to do
 */
GtkWidget *
mukana_lock_page_new_failed (const GError *error)
{
  GtkWidget *status = make_status ("mukana-alert-symbolic", mukana_error_view_peek_title (error),
                                   mukana_error_view_peek_sentence (error));

  adw_status_page_set_child (ADW_STATUS_PAGE (status), make_deed (_("_Try again"), "app.unlock"));
  return frame_page (status);
}
