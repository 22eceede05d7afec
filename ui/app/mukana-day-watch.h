#pragma once

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

/* Sees to it that a register that stays open over midnight begins the new day. */
typedef struct _MukanaDayWatch MukanaDayWatch;

MukanaDayWatch *mukana_day_watch_new  (MukanaContext  *context);
void            mukana_day_watch_look (MukanaDayWatch *self);
void            mukana_day_watch_free (MukanaDayWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaDayWatch, mukana_day_watch_free)

G_END_DECLS
