#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is to be printed, in reading order. */
typedef struct _MukanaDocument MukanaDocument;

MukanaDocument *mukana_document_new           (const char          *title,
                                               const char          *subtitle);
void            mukana_document_free          (MukanaDocument      *self);

void            mukana_document_add_heading   (MukanaDocument      *self,
                                               const char          *text);
void            mukana_document_add_paragraph (MukanaDocument      *self,
                                               const char          *text);
void            mukana_document_add_item      (MukanaDocument      *self,
                                               const char          *text);
void            mukana_document_add_field     (MukanaDocument      *self,
                                               const char          *label,
                                               const char          *value);
void            mukana_document_add_choice    (MukanaDocument      *self,
                                               const char          *text);
void            mukana_document_add_question  (MukanaDocument      *self,
                                               const char          *label,
                                               const char * const  *answers);
void            mukana_document_add_row       (MukanaDocument      *self,
                                               const char * const  *cells,
                                               gboolean             is_head);
void            mukana_document_set_footer    (MukanaDocument      *self,
                                               const char          *text);

GBytes         *mukana_document_to_pdf        (MukanaDocument      *self,
                                               GError             **error);
gboolean        mukana_document_save_pdf      (MukanaDocument      *self,
                                               const char          *path,
                                               GError             **error);
char           *mukana_document_to_text       (MukanaDocument      *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (MukanaDocument, mukana_document_free)

G_END_DECLS
