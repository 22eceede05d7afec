#pragma once

#include "domain/mukana-list-words.h"

G_BEGIN_DECLS

extern const MukanaListReason mukana_list_reason_empty;

char *mukana_list_fold_plain (const char *text);

G_END_DECLS
