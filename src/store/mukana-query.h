#pragma once

#include "store/mukana-value.h"

G_BEGIN_DECLS

/* A prepared statement on loan from its connection: bind, step, read, free. */
typedef struct _MukanaQuery MukanaQuery;

void         mukana_query_free      (MukanaQuery      *self);
void         mukana_query_bind      (MukanaQuery      *self,
                                     const MukanaArg  *arg);
gboolean     mukana_query_wants     (MukanaQuery      *self,
                                     const char       *parameter);
int          mukana_query_step      (MukanaQuery      *self,
                                     GError          **error);
gint64       mukana_query_run       (MukanaQuery      *self,
                                     GError          **error);
void         mukana_query_rewind    (MukanaQuery      *self);
int          mukana_query_column    (MukanaQuery      *self,
                                     const char       *name);
const char  *mukana_query_peek_column (MukanaQuery   *self,
                                     guint             column);
gint64       mukana_query_get_int   (MukanaQuery      *self,
                                     const char       *column);
const char  *mukana_query_peek_text (MukanaQuery      *self,
                                     const char       *column);
MukanaDay    mukana_query_get_day   (MukanaQuery      *self,
                                     const char       *column);
GBytes      *mukana_query_dup_bytes (MukanaQuery      *self,
                                     const char       *column);
void         mukana_query_get_value (MukanaQuery      *self,
                                     guint             column,
                                     MukanaValue      *value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaQuery, mukana_query_free)

G_END_DECLS
