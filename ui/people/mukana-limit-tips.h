#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_limit_tips_show (GtkWidget  *box,
                             MukanaPage *page,
                             gint64      person_id);

G_END_DECLS
