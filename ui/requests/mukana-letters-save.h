#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_letters_save (MukanaPage *page,
                             gint64      request_id);

G_END_DECLS
