#pragma once

#include "domain/mukana-basis.h"
#include "domain/mukana-rights-request.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* Windows about what somebody asked for about their data; of the page of one person, and of
 * that of all requests. */
MukanaRecordDialog *mukana_rights_note_dialog_new     (MukanaPage          *page,
                                                       gint64               person_id,
                                                       MukanaRights         may_ask);
MukanaRecordDialog *mukana_rights_answer_dialog_new   (MukanaPage          *page,
                                                       MukanaRightsRequest *request);
MukanaRecordDialog *mukana_rights_extend_dialog_new   (MukanaPage          *page,
                                                       MukanaRightsRequest *request);
MukanaRecordDialog *mukana_rights_restrict_dialog_new (MukanaPage          *page,
                                                       gint64               person_id);
MukanaRecordDialog *mukana_rights_lift_dialog_new     (MukanaPage          *page,
                                                       gint64               person_id);
MukanaRecordDialog *mukana_rights_take_back_dialog_new (MukanaPage         *page,
                                                        gint64              person_id);
MukanaRecordDialog *mukana_rights_object_dialog_new   (MukanaPage          *page,
                                                       gint64               person_id);
MukanaRecordDialog *mukana_rights_decide_dialog_new   (MukanaPage          *page,
                                                       MukanaRightsRequest *objection);

G_END_DECLS
