#pragma once

#include "base/mukana-days.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_CLASH_NONE,
  MUKANA_CLASH_ASSIGNMENT,
  MUKANA_CLASH_SHIFT,          /* of a volunteer */
  MUKANA_CLASH_AWAY,           /* days away */
  MUKANA_CLASH_BUSY,           /* by their own calendar */
} MukanaClashKind;

/* A time somebody is wanted for. */
typedef struct
{
  gint64    person_id;
  gint64    but_id;            /* an assignment that is not looked at: it is moved; 0: none */
  MukanaDay day;
  int       start_minute;
  int       end_minute;
  gboolean  asks_absences;     /* whether being away or busy counts, too */
} MukanaClashQuestion;

int  mukana_clashing_find   (MukanaDb                   *db,
                             const MukanaClashQuestion  *question,
                             char                      **detail,
                             GError                    **error);
void mukana_clashing_refuse (int                         kind,
                             const char                 *detail,
                             GError                    **error);

G_END_DECLS
