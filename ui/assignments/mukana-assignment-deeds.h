#pragma once

#include "domain/mukana-assignment.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

void       mukana_assignment_turn_demand   (MukanaPage       *page,
                                            MukanaAssignment *assignment);

GtkWidget *mukana_assignment_papers_new    (void);
void       mukana_assignment_paper_save    (MukanaPage       *page,
                                            gint64            assignment_id,
                                            const char       *paper,
                                            gboolean          tells_all,
                                            const char       *title,
                                            MukanaDay         day);
void       mukana_assignment_paper_save_to (MukanaPage       *page,
                                            gint64            assignment_id,
                                            const char       *paper,
                                            gboolean          tells_all,
                                            const char       *path);

G_END_DECLS
