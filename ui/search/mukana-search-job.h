#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_HIT_PERSON,
  MUKANA_HIT_ORGANISATION,
  MUKANA_HIT_REQUEST,
  MUKANA_HIT_LOG_LINE,
} MukanaHitKind;

/* Something that was found: enough to show it and to go there. */
typedef struct
{
  MukanaHitKind  kind;
  gint64         id;
  char          *title;
  char          *code;      /* of a municipality or a state, to be put into words; NULL for none;
                             * of a line of the log, the name of its organisation */
} MukanaHit;

/* Argument: what was typed.  Answer: a GPtrArray of MukanaHit. */
extern const MukanaJob mukana_search_job;

G_END_DECLS
