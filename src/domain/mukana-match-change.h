#pragma once

#include "domain/mukana-eligibility.h"

G_BEGIN_DECLS

/* What could be otherwise, of the request or of what a person has told.  In the
 * order of what they ask of people: first what the request alone decides, then
 * what waiting brings, then what a person could be asked for. */
typedef enum
{
  MUKANA_MATCH_CHANGE_START_LATER,       /* amount: minutes */
  MUKANA_MATCH_CHANGE_END_EARLIER,       /* amount: minutes */
  MUKANA_MATCH_CHANGE_MOVED,             /* amount: minutes, later; negative: earlier */
  MUKANA_MATCH_CHANGE_REMOTE_TOO,        /* from on site to hybrid */
  MUKANA_MATCH_CHANGE_ON_SITE_TOO,       /* from remote to hybrid */
  MUKANA_MATCH_CHANGE_OTHER_DAY,         /* amount: days later; negative: earlier */
  MUKANA_MATCH_CHANGE_LATER_WEEK,        /* amount: weeks */
  MUKANA_MATCH_CHANGE_LANGUAGE,          /* amount: index in mukana_languages */
  MUKANA_MATCH_CHANGE_ANY_ROLE,
  MUKANA_MATCH_CHANGE_NO_TRAINING,
  MUKANA_MATCH_CHANGE_SMALL_AUDIENCE,
  MUKANA_MATCH_CHANGE_NO_MEDIA,
  MUKANA_MATCH_CHANGE_NOT_PUBLIC,
  MUKANA_MATCH_CHANGE_THEMES_WISHED,     /* none of them is required */
  MUKANA_MATCH_CHANGE_AFTER_ABSENCE,     /* amount: the first day back; weeks: how much later */
  MUKANA_MATCH_CHANGE_AFTER_BREAK,       /* the same, and they can be asked only then */
  MUKANA_MATCH_CHANGE_FROM_MONTH,        /* amount: the first day of the month; weeks: as above */
  MUKANA_MATCH_CHANGE_CREDENTIAL,        /* amount: MukanaCredentialKind to be shown */
  MUKANA_MATCH_CHANGE_THEME_CONSENT,     /* for the themes of the request */
  MUKANA_MATCH_CHANGE_MATCHING_CONSENT,
  MUKANA_MATCH_CHANGE_LONGER_JOURNEY,    /* this once */
} MukanaMatchChangeKind;

#define MUKANA_N_MATCH_CHANGES (MUKANA_MATCH_CHANGE_LONGER_JOURNEY + 1)

typedef struct
{
  MukanaMatchChangeKind kind;
  int                   slot;       /* whose time, as an index in request->slots; -1: all of them */
  int                   amount;     /* as said at the kind; else 0 */
  int                   weeks;      /* how much later all slots are; else 0 */
} MukanaMatchChange;

MukanaReasons       mukana_match_change_helps     (MukanaMatchChangeKind     kind);
int                 mukana_match_change_cost      (const MukanaMatchChange  *self);
gboolean            mukana_match_change_is_own    (const MukanaMatchChange  *self);
gboolean            mukana_match_change_is_of_request (MukanaMatchChangeKind kind);
const char         *mukana_match_change_code      (MukanaMatchChangeKind     kind);
MukanaMatchRequest *mukana_match_change_request   (const MukanaMatchChange  *self,
                                                   const MukanaMatchRequest *request);
MukanaMatchFacts   *mukana_match_change_facts     (const MukanaMatchChange  *self,
                                                   const MukanaMatchRequest *request,
                                                   MukanaMatchFacts         *facts);

G_END_DECLS
