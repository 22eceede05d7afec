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
char      *mukana_open_times_say      (const MukanaRequestFile *file,
                                       gint64                   way);
gboolean   mukana_open_times_has_ways (const MukanaRequestFile *file);
char      *mukana_open_times_say_asked (const MukanaRequestFile *file);
guint      mukana_open_places         (const MukanaRequestFile *file);
guint      mukana_open_reserve        (const MukanaRequestFile *file);
GtkWidget *mukana_open_times_box_new  (GPtrArray               *times,
                                       gint64                   way);
gint64     mukana_open_times_box_get  (GtkWidget               *box);
void       mukana_open_times_box_take (GtkWidget               *box,
                                       guint                    index);

G_END_DECLS
