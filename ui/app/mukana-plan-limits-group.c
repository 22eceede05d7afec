/* mukana-plan-limits-group.c: to how many requests one person is planned.
 *
 * A quarter is never less than a month.
 */

#include "ui/app/mukana-plan-limits-group.h"

#include <glib/gi18n-lib.h>

#include "domain/mukana-plan-limits.h"

struct _MukanaPlanLimitsGroup
{
  MukanaSettingGroup parent_instance;

  GtkSpinButton *month;
  GtkSpinButton *quarter;
};

G_DEFINE_FINAL_TYPE (MukanaPlanLimitsGroup, mukana_plan_limits_group, MUKANA_TYPE_SETTING_GROUP)

static void
show_limits (MukanaSettingGroup *group,
             const char         *text)
{
  MukanaPlanLimitsGroup *self = MUKANA_PLAN_LIMITS_GROUP (group);
  MukanaPlanLimits limits;

  if (!mukana_plan_limits_parse (text, &limits))
    mukana_plan_limits_parse (NULL, &limits);
  gtk_spin_button_set_value (self->month, limits.per_month);
  gtk_spin_button_set_value (self->quarter, limits.per_quarter);
}

static char *
read_limits (MukanaSettingGroup *group)
{
  MukanaPlanLimitsGroup *self = MUKANA_PLAN_LIMITS_GROUP (group);
  MukanaPlanLimits limits = {
    .per_month = gtk_spin_button_get_value_as_int (self->month),
    .per_quarter = gtk_spin_button_get_value_as_int (self->quarter),
  };

  return mukana_plan_limits_to_text (&limits);
}

static void
month_changed_cb (MukanaPlanLimitsGroup *self)
{
  gtk_spin_button_set_range (self->quarter, gtk_spin_button_get_value (self->month),
                             MUKANA_PLAN_LIMITS_QUARTER);
}

static void
mukana_plan_limits_group_class_init (MukanaPlanLimitsGroupClass *class)
{
  MukanaSettingGroupClass *group_class = MUKANA_SETTING_GROUP_CLASS (class);

  group_class->setting = MUKANA_PLAN_LIMITS;
  group_class->show = show_limits;
  group_class->read = read_limits;
}

static void
mukana_plan_limits_group_init (MukanaPlanLimitsGroup *self)
{
  MukanaSettingGroup *group = MUKANA_SETTING_GROUP (self);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _("How much for one person"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self),
    _("When all requests are planned, for those who have told no limit of their own in a month"));
  self->month = GTK_SPIN_BUTTON (mukana_setting_group_add_number (
    group, 1, MUKANA_PLAN_LIMITS_MONTH, _("Requests in a month"), NULL));
  self->quarter = GTK_SPIN_BUTTON (mukana_setting_group_add_number (
    group, 1, MUKANA_PLAN_LIMITS_QUARTER, _("Requests in a quarter"), NULL));
  g_signal_connect_swapped (self->month, "value-changed", G_CALLBACK (month_changed_cb), self);
}
