#pragma once

#include <glib.h>

#include "base/mukana-field.h"

G_BEGIN_DECLS

const char *mukana_field_label     (const char        *field);
gboolean    mukana_field_has_story (const MukanaField *field);

G_END_DECLS
