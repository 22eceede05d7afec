#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-request.h"
#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUEST_THEMES (mukana_request_themes_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestThemes, mukana_request_themes, MUKANA, REQUEST_THEMES, GtkBox)

GtkWidget *mukana_request_themes_new  (MukanaContext       *context);
void       mukana_request_themes_load (MukanaRequestThemes *self,
                                       GPtrArray           *themes);
void       mukana_request_themes_add  (MukanaRequestThemes *self,
                                       const char          *theme_id,
                                       const char          *perspective);
GPtrArray *mukana_request_themes_dup  (MukanaRequestThemes *self);

void       mukana_request_themes_type (MukanaRequestThemes *self,
                                       const char          *text,
                                       gboolean             enters);
gboolean   mukana_request_themes_is_noted (MukanaRequestThemes *self);

/* Signal "changed". */

G_END_DECLS
