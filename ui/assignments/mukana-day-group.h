#pragma once

#include <gtk/gtk.h>

#include "services/mukana-proposing.h"

G_BEGIN_DECLS

/* Takes down what happened on the day. */
#define MUKANA_TYPE_DAY_GROUP (mukana_day_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDayGroup, mukana_day_group, MUKANA, DAY_GROUP, GtkBox)

GtkWidget        *mukana_day_group_new            (void);
void              mukana_day_group_show           (MukanaDayGroup   *self,
                                                   MukanaAssignment *assignment,
                                                   GPtrArray        *lines);
void              mukana_day_group_forget         (MukanaDayGroup   *self);
void              mukana_day_group_set_rules      (MukanaDayGroup   *self,
                                                   GPtrArray        *rules,
                                                   const char       *language);
void              mukana_day_group_type           (MukanaDayGroup   *self,
                                                   const char       *attendance,
                                                   const char       *hours,
                                                   const char       *kilometres,
                                                   const char       *passengers);
GtkWidget        *mukana_day_group_peek_costs     (MukanaDayGroup   *self);
MukanaCompleting *mukana_day_group_dup_completing (MukanaDayGroup   *self,
                                                   gint64            assignment_id);

/* Signal "record". */

G_END_DECLS
