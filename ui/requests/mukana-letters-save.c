/* mukana-letters-save.c: letters to those who took part, from the page of a request. */

#include "ui/requests/mukana-letters-save.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-letter.h"
#include "ui/kit/mukana-writing-out.h"

static char *
tell (gconstpointer written)
{
  guint n_letters = ((const MukanaLetters *) written)->people->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u letter saved, as PDF and as text",
                                       "%u letters saved, as PDF and as text", n_letters),
                          n_letters);
}

static const MukanaWritingOut way = {
  &mukana_letters_job, &mukana_letters_note_job, (GDestroyNotify) mukana_letters_free, NULL, tell
};

static gpointer
make (gconstpointer  request_id,
      const char    *folder)
{
  return mukana_letters_new (*(const gint64 *) request_id, folder);
}

/** mukana_letters_save: asks for a folder, and writes a letter for each who took part into it */
void
mukana_letters_save (MukanaPage *page,
                     gint64      request_id)
{
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_FOLDER, .title = _("A folder for the letters"),
  };

  mukana_writing_out_ask (page, &way, &place, make, g_memdup2 (&request_id, sizeof request_id),
                          g_free);
}
