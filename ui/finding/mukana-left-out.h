#pragma once

#include <gtk/gtk.h>

#include "services/mukana-matching.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_LEFT_OUT (mukana_left_out_get_type ())
G_DECLARE_FINAL_TYPE (MukanaLeftOut, mukana_left_out, MUKANA, LEFT_OUT, GtkBox)

GtkWidget *mukana_left_out_new    (void);
void       mukana_left_out_show   (MukanaLeftOut           *self,
                                   const MukanaMatchAnswer *answer);
void       mukana_left_out_set_narrow (MukanaLeftOut       *self,
                                       gboolean             narrow);

/* Signal "opened" (reason as an int, its title). */

GtkWidget *mukana_left_out_people_new (MukanaPage          *page,
                                       MukanaMatcher       *matcher,
                                       gint64               request_id,
                                       GArray              *chosen,
                                       MukanaReason         reason,
                                       const char          *title);

G_END_DECLS
