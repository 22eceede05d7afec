#pragma once

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What the county has decided about consents: texts, legal bases, the youngest age. */
#define MUKANA_TYPE_COUNTY_CONSENTS (mukana_county_consents_get_type ())
G_DECLARE_FINAL_TYPE (MukanaCountyConsents, mukana_county_consents, MUKANA, COUNTY_CONSENTS, GtkBox)

GtkWidget *mukana_county_consents_new    (MukanaPage           *page);
void       mukana_county_consents_reload (MukanaCountyConsents *self);

G_END_DECLS
