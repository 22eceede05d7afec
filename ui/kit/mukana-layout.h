#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *mukana_layout_text      (const char *words,
                                    const char *css_class);
GtkWidget *mukana_layout_wrapped   (const char *words,
                                    const char *css_class);
GtkWidget *mukana_layout_two_lines (const char *first,
                                    const char *second);
GtkWidget *mukana_layout_row       (int         spacing,
                                    GtkWidget  *first,
                                    ...) G_GNUC_NULL_TERMINATED;
GtkWidget *mukana_layout_column    (int         spacing,
                                    GtkWidget  *first,
                                    ...) G_GNUC_NULL_TERMINATED;
GtkWidget *mukana_layout_expand    (GtkWidget  *widget);
GtkWidget *mukana_layout_middle    (GtkWidget  *widget);
GtkWidget *mukana_layout_style     (GtkWidget  *widget,
                                    const char *css_class);
GtkWidget *mukana_layout_heading   (const char *title,
                                    GtkWidget  *end);
GtkWidget *mukana_layout_tip       (GtkWidget  *sentence);
GtkWidget *mukana_layout_button    (const char *label,
                                    const char *css_class,
                                    const char *action);
GtkWidget *mukana_layout_deed      (const char *label,
                                    const char *css_class,
                                    const char *action,
                                    gint64      id);
GtkWidget *mukana_layout_deed_of   (const char *label,
                                    const char *css_class,
                                    const char *action,
                                    gint64      id,
                                    const char *name);
GtkWidget *mukana_layout_spoken_as (GtkWidget  *button,
                                    const char *label,
                                    const char *name);
void       mukana_layout_go_to_deed (GtkWidget  *root,
                                     const char *action,
                                     gint64      id);
void       mukana_layout_keep_focus (GtkWidget  *root);
GtkWidget *mukana_layout_icon_button (const char *icon_name,
                                      const char *name,
                                      const char *action);
GtkWidget *mukana_layout_spoken    (GtkWidget  *button,
                                    const char *deed,
                                    const char *name);
GtkWidget *mukana_layout_card      (void);
GtkWidget *mukana_layout_card_add  (GtkWidget  *card,
                                    GtkWidget  *content);
void       mukana_layout_name_row  (GtkWidget  *row);
void       mukana_layout_name_menu (GtkWidget  *button,
                                    const char *name);
void       mukana_layout_empty     (GtkWidget  *box);
GtkWidget *mukana_layout_page      (GtkWidget  *content);
void       mukana_layout_close_on_escape (GtkWindow *window);
GtkWidget *mukana_layout_margins   (GtkWidget  *widget,
                                    int         around_px);
GtkWidget *mukana_layout_pass_wheel (GtkWidget *widget);
GtkWidget *mukana_layout_spin_button (double     least,
                                      double     most,
                                      double     step);

G_END_DECLS
