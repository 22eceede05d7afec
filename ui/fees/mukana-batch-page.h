#pragma once

#include "services/mukana-batching.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_BATCH_PAGE (mukana_batch_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaBatchPage, mukana_batch_page, MUKANA, BATCH_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_batch_page_info;

const MukanaBatchFile *mukana_batch_page_peek_file (MukanaBatchPage *self);

G_END_DECLS
