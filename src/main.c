/* main.c: the only file that knows both worlds: locale, limits, the application. */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "services/mukana-secret.h"
#include "ui/app/mukana-application.h"

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

  mukana_secret_hide_process ();
  apply_language ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, find_words ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = mukana_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
