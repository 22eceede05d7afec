#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_merge_search_present (MukanaPage *page,
                                  gint64      person_id);

G_END_DECLS
