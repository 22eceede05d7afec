#pragma once

#include <gtk/gtk.h>

#include "ui/today/mukana-waiting-words.h"

G_BEGIN_DECLS

#define MUKANA_WAITING_CARD_ROWS 5   /* shown before "Show all" */

#define MUKANA_TYPE_WAITING_CARD (mukana_waiting_card_get_type ())
G_DECLARE_FINAL_TYPE (MukanaWaitingCard, mukana_waiting_card, MUKANA, WAITING_CARD, GtkBox)

GtkWidget *mukana_waiting_card_new     (MukanaContext            *context,
                                        MukanaWaitingKind         kind,
                                        GtkSizeGroup             *deeds);
void       mukana_waiting_card_fill    (MukanaWaitingCard        *self,
                                        MukanaOverview           *overview,
                                        const MukanaWaitingItem  *most_urgent);
void       mukana_waiting_card_set_narrow (MukanaWaitingCard     *self,
                                        gboolean                  narrow);

/* Signal "deed" (route, gint64 id): the button of a row was pressed. */

G_END_DECLS
