#pragma once

#include "services/mukana-matching.h"
#include "ui/finding/mukana-finding-choice.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_FINDING_PAGE (mukana_finding_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaFindingPage, mukana_finding_page, MUKANA, FINDING_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_finding_page_info;

/* For tests: what the page knows now. */
const MukanaMatchAnswer *mukana_finding_page_peek_answer (MukanaFindingPage *self);
MukanaFindingChoice     *mukana_finding_page_peek_choice (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_list   (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_why    (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_left_out (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_bar    (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_waiting (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_dialog (MukanaFindingPage *self);
GtkWidget               *mukana_finding_page_peek_compared (MukanaFindingPage *self);

G_END_DECLS
