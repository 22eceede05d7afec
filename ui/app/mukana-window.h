#pragma once

#include <adwaita.h>

#include "ui/app/mukana-context.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_WINDOW (mukana_window_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWindow, mukana_window, MUKANA, WINDOW, AdwApplicationWindow)

MukanaWindow *mukana_window_new            (AdwApplication *application);
void          mukana_window_set_context    (MukanaWindow   *self,
                                            MukanaContext  *context);
MukanaContext *mukana_window_get_context   (MukanaWindow   *self);
void          mukana_window_show_instead   (MukanaWindow   *self,
                                            GtkWidget      *widget);
void          mukana_window_show_register  (MukanaWindow   *self);
gboolean      mukana_window_show_page      (MukanaWindow   *self,
                                            const char     *route,
                                            gint64          id);
MukanaPage   *mukana_window_get_page       (MukanaWindow   *self);
void          mukana_window_go_back        (MukanaWindow   *self);
void          mukana_window_toast          (MukanaWindow   *self,
                                            const char     *sentence,
                                            gint64          undo_serial);
guint         mukana_window_get_depth      (MukanaWindow   *self);

G_END_DECLS
