#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How an error is shown; see mukana_error_view_get_form(). */
typedef enum
{
  MUKANA_ERROR_FORM_NOTHING,    /* it was only cancelled */
  MUKANA_ERROR_FORM_FIELD,      /* beside the field that needs mending */
  MUKANA_ERROR_FORM_TOAST,
  MUKANA_ERROR_FORM_DIALOG,
  MUKANA_ERROR_FORM_PAGE,       /* nothing else can be done before this */
} MukanaErrorForm;

MukanaErrorForm  mukana_error_view_get_form      (const GError *error);
const char      *mukana_error_view_peek_title    (const GError *error);
const char      *mukana_error_view_peek_sentence (const GError *error);
char            *mukana_error_view_dup_sentence  (const GError *error);
void             mukana_error_view_show          (GtkWidget    *widget,
                                                  const GError *error);

G_END_DECLS
