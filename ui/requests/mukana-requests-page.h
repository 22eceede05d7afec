#pragma once

#include "ui/kit/mukana-page.h"
#include "ui/requests/mukana-request-board.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUESTS_PAGE (mukana_requests_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestsPage, mukana_requests_page, MUKANA, REQUESTS_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_requests_page_info;

GtkWidget          *mukana_requests_page_peek_list  (MukanaRequestsPage *self);
MukanaRequestBoard *mukana_requests_page_peek_board (MukanaRequestsPage *self);

G_END_DECLS
