#pragma once

#include "base/mukana-days.h"
#include "domain/mukana-availability.h"
#include "domain/mukana-distance.h"

G_BEGIN_DECLS

/* Vocabularies as numbers.  Each is the place of the word in the array of
 * mukana-codes, so mukana_code_index() fills them; a test holds the two together. */
enum { MUKANA_STATE_CANDIDATE = 0, MUKANA_STATE_ACTIVE = 3, MUKANA_STATE_PAUSED = 4 };

typedef enum
{
  MUKANA_PERSPECTIVE_ANY = -1,     /* only in a request */
  MUKANA_PERSPECTIVE_OWN,
  MUKANA_PERSPECTIVE_CLOSE,
  MUKANA_PERSPECTIVE_PEER,
} MukanaPerspective;

typedef enum
{
  MUKANA_REFUSES_MEDIA          = 1 << 0,
  MUKANA_REFUSES_LARGE_AUDIENCE = 1 << 1,
  MUKANA_REFUSES_REMOTE         = 1 << 2,
  MUKANA_REFUSES_EVENING        = 1 << 3,
  MUKANA_REFUSES_WEEKEND        = 1 << 4,
  MUKANA_REFUSES_MINORS         = 1 << 5,
  MUKANA_REFUSES_CLIENTS        = 1 << 6,
} MukanaRefusals;

typedef enum
{
  MUKANA_CREDENTIAL_TRAINING,
  MUKANA_CREDENTIAL_ORIENTATION,
  MUKANA_CREDENTIAL_CONFIDENTIALITY,
  MUKANA_CREDENTIAL_CHECK_504,
  MUKANA_CREDENTIAL_CHECK_148,
  MUKANA_CREDENTIAL_CHECK_741,
} MukanaCredentialKind;

enum { MUKANA_FEE_MODE_FEE = 0 };  /* the only mode in which money reaches the person as a fee */

typedef enum
{
  MUKANA_SKILL_FACILITATION = 1 << 0,
  MUKANA_SKILL_GROUP        = 1 << 1,
  MUKANA_SKILL_LECTURE      = 1 << 2,
  MUKANA_SKILL_ONLINE       = 1 << 3,
} MukanaSkills;

/* A theme a person knows from one perspective. */
typedef struct
{
  gint16         theme;           /* index in the theme tree */
  gint8          perspective;     /* MukanaPerspective, never ANY */
  gint16         last_year;       /* when they last used such a service; 0: not told */
  MukanaDayRange consent;         /* days on which this theme may be used; all zero: never given */
} MukanaThemeFact;

typedef struct
{
  GQuark         role;            /* of the role's id in the store, as text */
  MukanaDayRange valid;           /* both ends NONE: always */
} MukanaRoleFact;

typedef struct
{
  gint8          kind;            /* MukanaCredentialKind */
  MukanaDayRange valid;           /* until = first day on which it no longer holds; NONE: no end */
} MukanaCredentialFact;

/* Agreed or held work, cancelled ones left out. */
typedef struct
{
  gint64         request_id;
  gint64         fee_cents;       /* agreed or computed fee, euro cents, without travel */
  MukanaDay      day;
  gint16         start_minute;
  gint16         end_minute;      /* not after the start: the clock time is not known */
  MukanaPosition position;        /* zero when remote or unknown: then nobody travels */
  guint8         is_demanding;    /* boolean: calls for rest and a debriefing after it */
} MukanaAssignmentFact;

/* At a point of volunteers: takes its time and the road to it, and counts toward nothing else. */
typedef struct
{
  MukanaDay      day;
  gint16         start_minute;
  gint16         end_minute;
  MukanaPosition position;        /* zero when unknown */
} MukanaShiftFact;

/* One person as matching sees them.  No name, no address.  Filled once, handed
 * to the index, never changed after that: make new facts instead.
 *
 * A day range that is all zero holds no day, so whatever is not filled in is
 * not allowed.  Counts and sums are not stored but counted from @assignments
 * on the day of the request: they cannot grow stale. */
typedef struct
{
  gint64                person_id;
  gint8                 state;             /* index in mukana_person_states */
  gint8                 fee_mode;          /* index in mukana_fee_modes */
  guint8                is_restricted;     /* boolean: processing restricted or objected to */
  guint8                has_non_disclosure;/* boolean: place must not show anywhere */
  guint8                is_remote_ok;      /* boolean */
  guint8                has_withdrawn;     /* boolean: a consent to be matched */
  guint8                lacks_guardian;    /* boolean: only that keeps them from being read */
  guint8                refusals;          /* set of MukanaRefusals */
  guint8                skills;            /* set of MukanaSkills; 0: not recorded */
  MukanaDay             paused_until;      /* first day back; NONE: not on a break */
  MukanaDayRange        register_consent;
  MukanaDayRange        matching_consent;
  MukanaDayRange        media_consent;     /* asked where the media are there */
  guint32               languages;         /* work languages: bit = index in mukana_languages */
  gint16                birth_year;        /* 0: not told */
  gint16                notice_days;       /* calendar days needed before the day; 7 unless told */
  gint16                max_travel_km;     /* 0: no own limit */
  gint16                cap_per_month;     /* most assignments a month; 0: no own limit */
  gint64                fee_ceiling_cents; /* most fees a month; 0: no own limit */
  gint64                fee_ceiling_year_cents;
  GQuark                municipality;      /* of its code as text, "205"; 0: not told */
  MukanaPosition        position;
  MukanaDay             last_asked;        /* newest proposal, whatever the answer; NONE: never */
  MukanaDay             last_counted;      /* newest proposal that was not declined; NONE: never */
  MukanaDay             last_took_part;    /* newest held assignment, however old; NONE: never */

  /* Owned arrays.  @assignments: see mukana_match_facts_work_since(). */
  MukanaThemeFact      *themes;
  guint                 n_themes;
  MukanaRoleFact       *roles;
  guint                 n_roles;
  MukanaCredentialFact *credentials;
  guint                 n_credentials;
  MukanaAssignmentFact *assignments;
  guint                 n_assignments;
  MukanaShiftFact      *shifts;            /* from yesterday on */
  guint                 n_shifts;
  GQuark               *excluded_units;    /* of the unit's name through mukana_text_fold() */
  guint                 n_excluded_units;
  gint64               *apart;             /* ids of people they are not placed together with */
  guint                 n_apart;
  MukanaAvailability    availability;
  gpointer              block;             /* of all the arrays but @apart; NULL: each its own */
} MukanaMatchFacts;

gboolean          mukana_theme_fact_is_waiting      (const MukanaThemeFact      *self);
gboolean          mukana_match_facts_may_be_told    (const MukanaMatchFacts     *self,
                                                     MukanaDay                   day);
guint32           mukana_match_codes_to_set         (const char * const         *codes,
                                                     const char                 *list);
MukanaMatchFacts *mukana_match_facts_new            (gint64                      person_id);
MukanaMatchFacts *mukana_match_facts_copy           (const MukanaMatchFacts     *self);
MukanaMatchFacts *mukana_match_facts_ref            (MukanaMatchFacts           *self);
void              mukana_match_facts_unref          (MukanaMatchFacts           *self);
MukanaDay         mukana_match_facts_work_since     (MukanaDay                   today);
void              mukana_match_facts_add_theme      (MukanaMatchFacts           *self,
                                                     const MukanaThemeFact      *theme);
void              mukana_match_facts_add_role       (MukanaMatchFacts           *self,
                                                     const char                 *role_id,
                                                     MukanaDayRange              valid);
void              mukana_match_facts_add_credential (MukanaMatchFacts           *self,
                                                     MukanaCredentialKind        kind,
                                                     MukanaDayRange              valid);
void              mukana_match_facts_add_assignment (MukanaMatchFacts           *self,
                                                     const MukanaAssignmentFact *assignment);
void              mukana_match_facts_add_shift      (MukanaMatchFacts           *self,
                                                     MukanaShiftFact             shift);
void              mukana_match_facts_keep_apart     (MukanaMatchFacts           *self,
                                                     gint64                      other_id);
gboolean          mukana_match_facts_is_apart       (const MukanaMatchFacts     *self,
                                                     gint64                      other_id);
void              mukana_match_facts_exclude_unit   (MukanaMatchFacts           *self,
                                                     const char                 *unit);
gboolean          mukana_match_facts_holds_credential (const MukanaMatchFacts   *self,
                                                       MukanaCredentialKind      kind,
                                                       MukanaDay                 day);
int               mukana_match_facts_count_between  (const MukanaMatchFacts     *self,
                                                     MukanaDayRange              days,
                                                     gint64                      but_request_id);
gint64            mukana_match_facts_fees_between   (const MukanaMatchFacts     *self,
                                                     MukanaDayRange              days,
                                                     gint64                      but_request_id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchFacts, mukana_match_facts_unref)

G_END_DECLS
