#pragma once

#include "base/mukana-days.h"
#include "store/mukana-db.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* What erasing a person takes away, and what the law keeps of them. */
typedef struct
{
  gint64    person_id;
  gint64    n_themes;
  gint64    n_consents;
  gint64    n_notes;
  gint64    n_attachments;
  gint64    n_proposals;
  gint64    n_assignments;   /* that go */
  gint64    n_agreed;        /* of them or of those that stay: still to come, and cancelled by it */
  gint64    n_fees_kept;     /* with the name */
  MukanaDay keep_until;      /* of the last of them; NONE when there are none */
  gint64    n_backups;       /* that have the person in them */
  MukanaDay backups_until;   /* the last of them and of other copies is gone by then */
  MukanaDay proof_until;     /* of the proof of consents that end with it; NONE: none do */
  gint64    n_other_asks;    /* what else the person asked for that waits, and goes on waiting */
  gboolean  is_asked;        /* for by the person: it is in the diary, and answered by this */
  gboolean  needs_second;    /* another user has to approve it first */
  gboolean  is_waiting;      /* for that: it has been asked already */
} MukanaErasurePreview;

/* The setting of a county in which two decide: "yes" or "no". */
#define MUKANA_ERASING_NEEDS_SECOND "erasing-needs-second"

/* Job: takes the id of a person (gint64 *), gives a MukanaErasurePreview from g_new(). */
extern const MukanaJob mukana_erasing_preview_job;

/* Job: takes the id of a person (gint64 *), gives NULL.  It cannot be taken back.  Where another
 * user has to approve it, it waits for that among the runs of mukana-retaining.h.  What waits in
 * the diary is answered with it; else it is the county's own decision, and nobody's request. */
extern const MukanaJob mukana_erasing_job;

/* The same when the person has asked for it: the diary tells that, and since when. */
extern const MukanaJob mukana_erasing_asked_job;

gboolean mukana_erasing_needs_second (MukanaDb  *db,
                                      gboolean  *needs_second,
                                      GError   **error);
gboolean mukana_erasing_carry_out    (MukanaDb  *db,
                                      gint64     person_id,
                                      GError   **error);

G_END_DECLS
