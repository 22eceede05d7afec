#pragma once

#include <glib.h>

G_BEGIN_DECLS

char       *mukana_account_number_format (const char *account);
const char *mukana_account_number_refuse (const char *account);

G_END_DECLS
