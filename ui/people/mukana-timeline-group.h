#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_TIMELINE_GROUP (mukana_timeline_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaTimelineGroup, mukana_timeline_group, MUKANA, TIMELINE_GROUP, GtkBox)

GtkWidget *mukana_timeline_group_new  (void);
void       mukana_timeline_group_show (MukanaTimelineGroup    *self,
                                       const MukanaPersonFile *file,
                                       MukanaLexicon          *words,
                                       MukanaDay               today);

G_END_DECLS
