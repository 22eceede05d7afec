#pragma once

#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* An invitation, for somebody who has been asked. */
typedef struct
{
  gint64  proposal_id;
  char   *path;         /* of a file that is not there, as PDF */
  gint64  person_id;    /* (out) */
} MukanaInvitation;

MukanaInvitation *mukana_invitation_new  (gint64             proposal_id,
                                          const char        *path);
void              mukana_invitation_free (MukanaInvitation  *self);
MukanaDocument   *mukana_invitation_make (MukanaDb          *db,
                                          gint64             proposal_id,
                                          gint64            *person_id,
                                          GError           **error);

/* Two jobs, one after the other: the first, at the door, writes the file (takes a
 * MukanaInvitation, gives one with its person), the second notes it in the journal (takes that,
 * gives NULL).  When the second fails the file is taken away.  Errors of the first:
 * %MUKANA_ERROR_NOT_ALLOWED when the person does not take part in matching any more. */
extern const MukanaJob mukana_inviting_job;
extern const MukanaJob mukana_inviting_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaInvitation, mukana_invitation_free)

G_END_DECLS
