#pragma once

#include "base/mukana-days.h"
#include "store/mukana-db.h"
#include "store/mukana-job.h"

G_BEGIN_DECLS

/* Which lines of the log of cooperation are sought. */
typedef struct
{
  char      *words;          /* (nullable): of the text, of a name or of a kind */
  char      *kind;           /* (nullable): of mukana_log_kinds */
  char      *name;           /* (nullable): whose open next steps; with those of the account that
                              * wrote without saying by whom */
  gboolean   is_own_open;    /* open next steps that are @name's, or the account's */
  MukanaDay  from;           /* NONE leaves that side open */
  MukanaDay  until;          /* last day */
  guint      max_rows;       /* 0: all */
} MukanaLogSought;

MukanaLogSought *mukana_log_sought_new  (void);
void             mukana_log_sought_free (MukanaLogSought *self);

/* MukanaLogSought -> GPtrArray of MukanaLogEntry with the names of who else took part: by the day
 * they happened, newest first; next steps by when they are due. */
extern const MukanaJob mukana_log_lines_job;

GPtrArray *mukana_log_lines_newest (MukanaDb  *db,
                                    gint64     max_rows,
                                    GError   **error);

G_END_DECLS
