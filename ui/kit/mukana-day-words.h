#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

char       *mukana_day_words_spoken (MukanaDay day);
const char *mukana_day_words_month  (int       month);

G_END_DECLS
