#pragma once

#include "services/mukana-proposing.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ASSIGNMENT_PAGE (mukana_assignment_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAssignmentPage, mukana_assignment_page, MUKANA, ASSIGNMENT_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_assignment_page_info;

const MukanaAssignmentFile *mukana_assignment_page_peek_file (MukanaAssignmentPage *self);
GtkWidget                  *mukana_assignment_page_peek_pay  (MukanaAssignmentPage *self);
GtkWidget                  *mukana_assignment_page_peek_day  (MukanaAssignmentPage *self);

G_END_DECLS
