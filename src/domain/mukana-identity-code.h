#pragma once

#include "base/mukana-days.h"

G_BEGIN_DECLS

MukanaDay   mukana_identity_code_born   (const char *code);
const char *mukana_identity_code_refuse (const char *code,
                                         int         birth_year,
                                         MukanaDay   today);

G_END_DECLS
