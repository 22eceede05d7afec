#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CONSENT_GROUP (mukana_consent_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaConsentGroup, mukana_consent_group, MUKANA, CONSENT_GROUP, GtkBox)

GtkWidget *mukana_consent_group_new      (void);
void       mukana_consent_group_show     (MukanaConsentGroup     *self,
                                          const MukanaPersonFile *file,
                                          MukanaDay               today);
void       mukana_consent_group_set_busy (MukanaConsentGroup     *self,
                                          const char             *purpose);
void       mukana_consent_group_focus    (MukanaConsentGroup     *self,
                                          const char             *purpose);

/* Shared with the rows of themes. */
GtkWidget *mukana_consent_end_new        (const MukanaPersonFile *file,
                                          const char             *purpose,
                                          const char             *theme_id,
                                          const char             *subject,
                                          MukanaDay               today);
void       mukana_consent_row_set_busy   (GtkWidget              *row);
GtkWidget *mukana_consent_how_new (MukanaConsent *consent,
                                   MukanaDay      today);
void       mukana_consent_row_open (GtkWidget     *row,
                                    MukanaConsent *consent);

G_END_DECLS
