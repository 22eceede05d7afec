#pragma once

#include <gtk/gtk.h>

#include "domain/mukana-free-span.h"

G_BEGIN_DECLS

/* A day, and hours of it if they matter, of which is asked who is free then. */
#define MUKANA_TYPE_FREE_POPOVER (mukana_free_popover_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFreePopover, mukana_free_popover, MUKANA, FREE_POPOVER, GtkPopover)

GtkWidget *mukana_free_popover_new  (void);
void       mukana_free_popover_open (MukanaFreePopover *self,
                                     const char        *code,
                                     MukanaDay          today);
GtkWidget *mukana_free_popover_peek_day (MukanaFreePopover *self);

/* Signal "chosen" (code): mukana_free_span_format(). */

G_END_DECLS
