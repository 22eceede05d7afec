#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Opened for a request's id to change it, for minus an id to copy it, for 0 to
 * make a new one. */
#define MUKANA_TYPE_REQUEST_FORM_PAGE (mukana_request_form_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRequestFormPage, mukana_request_form_page, MUKANA, REQUEST_FORM_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_request_form_page_info;

MukanaForm *mukana_request_form_page_peek_form   (MukanaRequestFormPage *self);
GtkWidget  *mukana_request_form_page_peek_times  (MukanaRequestFormPage *self);
GtkWidget  *mukana_request_form_page_peek_themes (MukanaRequestFormPage *self);
GtkWidget  *mukana_request_form_page_peek_needs  (MukanaRequestFormPage *self);

G_END_DECLS
