#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  MUKANA_KEY_FREE,
  MUKANA_KEY_ASSIGNMENT,
  MUKANA_KEY_ABSENCE,
  MUKANA_KEY_FIRST_SERIES,
  MUKANA_KEY_SECOND_SERIES,
} MukanaKeyKind;

GtkWidget *mukana_key_new      (MukanaKeyKind  kind,
                                const char    *label);
GtkWidget *mukana_week_key_new (const char    *note);

G_END_DECLS
