#pragma once

#include "services/mukana-planning.h"
#include "ui/kit/mukana-page.h"
#include "ui/planning/mukana-planning-protocols.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PLANNING_PAGE (mukana_planning_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPlanningPage, mukana_planning_page, MUKANA, PLANNING_PAGE, MukanaPage)

const MukanaPlanningAnswer *mukana_planning_page_peek_answer (MukanaPlanningPage *self);
GtkWidget                  *mukana_planning_page_peek_list   (MukanaPlanningPage *self);
GtkWidget                  *mukana_planning_page_peek_dialog (MukanaPlanningPage *self);
MukanaPlanningProtocols    *mukana_planning_page_peek_protocols (MukanaPlanningPage *self);
gboolean                    mukana_planning_page_is_stale    (MukanaPlanningPage *self);

G_END_DECLS
