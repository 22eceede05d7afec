#pragma once

#include "domain/mukana-shortlist.h"
#include "services/mukana-proposing.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* One candidate, and what the unit may be told of them. */
typedef struct
{
  MukanaListed *candidate;
  char            *themes;         /* asked for, and consented to; may be "" */
  char            *place;          /* where many live there, else how far; NULL: not told */
  char            *languages;
  gboolean         is_first_timer;
} MukanaShortlistRow;

/* The candidates of a request, and what they say of the dates they were asked about. */
typedef struct
{
  gint64      request_id;
  char       *title;
  char       *when;                /* the times of the request; "" while it has none */
  char       *where;               /* (nullable) */
  MukanaDay   day;                 /* the first of them, or NONE */
  gboolean    is_waiting;          /* the request still looks for people */
  GPtrArray  *rows;                /* MukanaShortlistRow, by code */
  GPtrArray  *days;                /* MukanaPollDay, in order */
  GPtrArray  *own_days;            /* MukanaPollDay: its own dates that are not asked about */
  GHashTable *answers;             /* of mukana_shortlist_peek_answer() */
} MukanaShortlist;

void        mukana_shortlist_free        (MukanaShortlist       *self);
const char *mukana_shortlist_peek_answer (const MukanaShortlist *self,
                                          gint64                 poll_day_id,
                                          gint64                 candidate_id);
guint       mukana_shortlist_count       (const MukanaShortlist *self,
                                          gint64                 poll_day_id,
                                          const char            *answer);

/* The list on paper or as a workbook, for the unit. */
typedef struct
{
  gint64  request_id;
  char   *path;          /* of a file that is not there; ".pdf", ".xlsx", else CSV */
  GArray *told;          /* (out) MukanaShortlistTold */
} MukanaShortlistPaper;

typedef struct
{
  gint64   person_id;
  gboolean is_named;     /* their name is in it */
} MukanaShortlistTold;

MukanaShortlistPaper *mukana_shortlist_paper_new  (gint64                request_id,
                                                   const char           *path);
void                  mukana_shortlist_paper_free (MukanaShortlistPaper *self);

/* Jobs.  Of those who no longer take part in matching, all refuse with
 * %MUKANA_ERROR_NOT_ALLOWED, or leave them out. */
extern const MukanaJob mukana_shortlist_job;            /* id of a request -> MukanaShortlist */
extern const MukanaJob mukana_shortlist_add_job;        /* MukanaProposing -> NULL */
extern const MukanaJob mukana_shortlist_drop_job;       /* id of a candidate -> NULL */
extern const MukanaJob mukana_shortlist_restore_job;    /* id of a candidate -> NULL */
extern const MukanaJob mukana_shortlist_note_job;       /* MukanaListed with its note -> NULL */

/* The unit is told who a candidate is, after their yes: id -> NULL. */
extern const MukanaJob mukana_shortlist_release_job;

/* Two jobs, one after the other: the first, at the door, writes the file (takes a
 * MukanaShortlistPaper, gives one with who is in it), the second notes it in the journal of each
 * (takes that, gives NULL).  When the second fails the file is taken away. */
extern const MukanaJob mukana_shortlist_print_job;
extern const MukanaJob mukana_shortlist_print_note_job;

MukanaListed *mukana_shortlist_find (MukanaDb  *db,
                                        gint64     id,
                                        GError   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaShortlist, mukana_shortlist_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaShortlistPaper, mukana_shortlist_paper_free)

G_END_DECLS
