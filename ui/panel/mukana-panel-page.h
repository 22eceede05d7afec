#pragma once

#include "services/mukana-panelling.h"
#include "ui/kit/mukana-page.h"
#include "ui/panel/mukana-panel-targets.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PANEL_PAGE (mukana_panel_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPanelPage, mukana_panel_page, MUKANA, PANEL_PAGE, MukanaPage)

const MukanaPanelAnswer *mukana_panel_page_peek_answer  (MukanaPanelPage *self);
MukanaPanelTargets      *mukana_panel_page_peek_targets (MukanaPanelPage *self);
GtkWidget               *mukana_panel_page_peek_dialog  (MukanaPanelPage *self);
gint64                   mukana_panel_page_get_run_id   (MukanaPanelPage *self);
void                     mukana_panel_page_save_to      (MukanaPanelPage *self,
                                                         const char      *path);

G_END_DECLS
