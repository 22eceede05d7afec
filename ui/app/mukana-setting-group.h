#pragma once

#include <adwaita.h>

#include "ui/app/mukana-context.h"

G_BEGIN_DECLS

#define MUKANA_TYPE_SETTING_GROUP (mukana_setting_group_get_type ())

G_DECLARE_DERIVABLE_TYPE (MukanaSettingGroup, mukana_setting_group, MUKANA, SETTING_GROUP,
                          AdwPreferencesGroup)

struct _MukanaSettingGroupClass
{
  AdwPreferencesGroupClass parent_class;

  const char *setting;        /* its name in the register */

  /* Shows what is stored; what is empty or not understood stands for the usual. */
  void  (*show) (MukanaSettingGroup *self,
                 const char         *text);

  /* What is shown, as it is to be stored. */
  char *(*read) (MukanaSettingGroup *self);
};

GtkWidget *mukana_setting_group_new        (GType               type,
                                            MukanaContext      *context);
void       mukana_setting_group_add        (MukanaSettingGroup *self,
                                            GtkWidget          *control,
                                            const char         *property,
                                            const char         *title,
                                            const char         *subtitle);
GtkWidget *mukana_setting_group_add_number (MukanaSettingGroup *self,
                                            int                 least,
                                            int                 most,
                                            const char         *title,
                                            const char         *subtitle);

G_END_DECLS
