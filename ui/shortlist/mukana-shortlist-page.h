#pragma once

#include "services/mukana-shortlisting.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SHORTLIST_PAGE (mukana_shortlist_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaShortlistPage, mukana_shortlist_page, MUKANA, SHORTLIST_PAGE,
                      MukanaPage)

/* For tests. */
const MukanaShortlist *mukana_shortlist_page_peek_list   (MukanaShortlistPage *self);
GtkWidget             *mukana_shortlist_page_peek_dialog (MukanaShortlistPage *self);

G_END_DECLS
