/* main.c: the only file that knows both worlds: locale, limits, the application.
 *
 * Nothing of the register may reach the disk in a dump of this process: no core
 * files, and no other process of the same user may look into its memory.
 */

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "ui/app/mukana-application.h"

static void
keep_memory_private (void)
{
  const struct rlimit none = { 0, 0 };

  if (setrlimit (RLIMIT_CORE, &none) != 0 || prctl (PR_SET_DUMPABLE, 0) != 0)
    g_warning ("The memory of the program could not be kept private");
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MukanaApplication) application = NULL;

  keep_memory_private ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, MUKANA_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = mukana_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
