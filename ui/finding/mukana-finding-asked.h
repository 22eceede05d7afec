#pragma once

#include "services/mukana-registering.h"
#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

/* Who cannot be asked to a request, because they were, and who can in spite of that. */
typedef struct
{
  GHashTable *states;    /* gint64 * -> state of their proposal, static */
  GHashTable *words;     /* gint64 * -> that they said no to another time */
} MukanaFindingAsked;

MukanaFindingAsked *mukana_finding_asked_new  (void);
void                mukana_finding_asked_free (MukanaFindingAsked      *self);
void                mukana_finding_asked_take (MukanaFindingAsked      *self,
                                               const MukanaRequestFile *file,
                                               const MukanaMatchAnswer *answer,
                                               MukanaFindingChoice     *choice);
gboolean            mukana_finding_asked_has  (MukanaFindingAsked      *self,
                                               gint64                   person_id);

G_END_DECLS
