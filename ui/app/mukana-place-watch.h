#pragma once

#include "ui/app/mukana-application.h"

G_BEGIN_DECLS

typedef struct _MukanaPlaceWatch MukanaPlaceWatch;

MukanaPlaceWatch *mukana_place_watch_new        (MukanaApplication *application);
void              mukana_place_watch_free       (MukanaPlaceWatch  *self);
gboolean          mukana_place_watch_cover      (MukanaPlaceWatch  *self);
gboolean          mukana_place_watch_uncover    (MukanaPlaceWatch  *self);
gboolean          mukana_place_watch_keeps_open (MukanaPlaceWatch  *self,
                                                 gboolean           is_to_end);

/* Of the action "app.save-elsewhere"; @data: the application. */
void              mukana_place_watch_save       (GSimpleAction     *action,
                                                 GVariant          *parameter,
                                                 gpointer           data);

G_END_DECLS
