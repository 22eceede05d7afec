#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     mukana_damage_mark_put    (const char *register_path);
gboolean mukana_damage_mark_stands (const char *register_path);
void     mukana_damage_mark_drop   (const char *register_path);

G_END_DECLS
