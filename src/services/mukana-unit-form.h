#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* An empty form of requests, which a unit fills in and sends back to be imported. */
GBytes *mukana_unit_form_make (const char  *language,
                               gboolean     is_workbook,
                               GError     **error);

G_END_DECLS
