#pragma once

#include "domain/mukana-person.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* People in a list that leaves the register, as far as they may be read for that. */
typedef struct
{
  GPtrArray *people;       /* MukanaPerson, by name: name, contact details, languages, place */
  guint      n_withheld;   /* of those asked for: who may not be given out */
  guint      n_not_asked;  /* of those who may: who has not agreed to be written to */
} MukanaGivenOut;

void mukana_given_out_free (MukanaGivenOut *self);

/* The first is a job of the door: takes a GArray of ids (gint64), gives a MukanaGivenOut of those
 * who may be written to.  The second notes whose addresses were taken: takes a GArray of ids. */
extern const MukanaJob mukana_giving_contacts_job;
extern const MukanaJob mukana_giving_contacts_note_job;

/* A list of people as a file. */
typedef struct
{
  GArray   *ids;           /* gint64: asked for; of a written one, those who are in it */
  char     *path;          /* of a file that is not there; ".xlsx" makes a workbook, else CSV */
  guint     n_given;       /* (out) */
  guint     n_withheld;    /* (out) */
} MukanaListFile;

MukanaListFile *mukana_list_file_new  (GArray         *ids,
                                       const char     *path);
void            mukana_list_file_free (MukanaListFile *self);

/* Two jobs, one after the other: the first, at the door, writes the file (takes a MukanaListFile,
 * gives one with its numbers), the second notes it in the journal (takes that, gives NULL).
 * When the second fails the file is taken away. */
extern const MukanaJob mukana_giving_list_job;
extern const MukanaJob mukana_giving_note_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaGivenOut, mukana_given_out_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaListFile, mukana_list_file_free)

G_END_DECLS
