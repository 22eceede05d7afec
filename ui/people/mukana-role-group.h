#pragma once

#include "services/mukana-lexicon.h"
#include "services/mukana-registering.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define MUKANA_TYPE_ROLE_GROUP (mukana_role_group_get_type ())
G_DECLARE_FINAL_TYPE (MukanaRoleGroup, mukana_role_group, MUKANA, ROLE_GROUP, GtkBox)

GtkWidget *mukana_role_group_new  (void);
void       mukana_role_group_show (MukanaRoleGroup        *self,
                                   const MukanaPersonFile *file,
                                   MukanaLexicon          *words,
                                   MukanaDay               today);

G_END_DECLS
