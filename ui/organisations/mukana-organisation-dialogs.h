#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"
#include "ui/organisations/mukana-form-dialog.h"

G_BEGIN_DECLS

MukanaFormDialog *mukana_organisation_dialog_new (MukanaPage         *page,
                                                  MukanaOrganisation *organisation);
MukanaFormDialog *mukana_contact_dialog_new      (MukanaPage         *page,
                                                  gint64              organisation_id,
                                                  MukanaContact      *contact);

G_END_DECLS
