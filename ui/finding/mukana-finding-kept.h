#pragma once

#include "ui/app/mukana-context.h"
#include "ui/finding/mukana-finding-asked.h"
#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

/* Somebody who was ticked when the page was left. */
typedef struct
{
  gint64   person_id;
  gboolean is_reserve;
} MukanaKeptTick;

void    mukana_finding_kept_put     (MukanaContext           *context,
                                     gint64                   request_id,
                                     MukanaFindingChoice     *choice);
GArray *mukana_finding_kept_take    (MukanaContext           *context,
                                     gint64                   request_id);
void    mukana_finding_kept_restore (GArray                  *kept,
                                     const MukanaMatchAnswer *answer,
                                     MukanaFindingAsked      *asked,
                                     MukanaFindingChoice     *choice);

G_END_DECLS
