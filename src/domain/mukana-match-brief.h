#pragma once

#include "domain/mukana-match-places.h"
#include "domain/mukana-match-request.h"

G_BEGIN_DECLS

/* In a brief: no such day, as MUKANA_DAY_NONE. */
#define MUKANA_BRIEF_NO_DAY G_MININT16

/* Years count from here in a brief, so that they are one byte. */
#define MUKANA_BRIEF_YEAR 1880

enum { MUKANA_BRIEF_THEMES = 4, MUKANA_BRIEF_WORK = 4 };

typedef enum
{
  MUKANA_BRIEF_BY_FACTS       = 1 << 0,  /* something does not fit here: the facts must judge */
  MUKANA_BRIEF_MORE_THEMES    = 1 << 1,
  MUKANA_BRIEF_MORE_WORK      = 1 << 2,  /* their days are in @days */
  MUKANA_BRIEF_WEEK_UNKNOWN   = 1 << 3,
  MUKANA_BRIEF_HAS_CEILING    = 1 << 4,  /* gets fees and has a limit for them */
  MUKANA_BRIEF_EXCLUDES       = 1 << 5,  /* units */
  MUKANA_BRIEF_APART          = 1 << 6,  /* from somebody */
  MUKANA_BRIEF_NON_DISCLOSURE = 1 << 7,
  MUKANA_BRIEF_REMOTE_OK      = 1 << 8,
  MUKANA_BRIEF_MONDAY_BY_FACTS = 1 << 9, /* and so on: the half hours of the bitmaps, which know no
                                          * season, say less than the times of that day */
} MukanaBriefFlags;

/* Days as sixteen bits; an open end is the last number of its side. */
typedef struct
{
  gint16 from;
  gint16 until;                      /* exclusive; not after @from: never */
} MukanaBriefDays;

/* What decides most questions about a person, in one line of the cache.  Derived
 * from the facts, which judge whatever is not decided here. */
typedef struct
{
  guint64         days;              /* bit = day mod 64: when an absence, a busy time, a shift,
                                      * more work or a week of its own may be, or a day beside */
  MukanaBriefDays open;              /* when they may be asked at all: state, break and consents */
  MukanaBriefDays themes_hold;       /* when every theme below may be used */
  MukanaBriefDays roles_hold;        /* when every role holds */
  MukanaBriefDays credentials_hold;  /* when every credential of @held holds */
  guint16         flags;
  guint16         place;
  gint16          max_travel_km;
  guint8          notice_days;
  guint8          birth_year;        /* after 1880; 0: not told */
  guint8          refusals;          /* remote among them when it does not suit */
  guint8          cap_per_month;
  guint8          held;              /* set of MukanaCredentialKind, ever */
  guint8          skills;
  guint16         work_requests;     /* four bits of the request's id for each of @work */
  guint8          demanding;         /* set of places in @work */
  guint8          perspectives;      /* two bits for each of @themes */
  gint16          themes[MUKANA_BRIEF_THEMES];     /* place in the tree, and one; 0: none.  Those
                                                    * never consented are left out */
  guint8          theme_years[MUKANA_BRIEF_THEMES];/* last year after 1880; 0: not told */
  gint16          last_counted;
  gint16          last_took_part;
  gint16          work[MUKANA_BRIEF_WORK];         /* days of assignments; NO_DAY: none */
} MukanaMatchBrief;

G_STATIC_ASSERT (sizeof (MukanaMatchBrief) == 64);

/* What is asked of a few only, apart, so that a brief is one line. */
typedef struct
{
  MukanaBriefDays away;              /* the only thing in @days, or NO_DAY to NO_DAY: not so */
  gint32          headroom_cents;    /* a fee so large exceeds no limit, whatever the month */
} MukanaMatchBriefMore;

void mukana_match_brief_fill (MukanaMatchBrief       *self,
                              MukanaMatchBriefMore   *more,
                              MukanaMatchPlaces      *places,
                              guint                   n_themes,
                              const MukanaMatchFacts *facts);

G_END_DECLS
