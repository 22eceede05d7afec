#pragma once

#include "domain/mukana-person.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void mukana_fee_summary_ask (MukanaPage   *page,
                             MukanaPerson *person);

G_END_DECLS
