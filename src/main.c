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

/* Before the first translated word: the language that was chosen, if one was. */
static void
apply_language (void)
{
  g_autoptr (GSettings) settings = mukana_application_find_settings ();
  g_autofree char *language = settings ? g_settings_get_string (settings, "language") : NULL;

  if (language != NULL && *language != '\0')
    g_setenv ("LANGUAGE", language, TRUE);
}

/* A program that was not installed finds its words in its build. */
static const char *
find_words (void)
{
  const char *folder = g_getenv ("MUKANA_LOCALE_DIR");

  return folder != NULL ? folder : MUKANA_LOCALEDIR;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (MukanaApplication) application = NULL;

  keep_memory_private ();
  apply_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_words ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = mukana_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
