#pragma once

#include <adwaita.h>

#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* Who was taken out of the lists and is still in the register. */
#define MUKANA_TYPE_REMOVED_GROUP (mukana_removed_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRemovedGroup, mukana_removed_group, MUKANA, REMOVED_GROUP,
                      AdwPreferencesGroup)

GtkWidget *mukana_removed_group_new  (void);
void       mukana_removed_group_show (MukanaRemovedGroup *self,
                                      GPtrArray          *people);

G_END_DECLS
