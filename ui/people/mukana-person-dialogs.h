#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

MukanaRecordDialog *mukana_person_dialog_new     (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_consent_dialog_new    (MukanaPage             *page,
                                                  const MukanaPersonFile *file,
                                                  const char             *purpose,
                                                  const char             *theme_id);
MukanaRecordDialog *mukana_experience_dialog_new (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_credential_dialog_new (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_absence_dialog_new    (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_role_dialog_new       (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_gender_dialog_new     (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_situation_dialog_new  (MukanaPage             *page,
                                                  const MukanaPersonFile *file);
MukanaRecordDialog *mukana_note_dialog_new       (MukanaPage             *page,
                                                  const MukanaPersonFile *file);

G_END_DECLS
