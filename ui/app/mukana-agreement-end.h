#pragma once

#include "domain/mukana-cooperation.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_agreement_end_present (MukanaPage *page,
                                   gint64      agreement_id,
                                   gint64      organisation_id);

G_END_DECLS
