#pragma once

#include "services/mukana-reporting.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_reports_make_group (MukanaPage        *page,
                                      MukanaReport      *report,
                                      MukanaReportGroup  group);

G_END_DECLS
