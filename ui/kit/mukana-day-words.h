#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

char       *mukana_day_words_heading (MukanaDay day);
const char *mukana_day_words_month   (int       month);

G_END_DECLS
