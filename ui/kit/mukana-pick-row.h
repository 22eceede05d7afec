#pragma once

#include <adwaita.h>

#include "services/mukana-lexicon.h"
#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* A word of one of the county's lists for a field of a form. */
#define MUKANA_TYPE_PICK_ROW (mukana_pick_row_get_type ())
G_DECLARE_FINAL_TYPE (MukanaPickRow, mukana_pick_row, MUKANA, PICK_ROW, AdwActionRow)

GtkWidget *mukana_pick_row_new      (const char        *title,
                                     const char        *field,
                                     MukanaForm        *form,
                                     MukanaLexicon     *words,
                                     MukanaLexiconList  list);
void       mukana_pick_row_set_none (MukanaPickRow     *self,
                                     const char        *none);

G_END_DECLS
