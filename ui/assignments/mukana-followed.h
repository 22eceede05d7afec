#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Rows that show what is recorded until somebody types something else. */
void mukana_followed_text   (GtkWidget   *row,
                             const char  *text);
void mukana_followed_choice (AdwComboRow *row,
                             guint        choice);
void mukana_followed_forget (GtkWidget   *row);

G_END_DECLS
