#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* The line has no page of its own: under this word it is kept when the register is locked. */
#define MUKANA_LOG_DRAFT "log"

void mukana_log_dialog_present      (MukanaPage *page,
                                     gint64      organisation_id);
void mukana_log_dialog_present_line (MukanaPage *page,
                                     gint64      id);

G_END_DECLS
