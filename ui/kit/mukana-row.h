#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

/* A place in a list: an id, and its record or "still loading". */
#define MUKANA_TYPE_ROW (mukana_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRow, mukana_row, MUKANA, ROW, GObject)

MukanaRow *mukana_row_new         (gint64     id);
gint64     mukana_row_get_id      (MukanaRow *self);
gpointer   mukana_row_get_record  (MukanaRow *self);
void       mukana_row_set_record  (MukanaRow *self,
                                   gpointer   record);
gboolean   mukana_row_get_chosen  (MukanaRow *self);
void       mukana_row_set_chosen  (MukanaRow *self,
                                   gboolean   chosen);

G_END_DECLS
