#pragma once

#include <gio/gio.h>

#include "store/mukana-db.h"

G_BEGIN_DECLS

typedef enum
{
  MUKANA_LANE_WRITE,   /* one writer, in order */
  MUKANA_LANE_READ,    /* lists and pages: short */
  MUKANA_LANE_LONG,    /* what reads much of the register: checking, planning an import */
  MUKANA_LANE_DOOR,    /* matching, inviting, export, reports: by consent views only */
  MUKANA_N_LANES,
} MukanaLane;

/* What a job is: a constant.  Its function runs on the lane's worker, inside
 * one transaction that the worker commits when the function returns without an
 * error and rolls back when it sets one. */
typedef struct
{
  const char     *name;           /* "consenting.withdraw" */
  MukanaLane      lane;
  gpointer      (*run)            (MukanaDb      *db,
                                   gpointer       arg,
                                   GCancellable  *cancellable,
                                   GError       **error);
  GDestroyNotify  free_result;
} MukanaJob;

G_END_DECLS
