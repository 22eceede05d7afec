#pragma once

#include <gtk/gtk.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

GtkWidget *mukana_season_question_new  (GtkRoot        *root,
                                        MukanaDay       today);
gboolean   mukana_season_question_read (GtkWidget      *question,
                                        MukanaDayRange *season);

G_END_DECLS
