#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_unit_form_menu_new  (void);
void       mukana_unit_form_save      (MukanaPage *page);

G_END_DECLS
