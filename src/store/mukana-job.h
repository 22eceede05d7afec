#pragma once

#include <gio/gio.h>

#include "domain/mukana-role-rights.h"
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

/* What the journal says of a look at sensitive data. */
typedef struct
{
  const char *action;      /* static: "looking.person" */
  MukanaKind  kind;
  gint64      record_id;   /* 0: of no single record */
  const char *fields;      /* static: names, separated by spaces; NULL for none */
} MukanaLook;

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

  /* Of a read of sensitive data: what is looked at, so that no page can forget to
   * say it.  The store notes it in the journal when the read has its answer.  FALSE:
   * nothing sensitive this time. */
  gboolean      (*looks_at)       (gconstpointer  arg,
                                   MukanaLook    *look);
  /* What it needs of whoever runs it.  Unnamed, a lane "read" is for everybody who
   * works here and all else for coordinators. */
  MukanaDeed      needs;
  /* Of the lane "write": runs between two transactions, changes nothing, and so is done also
   * when nothing may be written. */
  gboolean        is_between;
} MukanaJob;

G_END_DECLS
