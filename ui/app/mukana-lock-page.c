/* mukana-lock-page.c: what stands in the window while no register is open.
 *
 * Locked by hand, being opened, or not opened and why.  Each has a sentence and
 * at most one deed, which is an action of the application.
 */

#include "ui/app/mukana-lock-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "base/mukana-error.h"
#include "services/mukana-unlocking.h"
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
                                   _("It is closed and nothing of it is shown. While the keyring "
                                     "of this account is open, unlocking takes no password: lock "
                                     "the computer too when you leave it."));

  adw_status_page_set_child (ADW_STATUS_PAGE (status), make_deed (_("_Unlock"), "app.unlock"));
  return frame_page (status);
}

/** mukana_lock_page_new_covered: Returns: (transfer floating): it is not shown, and still open */
GtkWidget *
mukana_lock_page_new_covered (void)
{
  GtkWidget *status = make_status (
    "mukana-lock-symbolic", _("The register is locked"),
    _("Nothing of it is shown. Its file is gone from its place, so it is still open in this "
      "program: closing it would lose it. Unlock it and save it to another place."));

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

static GtkWidget *
make_restore_deed (void)
{
  GtkWidget *button = make_deed (_("_Restore a backup…"), "app.restore");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", "");
  return button;
}

static GtkWidget *
make_deeds (GtkWidget *first,
            GtkWidget *second)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_remove_css_class (second, "suggested-action");
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  return box;
}

/* Where a key of the register is not to be had, trying again finds what it found. */
static gboolean
is_only_recovery_left (MukanaKeyState state)
{
  return state == MUKANA_KEY_ABSENT || state == MUKANA_KEY_WRONG ||
         state == MUKANA_KEY_OTHER_REGISTER;
}

/* The register is whole, only its key is not at hand: two ways out, the likelier first. */
static GtkWidget *
make_key_status (MukanaKeyState  state,
                 const char     *register_id)
{
  const MukanaKeyWords *words = mukana_unlocking_words (state);
  g_autofree char *needed = register_id ? mukana_unlocking_describe_needed (register_id) : NULL;
  g_autofree char *sentence = g_strjoin (" ", _(words->sentence),
                                         is_only_recovery_left (state) ? needed : NULL, NULL);
  GtkWidget *status = make_status ("mukana-key-symbolic", _(words->title), sentence);
  GtkWidget *retry = make_deed (_(words->retry), "app.unlock");
  GtkWidget *recovery = make_deed (_(words->recovery), "app.recover");

  adw_status_page_set_child (ADW_STATUS_PAGE (status),
                             is_only_recovery_left (state) ? make_deeds (recovery, retry)
                                                           : make_deeds (retry, recovery));
  return status;
}

/**
 * mukana_lock_page_new_missing:
 * @path: where the register was to be
 *
 * Not a welcome: somebody who has a register would take it for lost, and begin another.
 *
 * Returns: (transfer floating): what to do about it
 */
GtkWidget *
mukana_lock_page_new_missing (const char *path)
{
  g_autofree char *escaped = g_markup_escape_text (path, -1);
  g_autofree char *sentence =
    g_strdup_printf (_("There is no register in the place\n%s\nIf it is on a memory stick or in "
                       "the network, connect that and try again. It may also have been moved."),
                     escaped);
  GtkWidget *status = make_status ("mukana-alert-symbolic", _("The register is not there"),
                                   sentence);
  GtkWidget *deeds = make_deeds (make_deed (_("_Try again"), "app.unlock"),
                                 make_deed (_("_Open another register…"), "app.open-register"));
  GtkWidget *restore = make_restore_deed ();
  GtkWidget *begin = make_deed (_("_New register…"), "app.new-register");

  gtk_widget_remove_css_class (restore, "suggested-action");
  gtk_widget_remove_css_class (begin, "suggested-action");
  gtk_box_append (GTK_BOX (deeds), restore);
  gtk_box_append (GTK_BOX (deeds), begin);
  adw_status_page_set_child (ADW_STATUS_PAGE (status), deeds);
  return frame_page (status);
}

/**
 * mukana_lock_page_new_failed:
 * @error: why the register is not open
 * @state: when it is for want of a key, why there is none
 * @register_id: (nullable): by which its sheet is known
 *
 * Returns: (transfer floating): what to do about it
 */
GtkWidget *
mukana_lock_page_new_failed (const GError   *error,
                             MukanaKeyState  state,
                             const char     *register_id)
{
  GtkWidget *status;

  if (g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED) && state != MUKANA_KEY_FOUND)
    return frame_page (make_key_status (state, register_id));

  status = make_status ("mukana-alert-symbolic", mukana_error_view_peek_title (error),
                        mukana_error_view_peek_sentence (error));
  adw_status_page_set_child (ADW_STATUS_PAGE (status),
                             g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_DAMAGED)
                             ? make_deeds (make_restore_deed (),
                                           make_deed (_("_Try again"), "app.unlock"))
                             : make_deed (_("_Try again"), "app.unlock"));
  return frame_page (status);
}

/**
 * mukana_lock_page_new_unconnected:
 * @error: why the shared register is not open
 *
 * Returns: (transfer floating): what to do about it
 */
GtkWidget *
mukana_lock_page_new_unconnected (const GError *error)
{
  gboolean is_refused = g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_LOCKED);
  gboolean is_empty = g_error_matches (error, MUKANA_ERROR, MUKANA_ERROR_NOT_FOUND);
  gboolean is_said = mukana_error_peek_sentence (error) != NULL;
  const char *title = is_refused ? _("The server does not let you in")
                      : is_empty ? _("There is no register there")
                      : mukana_error_view_peek_title (error);
  g_autofree char *said = mukana_error_view_dup_sentence (error);
  const char *sentence =
    is_refused ? _("The user name or the password is not right. Nothing was changed.")
    : is_empty && !is_said ? _("The server answers, but has no register in that database. "
                               "Whoever looks after the server makes it with mukana-cli create.")
    : said;
  GtkWidget *status = make_status (is_refused ? "mukana-key-symbolic" : "mukana-alert-symbolic",
                                   title, sentence);

  adw_status_page_set_child (ADW_STATUS_PAGE (status),
                             make_deeds (make_deed (_("_Connect…"), "app.connect"),
                                         make_deed (_("_Try again"), "app.unlock")));
  return frame_page (status);
}
