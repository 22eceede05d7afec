#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _MukanaRegisterPlace MukanaRegisterPlace;

MukanaRegisterPlace *mukana_register_place_new   (const char          *path);
void                 mukana_register_place_free  (MukanaRegisterPlace *self);
gboolean             mukana_register_place_holds (MukanaRegisterPlace *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaRegisterPlace, mukana_register_place_free)

G_END_DECLS
