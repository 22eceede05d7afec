#pragma once

#include "services/mukana-shortlisting.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_shortlist_candidates_new (MukanaPage            *page,
                                            const MukanaShortlist *list);
GtkWidget *mukana_shortlist_poll_new       (MukanaPage            *page,
                                            const MukanaShortlist *list,
                                            GVariant              *focused,
                                            GtkWidget            **to_focus);

G_END_DECLS
