/* mukana-about.c: what the program is and under which licence. */

#include "ui/app/mukana-about.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

void
mukana_about_present (GtkWindow *parent)
{
  adw_show_about_window (parent,
                         "application-name", "Mukana",
                         "application-icon", MUKANA_APPLICATION_ID,
                         "version", MUKANA_VERSION,
                         "comments", _("A consented register of experts by experience and "
                                       "organisations, from a request to what followed."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "developer-name", _("The Mukana developers"),
                         /* Translators: your own names, one on each line. */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
