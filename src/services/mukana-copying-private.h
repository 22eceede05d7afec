#pragma once

/* mukana-copying-private.h: what the two forms of a person's copy share. */

#include "services/mukana-document.h"
#include "store/mukana-db.h"

G_BEGIN_DECLS

/* What the register knows, by group, in the order of the copy. */
typedef struct
{
  const char *name;        /* in the JSON */
  const char *title;       /* N_(): in the PDF; NULL: only in the JSON */
  const char *statement;
  gboolean    is_given;    /* the person gave it themself */
} MukanaCopyGroup;

extern const MukanaCopyGroup mukana_copy_groups[];   /* ends with a NULL name */

/* N_(): what the program has made of the data and is not in the copy, and why. */
extern const char mukana_copy_left_out[];

const char     *mukana_copying_language      (MukanaDb  *db,
                                              gint64     person_id,
                                              GError   **error);
MukanaDocument *mukana_copying_make_document (MukanaDb  *db,
                                              gint64     person_id,
                                              GError   **error);

G_END_DECLS
