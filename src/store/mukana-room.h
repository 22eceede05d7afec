#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MukanaRoom MukanaRoom;

MukanaRoom *mukana_room_new          (void);
MukanaRoom *mukana_room_ref          (MukanaRoom *self);
void        mukana_room_unref        (MukanaRoom *self);

gboolean    mukana_room_is_lacking   (MukanaRoom *self);
void        mukana_room_set_lacking  (MukanaRoom *self,
                                      gboolean    is_lacking);

gboolean    mukana_room_hold_still   (MukanaRoom *self);
void        mukana_room_let_go       (MukanaRoom *self);
void        mukana_room_begin_change (MukanaRoom *self);
void        mukana_room_end_change   (MukanaRoom *self);

G_END_DECLS
