#pragma once

#include "services/mukana-registering.h"
#include "ui/kit/mukana-page.h"

G_BEGIN_DECLS

/* What holds a person's data back, above everything else on their page. */
GtkWidget *mukana_person_rights_banner_new  (void);
void       mukana_person_rights_banner_show (GtkWidget              *banner,
                                             const MukanaPersonFile *file,
                                             MukanaDay               today);

void       mukana_person_rights_banner_set_narrow (GtkWidget        *banner,
                                                   gboolean          narrow);

/* The part of the page's menu about the rights that this person has. */
void       mukana_person_rights_fill_menu   (GMenu                  *menu,
                                             const MukanaPersonFile *file);

/* Writes the copy of a person's data into a folder, and says so. */
void       mukana_person_rights_copy_to     (MukanaPage             *page,
                                             gint64                  person_id,
                                             const char             *folder,
                                             gboolean                only_given);

/* The actions of that menu and of the banner, on the class of the page. */
void       mukana_person_rights_install     (GtkWidgetClass         *widget_class);

G_END_DECLS
