#pragma once

#include "services/mukana-journaling.h"

G_BEGIN_DECLS

/* Rows of the journal as a file; records by their number, never by a name. */
typedef struct
{
  MukanaJournalFilter *filter;
  char                *path;     /* of a file that is not there; ".pdf" prints, ".xlsx" makes a
                                    workbook, else CSV */
  guint                n_rows;   /* (out) */
} MukanaJournalFile;

MukanaJournalFile *mukana_journal_file_new  (const MukanaJournalFilter *filter,
                                             const char                *path);
void               mukana_journal_file_free (MukanaJournalFile         *self);

/* Two jobs, one after the other: the first writes the file (takes a MukanaJournalFile, gives one
 * with its number), the second notes it in the journal (takes that, gives NULL).  When the
 * second fails the file is taken away. */
extern const MukanaJob mukana_journal_file_job;
extern const MukanaJob mukana_journal_file_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaJournalFile, mukana_journal_file_free)

G_END_DECLS
