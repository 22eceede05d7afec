#pragma once

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

void  mukana_asked_people_put  (MukanaContext *context,
                                const char    *conditions);
char *mukana_asked_people_take (MukanaContext *context);

G_END_DECLS
