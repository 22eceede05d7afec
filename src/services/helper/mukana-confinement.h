#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mukana_confine (void);

G_END_DECLS
