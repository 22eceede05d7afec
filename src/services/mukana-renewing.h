#pragma once

#include "base/mukana-days.h"
#include "services/mukana-document.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A consent that is to be asked for again. */
typedef struct
{
  gint64      person_id;
  char       *name;
  const char *language;     /* interned; that the person is written to in */
  const char *channel;      /* interned; how the person wants to be reached; NULL: not told */
  gboolean    has_non_disclosure;
  const char *purpose;      /* interned */
  const char *theme_id;     /* interned; NULL but of the purpose "theme" */
  MukanaDay   given_on;
  MukanaDay   expires_on;   /* may have passed */
  MukanaDay   asked_on;     /* NONE: not yet */
  const char *asked_how;    /* interned: "letter" or "phone"; NULL: not yet */
} MukanaRenewal;

void mukana_renewal_free (MukanaRenewal *self);

#define MUKANA_RENEWAL_DAYS_AHEAD 60
#define MUKANA_RENEWAL_DAYS_BACK 183

gboolean   mukana_renewal_may_be_written_to (const MukanaRenewal *self);
GPtrArray *mukana_renewals_list             (MukanaDb            *db,
                                             gint64               person_id,
                                             int                  max_rows,
                                             GError             **error);

/* Job: takes an int * with how many are wanted, gives a GPtrArray of MukanaRenewal, the
 * most urgent first. */
extern const MukanaJob mukana_renewals_job;

/* Somebody whose consent to the register has ended: to be asked, or erased. */
typedef struct
{
  gint64    person_id;
  char     *name;
  MukanaDay ended_on;       /* its last day */
  MukanaDay erase_on;       /* from when on the data may go; NONE: no rule says */
  gboolean  is_withdrawn;   /* by the person, who is asked for nothing */
  MukanaDay asked_on;       /* NONE: not asked anew */
  gboolean  may_write;      /* as mukana_renewal_may_be_written_to() */
} MukanaEnded;

void       mukana_ended_free (MukanaEnded  *self);
GPtrArray *mukana_ended_list (MukanaDb     *db,
                              int           max_rows,
                              GError      **error);

/* Job: takes an int * with how many are wanted, gives a GPtrArray of MukanaEnded, the
 * longest ended first. */
extern const MukanaJob mukana_ended_job;

/* Asking.  Everything of a person that is to be renewed is asked for at once. */
typedef struct
{
  GArray   *people;        /* gint64; empty: all who are to be asked, and were not yet */
  gboolean  is_again;      /* also who was asked already: said on purpose */
  char     *path;          /* a new PDF for one person; its plain text goes beside it */
  char     *folder;        /* that is there: one PDF and one text for each person */
  guint     n_done;        /* (out) */
  guint     n_left_out;    /* (out) of all: who is not written to; see mukana_renewal_may_… */
  gint64    question_id;   /* (out) of the last one; for taking it back: which */
} MukanaRenewalDeed;

MukanaRenewalDeed *mukana_renewal_deed_new  (gint64             person_id);
void               mukana_renewal_deed_free (MukanaRenewalDeed *self);

/* Jobs: take a MukanaRenewalDeed.  The first notes that people were asked by phone, the second
 * writes the letters, and then notes them; both give a deed with what was done.  The third takes
 * back that somebody was asked, by question_id, and gives NULL. */
extern const MukanaJob mukana_renewal_ask_job;
extern const MukanaJob mukana_renewal_print_job;
extern const MukanaJob mukana_renewal_unask_job;

MukanaDocument *mukana_renewal_letter_make (MukanaDb   *db,
                                            GPtrArray  *renewals,
                                            GError    **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRenewalDeed, mukana_renewal_deed_free)

G_END_DECLS
