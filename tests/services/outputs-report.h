#pragma once

#include "kit/mukana-test.h"

G_BEGIN_DECLS

void outputs_check_report (MukanaTestRegister *place,
                           const char         *folder,
                           const MukanaJob    *read,
                           const MukanaJob    *print);

G_END_DECLS
