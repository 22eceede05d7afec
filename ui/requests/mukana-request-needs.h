#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-request.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUEST_NEEDS (mukana_request_needs_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestNeeds, mukana_request_needs, MUKANA, REQUEST_NEEDS, GtkBox)

GtkWidget *mukana_request_needs_new       (MukanaContext      *context);
void       mukana_request_needs_load      (MukanaRequestNeeds *self,
                                           GPtrArray          *needs);
void       mukana_request_needs_add       (MukanaRequestNeeds *self,
                                           const char         *role_code,
                                           int                 people);
GPtrArray *mukana_request_needs_dup       (MukanaRequestNeeds *self);
int        mukana_request_needs_count     (MukanaRequestNeeds *self);

/* Signal "changed": something was added, changed or removed. */

G_END_DECLS
