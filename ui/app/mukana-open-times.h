#pragma once

#include <gtk/gtk.h>

#include "services/mukana-registering.h"

G_BEGIN_DECLS

/* A time at which a request may still take place. */
typedef struct
{
  gint64  way;      /* an alternative time's id; 0: the needed times */
  char   *words;
} MukanaOpenTime;

GPtrArray *mukana_open_times_new      (const MukanaRequestFile *file,
                                       GArray                  *ways);
guint      mukana_open_reserve        (const MukanaRequestFile *file);
GtkWidget *mukana_open_times_box_new  (GPtrArray               *times,
                                       gint64                   way);
gint64     mukana_open_times_box_get  (GtkWidget               *box);
void       mukana_open_times_box_take (GtkWidget               *box,
                                       guint                    index);

G_END_DECLS
