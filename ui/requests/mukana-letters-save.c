/* mukana-letters-save.c: letters to those who took part, from the page of a request.
 *
 * They are written in one job and noted in the journal in a second; told after both.
 */

#include "ui/requests/mukana-letters-save.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-letter.h"
#include "ui/kit/mukana-file-choose.h"

typedef struct
{
  MukanaPage *page;
  gint64      request_id;
  guint       n_letters;
} Saving;

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autofree Saving *saving = data;
  g_autoptr (MukanaPage) page = saving->page;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = g_strdup_printf (
    g_dngettext (GETTEXT_PACKAGE, "%u letter saved, as PDF and as text",
                 "%u letters saved, as PDF and as text", saving->n_letters), saving->n_letters);

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_toast (page, said);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaLetters *letters = mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  Saving *saving;

  if (letters == NULL)
    {
      mukana_page_fail (page, error);
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->page = g_object_ref (page);
  saving->n_letters = letters->people->len;
  /* What is written is noted, even when the page is left. */
  mukana_store_run_async (MUKANA_STORE (source), &mukana_letters_note_job, letters,
                          (GDestroyNotify) mukana_letters_free, NULL, noted_cb, saving);
}

/** mukana_letters_save_to: @folder: that is there */
void
mukana_letters_save_to (MukanaPage *page,
                        gint64      request_id,
                        const char *folder)
{
  mukana_store_run_async (mukana_page_get_store (page), &mukana_letters_job,
                          mukana_letters_new (request_id, folder),
                          (GDestroyNotify) mukana_letters_free, NULL, written_cb,
                          g_object_ref (page));
}

static void
place_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autofree Saving *saving = data;
  g_autoptr (MukanaPage) page = saving->page;
  /* Nothing chosen writes nothing. */
  g_autoptr (GFile) file = mukana_file_choose_finish (result, NULL);
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  if (path != NULL)
    mukana_letters_save_to (page, saving->request_id, path);
}

/** mukana_letters_save: asks for a folder, and writes a letter for each who took part into it */
void
mukana_letters_save (MukanaPage *page,
                     gint64      request_id)
{
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_FOLDER, .title = _("A folder for the letters"),
  };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (page);
  saving->request_id = request_id;
  mukana_file_choose_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &asked, NULL,
                            place_chosen_cb, saving);
}
