#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SHARING_PAGE (mukana_sharing_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaSharingPage, mukana_sharing_page, MUKANA, SHARING_PAGE, MukanaPage)

GtkWidget *mukana_sharing_page_peek_waiting (MukanaSharingPage *self);

G_END_DECLS
