#pragma once

#include "base/mukana-days.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* The kinds of work that waits, in the order of the page. */
typedef enum
{
  MUKANA_WAITING_BREACH,       /* a breach of which the authority is to be told in 72 hours */
  MUKANA_WAITING_RIGHTS,       /* what somebody asked for about their data, due in a month */
  MUKANA_WAITING_FEEDBACK,     /* a detractor's feedback to be handled in seven days */
  MUKANA_WAITING_REPLY,        /* a proposal without an answer */
  MUKANA_WAITING_OUTCOME,      /* held, and nobody has been told what followed */
  MUKANA_WAITING_FEE,          /* a fee line to be checked */
  MUKANA_WAITING_BATCH,        /* a batch of fees that waits for its next step */
  MUKANA_WAITING_REQUEST,      /* a request that lacks people */
  MUKANA_WAITING_CONSENT,      /* a consent that ends within thirty days */
  MUKANA_WAITING_ENDED,        /* somebody whose consent to the register has ended */
  MUKANA_WAITING_UNCONSENTED,  /* somebody who never gave a consent to the register */
  MUKANA_WAITING_ERASURE,      /* an erasure that another user is to approve */
  MUKANA_WAITING_DUE,          /* what is kept too long, by rule */
  MUKANA_WAITING_STAY,         /* somebody quiet for long, to be asked whether they stay */
  MUKANA_WAITING_WARNING,      /* agreed work of which something holds no more */
  MUKANA_WAITING_HOURS,        /* an assignment whose day has passed without a record */
  MUKANA_WAITING_SUPPORT,      /* what is to be arranged for an assignment, due within a week */
  MUKANA_WAITING_TASK,         /* the next deed of cooperation, due within a week */
  MUKANA_WAITING_STATEMENT,    /* a statement that an organisation was asked for */
  MUKANA_WAITING_AGREEMENT,    /* an agreement or a grant that ends within thirty days */
  MUKANA_WAITING_REGISTRATION, /* registering to an event ends within a week */
  MUKANA_WAITING_DIET,         /* diets of an event that are to be erased */
  MUKANA_WAITING_THEME_DAY,    /* a theme day at a point, within a week */
  MUKANA_WAITING_QUIET,        /* an organisation of which nothing is logged for half a year */
} MukanaWaitingKind;

#define MUKANA_N_WAITING (MUKANA_WAITING_QUIET + 1)

typedef struct
{
  MukanaWaitingKind kind;
  gint64            record_id;     /* what the deed is done to */
  gint64            person_id;     /* 0 when it is about nobody */
  gint64            request_id;    /* 0 when it is about no request */
  gint64            organisation_id;   /* 0 when it is about none */
  char             *title;         /* name or title */
  char             *detail;        /* the other of the two; or NULL */
  MukanaDay         since;         /* asked, held, given …; or NONE */
  MukanaDay         due;           /* by when; or NONE */
  gint64            number;        /* score, cents, people found …, by kind */
  gint64            other_number;  /* people needed; by kind */
  const char       *code;          /* interned: purpose, fee kind, mode; or NULL */
  const char       *place;         /* interned municipality code; or NULL */
  char             *who;           /* by whom it is to be done; or NULL */
} MukanaWaitingItem;

typedef struct
{
  int work;          /* people who took part in that month */
  int cooperation;   /* deeds with organisations */
} MukanaMonthCount;

typedef struct
{
  MukanaDay        today;
  gint64           counts[MUKANA_N_WAITING];   /* all that wait, shown or not */
  GPtrArray       *items;                      /* of MukanaWaitingItem, at most so many of a kind */
  MukanaMonthCount months[12];                 /* of the year of today */
  gint64           n_people;
} MukanaOverview;

void        mukana_overview_free      (MukanaOverview    *self);
const char *mukana_waiting_kind_name  (MukanaWaitingKind  kind);
const char *mukana_waiting_kind_title (MukanaWaitingKind  kind);

MukanaOverview *mukana_overview_join (const MukanaOverview *quick,
                                      const MukanaOverview *kept);

/* Jobs: each takes an int * with how many of each kind are wanted (NULL: five), and gives a
 * MukanaOverview.  What ended, is kept too long or has been quiet is found by reading much of
 * the register, and a page that shows the rest does not wait for it. */
extern const MukanaJob mukana_overview_job;         /* all */
extern const MukanaJob mukana_overview_quick_job;   /* all but those three, and the year */
extern const MukanaJob mukana_overview_kept_job;    /* those three */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaOverview, mukana_overview_free)

G_END_DECLS
