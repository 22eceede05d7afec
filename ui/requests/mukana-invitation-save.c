/* mukana-invitation-save.c: an invitation as PDF, from the page of a request. */

#include "ui/requests/mukana-invitation-save.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-inviting.h"
#include "ui/kit/mukana-file-name.h"
#include "ui/kit/mukana-writing-out.h"

static const MukanaWritingOut way = {
  &mukana_inviting_job, &mukana_inviting_note_job, (GDestroyNotify) mukana_invitation_free,
  N_("The invitation is saved, in the language of who is invited"), NULL
};

/** mukana_invitation_save_to: @path: of a file that is not there */
void
mukana_invitation_save_to (MukanaPage *page,
                           gint64      proposal_id,
                           const char *path)
{
  mukana_writing_out_run (page, &way, mukana_invitation_new (proposal_id, path));
}

static gpointer
make (gconstpointer  proposal_id,
      const char    *path)
{
  return mukana_invitation_new (*(const gint64 *) proposal_id, path);
}

/** mukana_invitation_save: @title: of the request; @day: when it is, or MUKANA_DAY_NONE */
void
mukana_invitation_save (MukanaPage *page,
                        gint64      proposal_id,
                        const char *title,
                        MukanaDay   day)
{
  static const char * const patterns[] = { "*.pdf", NULL };
  g_autofree char *name = mukana_file_name_new (_("invitation"), title, day, proposal_id, ".pdf");
  const MukanaFileChoose place = {
    .kind = MUKANA_FILE_CHOOSE_SAVE, .title = _("Save the invitation"), .accept_label = _("_Save"),
    .name = name, .filter_name = _("PDF documents"), .patterns = patterns,
  };

  mukana_writing_out_ask (page, &way, &place, make, g_memdup2 (&proposal_id, sizeof proposal_id),
                          g_free);
}
