/* mukana-anchor-dialog.c: what is wrong with the end of the log, told in nobody's way. */

#include "ui/app/mukana-anchor-dialog.h"

#include <glib/gi18n-lib.h>

static void
tell (MukanaWindow *window,
      const char   *heading,
      const char   *body)
{
  GtkWidget *dialog = adw_message_dialog_new (GTK_WINDOW (window), heading, body);

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "close", _("_Close"), NULL);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
say_taken_back (gint64 n_again)
{
  /* Translators: %d: how many consents, restrictions and the like */
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
      "An older copy of the register was put in its place. %d thing that people had taken back "
      "since, a consent or the like, was in it, and has been ended again. What else was done since "
      "that copy is not in the register: tell the data protection officer.",
      "An older copy of the register was put in its place. %d things that people had taken back "
      "since, consents and the like, were in it, and have been ended again. What else was done "
      "since that copy is not in the register: tell the data protection officer.",
      (gulong) n_again), (int) n_again);
}

static char *
say_lost (gint64 n_lost)
{
  return g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE,
      "The diary of requests lacks %d request that somebody made about their data since that copy. "
      "What it was is not known here: look for it in letters and mail, and note it again.",
      "The diary of requests lacks %d requests that people made about their data since that copy. "
      "What they were is not known here: look for them in letters and mail, and note them again.",
      (gulong) n_lost), (int) n_lost);
}

/* An older copy was opened, by hand or as part of what a disk gave back. */
static void
tell_older_register (MukanaWindow *window,
                     gint64        n_again,
                     gint64        n_lost)
{
  g_autofree char *first = n_again > 0
                           ? say_taken_back (n_again)
                           : g_strdup (_("An older copy of the register was put in its place. What "
                                         "was done since that copy is not in it: tell the data "
                                         "protection officer."));
  g_autofree char *lost = n_lost > 0 ? say_lost (n_lost) : NULL;
  g_autofree char *body = lost != NULL ? g_strjoin ("\n\n", first, lost, NULL) : g_strdup (first);

  tell (window, _("An Older Register Was Opened"), body);
}

static void
tell_cut_journal (MukanaWindow *window)
{
  tell (window, _("The Log Is Not Whole"),
    _("The newest entry of the log that was kept outside the register is not in it. Either the end "
      "of the log was cut off, or an older copy of the register was put back, as from a backup. "
      "The register works as before, and the log notes this. If nobody restored a backup, tell "
      "the data protection officer."));
}

static void
tell_unanchored_journal (MukanaWindow *window)
{
  tell (window, _("The End of the Log Cannot Be Compared"),
    _("Mukana keeps outside the register where its log ended, and finds nothing there. On a new "
      "computer, or in a new account, that is as it should be. Otherwise somebody may have taken "
      "it away to hide that rows of the log are missing: tell the data protection officer. The "
      "register works as before, and the log notes this."));
}

/**
 * mukana_anchor_dialog_tell: nothing where the log is as it was left
 * @n_again: of mukana_store_get_n_taken_back_again()
 * @n_lost: of mukana_store_get_n_lost_requests()
 */
void
mukana_anchor_dialog_tell (MukanaWindow      *window,
                           MukanaAnchorState  state,
                           gint64             n_again,
                           gint64             n_lost)
{
  if (n_again > 0 || n_lost > 0)
    tell_older_register (window, n_again, n_lost);
  else if (state == MUKANA_ANCHOR_MISSING)
    tell_cut_journal (window);
  else if (state == MUKANA_ANCHOR_GONE)
    tell_unanchored_journal (window);
}
