#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* Shows the value of the field in the row; the row is not heard meanwhile. */
typedef void (*MukanaFormLinkShow) (GtkWidget *row);

/* The tie between a row and one field of a form.  It ends with the row. */
typedef struct _MukanaFormLink MukanaFormLink;

void            mukana_form_link_install    (GObjectClass       *row_class);
MukanaFormLink *mukana_form_link_new        (GtkWidget          *row,
                                             MukanaFormLinkShow  show);
void            mukana_form_link_free       (MukanaFormLink     *self);
void            mukana_form_link_set_form   (MukanaFormLink     *self,
                                             MukanaForm         *form);
void            mukana_form_link_set_field  (MukanaFormLink     *self,
                                             const char         *field);
MukanaForm     *mukana_form_link_get_form   (MukanaFormLink     *self);
const char     *mukana_form_link_peek_field (MukanaFormLink     *self);
gboolean        mukana_form_link_is_showing (MukanaFormLink     *self);
gboolean        mukana_form_link_is_typing  (MukanaFormLink     *self);
const char     *mukana_form_link_peek_text  (MukanaFormLink     *self);
gint64          mukana_form_link_get_int    (MukanaFormLink     *self);
gint64          mukana_form_link_get_empty  (MukanaFormLink     *self);
void            mukana_form_link_put_text   (MukanaFormLink     *self,
                                             const char         *text);
void            mukana_form_link_put_int    (MukanaFormLink     *self,
                                             gint64              number);
void            mukana_form_link_put_mistyped (MukanaFormLink   *self,
                                             const char         *sentence);
void            mukana_form_link_touch      (MukanaFormLink     *self);

G_END_DECLS
