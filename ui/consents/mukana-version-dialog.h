#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* @texts: of MukanaConsentText, of one purpose, newest first. */
GtkWindow *mukana_version_dialog_new (MukanaPage *page,
                                      const char *purpose,
                                      GPtrArray  *texts);

G_END_DECLS
