#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean mukana_name_forms_are_one (const char *a,
                                    const char *b);

G_END_DECLS
