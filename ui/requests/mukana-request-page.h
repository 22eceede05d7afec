#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_REQUEST_PAGE (mukana_request_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestPage, mukana_request_page, MUKANA, REQUEST_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_request_page_info;
extern const MukanaPageInfo mukana_request_outcome_page_info;

const MukanaRequestFile *mukana_request_page_peek_file   (MukanaRequestPage *self);
GtkWidget               *mukana_request_page_peek_dialog (MukanaRequestPage *self);
void                     mukana_request_page_answer      (MukanaRequestPage *self,
                                                          gint64             proposal_id,
                                                          const char        *state,
                                                          const char        *reason,
                                                          const char        *clash_reason);
void                     mukana_request_page_take_in     (MukanaRequestPage *self,
                                                          gint64             proposal_id,
                                                          const char        *clash_reason);

G_END_DECLS
