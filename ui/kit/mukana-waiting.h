#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_WAITING (mukana_waiting_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWaiting, mukana_waiting, MUKANA, WAITING, GtkBox)

GtkWidget *mukana_waiting_new   (const char    *awaited,
                                 const char    *stop_action,
                                 const char    *again_action);
void       mukana_waiting_begin (MukanaWaiting *self);
void       mukana_waiting_stop  (MukanaWaiting *self,
                                 const char    *sentence);
void       mukana_waiting_end   (MukanaWaiting *self);

G_END_DECLS
