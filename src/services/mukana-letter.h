#pragma once

#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Letters to those who took part in a request, that say what followed. */
typedef struct
{
  gint64  request_id;
  char   *folder;        /* that is there; the letters are new files in it */
  char   *stem;          /* (out) what their names begin with: the request, and nobody */
  GArray *people;        /* (out) gint64: who has one */
} MukanaLetters;

MukanaLetters *mukana_letters_new  (gint64         request_id,
                                    const char    *folder);
void           mukana_letters_free (MukanaLetters *self);

/* Two jobs, one after the other: the first, at the door, writes a PDF and a plain text for each
 * (takes a MukanaLetters, gives one with its people), the second notes them in the journal
 * (takes that, gives NULL).  When the second fails the files are taken away.  Errors of the
 * first: %MUKANA_ERROR_INVALID when it is not known yet what followed, or nobody took part
 * who may be written to. */
extern const MukanaJob mukana_letters_job;
extern const MukanaJob mukana_letters_note_job;

/* The letter of one person, of the rows that the first job reads; for tests and for print. */
MukanaDocument *mukana_letter_make (MukanaDb    *db,
                                    gint64       request_id,
                                    const char  *name,
                                    const char  *language,
                                    GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaLetters, mukana_letters_free)

G_END_DECLS
