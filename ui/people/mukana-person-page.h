#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-record-dialog.h"
#include "ui/people/mukana-week-group.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_PERSON_PAGE (mukana_person_page_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPersonPage, mukana_person_page, MUKANA, PERSON_PAGE, MukanaPage)

extern const MukanaPageInfo mukana_person_page_info;

const MukanaPersonFile *mukana_person_page_peek_file   (MukanaPersonPage *self);
MukanaWeekGroup        *mukana_person_page_peek_week   (MukanaPersonPage *self);
MukanaRecordDialog     *mukana_person_page_peek_dialog (MukanaPersonPage *self);
void                    mukana_person_page_present     (MukanaPersonPage   *self,
                                                        MukanaRecordDialog *dialog);

G_END_DECLS
