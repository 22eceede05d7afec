#pragma once

#include "domain/mukana-attachment.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A file that is to be attached to a person, or as a receipt to an assignment. */
typedef struct
{
  gint64  person_id;     /* of a receipt the assignment's, whatever is said here */
  gint64  assignment_id; /* whose costs it shows; 0: no receipt */
  char   *path;
} MukanaNewAttachment;

MukanaNewAttachment *mukana_new_attachment_new  (gint64               person_id,
                                                 gint64               assignment_id,
                                                 const char          *path);
void                 mukana_new_attachment_free (MukanaNewAttachment *self);

/* Job: takes a MukanaNewAttachment, gives its id (gint64 *).  INVALID when it is too large or of
 * a kind that is not kept. */
extern const MukanaJob mukana_attachment_add_job;

/* Job: takes a MukanaAttachment, gives the content (GBytes); DAMAGED when it is not what was
 * attached. */
extern const MukanaJob mukana_attachment_read_job;

/* Job: takes an id, gives NULL. */
extern const MukanaJob mukana_attachment_remove_job;

/* The same of receipts, which those who see to fees may do.  NOT_ALLOWED for another paper, and
 * for the removal of a receipt whose costs have gone to the payroll. */
extern const MukanaJob mukana_receipts_job;   /* id of an assignment -> GPtrArray of
                                                 MukanaAttachment, newest first */
extern const MukanaJob mukana_receipt_add_job;
extern const MukanaJob mukana_receipt_read_job;
extern const MukanaJob mukana_receipt_remove_job;

char *mukana_attaching_write_out (MukanaAttachment  *attachment,
                                  GBytes            *content,
                                  GError           **error);
void  mukana_attaching_clear_out (void);

G_END_DECLS
