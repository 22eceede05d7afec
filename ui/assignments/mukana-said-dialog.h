#pragma once

#include "domain/mukana-feedback.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What one side says of an assignment, from a paper form too: the keyboard is enough. */
GtkWidget *mukana_said_dialog_new (MukanaPage     *page,
                                   gint64          assignment_id,
                                   GPtrArray      *others,
                                   MukanaFeedback *old);

G_END_DECLS
