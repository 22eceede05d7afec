/* mukana-support-days-group.c: how long before an assignment support is to be arranged. */

#include "ui/app/mukana-support-days-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-support-task.h"

struct _MukanaSupportDaysGroup
{
  MukanaSettingGroup parent_instance;

  GtkSpinButton *booked;
  GtkSpinButton *arranged;
  GtkSpinButton *debriefing;
};

G_DEFINE_FINAL_TYPE (MukanaSupportDaysGroup, mukana_support_days_group, MUKANA_TYPE_SETTING_GROUP)

static void
show_days (MukanaSettingGroup *group,
           const char         *text)
{
  MukanaSupportDaysGroup *self = MUKANA_SUPPORT_DAYS_GROUP (group);
  MukanaSupportDays days;

  if (!mukana_support_days_parse (text, &days))
    mukana_support_days_parse (NULL, &days);
  gtk_spin_button_set_value (self->booked, days.booked);
  gtk_spin_button_set_value (self->arranged, days.arranged);
  gtk_spin_button_set_value (self->debriefing, days.debriefing);
}

static char *
read_days (MukanaSettingGroup *group)
{
  MukanaSupportDaysGroup *self = MUKANA_SUPPORT_DAYS_GROUP (group);
  MukanaSupportDays days = {
    .booked = gtk_spin_button_get_value_as_int (self->booked),
    .arranged = gtk_spin_button_get_value_as_int (self->arranged),
    .debriefing = gtk_spin_button_get_value_as_int (self->debriefing),
  };

  return mukana_support_days_to_text (&days);
}

static void
mukana_support_days_group_class_init (MukanaSupportDaysGroupClass *class)
{
  MukanaSettingGroupClass *group_class = MUKANA_SETTING_GROUP_CLASS (class);

  group_class->setting = MUKANA_SUPPORT_DAYS;
  group_class->show = show_days;
  group_class->read = read_days;
}

static GtkSpinButton *
add_days (MukanaSupportDaysGroup *self,
          const char             *title,
          const char             *subtitle)
{
  return GTK_SPIN_BUTTON (mukana_setting_group_add_number (
    MUKANA_SETTING_GROUP (self), 0, MUKANA_SUPPORT_MAX_DAYS, title, subtitle));
}

static void
mukana_support_days_group_init (MukanaSupportDaysGroup *self)
{
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("When support is arranged"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         _("Holds for what is agreed from now on"));
  self->booked = add_days (self, _("Interpreter and assistant"), _("Days before the assignment"));
  self->arranged = add_days (self, _("Other support"), _("Days before the assignment"));
  self->debriefing = add_days (self, _("Debriefing"), _("Days after the assignment"));
}
