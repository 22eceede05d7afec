#pragma once

#include "services/mukana-overview.h"
#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-pill.h"

G_BEGIN_DECLS

/* How a kind of waiting work looks, and what is done about it. */
typedef struct
{
  const char *icon_name;
  const char *deed;        /* N_(): what its button says */
  const char *route;       /* the page that the deed leads to; NULL: it is done at once, */
  const char *action;      /* by this action of the page; */
  const char *open;        /* N_(): what can be looked at first */
  MukanaDeed  needs;       /* of whoever does it; 0: of nobody, it only opens something */
} MukanaWaitingLook;

const char              *mukana_waiting_offer      (MukanaWaitingKind         kind,
                                                    MukanaContext            *context,
                                                    const char              **route);
const MukanaWaitingLook *mukana_waiting_look       (MukanaWaitingKind         kind);
gint64                   mukana_waiting_target     (const MukanaWaitingItem  *item);
char                    *mukana_waiting_title      (const MukanaWaitingItem  *item);
char                    *mukana_waiting_detail     (const MukanaWaitingItem  *item,
                                                    MukanaContext            *context);
MukanaPillKind           mukana_waiting_pill       (const MukanaWaitingItem  *item,
                                                    MukanaDay                 today,
                                                    gint64                    now_us,
                                                    char                    **label);
gboolean                 mukana_waiting_is_sooner  (const MukanaWaitingItem  *item,
                                                    const MukanaWaitingItem  *other);

G_END_DECLS
