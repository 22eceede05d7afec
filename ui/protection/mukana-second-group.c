/* mukana-second-group.c: whether two decide that a person is erased. */

#include "ui/protection/mukana-second-group.h"

#include <glib/gi18n-lib.h>

#include "services/mukana-erasing.h"

struct _MukanaSecondGroup
{
  MukanaSettingGroup parent_instance;

  GtkSwitch         *needs_second;
};

G_DEFINE_FINAL_TYPE (MukanaSecondGroup, mukana_second_group, MUKANA_TYPE_SETTING_GROUP)

static void
show_choice (MukanaSettingGroup *group,
             const char         *text)
{
  gtk_switch_set_active (MUKANA_SECOND_GROUP (group)->needs_second, g_strcmp0 (text, "yes") == 0);
}

static char *
read_choice (MukanaSettingGroup *group)
{
  return g_strdup (gtk_switch_get_active (MUKANA_SECOND_GROUP (group)->needs_second) ? "yes"
                                                                                     : "no");
}

static void
mukana_second_group_class_init (MukanaSecondGroupClass *class)
{
  MukanaSettingGroupClass *group_class = MUKANA_SETTING_GROUP_CLASS (class);

  group_class->setting = MUKANA_ERASING_NEEDS_SECOND;
  group_class->show = show_choice;
  group_class->read = read_choice;
}

static void
mukana_second_group_init (MukanaSecondGroup *self)
{
  self->needs_second = GTK_SWITCH (gtk_switch_new ());
  mukana_setting_group_add (MUKANA_SETTING_GROUP (self), GTK_WIDGET (self->needs_second), "active",
                            _("Another user approves each erasure of a person"),
                            _("What is asked on a person’s page then waits here"));
}
