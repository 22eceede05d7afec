#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_ASSIGNMENTS_PAGE (mukana_assignments_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaAssignmentsPage, mukana_assignments_page, MUKANA, ASSIGNMENTS_PAGE,
                      MukanaPage)

extern const MukanaPageInfo mukana_assignments_page_info;

GtkWidget *mukana_assignments_page_peek_list (MukanaAssignmentsPage *self);

G_END_DECLS
