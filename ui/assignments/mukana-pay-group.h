#pragma once

#include <adwaita.h>

#include "services/mukana-proposing.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* How one assignment is paid. */
#define MUKANA_TYPE_PAY_GROUP (mukana_pay_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPayGroup, mukana_pay_group, MUKANA, PAY_GROUP, GtkBox)

GtkWidget   *mukana_pay_group_new      (MukanaPage                 *page);
void         mukana_pay_group_show     (MukanaPayGroup             *self,
                                        const MukanaAssignmentFile *file);
AdwComboRow *mukana_pay_group_peek_row (MukanaPayGroup             *self);

G_END_DECLS
