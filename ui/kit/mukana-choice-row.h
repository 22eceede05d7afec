#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_CHOICE_ROW (mukana_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaChoiceRow, mukana_choice_row, MUKANA, CHOICE_ROW, AdwComboRow)

GtkWidget *mukana_choice_row_new (const char *title,
                                  const char *field,
                                  MukanaForm *form);
void       mukana_choice_row_add (MukanaChoiceRow *self,
                                  const char      *code,
                                  const char      *label);
void       mukana_choice_row_keep_first (MukanaChoiceRow *self);
void       mukana_choice_row_add_codes (MukanaChoiceRow    *self,
                                        const char * const *codes);

/* One of a list: the codes are stored, the labels shown.  A NULL code is "none". */

G_END_DECLS
