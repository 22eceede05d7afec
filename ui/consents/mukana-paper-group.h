#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_paper_group_new (MukanaPage *page);

G_END_DECLS
