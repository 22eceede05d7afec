#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* A window that shows recorded consents, of the page of one person, and of that of consents.
 * @purpose: (nullable): all; @theme_id: (nullable): of the purpose "theme" */
GtkWindow *mukana_consent_sheet_new (MukanaPage *page,
                                     gint64      person_id,
                                     const char *purpose,
                                     const char *theme_id);

G_END_DECLS
