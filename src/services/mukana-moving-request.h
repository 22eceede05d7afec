#pragma once

#include "store/mukana-job.h"

G_BEGIN_DECLS

/* A request goes from one state to another. */
typedef struct
{
  gint64  request_id;
  char   *from;         /* what whoever moves it has seen */
  char   *to;
} MukanaRequestMove;

MukanaRequestMove *mukana_request_move_new  (gint64             request_id,
                                             const char        *from,
                                             const char        *to);
void               mukana_request_move_free (MukanaRequestMove *self);

/* Jobs: take a MukanaRequestMove, give NULL.  The second takes the first back.
 * %MUKANA_ERROR_CONFLICT when it is in that state no more. */
extern const MukanaJob mukana_request_move_job;
extern const MukanaJob mukana_request_move_back_job;

G_END_DECLS
