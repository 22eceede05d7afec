#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

MukanaRecordDialog *mukana_organisation_dialog_new (MukanaPage         *page,
                                                    MukanaOrganisation *organisation);
MukanaRecordDialog *mukana_contact_dialog_new      (MukanaPage         *page,
                                                    gint64              organisation_id,
                                                    MukanaContact      *contact);

G_END_DECLS
