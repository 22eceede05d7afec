#pragma once

#include "base/mukana-record.h"

G_BEGIN_DECLS

GType      mukana_parts_type  (const char *kind);
char      *mukana_parts_print (GPtrArray  *parts);
GPtrArray *mukana_parts_parse (const char *text,
                               GType       type);

G_END_DECLS
