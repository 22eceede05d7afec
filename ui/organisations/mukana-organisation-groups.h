#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

GtkWidget *mukana_organisation_make_groups (MukanaPage             *page,
                                            MukanaOrganisationFile *file);
void       mukana_join_dialog_present      (MukanaPage             *page,
                                            MukanaOrganisationFile *file);

G_END_DECLS
