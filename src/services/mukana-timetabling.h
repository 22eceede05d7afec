#pragma once

#include "domain/mukana-timetable.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_TIMETABLE_REQUEST,      /* a time of a request */
  MUKANA_TIMETABLE_ASSIGNMENT,
  MUKANA_TIMETABLE_ABSENCE,
  MUKANA_TIMETABLE_SHIFT,        /* a volunteer's, at a point */
  MUKANA_TIMETABLE_EVENT,        /* a time of an event or a training */
  MUKANA_TIMETABLE_THEME_DAY,    /* an organisation's, at a point */
  MUKANA_TIMETABLE_N_KINDS
} MukanaTimetableKind;

#define MUKANA_TIMETABLE_OF(kind) (1u << (kind))
#define MUKANA_TIMETABLE_ALL_KINDS ((1u << MUKANA_TIMETABLE_N_KINDS) - 1)

/* What holds of agreed work no more. */
typedef enum
{
  MUKANA_TIMETABLE_AWAY = 1 << 0,
  MUKANA_TIMETABLE_NO_CONSENT = 1 << 1,
  MUKANA_TIMETABLE_CHECK_ENDS = 1 << 2,
  MUKANA_TIMETABLE_CHECK_GONE = 1 << 3,    /* a training or an extract that was there */
  MUKANA_TIMETABLE_NO_THEME = 1 << 4,      /* its consent was withdrawn */
  MUKANA_TIMETABLE_WEEK_FULL = 1 << 5,     /* the week had room */
  MUKANA_TIMETABLE_REQUEST_OFF = 1 << 6,
} MukanaTimetableWarning;

/* Something in the calendar. */
typedef struct
{
  MukanaTimetableKind kind;
  gint64              id;              /* of what it opens: see mukana_timetable_route() */
  gint64              person_id;       /* 0: of nobody */
  MukanaDay           day;
  MukanaDay           last_day;        /* inclusive */
  int                 start_minute;
  int                 end_minute;      /* not after the start: the whole day */
  char               *title;           /* (nullable) of an absence there is none */
  char               *name;            /* (nullable) of a person or an organisation */
  char               *venue;           /* (nullable) */
  const char         *municipality;    /* (nullable) interned */
  const char         *mode;            /* (nullable) interned */
  const char         *state;           /* (nullable) interned */
  gint64              n_found;         /* of a request: people found, and needed */
  gint64              n_people;
  gboolean            is_clash;        /* the person has something else then */
  gboolean            is_clash_agreed; /* which somebody accepted */
  guint               warnings;        /* of MukanaTimetableWarning, for days to come */
} MukanaTimetableItem;

/* Which days, and what of them. */
typedef struct
{
  MukanaDayRange days;
  guint          kinds;                /* bits of MUKANA_TIMETABLE_OF() */
} MukanaTimetableAsk;

typedef struct
{
  MukanaDay       today;
  MukanaDayRange  days;
  GPtrArray      *items;               /* MukanaTimetableItem, by day and time */
  gboolean        is_cut;              /* there was more than is shown at once */
} MukanaTimetable;

#define MUKANA_TIMETABLE_MOST 5000     /* of one kind in one period */

/* Jobs: a MukanaTimetableAsk -> MukanaTimetable.  The first needs the right to see people; the
 * second leaves out everything in which there are some. */
extern const MukanaJob mukana_timetable_job;
extern const MukanaJob mukana_timetable_shared_job;

void        mukana_timetable_free        (MukanaTimetable           *self);
GPtrArray  *mukana_timetable_of_day      (MukanaTimetable           *self,
                                          MukanaDay                  day);
const char *mukana_timetable_route       (MukanaTimetableKind        kind);
gint64      mukana_timetable_target      (const MukanaTimetableItem *item);
const char *mukana_timetable_kind_name   (MukanaTimetableKind        kind);
const char *mukana_timetable_kind_label  (MukanaTimetableKind        kind);
GPtrArray  *mukana_timetable_item_notes  (const MukanaTimetableItem *item);

guint       mukana_timetable_warning_of    (const char              *kind);
GPtrArray  *mukana_timetable_warning_words (guint                    warnings);
gboolean    mukana_timetable_warnings_of   (MukanaDb                *db,
                                            gint64                   assignment_id,
                                            guint                   *warnings,
                                            GError                 **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaTimetable, mukana_timetable_free)

G_END_DECLS
