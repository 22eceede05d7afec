#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWindow *mukana_version_dialog_new (MukanaPage *page,
                                      const char *purpose,
                                      GPtrArray  *texts,
                                      gboolean    is_standard);

G_END_DECLS
