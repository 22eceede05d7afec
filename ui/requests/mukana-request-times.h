#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-request.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUEST_TIMES (mukana_request_times_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestTimes, mukana_request_times, MUKANA, REQUEST_TIMES, GtkBox)

GtkWidget *mukana_request_times_new     (void);
void       mukana_request_times_load    (MukanaRequestTimes *self,
                                         GPtrArray          *times);
void       mukana_request_times_repeat (MukanaRequestTimes *self);
void       mukana_request_times_add     (MukanaRequestTimes *self,
                                         const char         *day,
                                         const char         *start,
                                         const char         *end);
GPtrArray *mukana_request_times_dup     (MukanaRequestTimes *self);

GtkWidget *mukana_request_times_peek_box (MukanaRequestTimes *self,
                                          guint               index);

/* Signal "changed". */

G_END_DECLS
