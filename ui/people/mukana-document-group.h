#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_DOCUMENT_GROUP (mukana_document_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDocumentGroup, mukana_document_group, MUKANA, DOCUMENT_GROUP, GtkBox)

GtkWidget *mukana_document_group_new  (MukanaPage             *page);
void       mukana_document_group_show (MukanaDocumentGroup    *self,
                                       const MukanaPersonFile *file);

G_END_DECLS
