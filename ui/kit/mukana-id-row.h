#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-form.h"

G_BEGIN_DECLS

/* One of the register's own records, by its number, found by typing. */
typedef struct
{
  gint64      id;
  const char *label;       /* borrowed during the call */
} MukanaIdChoice;

GtkWidget *mukana_id_row_new (const char           *title,
                              const char           *field,
                              MukanaForm           *form,
                              const MukanaIdChoice *choices,
                              guint                 n_choices);
void       mukana_id_row_offer_new (GtkWidget  *row,
                                    const char *field);

G_END_DECLS
