#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A table for people: a row of headings and rows of texts. */
typedef struct _MukanaGrid MukanaGrid;

MukanaGrid *mukana_grid_new   (guint       n_columns);
void        mukana_grid_free  (MukanaGrid *self);
void        mukana_grid_add   (MukanaGrid *self,
                               const char *text);
void        mukana_grid_add_number (MukanaGrid *self,
                                    gint64      number);
char       *mukana_grid_print (MukanaGrid *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaGrid, mukana_grid_free)

G_END_DECLS
