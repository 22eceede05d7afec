#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-pill.h"

G_BEGIN_DECLS

char      *mukana_organisation_day            (MukanaDay           day);
void       mukana_organisation_fill_agreement (MukanaPill         *pill,
                                               MukanaDay           from,
                                               MukanaDay           until,
                                               MukanaDay           today);
GtkWidget *mukana_organisation_make_section   (const char         *title,
                                               GtkWidget          *deed,
                                               GtkWidget          *content);
GtkWidget *mukana_organisation_make_line      (const char         *title,
                                               const char         *detail);
void       mukana_organisation_fold_line      (GtkWidget          *line);
GtkWidget *mukana_organisation_make_log       (GPtrArray          *entries,
                                               gboolean            is_narrow);

G_END_DECLS
