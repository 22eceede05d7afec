#pragma once

#include "domain/mukana-explain.h"

G_BEGIN_DECLS

char *mukana_explain_day    (gint64 day);
char *mukana_explain_minute (gint64 minute);

G_END_DECLS
