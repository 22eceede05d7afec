#pragma once

#include "services/mukana-listing.h"

G_BEGIN_DECLS

#define MUKANA_BOARD_MOST 30      /* requests shown in one column */

/* The requests of one state. */
typedef struct
{
  const char *state;    /* static, of mukana_request_states */
  guint       n_all;
  GPtrArray  *rows;     /* MukanaRequestRow, by day: at most MUKANA_BOARD_MOST */
} MukanaBoardColumn;

/* Job: takes what is searched for (char *), gives a GPtrArray of MukanaBoardColumn,
 * one for each state in the order of a request's life. */
extern const MukanaJob mukana_request_board_job;

G_END_DECLS
