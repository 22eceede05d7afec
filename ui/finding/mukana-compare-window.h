#pragma once

#include <gtk/gtk.h>

#include "ui/finding/mukana-finding-choice.h"

G_BEGIN_DECLS

#define MUKANA_COMPARE_LEAST 2
#define MUKANA_COMPARE_MOST 4

GtkWidget *mukana_compare_window_of (GtkWindow               *parent,
                                     const MukanaMatchAnswer *answer,
                                     MukanaFindingChoice     *choice,
                                     gboolean                 is_narrow);

G_END_DECLS
