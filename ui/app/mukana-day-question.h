#pragma once

#include "ui/app/mukana-window.h"

G_BEGIN_DECLS

void mukana_day_question_ask (MukanaWindow *window);

G_END_DECLS
