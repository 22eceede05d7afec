#pragma once

#include <gtk/gtk.h>

#include "base/mukana-days.h"

G_BEGIN_DECLS

/* What people ask for about their data: those that wait, with their days; then those answered. */
#define MUKANA_TYPE_DIARY_GROUP (mukana_diary_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaDiaryGroup, mukana_diary_group, MUKANA, DIARY_GROUP, GtkBox)

GtkWidget *mukana_diary_group_new        (void);
void       mukana_diary_group_show       (MukanaDiaryGroup *self,
                                          GPtrArray        *requests,
                                          MukanaDay         today);
void       mukana_diary_group_set_narrow (MukanaDiaryGroup *self,
                                          gboolean          narrow);

G_END_DECLS
