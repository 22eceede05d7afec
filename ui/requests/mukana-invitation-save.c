/* mukana-invitation-save.c: an invitation as PDF, from the page of a request.
 *
 * It is written in one job and noted in the journal in a second; told after both.
 */

#include "ui/requests/mukana-invitation-save.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-inviting.h"
#include "ui/kit/mukana-file-choose.h"

typedef struct
{
  MukanaPage *page;
  gint64      proposal_id;
} Saving;

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;

  mukana_store_run_finish (MUKANA_STORE (source), result, NULL, &error);
  if (error != NULL)
    mukana_page_fail (page, error);
  else
    mukana_page_toast (page, _("The invitation is saved, in the language of who is invited"));
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (MukanaPage) page = data;
  g_autoptr (GError) error = NULL;
  MukanaInvitation *invitation = mukana_store_run_finish (MUKANA_STORE (source), result, NULL,
                                                          &error);

  if (invitation == NULL)
    mukana_page_fail (page, error);
  else   /* what is written is noted, even when the page is left */
    mukana_store_run_async (MUKANA_STORE (source), &mukana_inviting_note_job, invitation,
                            (GDestroyNotify) mukana_invitation_free, NULL, noted_cb,
                            g_object_ref (page));
}

/** mukana_invitation_save_to: @path: of a file that is not there */
void
mukana_invitation_save_to (MukanaPage *page,
                           gint64      proposal_id,
                           const char *path)
{
  mukana_store_run_async (mukana_page_get_store (page), &mukana_inviting_job,
                          mukana_invitation_new (proposal_id, path),
                          (GDestroyNotify) mukana_invitation_free, NULL, written_cb,
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
    mukana_invitation_save_to (page, saving->proposal_id, path);
}

void
mukana_invitation_save (MukanaPage *page,
                        gint64      proposal_id)
{
  static const char * const patterns[] = { "*.pdf", NULL };
  /* The name of the file names nobody. */
  g_autofree char *name = g_strdup_printf ("%s-%" G_GINT64_FORMAT ".pdf", _("invitation"),
                                           proposal_id);
  const MukanaFileChoose asked = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the invitation"), .accept_label = _("_Save"),
    .name = name, .filter_name = _("PDF documents"), .patterns = patterns,
  };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (page));
  Saving *saving = g_new0 (Saving, 1);

  saving->page = g_object_ref (page);
  saving->proposal_id = proposal_id;
  mukana_file_choose_async (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &asked, NULL,
                            place_chosen_cb, saving);
}
