#pragma once

#include "ui/kit/mukana-row-list.h"

G_BEGIN_DECLS

extern const MukanaColumn mukana_people_columns[];
extern const guint        mukana_people_n_columns;

G_END_DECLS
