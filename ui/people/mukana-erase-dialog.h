#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Shows what erasing a person takes away and what the law keeps; then does it and goes back. */
void       mukana_erase_dialog_ask (MukanaPage *page,
                                    gint64      person_id,
                                    const char *name);

/* (nullable): borrowed, the question over @page, while it is open: for tests. */
GtkWidget *mukana_erase_dialog_peek (MukanaPage *page);

G_END_DECLS
