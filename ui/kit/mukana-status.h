#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_STATUS (mukana_status_get_type ())
G_DECLARE_FINAL_TYPE (MukanaStatus, mukana_status, MUKANA, STATUS, GtkWidget)

GtkWidget *mukana_status_new         (void);
void       mukana_status_set_inline  (MukanaStatus *self);
void       mukana_status_set_empty   (MukanaStatus *self,
                                      const char   *icon_name,
                                      const char   *title,
                                      const char   *description,
                                      const char   *deed);
void       mukana_status_set_loading (MukanaStatus *self,
                                      const char   *title);
void       mukana_status_set_error   (MukanaStatus *self,
                                      const char   *title,
                                      const char   *description,
                                      gboolean      may_retry);

G_END_DECLS
