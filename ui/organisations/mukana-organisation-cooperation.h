#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_organisation_make_agreements (MukanaPage             *page,
                                                MukanaOrganisationFile *file);
GtkWidget *mukana_organisation_make_statements (MukanaPage             *page,
                                                MukanaOrganisationFile *file);
GtkWidget *mukana_organisation_make_referrals  (MukanaPage             *page,
                                                MukanaOrganisationFile *file);

/* Each: @id 0 for a new one. */
void       mukana_agreement_dialog_present     (MukanaPage             *page,
                                                MukanaOrganisationFile *file,
                                                gint64                  id);
void       mukana_statement_dialog_present     (MukanaPage             *page,
                                                MukanaOrganisationFile *file,
                                                gint64                  id);
void       mukana_referrals_dialog_present     (MukanaPage             *page,
                                                MukanaOrganisationFile *file);

G_END_DECLS
