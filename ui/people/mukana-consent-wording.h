#pragma once

#include "ui/kit/mukana-form.h"
#include "ui/kit/mukana-page.h"
#include "ui/kit/mukana-record-dialog.h"

G_BEGIN_DECLS

/* The text that somebody consents to, as it is shown to them. */
#define MUKANA_TYPE_CONSENT_WORDING (mukana_consent_wording_get_type ())
G_DECLARE_FINAL_TYPE (MukanaConsentWording, mukana_consent_wording, MUKANA, CONSENT_WORDING, GtkBox)

GtkWidget *mukana_consent_wording_new  (MukanaPage           *page,
                                        MukanaForm           *form);
void       mukana_consent_wording_show (MukanaConsentWording *self,
                                        const char           *purpose,
                                        const char           *language);

GtkWidget *mukana_consent_wording_get_version_row
                                       (MukanaConsentWording *self);

MukanaConsentWording *
           mukana_consent_wording_add_rows (MukanaRecordDialog *dialog,
                                            MukanaPage         *page,
                                            MukanaForm         *form);

G_END_DECLS
