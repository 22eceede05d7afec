#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_keyed_card       (const char *label);
GtkWidget *mukana_keyed_card_add   (GtkWidget  *card,
                                    const char *key,
                                    GtkWidget  *content);
char      *mukana_keyed_card_empty (GtkWidget  *card);
void       mukana_keyed_card_focus (GtkWidget  *card,
                                    const char *key);
GtkWidget *mukana_keyed_card_find  (GtkWidget  *card,
                                    const char *key);

G_END_DECLS
