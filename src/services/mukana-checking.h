#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What was found out about a register's own health. */
typedef struct
{
  char   **file;                /* what the engine says of its pages, English; empty: whole */
  gint64   n_journal_rows;
  gint64   first_broken;        /* the id of the first row of the journal that is not as it was
                                   written; 0: the chain is whole */
  gint64   n_stray_terms;       /* words in the search index of records that are gone */
  gint64   n_missing_people;    /* people who cannot be found by search */
  GArray  *wrong_packs;         /* of gint64: people of whom matching is told other than is so */
  GArray  *other_fees;          /* of gint64: fee lines that do not come to the same cents again */
} MukanaCheckup;

void mukana_checkup_free (MukanaCheckup *self);

/* Job: takes NULL, gives a MukanaCheckup. */
extern const MukanaJob mukana_checking_job;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaCheckup, mukana_checkup_free)

G_END_DECLS
