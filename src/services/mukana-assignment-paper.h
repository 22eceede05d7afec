#pragma once

#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The papers of an assignment, for its person and in their language: what was agreed, a
 * commitment to be signed, and a certificate of what was done. */
extern const char * const mukana_assignment_papers[];   /* confirmation commitment certificate */

typedef struct
{
  gint64    assignment_id;
  char     *paper;        /* of mukana_assignment_papers */
  gboolean  tells_all;    /* a certificate also of the request, how and in which role: only when
                           * the person asks for it, because they may tell of an illness */
  char     *path;         /* of a file that is not there, as PDF */
  gint64    person_id;    /* (out) */
} MukanaAssignmentPaper;

MukanaAssignmentPaper *mukana_assignment_paper_new  (gint64                  assignment_id,
                                                     const char             *paper,
                                                     gboolean                tells_all,
                                                     const char             *path);
void                   mukana_assignment_paper_free (MukanaAssignmentPaper  *self);
MukanaDocument        *mukana_assignment_paper_make (MukanaDb               *db,
                                                     MukanaAssignmentPaper  *paper,
                                                     GError                **error);

/* Two jobs, one after the other: the first, at the door, writes the file (takes a
 * MukanaAssignmentPaper, gives one with its person), the second notes it in the journal (takes
 * that, gives NULL).  When the second fails the file is taken away.  Errors of the first:
 * %MUKANA_ERROR_NOT_ALLOWED when the person's data may not be given out any more,
 * %MUKANA_ERROR_INVALID for a certificate of what has not been held, or a confirmation of what
 * was cancelled. */
extern const MukanaJob mukana_assignment_paper_job;
extern const MukanaJob mukana_assignment_paper_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaAssignmentPaper, mukana_assignment_paper_free)

G_END_DECLS
