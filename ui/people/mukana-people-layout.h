#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_people_text       (const char *words,
                                     const char *css_class);
GtkWidget *mukana_people_two_lines  (const char *first,
                                     const char *second);
GtkWidget *mukana_people_heading    (const char *title,
                                     GtkWidget  *end);
GtkWidget *mukana_people_icon_button (const char *icon_name,
                                      const char *label,
                                      const char *action);
void       mukana_people_add_class  (GtkWidget  *widget,
                                     const char *css_class);

/* A card of rows that is filled anew and keeps the focus on the row it was on. */
GtkWidget *mukana_people_card       (const char *label);
GtkWidget *mukana_people_card_add   (GtkWidget  *card,
                                     const char *key,
                                     GtkWidget  *content);
char      *mukana_people_card_empty (GtkWidget  *card);
void       mukana_people_card_focus (GtkWidget  *card,
                                     const char *key);
GtkWidget *mukana_people_card_find  (GtkWidget  *card,
                                     const char *key);

G_END_DECLS
