#pragma once

#include "domain/mukana-match-facts.h"
#include "domain/mukana-theme-tree.h"

G_BEGIN_DECLS

/* Roles that one request can ask for. */
#define MUKANA_MATCH_MOST_ROLES 16

/* Places in mukana_request_modes. */
typedef enum
{
  MUKANA_MODE_ON_SITE,
  MUKANA_MODE_REMOTE,
  MUKANA_MODE_HYBRID,
  MUKANA_MODE_PERIOD,              /* remote, at one's own time: no clock times are asked */
} MukanaRequestMode;

/* A time of the request.  The needed ones belong together; each alternative
 * may stand instead of all of them. */
typedef struct
{
  MukanaDay      day;
  gint16         start_minute;     /* wall-clock time of Helsinki; -1: not known, or any */
  gint16         end_minute;       /* exclusive, at most 1440 */
  gboolean       is_alternative;
  MukanaDayRange month;            /* cache: the calendar month of @day, for caps and ceilings */
  gint64         id;               /* in the store; 0: not of the store */
} MukanaRequestSlot;

typedef struct
{
  int               theme;         /* index in the theme tree */
  int               weight;        /* 1 and up, relative to the other themes */
  gboolean          is_required;   /* the theme itself, or one narrower, as asked */
  MukanaPerspective perspective;   /* or ANY */
} MukanaThemeNeed;

/* A request as matching sees it.  Owns its arrays, a reference to the tree and
 * to the facts of those already chosen.  Not changed while it is matched. */
typedef struct
{
  gint64             id;
  MukanaDay          today;             /* the day from which notice and age of facts count */
  MukanaThemeTree   *tree;
  MukanaRequestMode  mode;
  MukanaDayRange     period;            /* mode PERIOD: when it runs; see set_period() */
  GQuark             roles[MUKANA_MATCH_MOST_ROLES]; /* of their ids: any one will do */
  guint              n_roles;           /* 0: no role is asked for */
  int                language;          /* index in mukana_languages; -1: any */
  GQuark             unit;              /* of the unit's name through mukana_text_fold(); 0: none */
  GQuark             municipality;      /* of its code as text; 0: not told */
  MukanaPosition     position;          /* of the venue or its municipality */
  gint64             fee_cents;         /* expected fee for one person, euro cents; 0: none */
  int                prep_minutes;      /* preparation wanted just before the start */
  int                people;            /* how many are looked for */
  int                reserve;           /* how many more as reserve */
  int                min_age;           /* whole years; 0: no limit */
  guint              skills;            /* set of MukanaSkills the method asks for */
  gboolean           needs_training;
  gboolean           meets_clients;     /* confidentiality and orientation must hold */
  gboolean           is_with_minors;    /* extract 504/2002 or 148/2014 must have been shown */
  gboolean           is_with_vulnerable;/* older or disabled clients: extract 741/2023 */
  gboolean           is_public;         /* open event, or participants are listed */
  gboolean           has_media;
  gboolean           has_large_audience;

  GArray            *slots;             /* MukanaRequestSlot */
  GArray            *themes;            /* MukanaThemeNeed */
  GPtrArray         *chosen;            /* MukanaMatchFacts: the group so far, for diversity */
  GArray            *taking_part;       /* gint64 ids: who is asked or has agreed already */
} MukanaMatchRequest;

MukanaMatchRequest *mukana_match_request_new         (MukanaThemeTree         *tree,
                                                      MukanaDay                today);
MukanaMatchRequest *mukana_match_request_copy        (const MukanaMatchRequest *self);
MukanaMatchRequest *mukana_match_request_copy_at     (const MukanaMatchRequest *self,
                                                      gint64                   way);
GArray             *mukana_match_request_dup_ways    (const MukanaMatchRequest *self);
void                mukana_match_request_free        (MukanaMatchRequest      *self);
void                mukana_match_request_add_slot    (MukanaMatchRequest      *self,
                                                      MukanaDay                day,
                                                      int                      start_minute,
                                                      int                      end_minute,
                                                      gboolean                 is_alternative);
void                mukana_match_request_move_slot   (MukanaMatchRequest      *self,
                                                      guint                    slot,
                                                      MukanaDay                day,
                                                      int                      start_minute,
                                                      int                      end_minute);
void                mukana_match_request_set_period  (MukanaMatchRequest      *self,
                                                      MukanaDayRange           period);
void                mukana_match_request_add_theme   (MukanaMatchRequest      *self,
                                                      int                      theme,
                                                      int                      weight,
                                                      gboolean                 is_required,
                                                      MukanaPerspective        perspective);
void                mukana_match_request_add_role    (MukanaMatchRequest      *self,
                                                      const char              *role_id);
void                mukana_match_request_set_unit    (MukanaMatchRequest      *self,
                                                      const char              *unit);
void                mukana_match_request_add_chosen  (MukanaMatchRequest      *self,
                                                      MukanaMatchFacts        *facts);
MukanaDay           mukana_match_request_first_day   (const MukanaMatchRequest *self);
MukanaDay           mukana_match_request_last_day    (const MukanaMatchRequest *self);
guint               mukana_match_request_n_plans     (const MukanaMatchRequest *self);
gboolean            mukana_match_request_has_hours   (const MukanaMatchRequest *self,
                                                      const MukanaRequestSlot *slot);
gboolean            mukana_match_request_has_travel  (const MukanaMatchRequest *self,
                                                      const MukanaMatchFacts  *facts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaMatchRequest, mukana_match_request_free)

G_END_DECLS
