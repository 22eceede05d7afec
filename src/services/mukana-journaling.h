#pragma once

#include "domain/mukana-journal-action.h"
#include "domain/mukana-journal-row.h"
#include "services/mukana-listing.h"

G_BEGIN_DECLS

/* What a list of the journal is narrowed by; NULL, 0 or -1 narrows nothing. */
typedef struct
{
  char      *needle;       /* the number of a record, or words of its name */
  char      *actor;
  int        group;        /* a MukanaDeedGroup, or -1 */
  gint64     person_id;    /* what was done to a person or looked at */
  char      *kind;         /* of the record, with its id: mukana_kind_name() */
  gint64     record_id;
  MukanaDay  from_day;     /* MUKANA_DAY_NONE: from the first */
  MukanaDay  last_day;
  char      *order;        /* "newest", "oldest" */
} MukanaJournalFilter;

MukanaJournalFilter *mukana_journal_filter_new  (void);
MukanaJournalFilter *mukana_journal_filter_copy (const MukanaJournalFilter *self);
void                 mukana_journal_filter_free (MukanaJournalFilter       *self);

/* What verifying the journal found. */
typedef struct
{
  gint64  n_rows;
  gint64  first_bad;       /* 0: the chain is whole; else the first row that is not as written */
  gint64  cut_at_us;       /* when an opening last missed the end that was kept outside; 0: never */
  gint64  unanchored_at_us; /* when one last had none to compare with; 0: never */
} MukanaJournalVerdict;

extern const MukanaJob mukana_journal_ids_job;       /* MukanaJournalFilter -> GArray of gint64 */
extern const MukanaJob mukana_journal_rows_job;      /* MukanaIdPage -> GPtrArray of them */
extern const MukanaJob mukana_journal_actors_job;    /* NULL -> GPtrArray of char * */
extern const MukanaJob mukana_journal_verify_job;    /* NULL -> MukanaJournalVerdict */
extern const MukanaJob mukana_journal_of_person_job; /* id -> GPtrArray of MukanaJournalRow */

extern const MukanaJob mukana_journal_name_job;      /* id of a person -> char *, NULL: not shown */

char *mukana_journal_describe        (const MukanaJournalVerdict *verdict);
char *mukana_journal_describe_fields (const char                 *fields);
char *mukana_journal_describe_deed   (MukanaJournalRow           *row);
char *mukana_journal_describe_record (MukanaJournalRow           *row);
char *mukana_journal_describe_time   (gint64                      at_us);

/* For jobs of other services. */
GArray    *mukana_journaling_ids  (MukanaDb                  *db,
                                   const MukanaJournalFilter *filter,
                                   GError                   **error);
GPtrArray *mukana_journaling_rows (MukanaDb                  *db,
                                   const MukanaIdPage        *page,
                                   GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaJournalFilter, mukana_journal_filter_free)

G_END_DECLS
