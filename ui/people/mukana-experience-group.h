#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_EXPERIENCE_GROUP (mukana_experience_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaExperienceGroup, mukana_experience_group, MUKANA, EXPERIENCE_GROUP,
                      GtkBox)

GtkWidget *mukana_experience_group_new      (void);
void       mukana_experience_group_show     (MukanaExperienceGroup  *self,
                                             const MukanaPersonFile *file,
                                             MukanaLexicon          *words,
                                             MukanaDay               today);
void       mukana_experience_group_set_busy (MukanaExperienceGroup  *self,
                                             const char             *theme_id);
void       mukana_experience_group_focus    (MukanaExperienceGroup  *self,
                                             const char             *theme_id);

G_END_DECLS
