#pragma once

/* People as a test of outputs believes them to be, and what befalls them: on the model and on
 * the register alike. */

#include "kit/mukana-test.h"
#include "services/mukana-matching.h"
#include "services/mukana-planning.h"

G_BEGIN_DECLS

#define N_PEOPLE 50
#define THEME "ik.kot"

typedef enum { REGISTER, MATCHING, CONTACT, THEME_CONSENT, N_PURPOSES } Purpose;

typedef struct
{
  Purpose   purpose;
  MukanaDay until;          /* the last day; G_MAXINT32: no end */
  gboolean  is_withdrawn;
} Given;

/* What the test believes of a person. */
typedef struct
{
  gint64   id;
  GArray  *given;
  gboolean is_restricted;
  gboolean is_removed;      /* by hand, by merging or by erasing */
  gboolean is_erased;
  gboolean is_vague;        /* merged: may allow less than the model says, never more */
  gboolean is_minor;
  gboolean has_guardian;    /* whose yes holds */
  guint    n_guardians;     /* how many have said yes so far */
  gboolean is_hidden;       /* non-disclosure: the place is told nowhere */
  int      merged_into;     /* index of another model; -1 */
  guint    offset;          /* where this one's consents begin in those of the other */
} Model;

typedef struct
{
  MukanaTestRegister *place;
  MukanaMatcher      *matcher;
  MukanaPlanningMemory *memory;             /* of the last plan */
  GRand              *rand;
  Model               people[N_PEOPLE];
  Model               snapshot[N_PEOPLE];   /* as they were when the backup was made */
  char               *backup;               /* NULL before */
  char               *folder;
  gint64              request_id;
  gint64              point_id;             /* where shifts are */
  gint64              proposal_id;          /* the newest one */
  gint64              held_id;              /* a request in which everybody has taken part */
  MukanaDay           day;                  /* of the register: never goes back but by a restore */
  MukanaDay           snapshot_day;
  guint               n_planned;
  MukanaPlanningApplying *staged;           /* the last plan, all of it; NULL before */
  gint64              held[N_PEOPLE];       /* their assignments in it */
  guint               n_invited;
  guint               n_papers;
  gint64              occurrence_id;        /* of an event, to which they are registered */
  guint               n_registered;
  guint               n_written_to;
  guint               n_listed;             /* on the shortlist of the request */
  guint               n_seen;               /* in outputs, so that nothing is proved of nobody */
} Play;

extern const char * const model_purposes[N_PURPOSES];

void     model_clear_all    (Model         *models);
void     model_copy_all     (Model         *to,
                             const Model   *from);
gboolean model_allows       (const Model   *model,
                             Purpose        purpose,
                             MukanaDay      day);
gboolean model_is_usable    (const Model   *model,
                             MukanaDay      day);
gboolean model_is_matchable (const Model   *model,
                             MukanaDay      day);
const Model *model_pick     (Play          *play);
gboolean model_may_be_asked (const Model   *model,
                             MukanaDay      day);

void     model_import       (Play          *play);

/* A job: something befalls everybody. */
gpointer model_play         (MukanaDb      *db,
                             gpointer       play,
                             GCancellable  *cancellable,
                             GError       **error);

Model *model_find (Play   *play,
                   gint64  id);

G_END_DECLS
