#pragma once

#include <gtk/gtk.h>

#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SIDEBAR (mukana_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSidebar, mukana_sidebar, MUKANA, SIDEBAR, GtkBox)

GtkWidget  *mukana_sidebar_new         (void);
void        mukana_sidebar_set_context (MukanaSidebar *self,
                                        MukanaContext *context);
void        mukana_sidebar_select      (MukanaSidebar *self,
                                        const char    *page_id);
const char *mukana_sidebar_peek_nth    (MukanaSidebar *self,
                                        guint          n);

/* Signal "chosen" (page id). */

G_END_DECLS
