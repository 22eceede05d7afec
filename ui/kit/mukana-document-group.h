#pragma once

#include "domain/mukana-attachment.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What is kept in a group of documents, and how. */
typedef struct
{
  const char      *title;       /* source strings for gettext */
  const char      *add_title;
  gboolean         is_receipt;
  const MukanaJob *add, *read, *remove;
} MukanaDocumentKind;

extern const MukanaDocumentKind mukana_document_of_person;
extern const MukanaDocumentKind mukana_document_receipt;

#define MUKANA_TYPE_DOCUMENT_GROUP (mukana_document_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDocumentGroup, mukana_document_group, MUKANA, DOCUMENT_GROUP, GtkBox)

GtkWidget *mukana_document_group_new  (MukanaPage               *page,
                                       const MukanaDocumentKind *kind);
void       mukana_document_group_show (MukanaDocumentGroup      *self,
                                       gint64                    owner_id,
                                       GPtrArray                *attachments);

G_END_DECLS
